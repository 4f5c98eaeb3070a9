"""What the site offers besides pages: data, feeds, metadata; all kinds of it in ``EXPORTS``.

An export is a function of the same surroundings as the pages, and as pure. It never holds more
than they may show: the library it is given was redacted already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from invoeringstoets.exports import atom, data, dcat, diwoo, registers, sitemap
from invoeringstoets.pages import Asset, Surroundings

__all__ = ["EXPORTS", "build", "notice"]

EXPORTS: Final[tuple[Callable[[Surroundings], Iterator[Asset]], ...]] = (
    atom.feeds,
    data.toets,
    data.collection,
    data.value_lists,
    data.schema,
    *registers.FILES,
    dcat.catalogue,
    diwoo.metadata,
    diwoo.sitemaps,
    sitemap.toetsen,
    sitemap.robots,
)
"""Every kind of export there is."""


def build(surroundings: Surroundings) -> tuple[Asset, ...]:
    """All files of the site that are no pages; a pure function of its argument."""
    return tuple(asset for kind in EXPORTS for asset in kind(surroundings))


def notice(surroundings: Surroundings) -> str:
    """What this site goes without and what to fill in, for whoever builds it; ``""`` if nothing."""
    needs = "" if surroundings.library.internal else dcat.missing(surroundings)
    if not needs:
        return ""
    absent = "" if surroundings.site_url else " en geen feeds en sitemaps"
    return f"geen catalogus van de open data (DCAT){absent}: daarvoor ontbreekt {needs}"
