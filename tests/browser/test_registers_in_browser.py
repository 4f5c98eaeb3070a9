"""Registers in a real browser: filters, order, address, keyboard, exports, and life without it."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import expect
from tabs import lasting_window, new_tab

from invoeringstoets.exports import registers as files
from invoeringstoets.notation import first_day
from site_library import scripted

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ACTIES = "acties/index.html"
DATA = "data/registers/acties.tabel.js"
PAGES = (
    "registers/index.html",
    "registers/knelpunten.html",
    "registers/aannames.html",
    "registers/regelingen.html",
    "registers/per-ministerie.html",
    "registers/jaar-2024.html",
    "cijfers/index.html",
)
NARROWED = "?stand=open&ministerie=szw&sorteer=-actie"


@pytest.fixture(scope="module")
def tabs(chromium: Any) -> Iterator[Any]:
    with lasting_window(
        chromium, viewport={"width": 1280, "height": 900}, accept_downloads=True
    ) as found:
        yield found


@pytest.fixture
def tab(tabs: Any) -> Any:
    """A tab under the site's own policy; nothing may go wrong in it."""
    opened = new_tab(tabs)
    opened.faults = []
    opened.on("pageerror", lambda fault: opened.faults.append(str(fault)))
    opened.on("console", lambda said: said.type == "error" and opened.faults.append(said.text))
    yield opened
    assert opened.faults == []
    opened.close()


def rows(tab: Any) -> list[str]:
    """The texts of the rows that are shown."""
    return [one.inner_text() for one in tab.query_selector_all("#lijst tbody tr")]


def open_at(tab: Any, address: str, query: str = "", path: str = ACTIES) -> None:
    tab.goto(f"{address}/{path}{query}")
    if query:
        expect(tab.locator("#gekozen li").first).to_be_visible()


def test_data_are_fetched_only_when_they_are_wanted(tab: Any, address: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda one: "/data/" in one.url and asked.append(one.url))
    open_at(tab, address)
    expect(tab.locator("#verfijnen")).to_have_class(re.compile("klaar"))
    assert asked == []
    tab.locator("summary", has_text="Status").click()
    expect(tab.locator("[data-facet=status] input").first).to_be_visible()
    tab.fill("#woorden", "gemeenten")
    tab.wait_for_url("**q=gemeenten")
    assert [one.rpartition("/")[2] for one in asked] == ["acties.tabel.js"]


@pytest.mark.parametrize("path", [ACTIES, "toetsen/index.html", "registers/aannames.html"])
def test_script_writes_rows_as_the_page_has_them(tab: Any, address: str, path: str) -> None:
    shape = """[...document.querySelectorAll('#lijst tbody tr')].map((row) => {
      for (const link of row.querySelectorAll('a')) link.setAttribute('href', link.href);
      return row.outerHTML;
    })"""
    open_at(tab, address, path=path)
    still = tab.evaluate(shape)
    open_at(tab, address, "?voorbeeld=echt&voorbeeld=fictief", path=path)
    expect(tab.locator("#stand")).to_contain_text(f"{len(still)} van {len(still)} ")
    assert tab.evaluate(shape) == still


def test_facet_with_counts_narrows_down_and_back_undoes_it(tab: Any, address: str) -> None:
    open_at(tab, address)
    everything = rows(tab)
    tab.locator("summary", has_text="Ministerie").focus()
    tab.keyboard.press("Enter")
    box = tab.get_by_role("checkbox", name=re.compile("^SZW"))
    expect(box).to_be_visible()
    count = int(re.search(r"\((\d+)\)", box.locator("..").inner_text())[1])
    box.focus()
    tab.keyboard.press("Space")
    tab.wait_for_url("**ministerie=szw")
    expect(tab.locator("#stand")).to_have_text(f"{count} van {len(everything)} acties")
    assert len(rows(tab)) == count < len(everything)
    assert tab.evaluate("document.activeElement.value") == "szw"
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"
    expect(box).not_to_be_visible()
    tab.go_back()
    expect(tab.locator("#stand")).to_have_text(f"{len(everything)} acties")
    assert rows(tab) == everything


