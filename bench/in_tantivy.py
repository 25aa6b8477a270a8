"""tantivy: 20 passages by BM25 with snippets, how many there are, and the counts of four filters."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from bench.corpus import MadeReview
from bench.questions import Asked

NAME = "tantivy"
ROWS = 20
HEAP = 512 * 1024 * 1024
FILTERS = ("kind", "area", "year", "theme")
COUNTS = {name: {"terms": {"field": name, "size": 200}} for name in FILTERS}


class Tantivy:
    """Asks one index in this process."""

    def __init__(self, index: Any, schema: Any) -> None:
        self.index, self.schema = index, schema
        self.searcher = index.searcher()

    def ask(self, asked: Asked) -> int:
        """Return how many passages answer."""
        query = self.query(asked)
        found = self.searcher.search(query, limit=ROWS, count=True, offset=(asked.page - 1) * ROWS)
        self.searcher.aggregate(query, COUNTS)
        shown = tantivy.SnippetGenerator.create(self.searcher, query, self.schema, "text")
        for _, address in found.hits:
            shown.snippet_from_doc(self.searcher.doc(address)).to_html()
        return int(found.count)

    def query(self, asked: Asked) -> Any:
        """Return the question as a query of tantivy."""
        parts = [(Occur.Must, self._parsed(f'"{words}"')) for words in (*asked.words, asked.phrase) if words]
        if asked.beginning:
            parts.append((Occur.Must, Query.regex_query(self.schema, "text", f"{asked.beginning}.*")))
        if asked.without:
            parts.append((Occur.MustNot, self._parsed(asked.without)))
        said = {
            "kind": asked.kind,
            "year": str(asked.year or ""),
            "theme": "" if asked.theme is None else str(asked.theme),
        }
        parts += [(Occur.Must, Query.term_query(self.schema, name, value)) for name, value in said.items() if value]
        return Query.boolean_query(parts)

    def _parsed(self, written: str) -> Any:
        return self.index.parse_query(written, ["text"])


def fill(reviews: Iterable[MadeReview], folder: Path) -> Tantivy:
    """Write the passages into an index, if it is not there."""
    schema = _schema()
    path, done = folder / "tantivy", folder / "tantivy.done"
    path.mkdir(exist_ok=True)
    index = tantivy.Index(schema, str(path), reuse=done.exists())
    if not done.exists():
        _write(reviews, index)
        done.touch()
    index.reload()
    return Tantivy(index, schema)


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    for name in FILTERS:
        builder.add_text_field(name, stored=False, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _write(reviews: Iterable[MadeReview], index: Any) -> None:
    writer = index.writer(HEAP, 1)
    for review in reviews:
        facts = {"kind": [review.kind], "area": [review.area], "year": [str(review.year or "none")],
                 "theme": [str(theme) for theme in review.themes]}  # fmt: skip
        for item in review.items:
            if item.kind == "passage":
                writer.add_document(tantivy.Document(text=[item.text], **facts))
    writer.commit()
    writer.wait_merging_threads()
