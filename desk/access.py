"""Who may come to the desk."""

from django.contrib.auth.mixins import UserPassesTestMixin
from django.http import HttpRequest

from people.models import User


class DeskMixin(UserPassesTestMixin):
    """Lets editors and administrators in; others are told that they may not, strangers are asked to sign in."""

    request: HttpRequest

    def test_func(self) -> bool:
        """Return whether this person works at the desk."""
        return self.person.is_authenticated and self.person.works_at_the_desk

    @property
    def person(self) -> User:
        """Whoever asks; everybody who gets past the test is a person with an account."""
        return self.request.user  # type: ignore[return-value]
