"""Whoever signs in: known by an e-mail address, with a role and the partnerships that they belong to."""

from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

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
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    partnerships = models.ManyToManyField("reviews.Partnership", through="people.Membership", related_name="people")

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    def __str__(self) -> str:
        return self.name or self.email

    @cached_property
    def roles(self) -> frozenset[str]:
        """The names of the person's roles."""
        return frozenset(self.groups.values_list("name", flat=True))

    @property
    def is_administrator(self) -> bool:
        """Whether the person looks after the whole site."""
        return self.is_active and (self.is_superuser or Role.ADMINISTRATOR in self.roles)

    @property
    def works_at_the_desk(self) -> bool:
        """Whether the person may upload and publish."""
        return self.is_active and (self.is_superuser or not self.roles.isdisjoint(DESK_ROLES))

    @property
    def makes_packs(self) -> bool:
        """Whether the person may put packs together."""
        return self.is_active and (self.is_superuser or not self.roles.isdisjoint(TRAINING_ROLES))
