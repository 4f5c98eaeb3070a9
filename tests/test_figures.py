"""Figures in normal shape, and as they are drawn in PDF and HTML."""

from __future__ import annotations

import io
import math
import re
from xml.etree import ElementTree as ET

import pikepdf
import pypdf
import pytest

import specimens
import verapdf
from invoeringstoets.document import (
    Align,
    Bar,
    Cover,
    Document,
    Figure,
    Footnote,
    Heading,
    Ink,
    Label,
    Paragraph,
    Shape,
    Stroke,
    Text,
)
from invoeringstoets.formats import html, normal, pdf
from test_formats_pdf import elements, tags

SHAPES: tuple[Shape, ...] = (
    Bar(40, 5, 80, 6),
    Bar(40, 15, 40, 6, Ink.QUIET),
    Stroke(40, 2, 40, 30),
    Stroke(0, 30, 150, 30, dashed=True),
    Label(38, 9.5, "Verwacht é <&>", Align.RIGHT),
    Label(122, 9.5, "10 ouders", strong=True),
    Label(75, 27, "in het midden", Align.CENTER, 7),
)
ALTERNATIVE = "Staaf van 10 ouders tegenover 5 “ouders” <b>"
FIGURE = Figure((Text("Een tekening"),), ALTERNATIVE, 154, 40, SHAPES, "tekening")


def document(*blocks: Figure, cover: bool = True) -> Document:
    around = (Heading(1, (Text("Kop"),), "kop"), *blocks, Paragraph((Text("Na de tekening."),)))
    front = Cover("Titel", "", ()) if cover else specimens.letter().front
    return Document("Titel", front, around)


# --- normal shape -----------------------------------------------------------------------------


def shaped(figure: Figure) -> Figure:
    (found,) = normal.blocks((figure,))
    assert isinstance(found, Figure)
    return found


def test_a_figure_in_normal_shape_is_left_as_it_is() -> None:
    assert shaped(FIGURE) == FIGURE


def test_text_in_a_figure_is_cleaned_and_bounded() -> None:
    shapes = (Label(1, 1, " a\x00\n b ", size=500), Label(1, 1, "\t"), Label(1, 1, "b", size=0))
    found = shaped(Figure((), "x\x00\n y", 10, 10, shapes))
    assert found.alternative == "x\N{REPLACEMENT CHARACTER} y"
    assert [label.text for label in found.shapes if isinstance(label, Label)] == [
        "a\N{REPLACEMENT CHARACTER} b",
        "b",
    ]
    assert [label.size for label in found.shapes if isinstance(label, Label)] == [72, 4]


@pytest.mark.parametrize("wrong", [math.nan, math.inf, -math.inf, 1e6])
def test_shapes_that_have_no_place_are_left_out(wrong: float) -> None:
    shapes = (
        Bar(wrong, 0, 1, 1),
        Bar(0, 0, 0, 1),
        Bar(0, 0, 1, -1),
        Stroke(0, wrong, 1, 1),
        Label(0, wrong, "weg"),
        Bar(0, 0, 1, 1),
    )
    assert shaped(Figure((), "x", 10, 10, shapes)).shapes == (Bar(0, 0, 1, 1),)


@pytest.mark.parametrize(
    ("width", "height", "shapes"),
    [(0, 10, SHAPES), (10, math.nan, SHAPES), (2000, 10, SHAPES), (10, 10, ())],
)
def test_a_figure_without_sheet_or_shapes_is_left_out(
    width: float, height: float, shapes: tuple[Shape, ...]
) -> None:
    assert normal.blocks((Figure((), "x", width, height, shapes),)) == ()


def test_every_figure_has_an_alternative_text() -> None:
    caption = (Text("Over"), Footnote((Text("noot"),)))
    assert shaped(Figure(caption, " ", 10, 10, SHAPES)).alternative == "Over (noot)"
    assert shaped(Figure((), "", 10, 10, SHAPES)).alternative == "Afbeelding zonder beschrijving"


