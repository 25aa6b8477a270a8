"""Blocks → outline: `outline_of(document)`."""

from ingest.outlining.building import outline_of

__all__ = ["outline_of"]
