"""How the pages of a PDF look: small pictures of a few, and headers that a screen reader finds."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

import specimens
import verapdf
from invoeringstoets.document import (
    Block,
    Cell,
    Column,
    Conclusion,
    Definition,
    DefinitionList,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Signatory,
    Signatures,
    Table,
    Text,
)
from invoeringstoets.formats import FormatError, pdf
from invoeringstoets.formats.pdf import headers
from invoeringstoets.reports import REPORTS
from report_cases import fixed, library
from test_formats_pdf import EMPTY, elements

GOLDEN = Path(__file__).parent / "golden" / "png"
SCALE = 0.6
"""Pixels per point: an A4 of 357 by 505, in which a lost line or box can be seen."""

TOLERANCE = 1.0
"""The mean difference in grey, of 255, that another build of the renderer may make."""

PAGES = (
    ("2024-kot-wlz", "kamerbrief", 1),
    ("2024-kot-wlz", "rapport", 1),
    ("2024-kot-wlz", "rapport", 6),
    ("2025-stagevergoeding-mbo", "kamerbrief", 2),
    ("2025-stagevergoeding-mbo", "rapport", 2),
)


def drawn(name: str, kind: str) -> bytes:
    return pdf.render(REPORTS[kind].build(fixed()[name], library(*fixed().values())))


def picture(file: bytes, page: int) -> Image.Image:
    found: Any = pypdfium2.PdfDocument(file)[page - 1].render(scale=SCALE).to_pil()
    return found.convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference in grey; the whole scale where the sizes differ."""
    if one.size != other.size:
        return 255.0
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


@pytest.mark.parametrize(("name", "kind", "page"), PAGES)
def test_a_page_looks_as_it_did(name: str, kind: str, page: int, tmp_path: Path) -> None:
    found = picture(drawn(name, kind), page)
    path = GOLDEN / f"{name}-{kind}-{page}.png"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        found.quantize(16).save(path, optimize=True)
    if difference(found, Image.open(path).convert("L")) > TOLERANCE:
        found.save(tmp_path / path.name)
        pytest.fail(f"see {tmp_path / path.name}; if this is meant: UPDATE_GOLDEN=1 pytest")


def test_a_lost_paragraph_is_seen() -> None:
    document = REPORTS["kamerbrief"].build(fixed()["2024-kot-wlz"], library(*fixed().values()))
    first = next(i for i, b in enumerate(document.blocks) if isinstance(b, Paragraph) and i > 1)
    less = replace(document, blocks=document.blocks[:first] + document.blocks[first + 1 :])
    whole = picture(pdf.render(document), 1)
    assert difference(whole, picture(pdf.render(less), 1)) > TOLERANCE


def test_there_are_no_other_pictures() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{n}-{k}-{p}.png" for n, k, p in PAGES}
    assert sum(path.stat().st_size for path in GOLDEN.iterdir()) < 300_000


# --- row headers ------------------------------------------------------------------------------


def cell(text: str, *, header: bool = False) -> Cell:
    return Cell((Text(text),), header=header)


HEADED = Table(
    (Text("Met rijkoppen"),),
    (Column((Text("A"),)), Column((Text("B"),))),
    tuple((cell(f"rij {n}", header=True), cell(f"waarde {n}")) for n in range(3)),
)
PLAIN = replace(HEADED, rows=tuple((cell("x"), cell("y")) for _ in range(2)))
MIXED = replace(HEADED, rows=(*HEADED.rows, (cell("x"), cell("y"))))


def headings(file: bytes) -> Iterator[tuple[str, str]]:
    """The kind and scope of every cell."""
    with pikepdf.open(io.BytesIO(file)) as opened:
        for node in elements(opened.Root.StructTreeRoot.K):
            if node.S in ("/TH", "/TD"):
                scopes = [str(a.Scope) for a in node.A if "/Scope" in a]
                yield str(node.S), "".join(scopes)


def document(*tables: Table) -> Document:
    return replace(EMPTY, blocks=(Heading(1, (Text("Kop"),)), *tables))


def test_the_first_cell_of_a_row_heads_it() -> None:
    found = list(headings(pdf.render(document(PLAIN, HEADED))))
    assert found[:6] == [("/TH", "/Column")] * 2 + [("/TD", "")] * 4
    assert found[6:] == [("/TH", "/Column")] * 2 + [("/TH", "/Row"), ("/TD", "")] * 3


def test_a_column_in_which_not_every_cell_is_a_header_stays_as_it_is() -> None:
    found = list(headings(pdf.render(document(MIXED))))
    assert [kind for kind, _ in found].count("/TH") == 2


def test_a_document_without_row_headers_is_not_touched() -> None:
    file = pdf.render(document(PLAIN))
    assert headers.with_rows(file, document(PLAIN), footed=False) is file


def test_a_file_with_other_tables_than_the_document_is_left_alone() -> None:
    file = pdf.render(document(PLAIN))
    assert headers.with_rows(file, document(PLAIN, HEADED), footed=False) == file


