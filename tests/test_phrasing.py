"""The words for a toets: the same on its page, in the registers and in the reports."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from invoeringstoets.model import (
    Actie,
    Besluit,
    Categorie,
    Grondslag,
    Mede,
    Termijn,
)
from invoeringstoets.notation import capitalised
from invoeringstoets.pages.view import View
from invoeringstoets.phrasing import State, along, marked_title, outcome, term_said
from invoeringstoets.registers import NAMES
from report_cases import library, minimal
from site_library import library as collection
from site_library import page

BROAD = (Grondslag("breder"),)
DERIVED = Categorie("ingrijpen", "afgeleid")
SAID_TO_BE_DERIVED = "ingrijpen (afgeleid, niet door een bron genoemd)"
NAMED = Categorie("monitoring", "bron", "b")


@pytest.mark.parametrize(
    ("changes", "state", "words"),
    [
        ({}, State.MISSING, "nog niet ingevuld"),
        ({"status": "aangeboden"}, State.MISSING, "nog niet ingevuld"),
        ({"status": "aangeboden", "uitkomst": ()}, State.NOT_NAMED, "niet benoemd in de bron"),
        ({"status": "gepland"}, State.NOT_YET, "nog geen uitkomst"),
        ({"status": "gepland", "volledigheid": "indexrecord"}, State.NOT_YET, "nog geen uitkomst"),
        ({"volledigheid": "indexrecord"}, State.NOT_HELD, "niet opgenomen"),
        ({"uitkomst": (NAMED,)}, State.NAMED, "monitoring in plaats van ingrijpen"),
        (
            {"uitkomst": (DERIVED,)},
            State.NOT_NAMED,
            SAID_TO_BE_DERIVED,
        ),
        (
            {"uitkomst": (NAMED, DERIVED)},
            State.NAMED,
            f"monitoring in plaats van ingrijpen; {SAID_TO_BE_DERIVED}",
        ),
        ({"soort": "afweging"}, State.WEIGHED, "nog niet ingevuld"),
        (
            {"soort": "afweging", "afweging": Besluit("niet", "Klein.", "2025")},
            State.WEIGHED,
            "niet toetsen",
        ),
    ],
)
def test_outcome(changes: dict[str, Any], state: State, words: str) -> None:
    found = outcome(minimal(**changes), library())
    assert (found.state, found.said) == (state, words)
    named = changes.get("uitkomst", ())
    assert found.named == tuple(one.waarde for one in named if one.herkomst == "bron")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, ""),
        ({"geen_termijn": "de brief noemt geen\ntermijn"}, "de brief noemt geen termijn"),
        ({"geen_termijn": "hangt af van\noverleg."}, "geen termijn genoemd: hangt af van overleg"),
        ({"geen_termijn": "Dat hangt ervan af."}, "geen termijn genoemd. Dat hangt ervan af"),
        ({"termijn": Termijn(datum="2026-03-31")}, "uiterlijk 31 maart 2026"),
        ({"termijn": Termijn(datum="2026-03")}, "uiterlijk in maart 2026"),
        ({"termijn": Termijn(datum="2026")}, "uiterlijk in 2026"),
        ({"termijn": Termijn(kwartaal="2026-K2")}, "tweede kwartaal van 2026"),
        ({"termijn": Termijn(omschrijving="voor de zomer")}, "voor de zomer"),
        ({"termijn": Termijn(doorlopend=True)}, "doorlopend"),
    ],
)
def test_term(more: dict[str, Any], words: str) -> None:
    assert term_said(Actie("A1", "doen", BROAD, **more)).replace("\u00a0", " ") == words


def test_who_acts_along() -> None:
    mede = (
        Mede(organisatie="ocw"),
        Mede(ambt="Minister van X", letterlijk="mijn collega"),
        Mede(letterlijk="buur"),
    )
    said = along(Actie("A1", "doen", BROAD, mede=mede), minimal(), library=library())
    ocw = "Ministerie van Onderwijs, Cultuur en Wetenschap"
    assert said == f"{ocw}, de Minister van X («mijn collega») en «buur»"


def _cells(register: str, key: str, value: str) -> dict[str, str]:
    """The cells of one column of a register, by those of another."""
    filled = NAMES[register].fill(collection())
    return dict(zip(*(filled.cells(one, filled.rows) for one in (key, value)), strict=True))


def test_page_and_register_have_the_same_outcome() -> None:
    known = collection()
    assert _cells("toetsen", "toets", "uitkomst") == {
        one.id: capitalised(View(known, "x.html", one).outcome) for one in known.toetsen
    }


@pytest.mark.parametrize(("column", "term"), [("termijn", "Termijn"), ("samen_met", "Samen met")])
def test_page_and_register_say_the_same_of_an_action(column: str, term: str) -> None:
    cells = _cells("acties", "adres", column)
    assert any(cells.values())
    for address, words in cells.items():
        path, _, anchor = address.partition("#")
        action = page(path).html.partition(f'id="{anchor}"')[2].partition("</dl>")[0]
        found = re.search(f"<dt>{term}</dt><dd>(.*?) ?<(?:/dd|span)", action)
        assert unescape(found[1] if found else "").replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("fictief", "title", "words"),
    [
        (False, "Proef", "Proef"),
        (True, "Proef", "Proef (fictief voorbeeld)"),
        (True, "Proef (fictief)", "Proef (fictief)"),
        (True, "Fictieve proef", "Fictieve proef"),
    ],
)
def test_an_invented_title_says_so_once(*, fictief: bool, title: str, words: str) -> None:
    assert marked_title(title, minimal(fictief=fictief)) == words
