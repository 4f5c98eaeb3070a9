"""Tables as spreadsheets: typed cells, nothing that runs, the same bytes every time."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from invoeringstoets.document import Sheet, SheetColumn, Value
from invoeringstoets.formats import FORMATS, SHEETS
from invoeringstoets.formats.cells import Strings
from invoeringstoets.model import Actie, Bron, Financien, Grondslag, Opvolging, Termijn, Toezegging
from invoeringstoets.reports import OVERVIEWS, REPORTS
from report_cases import library, minimal, shipped
from surroundings import examples

XLSX, CSV = SHEETS["xlsx"].render, SHEETS["csv"].render
DAY = dt.date(2024, 3, 12)


def sheet(*rows: tuple[Value, ...], **changes: object) -> Sheet:
    width = len(rows[0]) if rows else 1
    columns = tuple(SheetColumn(f"Kolom {n}", 20) for n in range(width))
    given: dict[str, object] = {"explanation": (("Bron", "Een bron"),), "date": "2026-11-22"}
    return Sheet("Titel", "Acties", columns, rows, **{**given, **changes})


def midnight(year: int, month: int, day: int) -> dt.datetime:
    """As openpyxl gives a day: without a time zone."""
    return dt.datetime.combine(dt.date(year, month, day), dt.time())


def book(of: Sheet) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(XLSX(of)))


def records(of: Sheet) -> list[list[str]]:
    text = CSV(of).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_no_format_has_two_names() -> None:
    assert not FORMATS.keys() & SHEETS.keys()
    assert all(name == each.name and each.title for name, each in SHEETS.items())


# --- xlsx -------------------------------------------------------------------------------------


def test_a_workbook_has_typed_cells_and_an_explanation() -> None:
    found = book(sheet(("tekst", 12, 4.25, DAY, "")))
    assert found.sheetnames == ["Acties", "Toelichting"]
    cells = found["Acties"][2]
    assert [cell.value for cell in cells] == ["tekst", 12, 4.25, midnight(2024, 3, 12), None]
    assert cells[3].is_date
    assert found["Toelichting"]["B2"].value == "Een bron"
    assert [cell.value for cell in found["Acties"][1]] == [f"Kolom {n}" for n in range(5)]


def test_a_workbook_is_ready_to_filter_and_print() -> None:
    own = book(sheet(("a", "b"), ("c", "d")))["Acties"]
    assert own.freeze_panes == "A2"
    assert own.auto_filter.ref == "A1:B3"
    assert own.print_title_rows == "$1:$1"
    assert own.page_setup.orientation == "landscape"
    assert own.column_dimensions["A"].width >= 20


def test_a_workbook_says_what_it_is() -> None:
    told = book(sheet(("a",), author="Ministerie", language="nl")).properties
    assert (told.title, told.creator, told.language) == ("Titel", "Ministerie", "nl")
    assert told.created == midnight(2026, 11, 22)
    assert book(sheet(("a",), date="onbekend")).properties.created == midnight(2000, 1, 1)


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "https://x", "1e3"]
)  # fmt: skip
def test_text_in_a_workbook_stays_text(text: str) -> None:
    cell = book(sheet((text,)))["Acties"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize(
    ("name", "tab"),
    [("a/b [c]", "a b  c"), ("x" * 40, "x" * 31), ("''", "Blad"), ("Acties", "Acties")],
)
def test_a_tab_gets_a_name_that_excel_takes(name: str, tab: str) -> None:
    assert book(replace(sheet(("a",)), name=name)).sheetnames[0] == tab


def test_old_days_and_long_texts_do_not_break_a_workbook() -> None:
    cells = book(sheet((dt.date(1899, 12, 31), "x" * 40000)))["Acties"][2]
    assert cells[0].value == "1899-12-31"
    assert len(cells[1].value) == 32767


def test_a_long_text_is_cut_where_excel_does_and_never_within_a_character() -> None:
    cell = book(sheet(("a" + "\N{GRINNING FACE}" * 40000,)))["Acties"]["A2"]
    assert cell.value == "a" + "\N{GRINNING FACE}" * 16383


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example("<r><t>geen opmaak</t></r>")
@example("_x0041_ is geen A")
@example(" spaties ")
@example("\x00\x1f\ufffe\uffff")
@example("</t></si>]]>&amp;")
def test_any_text_comes_back_from_a_workbook(text: str) -> None:
    found = Strings("<sst><si><t>kop</t></si></sst>")
    assert found.number(text) == found.number(text)
    items = ET.fromstring(found.xml())  # noqa: S314 - our own
    assert _unescaped(items[-1][0].text or "") == text


def _unescaped(text: str) -> str:
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def test_the_same_text_stands_once_among_the_strings() -> None:
    columns = (SheetColumn("zelfde"), SheetColumn("ander"))
    with zipfile.ZipFile(
        io.BytesIO(XLSX(replace(sheet(("zelfde", "x"), ("x", "")), columns=columns)))
    ) as archive:
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert strings.count(">zelfde<") == strings.count(">x<") == 1
    uses, unique = map(int, re.findall(r'ount="(\d+)"', strings))
    assert unique == strings.count("<si>") < uses


def test_a_workbook_is_the_same_every_time() -> None:
    one = sheet(("a", DAY, 1))
    assert XLSX(one) == XLSX(one)
    with zipfile.ZipFile(io.BytesIO(XLSX(one))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_a_sheet_without_explanation_or_rows() -> None:
    assert book(sheet(explanation=())).sheetnames == ["Acties"]


# --- csv --------------------------------------------------------------------------------------


def test_csv_is_as_dutch_excel_expects_it() -> None:
    data = CSV(sheet(("punt;komma", 'een "woord"', DAY, 4.25, "regel\nregel")))
    assert data.startswith(b"\xef\xbb\xbfKolom 0;Kolom 1")
    assert data.endswith(b'"punt;komma";"een ""woord""";2024-03-12;4,25;"regel\nregel"\r\n')


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_what_may_run_gets_an_apostrophe_in_csv(text: str) -> None:
    assert records(sheet((text,)))[1] == [f"'{text}"]


