"""What the site offers besides pages: data, feeds, metadata; all kinds of it in ``EXPORTS``.

An export is a function of the same surroundings as the pages, and as pure. It never holds more
than they may show: the library it is given was redacted already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from invoeringstoets.exports import atom, data, dcat, diwoo, registers, sitemap
from invoeringstoets.pages import Asset, Surroundings

__all__ = ["EXPORTS", "build", "notices"]

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


def notices(surroundings: Surroundings) -> tuple[str, ...]:
    """What this site goes without, and what to fill in (Dutch); for whoever builds it."""
    if surroundings.library.internal:
        return ()
    told = []
    if not surroundings.site_url:
        told.append("zonder ‘site_url’ in site/mkdocs.yml geen feeds en sitemaps")
    needs = dcat.missing(surroundings)
    if needs:
        told.append(f"geen catalogus van de open data (DCAT): daarvoor ontbreekt {needs}")
    return tuple(told)
