"""Pictures lead to this site only, and say what each mark is."""

import re
from xml.etree import ElementTree

from reviews.insight.drawing import svg_of
from reviews.insight.shapes import bars, grid
from reviews.insight.specs import STEPS, spec_of
from reviews.insight.suppression import Number


def svg_of_bars():
    numbers = {"a": Number(5, 5), "b": Number(0, 0)}
    shape = bars(numbers, {"a": "Neglect & “co”", "b": "B"}, {"a": "/reviews/?a=1&b=2"}, unit="Reviews", name="Theme")
    return svg_of(spec_of(shape), name="themes", label="Themes <all>")


def test_a_mark_is_a_link_with_a_title_and_a_mark_without_a_list_is_none():
    root = ElementTree.fromstring(svg_of_bars())

    links = list(root.iter("{http://www.w3.org/2000/svg}a"))
    assert [link.get("href") for link in links] == ["/reviews/?a=1&b=2"]
    assert links[0].findtext("{http://www.w3.org/2000/svg}title") == "Neglect & “co”, Reviews: 5"


def test_nothing_leads_out_of_the_site():
    addresses = re.findall(r'(?:href|src)="([^"]*)"', svg_of_bars())

    assert all(address.startswith(("/", "#")) for address in addresses)


def test_there_is_no_style_or_script_in_a_picture():
    assert not re.search(r"<style|style=|<script| on\w+=", svg_of_bars())


def test_a_number_that_is_kept_back_is_not_drawn():
    shape = grid(
        {("a", "x"): Number(1, 0), ("a", "y"): Number(2, 0)}, {"a": "Neglect"}, {"x": "2020", "y": "2021"}, {},
        unit="Reviews", names=("Theme", "Year"),
    )  # fmt: skip
    drawn = spec_of(shape)["data"]["values"]

    assert [datum["short"] for datum in drawn] == ["×", "×"]
    assert {datum["drawn"] for datum in drawn} == {0}
    assert {cell.shown for cell in shape.cells} == {"kept back"}


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_words_on_every_colour_can_be_read():
    for ground, ink in STEPS:
        lighter, darker = sorted((luminance(ground), luminance(ink)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_a_long_name_is_not_cut():
    long = "Children who have disabilities or complex health needs"
    shape = bars({"a": Number(5, 5)}, {"a": long}, {}, unit="Reviews", name="Theme")

    drawn = svg_of(spec_of(shape), name="themes", label="Themes")

    assert "…" not in drawn
    assert long in " ".join(re.sub(r"<[^>]+>", " ", drawn).split())
