"""Keyboard, magnification, wider text, the reader's own colours, paper, and copying a reference.

What axe cannot see: WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 1.4.10, 1.4.12, and forced colours.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from kinds import PAGES
from pypdf import PdfReader

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TOETS = "toetsen/2024-kot-wlz.html"
BARS = "toetsen/2025-stagevergoeding-mbo.html"
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""The spacing of text that a reader may choose (WCAG 1.4.12)."""

FOCUS = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const all = [...document.querySelectorAll("*")];
  const box = one.getClientRects()[0];
  const [x, y] = [box.left + Math.min(box.width / 2, 8), box.top + Math.min(box.height / 2, 8)];
  const top = document.elementFromPoint(x, y);
  const style = getComputedStyle(one);
  return {
    at: all.indexOf(one),
    what: one.outerHTML.slice(0, 120),
    seen: !!top && (one.contains(top) || top.contains(one)),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""
REACHABLE = """() => {
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  return [...document.querySelectorAll(kinds)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }) && !one.disabled).length;
}"""
CUT = """() => [...document.querySelectorAll("main *")].filter((one) => {
  if (one.closest(".voor-lezer, thead")) return false;  // out of sight on purpose
  const style = getComputedStyle(one);
  return style.overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1
    && one.clientHeight > 1 && one.textContent.trim();
}).map((one) => one.outerHTML.slice(0, 120))"""
PALE = """() => [...document.querySelectorAll("main svg :is(rect, circle, path, line)")]
  .filter((one) => one.getBoundingClientRect().width > 0)
  .filter((one) => {
    const ground = getComputedStyle(document.body).backgroundColor;
    const { fill, stroke } = getComputedStyle(one);
    return [fill, stroke].every((colour) => colour === "none" || colour === ground);
  }).map((one) => one.outerHTML.slice(0, 120))"""
WIDER = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def small(chromium: Any) -> Iterator[Any]:
    """A window of 1280 by 1024 at 400%: 320 by 256 (WCAG 1.4.10)."""
    context = chromium.new_context(viewport={"width": 320, "height": 256}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_at_400_percent(small: Any, address: str, path: str) -> None:
    small.goto(f"{address}/{path}")
    assert small.evaluate(WIDER) <= 0


@pytest.mark.parametrize("path", PAGES)
def test_wider_spacing_of_text_cuts_nothing_off(small: Any, address: str, path: str) -> None:
    small.set_viewport_size({"width": 390, "height": 800})
    small.goto(f"{address}/{path}")
    small.add_style_tag(content=SPACED)
    assert small.evaluate(WIDER) <= 0
    assert small.evaluate(CUT) == []
    small.set_viewport_size({"width": 320, "height": 256})


@pytest.mark.parametrize(
    ("path", "width"),
    [
        (TOETS, 390),
        ("index.html", 390),
        ("acties/index.html", 1280),
        ("cijfers/index.html", 1280),
        ("zoeken.html?q=wlz", 1280),
        ("handleiding/een-toets-schrijven.html", 390),
    ],
)
def test_keyboard_reaches_everything_once_and_shows_where_it_is(
    chromium: Any, address: str, path: str, width: int
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}/{path}", wait_until="networkidle")
    if "?q=" in path:
        page.wait_for_selector(".resultaat h2 a")
    reachable = page.evaluate(REACHABLE)
    places = []
    for _ in range(reachable + 1):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUS)
        if now is None:
            break
        assert (now["seen"], now["ring"]) == (True, True), now["what"]
        places.append(now["at"])
    assert len(places) == len(set(places)) == reachable
    assert places == sorted(places)
    page.close()


def test_hidden_parts_open_with_the_keyboard(chromium: Any, address: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{address}/{TOETS}")
    page.locator(".op-pagina summary").focus()
    assert not page.is_visible('.op-pagina a[href="#conclusies"]')
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.locator('.op-pagina a[href="#conclusies"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#conclusies")
    page.close()


def test_nothing_moves_for_who_wants_no_motion(chromium: Any, address: str) -> None:
    page = chromium.new_page(reduced_motion="reduce")
    for path in ("index.html", TOETS, "acties/index.html"):
        page.goto(f"{address}/{path}")
        moving = """() => document.getAnimations().length + [...document.querySelectorAll("*")]
          .filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0
            || getComputedStyle(one).scrollBehavior === "smooth").length"""
        assert page.evaluate(moving) == 0
    page.close()


@pytest.mark.parametrize(
    ("path", "drawn"), [(TOETS, ".stippen .aan"), (BARS, ".staaf .vol")], ids=["dots", "bars"]
)
def test_drawing_shows_in_the_colours_of_the_reader(
    chromium: Any, address: str, path: str, drawn: str
) -> None:
    page = chromium.new_page(forced_colors="active")
    fill = "(one) => getComputedStyle(one).fill"
    page.goto(f"{address}/{path}")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert page.locator(drawn).first.evaluate(fill, timeout=3000) == ink != ground
    page.close()


@pytest.fixture(scope="module")
def own(chromium: Any) -> Iterator[Any]:
    """A window for a reader with colours of their own, who also prints."""
    context = chromium.new_context(forced_colors="active", viewport={"width": 700, "height": 1000})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_drawings_show_in_own_colours_and_paper_holds_content_alone(
    own: Any, address: str, path: str
) -> None:
    own.emulate_media(media="screen", forced_colors="active")
    own.goto(f"{address}/{path}")
    assert own.evaluate(PALE) == []
    own.emulate_media(media="print", forced_colors="none")
    assert own.is_visible("h1")
    shown = own.locator("header.kop, aside.zij, .sla-over, button, input, select")
    assert shown.evaluate_all("(all) => all.filter((one) => one.checkVisibility()).length") == 0
    assert own.evaluate(WIDER) <= 0  # A4 between its margins is 658 pixels wide


def test_reference_to_a_part_is_copied_as_text_and_as_link(chromium: Any, address: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/{TOETS}")
    page.locator("#conclusie-c2 > .conclusie-tekst .kopieer").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".gekopieerd:not([hidden])")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Conclusie C2, ‘Niet iedere burger begrijpt de maatregel")
    assert f" {address}/{TOETS}#conclusie-c2 (geraadpleegd op " in text
    assert page.inner_text('main > [role="status"]').endswith("conclusie C2 gekopieerd.")
    html = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          return (await item.getType("text/html")).text();
        }"""
    )
    assert f'href="{address}/{TOETS}#conclusie-c2"' in html
    context.close()


def test_refused_copying_is_said_and_leaves_the_address(chromium: Any, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    refuse = "navigator.clipboard.write = () => Promise.reject(new Error('no'))"
    page.goto(f"{address}/{TOETS}")
    page.evaluate(f"() => {{ {refuse}; }}")
    page.locator("#bevinding-b1 .kopieer").click()
    page.wait_for_url("**#bevinding-b1")
    assert "niet gelukt" in page.inner_text('main > [role="status"]')
    context.close()


def test_every_part_has_its_address_and_a_button(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/{TOETS}")
    parts = page.locator(":is(.bevinding, .conclusie, .actie, .bronnenlijst > li)[id]")
    assert parts.count() > 40
    without = """(parts) => parts.filter((one) => {
      const own = one.querySelector(".verwijzing");
      return own?.querySelector("a").hash !== `#${one.id}` || !own.querySelector("button");
    }).map((one) => one.id)"""
    assert parts.evaluate_all(without) == []
    assert (
        page.locator("#bevinding-b1 .yaml")
        .get_attribute("href")
        .startswith("https://voorbeeld.nl/toetsen/2024-kot-wlz.yaml#L")
    )
    page.close()


def test_without_script_the_address_remains(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{TOETS}")
    assert page.locator("#bevinding-b1 .verwijzing a").get_attribute("href") == "#bevinding-b1"
    assert page.locator(".kopieer").count() == 0
    context.close()


def test_paper_holds_everything_that_is_said(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/{TOETS}")
    said = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(sheet.extract_text() for sheet in said.pages).split())
    for wanted in ("Conclusie C4", "Actie A2b", "Bevinding B18", "Waar bronnen verschillen"):
        assert wanted in text
    for screen in ("Naar de inhoud", "Op deze pagina", "YAML, regel"):
        assert screen not in text
    page.close()
