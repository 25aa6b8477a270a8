"""One account for each role, with known passwords: for the demonstration only, which nobody else can reach."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from people.models import Membership, User
from people.roles import Role
from reviews.models import Partnership

PASSWORD = "a-quiet-reading-room"  # noqa: S105


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in to the demonstration."""

    email: str
    name: str
    role: Role


ACCOUNTS = (
    Account("reader@crossread.example", "Rosa Reader", Role.READER),
    Account("trainer@crossread.example", "Tariq Trainer", Role.TRAINER),
    Account("editor@crossread.example", "Edith Editor", Role.EDITOR),
    Account("admin@crossread.example", "Ada Administrator", Role.ADMINISTRATOR),
)


def make_accounts(partnership: Partnership) -> None:
    """Make the accounts that are missing, all of them people of `partnership`."""
    for account in ACCOUNTS:
        user = User.objects.filter(email=account.email).first()
        if user is None:
            user = User.objects.create_user(account.email, PASSWORD, name=account.name)
        user.groups.add(Group.objects.get(name=account.role))
        Membership.objects.get_or_create(person=user, partnership=partnership)
