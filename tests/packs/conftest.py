"""Trainers: Alice and Bob of Ambermoor, Carol of Calderwick; Rosa reads for Ambermoor."""

import pytest

from packs.making import make
from people.roles import Role
from tests.factories import make_partnership, make_user


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.VAR_DIR = tmp_path
    settings.PUBLIC_BROWSING = True


@pytest.fixture
def ambermoor(db):
    return make_partnership("Ambermoor Partnership")


@pytest.fixture
def alice(ambermoor):
    return make_user("Alice", role=Role.TRAINER, of=[ambermoor])


@pytest.fixture
def bob(ambermoor):
    return make_user("Bob", role=Role.TRAINER, of=[ambermoor])


@pytest.fixture
def carol(db):
    return make_user("Carol", role=Role.TRAINER, of=[make_partnership("Calderwick Partnership")])


@pytest.fixture
def rosa(ambermoor):
    return make_user("Rosa", role=Role.READER, of=[ambermoor])


@pytest.fixture
def pack(alice):
    """Alice's private pack, empty and in use."""
    return make(name="Neglect in the early years", by=alice)


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client
