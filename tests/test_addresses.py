"""Where sources, papers and laws are read; what is invented leads to no official register."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from invoeringstoets import addresses, notation, pages
from invoeringstoets.formats import FORMATS
from invoeringstoets.model import (
    Brief,
    Bron,
    Dossier,
    Publicatie,
    Regeling,
    Toets,
    Verzending,
    WooCategorie,
)
from invoeringstoets.pages import plain, search
from invoeringstoets.reports import REPORTS
from open_data_site import around, files
from report_cases import minimal, shipped
from unpacked import texts

REGISTER = re.compile(
    r"https?://(?:[\w-]+\.)*"
    r"(?:officielebekendmakingen|wetten\.overheid|tweedekamer|eerstekamer)\.nl/[\w./-]*"
    r"|\b(?:kst|ah-[te]k|stb|stcrt)-\d[\w-]+"
)
"""The address of a publication or a law, or the name that a publication has in its register."""

OWN = "https://example.org/stuk"

BRONNEN = (
    Bron("stuk", "kamerstuk", "Stuk", dossier="31322", ondernummer="521"),
    Bron("bijlage", "rapport", "Bijlage", bijlage_nr="1014762"),
    Bron("vraag", "kamervraag", "Vraag", vergaderjaar="2022-2023", ondernummer="3642"),
    Bron("stb", "staatsblad", "Staatsblad", datum="2025-06-01", ondernummer="147"),
    Bron("stcrt", "staatscourant", "Staatscourant", datum="2024", ondernummer="5616"),
    Bron("eigen", "kamerstuk", "Eigen adres", dossier="31322", ondernummer="522", url=OWN),
)
"""A source of every kind that has an official address, and one with an address of its own."""

LETTER = Brief(
    datum="2025-02-13",
    betreft="Invoeringstoets",
    verzendingen=(
        Verzending("tk", datum="2025-02-13", dossiers=(Dossier("31322"),), ondernummer="523"),
    ),
)


def numbered(*, fictief: bool) -> Toets:
    """A toets with a number for everything that can have one."""
    return minimal(
        fictief=fictief,
        status="aangeboden",
        regeling=Regeling("Wet op de proef", bwb_id="BWBR0001234"),
        bronnen=BRONNEN,
        brief=LETTER,
        publicatie=Publicatie(
            "openbaar",
            woo_categorie=(WooCategorie("kamerbrief", "vergaderstukken_staten_generaal"),),
        ),
    )


def everything(*toetsen: Toets) -> Mapping[str, set[str]]:
    """The official addresses and names in all that a site of these toetsen offers, by path.

    Of a report by its name: what all of them say of the instrument is of no toets.
    """
    surroundings = around(*toetsen)
    made = pages.build(surroundings)
    parts: list[tuple[str, bytes]] = [*files(surroundings).items()]
    parts += [(f"zoek/{one.path}", one.data) for one in search.documents(surroundings)]
    for page in made:
        parts.append((page.path, f"{page.html}{page.linked_data}".encode()))
        parts.append((plain.path_of(page.path), plain.markdown(page, str).encode()))
    for toets in surroundings.library.toetsen:
        for name, report in REPORTS.items():
            document = report.build(toets, surroundings.library)
            parts.append((name, FORMATS["html"].render(document)))
    found: dict[str, set[str]] = {}
    for path, data in parts:
        found.setdefault(path, set()).update(official(data))
    return found


def official(data: bytes) -> Iterator[str]:
    for part in texts(data):
        yield from REGISTER.findall(part.decode("utf-8", "replace"))


@pytest.mark.slow
def test_what_is_invented_leads_to_no_official_register() -> None:
    invented = [one for one in shipped().values() if one.fictief]
    whole = everything(*invented, numbered(fictief=True))
    bare = everything(minimal(publicatie=Publicatie("openbaar")))
    found = {path: names - bare.get(path, set()) for path, names in whole.items()}
    assert {path: names for path, names in found.items() if names} == {}


def test_what_is_real_does() -> None:
    """The other test sees every place in which a toets can lead to a register."""
    found = {path: names for path, names in everything(numbered(fictief=False)).items() if names}
    law, stuk = "https://wetten.overheid.nl/BWBR0001234", "kst-31322-521"
    for path in ("toetsen/2025-proef.html", "toetsen/2025-proef.md", "rapport"):
        assert law in found[path]
        assert any(stuk in name for name in found[path])
    assert "kst-31322-523" in found["zoek/toetsen/2025-proef.html"]
    assert "kst-31322-523" in found["data/diwoo/2025-proef-kamerbrief.xml"]
    assert {"data/registers/bronnen.json", "data/registers/bronnen.xlsx"} <= found.keys()


@pytest.mark.parametrize("bron", BRONNEN, ids=lambda bron: bron.id)
def test_the_author_decides_where_a_source_is_read(bron: Bron) -> None:
    real, invented = numbered(fictief=False), numbered(fictief=True)
    assert addresses.of_source(bron, real) == notation.source_url(bron) != ""
    assert addresses.of_source(bron, invented) == (bron.url or "")


def test_a_paper_and_a_law_have_an_address_if_they_exist() -> None:
    real, invented = numbered(fictief=False), numbered(fictief=True)
    kst = "https://zoek.officielebekendmakingen.nl/kst-36600-VI-12.html"
    assert addresses.of_paper("36600", "12", toets=real, hoofdstuk="VI") == kst
    assert addresses.of_paper("36600", "12", toets=invented, hoofdstuk="VI") == ""
    assert addresses.of_law(real) == "https://wetten.overheid.nl/BWBR0001234"
    assert addresses.of_law(invented) == addresses.of_law(minimal(fictief=False)) == ""
