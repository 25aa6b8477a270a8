"""The DATABASES setting, from DATABASE_URL or the embedded server."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from config.environment import SettingError


def database_settings(url: str, var_dir: Path) -> dict[str, Any]:
    """Return Django's settings for the database at `url`, or for the embedded server where `url` is empty.

    The form is libpq's: postgresql://user:password@host:port/name?option=value
    (PostgreSQL documentation, "Connection URIs"). Raises SettingError for another scheme or no name.
    """
    if not url:
        return {
            "ENGINE": "config.embedded_postgres",
            "NAME": "crossread",
            "USER": "crossread",
            "HOST": str(var_dir / "database"),
            "CONN_HEALTH_CHECKS": True,
        }
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgresql", "postgres"} or not name:
        raise SettingError("DATABASE_URL: set it to postgresql://user:password@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
