"""What a build leaves for the next one: what each part read and made, as plain values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from invoeringstoets.incremental.stock import ALL, Held, changed_fields
from invoeringstoets.incremental.world import EACH, Reading, World

ONLY = ""
"""The path, in what is noted, of the one value that a function made."""
_OF_ONE = 4
"""Into how many values a part is packed that read one toets."""


@dataclass(frozen=True)
class Noted:
    """What a part read and made.

    ``fields`` are sets of fields with the numbers of the toetsen of which those were read,
    ``names`` the other values. ``made`` is the key of each thing it made, by path.
    """

    fields: tuple[tuple[int, tuple[int, ...]], ...]
    names: tuple[str, ...]
    made: Mapping[str, str]


@dataclass(frozen=True)
class Memory:
    """The marks of all that was read in a build, and what each part read and made of it.

    ``ids`` numbers the toetsen, ``marks`` are those of their fields.
    """

    ids: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, Noted] = field(default_factory=dict)

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
        """As JSON."""
        names: dict[tuple[str, ...], int] = {}  # many parts read the same
        units = {
            name: _short(one, names.setdefault(one.names, len(names)))
            for name, one in self.units.items()
        }
        whole = [self.ids, self.marks, self.values, list(names), units]
        return json.dumps(whole, separators=(",", ":")).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> Memory:
        """From what ``packed`` gave; raises ``ValueError`` or ``TypeError`` on anything else."""
        ids, marks, values, lists, units = json.loads(data)
        names = [tuple(one) for one in lists]
        there = {name: _long(short, names) for name, short in units.items()}
        return cls(tuple(ids), tuple(marks), values, there)


@dataclass(frozen=True)
class Changed:
    """What changed: sets of fields by the number that toetsen had, and names of other values."""

    fields: Mapping[int, int]
    names: frozenset[str]

    def touches(self, noted: Noted) -> bool:
        """Whether anything changed that a part read."""
        if self.names and not self.names.isdisjoint(noted.names):
            return True
        for bits, numbers in noted.fields:  # noqa: SIM110 -- asked of every part, mostly in vain
            if self._meets(bits, numbers):
                return True
        return False

    def _meets(self, bits: int, numbers: Sequence[int]) -> bool:
        """Whether any of these fields changed in any of these toetsen; looks at the fewest."""
        if len(numbers) == 1:
            return bool(bits & self.fields.get(numbers[0], 0))
        if len(numbers) < len(self.fields):
            return any(bits & self.fields.get(number, 0) for number in numbers)
        return any(bits & fields and number in numbers for number, fields in self.fields.items())


def _short(one: Noted, names: int) -> list[Any]:
    """What is kept of a part that read the names with this number.

    Most of them read fields of one toets and made one value, and are kept without lists in them.
    """
    if len(one.fields) == 1 and one.made.keys() == {ONLY}:
        bits, numbers = one.fields[0]
        if len(numbers) == 1:
            return [bits, numbers[0], names, one.made[ONLY]]
    return [one.fields, names, one.made]


def _long(short: list[Any], names: Sequence[tuple[str, ...]]) -> Noted:
    if len(short) == _OF_ONE:
        bits, number, place, mark = short
        return Noted(((bits, (number,)),), names[place], {ONLY: mark})
    fields, place, made = short
    return Noted(fields, names[place], made)


def noted(reading: Reading, made: Mapping[str, str]) -> Noted:
    """What a part read and made, as it is kept."""
    by_fields: dict[int, list[int]] = {}
    for number, bits in sorted(reading.fields.items()):
        by_fields.setdefault(bits, []).append(number)
    grouped = tuple((bits, tuple(numbers)) for bits, numbers in by_fields.items())
    return Noted(grouped, tuple(sorted(reading.names)), made)


def reading_of(one: Noted) -> Reading:
    """What a part read, as one reads."""
    fields = {number: bits for bits, numbers in one.fields for number in numbers}
    return Reading(fields, set(one.names))


def renumbered(one: Noted, numbers: Mapping[int, int]) -> Noted:
    """What a part read, with the numbers that the toetsen have now."""
    moved = tuple((bits, tuple(numbers[old] for old in own)) for bits, own in one.fields)
    return Noted(moved, one.names, one.made)


def numbers_of(before: Sequence[str], now: Sequence[Held]) -> dict[int, int] | None:
    """The present number of each earlier one; ``None`` if all are the same."""
    places = {one.id: number for number, one in enumerate(now)}
    found = {old: places[name] for old, name in enumerate(before) if name in places}
    same = len(found) == len(before) and all(old == new for old, new in found.items())
    return None if same else found


def read_names(units: Mapping[str, Noted]) -> Iterator[str]:
    """The names of all other values that parts read."""
    yield from {name for one in units.values() for name in one.names}


def _difference(marks: str, now: Any) -> int:  # noqa: ANN401 -- a Held or nothing
    return ALL if now is None else changed_fields(marks, now.marks)