def test_address_brings_the_same_rows(tab: Any, address: str) -> None:
    open_at(tab, address, NARROWED)
    found = rows(tab)
    assert len(found) == 5
    assert found == sorted(found, key=str.casefold, reverse=True)
    expect(tab.locator("#sorteren")).to_have_value("-actie")
    head = tab.locator("#lijst th[data-kolom=actie]")
    expect(head).to_have_attribute("aria-sort", "descending")
    tab.reload()
    expect(tab.locator("#stand")).to_have_text("5 van 12 acties")
    assert rows(tab) == found


def test_a_chosen_filter_can_be_taken_away_and_focus_is_kept(tab: Any, address: str) -> None:
    open_at(tab, address, NARROWED)
    tab.get_by_role("button", name="Verwijder filter Ministerie: SZW").click()
    expect(tab).not_to_have_url(re.compile("ministerie"))
    assert "Stand" in tab.evaluate("document.activeElement.textContent")
    tab.get_by_role("button", name="Wis alles").click()
    expect(tab).not_to_have_url(re.compile("stand"))
    assert tab.evaluate("document.activeElement.id") == "woorden"


def test_sorting_by_head_goes_up_down_and_back(tab: Any, address: str) -> None:
    open_at(tab, address)
    still = rows(tab)
    button = tab.get_by_role("button", name="Status")
    head = tab.locator("#lijst th[data-kolom=status]")
    for expected in ("ascending", "descending"):
        button.focus()
        tab.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", expected)
        invented = ["Fictief voorbeeld" in row for row in rows(tab)]
        assert invented == sorted(invented)
    button.click()
    expect(head).not_to_have_attribute("aria-sort", re.compile("."))
    assert rows(tab) == still


def cells(tab: Any, head: str) -> list[str]:
    """The texts of a column of the real rows that are shown, without what stands below them."""
    found = tab.query_selector_all(f'td[data-kop="{head}"] > div')
    return [one.inner_text().split("\n")[0].replace("\u00a0", " ") for one in found]


@pytest.mark.parametrize("way", ["", "-"])
def test_terms_are_sorted_by_time_and_without_a_day_come_last(
    tab: Any, address: str, way: str
) -> None:
    open_at(tab, address, f"?voorbeeld=echt&voorbeeld=fictief&sorteer={way}termijn")
    data = json.loads(tab.request.get(f"{address}/data/registers/acties.json").text())
    for invented in ("nee", "ja"):
        own = [one for one in data["rijen"] if one["fictief"] == invented]
        days = {one["actie"]: one["uiterste_dag"] for one in own}
        shown = [row.split("\n")[0].strip() for row in rows(tab)]
        order = [days[one] for one in shown if one in days]
        dated = sorted((day for day in order if day), reverse=bool(way))
        assert order == [*dated, *[None] * (len(order) - len(dated))]
        assert len(order) == len(own)


@pytest.mark.parametrize("way", ["", "-"])
def test_days_are_sorted_as_days(tab: Any, address: str, way: str) -> None:
    path = "registers/bronnen.html"
    open_at(tab, address, path=path)
    tab.select_option("#sorteren", f"{way}datum")
    expect(tab.locator("#lijst th[data-kolom=datum]")).to_have_attribute(
        "aria-sort", "descending" if way else "ascending"
    )
    data = json.loads(tab.request.get(f"{address}/data/registers/bronnen.json").text())
    real = [one for one in data["rijen"] if one["fictief"] == "nee"]
    shown = cells(tab, "Datum")[: len(real)]
    days = [first_day(one) for one in shown]
    known = [day for day in days if day]
    assert days == [*sorted(known, reverse=bool(way)), *[""] * (len(days) - len(known))]
    assert {len(one.split()) for one in shown} >= {1, 2, 3}, "years, months and days"


def test_words_are_found_without_their_accents_and_never_become_markup(
    tab: Any, address: str
) -> None:
    open_at(tab, address)
    total = len(rows(tab))
    tab.fill("#woorden", "SCHOOLJAAR voor")
    expect(tab.locator("#stand")).to_contain_text(f"van {total} acties")
    open_at(tab, address, "?q=%3Cimg+src%3Dx%3E&stand=%3Cb%3E&kleur=rood&sorteer=niets")
    expect(tab.locator("#stand")).to_have_text(f"Geen van de {total} acties past bij uw keuzes.")
    assert tab.query_selector("main img, main b") is None
    assert not tab.is_visible("#lijst")


