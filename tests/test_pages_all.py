from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest
from lxml import html as lxml_html

from invoeringstoets import exports, pages
from invoeringstoets.mkdocs_plugin.loading import surroundings
from invoeringstoets.model import (
    CENTRALE_VRAGEN,
    Aanleiding,
    Aanpak,
    Antwoord,
    Conclusie,
    Library,
    Onderzoeksvraag,
    Toets,
)
from invoeringstoets.notation import because
from invoeringstoets.pages.toets import pages as toets_pages
from invoeringstoets.reports import REPORTS
from invoeringstoets.workspace import find_project
from report_cases import minimal, texts
from site_library import library, page, site, toets
from surroundings import ROOT, some

EVIL = (
    "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} [klik](javascript:alert(1))"
    " <img src=x onerror=y>"
)
IDENTIFIERS = {"id", "bronnen", "bevindingen", "acties", "aannames", "kerncijfers", "conclusies"}
ENUMS = {
    "soort", "status", "volledigheid", "stem", "vraag", "kamer", "aard", "rol", "zichtbaarheid",
    "kolom", "herkomst", "oordeel", "grootheid", "vorige_ids", "verwante_toetsen", "tekst_soort",
}  # fmt: skip


@pytest.mark.parametrize("one", some(site()), ids=lambda one: one.path)
def test_page_is_whole(one: pages.Page) -> None:
    root = lxml_html.fromstring(f"<main>{one.html}</main>")
    ids = Counter(root.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    assert [entry.id for entry in one.contents if entry.id not in ids] == []
    assert len(root.xpath("//h1")) == 1
    assert root.xpath("//script|//style|//@style|//@onclick") == []
    assert one.description
    assert len(one.html.encode()) <= 100_000


@cache
def files() -> frozenset[str]:
    """The paths of what the site has besides pages."""
    around = pages.Surroundings(library())
    return frozenset(one.path for one in exports.build(around))


@pytest.mark.parametrize("one", some(site()), ids=lambda one: one.path)
def test_links_between_pages_lead_somewhere(one: pages.Page) -> None:
    known = {other.path: set(re.findall(r'\sid="([^"]+)"', other.html)) for other in site()}
    for address in lxml_html.fromstring(f"<main>{one.html}</main>").xpath("//a/@href"):
        if re.match(r"(https?|mailto|tel):", address):
            continue
        path, _, fragment = address.partition("#")
        path = path.partition("?")[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(one.path), path))
        target = target if path else one.path
        if target in files():
            continue
        assert target in known, address
        assert not fragment or fragment in known[target], address


def test_paths_are_unique() -> None:
    assert max(Counter(one.path for one in site()).values()) == 1


@pytest.mark.parametrize("one", library().toetsen, ids=lambda one: one.id)
def test_everything_with_an_id_can_be_linked_to(one: Toets) -> None:
    found = set(re.findall(r'\sid="([^"]+)"', page(f"toetsen/{one.id}.html").html))
    wanted = {f"bron-{item.id}" for item in one.bronnen}
    wanted |= {f"conclusie-{item.id.lower()}" for item in one.conclusies}
    wanted |= {f"actie-{item.id.lower()}" for item in one.acties}
    wanted |= {f"bevinding-{item.id.lower()}" for item in one.bevindingen}
    wanted |= {f"aanbeveling-{item.id.lower()}" for item in one.aanbevelingen}
    assert wanted <= found


def test_six_questions_have_an_answer_or_a_reason() -> None:
    root = lxml_html.fromstring(page("toetsen/2024-kot-wlz.html").html)
    for key in CENTRALE_VRAGEN:
        section = root.xpath(f"//section[@aria-labelledby='vraag-{key.lower()}']")[0]
        assert section.xpath(".//div[@class='vraag-inhoud']/p")
    assert "Niet beantwoord:" in root.text_content()


@pytest.mark.parametrize("reason", ["De bron zegt er niets over.", "niet onderzocht"])
def test_a_reason_is_told_as_in_the_reports(reason: str) -> None:
    own = Onderzoeksvraag("O1", "Hoe?", niet_beantwoord=reason)
    one = minimal(
        status="vastgesteld",
        aanleiding=Aanleiding(onderzoeksvragen=(own,)),
        centrale_vragen={"1A": Antwoord(niet_beantwoord=reason)},
        conclusies=(Conclusie("C1", "toets", "Goed", "Het gaat goed.", geen_actie=reason),),
        aanpak=Aanpak(geen_beperkingen=reason),
    )
    shown = Library((one,))
    (made,) = toets_pages.one(one, pages.Surroundings(shown))
    page_says = lxml_html.fromstring(made.html).text_content()
    report_says = texts(REPORTS["rapport"].build(one, shown))
    for what, times in (("Geen actie", 1), ("Niet beantwoord", 2), ("Geen beperkingen vermeld", 1)):
        for said in (page_says, report_says):
            assert said.count(because(what, reason)) == times == said.count(what)


