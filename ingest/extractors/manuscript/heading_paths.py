"""The headings that a paragraph really stands under.

Typography misleads in three ways. A statement set as a heading ("Recommendation 3", a finding of two lines in bold)
is an item, and nothing stands under it. A heading such as "Key lessons learned:" that comes back under each theme
announces a list. And agencies' names among the recommendations ("1. Northshire Police") are often set like chapters,
though they belong to the section that they stand in.
"""

import re
from collections import Counter

from ingest.blocks import BlockKind
from ingest.extractors.addressees import addressee_of_heading
from ingest.extractors.manuscript.columns import FIELDS, column_of
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import label_of
from ingest.extractors.manuscript.sections import HEADING_WORDS, Section, is_contents, section_of, subjects_of
from ingest.extractors.manuscript.wording import asks_for_action, asks_outright, binds
from ingest.outline import Heading, Outline, Paragraph, Part
from ingest.outlining.parts import part_of_heading

# Sizes of type that differ by less are one.
SAME_SIZE = 0.03
# A heading that stands so often is a label and no section's title.
RECURRENCES = 3

# Where so many headings of a level are numbered, one of that level without a number stands below the last that is.
NUMBERED_HEADINGS = 4
# Headings without a number that are chapters of their own all the same
_STANDS_ALONE = re.compile(
    r"^(?:appendi|annex|references|bibliography|glossary|executive summary|foreword|preface|acknowledg|end ?notes|"
    r"index|contents|action plan)",
    re.IGNORECASE,
)
# Headings that part recommendations by their reach: "National", "Single agency recommendations"
REACH = re.compile(
    r"^(?:national|regional|local|multi-?\s?agency|single[- ]agency|individual agency|agency|overview|strategic|"
    r"operational|partnership|all agencies)(?: recommendations?| actions?| learning)?:?$",
    re.IGNORECASE,
)

# A field of a plan set as a line: "Timescale: March 2019"
_FIELD = re.compile(r"^(?P<name>[A-Z][\w'’/ ]{2,30}?):\s+\S")

_HOMES = frozenset(
    {
        Subject.RECOMMENDATIONS,
        Subject.CONSIDERATIONS,
        Subject.LEARNING,
        Subject.LESSONS,
        Subject.FINDINGS,
        Subject.GOOD_PRACTICE,
    }
)

_NO_HOMES = frozenset({Subject.ELSEWHERE, Subject.OF_OTHERS})
# What a theme's heading may seem to open by its words: "Consent and the family", "How was neglect understood?"
_PARTS_OF_THEMES = frozenset({Part.OTHER, Part.FAMILY, Part.ANALYSIS})
_OF_THEMES = frozenset({Subject.LEARNING, Subject.LESSONS, Subject.FINDINGS})

Path = tuple[Heading, ...]


def is_item_as_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph set as a heading is an item: it has a label, asks for action or is a long sentence."""
    if paragraph.kind is not BlockKind.HEADING:
        return False
    label = label_of(paragraph.text, is_set_apart=True)
    if label and not label.is_plural and (label.number or label.rest):
        return True
    if paragraph.text.rstrip().endswith(":") and asks_for_action(paragraph.text):
        return True
    if (field := _FIELD.match(paragraph.text)) and column_of(field["name"]) in FIELDS:
        return True
    if re.search(r"[.;]$", paragraph.text) and asks_outright(paragraph.text):
        return True
    return len(paragraph.text.split()) > HEADING_WORDS and bool(re.search(r"[.;]$|\bshould\b|\bmust\b", paragraph.text))


def announces_as_heading(paragraph: Paragraph, recurring: frozenset[str]) -> bool:
    """Whether a heading is a label for the items below it ("Key lessons learned:") and no section's title."""
    if paragraph.kind is not BlockKind.HEADING or paragraph.number or re.match(r"\d", paragraph.text):
        return False
    label = label_of(paragraph.text, is_set_apart=True)
    if label is None or label.rest or label.number:
        return False
    return paragraph.text.rstrip().endswith(":") or _key(paragraph.text) in recurring


