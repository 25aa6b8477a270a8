"""A paragraph's words with their look: what is deleted, hidden or a field's code left out, line breaks kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.word.archive import tag, value
from ingest.word.styles import Look, Style, Styles, look_of

# What holds runs without adding anything to them.
_HOLDERS = frozenset(
    tag(name)
    for name in (
        "w:hyperlink",
        "w:ins",
        "w:moveTo",
        "w:smartTag",
        "w:sdt",
        "w:sdtContent",
        "w:fldSimple",
        "w:customXml",
        "w:dir",
        "w:bdo",
    )
)
_SYMBOL_FONTS = re.compile(r"wingdings|webdings|symbol|dingbats", re.IGNORECASE)
# Signs of symbol fonts that are bullets or ticks; others of these fonts are ornaments.
_SYMBOL = "•"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. `text` has a line break where the paragraph's line was broken on purpose."""

    text: str
    look: Look


@dataclass
class Words:
    """What a paragraph holds: its runs, the notes that it calls, the boxes that hang on it.

    A note is its kind, its id, and the text before its mark.
    """

    runs: list[Run] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all of its characters."""
        return "".join(run.text for run in self.runs)


class _Fields:
    """Remembers whether the way is inside a field's code, which is not printed."""

    def __init__(self) -> None:
        self.open: list[bool] = []

    def pass_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self.open.append(True)
        elif kind == "separate" and self.open:
            self.open[-1] = False
        elif kind == "end" and self.open:
            self.open.pop()

    @property
    def is_code(self) -> bool:
        return any(self.open)


def words_of(paragraph: etree._Element, styles: Styles, style: Style) -> Words:
    """Return the words of a paragraph of a style."""
    words = Words()
    fields = _Fields()
    base = style.look.over(styles.look)
    for run in _runs(paragraph):
        properties = run.find(tag("w:rPr"))
        own = look_of(properties)
        named = value(properties.find(tag("w:rStyle"))) if properties is not None else None
        look = own.over(styles.character(named)).over(base)
        text = "".join(_characters(run, words, fields))
        if not text or look.is_hidden or _is_mark(text, look, words.text):
            continue
        words.runs.append(Run(text.upper() if look.is_capitals else text, look))
    return words


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph in order, those inserted by tracked changes too, those deleted not."""
    for child in element.iterchildren():
        if child.tag == tag("w:r"):
            yield child
        elif child.tag in _HOLDERS:
            yield from _runs(child)
        elif child.tag == tag("mc:AlternateContent"):
            yield from _runs(_choice(child))
        elif isinstance(child.tag, str) and child.tag.startswith(tag("m:oMath")[: tag("m:oMath").index("}") + 1]):
            yield child


def _choice(element: etree._Element) -> etree._Element:
    """Return the first of the alternatives that a document gives: the others say the same for older programs."""
    choice = element.find(tag("mc:Choice"))
    return choice if choice is not None else element


def _characters(run: etree._Element, words: Words, fields: _Fields) -> Iterator[str]:
    for child in run.iterchildren():
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "fldChar":
            fields.pass_mark(value(child, "w:fldCharType"))
        elif fields.is_code:
            continue
        elif name in ("t", "r"):
            yield "".join(str(part) for part in child.itertext())
        elif name in _PLAIN:
            yield _PLAIN[name]
        elif name == "br":
            yield "\n" if value(child, "w:type") != "column" else " "
        elif name == "sym":
            yield _SYMBOL if _SYMBOL_FONTS.search(value(child, "w:font") or "") else ""
        elif name in ("footnoteReference", "endnoteReference"):
            words.notes.append((name.removesuffix("Reference"), value(child, "w:id") or "", words.text))
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            words.boxes += _text_boxes(child)


_PLAIN = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}


def _text_boxes(element: etree._Element) -> list[etree._Element]:
    """Return the contents of the text boxes in a drawing, each once."""
    if element.tag == tag("mc:AlternateContent"):
        element = _choice(element)
    boxes = list(element.iter(tag("w:txbxContent")))
    return [box for box in boxes if not any(outer is not box and outer in boxes for outer in box.iterancestors())]


def _is_mark(text: str, look: Look, before: str) -> bool:
    """Return whether raised figures are a note's mark set by hand: after a word, and not a unit's square or cube."""
    if not look.is_raised or not re.fullmatch(r"\s*(?:\d{1,3}(?:[,;]\s?\d{1,3})*|[*†‡§])\s*", text):
        return False
    return not re.search(r"\b(?:m|km|cm|mm)$", before)
