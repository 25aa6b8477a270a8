from people.models.membership import Membership
from people.models.user import User

__all__ = ["Membership", "User"]