def recurring_headings(outline: Outline) -> frozenset[str]:
    """Return the headings that come back under each theme ("Key lessons learned"), as keys.

    With a summary in the document, twice may be the summary's section and the report's own.
    """
    headings = [p.text for p in outline.paragraphs if p.kind is BlockKind.HEADING]
    has_summary = any(Subject.SUMMARY in subjects_of(heading) for heading in headings)
    least = RECURRENCES if has_summary else RECURRENCES - 1
    return frozenset(title for title, times in Counter(map(_key, headings)).items() if times >= least)


class Paths:
    """The real headings above each paragraph of an outline, asked for in reading order."""

    def __init__(self, outline: Outline, recurring: frozenset[str]) -> None:
        self._outline = outline
        self._recurring = recurring
        self._headings = {p.index: p for p in outline.paragraphs if p.kind is BlockKind.HEADING}
        self._replaced: dict[int, Path] = {}
        self._before: Path = ()
        self._agency: Paragraph | None = None
        self._follows_heading = False
        self._numbered: dict[int, Path] = {}
        levels = Counter(p.level for p in self._headings.values() if re.match(r"\d", p.number or ""))
        self._levels_with_numbers = {level for level, times in levels.items() if times >= NUMBERED_HEADINGS}

    def of(self, paragraph: Paragraph) -> Path:
        """Return the headings above a paragraph, highest first."""
        path = self._real(paragraph.headings)
        if paragraph.kind is BlockKind.HEADING:
            path = self._open(paragraph, path)
        else:
            self._before = path
        self._follows_heading = paragraph.kind is BlockKind.HEADING
        return path

    def _real(self, headings: Path) -> Path:
        """Return a printed path with the headings that are none taken out and the misplaced put where they belong."""
        path: Path = ()
        for heading in headings:
            if is_contents(heading.text):
                continue
            path = self._replaced.get(heading.index, (*path, heading))
        return path

    def _open(self, paragraph: Paragraph, path: Path) -> Path:
        """Note where paragraphs below this heading stand; return where it stands itself."""
        heading = Heading(paragraph.text, paragraph.level, paragraph.number, paragraph.index)
        if announces_as_heading(paragraph, self._recurring):
            own = self._before if path == self._before[: len(path)] else path
            self._replaced[paragraph.index] = own
            return own
        if is_item_as_heading(paragraph):
            path = self._outside_the_story(paragraph, self._numbered_above(paragraph) or path)
            leaves = not path and section_of(self._before).holds(*_NO_HOMES)
            own = path if leaves or section_of(path).subjects else self._before
            self._replaced[paragraph.index] = own
            return own
        if (above := self._numbered_above(paragraph)) is not None:
            path = above
            self._replaced[paragraph.index] = (*path, heading)
        around = section_of(self._before)
        if self._is_agency_of(around, paragraph, path):
            home = self._home(around)
            self._replaced[paragraph.index] = (*home, heading)
            self._agency = paragraph
            self._before = (*home, heading)
            return home
        self._agency = None
        if self._is_theme_of(around, paragraph, path):
            home = self._home(around)
            self._replaced[paragraph.index] = (*home, heading)
            self._before = (*home, heading)
            return home
        self._before = (*path, heading)
        if re.match(r"\d", paragraph.number or ""):
            self._numbered = {lvl: above for lvl, above in self._numbered.items() if lvl < paragraph.level}
            self._numbered[paragraph.level] = self._before
        return path

    def _outside_the_story(self, paragraph: Paragraph, path: Path) -> Path:
        """Return the path without the headings set like this one that tell the case: it stands beside them."""
        while path and section_of(path).holds(*_NO_HOMES) and self._is_set_like(paragraph, path[-1]):
            path = path[:-1]
        return path

    def _is_set_like(self, paragraph: Paragraph, heading: Heading) -> bool:
        above = self._headings.get(heading.index)
        if above is None or above.box != paragraph.box:
            return False
        return above.is_bold == paragraph.is_bold and abs(above.size - paragraph.size) < SAME_SIZE

    def _numbered_above(self, paragraph: Paragraph) -> Path | None:
        """Return the path below the numbered heading that a heading without a number is set like, but belongs to."""
        if paragraph.number is not None or paragraph.level not in self._levels_with_numbers:
            return None
        if _STANDS_ALONE.search(paragraph.text):
            self._numbered = {}
            return None
        return self._numbered.get(paragraph.level)

    def _is_agency_of(self, around: Section, paragraph: Paragraph, path: Path) -> bool:
        """Whether a heading set like a chapter stands inside the section of recommendations or learning before it."""
        if not around.holds(*_HOMES) or subjects_of(paragraph.text) or around.heading in path:
            return False
        if self._is_next_chapter(paragraph):
            return False
        if self._is_next_agency(paragraph) or (paragraph.number == "1" and self._follows_heading):
            return True
        if not around.holds(Subject.RECOMMENDATIONS, Subject.CONSIDERATIONS):
            return False
        return addressee_of_heading(paragraph.text) is not None or bool(REACH.match(paragraph.text))

    def _is_next_chapter(self, paragraph: Paragraph) -> bool:
        """Whether a heading goes on counting from a chapter that tells something else, and only ends in such a section.

        Chapters on each agency do, with their own lessons and recommendations at the end of each.
        """
        chapter = self._numbered.get(paragraph.level, ())
        if not chapter or section_of(chapter).holds(*_HOMES):
            return False
        numbers = (chapter[-1].number or "", paragraph.number or "")
        return all(number.isdecimal() for number in numbers) and int(numbers[1]) == int(numbers[0]) + 1

    def _is_theme_of(self, around: Section, paragraph: Paragraph, path: Path) -> bool:
        """Whether a heading names a theme of the section of learning before it, though it is set like that one's own.

        Where nothing is numbered and all headings look alike, what a heading says must tell.
        """
        home = around.heading
        if home is None or home in path or home.number is not None or _STANDS_ALONE.search(paragraph.text):
            return False
        if not (home.level == paragraph.level if paragraph.number is None else self._counts_themes(around, paragraph)):
            return False
        if not around.holds(*_OF_THEMES) and not (
            around.holds(Subject.RECOMMENDATIONS) and self._asks_below(paragraph)
        ):
            return False
        return not subjects_of(paragraph.text) and part_of_heading(paragraph.text) in _PARTS_OF_THEMES

    @staticmethod
    def _counts_themes(around: Section, paragraph: Paragraph) -> bool:
        """Whether a heading's number is the first in its section or follows that of the theme before it."""
        before = around.below[-1].number if around.below else "0"
        numbers = (before or "", paragraph.number or "")
        return all(number.isdecimal() for number in numbers) and int(numbers[1]) == int(numbers[0]) + 1

    def _asks_below(self, paragraph: Paragraph) -> bool:
        """Whether what stands right below a heading is a recommendation."""
        below = self._outline.paragraphs[paragraph.index + 1 : paragraph.index + 2]
        return any(p.kind is not BlockKind.HEADING and asks_outright(p.text) and binds(p.text) for p in below)

    def _is_next_agency(self, paragraph: Paragraph) -> bool:
        """Whether a heading goes on counting from the agency's heading before it."""
        last = self._agency
        if last is None or last.level != paragraph.level:
            return False
        numbers = [re.match(r"\d+$", p.number or "") for p in (last, paragraph)]
        return bool(numbers[0] and numbers[1] and int(numbers[1].group()) == int(numbers[0].group()) + 1)

    @staticmethod
    def _home(around: Section) -> Path:
        """Return the path of the outermost section of recommendations or learning that a place stands in."""
        path = (*around.above, *((around.heading,) if around.heading else ()))
        first = next((n for n, heading in enumerate(path) if subjects_of(heading.text) & _HOMES), len(path) - 1)
        return path[: first + 1]


def _key(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower()))
