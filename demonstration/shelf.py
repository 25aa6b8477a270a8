"""Put the demonstration reviews on the shelf: from their sources to PDFs, and the way of any uploaded file."""

from pathlib import Path

from demonstration.partnerships import home_partnership
from demonstration.typesetting import typeset
from ingest.intake import AlreadyHere, OnItsWay, receive
from ingest.models import Intake

SOURCES = Path(__file__).resolve().parent / "reviews"
LIBRARY = Path(__file__).resolve().parent / "library"


def typeset_all(folder: Path) -> list[Path]:
    """Return the PDFs of all demonstration reviews, in `folder`; one that is newer than its source is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    library_changed = max(part.stat().st_mtime for part in LIBRARY.glob("*.typ"))
    pdfs = []
    for source in sorted(SOURCES.glob("*.typ")):
        pdf = folder / f"{source.stem}.pdf"
        if not pdf.exists() or pdf.stat().st_mtime < max(source.stat().st_mtime, library_changed):
            typeset(source, pdf)
        pdfs.append(pdf)
    return pdfs


def put_on_the_shelf(pdfs: list[Path]) -> list[Intake]:
    """Send the files to be read and published; return the intakes to wait for. What is here already is left alone."""
    intakes = []
    for pdf in pdfs:
        with pdf.open("rb") as file:
            try:
                intakes.append(receive(file, name=pdf.name, held_by=home_partnership(), publish=True))
            except AlreadyHere:
                continue
            except OnItsWay as twin:
                intakes.append(twin.intake)
    return intakes
