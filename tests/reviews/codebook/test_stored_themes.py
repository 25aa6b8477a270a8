"""The codebook in the database."""

import pytest
from django.core.exceptions import ValidationError

from reviews.codebook import Codebook, default_codebook
from reviews.codebook.stored import add_missing_themes
from reviews.models import Theme

pytestmark = pytest.mark.django_db
CODEBOOK = default_codebook()


@pytest.fixture
def empty():
    Theme.objects.update(parent=None)
    Theme.objects.all().delete()


def test_a_new_installation_has_the_codebook(empty):
    assert add_missing_themes(Theme, CODEBOOK) == len(CODEBOOK.themes)
    assert Theme.objects.as_codebook().themes == CODEBOOK.themes
    assert [theme.key for theme in Theme.objects.core()] == list(CODEBOOK.keys[:5])


def test_laying_it_in_again_changes_nothing(empty):
    add_missing_themes(Theme, CODEBOOK)
    Theme.objects.filter(key="neglect").update(definition="As we in this office see it.", cues=["neglect*"])
    assert add_missing_themes(Theme, CODEBOOK) == 0
    neglect = Theme.objects.get(key="neglect")
    assert (neglect.definition, neglect.cues) == ("As we in this office see it.", ["neglect*"])


def test_a_theme_of_an_administrator_keeps_its_place_and_its_label(empty):
    Theme.objects.create(key="ours", label="neglect", definition="Ours.", position=2)
    add_missing_themes(Theme, CODEBOOK)
    assert not Theme.objects.filter(key="neglect").exists()
    assert Theme.objects.get(key="ours").position == 2
    assert Theme.objects.get(key="thresholds").position > 2


def test_a_theme_whose_parent_is_not_there_has_none(empty):
    add_missing_themes(Theme, Codebook((CODEBOOK.theme("self_neglect"),)))
    assert Theme.objects.get(key="self_neglect").parent is None


def test_every_theme_of_the_codebook_is_valid(empty):
    add_missing_themes(Theme, CODEBOOK)
    for theme in Theme.objects.all():
        theme.full_clean()


def test_a_cue_that_is_not_in_the_language_is_refused(empty):
    theme = Theme(key="ours", label="Ours", definition="Ours.", position=1, cues=["a (cue"])
    with pytest.raises(ValidationError, match="not written as a cue"):
        theme.full_clean()
