"""Recommendations without a label of their own: the numbered, bulleted or plain series of a section that holds them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.extractors.addressees import addressee_of_lead
from ingest.extractors.bodies import is_body
from ingest.extractors.items.drafts import Draft, piece_of, sub_point
from ingest.extractors.items.series import BULLETS, Style, continues, style_of_items, styles_of
from ingest.extractors.manuscript.announcements import announced_subjects
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind
from ingest.extractors.manuscript.wording import (
    announces_recommendations,
    asks_for_action,
    asks_outright,
    binds,
    gives_reasons,
    is_signature,
    is_title,
)
from ingest.extractors.recommendations.group_lines import is_group_line
from ingest.extractors.recommendations.run_together import parted

# "The Board should:" and no more: it names who acts for the points below.
BARE_LEAD_WORDS = 9

_TELLS = re.compile(
    r"(?:(?:the|this) (?:review|report|section|author|panel|case|table)|there (?:is|was|has|have)|it (?:is|was|has)|"
    r"single agency|each agency|agencies have|since|during|in (?:addition|response|light|order)|i |we |having )",
    re.IGNORECASE,
)
# What has been done already is reported and not recommended.
_IS_DONE = re.compile(
    r"\b(?:has|have) (?:already |now |since |also )*(?:been|begun|started|taken|agreed|accepted|introduced|"
    r"completed|made|"
    r"developed|undertaken|established|set up|commissioned)\b",
    re.IGNORECASE,
)
# "Since the death the Trust has taken the following action:" leads into what needs no recommendation.
_REPORTS_ACTION = re.compile(
    r"\b(?:has|have) (?:already |since |now |also )*(?:taken|made|introduced|implemented|put in place|been "
    r"(?:taken|made|introduced|implemented|put in place))\b|\balready\b",
    re.IGNORECASE,
)
# "The Panel recommends that the Board:" leads into the recommendations, also in words of its own.
_LEADS_IN = re.compile(r"\brecommend(?:s|ed)?\b[^.]{0,120}:\s*$", re.IGNORECASE)
_THE_FOLLOWING = re.compile(r"\bthe following\W*$", re.IGNORECASE)
_BARE_LEAD = re.compile(r"\b(?:should|must|shall|will|to|need to|are asked to|is asked to)\s*:\s*$", re.IGNORECASE)
_NUMBERED_OUTSIDE = frozenset({Style.DOTTED_2, Style.DOTTED_3, Style.DOTTED_4})
_SURE = {Style.PLAIN: 0.65, Style.BULLET: 0.8, Style.INNER_BULLET: 0.7}


def listed(run: Sequence[Entry]) -> Iterator[Draft]:
    """Yield the recommendations of a run of paragraphs that stand under the same headings."""
    run = [_without_title(entry) for entry in run if not entry.paragraph.rows and not is_signature(entry.text)]
    for group, part in _parts(run):
        reader = _Reader(part, group)
        if reader.style is not None:
            drafts = list(reader.read())
            yield from parted(drafts[0], reader.lead) if len(drafts) == 1 else drafts


def _without_title(entry: Entry) -> Entry:
    """Return an entry without the theme in bold before its text: "2. Autism. The Board should ..."."""
    lead = entry.paragraph.bold_lead
    text = entry.text.removeprefix(lead).strip(" :–-")
    is_titled = bool(re.search(r"[.:–]\s*$", lead)) and text != entry.text and is_title(lead.strip(" .:–"))
    is_kept = entry.label is not None or is_body(lead.strip(" .:–"))
    if not is_titled or is_kept or not asks_outright(text):
        return entry
    return replace(entry, paragraph=replace(entry.paragraph, text=text, bold_lead=""))


def _parts(run: Sequence[Entry]) -> Iterator[tuple[str | None, list[Entry]]]:
    """Yield (the line that parts it from the rest, its entries) for each part of a run."""
    group: str | None = None
    part: list[Entry] = []
    for position, entry in enumerate(run):
        if is_group_line(run, position):
            if part:
                yield group, part
            group, part = entry.text.strip(" :"), []
        else:
            part.append(entry)
    if part:
        yield group, part


@dataclass(frozen=True, slots=True)
class _Open:
    """What has been read of the run: the item being read, and the line that leads into it."""

    draft: Draft | None = None
    lead: str | None = None


class _Reader:
    """Reads one run. `style` is how its items are marked, None where it has none."""

    def __init__(self, run: Sequence[Entry], group: str | None) -> None:
        self.run = run
        self.group = group
        self.styles = styles_of(run)
        self.is_mixed = not run[0].section.holds_only(Subject.RECOMMENDATIONS, Subject.CONSIDERATIONS)
        self.lead = next((entry.text for entry in reversed(run) if entry.text.rstrip().endswith(":")), None)
        self.has_bold_items = sum(self._is_bold_item(entry) for entry in run) > 1
        self.style = style_of_items(run, self.styles, self._is_item, _is_bare_lead)

    def read(self) -> Iterator[Draft]:
        """Yield the items, each with its sub-points, in the order of the run."""
        state = _Open()
        for entry, style in zip(self.run, self.styles, strict=True):
            if self._tells_what_was_done(entry, style):
                continue
            if (style is self.style or self._stands_higher(entry, style)) and self._is_item(entry):
                if state.draft:
                    yield state.draft
                state = _Open(self._begin(entry, style, state.lead), state.lead)
            elif state.draft and self._belongs(state.draft, entry, style):
                state = _Open(_with_more(state.draft, entry, style), state.lead)
            else:
                if state.draft:
                    yield state.draft
                leads = entry.text.rstrip().endswith(":") or announces_recommendations(entry.text)
                state = _Open(None, entry.text if leads else state.lead)
        if state.draft:
            yield state.draft

    def _begin(self, entry: Entry, style: Style, lead: str | None) -> Draft:
        kind = ItemKind.CONSIDERATION if entry.section.holds(Subject.CONSIDERATIONS) else ItemKind.RECOMMENDATION
        label = entry.number if style not in BULLETS else None
        if kind is ItemKind.RECOMMENDATION and entry.lead:
            lead = lead or entry.lead.text
        addressee = addressee_of_lead(lead) if lead else None
        sure = _SURE.get(style, 0.9) - (0.1 if self.is_mixed else 0)
        is_question = kind is ItemKind.CONSIDERATION and entry.text.rstrip().endswith("?")
        doubt = "worded as a question" if is_question else "" if label else "no number found"
        return Draft(kind, label, (piece_of(entry.paragraph),), entry.section, self.group, addressee, sure, doubt)

    def _is_item(self, entry: Entry) -> bool:
        if entry.opens or entry.label is not None or announces_recommendations(entry.text):
            return False
        if _LEADS_IN.search(entry.text) or _THE_FOLLOWING.search(entry.text) or announced_subjects(entry.text):
            return False
        if entry.section.holds(Subject.CONSIDERATIONS):
            return entry.is_list_item or entry.text.rstrip().endswith("?") or asks_for_action(entry.text)
        if entry.lead is not None:
            return entry.is_list_item or asks_for_action(entry.text)
        if self.is_mixed:
            return asks_outright(entry.text)
        if entry.number is not None:
            return not _is_context(entry)
        if entry.is_list_item:
            return asks_for_action(entry.text) or len(entry.text.split()) > 5
        if self.has_bold_items and not entry.paragraph.is_bold:
            return False
        return asks_for_action(entry.text) and not gives_reasons(entry.text) and not _is_context(entry)

    def _tells_what_was_done(self, entry: Entry, style: Style) -> bool:
        """Whether a point stands in the list under a line that reports: "the Trust has taken the following action:"."""
        if style not in BULLETS or asks_outright(entry.text):
            return False
        position = self.run.index(entry)
        above = next(
            (one for one, s in zip(self.run[position::-1], self.styles[position::-1], strict=True) if s not in BULLETS),
            None,
        )
        return above is not None and above.text.rstrip().endswith(":") and bool(_REPORTS_ACTION.search(above.text))

    def _stands_higher(self, entry: Entry, style: Style) -> bool:
        """Whether a paragraph numbered 8.2 after 8.1.3 asks for something itself."""
        is_higher = style is Style.DOTTED_2 and self.style in (Style.DOTTED_3, Style.DOTTED_4)
        return is_higher and not entry.text.rstrip().endswith(":") and asks_outright(entry.text)

    def _is_bold_item(self, entry: Entry) -> bool:
        return entry.paragraph.is_bold and not entry.is_list_item and asks_for_action(entry.text)

    def _belongs(self, draft: Draft, entry: Entry, style: Style) -> bool:
        """Whether an entry is inside the item before it: a sub-point, or the rest of its sentence or request."""
        if entry.opens or entry.label is not None or announces_recommendations(entry.text):
            return continues(draft.text, entry)
        if style is Style.PLAIN:
            is_more = asks_for_action(entry.text) and not gives_reasons(entry.text) and self.style is not Style.PLAIN
            return continues(draft.text, entry) or (is_more and not self.is_mixed)
        if style is self.style:
            return False
        if style in _NUMBERED_OUTSIDE and self.style not in _NUMBERED_OUTSIDE:
            return bool(draft.label) and (entry.number or "").startswith(f"{draft.label}.")
        return self.style is not Style.BULLET or style is not Style.BULLET


def _with_more(draft: Draft, entry: Entry, style: Style) -> Draft:
    """Return an item with what belongs to it; where it was only a title so far, the text below takes its place."""
    if style is Style.PLAIN and draft.label and len(draft.pieces) == 1 and is_title(draft.text):
        return replace(draft, pieces=(piece_of(entry.paragraph),))
    return draft.with_pieces([sub_point(entry)])


def _is_bare_lead(entry: Entry) -> bool:
    """Whether a paragraph only says who acts and leads into the points below: "7.2 The Board should:"."""
    return bool(_BARE_LEAD.search(entry.text)) and len(entry.text.split()) <= BARE_LEAD_WORDS


def _is_context(entry: Entry) -> bool:
    """Whether a paragraph among recommendations tells of the case or the review instead of asking for something."""
    if asks_outright(entry.text):
        return False
    return bool(_TELLS.match(entry.text) or (_IS_DONE.search(entry.text) and not binds(entry.text)))
