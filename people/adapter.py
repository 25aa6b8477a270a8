"""How allauth behaves here."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest
from django.urls import reverse


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by administrators: nobody signs up by themself."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return whether a stranger may make an account."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return where signing in leads: to adding a missing second step, or to the desk for those who work there."""
        user = request.user
        if user.is_authenticated and user.lacks_second_step:
            return reverse("second_step")
        if user.is_authenticated and user.works_at_the_desk:
            return reverse("desk:desk")
        return str(super().get_login_redirect_url(request))

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Return whether to ask for the password again: not of somebody who gave it a moment ago (WCAG 2.2, 3.3.7)."""
        records = get_authentication_records(self.request, self.request.user)
        last = records[-1]["at"] if records else 0
        return bool(time.time() - last > app_settings.REAUTHENTICATION_TIMEOUT)

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Leave the user without a user name: the e-mail address is the name."""