def test_a_broken_file_is_said_in_dutch() -> None:
    with pytest.raises(FormatError, match="niet na te bewerken"):
        headers.with_rows(b"%PDF-1.7 stuk", document(HEADED), footed=False)


def test_the_same_bytes_and_the_same_text_with_row_headers() -> None:
    file = pdf.render(document(HEADED))
    assert file == pdf.render(document(HEADED))
    text = pypdf.PdfReader(io.BytesIO(file)).pages[-1].extract_text()
    assert "rij 2" in text
    with pikepdf.open(io.BytesIO(file)) as opened:
        assert opened.docinfo["/Title"] == "Leeg"
        assert opened.open_metadata()["pdfaid:part"] == "2"


@pytest.mark.slow
@pytest.mark.parametrize("profile", verapdf.PROFILES)
def test_verapdf_finds_nothing_in_row_headers(profile: str) -> None:
    verapdf.require()
    assert verapdf.failures(drawn("2025-stagevergoeding-mbo", "rapport"), profile) == set()


# --- what stays together ----------------------------------------------------------------------


@pytest.mark.parametrize("lines", range(30, 44, 2))
def test_a_few_words_between_two_headings_stay_with_the_second(lines: int) -> None:
    filler = tuple(Paragraph((Text("Regel."),)) for _ in range(lines))
    title, few, then = (Text("Eerste kop"),), (Text("Een paar woorden."),), (Text("Tweede kop"),)
    blocks = (
        *filler,
        Heading(1, title),
        Paragraph(few),
        Heading(2, then),
        Paragraph((Text("Tekst."),)),
    )
    pages = pypdf.PdfReader(io.BytesIO(pdf.render(replace(EMPTY, blocks=blocks)))).pages
    places = [
        [n for n, page in enumerate(pages) if text in page.extract_text()][-1]
        for text in ("Eerste kop", "Een paar woorden.", "Tweede kop", "Tekst.")
    ]
    assert len(set(places)) == 1


SIGNED = Signatures((Signatory("De Minister van Voorbeeld,", "A. Naam"),))
ENDS: dict[str, tuple[Block, ...]] = {
    "a table": (replace(HEADED, rows=HEADED.rows * 2),),
    "a long table": (replace(HEADED, rows=HEADED.rows * 6),),
    "a list": (ListBlock(tuple((Paragraph((Text(f"rij {n}"),)),) for n in range(4))),),
    "a long list": (ListBlock(tuple((Paragraph((Text(f"rij {n}"),)),) for n in range(18))),),
    "long terms": (
        DefinitionList(
            tuple(
                Definition((Text(f"rij {n}"),), (Paragraph((Text("tekst"),)),)) for n in range(16)
            )
        ),
    ),
    "two short lines": (Paragraph((Text("rij 1"),)), Paragraph((Text("rij 2"),))),
    "a conclusion": (
        Conclusion("Conclusie 1", (Text("rij 1"),), (Paragraph((Text("rij 2"),)),), id="c"),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("lines", [*range(6), *range(18, 26, 2)])
def test_who_signs_a_letter_stands_with_two_lines_of_it(end: tuple[Block, ...], lines: int) -> None:
    filler = tuple(Paragraph((Text(f"Regel {n}."),)) for n in range(lines))
    letter = replace(specimens.letter(), blocks=(*filler, *end, SIGNED))
    pages = pypdf.PdfReader(io.BytesIO(pdf.render(letter))).pages
    (page,) = (text for text in (page.extract_text() for page in pages) if "A. Naam" in text)
    assert len(re.findall(r"rij \d|Regel \d", page)) >= 2


@pytest.mark.slow
def test_the_last_rows_before_a_signature_are_rows_like_the_others() -> None:
    table = replace(PLAIN, rows=PLAIN.rows * 9)
    file = pdf.render(replace(specimens.letter(), blocks=(table, SIGNED)))
    with pikepdf.open(io.BytesIO(file)) as opened:
        kinds = [str(node.S) for node in elements(opened.Root.StructTreeRoot.K)]
    assert "/TFoot" not in kinds
    assert (kinds.count("/Table"), kinds.count("/TR")) == (1, 19)
    for profile in verapdf.PROFILES:
        assert verapdf.failures(file, profile) == set()


def test_a_long_list_counts_on_before_a_signature() -> None:
    items = tuple((Paragraph((Text(f"rij {n}"),)),) for n in range(18))
    letter = replace(specimens.letter(), blocks=(ListBlock(items, ordered=True), SIGNED))
    pages = pypdf.PdfReader(io.BytesIO(pdf.render(letter))).pages
    text = " ".join(page.extract_text() for page in pages)
    assert re.findall(r"(\d+)\.\s+rij", text) == [str(n) for n in range(1, 19)]


def test_a_long_table_is_not_carried_over_to_who_signs() -> None:
    filler = tuple(Paragraph((Text(f"Regel {n}."),)) for n in range(12))
    table = replace(HEADED, rows=HEADED.rows * 6)
    letter = replace(specimens.letter(), blocks=(*filler, table, SIGNED))
    first = pypdf.PdfReader(io.BytesIO(pdf.render(letter))).pages[0].extract_text()
    assert "rij 0" in first
