"""A site on which people who work at the desk need a second step."""

import pytest


@pytest.fixture(autouse=True)
def second_factor(settings):
    settings.SECOND_FACTOR = True
