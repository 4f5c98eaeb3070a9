"""The page that explains the open data: what there is, in which form, and how to use it."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.pages import data_paths as paths
from invoeringstoets.pages import linked
from invoeringstoets.pages.page import Entry, Page, Surroundings
from invoeringstoets.pages.registers import files
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import View
from invoeringstoets.registers import REGISTERS

EXAMPLE = "https://voorbeeld.nl/"
"""Stands for the address of a site that does not know its own."""


def page(surroundings: Surroundings) -> Iterator[Page]:
    """The page; on an internal site it says that there are no open data."""
    library = surroundings.library
    html = render(
        "opendata.html",
        v=View(library, paths.OPEN_DATA),
        base=surroundings.site_url or EXAMPLE,
        addressed=bool(surroundings.site_url),
        publisher=surroundings.publisher,
        toetsen=library.toetsen,
        changed=surroundings.history.all[:1],
        internal=library.internal,
        paths=paths,
        registers=REGISTERS,
        files=files,
        catalogued=bool(surroundings.site_url) and not surroundings.publisher.missing,
    )
    yield Page(
        path=paths.OPEN_DATA,
        title="Open data",
        description="De toetsen in deze verzameling als gegevens: JSON met een schema, voorbeelden"
        " en voorwaarden.",
        html=html,
        contents=() if library.internal else _contents(),
        linked_data="" if library.internal else linked.of_collection(surroundings),
    )


def _contents() -> tuple[Entry, ...]:
    return (
        Entry("bestanden", "De bestanden"),
        Entry("vorm", "De vorm"),
        Entry("voorbeelden", "Voorbeelden"),
        Entry("adressen", "Vaste adressen"),
        Entry("metadata", "Metadata voor andere systemen"),
        Entry("voorwaarden", "Voorwaarden"),
    )
