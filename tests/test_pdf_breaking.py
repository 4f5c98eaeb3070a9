"""Which words of a text the PDF breaks, and that none of it comes outside the page or its cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoeringstoets.document import (
    Block,
    Cell,
    Column,
    Document,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Strong,
    Table,
    Text,
)
from invoeringstoets.formats import pdf
from invoeringstoets.formats.pdf import breaking, drawing
from invoeringstoets.formats.pdf.breaking import Code
from specimens import letter, report

ADDRESS = "https://example.org/"
MM = 25.4 / 72


def link(text: str) -> Link:
    return Link(ADDRESS, (Text(text),))


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ((), set()),
        ((Text("een korte zin over de regeling"),), set()),
        ((Text("de uitvoeringsorganisaties"),), {"hyphenate"}),
        ((Text("de uitvoering-organisaties-samen"),), set()),
        ((Text("uitvoerings"), Strong((Text("organisaties"),))), {"hyphenate"}),
        ((Text("uitvoerings"), LineBreak(), Text("organisaties")), set()),
        ((Text("\u0065\u0301" * 10),), {"hyphenate"}),
        ((Text("de arbeidsongeschiktheidsverzekering"),), {"hyphenate", "long"}),
        ((Text("uitvoeringsorganisaties en"), link("hun werk")), {"linked"}),
        ((Text("uitvoeringsorganisaties en "), link("hun werk")), {"linked", "hyphenate"}),
        ((Text("uitvoeringsorganisaties"), link("werk")), {"linked"}),
        ((Emphasis((link("arbeidsongeschiktheidsverzekering"),)),), {"linked", "hyphenate"}),
        ((Text("zie"), Footnote((Text("uitvoeringsorganisaties"),))), {"linked"}),
        ((Text(f"zie {ADDRESS}" + "0" * 40),), set()),
        ((link("0" * 40),), {"linked"}),
    ],
)
def test_a_line_says_what_may_be_broken(words: Inlines, marked: set[str]) -> None:
    assert set(breaking.marks(words)) == marked


@pytest.mark.parametrize(
    ("text", "room", "parts"),
    [
        ("een korte zin, of/of", None, ["een korte zin, of/of"]),
        (f"zie {ADDRESS}.", None, ["zie ", f"{ADDRESS}."]),
        ("de iban@bank.nl en het bestand_van_1.pdf ook", None, 5),
        (
            f"({ADDRESS}{'a' * 30})",
            None,
            ["(https://", "example.", "org/", *["a" * 8] * 3, "aaaaaa)"],
        ),
        ("x" * 59, None, ["x" * 59]),
        ("x" * 60, None, [*["x" * 8] * 7, "xxxx"]),
        ("0" * 40, None, ["0" * 8] * 5),
        ("e\u0301" * 60, None, [*["e\u0301" * 8] * 7, "e\u0301" * 4]),
        ("Werkgelegenheid gaat door", 6.0, ["Werkgelegenheid gaat door"]),
        ("de Werkgelegenheid/stage", 3.0, ["de ", "Werk", "gele", "genh", "eid/", "stage"]),
        ("abc123def456ghi of", 7.5, ["abc1", "23de", "f456", "ghi", " of"]),
        ("ja, 1234", 2.5, ["ja, 1234"]),
    ],
)
def test_what_is_no_word_or_does_not_fit_is_set_apart(
    text: str, room: float | None, parts: list[str] | int
) -> None:
    found = list(breaking.split(text, room and breaking.Room(room)))
    pieces = [p for one in found for p in (one.parts if isinstance(one, Code) else (one,))]
    assert "".join(pieces) == text
    assert pieces == parts if isinstance(parts, list) else len(found) == parts


@given(st.text(max_size=200), st.none() | st.floats(0.5, 30))
def test_splitting_loses_and_adds_nothing(text: str, room: float | None) -> None:
    found = breaking.split(text, room and breaking.Room(room))
    assert "".join(one if isinstance(one, str) else "".join(one.parts) for one in found) == text


@pytest.mark.parametrize(
    ("title", "is_long"),
    [("Quickscan regeling", False), ("Arbeidsongeschiktheidsverzekering", True)],
)
def test_a_title_with_a_word_longer_than_a_line_is_known(title: str, *, is_long: bool) -> None:
    assert breaking.is_long(title) == is_long


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (link("het stuk"), ["het stuk"]),
        (Footnote((Text("een noot"),)), [" (", "een noot", ")"]),
        (Strong((link("het stuk"),)), [{"kind": "strong", "content": ["het stuk"]}]),
        (LineBreak(), [{"kind": "linebreak"}]),
    ],
)
def test_without_links_their_words_stay(node: Inline, words: list[object]) -> None:
    drawn = drawing._Drawing(links=False).words((node,))
    assert drawn == {"content": words}


def test_nothing_in_the_data_is_a_link_when_there_may_be_none() -> None:
    with_links, without = (repr(drawing.data_of(report(), links=links)) for links in (True, False))
    assert "'link'" in with_links
    assert "'footnote'" in with_links
    assert "'link'" not in without
    assert "'footnote'" not in without


# --- as it is printed ----------------------------------------------------------------------------

NASTY = {
    "short": "https://www.rijksoverheid.nl/onderwerpen/kinderopvangtoeslag",
    "letters": f"{ADDRESS}{'a' * 180}",
    "digits": f"{ADDRESS}?a={'1' * 180}&b=2",
    "words": f"{ADDRESS}{'arbeidsongeschiktheid' * 9}.html#einde",
    "path": ADDRESS + "/".join(["stuk"] * 40),
    "dashes": ADDRESS + "-".join(["uitvoering"] * 20),
    "bare": "a" * 180,
    "file": "bijlage_" + "uitvoeringsorganisatie_" * 6 + "1.pdf",
    "mail": "kinderopvangtoeslag.uitvoeringsorganisatie@voorbeeldministerie.example.nl",
    "accents": ADDRESS + "e\u0301" * 90,
}


def placed(text: str) -> Iterator[Block]:
    """An address in every place that a text can have: bare, as a link, beside one and in a note."""
    words = (Text(f"Zie {text} voor meer, of "), link("de toelichting"), Text(f" ({text})."))
    noted = (Text("Zie de noot"), Footnote((Text(f"Zie {text}."), link(text))), Text(" hier."))
    every: tuple[Inlines, ...] = (noted, (Text(text),), (link(text),), words)
    for one in every:
        yield Paragraph(one)
    inner = ListBlock(((Paragraph(words),),))
    yield ListBlock(tuple((Paragraph(one), inner) for one in every), ordered=True)
    head = tuple(Column((Text(name),)) for name in ("Wat", "Eigenaar", "Termijn", "Bron"))
    yield Table((), head, tuple(tuple(Cell(one) for one in every) for _ in range(2)))


class Printed(NamedTuple):
    """What a page prints, in the order of reading: the text, and where its signs are in mm."""

    text: str
    edges: list[tuple[float, float]]


def printed(document: Document) -> list[Printed]:
    found = []
    for page in pypdfium2.PdfDocument(pdf.render(document)):
        text = page.get_textpage()
        signs = [at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
        boxes = [text.get_charbox(at) for at in signs]
        edges = [(left * MM, right * MM) for left, _, right, _ in boxes]
        found.append(Printed(text.get_text_range(), edges))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("make", [letter, report])
@pytest.mark.parametrize("name", NASTY)
def test_no_address_comes_off_the_page_or_gets_a_hyphen(
    name: str, make: Callable[[], Document]
) -> None:
    pages = printed(replace(make(), blocks=tuple(placed(NASTY[name]))))
    beside, end = (163, 210 - 49.7) if make is letter else (210, 210 - 28)
    for page in pages[1:]:
        text = [(left, right) for left, right in page.edges if left < beside]
        assert min(left for left, _ in text) > 27
        assert max(right for _, right in text) < end + 0.5
    text = re.sub(r"\s", "", "".join(page.text for page in pages))
    # Of 32 one or two go over a page. What reads the text leaves out a hyphen that ends a line.
    told = [unicodedata.normalize("NFC", one) for one in (text, NASTY[name])]
    text, address = (re.sub("[-\x02\ufffe]", "", one) if name == "dashes" else one for one in told)
    assert text.count(address) >= 30
