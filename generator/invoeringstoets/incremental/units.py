"""The parts that a site is made in: kinds of pages, exports, documents for the search index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from invoeringstoets import exports, pages
from invoeringstoets.pages import Asset, Each, Page, Surroundings, search

PAGE, FILE, DOCUMENT = "page", "file", "document"
"""What a part makes: pages, other files of the site, documents for the search index."""

Thing = Page | Asset


@dataclass(frozen=True)
class Unit:
    """A part that is made as a whole, and what kind of thing it makes; ``of_one`` toets or not."""

    name: str
    kind: str
    make: Callable[[Surroundings], Iterable[Thing]]
    of_one: bool = False


def units(ids: Iterable[str]) -> Iterator[Unit]:
    """All parts of a site with these toetsen, in the order in which they are made."""
    known = tuple(ids)
    for kind, functions in (
        (PAGE, pages.PAGES),
        (FILE, exports.EXPORTS),
        (DOCUMENT, (search.documents,)),
    ):
        for function in functions:
            yield from _units(kind, function, ids=known)


def _units(
    kind: str, function: Callable[[Surroundings], Iterable[Thing]], *, ids: tuple[str, ...]
) -> Iterator[Unit]:
    name = f"{function.__module__.rpartition('.')[2]}.{function.__qualname__}"
    if not isinstance(function, Each):
        yield Unit(name, kind, function)
        return
    for toets_id in ids:
        yield Unit(f"{name} {toets_id}", kind, function.of(toets_id), of_one=True)
