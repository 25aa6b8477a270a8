"""A made-up report of any number of pages, to see that memory does not grow with them."""

from pathlib import Path

import typst

SOURCE = """
#set page(paper: "a4", header: [Overview report · restricted until published], numbering: "1")
#set text(size: 10pt)
#set par(justify: true)
= Overview report
#for chapter in range(1, {chapters} + 1) [
  #pagebreak(weak: true)
  == #chapter. What was known in year #chapter
  #for number in range(1, 7) [
    #chapter.#number  On #number March 2014 the health visitor saw the child at home with the mother, and wrote that the
    house was cold and that there was little food. #lorem(70) The referral to children's social care did not meet the
    threshold, and nobody asked why it had been made. #lorem(40)

  ]
  #table(columns: 3, [*Date*], [*Agency*], [*What happened*],
    ..range(1, 5).map(day => ([#day May 2014], [School], [The child was not brought to school. #lorem(8)])).flatten())
]
"""
PAGES_OF_A_CHAPTER = 2


def write_long_report(target: Path, pages: int) -> None:
    """Write a PDF of so many pages or a few more."""
    source = target.with_suffix(".typ")
    source.write_text(SOURCE.replace("{chapters}", str(pages // PAGES_OF_A_CHAPTER)), encoding="utf-8")
    typst.compile(source, target, format="pdf", ignore_system_fonts=True)
