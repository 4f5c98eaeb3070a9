"""What a part of the site read, and what it made of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

ONLY = ""
"""The path, in what is noted, of the one value that a function made."""


@dataclass
class Reading:
    """What one part read: sets of fields by number of the toets, and names of other values."""

    fields: dict[int, int] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def merge(self, other: Reading) -> None:
        """What was read for another is read for this one too."""
        for number, bits in other.fields.items():
            self.fields[number] = self.fields.get(number, 0) | bits
        self.names |= other.names


class Noted(NamedTuple):
    """What a part read and made.

    ``fields`` are sets of fields with the numbers of the toetsen of which those were read,
    ``names`` the other values. ``made`` is the key of each thing it made, by path.
    """

    fields: tuple[tuple[int, tuple[int, ...]], ...]
    names: tuple[str, ...]
    made: Mapping[str, str]


def noted(reading: Reading, made: Mapping[str, str]) -> Noted:
    """What a part read and made, as it is kept."""
    by_fields: dict[int, list[int]] = {}
    for number, bits in sorted(reading.fields.items()):
        by_fields.setdefault(bits, []).append(number)
    grouped = tuple((bits, tuple(numbers)) for bits, numbers in by_fields.items())
    return Noted(grouped, tuple(sorted(reading.names)), made)


def reading_of(one: Noted) -> Reading:
    """What a part read, as one reads."""
    fields: dict[int, int] = {}
    for bits, numbers in one.fields:
        fields.update(dict.fromkeys(numbers, bits))
    return Reading(fields, set(one.names))


def renumbered(one: Noted, numbers: Mapping[int, int]) -> Noted:
    """What a part read, with the numbers that the toetsen have now."""
    moved = tuple((bits, tuple(numbers[old] for old in own)) for bits, own in one.fields)
    return Noted(moved, one.names, one.made)
