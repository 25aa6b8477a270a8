"""The themes that reviews are coded with."""

from reviews.codebook.codebook import CIRCUMSTANCE, PRACTICE, Codebook, Theme, default_codebook

__all__ = ["CIRCUMSTANCE", "PRACTICE", "Codebook", "Theme", "default_codebook"]
