"""The parts that a site is made in: kinds of pages, exports, documents for the search index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from invoeringstoets import exports, pages
from invoeringstoets.pages import Asset, Each, Page, Sketch, Surroundings, search

PAGE, FILE, DOCUMENT = "page", "file", "document"
"""What a part makes: pages, other files of the site, documents for the search index."""

KINDS = (PAGE, FILE, DOCUMENT)

Thing = Page | Asset
Maker = Callable[[Surroundings], Iterable[Thing]]


@dataclass(frozen=True)
class Unit:
    """A part that is made as a whole, and what kind of thing it makes.

    One ``of_each`` toets stands for as many parts as there are toetsen.
    """

    name: str
    kind: str
    make: Maker

    @property
    def of_each(self) -> bool:
        """Whether each toets has its own."""
        return isinstance(self.make, Each)

    @property
    def sketches(self) -> Callable[[Surroundings], Iterable[Sketch]] | None:
        """What makes its pages without drawing them, if anything does."""
        return getattr(self.make, "sketches", None)

    def of(self, toets_id: str) -> Maker:
        """What makes the part of one toets."""
        if not isinstance(self.make, Each):
            raise TypeError(f"{self.name} is of no toets")
        return self.make.of(toets_id)


def units() -> tuple[Unit, ...]:
    """All parts of a site, in the order in which they are made."""
    return tuple(
        Unit(f"{function.__module__.rpartition('.')[2]}.{function.__qualname__}", kind, function)
        for kind, functions in (
            (PAGE, pages.PAGES),
            (FILE, exports.EXPORTS),
            (DOCUMENT, (search.documents,)),
        )
        for function in functions
    )
