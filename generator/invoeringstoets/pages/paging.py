"""Long lists in linked static pages of at most a hundred rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from invoeringstoets.pages.page import Crumb

ROWS = 100
"""Rows per page: keeps a page under 100 kB."""

MANY = 15
"""From this many parts on, a page no longer leads to all of them."""

BYTES = 60_000
"""Bytes of rows per page, for rows that hold much text."""

Row = TypeVar("Row")


@dataclass(frozen=True)
class Part(Generic[Row]):
    """One page of a list: its rows, its path, its number (from 1) and the paths of all parts."""

    rows: tuple[Row, ...]
    path: str
    number: int
    paths: tuple[str, ...]

    @property
    def near(self) -> tuple[tuple[int, str], ...]:
        """Numbers and paths of the parts that this one leads to.

        Of a long list the first, the last, every tenth and those beside it: so any part is two
        steps away, and a page does not grow with the number of parts.
        """
        count = len(self.paths)
        there: Iterable[int] = range(1, count + 1)
        if count > MANY:
            beside = range(max(1, self.number - 2), min(count, self.number + 2) + 1)
            there = sorted({1, count, *range(10, count, 10), *beside})
        return tuple((number, self.paths[number - 1]) for number in there)

    @property
    def suffix(self) -> str:
        """What tells the titles of the parts apart; empty on the first."""
        return f", pagina {self.number}" if self.number > 1 else ""

    def crumbs(self, title: str) -> tuple[Crumb, ...]:
        """The way to this part: through the first one, except for the first one itself."""
        return (Crumb(title, self.paths[0]),) if self.number > 1 else ()


def split(sequence: Sequence[Row], path: str, *, rows: int = ROWS) -> Iterator[Part[Row]]:
    """The parts of a list, ``rows`` in each; ``path`` is that of the first (``acties/index.html``).

    The others are beside it: ``acties/pagina-2.html``, or ``wijzigingen/2024-x-2.html``.
    """
    count = max(1, -(-len(sequence) // rows))
    paths = _paths(path, count)
    for index, own in enumerate(paths):
        part = tuple(sequence[index * rows : (index + 1) * rows])
        yield Part(part, own, index + 1, paths)


def fill(pieces: Sequence[str], path: str) -> Iterator[Part[str]]:
    """The parts of a list of finished HTML: each at most ``ROWS`` of them and ``BYTES`` bytes."""
    groups: list[list[str]] = [[]]
    size = 0
    for piece in pieces:
        weight = len(piece.encode())
        if groups[-1] and (len(groups[-1]) >= ROWS or size + weight > BYTES):
            groups.append([])
            size = 0
        groups[-1].append(piece)
        size += weight
    paths = _paths(path, len(groups))
    for index, own in enumerate(paths):
        yield Part(tuple(groups[index]), own, index + 1, paths)


def _paths(path: str, count: int) -> tuple[str, ...]:
    folder, _, name = path.rpartition("/")
    start = "pagina" if name == "index.html" else name.removesuffix(".html")
    return (path, *(f"{folder}/{start}-{number}.html" for number in range(2, count + 1)))
