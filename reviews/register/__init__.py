"""The register of the bodies that publish reviews, the areas they work for, and the agencies that reviews name."""

from reviews.register.entries import AgencyEntry, Area, Body, Name, agencies, areas, bodies
from reviews.register.finding import find_area, find_partnership

__all__ = [
    "AgencyEntry",
    "Area",
    "Body",
    "Name",
    "agencies",
    "areas",
    "bodies",
    "find_area",
    "find_partnership",
]
