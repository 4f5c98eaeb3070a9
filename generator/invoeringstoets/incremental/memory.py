"""What a build leaves for the next one: what each part read and made, as plain values."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from invoeringstoets.incremental.own import Own
from invoeringstoets.incremental.reading import Noted
from invoeringstoets.incremental.stock import ALL, Held, changed_fields
from invoeringstoets.incremental.world import EACH, World

BLANK = " " * 16
"""In marks of what a function made of each toets: not known."""

DERIVED = "made by "
"""How parts of a toets are called that a function made, before its name."""


@dataclass(frozen=True)
class Memory:
    """The marks of all that was read in a build, and what each part read and made of it.

    ``ids`` numbers the toetsen, ``marks`` are those of their fields. ``units`` are the parts that
    are of no single toets, ``own`` those of each, and ``derived`` holds by function the marks of
    what it made of each toets, in one text. ``keys`` are those of all things, by kind and path;
    they are ``contested`` if some path is of more than one part.
    """

    ids: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, Noted] = field(default_factory=dict)
    own: tuple[Own, ...] = ()
    derived: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    contested: bool = False

    def changed(self, world: World) -> Changed:
        """What is different in a world, save what is derived of toetsen."""
        now = {one.id: one for one in world.held}
        fields = {
            number: bits
            for number, (name, marks) in enumerate(zip(self.ids, self.marks, strict=True))
            if (bits := _difference(marks, now.get(name)))
        }
        return Changed(fields, self.different(world, derived=False))

    def different(self, world: World, *, derived: bool) -> frozenset[str]:
        """The names of what is different besides toetsen: what is derived of them, or the rest."""
        return frozenset(
            name
            for name, mark in self.values.items()
            if name.startswith(f"{EACH} ") == derived and world.mark(name) != mark
        )

    def packed(self) -> bytes:
        """As a line of JSON, followed by what is known of each toets, which is seldom looked at."""
        units = {name: [one.fields, one.names, one.made] for name, one in self.units.items()}
        own = [[list(one.others), len(one.data)] for one in self.own]
        rest = [self.ids, self.marks, self.values, units, own, self.derived, self.keys]
        head = json.dumps([*rest, self.contested], separators=(",", ":")).encode()
        return b"".join([head, b"\n", *(one.data for one in self.own)])

    @classmethod
    def unpacked(cls, data: bytes) -> Memory:
        """From what ``packed`` gave; raises ``ValueError`` or ``TypeError`` on anything else."""
        head, _, rest = data.partition(b"\n")
        ids, marks, values, units, own, derived, keys, contested = json.loads(head)
        there = {name: Noted(*found) for name, found in units.items()}
        groups = tuple(_groups(own, rest))
        return cls(tuple(ids), tuple(marks), values, there, groups, derived, keys, contested)


@dataclass(frozen=True)
class Changed:
    """What changed: sets of fields by the number that toetsen had, and names of other values."""

    fields: Mapping[int, int]
    names: frozenset[str]

    def touches(self, noted: Noted) -> bool:
        """Whether anything changed that a part read."""
        if self.names and not self.names.isdisjoint(noted.names):
            return True
        return any(self._meets(bits, numbers) for bits, numbers in noted.fields)

    def only_derived(self, noted: Noted) -> bool:
        """Whether of what a part read only that changed which functions make of toetsen."""
        others = frozenset(name for name in self.names if not name.startswith(f"{EACH} "))
        return not replace(self, names=others).touches(noted)

    def may_touch(self, number: int, own: Own) -> bool:
        """Whether anything changed that parts of the toets with this number may have read."""
        if number in self.fields or not self.fields.keys().isdisjoint(own.others):
            return True
        return any(own.may_name(name) for name in self.names)

    def _meets(self, bits: int, numbers: Sequence[int]) -> bool:
        """Whether any of these fields changed in any of these toetsen; looks at the fewest."""
        if len(numbers) < len(self.fields):
            return any(bits & self.fields.get(number, 0) for number in numbers)
        return any(bits & fields and number in numbers for number, fields in self.fields.items())


def numbers_of(before: Sequence[str], now: Sequence[Held]) -> dict[int, int] | None:
    """The present number of each earlier one; ``None`` if all are the same."""
    places = {one.id: number for number, one in enumerate(now)}
    found = {old: places[name] for old, name in enumerate(before) if name in places}
    same = len(found) == len(before) and all(old == new for old, new in found.items())
    return None if same else found


def read_names(parts: Collection[Noted]) -> Iterator[str]:
    """The names of all other values that parts read."""
    yield from {name for one in parts for name in one.names}


def _groups(heads: Any, data: bytes) -> Iterator[Own]:  # noqa: ANN401 -- whatever was in the file
    start = 0
    for others, length in heads:
        yield Own(tuple(others), data[start : start + length])
        start += length
    if start != len(data):
        raise ValueError("not what was kept")


def _difference(marks: str, now: Any) -> int:  # noqa: ANN401 -- a Held or nothing
    return ALL if now is None else changed_fields(marks, now.marks)
