"""What `manage.py check --deploy` says of how people sign in."""

from typing import Any

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security, deploy=True)
def second_factor_is_on(app_configs: object, **options: Any) -> list[checks.CheckMessage]:
    """Return a warning where editors and administrators could sign in with a password alone."""
    if settings.SECOND_FACTOR:
        return []
    return [checks.Warning("SECOND_FACTOR is off: leave it out, or set it to 1.", id="people.W001")]
