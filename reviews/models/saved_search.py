"""Searches that a person keeps and follows."""

import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from reviews.addresses import absolute

if TYPE_CHECKING:
    from people.models import User

# Bytes of chance in a feed's address: nobody guesses it.
BYTES_OF_KEY = 24


def new_feed_key() -> str:
    """Return a key for a feed's address that nobody can guess."""
    return secrets.token_urlsafe(BYTES_OF_KEY)


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    """Questions about saved searches."""

    def of(self, person: "User") -> "SavedSearchQuerySet":
        """Those that a person keeps, the latest first: nobody else sees them."""
        return self.filter(owner=person).order_by("-created_at", "-pk")

    def followed_by_feed(self, key: str) -> "SavedSearchQuerySet":
        """The one whose feed has this key, while its owner has an open account."""
        return self.filter(feed_key=key, owner__is_active=True).select_related("owner")


class SavedSearch(models.Model):
    """A search, why its owner follows it, and when they last looked."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=200)
    note = models.TextField(max_length=1000, blank=True)
    # The query string of the search page, as `SearchParameters.query` writes it.
    query = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # What came after this is new to the owner.
    seen_at = models.DateTimeField(default=timezone.now)
    feed_key = models.CharField(max_length=40, unique=True, default=new_feed_key, editable=False)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name_plural = "saved searches"
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_saved_search_has_a_name"),
            models.UniqueConstraint(fields=["owner", "query"], name="a_search_is_saved_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page that says what is new in it."""
        return reverse("saved_search", args=[self.pk])

    @property
    def asked(self) -> QueryDict:
        """What it asks, as the search page takes it."""
        return QueryDict(self.query)

    @property
    def address(self) -> str:
        """The search itself."""
        return f"{reverse('search')}?{self.query}"

    @property
    def feed_address(self) -> str:
        """The whole address of its feed, which whoever has it can read."""
        return absolute(reverse("saved_feed", args=[self.feed_key]))
