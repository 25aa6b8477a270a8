"""What was read of a file that waits for an answer, so that it need not be read again."""

import zlib

import msgspec
from django.db import models

from ingest.models.intake import Intake
from ingest.record import ExtractedReview


class Reading(models.Model):
    """The record of an intake, packed. It goes when the intake is stored or left out."""

    intake = models.OneToOneField(Intake, primary_key=True, on_delete=models.CASCADE, related_name="reading")
    packed = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"what was read of {self.intake}"

    @staticmethod
    def pack(extracted: ExtractedReview) -> bytes:
        """Return the record as it is kept."""
        return zlib.compress(msgspec.json.encode(extracted))

    def unpack(self) -> ExtractedReview:
        """Return the record. Raises msgspec.ValidationError where an older version of the program made it."""
        return msgspec.json.decode(zlib.decompress(self.packed), type=ExtractedReview)
