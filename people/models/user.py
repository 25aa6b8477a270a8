"""Whoever signs in: known by an e-mail address, with a role and the partnerships that they belong to."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from people.roles import DESK_ROLES, TRAINING_ROLES, Role


class UserManager(BaseUserManager["User"]):
    """Makes people; the e-mail address is kept in lower case, so that one person has one account."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new, stored person. Raises ValueError without an e-mail address."""
        if not email:
            raise ValueError("a person needs an e-mail address")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new person who may do everything."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        """Return the person with that address, in whatever case it is written."""
        return self.get(email=(email or "").strip().lower())

    def administrators(self) -> "models.QuerySet[User]":
        """Return those with an open account who have the role of administrator, or may do everything."""
        role = Q(groups__name=Role.ADMINISTRATOR) | Q(is_superuser=True)
        return self.filter(role, is_active=True).distinct()

    def for_lists(self) -> "models.QuerySet[User]":
        """Return everybody with what a list of people shows, in a fixed number of queries."""
        return self.prefetch_related("groups", "partnerships", "authenticator_set").order_by("name", "email")

    def with_words(self, words: str) -> "models.QuerySet[User]":
        """Return those whose name or address holds these words; everybody where there are none."""
        return self.for_lists().filter(Q(name__icontains=words) | Q(email__icontains=words))

    def colleagues_of(self, user: "User") -> "models.QuerySet[User]":
        """Return whose names `user` may read at the desk: everybody's for administrators, else their partnerships'."""
        if user.is_administrator:
            return self.order_by("name", "email")
        of_theirs = Q(partnerships__in=user.partnerships.all())
        return self.filter(of_theirs | Q(pk=user.pk)).distinct().order_by("name", "email")


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account."""

    email = models.EmailField(unique=True, error_messages={"unique": "Somebody already uses this e-mail address."})
    name = models.CharField(max_length=150, blank=True)
    is_active = models.BooleanField(default=True)
    # Counts up when every session of the person must end: it is part of what a session is signed with.
    epoch = models.PositiveIntegerField(default=0, editable=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    partnerships = models.ManyToManyField("reviews.Partnership", through="people.Membership", related_name="people")

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    def __str__(self) -> str:
        return self.name or self.email

    def get_session_auth_hash(self) -> str:
        """Return what a session is signed with: it ends when the password or the epoch changes."""
        return self._sign_session(secret=None)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Yield the same under the keys of old that still hold."""
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._sign_session(secret=secret)

    def _sign_session(self, *, secret: str | bytes | None) -> str:
        signed = salted_hmac("people.User.session", f"{self.password}:{self.epoch}", secret, algorithm="sha256")
        return signed.hexdigest()

    @cached_property
    def roles(self) -> frozenset[str]:
        """The names of the person's roles."""
        return frozenset(self.groups.values_list("name", flat=True))

    @property
    def has_desk_role(self) -> bool:
        """Whether the person's role is one of the desk's; to work there they need a second step too."""
        return self.is_active and (self.is_superuser or not self.roles.isdisjoint(DESK_ROLES))

    @cached_property
    def lacks_second_step(self) -> bool:
        """Whether the person has a role at the desk, and may not use it until they add a second step."""
        from people.second_step import lacks_second_step

        return self.has_desk_role and lacks_second_step(self)

    @property
    def works_at_the_desk(self) -> bool:
        """Whether the person may upload and publish."""
        return self.has_desk_role and not self.lacks_second_step

    @property
    def is_administrator(self) -> bool:
        """Whether the person looks after the whole site."""
        return self.works_at_the_desk and (self.is_superuser or Role.ADMINISTRATOR in self.roles)

    @property
    def role_names(self) -> str:
        """The names of the person's roles, for a list of people."""
        return ", ".join(group.name for group in self.groups.all())

    @property
    def makes_packs(self) -> bool:
        """Whether the person may put packs together."""
        return self.is_active and (self.is_superuser or not self.roles.isdisjoint(TRAINING_ROLES))
