"""People at the desk: Alice edits for Ambermoor, Bob only reads there, Carol edits elsewhere, Ada looks after all."""

import pytest

from people.roles import Role
from tests.factories import make_partnership, make_user


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def ambermoor():
    return make_partnership("Ambermoor Partnership")


@pytest.fixture
def alice(ambermoor):
    return make_user("Alice", role=Role.EDITOR, of=[ambermoor])


@pytest.fixture
def bob(ambermoor):
    return make_user("Bob", role=Role.READER, of=[ambermoor])


@pytest.fixture
def carol():
    return make_user("Carol", role=Role.EDITOR, of=[make_partnership("Calderwick Partnership")])


@pytest.fixture
def ada():
    return make_user("Ada", role=Role.ADMINISTRATOR)


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client
