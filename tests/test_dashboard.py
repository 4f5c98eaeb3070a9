"""The numbers: each is that of the rows its address leads to, each chart has its table."""

from __future__ import annotations

import posixpath
from urllib.parse import parse_qsl, urlsplit

from lxml import html as lxml_html

from invoeringstoets.model import Library
from invoeringstoets.pages import Surroundings, dashboard
from invoeringstoets.pages.registers import path_of
from invoeringstoets.registers import NAMES
from site_library import library

PATHS = {path_of(name): name for name in NAMES}


def _page(found: Library | None = None) -> lxml_html.HtmlElement:
    made = next(iter(dashboard.page(Surroundings(library() if found is None else found))))
    return lxml_html.fromstring(f"<main>{made.html}</main>")


def _behind(address: str) -> int:
    """The number of rows that an address of a register leads to."""
    parts = urlsplit(address)
    name = PATHS[posixpath.normpath(posixpath.join("cijfers", parts.path))]
    return NAMES[name].fill(library()).count(**dict(parse_qsl(parts.query)))


def test_every_number_is_that_of_the_rows_behind_it() -> None:
    root = _page()
    seen = 0
    for link in root.xpath("//td[@class='getal']/a"):
        assert int(link.text) == _behind(link.get("href")) > 0
        seen += 1
    for tile in root.xpath("//a[@class='tegel']"):
        number = int(tile.xpath("./span[@class='tegel-getal']")[0].text)
        assert number == _behind(tile.get("href"))
        seen += 1
    for link in root.xpath("//ul[@class='tegels']//a[@class='klein']"):
        assert int(link.text.split()[1]) == _behind(link.get("href"))
        seen += 1
    assert seen > 50


def test_toetsen_known_by_their_place_only_are_told_of() -> None:
    root = _page()
    (link,) = root.xpath("//p[contains(., 'alleen de vindplaats')]/a")
    assert int(link.text.split()[0]) == _behind(link.get("href")) > 0
    said = link.getparent().text_content()
    assert said.endswith("zijn hier niet opgenomen en tellen niet mee.")


def test_every_chart_is_a_table_and_its_drawing_adds_nothing() -> None:
    charts = _page().xpath("//table[@class='staven']")
    assert len(charts) >= 6
    for chart in charts:
        assert chart.xpath("./caption")
        for line in chart.xpath("./tbody/tr"):
            assert line.xpath("./th[@scope='row']")
            assert line.xpath("./td[@class='grafiek'][@aria-hidden='true']/svg")
            real, invented = (
                int(cell.text_content().split()[0]) for cell in line.xpath("./td[@class='getal']")
            )
            bars = line.xpath(".//*[local-name()='rect']/@class")
            assert bars == ["vol"] * (real > 0) + ["open"] * (invented > 0)


def test_what_runs_and_what_was_decided_with_reasons() -> None:
    text = " ".join(_page().text_content().split())
    assert "In uitvoering (1)" in text
    assert "Toegezegd (1)" in text
    decided = NAMES["afwegingen"].fill(library())
    for reason in decided.cells("reden", decided.rows):
        assert str(reason) in text


def test_says_what_it_does_not_say() -> None:
    text = " ".join(_page().text_content().split())
    assert "Gerekend op 1 juni 2026" in text
    assert "geen officieel register en niet volledig" in text
    assert "geen rangorde en geen oordeel" in text
    assert "nog geen toets of afweging bekend" in text.casefold()
    assert "%" not in text


def test_nothing_there_says_so() -> None:
    text = " ".join(_page(Library()).text_content().split())
    assert "nog geen afweging vastgelegd" in text
    assert "geen toets bekend die is toegezegd" in text


def test_only_examples_says_so() -> None:
    only = Library(
        toetsen=tuple(one for one in library().toetsen if one.fictief),
        value_lists=library().value_lists,
        reference_date=library().reference_date,
        wordings=library().wordings,
    )
    assert "die staan hier nog niet in" in " ".join(_page(only).text_content().split())
