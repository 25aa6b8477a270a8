"""Findings without a label of their own: the paragraphs and bullets of sections that hold findings or lessons."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extractors.findings.wording import (
    binds_its_points,
    is_about_report,
    is_good_practice,
    is_lesson,
    leads_in,
)
from ingest.extractors.items.drafts import Draft, piece_of, sub_point
from ingest.extractors.items.series import BULLETS, Style, continues, styles_of
from ingest.extractors.manuscript.announcements import announced_subjects
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind, label_of
from ingest.extractors.manuscript.wording import announces_recommendations, is_signature, is_title, is_topic

# A paragraph with fewer words says nothing that can be learned from; a bullet may be shorter.
PARAGRAPH_WORDS = 12
NUMBERED_WORDS = 7
BULLET_WORDS = 5
# A bullet with a verb and its full stop says something in fewer.
SENTENCE_WORDS = 3
# A paragraph of so few words above bullets that stand alone introduces them.
INTRODUCING_WORDS = 40


def listed(run: Sequence[Entry]) -> Iterator[Draft]:
    """Yield the findings of a run of paragraphs that stand under the same headings."""
    styles = styles_of(run)
    is_numbered = any(
        style not in BULLETS and style is not Style.PLAIN and not _is_title_in_bold(entry)
        for entry, style in zip(run, styles, strict=True)
    )
    draft: Draft | None = None
    joins_points = False
    for position, (entry, style) in enumerate(zip(run, styles, strict=True)):
        if draft and (continues(draft.text, entry) or (joins_points and style in BULLETS)):
            draft = draft.with_pieces([sub_point(entry)])
            continue
        if draft:
            yield draft
            draft = None
        above = run[position - 1] if position else None
        title = above if above and style is Style.PLAIN and _is_title_in_bold(above) else None
        if not _is_item(entry, style, is_numbered=is_numbered, is_titled=title is not None):
            continue
        following = run[position + 1] if position + 1 < len(run) else None
        if (
            following
            and following.is_list_item
            and entry.text.rstrip().endswith(":")
            and announced_subjects(entry.text)
        ):
            continue
        points = _points_below(run[position + 1 :], style, styles[position + 1 :])
        joins_points = bool(points) and (binds_its_points(entry.text) or not _stand_alone(entry, points))
        if points and not joins_points and (leads_in(entry.text) or _introduces(entry, style)):
            continue
        draft = _begin(entry, style)
        if title:
            draft = replace(draft, label=title.number)
    if draft:
        yield draft


def _is_title_in_bold(entry: Entry) -> bool:
    """Whether an entry is a numbered title over the text of a finding: "2. Information from abroad" in bold."""
    return entry.paragraph.is_bold and entry.number is not None and is_title(entry.text)


def _introduces(entry: Entry, style: Style) -> bool:
    """Whether a paragraph is so short that it introduces the bullets below it; a bullet above others says its own."""
    return style not in BULLETS and len(entry.text.split()) <= INTRODUCING_WORDS


def _points_below(rest: Sequence[Entry], style: Style, styles: Sequence[Style]) -> list[Entry]:
    """Return the bullets that directly follow an entry in this style, as points below it."""
    points: list[Entry] = []
    for entry, other in zip(rest, styles, strict=True):
        if not (_is_inside(style, other) or (entry.goes_on and points)):
            break
        points.append(entry)
    return points


def _stand_alone(above: Entry, points: Sequence[Entry]) -> bool:
    """Whether bullets below an entry say something each, so that each is an item of its own."""
    said = [p for p in points if len(p.text.split()) >= BULLET_WORDS and p.text[:1].isupper() and not is_topic(p.text)]
    may_stand_alone = len(points) > 1 or above.text.rstrip().endswith(".")
    return may_stand_alone and len(said) >= 0.7 * len(points)


def _is_inside(style: Style, following: Style) -> bool:
    """Whether an entry in the second style is a point below one in the first."""
    return (following in BULLETS and style is not Style.BULLET) or following is Style.INNER_BULLET


def _is_item(entry: Entry, style: Style, *, is_numbered: bool, is_titled: bool) -> bool:
    if entry.opens or entry.label is not None or is_signature(entry.text) or announces_recommendations(entry.text):
        return False
    words = len(entry.text.split())
    if _is_title_in_bold(entry):
        return False
    if style in BULLETS:
        is_said = not is_topic(entry.text) or entry.section.holds_only(
            Subject.LESSONS, Subject.LEARNING, Subject.GOOD_PRACTICE
        )
        if entry.text.endswith(".") and not is_topic(entry.text) and words >= SENTENCE_WORDS:
            return True
        return words >= BULLET_WORDS and (is_said if entry.lead is None else not is_topic(entry.text))
    if style is Style.PLAIN and is_numbered:
        return False
    if entry.lead is not None and style is Style.PLAIN and label_of(entry.lead.text) is None:
        return False
    is_praise = entry.section.holds_only(Subject.GOOD_PRACTICE) and not is_topic(entry.text)
    is_marked = style is not Style.PLAIN or entry.lead is not None or is_titled or is_praise
    least = NUMBERED_WORDS if is_marked else PARAGRAPH_WORDS
    is_said = words >= least or (style is not Style.PLAIN and words >= BULLET_WORDS and not is_topic(entry.text))
    return is_said and not is_about_report(entry.text) and not entry.text.rstrip().endswith("?")


def _begin(entry: Entry, style: Style) -> Draft:
    label = entry.number if style not in BULLETS else None
    sure = 0.75 if style is Style.PLAIN else 0.85
    return Draft(kind_of(entry), label, (piece_of(entry.paragraph),), entry.section, confidence=sure)


def kind_of(entry: Entry) -> ItemKind:
    """Return what kind of finding a paragraph is, by its section and its first sentence."""
    section = entry.section
    if section.holds(Subject.GOOD_PRACTICE) and not section.holds(Subject.LEARNING, Subject.LESSONS, Subject.FINDINGS):
        return ItemKind.GOOD_PRACTICE
    if section.holds(Subject.LESSONS) and not section.holds(Subject.FINDINGS):
        return ItemKind.LESSON
    if is_good_practice(entry.text):
        return ItemKind.GOOD_PRACTICE
    if section.holds(Subject.LEARNING) and not section.holds(Subject.FINDINGS):
        is_points = section.heading is not None and "point" in section.heading.text.lower()
        return ItemKind.LEARNING_POINT if is_points else ItemKind.LESSON
    return ItemKind.LESSON if is_lesson(entry.text) else ItemKind.FINDING
