"""Items → the same items with their themes, and recommendations with the kind of agency that must act."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.extractors.agencies import agencies_of, agency_of
from ingest.extractors.themes import Context, mentions
from ingest.outline import Outline
from ingest.record import ExtractedAction, ExtractedEvent, ExtractedFinding, ExtractedRecommendation, Place
from reviews.codebook import Codebook


class Tagger:
    """Tags the items of one outline; the headings above an item say what it is about too."""

    def __init__(self, outline: Outline, codebook: Codebook) -> None:
        self._codebook = codebook
        self._headings = {p.index: tuple(heading.text for heading in p.headings) for p in outline.paragraphs}

    def recommendations(self, items: Iterable[ExtractedRecommendation]) -> tuple[ExtractedRecommendation, ...]:
        """Return the recommendations with their themes and agencies."""
        return tuple(
            replace(
                item,
                themes=mentions(
                    item.text, self._codebook, Context(self._above(item.place), item.group, "recommendation")
                ),
                agency=agency_of(item.addressee) if item.addressee else None,
            )
            for item in items
        )

    def findings(self, items: Iterable[ExtractedFinding]) -> tuple[ExtractedFinding, ...]:
        """Return the findings with their themes."""
        return tuple(
            replace(item, themes=mentions(item.text, self._codebook, Context(self._above(item.place), kind=item.kind)))
            for item in items
        )

    def events(self, items: Iterable[ExtractedEvent]) -> tuple[ExtractedEvent, ...]:
        """Return the events with their themes and the agencies that they name."""
        return tuple(
            replace(item, themes=mentions(item.text, self._codebook), agencies=agencies_of(item.text)) for item in items
        )

    def actions(self, items: Iterable[ExtractedAction]) -> tuple[ExtractedAction, ...]:
        """Return the actions with the themes of what they answer and do."""
        return tuple(
            replace(item, themes=mentions(f"{item.recommendation} {item.steps or ''}", self._codebook))
            for item in items
        )

    def _above(self, place: Place) -> tuple[str, ...]:
        return self._headings.get(place.passages[0], ()) if place.passages else ()
