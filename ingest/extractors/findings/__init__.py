"""What a review says was learned: findings, learning points, lessons and good practice."""

from ingest.extractors.findings.extraction import extract

__all__ = ["extract"]