def test_numbers_are_no_text_in_csv() -> None:
    assert records(sheet((-5, -2.5)))[1] == ["-5", "-2,5"]


@settings(max_examples=examples(60))
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=20), min_size=1, max_size=4))
def test_any_text_comes_back_and_never_begins_as_a_formula(texts: list[str]) -> None:
    (_, row) = records(sheet(tuple(texts)))
    assert [cell.removeprefix("'") for cell in row] == [text.removeprefix("'") for text in texts]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


# --- the actions ------------------------------------------------------------------------------


def rows(of: Sheet) -> list[dict[str, Value]]:
    heads = [column.header for column in of.columns]
    return [dict(zip(heads, row, strict=True)) for row in of.rows]


def test_the_actions_of_the_real_case() -> None:
    toets = shipped()["2024-kot-wlz"]
    make = REPORTS["actielijst"].sheet
    assert make is not None
    found = rows(make(toets, library(toets)))
    assert len(found) == 5
    first = found[0]
    assert first["Toets"] == "2024-kot-wlz"
    assert first["Termijn"] == "de brief noemt geen termijn"
    assert first["Te laat"] == "geen dag genoemd"
    assert first["Uiterste dag"] == ""
    assert first["Status op"] == DAY
    assert first["Gerekend op"] == dt.date(2026, 11, 22)
    assert first["Vindplaats"] == "Kamerstuk 31 322, nr. 523"
    assert first["Fictief"] == "nee"
    assert first["Let op"] == "Gedeeltelijk; Bewerking; Geen officieel document"
    assert found[4]["Samen met"] == "Vereniging van Nederlandse Gemeenten en gemeenten"
    assert (
        found[4]["Toezegging"]
        == "Tweede Kamer; lid Sahla; Aanhangsel Handelingen II 2022/23, nr. 3642"
    )


