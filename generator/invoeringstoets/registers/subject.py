"""A toets as the registers look at it: what every row that comes from it says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from invoeringstoets import notation, prose
from invoeringstoets.document import Value
from invoeringstoets.model import Library, Toets
from invoeringstoets.phrasing import MISSING
from invoeringstoets.registers import paths
from invoeringstoets.reports.action_sheet import day_value
from invoeringstoets.reports.context import Context

REAL, INVENTED = "echt", "fictief"


class Choice(NamedTuple):
    """A value of a facet: its key in addresses, and how a reader knows it."""

    key: str
    label: str


EMPTY = "leeg"
"""The key of the value of a facet for rows that have none; it stands last."""
UNNAMED = (Choice(EMPTY, "Niet vastgelegd"),)
"""Stands for organisations in a role for which a toets names none."""


def plain(text: str | None) -> str:
    """A rich text of the author's on one line, without marks and notes."""
    return prose.line(text)


@dataclass(frozen=True)
class Subject:
    """A toets, with what every row that comes from it says."""

    toets: Toets
    library: Library

    @cached_property
    def context(self) -> Context:
        """The toets as reports look at it."""
        return Context(self.toets, self.library)

    @property
    def path(self) -> str:
        """The output path of the page of the toets."""
        return paths.of_toets(self.toets.id)

    @cached_property
    def ministries(self) -> tuple[Choice, ...]:
        """The ministries responsible for the policy."""
        return self.organisations(self.library.ministries(self.toets))

    @cached_property
    def executors(self) -> tuple[Choice, ...]:
        """Who executes the regulation or did the toets."""
        return self.organisations(self.toets.executors)

    def organisations(self, ids: Iterable[str | None]) -> tuple[Choice, ...]:
        """Organisations as values of a facet, under their short names."""
        known = dict.fromkeys(one for one in ids if one)
        found = ((one, self.library.organisation(one, self.toets)) for one in known)
        return tuple(Choice(one, org.korte_naam or org.naam) for one, org in found)

    def word(self, value: str | None) -> str:
        """An enum value as readers know it; "" when absent."""
        return self.library.word(value) if value else ""

    def named(self, list_name: str, value: str) -> Choice:
        """An entry of a value list as a value of a facet."""
        found = self._named.get((list_name, value))
        if found is None:
            name = self.library.value_lists.name(list_name, value)
            found = self._named[list_name, value] = Choice(value.replace("_", "-"), name)
        return found

    def worded(self, value: str | None, otherwise: str = MISSING) -> tuple[Choice]:
        """An enum value as the one value of a facet."""
        found = self._worded.get((value, otherwise))
        if found is None:
            word = notation.capitalised(self.word(value) if value else otherwise)
            key = (value or EMPTY).replace("_", "-")
            found = self._worded[value, otherwise] = (Choice(key, word),)
        return found

    def cited(self, ids: tuple[str | None, ...]) -> str:
        """Where these sources are to be found, in words; what may not be shown is left out."""
        said = self._cited.get(ids)
        if said is None:
            found = (self.context.bron(one) for one in ids)
            each = (notation.citation(bron) or bron.titel for bron in found if bron)
            said = self._cited[ids] = spaced("; ".join(each))
        return said

    @cached_property
    def _named(self) -> dict[tuple[str, str], Choice]:
        """What was named before: many rows of a toets have the same values."""
        return {}

    @cached_property
    def _worded(self) -> dict[tuple[str | None, str], tuple[Choice]]:
        """What was worded before."""
        return {}

    @cached_property
    def _cited(self) -> dict[tuple[str | None, ...], str]:
        """What was cited before."""
        return {}

    @cached_property
    def remark(self) -> str:
        """What a reader must know of every row of this toets."""
        said = (
            "Fictief voorbeeld" if self.toets.fictief else "",
            "Alleen vindplaats" if self.toets.volledigheid == "indexrecord" else "",
            "" if self.toets.public else "Niet openbaar",
        )
        return "; ".join(filter(None, said))

    @cached_property
    def example(self) -> tuple[Choice]:
        """Whether it is real or invented."""
        if self.toets.fictief:
            return (Choice(INVENTED, "Fictieve voorbeelden"),)
        return (Choice(REAL, "Werkelijke toetsen"),)

    def values(self, anchor: str) -> tuple[Value, ...]:
        """The values of ``columns.COMMON``."""
        return (*self._values, f"{self.path}#{anchor}" if anchor else self.path)

    @cached_property
    def _values(self) -> tuple[Value, ...]:
        year = self.toets.year
        return (
            self.toets.short_title,
            self.remark,
            labels(self.ministries),
            labels(self.executors),
            self.toets.regeling.citeertitel,
            int(year) if year.isdecimal() else year,
            "ja" if self.toets.fictief else "nee",
            self.toets.id,
        )

    @cached_property
    def choices(self) -> tuple[tuple[Choice, ...], ...]:
        """The values of ``columns.COMMON_FACETS``."""
        year = (Choice(self.toets.year, self.toets.year),)
        return (self.ministries or UNNAMED, self.executors or UNNAMED, year, self.example)


def labels(choices: Iterable[Choice]) -> str:
    """The labels of the values of a facet in one cell."""
    return "; ".join(one.label for one in choices)


def spaced(text: str) -> str:
    """The text with ordinary spaces: in data one searches and filters."""
    return text.replace("\u00a0", " ")


def when(text: str | None) -> Value:
    """A whole date as a date; what is less exact in words; "" when absent."""
    found = day_value(text)
    return spaced(found) if isinstance(found, str) else found


ORDER = "volgorde"
"""What builds remember the places of toetsen by."""


def place_of(toets: Toets, library: Library) -> tuple[str, str, bool]:
    """What decides the place of a toets in lists."""
    del library
    return toets.short_title.casefold(), toets.year, toets.fictief


def order(library: Library) -> list[int]:
    """The numbers of all toetsen in the order of lists.

    What is invented stands last, the newest year first, within a year they are in order of title.
    """
    places = library.each(ORDER, place_of)
    found = sorted(range(len(places)), key=lambda number: places[number][0])
    found.sort(key=lambda number: places[number][1], reverse=True)
    found.sort(key=lambda number: places[number][2])
    return found


def ordered(library: Library) -> tuple[Toets, ...]:
    """All toetsen in the order of lists."""
    toetsen = library.toetsen
    return tuple(toetsen[number] for number in order(library))


def subjects(library: Library) -> tuple[Subject, ...]:
    """All toetsen in the order of lists."""
    return tuple(Subject(toets, library) for toets in ordered(library))
