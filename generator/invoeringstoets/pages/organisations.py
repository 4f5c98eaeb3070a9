"""A page per organisation; ``registers`` has the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.library import involved, register
from invoeringstoets.model import Toets
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
    """A page for each organisation."""
    library = surroundings.library
    everyone = involved(library)
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