def test_an_id_occurs_once() -> None:
    found = normal.blocks((FIGURE, FIGURE))
    assert [one.id for one in found if isinstance(one, Figure)] == ["tekening", ""]


# --- PDF --------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("cover", [True, False], ids=["report", "letter"])
@pytest.mark.parametrize("profile", verapdf.PROFILES)
def test_verapdf_finds_nothing(profile: str, cover: bool) -> None:  # noqa: FBT001
    verapdf.require()
    wide = Figure((), "breed", 300, 20, (Bar(0, 0, 300, 5), Label(299, 15, "x", Align.RIGHT)))
    drawn = pdf.render(document(FIGURE, wide, cover=cover))
    assert verapdf.failures(drawn, profile) == set()


def test_the_pdf_has_the_figure_with_its_words_and_its_alternative() -> None:
    drawn = pdf.render(document(FIGURE))
    with pikepdf.open(io.BytesIO(drawn)) as opened:
        told = [str(n.Alt) for n in elements(opened.Root.StructTreeRoot.K) if n.S == "/Figure"]
    assert told == [ALTERNATIVE]
    assert "Caption" in tags(drawn)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(drawn)).pages)
    for said in ("Een tekening", "Verwacht é <&>", "10 ouders", "in het midden"):
        assert said in text


def test_a_figure_that_is_wider_than_the_text_is_made_smaller() -> None:
    wide = Figure((), "breed", 600, 20, (Bar(0, 0, 600, 5),))
    page = pypdf.PdfReader(io.BytesIO(pdf.render(document(wide, cover=False)))).pages[0]
    drawn = page.get_contents()
    assert drawn is not None
    numbers = [float(n) for n in re.findall(rb"[\d.]+(?= )", drawn.get_data())]
    assert max(numbers) < 842


# --- HTML -------------------------------------------------------------------------------------


def svg(figure: Figure) -> ET.Element:
    fragment = html.blocks_html((figure,))
    found = re.search(r"<svg.*</svg>", fragment, re.DOTALL)
    assert found
    return ET.fromstring(found[0])  # noqa: S314 (our own)


def test_the_page_draws_every_shape_with_a_class_and_no_style() -> None:
    drawn = svg(FIGURE)
    assert drawn.get("role") == "img"
    assert drawn.get("aria-label") == ALTERNATIVE
    assert drawn.get("viewBox") == "0 0 154 40"
    kinds = [child.tag.rpartition("}")[2] for child in drawn]
    assert kinds == ["rect", "rect", "line", "line", "text", "text", "text"]
    assert all((child.get("class") or "").startswith("ink-") for child in drawn)
    assert not any("style" in child.attrib or "fill" in child.attrib for child in drawn.iter())
    first, strong, middle = (child for child in drawn if child.tag.endswith("text"))
    assert (first.text, first.get("text-anchor")) == ("Verwacht é <&>", "end")
    assert (strong.get("font-weight"), strong.get("text-anchor")) == ("600", None)
    assert middle.get("text-anchor") == "middle"
    assert float(middle.get("font-size") or 0) == pytest.approx(7 * 25.4 / 72, abs=1e-3)


def test_the_page_has_a_colour_for_every_ink_in_every_mode() -> None:
    page = html.render(document(FIGURE)).decode()
    for ink in Ink:
        assert f".ink-{ink.value} {{ fill:" in page
        assert f".ink-{ink.value} {{ stroke:" in page
    assert "forced-colors: active" in page
    assert "<figcaption>Een tekening</figcaption>" in page


@pytest.mark.parametrize("text", specimens.HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    figure = Figure((Text(text),), text, 100, 20, (Label(1, 10, text), Bar(1, 1, 1, 1)))
    said = normal.plain((Text(text),))
    drawn = svg(figure)
    assert [child.text for child in drawn if child.tag.endswith("text")] == [said]
    assert drawn.get("aria-label") == said
    page = "".join(
        page.extract_text()
        for page in pypdf.PdfReader(io.BytesIO(pdf.render(document(figure)))).pages
    )
    assert "Na de tekening." in page
