"""Long lists in linked static pages of at most a hundred rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from invoeringstoets.pages.page import Crumb

ROWS = 100
"""Rows per page: keeps a page under 100 kB."""

Row = TypeVar("Row")


@dataclass(frozen=True)
class Part(Generic[Row]):
    """One page of a list: its rows, its path, its number (from 1) and the paths of all parts."""

    rows: tuple[Row, ...]
    path: str
    number: int
    paths: tuple[str, ...]

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
    folder, _, name = path.rpartition("/")
    start = "pagina" if name == "index.html" else name.removesuffix(".html")
    paths = (path, *(f"{folder}/{start}-{number}.html" for number in range(2, count + 1)))
    for index, own in enumerate(paths):
        part = tuple(sequence[index * rows : (index + 1) * rows])
        yield Part(part, own, index + 1, paths)
