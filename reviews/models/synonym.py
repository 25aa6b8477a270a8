"""Other names of the same thing, which a search finds too: CME, children missing education, missing from education."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.postgres.search import SearchVectorField
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower

from reviews.search_language import words_of

LONGEST_TERM = 120


class SynonymGroupQuerySet(models.QuerySet["SynonymGroup"]):
    """Questions about groups of synonyms."""

    def for_lists(self) -> "SynonymGroupQuerySet":
        """With their terms, by the first of them."""
        first = SynonymTerm.objects.filter(group=models.OuterRef("pk"), position=0).values(name=Lower("term"))
        return self.annotate(name=models.Subquery(first)).order_by("name", "pk").prefetch_related("terms")

    def with_words(self, words: str) -> "SynonymGroupQuerySet":
        """Those that have `words` in one of their terms or in the note."""
        terms = SynonymTerm.objects.filter(group=models.OuterRef("pk"), term__icontains=words)
        return self.filter(models.Exists(terms) | Q(note__icontains=words))


class SynonymGroup(models.Model):
    """Terms that mean the same: whoever asks for one finds the others."""

    note = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="synonyms_changed"
    )

    objects = SynonymGroupQuerySet.as_manager()

    def __str__(self) -> str:
        return ", ".join(self.names)

    @property
    def names(self) -> list[str]:
        """Its terms in their order."""
        return [term.term for term in self.terms.all()]

    @transaction.atomic
    def take(self, terms: Iterable[str]) -> None:
        """Make `terms`, in this order, the terms of the group."""
        self.terms.all().delete()
        SynonymTerm.objects.bulk_create(
            SynonymTerm(group=self, term=term, position=position) for position, term in enumerate(terms)
        )


class SynonymTerm(models.Model):
    """One name in a group."""

    group = models.ForeignKey(SynonymGroup, on_delete=models.CASCADE, related_name="terms")
    term = models.CharField(max_length=LONGEST_TERM)
    position = models.PositiveSmallIntegerField()
    words = models.GeneratedField(expression=words_of("term", "A"), output_field=SearchVectorField(), db_persist=True)

    class Meta:
        ordering = ["group", "position"]
        constraints = [
            models.CheckConstraint(condition=~Q(term=""), name="a_term_says_something"),
            models.UniqueConstraint("group", Lower("term"), name="a_term_once_in_a_group"),
        ]

    def __str__(self) -> str:
        return self.term
