"""Who may come to the desk."""

from django.contrib.auth.mixins import UserPassesTestMixin
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect

from people.models import User


class DeskMixin(UserPassesTestMixin):
    """Lets editors and administrators in; others are told that they may not, strangers are asked to sign in.

    Who has the role but no second step yet is led to adding one.
    """

    request: HttpRequest

    def test_func(self) -> bool:
        """Return whether this person works at the desk."""
        return self.person.is_authenticated and self.person.works_at_the_desk

    def handle_no_permission(self) -> HttpResponseRedirect:
        """Return the way to the second step, or to the sign-in page. Raises PermissionDenied for other people."""
        if self.person.is_authenticated and self.person.lacks_second_step:
            return redirect("second_step")
        return super().handle_no_permission()

    @property
    def person(self) -> User:
        """Whoever asks; everybody who gets past the test is a person with an account."""
        return self.request.user  # type: ignore[return-value]


class AdministratorMixin(DeskMixin):
    """Lets administrators in only."""

    def test_func(self) -> bool:
        """Return whether this person looks after the site."""
        return self.person.is_authenticated and self.person.is_administrator