def test_everything_of_an_action_has_its_column() -> None:
    full = Actie(
        "A1",
        "Ik **pas** de wet\naan.",
        (Grondslag("breder", toelichting="een wens"),),
        aard="eenmalig",
        eigenaar="szw",
        termijn=Termijn(kwartaal="2025-K3"),
        status="lopend",
        status_datum="2025-09",
        toezegging=Toezegging("ek", "de commissie", "2024-10-08", nummer="T01"),
        bronnen=("b", "zoek"),
        financien=Financien(350000, "begroting"),
        opvolging=(Opvolging("2025-06", "begin"), Opvolging("2025-09-15", "klaar")),
    )
    toets = minimal(acties=(full,), bronnen=(Bron("b", "rapport", "Het rapport"),))
    make = REPORTS["actielijst"].sheet
    assert make is not None
    (row,) = rows(make(toets, library(toets)))
    assert row["Wat"] == "Ik pas de wet aan."
    assert row["Uiterste dag"] == dt.date(2025, 9, 30)
    assert row["Status op"] == "september 2025"
    assert row["Te laat"] == "ja"
    assert row["Grondslag"] == "Grondslag (breder dan deze toets): een wens."
    assert row["Toezegging"] == "Eerste Kamer; de commissie; 8 oktober 2024; T01"
    assert (row["Bedrag in euro’s"], row["Dekking"]) == (350000, "begroting")
    assert (row["Laatste opvolging"], row["Opvolging op"]) == ("Klaar.", dt.date(2025, 9, 15))
    assert row["Vindplaats"] == "Het rapport"


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("lopend", "ja"),
        ("afgerond", "nee"),
        ("onbekend", "status onbekend"),
        (None, "status onbekend"),
    ],
)
def test_late_in_a_cell_is_as_careful_as_in_print(status: str | None, word: str) -> None:
    late = Actie("A1", "X.", (), termijn=Termijn(datum="2020-01-01"), status=status)
    toets = minimal(acties=(late, replace(late, id="A2", termijn=Termijn(datum="2030"))))
    make = REPORTS["actielijst"].sheet
    assert make is not None
    first, second = rows(make(toets, library(toets)))
    assert first["Te laat"] == word
    assert second["Te laat"] == ("nee" if word == "ja" else word)


def test_one_list_over_all_has_the_same_columns_and_rows() -> None:
    words = library(*shipped().values())
    make, one = OVERVIEWS["actielijst"].sheet, REPORTS["actielijst"].sheet
    assert make is not None
    assert one is not None
    found = make(words)
    separate = [row for toets in words.toetsen for row in one(toets, words).rows]
    assert sorted(map(repr, found.rows)) == sorted(map(repr, separate))
    assert [row["Fictief"] for row in rows(found)] == sorted(
        (row["Fictief"] for row in rows(found)), key=lambda word: word == "ja"
    )
    told = dict(found.explanation)
    assert told["Gerekend op"] == dt.date(2026, 11, 22)
    assert "niet volledig" in str(told["Geen officieel document"])
    assert "Werkexemplaar" in str(told["Status van dit bestand"])
    assert found.date == "2026-11-22"


def test_every_shipped_list_can_be_written_and_read() -> None:
    words = library(*shipped().values())
    make = OVERVIEWS["actielijst"].sheet
    assert make is not None
    found = make(words)
    assert len(records(found)) == len(found.rows) + 1
    assert book(found)["Acties"].max_row == len(found.rows) + 1


def test_a_workbook_is_sound_office_open_xml(tmp_path: Path) -> None:
    words = library(*shipped().values())
    make = OVERVIEWS["actielijst"].sheet
    assert make is not None
    path = tmp_path / "acties.xlsx"
    path.write_bytes(XLSX(make(words)))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
