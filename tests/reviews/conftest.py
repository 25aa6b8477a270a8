"""What tests of the reading side share: a site that anybody may browse."""

import pytest


@pytest.fixture
def public(settings, db):
    """A site whose open reviews strangers may read."""
    settings.PUBLIC_BROWSING = True
    return settings


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """Files and pictures of a test go into a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.VAR_DIR = tmp_path
