"""What became of a pack in a room: when it was used, how many came, what they said."""

from django.conf import settings
from django.db import models

from packs.models.pack import Pack


class TrainingSession(models.Model):
    """One session in which a pack was used."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="sessions")
    held_on = models.DateField()
    attended = models.PositiveIntegerField(null=True, blank=True)
    audience = models.CharField(max_length=200, blank=True)
    feedback = models.TextField(blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-held_on", "-noted_at"]

    def __str__(self) -> str:
        return f"{self.pack} on {self.held_on}"
