"""The rows of a review's action plans."""

from ingest.extractors.actions.extraction import extract

__all__ = ["extract"]
