"""What a browser makes of the site: accessibility, width, policy, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds import PAGES
from pypdfium2 import PdfDocument
from tabs import lasting_window, new_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.5.8; axe leaves it out by itself
    "resultTypes": ["violations"],
}
LONG = ("naslag/schema.html", "naslag/regels.html")
"""Pages that repeat the same few elements hundreds of times: axe looks at the first forty."""
LOOKS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}", scope="module")
def window(request: pytest.FixtureRequest, chromium: Any) -> Iterator[Any]:
    """A window of some width in light or dark; axe may inject its script past the policy."""
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    window: Any, address: str, path: str
) -> None:
    window.goto(f"{address}/{path}")
    assert window.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    if path in LONG:
        window.evaluate(
            "document.querySelectorAll('main > :nth-child(n + 40)').forEach((one) => one.remove())"
        )
    found = Axe().run(window, options=AXE).response["violations"]
    assert [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in found] == []


@pytest.fixture(scope="module", params=[True, False], ids=["script", "no-script"])
def strict(request: pytest.FixtureRequest, chromium: Any) -> Iterator[Any]:
    """A window under the site's own policy."""
    with lasting_window(chromium, java_script_enabled=request.param) as context:
        yield context


@pytest.mark.parametrize("path", PAGES)
def test_policy_holds_and_nothing_comes_from_elsewhere(
    strict: Any, address: str, path: str
) -> None:
    said: list[str] = []
    asked: list[str] = []
    failed: list[str] = []
    page = new_tab(strict)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(f"{address}/{path}", wait_until="load")
    page.close()
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []
    assert (failed, said) == ([], [])
    assert strict.cookies() == []


def test_font_is_loaded_and_used(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/index.html")
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.evaluate("document.fonts.check('16px \"Source Sans 3\"')")
    assert page.evaluate("[...document.fonts].some(f => f.status === 'loaded')")
    page.close()


def test_skip_link_comes_first_and_leads_to_the_content(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/toetsen/2024-kot-wlz.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.close()


def test_paper_shows_content_and_no_menu(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/toetsen/2024-kot-wlz.html")
    page.emulate_media(media="print")
    assert not page.is_visible("header.kop")
    assert not page.is_visible("aside.zij")
    assert page.is_visible("#conclusie-c1")
    page.close()


OLD, NEW = "2024-stagevergoeding", "2025-stagevergoeding-mbo"
"""An earlier id of a toets, and the one that it has now."""


@pytest.mark.parametrize("folder", ["toetsen", "wijzigingen"])
@pytest.mark.parametrize("part", ["", "#actie-a3"])
def test_an_earlier_address_leads_to_the_same_part(
    strict: Any, address: str, folder: str, part: str, request: pytest.FixtureRequest
) -> None:
    scripts = request.node.callspec.params["strict"]
    page = strict.new_page()
    page.goto(f"{address}/{folder}/{OLD}.html{part}")
    page.wait_for_url(f"{address}/{folder}/{NEW}.html{part if scripts else '*'}")
    if scripts and part and folder == "toetsen":
        assert page.locator(":target").get_attribute("id") == "actie-a3"
    page.close()


ON_PAPER = (
    "toetsen/2024-kot-wlz.html",
    "toetsen/2025-stagevergoeding-mbo.html",
    "acties/index.html?q=termijn&eigenaar=szw",
    "registers/bronnen.html",
    "cijfers/index.html",
    "wijzigingen/index.html",
)
SAID = """() => {
  const texts = (these) => [...document.querySelectorAll(these)].map((one) => one.innerText);
  return {
    heads: texts("main :is(h2, h3, h4, caption:not(.voor-lezer))"),
    columns: texts("#lijst thead th"),
    ends: texts("#lijst tbody tr > :last-child"),
    footer: texts("footer p:last-child"),
  };
}"""


def bare(text: str) -> str:
    """A text without white space: where lines end is up to the paper."""
    return "".join(text.split())


@pytest.mark.parametrize("path", ON_PAPER)
def test_on_paper_heads_stay_with_what_they_head_and_nothing_is_cut_off(
    chromium: Any, address: str, path: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/{path}", wait_until="networkidle")
    page.emulate_media(media="print")
    said = {name: [bare(one) for one in these] for name, these in page.evaluate(SAID).items()}
    paper = page.pdf(format="A4")
    page.close()
    with PdfDocument(paper) as opened:
        sheets = [bare(sheet.get_textpage().get_text_bounded()) for sheet in opened]
    whole = "".join(sheets)
    assert "127.0.0.1" not in whole
    assert "Sorterenop" not in whole
    assert [one for one in said["heads"] if one and any(s.endswith(one) for s in sheets)] == []
    assert [one for one in said["ends"] if one not in whole] == []
    with_rows = [sheet for sheet in sheets if any(end in sheet for end in said["ends"])]
    assert all("".join(said["columns"]) in sheet for sheet in with_rows)
    assert bool(with_rows) == bool(said["columns"])
    assert said["footer"] != sheets[-1:]
    if "q=" in path:
        assert "Woorden:termijnEigenaar:SZW" in whole


REPORT = "rapporten/2024-kot-wlz/2024-kot-wlz-rapport.html"
OUTSIDE = """[...document.querySelectorAll("table :is(caption, th[scope=row], td)")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth).length"""


def test_tables_of_a_report_are_read_without_scrolling_sideways(window: Any, address: str) -> None:
    window.goto(f"{address}/{REPORT}")
    assert window.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert window.evaluate(OUTSIDE) == 0
    tables = window.get_by_role("table").count()
    assert tables == window.locator("table").count() > 5
    assert window.get_by_role("columnheader").count() > 2 * tables
    found = Axe().run(window, options=AXE).response["violations"]
    assert [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in found] == []


def test_boxes_do_not_touch_and_lines_are_short_enough_to_read(window: Any, address: str) -> None:
    window.goto(f"{address}/registers/afwegingen.html")
    aside, footer = (window.locator(one).bounding_box() for one in ("aside.zij", "footer.voet"))
    assert footer["y"] - aside["y"] - aside["height"] >= 16
    if window.viewport_size["width"] > 1000:
        decision, reason = (window.locator("#lijst thead th").nth(n).bounding_box() for n in (0, 1))
        assert reason["width"] > 2 * decision["width"]
    window.goto(f"{address}/wijzigingen/2024-kot-wlz.html")
    size = float(window.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
    widths = [one.bounding_box()["width"] for one in window.locator(".wijziging li").all()]
    assert widths
    assert max(widths) <= 45 * size
