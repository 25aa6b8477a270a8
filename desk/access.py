"""Who may come to the desk, and what becomes of words that were typed while a session ended."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.mixins import UserPassesTestMixin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from desk.kept_words import SENT_AGAIN, forget_words, has_words, keep_words
from people.models import User


class DeskMixin(UserPassesTestMixin):
    """Lets editors and administrators in; others are told that they may not, strangers are asked to sign in.

    Who has the role but no second step yet is led to adding one.
    """

    request: HttpRequest

    def test_func(self) -> bool:
        """Return whether this person works at the desk."""
        return self.person.is_authenticated and self.person.works_at_the_desk

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer; what was kept is forgotten once it is sent again."""
        if request.method == "POST" and SENT_AGAIN in request.POST and self.test_func():
            forget_words(request)
        return super().dispatch(request, *args, **kwargs)

    def handle_no_permission(self) -> HttpResponseRedirect:
        """Return the way to the second step, or to the sign-in page. Raises PermissionDenied for other people.

        What somebody typed while their session ended is kept until they have signed in.
        """
        if self.person.is_authenticated and self.person.lacks_second_step:
            return redirect("second_step")
        if self.request.method == "POST" and not self.request.user.is_authenticated:
            keep_words(self.request)
            return redirect_to_login(self.after_signing_in())
        return super().handle_no_permission()

    def after_signing_in(self) -> str:
        """Return the address that is shown after signing in: of the kept words, or the page that was left."""
        if has_words(self.request):
            return reverse("desk:unsaved")
        came_from = self.request.headers.get("referer", "")
        if url_has_allowed_host_and_scheme(came_from, allowed_hosts={self.request.get_host()}):
            return urlsplit(came_from).path or "/"
        return reverse("desk:desk")

    @property
    def person(self) -> User:
        """Whoever asks; everybody who gets past the test is a person with an account."""
        return self.request.user  # type: ignore[return-value]


class AdministratorMixin(DeskMixin):
    """Lets administrators in only."""

    def test_func(self) -> bool:
        """Return whether this person looks after the site."""
        return self.person.is_authenticated and self.person.is_administrator
