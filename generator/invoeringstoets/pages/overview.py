"""The overview of all toetsen, in pages of a hundred rows."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Toets
from invoeringstoets.pages import downloads, paging
from invoeringstoets.pages.page import Page, Surroundings
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import OVERVIEW, View, short_title, toets_path, year


def ordered(toetsen: tuple[Toets, ...]) -> tuple[Toets, ...]:
    """The newest year first, within a year by title."""
    by_title = sorted(toetsen, key=lambda toets: short_title(toets).casefold())
    return tuple(sorted(by_title, key=year, reverse=True))


def pages(surroundings: Surroundings) -> Iterator[Page]:
    """The overview table; every row links to the page of its toets."""
    library = surroundings.library
    title = "Overzicht van invoeringstoetsen"
    for part in paging.split(ordered(library.toetsen), OVERVIEW):
        view = View(library, part.path)
        html = render(
            "overzicht.html",
            v=view,
            part=part,
            total=len(library.toetsen),
            toets_path=toets_path,
            short_title=short_title,
            year=year,
            title=title,
            downloads=downloads.offered(view, surroundings.overviews),
        )
        yield Page(
            path=part.path,
            title=title + part.suffix,
            description="Alle invoeringstoetsen in deze verzameling, met ministerie, uitvoerder,"
            " jaar, status en uitkomst zoals de bron die noemt.",
            html=html,
            crumbs=part.crumbs("Toetsen"),
        )
