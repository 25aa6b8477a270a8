"""Administrators say which terms mean the same, and the next search knows it."""

import pytest
from django.urls import reverse

from reviews.models import Act, HistoryEntry, SynonymGroup
from reviews.search.question import question_of
from reviews.synonyms import groups_in, shipped_groups

pytestmark = pytest.mark.django_db
LIST, ADD = reverse("desk:synonyms"), reverse("desk:add_synonyms")


@pytest.fixture
def as_ada(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def tea():
    group = SynonymGroup.objects.create(note="A drink")
    group.take(["tea", "cuppa"])
    return group


def save(client, address, terms, note=""):
    return client.post(address, {"terms": terms, "note": note}, follow=True).content.decode()


def also(words):
    return {name for widening in question_of(words).understood.widened for name in widening.also}


def test_every_installation_begins_with_the_fields_names():
    assert len(shipped_groups()) >= 150
    assert SynonymGroup.objects.count() == len(shipped_groups())
    assert {"children missing education", "missing from education"} <= also("CME")
    for abbreviation in ("LSCB", "CSC", "EHCP", "MASH", "SEND", "ICPC"):
        assert also(abbreviation)


def test_each_shipped_term_stands_in_one_group_which_has_two_or_more():
    terms = [term.casefold() for group in shipped_groups() for term in group.terms]

    assert sorted(set(terms)) == sorted(terms)
    assert all(len(group.terms) > 1 for group in shipped_groups())


def test_a_line_is_a_group_and_a_heading_is_none():
    assert [(one.terms, one.note) for one in groups_in("# A\n\nx; y z;  | old\n")] == [(("x", "y z"), "old")]


@pytest.mark.parametrize("person", ["alice", "bob"])
def test_only_administrators_may_change_them(client, request, person, tea):
    client.force_login(request.getfixturevalue(person))
    for address in (LIST, ADD, reverse("desk:synonym_group", args=[tea.pk])):
        assert client.get(address).status_code == 403
    assert client.post(reverse("desk:remove_synonyms", args=[tea.pk])).status_code == 403
    assert SynonymGroup.objects.filter(pk=tea.pk).exists()


def test_a_new_group_counts_from_the_next_search_on(as_ada):
    page = save(as_ada, ADD, "porridge\n Oatmeal \n\nOATMEAL")

    assert "A search for any of these now finds the others" in page
    assert also("oatmeals") == {"porridge"}


def test_a_changed_group_counts_and_the_history_has_both(as_ada, ada, tea):
    save(as_ada, reverse("desk:synonym_group", args=[tea.pk]), "tea\nbrew", note="A drink")

    assert also("tea") == {"brew"}
    entry = HistoryEntry.objects.filter(act=Act.SYNONYMS_CHANGED).latest("pk")
    assert (entry.person, entry.details) == (ada, {"before": ["tea", "cuppa"], "after": ["tea", "brew"]})


def test_a_removed_group_counts_no_more(as_ada, tea):
    page = as_ada.post(reverse("desk:remove_synonyms", args=[tea.pk]), follow=True).content.decode()

    assert "Removed: tea, cuppa." in page
    assert also("tea") == set()


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ("", "at least two terms"),
        ("alone", "at least two terms"),
        ("alone\nALONE", "at least two terms"),
        ("cuppa\nmug", "stands in another group already: tea, cuppa"),
        ("a\n???", "has no letter or figure"),
        ("a\n" + "b" * 121, "longer than 120 letters"),
        ("\n".join(map(str, range(31))), "30 terms or fewer"),
    ],
)
def test_a_group_that_makes_no_sense_is_refused_with_the_reason(as_ada, tea, terms, says):
    assert says in save(as_ada, ADD, terms)


def test_terms_are_found_in_the_list(as_ada, tea):
    assert "cuppa" in as_ada.get(LIST, {"words": "cupp"}).content.decode()
    assert "No group has this term" in as_ada.get(LIST, {"words": "nothing like it"}).content.decode()


def test_the_list_asks_the_database_the_same_few_questions_however_long_it_is(as_ada, django_assert_num_queries):
    with django_assert_num_queries(6):
        as_ada.get(LIST)
    SynonymGroup.objects.filter(pk__gt=SynonymGroup.objects.earliest("pk").pk).delete()
    with django_assert_num_queries(6):
        as_ada.get(LIST)
