"""What a register is: columns, facets to narrow down by, and rows that know where they lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from invoeringstoets import notation
from invoeringstoets.document import Sheet, SheetColumn, Value
from invoeringstoets.model import Library, Toets
from invoeringstoets.record import record
from invoeringstoets.registers.subject import EMPTY, Choice, Subject, order, spaced, subjects

Choices = tuple[Choice, ...]
"""The values of one facet that a row has."""

PLACE = "adres"
"""The key of the column that says where on the site a row is told of, as every register has."""

NOT_OFFICIAL = (
    "Dit is geen officieel register en niet volledig: het bevat alleen wat in deze verzameling is"
    " vastgelegd. Ontbreekt iets, dan zegt dat niet dat het er niet is."
)
INVENTED = "Rijen met ‘Fictief voorbeeld’ zijn verzonnen en staan in de lijst onderaan."


class Kind:
    """What the cells of a column hold: the words of the data file."""

    TEXT = "tekst"
    NUMBER = "getal"
    DATE = "datum"
    ADDRESS = "adres"


@record(frozen=True)
class Column:
    """A column: its key in data, its header, and its place on a page.

    ``place`` is its position in the table on a page, from 1; with 0 only files have it, unless it
    is ``under`` another column, in smaller letters. The first one is the head of its row.
    ``by`` is the column whose values decide the order when a reader sorts by this one.
    ``link`` leads to what the row is of, ``to_toets`` to the page of its toets; a ``mark`` is
    something to notice. ``kind`` is one of ``Kind``.
    """

    key: str
    header: str
    width: int = 14
    place: int = 0
    under: str = ""
    kind: str = Kind.TEXT
    link: bool = False
    to_toets: bool = False
    mark: bool = False
    by: str = ""


@record(frozen=True)
class Facet:
    """Something to narrow down by; its values stand in order of ``first``, then of their labels.

    With ``newest`` the greatest comes first, as with years.
    """

    key: str
    title: str
    first: tuple[str, ...] = ()
    newest: bool = False


class Row(NamedTuple):
    """A row: a value per column, the chosen values per facet, and whether it is invented."""

    values: tuple[Value, ...]
    choices: tuple[Choices, ...]
    invented: bool = False


class Counted(NamedTuple):
    """A value of a facet and how many rows have it."""

    key: str
    label: str
    rows: int


@record(frozen=True)
class Register:
    """A kind of list over all toetsen.

    ``name`` is its name in addresses, ``one`` and ``more`` are what its rows are called. ``says``
    tells what is in it, ``limits`` how far it is complete and how its words are meant.
    A register ``across`` toetsen has rows that several of them decide; with an ``order`` its rows
    stand in that one, otherwise in that of their toetsen.
    """

    name: str
    title: str
    one: str
    more: str
    says: str
    columns: tuple[Column, ...]
    facets: tuple[Facet, ...]
    rows: Callable[[Sequence[Subject]], Iterator[Row]]
    limits: str = ""
    across: bool = False
    order: Callable[[Row], tuple[bool, date]] | None = None

    def fill(self, library: Library) -> Filled:
        """The register of a library."""
        if self.across:
            made = list(self.rows(subjects(library)))
        else:
            own = library.each(f"rijen {self.name}", self.of_one)
            made = [row for number in order(library) for row in own[number]]
        made.sort(key=self.place)
        return Filled(self, library, tuple(made))

    def counted(self, library: Library) -> Filled:
        """The register without the values of its rows: enough to count them, and soon made."""
        if self.across:
            return self.fill(library)
        own = library.each(f"keuzes {self.name}", self.choices_of)
        return Filled(self, library, tuple(row for rows in own for row in rows))

    def place(self, row: Row) -> tuple[bool, bool, date]:
        """Where a row stands among the others: those that are equal keep their order."""
        return (row.invented, *(self.order(row) if self.order else (False, date.min)))

    def of_one(self, toets: Toets, library: Library) -> tuple[Row, ...]:
        """The rows of one toets, of a register that is not ``across`` toetsen."""
        return tuple(self.rows((Subject(toets, library),)))

    def choices_of(self, toets: Toets, library: Library) -> tuple[Row, ...]:
        """The same rows without their values."""
        return tuple(row._replace(values=()) for row in self.of_one(toets, library))

    def explained(self, library: Library, *, invented: bool) -> tuple[tuple[str, str], ...]:
        """What a reader of the data must know: pairs of a term and what is said of it.

        ``invented`` says whether it has rows of invented toetsen.
        """
        day = library.reference_date
        internal = "Deze versie bevat gegevens die niet openbaar zijn. Niet publiceren."
        found = (
            ("Wat dit is", self.says),
            ("Status", NOT_OFFICIAL),
            ("Gerekend op", spaced(notation.date(day)) if day else ""),
            ("Uitleg", self.limits),
            ("Fictief", INVENTED if invented else ""),
            ("Intern", internal if library.internal else ""),
        )
        return tuple((term, said) for term, said in found if said)


_NONE: frozenset[int] = frozenset()


@record(frozen=True)
class Filled:
    """A register with its rows: the real ones first, what is invented last."""

    register: Register
    library: Library
    rows: tuple[Row, ...]

    @cached_property
    def values(self) -> Mapping[str, tuple[Counted, ...]]:
        """Per facet its values that occur, in order, with their number of rows."""
        return {
            facet.key: _ordered(facet, (row.choices[place] for row in self.rows))
            for place, facet in enumerate(self.register.facets)
        }

    def count(self, **wanted: str) -> int:
        """How many rows have these values, one per facet."""
        return sum(1 for _ in self.where(**wanted))

    def where(self, **wanted: str) -> Iterator[Row]:
        """The rows that have these values, one per facet; raises ``KeyError`` on another facet."""
        places = {facet.key: place for place, facet in enumerate(self.register.facets)}
        asked = [self._having.get((places[key], value), _NONE) for key, value in wanted.items()]
        if not asked:
            yield from self.rows
            return
        asked.sort(key=len)
        yield from (self.rows[number] for number in sorted(asked[0].intersection(*asked[1:])))

    @cached_property
    def _having(self) -> Mapping[tuple[int, str], frozenset[int]]:
        """The numbers of the rows that have a value, by the place of its facet and its key."""
        found: dict[tuple[int, str], list[int]] = {}
        for number, row in enumerate(self.rows):
            for place, choices in enumerate(row.choices):
                for one in choices:
                    found.setdefault((place, one.key), []).append(number)
        return {key: frozenset(numbers) for key, numbers in found.items()}

    def cells(self, key: str, rows: Sequence[Row]) -> tuple[Value, ...]:
        """The values of one column in these rows."""
        place = [column.key for column in self.register.columns].index(key)
        return tuple(row.values[place] for row in rows)

    @cached_property
    def explanation(self) -> tuple[tuple[str, str], ...]:
        """What a reader of the data must know: pairs of a term and what is said of it."""
        invented = any(row.invented for row in self.rows)
        return self.register.explained(self.library, invented=invented)

    def located(self, site_url: str) -> Filled:
        """The same with full addresses of where rows are told of, if the site has an address."""
        if not site_url:
            return self
        columns = self.register.columns
        at = [column.key for column in columns].index(PLACE)
        own = replace(columns[at], header="Adres op de site")
        register = replace(self.register, columns=(*columns[:at], own, *columns[at + 1 :]))
        rows = (
            row._replace(values=(*values[:at], f"{site_url}{values[at]}", *values[at + 1 :]))
            for row in self.rows
            for values in [row.values]
        )
        return replace(self, register=register, rows=tuple(rows))

    @cached_property
    def sheet(self) -> Sheet:
        """The register as a table for files, with typed values."""
        return Sheet(
            title=self.register.title,
            name=self.register.title,
            columns=tuple(
                SheetColumn(one.header, one.width, one.kind == Kind.ADDRESS)
                for one in self.register.columns
            ),
            rows=tuple(row.values for row in self.rows),
            explanation=self.explanation,
            date=self.library.reference_date,
        )


def _ordered(facet: Facet, found: Iterator[Choices]) -> tuple[Counted, ...]:
    counts = Counter(one for choices in found for one in choices)
    listed = [Counted(one.key, one.label, count) for one, count in counts.items()]
    listed.sort(key=lambda one: (one.label.casefold(), one.key), reverse=facet.newest)
    places = {EMPTY: len(facet.first) + 1, **{key: at for at, key in enumerate(facet.first)}}
    return tuple(sorted(listed, key=lambda one: places.get(one.key, len(facet.first))))
