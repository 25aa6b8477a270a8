"""Markdown and stray HTML within a line → spans of plain text with weight and slant."""

import html
import re
from collections.abc import Iterator

from ingest.spans import Span

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# In order: HTML tags; emphasis marks; images; links; a run of superscript figures; a backslash before a sign; text.
_TOKEN = re.compile(
    r"(?P<tag></?(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>)"
    r"|(?P<image>!\[[^\]\n]*\]\([^)\n]*\))"
    r"|\[(?P<link>[^\]\n]+)\]\((?P<address>[^)\s]*)[^)\n]*\)"
    r"|<(?P<bare>https?://[^>\s]+|[^<>\s@]+@[^<>\s]+)>"
    r"|\[\^(?P<note>[\w-]+)\]"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!>|~])"
    r"|(?P<marks>\*{1,3}|_{1,3})"
    r"|(?P<text>[^<\[!*_\\⁰¹²³⁴⁵⁶⁷⁸⁹]+|.)",
    re.DOTALL,
)
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite"})
_BREAKS = frozenset({"br"})
_SPACES = frozenset({"p", "div", "li", "ul", "ol", "td", "th", "tr", "small", "h1", "h2", "h3", "h4"})
# Tags that are understood; others in angle brackets are words of the text.
_KNOWN = (
    _BOLD
    | _ITALIC
    | _BREAKS
    | _SPACES
    | {"sup", "sub", "u", "span", "a", "font", "s", "del", "ins", "mark", "table", "tbody", "thead"}
)


def spans_of(line: str) -> list[Span]:
    """Return the words of a line with their weight and slant; its marks and tags are gone."""
    return [span for span in _Spans(line).spans() if span.text]


class _Spans:
    """Goes through one line, remembering which emphasis is open."""

    def __init__(self, line: str) -> None:
        self.tokens = list(_TOKEN.finditer(line))
        self.line = line
        self.bold = 0
        self.italic = 0
        self.raised = 0
        self.open_marks: list[str] = []

    def spans(self) -> Iterator[Span]:
        for place, token in enumerate(self.tokens):
            yield from self._span(place, token)

    def _span(self, place: int, token: "re.Match[str]") -> Iterator[Span]:
        kind = token.lastgroup
        if token["tag"]:
            yield from self._tag(token)
        elif token["marks"] and self._toggles(place, token):
            self._toggle(token["marks"])
        elif token["raised"]:
            yield Span(token["raised"].translate(_SUPERSCRIPTS), self._is_bold, self._is_italic, is_raised=True)
        elif token["note"]:
            yield Span(token["note"] if token["note"].isdigit() else "*", is_raised=True)
        elif token["link"]:
            yield from (self._words(span.text) for span in spans_of(token["link"]))
        elif kind != "image" and not token["image"]:
            yield self._words(token["escaped"] or token["bare"] or token[0])

    def _words(self, text: str) -> Span:
        return Span(html.unescape(text), self._is_bold, self._is_italic, self.raised > 0)

    @property
    def _is_bold(self) -> bool:
        return self.bold > 0

    @property
    def _is_italic(self) -> bool:
        return self.italic > 0

    def _tag(self, token: "re.Match[str]") -> Iterator[Span]:
        name = token["name"].casefold()
        step = -1 if token["tag"].startswith("</") else 1
        if name not in _KNOWN:
            yield self._words(token["tag"])
        elif name in _BOLD:
            self.bold = max(self.bold + step, 0)
        elif name in _ITALIC:
            self.italic = max(self.italic + step, 0)
        elif name == "sup":
            self.raised = max(self.raised + step, 0)
        elif name in _BREAKS:
            yield Span("\n")
        elif name in _SPACES:
            yield Span(" • " if name == "li" and step > 0 else " ")

    def _toggles(self, place: int, token: "re.Match[str]") -> bool:
        """Return whether asterisks or underscores are emphasis: they touch a word, and others open or close it."""
        before, after = self.line[token.start() - 1 : token.start()], self.line[token.end() : token.end() + 1]
        marks = token["marks"]
        if marks[0] == "_" and before.isalnum() and after.isalnum():
            return False
        if marks in self.open_marks:
            return bool(before.strip())
        later = (other["marks"] for other in self.tokens[place + 1 :])
        return bool(after.strip()) and any(other and other[0] == marks[0] for other in later)

    def _toggle(self, marks: str) -> None:
        step = 1
        if marks in self.open_marks:
            self.open_marks.remove(marks)
            step = -1
        else:
            self.open_marks.append(marks)
        if len(marks) != 2:
            self.italic = max(self.italic + step, 0)
        if len(marks) > 1:
            self.bold = max(self.bold + step, 0)
