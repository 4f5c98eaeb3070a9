"""Searching: the page to search on, and what the index is made of.

The index is made of small documents of our own rather than of the pages: each part of a toets
(findings, conclusions, actions, assumptions, signals, figures, sources and so on) stands under a
heading with the id it has on the page of its toets, so that a result leads to it. What stands in
them is what the page shows, and words to find it by that no result shows (``synonyms``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from invoeringstoets import addresses
from invoeringstoets.model import CENTRALE_VRAGEN, Bron, Dossier, Toets, Wijziging
from invoeringstoets.notation import capitalised
from invoeringstoets.pages import comparison
from invoeringstoets.pages.fields import field_title
from invoeringstoets.pages.page import Asset, Each, Page, Surroundings
from invoeringstoets.pages.synonyms import behind, findable, forms
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import View, toets_path
from invoeringstoets.phrasing import outcome, term_said

SEARCH = "zoeken.html"
INDEX = "zoek"
"""The folder of the site in which the index lies."""

_OFFICIAL = "officielebekendmakingen.nl"

FACETS = (
    ("ministerie", "Ministerie"),
    ("uitvoerder", "Uitvoerder"),
    ("jaar", "Jaar"),
    ("uitkomst", "Uitkomst"),
    ("soort", "Soort"),
)
"""By what a reader can narrow down: the name in the index and in the address, and its title."""


def page(surroundings: Surroundings) -> Iterator[Page]:
    """The page to search on."""
    yield Page(
        path=SEARCH,
        title="Zoeken",
        description="Zoek in alle toetsen, bevindingen, conclusies en acties.",
        html=render(
            "zoeken.html",
            v=View(surroundings.library, SEARCH),
            facets=FACETS,
            index=INDEX,
            forms=forms(),
        ),
        scripts=("js/zoeken.js",),
        compiles=True,
    )


@Each
def documents(toets: Toets, surroundings: Surroundings) -> Iterator[Asset]:
    """What the index is made of: an HTML document per toets, at the path of its page."""
    yield Asset(toets_path(toets), _document(toets, surroundings).encode("utf-8"))


def _document(toets: Toets, surroundings: Surroundings) -> str:
    view = View(surroundings.library, toets_path(toets), toets)
    return render(
        "zoekdocument.html",
        v=view,
        toets=toets,
        facets=_facets(view, toets),
        questions=CENTRALE_VRAGEN,
        risks=comparison.risk_rows(toets),
        term=term_said,
        field_title=partial(field_title, surroundings.schema),
        paper=partial(_paper, toets=toets),
        letter=partial(_letter, toets=toets),
        findable=partial(findable, value_lists=surroundings.library.value_lists),
    )


def _paper(paper: Bron | Wijziging, *, toets: Toets) -> str:
    """What a paper is found by besides its number as printed.

    That is "dossier", 31322, 31322-523 and kst-31322-523.
    """
    if isinstance(paper, Wijziging):
        return _numbers(paper.dossier)
    address = addresses.of_source(paper, toets)
    return _numbers(paper.dossier, paper.ondernummer, address=address)


def _letter(dossier: Dossier, ondernummer: str | None, *, toets: Toets) -> str:
    """What a letter is found by in one of its dossiers."""
    address = addresses.of_paper(
        dossier.nummer, ondernummer, hoofdstuk=dossier.hoofdstuk, toets=toets
    )
    return _numbers(dossier.nummer, ondernummer, address=address)


def _numbers(dossier: str | None, number: str | None = None, *, address: str = "") -> str:
    """A dossier number without spaces, that with the number of a paper, and its official name."""
    digits = "".join(dossier.split()).replace(".", "") if dossier else ""
    words = ["dossier", digits, f"{digits}-{number}" if number else ""] if digits else []
    if _OFFICIAL in address:
        words.append(address.rsplit("/", 1)[-1].removesuffix(".html"))
    return behind("Kamerstuk", filter(None, words))


def _facets(view: View, toets: Toets) -> tuple[tuple[str, str], ...]:
    """The values by which this toets can be narrowed down to."""
    found = outcome(toets, view.library)
    outcomes = [view.name("uitkomstcategorieen", one) for one in found.named]
    return (
        *(("ministerie", view.org(one).naam) for one in view.ministries),
        *(("uitvoerder", view.org(one).naam) for one in view.executors),
        ("jaar", toets.year),
        *(("uitkomst", capitalised(one)) for one in outcomes or [found.state.value]),
        ("soort", view.word(toets.soort).capitalize()),
    )
