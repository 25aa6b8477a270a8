"""Slides: a title of its own on each, notes in the notes pane, sources, described pictures, the trainer's design."""

import io
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from pptx import Presentation
from pptx.util import Inches

from packs.exports import powerpoint
from packs.exports.powerpoint_design import NotADesign
from packs.slides import slides_of
from tests.packs.contents import content
from tests.packs.exports_opened import as_pdf, needs_office


@pytest.fixture(scope="module")
def made():
    return powerpoint.render(content())


@pytest.fixture
def slides(made):
    return list(Presentation(io.BytesIO(made)).slides)


def words_on(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_every_slide_has_a_title_that_no_other_has(slides):
    titles = [slide.shapes.title.text_frame.text for slide in slides]

    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_the_title_is_read_first(slides):
    for slide in slides:
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id


def test_what_to_say_stands_in_the_notes_pane(slides):
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides)

    assert "Say where you can be found afterwards." in notes
    assert "Read it aloud." in notes
    assert "Language: “failed to engage”" in notes
    assert "Say where you can be found afterwards." not in "\n".join(words_on(slide) for slide in slides)


def test_every_quotation_has_its_source_on_the_slide_as_a_link(slides):
    quoted = [slide for slide in slides if "“When Tam’s name" in words_on(slide)]

    [slide] = quoted
    source = next(shape for shape in slide.shapes if shape.name == "Source")
    assert "finding 3, para 4.2, p. 12" in source.text_frame.text
    assert "Found by machine, not yet checked" in source.text_frame.text
    assert source.text_frame.paragraphs[0].runs[0].hyperlink.address.startswith("https://crossread.example/")


def test_the_ending_comes_after_the_question(slides):
    titles = [slide.shapes.title.text_frame.text for slide in slides]

    assert titles.index("Stop and talk") < titles.index("What happened next: Child Tam – Ambermoor, LCSPR")


def test_the_timeline_is_a_picture_that_says_what_it_shows_and_hides_the_ending(slides):
    pictures = [shape for slide in slides for shape in slide.shapes if shape.shape_type == 13]

    [picture] = pictures
    description = picture._element.nvPicPr.cNvPr.get("descr")
    assert "4 events, from September 2020 to 4 May 2021" in description
    assert picture.left + picture.width <= Inches(13.333)


def test_a_hard_passage_is_announced_and_can_be_skipped(slides):
    [number] = [number for number, slide in enumerate(slides) if "A hard passage comes next" in words_on(slide)]
    skip = next(shape for shape in slides[number].shapes if shape.name == "Skip this passage")

    assert "failed to engage" in words_on(slides[number + 1])
    assert skip.click_action.target_slide == slides[number + 2]


def test_nothing_asks_to_click_and_add_text(slides):
    for slide in slides:
        assert all(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)


def test_the_sources_stand_at_the_end(slides):
    assert "https://crossread.example/reviews/tam-ambermoor/" in words_on(slides[-1])


def test_no_slide_has_more_words_than_a_room_can_read():
    long = " ".join(f"word{number}" for number in range(400))
    base = content()
    part = next(part for part in base.parts if part.quotation)
    assert part.quotation is not None
    quoted = replace(part, quotation=replace(part.quotation, text=long))
    sections = (replace(base.sections[0], parts=(quoted,)),)
    shown = [slide.quotation for slide in slides_of(content(sections=sections)) if slide.quotation]

    assert " ".join(shown) == long
    assert max(len(words.split()) for words in shown) <= 94
    assert min(len(words.split()) for words in shown) > 30


def own_design(**names):
    slides = Presentation()
    slides.slides.add_slide(slides.slide_layouts[0]).shapes.title.text = "Old slide"
    file = io.BytesIO()
    slides.save(file)
    return file.getvalue()


def test_the_trainers_design_is_taken_without_its_slides():
    made = Presentation(io.BytesIO(powerpoint.render(content(), own_design())))
    words = "\n".join(words_on(slide) for slide in made.slides)

    assert made.slide_width == Inches(10)
    assert "Old slide" not in words
    assert "Neglect and children missing education" in words


@pytest.mark.parametrize("file", [b"", b"PK\x03\x04 not a file", b"%PDF-1.7"])
def test_what_is_no_design_is_refused(file):
    with pytest.raises(NotADesign):
        powerpoint.render(content(), file)


def test_a_file_with_macros_is_refused():
    file = io.BytesIO(own_design())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("ppt/vbaProject.bin", b"macro")

    with pytest.raises(NotADesign):
        powerpoint.render(content(), file.getvalue())


def test_a_file_that_unpacks_to_more_than_a_design_holds_is_refused():
    file = io.BytesIO(own_design())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/large.bin", b"\0" * (151 * 2**20))

    with pytest.raises(NotADesign):
        powerpoint.render(content(), file.getvalue())


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("design", [None, "own"])
def test_libreoffice_opens_it_without_repair(tmp_path, design):
    made = powerpoint.render(content(), own_design() if design else None)
    pages = pypdfium2.PdfDocument(as_pdf(made, "slides.pptx", tmp_path))

    assert len(pages) == len(slides_of(content()))
    assert "Neglect and children missing education" in " ".join(pages[0].get_textpage().get_text_range().split())
