"""What the site offers besides pages: data, feeds, metadata; all kinds of it in ``EXPORTS``.

An export is a function of the same surroundings as the pages, and as pure. It never holds more
than they may show: the library it is given was redacted already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from invoeringstoets.exports import atom, data
from invoeringstoets.pages import Asset, Surroundings

__all__ = ["EXPORTS", "build"]

EXPORTS: Final[tuple[Callable[[Surroundings], Iterator[Asset]], ...]] = (
    atom.feeds,
    data.toets,
    data.collection,
    data.value_lists,
    data.schema,
)
"""Every kind of export there is."""


def build(surroundings: Surroundings) -> tuple[Asset, ...]:
    """All files of the site that are no pages; a pure function of its argument."""
    return tuple(asset for kind in EXPORTS for asset in kind(surroundings))
