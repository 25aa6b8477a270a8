"""Who may come to packs: trainers make them, people of a partnership see what is shared with it."""

from functools import cached_property

from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from packs.models import Pack, PackEntry
from people.models import User


class SignedInMixin(LoginRequiredMixin):
    """Lets people with an account in."""

    request: HttpRequest

    @property
    def person(self) -> User:
        """Whoever asks."""
        return self.request.user  # type: ignore[return-value]


class TrainerMixin(UserPassesTestMixin):
    """Lets trainers in, and editors and administrators; others are told that they may not, strangers to sign in."""

    request: HttpRequest

    def test_func(self) -> bool:
        """Return whether this person makes packs."""
        return self.person.is_authenticated and self.person.makes_packs

    @property
    def person(self) -> User:
        """Whoever asks; everybody who gets past the test is a person with an account."""
        return self.request.user  # type: ignore[return-value]


class SeenPackMixin(SignedInMixin):
    """A pack that this person may see; for everybody else there is no such address."""

    kwargs: dict[str, str]

    @cached_property
    def pack(self) -> Pack:
        """The pack at this address. Raises Http404."""
        packs = Pack.objects.visible_to(self.person).standing().select_related("owner", "partnership")
        return get_object_or_404(packs, key=self.kwargs["key"])

    @cached_property
    def may_edit(self) -> bool:
        """Whether this person may change the pack."""
        return Pack.objects.editable_by(self.person).filter(pk=self.pack.pk).exists()

    @property
    def is_owner(self) -> bool:
        """Whether it is this person's own."""
        return self.pack.owner_id == self.person.pk


class EditedPackMixin(TrainerMixin):
    """A pack that this person may change."""

    kwargs: dict[str, str]

    @cached_property
    def pack(self) -> Pack:
        """The pack at this address. Raises Http404."""
        packs = Pack.objects.editable_by(self.person).standing().select_related("owner", "partnership")
        return get_object_or_404(packs, key=self.kwargs["key"])

    @cached_property
    def entry(self) -> PackEntry:
        """The entry at this address. Raises Http404."""
        return get_object_or_404(self.pack.entries.with_sources(), key=self.kwargs["entry"])

    @property
    def is_owner(self) -> bool:
        """Whether it is this person's own."""
        return self.pack.owner_id == self.person.pk


class OwnPackMixin(EditedPackMixin):
    """A pack that is this person's own: only they share it and put it in the bin."""

    @cached_property
    def pack(self) -> Pack:
        """The pack at this address. Raises Http404."""
        packs = Pack.objects.editable_by(self.person).owned_by(self.person).standing()
        return get_object_or_404(packs.select_related("owner", "partnership"), key=self.kwargs["key"])
