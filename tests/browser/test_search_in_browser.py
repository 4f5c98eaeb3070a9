"""Searching in a real browser: synonyms, facets, the address, the keyboard, its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tabs import lasting_window, new_tab

from serving import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def tabs(chromium: Any) -> Iterator[Any]:
    with lasting_window(chromium, viewport={"width": 1280, "height": 900}) as found:
        yield found


@pytest.fixture
def tab(tabs: Any) -> Any:
    opened = new_tab(tabs)
    opened.faults = []
    opened.on("pageerror", lambda fault: opened.faults.append(str(fault)))
    opened.on("console", lambda said: said.type == "error" and opened.faults.append(said.text))
    yield opened
    assert opened.faults == []
    opened.close()


def search(tab: Any, address: str, query: str) -> list[str]:
    tab.goto(f"{address}/zoeken.html?{query}")
    tab.wait_for_selector(".resultaat h2 a")
    return [link.inner_text() for link in tab.query_selector_all(".resultaat h2 a")]


def places(tab: Any, address: str, query: str) -> list[str]:
    """The parts of pages that a search leads to, as ``page#part``."""
    search(tab, address, query)
    links = (link.get_attribute("href") for link in tab.query_selector_all(".resultaat li a"))
    return [link.rsplit("/", 1)[-1] for link in links]


@pytest.mark.parametrize("word", ["KOT", "kinderopvangtoeslag", "toeslagen", "toeslag", "Wlz"])
def test_toets_is_found_by_every_word_for_it(tab: Any, address: str, word: str) -> None:
    assert any("Wlz-indicatie" in title for title in search(tab, address, f"q={word}"))


@pytest.mark.parametrize(
    "number", ["2024-stagevergoeding", "2025D99901", "FICTIEF-2025-0013-TK", "T09901", "99901-30"]
)
def test_toets_is_found_by_every_number_of_its_letter(tab: Any, address: str, number: str) -> None:
    assert "Stagevergoeding mbo" in search(tab, address, f"q={number}")[0]


def test_result_leads_to_the_finding(tab: Any, address: str) -> None:
    search(tab, address, "q=schriftelijk+contract")
    link = tab.query_selector('.resultaat li a[href*="#bevinding-"]')
    link.click()
    tab.wait_for_url("**/toetsen/*.html#bevinding-*")
    assert tab.query_selector(":target") is not None


@pytest.mark.parametrize("word", ["minimumloon", "uurloon", "loon", "minimumuurl"])
def test_compound_is_found_by_its_parts(tab: Any, address: str, word: str) -> None:
    assert search(tab, address, f"q={word}")[0] == "Minimumuurloon"
    expect(tab.locator("#stand")).to_contain_text(f"voor ‘{word}’.")
    expect(tab.locator("#stand")).not_to_contain_text("Niets")


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("B11", "bevinding-b11"),
        ("A2b", "actie-a2b"),
        ("sahla", "bron-kamervragen-sahla"),
        ("dossier 31322", "bron-kamerbrief"),
        ("31 322", "bron-kamerbrief"),
        ("kst-31322-523", "bron-kamerbrief"),
        ("31322-523", "bron-kamerbrief"),
        ("dienstverlening uitvoeringskosten", "aanname-n2"),
    ],
)
def test_part_is_found_by_its_id_and_its_words(
    tab: Any, address: str, query: str, part: str
) -> None:
    assert f"2024-kot-wlz.html#{part}" in places(tab, address, f"q={query.replace(' ', '+')}")


@pytest.mark.parametrize("word", ["KOT", "langdurige+zorg"])
def test_other_word_leads_to_where_the_word_stands(tab: Any, address: str, word: str) -> None:
    found = places(tab, address, f"q={word}")
    assert found
    assert "2024-kot-wlz.html#actie-a4" not in found
    marks = tab.locator(".resultaat mark").all_inner_texts()
    assert marks
    assert all(re.search("kinderopvangtoeslag|kot|wlz|langdurige|zorg", m.lower()) for m in marks)
    assert not re.search("⁂|PAGEFIND", tab.inner_text("#resultaten"))


@pytest.mark.parametrize(
    ("query", "instead"),
    [
        ("toeslagenwet", "‘toeslagen’ en ‘wet’"),
        ("Toeslagenaffaire", "‘toeslagen’"),
        ("KOT+qqxx", "‘KOT’"),
        ("kinderopvangtoelsag", "‘kinderopvang’"),  # mistyped: what begins as it does
    ],
)
def test_word_that_is_nowhere_is_told(tab: Any, address: str, query: str, instead: str) -> None:
    search(tab, address, f"q={query}")
    said = tab.inner_text("#stand")
    assert said.startswith(f"Niets gevonden voor ‘{query.replace('+', ' ')}’.")
    assert f"erop: zij ga{'an' if 'lijken' in said else 'at'} over {instead}" in said


@pytest.mark.parametrize("query", ["uitbetxxlingen", "qqxx", "qqxx&jaar=2024"])
def test_nothing_like_it_gives_nothing(tab: Any, address: str, query: str) -> None:
    tab.goto(f"{address}/zoeken.html?q={query}")
    expect(tab.locator("#stand")).to_contain_text("Niets gevonden")
    assert tab.query_selector_all(".resultaat") == []


