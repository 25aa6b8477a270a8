"""A pack: what a trainer takes into a room. Who may see it, and who may change it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from reviews.models import Nation, Partnership
from reviews.models.item import ANCHOR_LENGTH, new_anchor

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class Shape(models.TextChoices):
    """What a pack is made for."""

    WORKSHOP = "workshop", "60-minute workshop"
    BRIEFING = "briefing", "7-minute briefing, on one page"
    HALF_DAY = "half_day", "Half-day course"
    HANDOUT = "handout", "Handout"
    READING_LIST = "reading_list", "Reading list"
    FREE = "free", "My own shape"


class Audience(models.TextChoices):
    """Who will be in the room: it chooses questions, and which short forms need explaining."""

    MIXED = "mixed", "People of several agencies"
    SCHOOL = "school", "School staff"
    HEALTH = "health", "GPs and health staff"
    POLICE = "police", "Police"
    SOCIAL_WORK = "social_work", "Social workers"


class Sharing(models.TextChoices):
    """Who else may see a pack; links are beside this."""

    PRIVATE = "private", "Only me"
    PARTNERSHIP = "partnership", "People of one of my partnerships"


class PackQuerySet(models.QuerySet["Pack"]):
    """Questions about packs; they compose."""

    def visible_to(self, user: "Visitor") -> "PackQuerySet":
        """Those that `user` may see: their own, and those shared with a partnership of theirs. Nobody sees all."""
        if not user.is_authenticated:
            return self.none()
        shared = Q(sharing=Sharing.PARTNERSHIP, partnership__in=user.partnerships.all(), removed_at__isnull=True)
        return self.filter(Q(owner=user) | shared).distinct()

    def editable_by(self, user: "Visitor") -> "PackQuerySet":
        """Those that `user` may change: their own, and a partnership's where its trainers work on it together."""
        if not user.is_authenticated or not user.makes_packs:
            return self.none()
        return self.visible_to(user).filter(Q(owner=user) | Q(colleagues_edit=True))

    def owned_by(self, user: "Visitor") -> "PackQuerySet":
        """Those that `user` made or copied."""
        return self.filter(owner=user) if user.is_authenticated else self.none()

    def standing(self) -> "PackQuerySet":
        """Those that have not been put in the bin."""
        return self.filter(removed_at__isnull=True)

    def in_the_bin(self) -> "PackQuerySet":
        """Those that have."""
        return self.filter(removed_at__isnull=False)

    def with_counts(self) -> "PackQuerySet":
        """With the number of what is in each, the last changed first."""
        return self.annotate(entry_count=models.Count("entries")).order_by("-changed_at", "-pk")


class Pack(models.Model):
    """One pack. What is in it are its entries, in their order; every change of it is kept (PackChange)."""

    key = models.CharField(max_length=ANCHOR_LENGTH, unique=True, default=new_anchor, editable=False)
    name = models.CharField(max_length=120)
    shape = models.CharField(max_length=12, choices=Shape, default=Shape.FREE)
    audience = models.CharField(max_length=12, choices=Audience, default=Audience.MIXED)
    # Whose helplines it gives; empty for those of the whole United Kingdom only.
    nation = models.CharField(max_length=20, choices=Nation, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="packs")
    sharing = models.CharField(max_length=12, choices=Sharing, default=Sharing.PRIVATE)
    partnership = models.ForeignKey(Partnership, null=True, blank=True, on_delete=models.SET_NULL, related_name="packs")
    colleagues_edit = models.BooleanField(default=False)
    # The trainer's own slides, whose design the slides take on.
    slide_template = models.FileField(max_length=120, blank=True)
    slide_template_name = models.CharField(max_length=255, blank=True)
    copied_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="copies")
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PackQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_pack_has_a_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The pack's own page."""
        return reverse("packs:pack", args=[self.key])

    @property
    def is_in_the_bin(self) -> bool:
        """Whether it was put in the bin, from which its owner can take it back."""
        return self.removed_at is not None

    @property
    def is_shared(self) -> bool:
        """Whether people of a partnership may see it."""
        return self.sharing == Sharing.PARTNERSHIP and self.partnership_id is not None
