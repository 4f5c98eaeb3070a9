"""Registers over all toetsen: actions, organisations, years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from invoeringstoets.model import Actie, Library, Toets
from invoeringstoets.model.mijlpalen import (
    deadline,
    first_inwerkingtreding,
    is_late,
    is_open,
    letter_date,
    year,
)
from invoeringstoets.record import record


@record(frozen=True)
class Registered:
    """An action in the register, with its toets; ``late`` is as of the library's day."""

    toets: Toets
    actie: Actie
    open: bool
    late: bool


@record(frozen=True)
class Years:
    """The years (jjjj) of a toets: of entry into force and of the letter, where known."""

    inwerkingtreding: str | None
    brief: str | None


def register(library: Library) -> tuple[Registered, ...]:
    """All actions of all toetsen: open ones first, by term, then by toets and order in it."""
    found = [
        Registered(toets, actie, is_open(actie), is_late(actie, library.reference_date))
        for toets in library.toetsen
        for actie in toets.acties
    ]
    found.sort(key=lambda item: (not item.open, deadline(item.actie) or date.max))
    return tuple(found)


def involved(library: Library) -> Mapping[str, tuple[tuple[Toets, tuple[str, ...]], ...]]:
    """Per organisation id the toetsen it has a role in, with those roles; in order of name."""
    found: dict[str, list[tuple[Toets, tuple[str, ...]]]] = {}
    for toets in library.toetsen:
        for organisatie in toets.organisaties:
            found.setdefault(organisatie.id, []).append((toets, organisatie.rol))
    names = {key: library.organisation(key, rows[0][0]).naam for key, rows in found.items()}
    return {key: tuple(found[key]) for key in sorted(found, key=lambda key: names[key].casefold())}


def years(toets: Toets) -> Years:
    """The years by which a reader looks for a toets."""
    return Years(year(first_inwerkingtreding(toets)), year(letter_date(toets)))