@pytest.mark.parametrize("below", ["toetsen", "een/site"])
def test_search_from_a_sub_path_leads_to_pages(
    tab: Any, built: Path, tmp_path: Path, below: str
) -> None:
    (tmp_path / below).parent.mkdir(exist_ok=True)
    (tmp_path / below).symlink_to(built, target_is_directory=True)
    with served(tmp_path) as root:
        search(tab, f"{root}/{below}", "q=KOT")
        for link in tab.query_selector_all(".resultaat a"):
            assert tab.request.get(f"{root}{link.get_attribute('href')}").ok
        tab.click(".resultaat li a")
        tab.wait_for_url(f"**/{below}/toetsen/2024-kot-wlz.html#*")
        assert tab.query_selector(":target") is not None


def test_long_choice_is_beside_its_box(tab: Any, address: str) -> None:
    search(tab, address, "q=toeslag")
    boxes = tab.evaluate(
        """[...document.querySelectorAll("[data-facet] label")].map((label) => {
          const [box, text] = [...label.children].map((one) => one.getBoundingClientRect());
          return { right: box.right, left: text.left, lines: text.height / box.height };
        })"""
    )
    assert any(one["lines"] > 2 for one in boxes)
    assert all(one["right"] < one["left"] for one in boxes)


def test_facets_narrow_down_and_stand_in_the_address(tab: Any, address: str) -> None:
    everything = search(tab, address, "q=toeslag")
    box = tab.get_by_label("2024", exact=False).first
    box.focus()
    tab.keyboard.press("Space")
    tab.wait_for_url("**jaar=2024*")
    expect(tab.locator("#stand")).to_contain_text("binnen uw keuzes")
    narrowed = [link.inner_text() for link in tab.query_selector_all(".resultaat h2 a")]
    assert 0 < len(narrowed) < len(everything)
    assert search(tab, address, "q=toeslag&jaar=2024") == narrowed
    tab.get_by_role("button", name="Wis alle keuzes").click()
    expect(tab).not_to_have_url(re.compile("jaar"))


def test_narrow_screen_folds_the_choices_and_focus_goes_down(chromium: Any, address: str) -> None:
    opened = chromium.new_page(viewport={"width": 390, "height": 800})
    search(opened, address, "q=toeslag&jaar=2024")
    assert opened.inner_text("#verfijnen summary") == "Verfijnen(1)"
    assert not opened.get_by_label("2024", exact=False).first.is_visible()
    opened.get_by_role("button", name="Zoeken", exact=True).focus()
    tops = []
    for _ in range(4):
        opened.keyboard.press("Tab")
        place = "document.activeElement.getBoundingClientRect().top + scrollY"
        tops.append(opened.evaluate(place))
    assert tops == sorted(tops)
    assert opened.evaluate("document.activeElement.closest('.resultaat') !== null")
    opened.set_viewport_size({"width": 1280, "height": 800})
    expect(opened.get_by_label("2024", exact=False).first).to_be_visible()
    opened.close()


def test_back_button_brings_the_earlier_search_back(tab: Any, address: str) -> None:
    search(tab, address, "q=toeslag")
    tab.fill("#zoekwoorden", "drone")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**q=drone")
    tab.go_back()
    expect(tab.locator("#zoekwoorden")).to_have_value("toeslag")


def test_nothing_found_says_what_to_try(tab: Any, address: str) -> None:
    tab.goto(f"{address}/zoeken.html?q=qqqxxx")
    expect(tab.locator("#stand")).to_contain_text("Niets gevonden")
    assert "Probeer" in tab.inner_text("#stand")


def test_search_words_never_become_markup(tab: Any, address: str) -> None:
    tab.goto(f"{address}/zoeken.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&jaar=%3Cb%3E")
    expect(tab.locator("#stand")).not_to_be_empty()
    assert tab.query_selector("main img") is None
    assert tab.query_selector("main b") is None


@pytest.mark.parametrize("sign", ["mouse", "keyboard", "touch"])
def test_index_is_loaded_at_the_first_sign_of_use(chromium: Any, address: str, sign: str) -> None:
    context = chromium.new_context(has_touch=True)
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda one: "/zoek/" in one.url and asked.append(one.url))
    opened.goto(f"{address}/zoeken.html", wait_until="networkidle")
    assert asked == []
    assert not opened.is_visible("#zoekfout")
    if sign == "mouse":
        opened.mouse.move(200, 200)
    elif sign == "keyboard":
        opened.keyboard.press("Tab")
    else:
        opened.touchscreen.tap(200, 200)
    expect(opened.locator("[data-facet=jaar] input").first).to_be_visible()
    assert asked
    context.close()


def test_without_the_index_the_page_says_so(chromium: Any, address: str) -> None:
    opened = chromium.new_page()
    opened.route("**/zoek/pagefind.js", lambda route: route.abort())
    opened.goto(f"{address}/zoeken.html?q=toeslag")
    expect(opened.locator("#zoekfout")).to_contain_text("niet te laden")
    assert not opened.is_visible("#zoekblad")
    opened.close()


def test_first_result_is_light(tab: Any, address: str) -> None:
    sizes: list[int] = []
    tab.on("response", lambda got: "/zoek/" in got.url and sizes.append(len(got.body())))
    search(tab, address, "q=toeslag")
    assert 0 < sum(sizes) <= 250_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_results_are_accessible(chromium: Any, address: str, scheme: str, width: int) -> None:
    opened = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    search(opened, address, "q=toeslag")
    assert Axe().run(opened).response["violations"] == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    opened.close()


def test_page_from_disk_says_why_it_cannot_search(chromium: Any, built: Any) -> None:
    opened = chromium.new_page()
    opened.goto((built / "zoeken.html").as_uri())
    assert "werkt op een webserver" in opened.inner_text("#zoekfout")
    assert not opened.is_visible("#zoekblad")
    assert not opened.is_visible("#zoekformulier")
    opened.close()
