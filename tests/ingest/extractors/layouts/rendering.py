"""Layouts set as files: the same pieces of reviews as web pages and as Word documents."""

import re
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import docx

# A review's own beginning, so that what follows is no cover
OPENING = (
    "It was agreed at a meeting of partners that all those who had known the family would be asked what they had seen "
    "and what they had made of it at the time. What they said stands throughout the report that follows, in their own "
    "words where these could be kept."
)
TITLE = "Learning Review: Child Z"
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def as_html(markup: Sequence[str], target: Path) -> None:
    """Write a layout as a web page."""
    page = [f"<h1>{TITLE}</h1><p>{OPENING}</p>"]
    for kind, lines in _groups(markup):
        page.append(_ELEMENTS[kind]([_BOLD.sub(r"<strong>\1</strong>", escape(line, quote=False)) for line in lines]))
    target.write_text(f"<html><body><main>{''.join(page)}</main></body></html>", encoding="utf-8")


def as_word(markup: Sequence[str], target: Path) -> None:
    """Write a layout as a Word document."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(OPENING)
    for kind, lines in _groups(markup):
        if kind == "table":
            _add_table(document, [_cells(line) for line in lines])
        elif kind == "box":
            cell = document.add_table(1, 1, "Table Grid").rows[0].cells[0]
            for number, line in enumerate(lines):
                _add_runs(cell.paragraphs[0] if not number else cell.add_paragraph(), line)
        else:
            for line in lines:
                style = f"Heading {len(line) - len(line.lstrip('#'))}" if kind == "heading" else _STYLES.get(kind)
                _add_runs(document.add_paragraph(style=style), line.lstrip("# "))
    document.save(str(target))


def _groups(markup: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return the lines of a layout by kind, those together that make one list, table or box."""
    groups: list[tuple[str, list[str]]] = []
    last = ""
    for line in markup:
        kind = next((kind for mark, kind in _MARKS.items() if line.strip().startswith(mark)), "text" if line else "")
        if kind in ("list", "table", "box") and kind == last:
            groups[-1][1].append(line.strip().removeprefix("- ").lstrip("> "))
        elif kind and kind != "page":
            groups.append((kind, [line.strip().removeprefix("- ").lstrip("> ")]))
        last = kind
    return groups


_MARKS = {"===": "page", "#": "heading", "- ": "list", "|": "table", ">": "box"}
_STYLES = {"list": "List Bullet"}


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _heading(lines: list[str]) -> str:
    level = 1 + len(lines[0]) - len(lines[0].lstrip("#"))
    return f"<h{level}>{lines[0].lstrip('# ')}</h{level}>"


def _table(lines: list[str]) -> str:
    rows = ("".join(f"<td>{cell}</td>" for cell in _cells(line)) for line in lines)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


_ELEMENTS: dict[str, Callable[[list[str]], str]] = {
    "heading": _heading,
    "table": _table,
    "text": lambda lines: "".join(f"<p>{line}</p>" for line in lines),
    "list": lambda lines: f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>",
    "box": lambda lines: f'<div style="border: 1px solid">{"".join(f"<p>{line}</p>" for line in lines)}</div>',
}


def _add_table(document, rows: list[list[str]]) -> None:
    table = document.add_table(0, max(map(len, rows)), "Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            _add_runs(cell.paragraphs[0], text)


def _add_runs(paragraph, line: str) -> None:
    for number, text in enumerate(_BOLD.split(line)):
        paragraph.add_run(text).bold = bool(number % 2) or None
