"""Everything that can be made of a pack, in one ZIP file. Pure."""

import io
import zipfile
from collections.abc import Callable

from packs.content import PackContent
from packs.exports import pdf, powerpoint, sources, web, word

# The same pack always gives the same archive, whenever it is made.
WHEN = (2026, 1, 1, 0, 0, 0)
ABOUT = """{name}

slides.pptx            Slides, with what to say in the notes pane
facilitators-guide     The whole session with notes and timings: Word, PDF and a web page
handout                For people in the room: Word, PDF (two to a page) and a web page
sources.csv            Where everything comes from, with links

Made by {maker} on {made_on} with {site}: {address}
"""


def render(content: PackContent, template: bytes | None, tell: Callable[[str], None]) -> bytes:
    """Return the archive; `tell` is called before each file with what is being made. Raises NotADesign."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, doing, make in _files(template):
            tell(doing)
            _add(archive, name, make(content))
        _add(archive, web.STYLE_NAME, web.STYLE_SHEET.read_bytes())
        about = ABOUT.format(
            name=content.name, maker=content.maker, made_on=content.made_on, site=content.site, address=content.address
        )
        _add(archive, "read-me.txt", about.encode())
    return file.getvalue()


def _files(template: bytes | None) -> tuple[tuple[str, str, Callable[[PackContent], bytes]], ...]:
    return (
        ("slides.pptx", "Making the slides", lambda content: powerpoint.render(content, template)),
        ("facilitators-guide.docx", "Making the guide in Word", word.guide),
        ("facilitators-guide.pdf", "Making the guide as PDF", pdf.guide),
        ("facilitators-guide.html", "Making the guide as a web page", web.guide),
        ("handout.docx", "Making the handout in Word", word.handout),
        ("handout.pdf", "Making the handout as PDF", pdf.handout),
        ("handout.html", "Making the handout as a web page", web.handout),
        ("sources.csv", "Listing the sources", sources.render),
    )


STEPS = len(_files(None))


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, WHEN), content, zipfile.ZIP_DEFLATED)