def download(tab: Any, name: str) -> tuple[str, bytes]:
    with tab.expect_download() as waiting:
        tab.get_by_role("link", name=name, exact=True).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_export_is_exactly_what_is_shown(tab: Any, address: str) -> None:
    open_at(tab, address, NARROWED)
    whole = json.loads(tab.request.get(f"{address}/data/registers/acties.json").text())
    shown = [row.split("\n")[0].strip() for row in rows(tab)]
    name, data = download(tab, "JSON")
    assert name == "acties-selectie.json"
    found = json.loads(data)
    assert [one["actie"] for one in found["rijen"]] == shown
    assert all(one in whole["rijen"] for one in found["rijen"])
    assert "Ministerie: SZW" in found["toelichting"].pop("Selectie")
    assert found["toelichting"] == whole["toelichting"]
    assert (found["kolommen"], found["titel"]) == (whole["kolommen"], whole["titel"])
    name, data = download(tab, "CSV")
    assert name == "acties-selectie.csv"
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [line[0] for line in lines[1:]] == shown
    name, data = download(tab, "XLSX")
    assert name == "acties-selectie.xlsx"
    book = load_workbook(io.BytesIO(data))
    values = list(book.worksheets[0].values)
    assert list(values[0]) == list(whole["kolommen"].values())
    assert [line[0] for line in values[1:]] == shown
    assert "5 van 12" in str(list(book["Toelichting"].values))


def _typed(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value or ""


@pytest.mark.parametrize("name", ["acties", "bronnen", "toetsen"])
def test_export_of_everything_is_the_file_of_the_site(tab: Any, address: str, name: str) -> None:
    path = {"acties": ACTIES, "toetsen": "toetsen/index.html"}.get(name, f"registers/{name}.html")
    open_at(tab, address, "?voorbeeld=echt&voorbeeld=fictief", path=path)
    _, data = download(tab, "CSV")
    assert data == tab.request.get(f"{address}/data/registers/{name}.csv").body()
    _, data = download(tab, "XLSX")
    ours = load_workbook(io.BytesIO(data)).worksheets[0]
    site = tab.request.get(f"{address}/data/registers/{name}.xlsx").body()
    theirs = load_workbook(io.BytesIO(site)).worksheets[0]
    values = [[_typed(cell) for cell in line] for line in ours.values]
    assert values == [[_typed(cell) for cell in line] for line in theirs.values]
    assert any(isinstance(cell, date) for line in values for cell in line)
    assert all(cell.data_type != "f" for line in ours.iter_rows() for cell in line)


def test_formula_and_odd_signs_survive_as_text(tab: Any, address: str) -> None:
    raw = scripted(tab.request.get(f"{address}/{DATA}").body())
    hostile = '=1+2;"x"\n</script>\\\'<b>&\u0001\U0001f600'
    place = [one["sleutel"] for one in raw["kolommen"]].index("actie")
    raw["kolommen"][place].pop("woorden", None)
    raw["rijen"][0][place] = hostile
    tab.route(f"**/{DATA}", lambda route: route.fulfill(body=files.script(json.dumps(raw))))
    open_at(tab, address, "?voorbeeld=echt&voorbeeld=fictief")
    _, data = download(tab, "CSV")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert lines[1][0] == f"'{hostile}"
    _, data = download(tab, "XLSX")
    cell = load_workbook(io.BytesIO(data)).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (hostile.replace("\u0001", ""), "s")


@pytest.mark.office
def test_export_opens_in_libreoffice(tab: Any, address: str, tmp_path: Path) -> None:
    open_at(tab, address, NARROWED)
    _, data = download(tab, "XLSX")
    (tmp_path / "acties.xlsx").write_bytes(data)
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [shutil.which("soffice") or "soffice", home, "--headless", "--convert-to"]
    command += ["csv:Text - txt - csv (StarCalc):59,34,76"]  # semicolons, UTF-8
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "acties.xlsx")],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    made = tmp_path / "acties.csv"
    text = made.read_text(encoding="utf-8")
    assert "Kinderopvangtoeslag bij een permanente Wlz-indicatie" in text
    assert "12-3-2024" in text


