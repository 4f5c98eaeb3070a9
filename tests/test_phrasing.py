"""The words for a toets: the same on its page, in the registers and in the reports."""

from __future__ import annotations

from typing import Any

import pytest

from invoeringstoets.model import Besluit, Categorie, Library, Toets
from invoeringstoets.notation import capitalised
from invoeringstoets.pages.view import View
from invoeringstoets.phrasing import State, outcome
from invoeringstoets.registers import NAMES
from report_cases import library, minimal
from site_library import library as collection

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


def test_page_and_register_have_the_same_outcome() -> None:
    known = collection()
    filled = NAMES["toetsen"].fill(known)
    cells = dict(
        zip(filled.cells("toets", filled.rows), filled.cells("uitkomst", filled.rows), strict=True)
    )
    assert cells == {one.id: capitalised(_page(known, one)) for one in known.toetsen}


def _page(known: Library, one: Toets) -> str:
    return View(known, "x.html", one).outcome
