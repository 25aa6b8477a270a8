"""Which partnerships a person belongs to."""

from django.conf import settings
from django.db import models


class Membership(models.Model):
    """A person's place in a partnership: they see what only its people may see, and edit it if they are an editor."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    partnership = models.ForeignKey("reviews.Partnership", on_delete=models.CASCADE, related_name="memberships")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "partnership"], name="one_membership_per_partnership")]

    def __str__(self) -> str:
        return f"{self.person} of {self.partnership}"