def test_long_list_is_shown_in_parts_and_focus_moves_on(tab: Any, address: str) -> None:
    raw = scripted(tab.request.get(f"{address}/{DATA}").body())
    raw["rijen"] = raw["rijen"][:1] * 250
    raw["keuzes"] = raw["keuzes"][:1] * 250
    tab.route(f"**/{DATA}", lambda route: route.fulfill(body=files.script(json.dumps(raw))))
    open_at(tab, address, "?voorbeeld=echt")
    assert len(rows(tab)) == 100
    tab.get_by_role("button", name="Meer rijen tonen").click()
    assert len(rows(tab)) == 200
    assert (
        tab.evaluate(
            "[...document.querySelectorAll('#lijst tbody tr')].indexOf("
            "document.activeElement.closest('tr'))"
        )
        == 100
    )
    tab.get_by_role("button", name="Meer rijen tonen").click()
    expect(tab.locator("#meer")).not_to_be_visible()
    assert len(rows(tab)) == 250


def test_without_the_data_the_whole_list_stays(chromium: Any, address: str) -> None:
    opened = chromium.new_page()
    opened.route(f"**/{DATA}", lambda route: route.abort())
    opened.goto(f"{address}/{ACTIES}?stand=open")
    expect(opened.locator("#stand")).to_contain_text("niet te laden")
    assert len(rows(opened)) == 12
    opened.close()


def test_without_javascript_the_list_and_its_files_are_there(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/{ACTIES}?stand=open")
    assert opened.locator("#lijst tbody tr").count() == 12
    assert not opened.is_visible("#verfijnen")
    assert opened.locator("#lijst button").count() == 0
    for form in ("CSV", "XLSX", "JSON"):
        link = opened.get_by_role("link", name=form, exact=True)
        answer = opened.request.get(f"{address}/acties/{link.get_attribute('href')}")
        assert answer.ok
        assert answer.body()
    context.close()


def test_page_does_not_jump_when_the_script_comes(chromium: Any, address: str) -> None:
    opened = chromium.new_page(viewport={"width": 390, "height": 900})
    opened.route("**/*.woff2", lambda route: route.abort())  # of letters, every page jumps
    opened.goto(f"{address}/{ACTIES}", wait_until="load")
    expect(opened.locator("#verfijnen")).to_have_class(re.compile("klaar"))
    shift = opened.evaluate(
        """new Promise((done) => {
          let sum = 0;
          const watch = new PerformanceObserver((list) => {
            for (const one of list.getEntries()) sum += one.value;
          });
          watch.observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 300);
        })"""
    )
    assert shift < 0.02
    opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_narrowed_register_is_accessible(
    chromium: Any, address: str, width: int, scheme: str
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    opened = context.new_page()
    for path in PAGES:
        opened.goto(f"{address}/{path}")
        assert opened.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        assert _violations(opened) == [], path
    open_at(opened, address, NARROWED)
    opened.locator("summary", has_text="Eigenaar").click()
    expect(opened.locator("[data-facet=eigenaar] input").first).to_be_visible()
    assert opened.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert _violations(opened) == []
    context.close()


def _violations(opened: Any) -> list[Any]:
    found = Axe().run(opened).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found]


def test_menu_on_a_phone_opens_without_javascript(chromium: Any, address: str) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    opened = context.new_page()
    opened.goto(f"{address}/{ACTIES}")
    assert opened.locator("header.kop").bounding_box()["height"] < 80
    assert not opened.get_by_role("link", name="Cijfers").is_visible()
    opened.get_by_text("Menu", exact=True).click()
    opened.get_by_role("link", name="Cijfers").click()
    assert opened.url.endswith("cijfers/index.html")
    context.close()


def test_number_on_the_dashboard_leads_to_its_rows(tab: Any, address: str) -> None:
    tab.goto(f"{address}/cijfers/index.html")
    tile = tab.locator(".tegel", has_text="nog niet afgerond")
    count = int(tile.locator(".tegel-getal").inner_text())
    tile.click()
    expect(tab.locator("#stand")).to_have_text(f"{count} van 12 acties")
    assert len(rows(tab)) == count