def test_nothing_is_classified_and_no_share_is_printed() -> None:
    words = lxml_html.fromstring(page("toetsen/2024-kot-wlz.html").html).text_content()
    assert "Niet benoemd in de bron" in words
    assert "%" not in words
    assert "De bron geeft de drie kolommen geen opschrift" in words


def test_index_record_says_so_and_shows_no_findings() -> None:
    found = page("toetsen/2025-minimumuurloon.html").html
    assert "Alleen vindplaats" in found
    assert "vraag-1a" not in found
    assert 'class="bevinding"' not in found


def test_fictional_toets_says_so_first() -> None:
    for one in library().toetsen:
        found = page(f"toetsen/{one.id}.html").html
        assert ("Fictief voorbeeld" in found) is one.fictief


def test_rule_reference_has_every_code() -> None:
    found = page("naslag/regels.html").html
    codes = [one.code for one in surroundings(find_project(ROOT), library()).manuals]
    assert len(codes) > 50
    assert [code for code in codes if f'id="{code.lower()}"' not in found] == []
    explained = "".join(one.html for one in site() if one.path.startswith("naslag/regels-"))
    assert [code for code in codes if f'id="{code.lower()}"' not in explained] == []


def test_empty_library_gives_pages_that_say_so() -> None:
    made = pages.build(pages.Surroundings(Library()))
    assert "Er staan nog geen toetsen" in made[0].html
    assert {one.path for one in made} >= {"index.html", "acties/index.html", "naslag/schema.html"}


def test_earlier_address_leads_to_the_present_one() -> None:
    moved = [(one, old) for one in library().toetsen for old in one.vorige_ids]
    assert moved
    for one, old in moved:
        assert f'href="{one.id}.html"' in page(f"toetsen/{old}.html").html


def test_yaml_is_linked_only_with_a_public_address() -> None:
    around = surroundings(find_project(ROOT), library())
    assert "YAML-bestand van deze toets" not in page("toetsen/2024-kot-wlz.html").html
    open_ = replace(around, source_url="https://voorbeeld.nl/toetsen")
    made = {one.path: one.html for one in pages.build(open_)}
    assert (
        'href="https://voorbeeld.nl/toetsen/2024-kot-wlz.yaml"'
        in (made["toetsen/2024-kot-wlz.html"])
    )


def test_downloads_and_the_reason_why_there_are_none() -> None:
    around = surroundings(find_project(ROOT), library())
    path = "rapporten/2024-kot-wlz/2024-kot-wlz-kamerbrief.pdf"
    item = pages.Download(path, "Kamerbrief", "PDF", 123_456)
    made = {
        one.path: one.html
        for one in pages.build(replace(around, downloads={"2024-kot-wlz": (item,)}))
    }
    found = made["toetsen/2024-kot-wlz.html"]
    assert f'href="../{path}"' in found
    assert "123\u00a0kB" in found
    assert "zonder rapporten gemaakt" not in found
    assert "zonder rapporten gemaakt" in page("toetsen/2024-kot-wlz.html").html
    assert "niet beschikbaar" in made["toetsen/2025-minimumuurloon.html"]


def _poisoned(value: Any, name: str = "") -> Any:
    """A value of the model with hostile text in every field that is text."""
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            item.name: _poisoned(getattr(value, item.name), item.name) for item in fields(value)
        }
        return replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(_poisoned(item, name) for item in value)
    if isinstance(value, dict):
        return {key: _poisoned(item, name) for key, item in value.items()}
    if isinstance(value, str) and name not in IDENTIFIERS | ENUMS and " " in value:
        return EVIL
    return value


def test_hostile_text_stays_text() -> None:
    poisoned = replace(library(), toetsen=tuple(_poisoned(one) for one in library().toetsen))
    made = pages.build(pages.Surroundings(poisoned))
    seen = 0
    for one in made:
        root = lxml_html.fromstring(f"<main>{one.html}</main>")
        assert root.xpath("//script|//img|//@onerror") == []
        assert [a for a in root.xpath("//a/@href") if a.startswith("javascript:")] == []
        assert "49" not in one.title
        seen += root.text_content().count("{{ 7 * 7 }}")
    assert seen > 100


def test_key_changes_with_the_page() -> None:
    one = page("index.html")
    assert one.key == replace(one).key
    assert one.key != replace(one, html=one.html + " ").key
    assert toets("2024-kot-wlz").id
