"""A page per organisation, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from invoeringstoets.library import involved, register
from invoeringstoets.model import Library, Toets
from invoeringstoets.pages.actions import term
from invoeringstoets.pages.page import Crumb, Page, Surroundings
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import (
    ORGANISATIONS,
    View,
    organisation_path,
    short_title,
    toets_path,
)

Involvement = tuple[tuple[Toets, tuple[str, ...]], ...]


def pages(surroundings: Surroundings) -> Iterator[Page]:
    """The list of organisations, then a page for each."""
    library = surroundings.library
    everyone = involved(library)
    yield _index(library, everyone)
    actions = register(library)
    for organisation_id, rows in everyone.items():
        path = organisation_path(organisation_id)
        organisation = library.organisation(organisation_id, rows[0][0])
        html = render(
            "organisatie.html",
            v=View(library, path),
            organisation=organisation,
            rows=rows,
            actions=tuple(item for item in actions if item.actie.eigenaar == organisation_id),
            term=term,
            toets_path=toets_path,
            short_title=short_title,
        )
        yield Page(
            path=path,
            title=organisation.naam,
            description=f"Invoeringstoetsen waarbij {organisation.naam} is betrokken.",
            html=html,
            crumbs=(Crumb("Organisaties", ORGANISATIONS),),
        )


def _index(library: Library, everyone: Mapping[str, Involvement]) -> Page:
    view = View(library, ORGANISATIONS)
    listed = tuple(
        (library.organisation(key, rows[0][0]), view.link(organisation_path(key)), len(rows))
        for key, rows in everyone.items()
    )
    return Page(
        path=ORGANISATIONS,
        title="Organisaties",
        description="De organisaties die bij de toetsen in deze verzameling zijn betrokken.",
        html=render("organisaties.html", v=view, listed=listed),
    )
