"""Registers: what is in them, what is said of it, their pages and files, and that nothing leaks."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html
from openpyxl import load_workbook

from invoeringstoets import library as libraries
from invoeringstoets import notation
from invoeringstoets.exports import registers as files
from invoeringstoets.formats import SHEETS as FORMS
from invoeringstoets.model import (
    Actie,
    Beslisnota,
    Bron,
    Grondslag,
    Inwerkingtreding,
    Library,
    NietOpenbaar,
    Organisatie,
    Publicatie,
    Regeling,
    Risicorij,
    Termijn,
    Toets,
)
from invoeringstoets.pages import (
    Page,
    Surroundings,
    dashboard,
    home,
    organisations,
    registers,
    views,
)
from invoeringstoets.pages.register_rows import words
from invoeringstoets.registers import NAMES, REGISTERS, Column, Filled, subjects
from invoeringstoets.registers.sorting import keys
from invoeringstoets.registers.subject import plain
from site_library import library, scripted

BROAD = (Grondslag("breder"),)


@cache
def filled(name: str) -> Filled:
    return NAMES[name].fill(library())


def made(*toetsen: Toets, day: str = "2026-06-01", internal: bool = False) -> Library:
    """A library of these toetsen only, as the site would have it."""
    words = library()
    return libraries.build(
        toetsen,
        value_lists=words.value_lists,
        wordings=words.wordings,
        reference_date=day,
        internal=internal,
    )


def toets(toets_id: str = "2025-proef", **more: Any) -> Toets:
    values = {
        "schemaversie": "1",
        "id": toets_id,
        "soort": "invoeringstoets",
        "status": "aangeboden",
        "titel": f"Toets {toets_id}",
        "regeling": Regeling("Wet op de proef"),
        "publicatie": Publicatie("openbaar"),
    }
    return Toets(**{**values, **more})


def column(found: Filled, key: str) -> tuple[Any, ...]:
    return found.cells(key, found.rows)


# --- what is in them -------------------------------------------------------------------------


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.name)
def test_rows_fit_the_columns_and_facets(one: Any) -> None:
    found = filled(one.name)
    assert found.rows
    keys = [each.key for each in one.columns]
    assert len(keys) == len(set(keys))
    for row in found.rows:
        assert len(row.values) == len(one.columns)
        assert len(row.choices) == len(one.facets)
    for facet in one.facets:
        assert all(re.fullmatch(r"[A-Za-z0-9_-]+", each.key) for each in found.values[facet.key])


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.name)
def test_every_register_says_how_far_it_is_complete(one: Any) -> None:
    said = dict(filled(one.name).explanation)
    assert "geen officieel register en niet volledig" in said["Status"]
    assert said["Gerekend op"] == "1 juni 2026"
    assert said["Uitleg"].endswith(".")


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.name)
def test_invented_rows_are_marked_and_come_last(one: Any) -> None:
    found = filled(one.name)
    invented = [row.invented for row in found.rows]
    assert invented == sorted(invented)
    assert [cell == "ja" for cell in column(found, "fictief")] == invented
    assert ["Fictief voorbeeld" in cell for cell in column(found, "let_op")] == invented


def test_real_toetsen_come_before_later_invented_ones() -> None:
    titles = column(filled("toetsen"), "toets")
    assert titles[:2] == ("2025-minimumuurloon", "2024-kot-wlz")
    assert titles[2].startswith("2028-")


def test_late_is_said_only_with_a_dated_term_and_a_known_status() -> None:
    def actie(name: str, **more: Any) -> Actie:
        return Actie(name, "Iets doen", BROAD, **more)

    past, ahead = Termijn(datum="2026-01-01"), Termijn(datum="2027-01-01")
    one = toets(
        acties=(
            actie("A1", termijn=past, status="lopend"),
            actie("A2", termijn=past, status="afgerond"),
            actie("A3", termijn=past, status="onbekend"),
            actie("A4", termijn=ahead, status="lopend"),
            actie("A5", termijn=Termijn(omschrijving="zo snel mogelijk"), status="lopend"),
            actie("A6", geen_termijn="Het overleg loopt nog.", status="lopend"),
            actie("A7", termijn=Termijn(doorlopend=True), status="lopend"),
            actie("A8"),
        )
    )
    found = NAMES["acties"].fill(made(one))
    late = {row.values[1]: row.values[7] for row in found.rows}
    assert [name for name, said in late.items() if said] == ["Actie A1"]
    assert late["Actie A1"] == "Te laat op 1 juni 2026"
    said = dict(zip(column(found, "nummer"), column(found, "termijn"), strict=True))
    assert said["Actie A6"] == "Geen termijn genoemd. Het overleg loopt nog"
    assert said["Actie A8"] == "Nog niet ingevuld"
    assert said["Actie A7"] == "Doorlopend"
    assert found.count(stand="open") == 7
    assert found.count(stand="te-laat") == 1
    assert found.count(stand="geen-termijn") == 1
    assert found.count(stand="doorlopend") == 1
    assert found.count(stand="gesloten") == 1
    assert column(found, "nummer")[-1] == "Actie A2"
    assert column(found, "status")[-2] == "Nog niet ingevuld"


def test_outcome_is_what_a_source_names() -> None:
    found = filled("toetsen")
    said = dict(zip(column(found, "toets"), column(found, "uitkomst"), strict=True))
    assert said["2024-kot-wlz"] == "Niet benoemd in de bron"
    assert said["2025-minimumuurloon"] == "Niet opgenomen"
    assert said["2023-drone-register"] == "Niet toetsen"


def test_of_a_toets_known_by_its_place_only_nothing_is_counted() -> None:
    bare = {row.values for row in filled("toetsen").where(volledigheid="indexrecord")}
    assert bare
    keys_of = [column.key for column in filled("toetsen").register.columns]
    for values in bare:
        found = dict(zip(keys_of, values, strict=True))
        counts = {found[key] for key in ("acties", "bevindingen", "conclusies", "aanbevelingen")}
        assert counts == {""}


def test_only_assumptions_that_practice_differs_from_and_no_share() -> None:
    found = filled("aannames")
    assert set(column(found, "oordeel")) <= {"Wijkt af", "Deels"}
    everything = " ".join(str(cell) for row in found.rows for cell in row.values)
    assert "4.000 ouders (doelgroep)" in everything
    assert "170 ouders (gebruik)" in everything
    assert "%" not in everything


def test_regulation_in_force_for_a_year_without_toets_or_decision() -> None:
    def regeling(name: str, start: str) -> Regeling:
        return Regeling(name, inwerkingtreding=(Inwerkingtreding(start),) if start else ())

    found = NAMES["regelingen"].fill(
        made(
            toets("2025-a", status="toegezegd", regeling=regeling("A", "2025-06-01")),
            toets("2025-b", status="gepland", regeling=regeling("B", "2025-06-02")),
            toets("2025-c", status="toegezegd", regeling=regeling("C", "2027-01-01")),
            toets("2025-d", status="toegezegd", regeling=regeling("D", "")),
            toets("2025-e", status="in_uitvoering", regeling=regeling("E", "2020-01-01")),
            toets("2025-f", regeling=regeling("F", "2020-01-01")),
            toets("2026-f", status="toegezegd", regeling=regeling("F", "2020-01-01")),
            toets("2025-g", status="toegezegd", regeling=regeling("G", "2024")),
        )
    )
    assert [row.values[0] for row in found.where(stand="geen", duur="jaar")] == ["A"]
    assert found.count(stand="geen", duur="nog-niet") == 1
    assert found.count(stand="geen", duur="onbekend") == 2
    assert found.count(stand="loopt") == 1
    assert found.count(stand="toets") == 1
    assert len(found.rows) == 7


def test_existing_organisation_in_examples_only_is_counted_apart() -> None:
    found = filled("organisaties")
    row = next(row for row in found.rows if row.values[9] == "cak")
    assert (row.invented, row.values[5], row.values[6]) == (False, 1, 1)


def test_risk_of_which_a_side_is_unknown_is_not_called_otherwise() -> None:
    def row(rij: str, verwacht: str | None, waargenomen: str | None) -> Risicorij:
        return Risicorij(rij, verwacht, waargenomen)

    table = (
        row("fraudebestendigheid", "onbekend", "enkele signalen"),
        row("handhaafbaarheid", "beperkt", None),
        row("complexiteit_gegevens", "Beperkt.", "beperkt"),
        row("maakbaarheid_systemen", "beperkt", "groot"),
    )
    words = made(toets(risicotabel=table))
    found = NAMES["risicos"].fill(words)
    assert found.count(verschil="onbekend") == 2
    assert found.count(verschil="zelfde") == 1
    assert found.count(verschil="anders") == 1
    other = NAMES["risicos-anders"].fill(words)
    assert [row.values[1:3] for row in other.rows] == [("beperkt", "groot")]


def test_no_two_facets_of_a_register_are_called_alike() -> None:
    for one in REGISTERS:
        titles = [facet.title for facet in one.facets]
        assert not [each for each in titles for other in titles if f"{each} toetsen" == other]
        assert "Echt of fictief" in titles or one.name == "organisaties"


# --- in which order --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("3 mei 2025", "2025-05-03"),
        ("3\u00a0mei\u00a02025", "2025-05-03"),
        ("maart 2024", "2024-03-01"),
        ("2024", "2024-01-01"),
        ("derde kwartaal van 2025", "2025-07-01"),
        ("onbekend", ""),
        ("medio 2025", ""),
        ("x mei 2025", ""),
        ("", ""),
    ],
)
def test_day_on_which_a_date_in_words_begins(said: str, day: str) -> None:
    assert notation.first_day(said) == day


def test_dates_are_sorted_by_their_first_day_and_what_is_unknown_comes_last() -> None:
    bronnen = tuple(
        Bron(f"b{n}", "overig", f"Bron {n}", datum=datum)
        for n, datum in enumerate(("2024-05-01", "2024-03", "2023", "onbekend", None))
    )
    data = json.loads(files.table(NAMES["bronnen"].fill(made(toets(bronnen=bronnen)))))
    head = next(one for one in data["kolommen"] if one["sleutel"] == "datum")
    assert head["volgorde"] == {"maart 2024": "2024-03-01", "2023": "2023-01-01", "onbekend": ""}


def test_terms_are_sorted_by_their_last_day() -> None:
    for name in ("acties", "toezeggingen"):
        data = scripted(assets()[f"data/registers/{name}.tabel.js"])
        heads = {one["sleutel"]: one for one in data["kolommen"]}
        assert heads["termijn"]["volgens"] == "uiterste_dag"
        assert heads["uiterste_dag"]["soort"] == "datum"


def test_what_says_nothing_is_sorted_as_nothing() -> None:
    known = {"Onbekend", "Nog niet ingevuld", "Nog geen reactie bekend", "Niet benoemd in de bron"}
    column = Column("a", "A")
    assert keys(column, (*known, "Lopend", 3)) == dict.fromkeys(known, "")


def test_another_facet_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        filled("acties").count(kleur="rood")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gewoon  een\nzin.", "Gewoon een zin."),
        ("**Vet** en [hier](https://voorbeeld.nl)", "Vet en hier"),
        ("- een\n- twee", "– een – twee"),
        (None, ""),
    ],
)
def test_rich_text_becomes_one_line(text: str | None, expected: str) -> None:
    assert plain(text) == expected


# --- pages -----------------------------------------------------------------------------------


@cache
def pages() -> dict[str, Page]:
    around = Surroundings(library())
    kinds = (registers.index, *registers.PAGES, views.pages, dashboard.page)
    return {page.path: page for kind in kinds for page in kind(around)}


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.name)
def test_page_has_every_row_with_its_link(one: Any) -> None:
    page = pages()[registers.path_of(one.name)]
    table = lxml_html.fromstring(page.html).xpath("//table")[0]
    assert table.xpath("./caption")
    heads = table.xpath("./thead//th[@scope='col']")
    assert len(heads) == len([each for each in one.columns if each.place])
    lines = table.xpath("./tbody/tr")
    found = filled(one.name)
    addresses = found.cells("adres", found.rows)
    assert len(lines) == len(found.rows)
    for line, address in zip(lines, addresses, strict=True):
        assert line.xpath("./th[@scope='row']")
        links = [posixpath.normpath(f"x/{href}") for href in line.xpath(".//a/@href")]
        assert address in links


def test_index_leads_to_every_register() -> None:
    html = pages()[registers.INDEX].html
    for one in REGISTERS:
        assert f'href="{posixpath.relpath(registers.path_of(one.name), "registers")}"' in html
    assert sorted(name for _, names in registers.GROUPS for name in names) == sorted(NAMES)


def test_long_register_is_split_and_small() -> None:
    long = "Een heel verhaal over wat er gaat gebeuren. " * 40
    acties = tuple(Actie(f"A{n}", f"{n}. {long}", BROAD) for n in range(130))
    short = tuple(Actie(f"B{n}", f"Kort {n}.", BROAD) for n in range(230))
    around = Surroundings(made(toets("2025-a", acties=acties), toets("2025-b", acties=short)))
    found = list(registers.PAGES[1](around))
    counts = [page.html.count('<th role="rowheader"') for page in found]
    assert sum(counts) == 360
    assert max(counts) == 100
    assert all(len(page.html.encode()) <= 80_000 for page in found)
    assert found[1].path == "acties/pagina-2.html"
    assert found[1].title == "Acties, pagina 2"
    assert 'href="index.html"' in found[1].html


def test_empty_register_says_so_and_has_no_script() -> None:
    page = next(iter(registers.PAGES[1](Surroundings(Library()))))
    assert "Er staan nog geen acties" in page.html
    assert page.scripts == ()


def test_values_are_written_for_readers() -> None:
    assert words(date(2026, 5, 3)) == "3\u00a0mei\u00a02026"
    assert words(1.5) == "1,5"
    assert words("") == ""


def test_ways_in_lead_to_the_toetsen_of_that_value() -> None:
    page = pages()["registers/jaar-2024.html"]
    assert "2024-kot-wlz.html" in page.html
    assert "2025-minimumuurloon.html" not in page.html
    assert "../organisaties/szw.html" in pages()["registers/per-ministerie.html"].html
    assert "?uitkomst=niet-benoemd" in pages()["registers/per-uitkomst.html"].html


def test_ways_in_of_nothing() -> None:
    found = {page.path: page for page in views.pages(Surroundings(Library()))}
    assert "Er staan nog geen toetsen" in found["registers/per-jaar.html"].html


# --- files -----------------------------------------------------------------------------------


@cache
def assets() -> dict[str, bytes]:
    around = Surroundings(library())
    return {asset.path: asset.data for kind in files.FILES for asset in kind(around)}


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.name)
def test_files_hold_every_row(one: Any) -> None:
    found, start = filled(one.name), f"data/registers/{one.name}"
    text = assets()[f"{start}.csv"].decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert lines[0] == [each.header for each in one.columns]
    assert len(lines) == len(found.rows) + 1
    book = load_workbook(io.BytesIO(assets()[f"{start}.xlsx"]))
    assert book.worksheets[0].max_row == len(found.rows) + 1
    assert "geen officieel register" in str(list(book["Toelichting"].values))
    data = json.loads(assets()[f"{start}.json"])
    assert [list(row) for row in data["rijen"]] == [[c.key for c in one.columns]] * len(found.rows)
    assert [list(row.values()) for row in data["rijen"]] == [
        [None if v == "" else v.isoformat() if isinstance(v, date) else v for v in row.values]
        for row in found.rows
    ]


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.name)
def test_table_for_the_page_holds_the_same(one: Any) -> None:
    data = scripted(assets()[f"data/registers/{one.name}.tabel.js"])
    found = filled(one.name)
    for cells, picked, row in zip(data["rijen"], data["keuzes"], found.rows, strict=True):
        heads = zip(data["kolommen"], cells, strict=True)
        values = [head["woorden"][cell] if "woorden" in head else cell for head, cell in heads]
        assert values == [v.isoformat() if isinstance(v, date) else v for v in row.values]
        keys = [
            tuple(facet["waarden"][number][0] for number in numbers)
            for facet, numbers in zip(data["facetten"], picked, strict=True)
        ]
        assert keys == [tuple(each.key for each in found) for found in row.choices]


SITE = "https://voorbeeld.example/toetsen/"


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.name)
def test_place_is_an_address_that_can_be_followed_if_the_site_has_one(one: Any) -> None:
    around = Surroundings(library(), site_url=SITE)
    made = {asset.path.rpartition(".")[2]: asset.data for asset in _files(one)(around)}
    found, paths = filled(one.name), column(filled(one.name), "adres")
    whole = [f"{SITE}{path}" for path in paths]
    place = [each.key for each in one.columns].index("adres")
    lines = list(csv.reader(io.StringIO(made["csv"].decode("utf-8-sig")), delimiter=";"))
    assert lines[0][place] == "Adres op de site"
    assert [line[place] for line in lines[1:]] == whole
    sheet = load_workbook(io.BytesIO(made["xlsx"])).worksheets[0]
    cells = [line[place] for line in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == whole
    assert [cell.hyperlink.target + _part(cell.hyperlink) for cell in cells] == whole
    assert len(found.rows) == len(cells)


def _part(link: Any) -> str:
    return f"#{link.location}" if link.location else ""


def _files(one: Any) -> Any:
    return next(kind for kind in files.FILES if kind.register is one)


def test_table_for_the_page_keeps_paths_and_says_what_stands_before_them() -> None:
    for around, site in (
        (Surroundings(library(), site_url=SITE), SITE),
        (Surroundings(library()), None),
    ):
        made = {asset.path: asset.data for asset in _files(NAMES["acties"])(around)}
        data = scripted(made["data/registers/acties.tabel.js"])
        assert data.get("site") == site
        place = [head["sleutel"] for head in data["kolommen"]].index("adres")
        assert all(row[place].startswith("toetsen/") for row in data["rijen"])
        records = json.loads(made["data/registers/acties.json"])
        assert records["rijen"][0]["adres"].startswith(site or "toetsen/")
        assert records["kolommen"]["adres"] == data["kolommen"][place]["kop"]


def test_without_an_address_of_the_site_the_column_says_from_where() -> None:
    for one in REGISTERS:
        data = json.loads(assets()[f"data/registers/{one.name}.json"])
        assert data["kolommen"]["adres"] == "Plaats op de site, vanaf de hoofdmap"


def test_only_addresses_of_the_web_become_links() -> None:
    bronnen = (
        Bron("a", "overig", "https://voorbeeld.example/titel", url="https://voorbeeld.example/a"),
        Bron("b", "overig", "B", url="https://voorbeeld.example/a"),
        Bron("c", "overig", "C", url='https://voorbeeld.example/"><x/>'),
        Bron("d", "overig", "D", url=f"https://voorbeeld.example/{'d' * 2080}"),
    )
    found = NAMES["bronnen"].fill(made(toets(bronnen=bronnen)))
    book = load_workbook(io.BytesIO(FORMS["xlsx"].render(found.sheet)))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    links = [(cell.coordinate, cell.hyperlink.target) for cell in cells]
    letter = "ABCDEFGH"[[each.key for each in NAMES["bronnen"].columns].index("url")]
    assert links == [(f"{letter}{n}", "https://voorbeeld.example/a") for n in (2, 3)]


def test_files_are_the_same_every_time() -> None:
    around = Surroundings(library())
    again = {asset.path: asset.data for kind in files.FILES for asset in kind(around)}
    assert again == assets()


def test_texts_that_recur_are_kept_once() -> None:
    acties = tuple(Actie(f"A{n}", f"Iets doen {n}", BROAD, status="lopend") for n in range(1000))
    found = NAMES["acties"].fill(made(toets(acties=acties)))
    assert len(files.table(found)) < len(files.records(found)) / 3


# --- nothing leaks ---------------------------------------------------------------------------

SECRET = "GEHEIM-WOORD"  # noqa: S105


def _planted(value: Any) -> Any:
    """A value of the model with the secret in every text that is not an identifier."""
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            item.name: _planted(getattr(value, item.name))
            for item in fields(value)
            if item.name not in {"publicatie", "vorige_ids"}
        }
        return replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(_planted(item) for item in value)
    if isinstance(value, dict):
        return {key: _planted(item) for key, item in value.items()}
    return f"{value} {SECRET}" if isinstance(value, str) and " " in value else value


def _everything(around: Surroundings) -> str:
    kinds = (registers.index, *registers.PAGES, views.pages, dashboard.page)
    text = [unquote(page.html) for kind in kinds for page in kind(around)]
    for kind in files.FILES:
        for asset in kind(around):
            if asset.path.endswith(".xlsx"):
                book = load_workbook(io.BytesIO(asset.data))
                text += [str(row) for sheet in book.worksheets for row in sheet.values]
            else:
                text.append(asset.data.decode())
    return "\n".join(text)


def test_nothing_that_is_not_public_is_in_any_register() -> None:
    real = next(one for one in library().toetsen if one.id == "2024-kot-wlz")
    hidden = replace(_planted(real), id=f"2024-{SECRET.lower()}", publicatie=Publicatie("intern"))
    secret = Bron("bron-intern", "intern", f"Notitie {SECRET}", url=f"https://x.nl/{SECRET}")
    nota = Beslisnota(
        gevraagd_besluit=f"Teken {SECRET}", niet_openbaar=(NietOpenbaar(SECRET, SECRET),)
    )
    shown = replace(
        real,
        bronnen=(*real.bronnen, secret),
        beslisnota=nota,
        verwante_toetsen=(hidden.id,),
        acties=tuple(replace(one, bronnen=(*one.bronnen, secret.id)) for one in real.acties),
        aannames=tuple(replace(one, bronnen=(*one.bronnen, secret.id)) for one in real.aannames),
        bevindingen=tuple(
            replace(one, bronnen=(*one.bronnen, secret.id)) for one in real.bevindingen
        ),
    )
    public = _everything(Surroundings(made(shown, hidden)))
    assert "2024-kot-wlz" in public
    assert SECRET.casefold() not in public.casefold()
    assert secret.id not in public
    internal = _everything(Surroundings(made(shown, hidden, internal=True)))
    assert internal.count(SECRET) > 50
    assert "Niet publiceren" in internal


def test_subjects_are_in_the_order_of_the_site() -> None:
    order = [(one.toets.fictief, -int(one.toets.year)) for one in subjects(library())]
    assert order == sorted(order)


def test_site_has_what_the_script_asks_for() -> None:
    theme = Path(__file__).resolve().parent.parent / "site" / "theme"
    assert (theme / registers.SCRIPT).is_file()
    for one in REGISTERS:
        html = pages()[registers.path_of(one.name)].html
        source = lxml_html.fromstring(html).xpath("//*[@id='register']/@data-bron")[0]
        assert posixpath.normpath(f"x/{source}") in assets()


def test_toets_that_names_no_ministry_is_counted_apart_and_last() -> None:
    none, of_szw = (
        toets("2025-geen"),
        toets("2025-szw", organisaties=(Organisatie("szw", ("opdrachtgever",)),)),
    )
    found = NAMES["toetsen"].fill(made(none, of_szw))
    assert [(one.key, one.rows) for one in found.values["ministerie"]] == [("szw", 1), ("leeg", 1)]
    drawn = {one.path: one.html for one in views.pages(Surroundings(made(none, of_szw)))}
    line = lxml_html.fromstring(drawn["registers/per-ministerie.html"]).xpath("//tbody/tr")[-1]
    assert line.xpath("th/text()") == ["Niet vastgelegd"]
    assert line.xpath(".//a/@href")[0] == "../toetsen/index.html?ministerie=leeg"


# --- organisations ---------------------------------------------------------------------------


def test_organisation_with_many_toetsen_and_actions_has_more_pages() -> None:
    role = (Organisatie("szw", ("opdrachtgever",)),)
    acties = tuple(Actie(f"A{n}", f"Iets {n}.", BROAD, eigenaar="szw") for n in range(130))
    many = (toets(f"2025-nr-{n}", organisaties=role) for n in range(130))
    one = toets("2025-vol", organisaties=role, acties=acties)
    found = {page.path: page for page in organisations.pages(Surroundings(made(one, *many)))}
    assert list(found) == [
        "organisaties/szw.html",
        "organisaties/szw-2.html",
        "organisaties/acties-van-szw.html",
        "organisaties/acties-van-szw-2.html",
    ]
    first = found["organisaties/szw.html"].html
    assert first.count("#actie-") == 25
    assert 'href="acties-van-szw.html"' in first
    assert "../acties/index.html?eigenaar=szw" in first
    assert "#actie-" not in found["organisaties/szw-2.html"].html
    assert found["organisaties/acties-van-szw.html"].html.count("#actie-") == 100
    assert all(len(page.html.encode()) <= 100_000 for page in found.values())


def test_counts_have_the_number_of_their_noun() -> None:
    html = next(iter(home.pages(Surroundings(made(toets()))))).html
    assert "Naar het overzicht van toetsen" in html
    assert not re.search(r"\b1\s+(toetsen|acties|wijzigingen)\b", html)
    assert (
        "Alle 2\u00a0toetsen in één overzicht"
        in next(iter(home.pages(Surroundings(made(toets(), toets("2025-twee")))))).html
    )
