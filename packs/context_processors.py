"""What every page knows of the pack in use."""

from typing import Any

from django.http import HttpRequest

from packs.models import Pack
from packs.models.in_use import pack_in_use_by

# Nothing on these pages can be added to a pack.
WITHOUT_TRAY = ("/desk/", "/accounts/")


def tray(request: HttpRequest) -> dict[str, Any]:
    """Return the pack that this trainer is filling, asked for only by pages that show it."""

    def find() -> Pack | None:
        user = request.user
        if not user.is_authenticated or not user.makes_packs or request.path.startswith(WITHOUT_TRAY):
            return None
        return pack_in_use_by(user)

    return {"pack_in_use": find}
