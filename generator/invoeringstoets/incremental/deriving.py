"""What functions make of each toets, remembered from one build to the next.

A list over all toetsen is then made of what is known of all of them but one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from inspect import getmembers, isclass
from typing import Any, Protocol

from invoeringstoets import registers
from invoeringstoets.incremental.memory import Noted, noted, reading_of
from invoeringstoets.incremental.stock import mark_of
from invoeringstoets.incremental.values import Values
from invoeringstoets.incremental.world import Reading, World
from invoeringstoets.model import Toets

VALUES = Values(
    (date, *(kind for _, kind in getmembers(registers, isclass) if issubclass(kind, tuple)))
)
"""What functions may make of a toets, besides plain values: rows of registers."""

ONLY = ""
"""The path, in what is noted, of the one value that a function made."""


class Drawer(Protocol):
    """Where values are kept, by kind and key."""

    def all(self, kind: str) -> Mapping[str, bytes]:
        """Everything of a kind, by key."""
        ...

    def put(self, kind: str, entries: Mapping[str, tuple[str, bytes]]) -> None:
        """Keep these: something short to say of each, and its bytes."""
        ...


@dataclass
class _Derived:
    """What one function made of all toetsen, and what was read for that."""

    values: list[Any] = field(default_factory=list)
    reading: Reading = field(default_factory=Reading)


class Deriving:
    """What functions made in one build; ``known`` tells what still holds of an earlier one."""

    def __init__(self, world: World, drawer: Drawer, known: Callable[[str], Noted | None]) -> None:
        self._world, self._drawer, self._known = world, drawer, known
        self._done: dict[str, _Derived] = {}
        self.noted: dict[str, Noted] = {}

    def __call__(self, name: str, function: Callable[[Toets], Any]) -> tuple[Any, ...]:
        """What a function makes of every toets; whoever asks has read what it read."""
        outer = self._world.reading
        if name not in self._done:
            self._done[name] = self._derived(name, function)
        self._world.reading = outer
        outer.merge(self._done[name].reading)
        outer.names.add("library toetsen")
        return tuple(self._done[name].values)

    def _derived(self, name: str, function: Callable[[Toets], Any]) -> _Derived:
        kept, fresh, found = self._drawer.all(f"each {name}"), {}, _Derived()
        for toets, held in zip(self._world.toetsen, self._world.held, strict=True):
            unit = f"each {name} {held.id}"
            data, one = kept.get(held.id, b""), self._known(unit)
            if one is None or mark_of(data) != one.made[ONLY]:
                self._world.begin()
                data = VALUES.packed(function(toets))
                one = noted(self._world.end(), {ONLY: mark_of(data)})
                fresh[held.id] = ("", data)
            self.noted[unit] = one
            found.values.append(VALUES.unpacked(data))
            found.reading.merge(reading_of(one))
        self._drawer.put(f"each {name}", fresh)
        return found


class Nowhere:
    """A drawer that keeps nothing."""

    def all(self, kind: str) -> Mapping[str, bytes]:
        """Nothing."""
        del kind
        return {}

    def put(self, kind: str, entries: Mapping[str, tuple[str, bytes]]) -> None:
        """Keep nothing."""
