"""Other ways into the collection: per ministry, per executing body, per outcome, per year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from invoeringstoets import notation
from invoeringstoets.pages import paging
from invoeringstoets.pages.page import Crumb, Page, Surroundings
from invoeringstoets.pages.register_rows import Rows, shown
from invoeringstoets.pages.registers import INDEX
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import ACTIONS, OVERVIEW, View
from invoeringstoets.registers import NAMES, Counted, Filled, paths
from invoeringstoets.registers.subject import EMPTY


@dataclass(frozen=True)
class Kind:
    """A way in: by which facet of the register of toetsen, and what its pages are called.

    With ``organisations`` the pages are those of the organisations; with ``actions`` the register
    of actions can be narrowed down by the same facet.
    """

    facet: str
    title: str
    says: str
    organisations: bool = False
    actions: bool = True

    @property
    def path(self) -> str:
        """The output path of the list of values."""
        return f"registers/per-{self.facet}.html"

    def page_path(self, value: str) -> str:
        """The output path of the page of one value."""
        if self.organisations:
            return paths.of_organisation(value)
        return f"registers/{self.facet}-{value}.html"


KINDS = (
    Kind(
        "ministerie",
        "Per ministerie",
        "De toetsen per verantwoordelijk ministerie.",
        organisations=True,
    ),
    Kind(
        "uitvoerder",
        "Per uitvoerder",
        "De toetsen per uitvoerende organisatie.",
        organisations=True,
    ),
    Kind(
        "uitkomst",
        "Per uitkomst",
        "De toetsen per uitkomst, zoals een bron die noemt. Deze site deelt niets zelf in.",
        actions=False,
    ),
    Kind("jaar", "Per jaar", "De toetsen per jaar: het jaar waarmee hun kenmerk begint."),
)
"""Every way in."""


@dataclass(frozen=True)
class Line:
    """A value in a list: where it leads, how many toetsen it has, and of those how many real.

    No page is of the organisations that are not named.
    """

    value: Counted
    real: int
    page: str
    toetsen: str
    acties: str
    actions: int


def pages(surroundings: Surroundings) -> Iterator[Page]:
    """For each way in the list of its values, and a page for each value that has none yet."""
    filled = NAMES["toetsen"].fill(surroundings.library)
    for kind in KINDS:
        yield _index(kind, filled)
        if not kind.organisations:
            for value in filled.values[kind.facet]:
                yield from _value(kind, value, filled=filled)


def _index(kind: Kind, filled: Filled) -> Page:
    view = View(filled.library, kind.path)
    lines = [_line(kind, value, filled=filled, view=view) for value in filled.values[kind.facet]]
    return Page(
        path=kind.path,
        title=kind.title,
        description=kind.says,
        html=render("per.html", v=view, kind=kind, lines=lines),
        crumbs=(Crumb("Registers", INDEX),),
    )


def _line(kind: Kind, value: Counted, *, filled: Filled, view: View) -> Line:
    rows = tuple(filled.where(**{kind.facet: value.key}))
    query = urlencode({kind.facet: value.key})
    known = filled.library.value_lists.lists.get("organisaties", {})
    named = kind.organisations and value.key in known
    return Line(
        value._replace(label=known[value.key].naam) if named else value,
        sum(not row.invented for row in rows),
        "" if kind.organisations and value.key == EMPTY else view.link(kind.page_path(value.key)),
        f"{view.link(OVERVIEW)}?{query}",
        f"{view.link(ACTIONS)}?{query}" if kind.actions else "",
        sum(one for one in filled.cells("acties", rows) if isinstance(one, int)),
    )


def _value(kind: Kind, value: Counted, *, filled: Filled) -> Iterator[Page]:
    title = f"Toetsen {kind.title.lower()}: {value.label}"
    drawer = Rows(filled.register, "../")
    rows = [str(drawer.html(row)) for row in filled.where(**{kind.facet: value.key})]
    for part in paging.fill(rows, kind.page_path(value.key)):
        view = View(filled.library, part.path)
        query = urlencode({kind.facet: value.key})
        html = render(
            "per-waarde.html",
            v=view,
            title=title,
            says=kind.says,
            columns=shown(filled.register),
            part=part,
            counted=notation.counted(len(rows), "toets", more="toetsen"),
            address=f"{view.link(OVERVIEW)}?{query}",
        )
        yield Page(
            path=part.path,
            title=title + part.suffix,
            description=kind.says,
            html=html,
            crumbs=(
                Crumb("Registers", INDEX),
                Crumb(kind.title, kind.path),
                *part.crumbs(value.label),
            ),
            short=value.label + part.suffix,
        )
