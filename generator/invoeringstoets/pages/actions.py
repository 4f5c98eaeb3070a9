"""The register of actions over all toetsen, with their terms in words."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets import notation
from invoeringstoets.library import register
from invoeringstoets.model import Termijn
from invoeringstoets.pages import downloads, paging
from invoeringstoets.pages.page import Page, Surroundings
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import ACTIONS, View
from invoeringstoets.reports import OVERVIEWS

_LIST = OVERVIEWS["actielijst"].title

NO_TERM = "geen termijn genoemd"


def term(termijn: Termijn | None) -> str:
    """A term in words; without one "geen termijn genoemd"."""
    if not termijn:
        return NO_TERM
    if termijn.datum:
        words = notation.date(termijn.datum)
        return words if len(termijn.datum) > len("jjjj") else f"in {words}"
    if termijn.kwartaal:
        return notation.quarter(termijn.kwartaal)
    return termijn.omschrijving or ("doorlopend" if termijn.doorlopend else NO_TERM)


def pages(surroundings: Surroundings) -> Iterator[Page]:
    """The register of actions, in pages of a hundred rows."""
    library = surroundings.library
    rows = register(library)
    title = "Acties"
    for part in paging.split(rows, ACTIONS):
        view = View(library, part.path)
        html = render(
            "acties.html",
            v=view,
            rows=part.rows,
            part=part,
            all=rows,
            term=term,
            title=title,
            downloads=downloads.of(view, surroundings.overviews, report=_LIST),
        )
        yield Page(
            path=part.path,
            title=title + part.suffix,
            description="Register van de acties uit alle invoeringstoetsen in deze verzameling.",
            html=html,
            crumbs=part.crumbs(title),
        )
