"""The recommendations that a review makes, with their labels, groups and addressees."""

from ingest.extractors.recommendations.extraction import extract, found_in

__all__ = ["extract", "found_in"]
