"""A page per organisation; ``registers`` has the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

from invoeringstoets import notation
from invoeringstoets.library import involved
from invoeringstoets.model import Toets
from invoeringstoets.pages import paging
from invoeringstoets.pages.page import Crumb, Page, Surroundings
from invoeringstoets.pages.register_rows import Rows, shown
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import (
    ACTIONS,
    ORGANISATIONS,
    OVERVIEW,
    View,
    toets_path,
)
from invoeringstoets.registers import NAMES, Filled, ordered, paths

Involvement = tuple[tuple[Toets, tuple[str, ...]], ...]

SHORT = 25
"""How many of its actions the page of an organisation shows; a list of their own has them all."""


def actions_path(organisation_id: str) -> str:
    """The output path of the list of all actions of an organisation."""
    return f"organisaties/acties-van-{organisation_id}.html"


def pages(surroundings: Surroundings) -> Iterator[Page]:
    """For each organisation the toetsen it has a role in, and the actions it owns."""
    library = surroundings.library
    everyone = involved(library)
    places = {toets.id: place for place, toets in enumerate(ordered(library))}
    filled = NAMES["acties"].fill(library)
    for organisation_id, rows in everyone.items():
        own = replace(filled, rows=tuple(filled.where(eigenaar=organisation_id)))
        listed = tuple(sorted(rows, key=lambda pair: places[pair[0].id]))
        yield from _pages(organisation_id, listed, actions=own)
        if len(own.rows) > SHORT:
            yield from _actions(organisation_id, own, first=listed[0][0])


def _pages(organisation_id: str, rows: Involvement, *, actions: Filled) -> Iterator[Page]:
    library, path = actions.library, paths.of_organisation(organisation_id)
    organisation = library.organisation(organisation_id, rows[0][0])
    drawer = Rows(actions.register, "../")
    for part in paging.split(rows, path):
        view = View(library, part.path)
        html = render(
            "organisatie.html",
            v=view,
            organisation=organisation,
            part=part,
            total=len(rows),
            columns=shown(actions.register),
            actions=[drawer.html(row) for row in actions.rows[:SHORT]],
            actions_total=len(actions.rows),
            all_actions=view.link(actions_path(organisation_id)),
            narrowed=f"{view.link(ACTIONS)}?{urlencode({'eigenaar': organisation_id})}",
            toets_path=toets_path,
            overview=view.link(OVERVIEW),
        )
        yield Page(
            path=part.path,
            title=organisation.naam + part.suffix,
            description=f"De rol van {organisation.inside} in invoeringstoetsen.",
            html=html,
            crumbs=(Crumb("Organisaties", ORGANISATIONS), *part.crumbs(organisation.naam)),
        )


def _actions(organisation_id: str, actions: Filled, *, first: Toets) -> Iterator[Page]:
    """All actions of an organisation that owns many."""
    library, register = actions.library, actions.register
    owner = library.organisation(organisation_id, first)
    title = f"Acties van {owner.inside}"
    drawer = Rows(register, "../")
    lines = [str(drawer.html(row)) for row in actions.rows]
    for part in paging.fill(lines, actions_path(organisation_id)):
        view = View(library, part.path)
        html = render(
            "per-waarde.html",
            v=view,
            title=title,
            says=register.says,
            columns=shown(register),
            part=part,
            counted=notation.counted(len(lines), register.one, more=register.more),
            address=f"{view.link(ACTIONS)}?{urlencode({'eigenaar': organisation_id})}",
        )
        yield Page(
            path=part.path,
            title=title + part.suffix,
            description=f"Acties met {owner.inside} als eigenaar.",
            html=html,
            crumbs=(
                Crumb("Organisaties", ORGANISATIONS),
                Crumb(owner.naam, paths.of_organisation(organisation_id)),
                *part.crumbs("Acties"),
            ),
            short="Acties" + part.suffix,
        )
