"""When the child whom a review is about was born."""

import re

from ingest.dates.printed_date import PrintedDate
from ingest.extractors.cast import any_of
from ingest.extractors.cover.front import Front
from ingest.extractors.cover.front_dates import dated
from ingest.extractors.cover.rows import rows_of_facts

_LABEL = re.compile(r"\W*(?:born|d\.?o\.?b|date\s+of\s+birth)\b", re.IGNORECASE)
# Another child who was born on the same day.
_TWIN = r"(?:\s+and\s+(?:(?:his|her|their)\s+(?:twin\s+)?(?:brother|sister|twin)|[A-Z][\w’'-]+))?"
_WAS_BORN = r"(?:,\s+(?:who|and))?\s+(?:\([^)]*\)\s+)?(?:was|were)\s+born\b(?P<when>[^.;]*)"
_THE_CHILD = r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he\s+(?:child|baby|babies|infant|boy|girl|twins))"


def born_of(front: Front, names: tuple[str, ...]) -> PrintedDate | None:
    """Return when the one subject so named was born, as far as it is told; None where it is not."""
    labelled = [line.text for line in front.cover if _LABEL.match(line.text)]
    labelled += [row.value for row in rows_of_facts(front) if _LABEL.match(row.label)]
    texts = [paragraph.text for paragraph in front.outline.paragraphs if "born" in paragraph.text]
    told = [match["when"] for text in texts for match in [born_pattern(names).search(text)] if match] if names else []
    told += [match["when"] for text in texts for match in [_OF_THE_CHILD.search(text)] if match]
    return next((dates[0] for text in (*labelled, *told) if (dates := dated(text))), None)


def born_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds "Robin was born", "Robin and her twin brother were born", and what says when."""
    return re.compile(rf"{any_of(names).pattern}{_TWIN}{_WAS_BORN}")


_OF_THE_CHILD = re.compile(rf"{_THE_CHILD}{_WAS_BORN}")
