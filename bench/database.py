"""A database for each size of corpus, beside the application's: made once, then kept for the next run."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def set_up() -> Path:
    """Set Django up with files of the bench's own; return the folder of these."""
    folder = Path(os.environ.setdefault("VAR_DIR", str(PROJECT / "var" / "bench")))
    os.environ.setdefault("SECRET_KEY", "for measuring only")
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings", PUBLIC_BROWSING="1", DEBUG="0")
    import django

    django.setup()
    return folder


def use_database(passages: int) -> None:
    """Connect to the database of a size, made and migrated if it is not there."""
    from django.core.management import call_command
    from django.db import connection

    name = f"bench_{passages}"
    connection.close()
    connection.settings_dict["NAME"] = "postgres"
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE DATABASE {name}")
    connection.close()
    connection.settings_dict["NAME"] = name
    call_command("migrate", verbosity=0)
