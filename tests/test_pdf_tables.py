"""No word of a table in a PDF stands over another or outside the page, however narrow its cell."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

import specimens
from drawn import documents, drawn
from invoeringstoets import assets
from invoeringstoets.document import Cell, Column, Inlines, Letterhead, Link, Table, Text
from invoeringstoets.formats import normal, pdf
from invoeringstoets.formats.pdf import breaking, drawing
from invoeringstoets.formats.widths import longest, of_table
from specimens import words
from test_formats_pdf import require_poppler

DATE = "15\u00a0september\u00a02025"
LONG = "Arbeidsongeschiktheidsverzekeringsuitkering"
CODE = "A1" * 30


class Word(NamedTuple):
    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def placed(file: bytes, folder: Path) -> Iterator[Word]:
    """The words of a PDF with their boxes in points."""
    path = folder / "tabel.pdf"
    path.write_bytes(file)
    command = ["pdftotext", "-bbox", str(path), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    told = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", told)
    tree = ET.fromstring(told)  # noqa: S314 (made by poppler from our own file)
    name = "{http://www.w3.org/1999/xhtml}"
    for number, page in enumerate(tree.iter(f"{name}page"), 1):
        for one in page.iter(f"{name}word"):
            box = [float(one.get(edge, "")) for edge in ("xMin", "yMin", "xMax", "yMax")]
            yield Word(number, *box, one.text or "")


def over_each_other(found: list[Word]) -> list[tuple[str, str]]:
    """Pairs of words of which more than a hair's breadth is the same place."""
    pairs = []
    ordered = sorted(found, key=lambda word: (word.page, word.top))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.page != one.page or other.top >= one.bottom:
                break
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            lower = min(one.bottom - one.top, other.bottom - other.top)
            if across > 1.5 and down > lower / 2:
                pairs.append((one.text, other.text))
    return pairs


def table(*rows: tuple[str, ...]) -> Table:
    head = tuple(Column(words(f"Kolom {n}")) for n in range(len(rows[0])))
    cells = tuple(tuple(Cell(words(text), header=i == 0) for i, text in enumerate(r)) for r in rows)
    return Table(words("Een tabel"), head, cells)


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize("name", documents())
def test_no_word_of_a_report_stands_over_another(name: str, tmp_path: Path) -> None:
    require_poppler()
    found = list(placed(drawn(name, "pdf"), tmp_path))
    assert found
    assert over_each_other(found) == []
    assert max(word.right for word in found) < 595 - 20


@pytest.mark.office
@pytest.mark.parametrize("columns", [3, 5, 8])
@pytest.mark.parametrize("make", [specimens.letter, specimens.report])
@pytest.mark.parametrize("text", [f"{LONG} {DATE}", f"Afgerond ({DATE})", CODE, f"{LONG}/{CODE}"])
def test_what_does_not_fit_in_a_cell_is_broken(
    make: object, text: str, columns: int, tmp_path: Path
) -> None:
    require_poppler()
    assert callable(make)
    document = replace(make(), blocks=(table((text,) * columns),))
    found = list(placed(pdf.render(document), tmp_path))
    assert over_each_other(found) == []
    room = (210 - 49.7 if make is specimens.letter else 210 - 28) * 72 / 25.4
    beside = 16.3 / 2.54 * 72  # the reference column of a letter stands there
    inside = [word.right for word in found if word.left < beside or make is specimens.report]
    assert max(inside) < room + 1


@pytest.mark.office
def test_words_over_each_other_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require_poppler()
    monkeypatch.setattr(drawing, "of_table", lambda node, room, **_: [room / len(node.columns)] * 5)
    monkeypatch.setattr(breaking, "longest", lambda *_, **__: (0, 0))
    document = replace(specimens.letter(), blocks=(table(("Werkgelegenheidsx", DATE) * 2 + ("",)),))
    assert over_each_other(list(placed(pdf.render(document), tmp_path)))


@pytest.mark.parametrize(
    ("content", "room", "marked"),
    [
        (words("Werkgelegenheid"), 20.0, set()),
        (words("Werkgelegenheid"), 6.0, {"hyphenate"}),
        (words("Werkgelegenheid"), 3.0, {"hyphenate"}),
        (words(DATE), 9.0, set()),
        (words(DATE), 6.0, {"loose"}),
        (words(f"Werkgelegenheidsbeleid {DATE}"), 9.0, {"hyphenate"}),
        (words("abc123def456ghi"), 7.5, {"hyphenate"}),
        ((Link("https://example.org/", (Text(LONG),)),), 3.0, {"linked", "hyphenate"}),
    ],
)
def test_a_cell_says_what_is_broken_in_it(content: Inlines, room: float, marked: set[str]) -> None:
    assert set(breaking.marks(content, breaking.Room(room))) == marked


@pytest.mark.parametrize("name", documents())
def test_no_word_or_date_in_a_table_of_a_report_is_cut(name: str) -> None:
    document = normal.document(documents()[name])
    room = drawing.ROOM[isinstance(document.front, Letterhead)]
    for node in document.blocks:
        if isinstance(node, Table):
            widths = of_table(node, room, setting=drawing.CELLS)
            rooms = [drawing.CELLS.room(width) for width in widths]
            cells = [pair for row in node.rows for pair in zip(row, rooms, strict=True)]
            assert [normal.plain(one.content) for one, room in cells if broken(one, room)] == []


def broken(cell: Cell, room: float) -> bool:
    whole, _ = longest(normal.plain(cell.content), bold=cell.header)
    return whole > room


def test_a_cell_in_broader_type_holds_less() -> None:
    node = table(*[("Werkgelegenheidseffecten", "Uitvoeringsorganisatie", DATE, "Nog iets")])

    def marked(wider: float) -> int:
        cells = replace(drawing.CELLS, wider=wider)
        drawn = drawing.data_of(replace(specimens.letter(), blocks=(node,)), cells=cells)
        return json.dumps(drawn["blocks"]).count('"loose"')

    assert marked(2.0) > marked(1.0)


def test_the_measures_are_those_of_the_template() -> None:
    style = assets.text("templates/typst/style.typ")
    terms = re.findall(r"width: 21cm((?: - [\d.]+cm)+)", style)
    widths = [210 - 10 * sum(map(float, re.findall(r"[\d.]+", one))) for one in terms]
    assert sorted(widths, reverse=True) == pytest.approx(list(drawing.ROOM))
    size = float(re.findall(r"#let size = ([\d.]+)pt", style)[0])
    blocks = assets.text("templates/typst/blocks.typ")
    smaller = float(re.findall(r"show table: set text\(size: style.size - ([\d.]+)pt", blocks)[0])
    inset = float(re.findall(r"#let cell = \(x: ([\d.]+)pt", style)[0])
    assert drawing.CELLS.size == size - smaller
    assert drawing.CELLS.inset == pytest.approx(2 * inset * 25.4 / 72, abs=0.01)
