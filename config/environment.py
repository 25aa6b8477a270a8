"""Settings read from the environment; each reader refuses odd values and says what to set."""

import os
import secrets
from pathlib import Path


class SettingError(Exception):
    """A setting is missing or odd; the message says which and what to set."""


def env_bool(name: str, *, default: bool) -> bool:
    """Return the switch `name`: 1/true/yes/on or 0/false/no/off.

    Raises SettingError for any other value.
    """
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise SettingError(f"{name} is {value!r}: set it to 1 or 0")


def env_int(name: str, *, default: int) -> int:
    """Return the whole number `name`. Raises SettingError for anything else."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise SettingError(f"{name} is {value!r}: set it to a whole number") from None


def env_list(name: str) -> list[str]:
    """Return the comma-separated values of `name`, without blanks."""
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


def secret_key(folder: Path) -> str:
    """Return SECRET_KEY, or one made at random on first use and kept in `folder`, readable by its owner only.

    Two processes that start together agree: the file is created once, whole or not at all.
    """
    given = os.environ.get("SECRET_KEY", "")
    if given:
        return given
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"secret-key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
