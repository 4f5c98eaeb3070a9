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
from invoeringstoets.incremental.memory import ONLY, Noted, noted, reading_of
from invoeringstoets.incremental.stock import mark_of
from invoeringstoets.incremental.values import Values
from invoeringstoets.incremental.world import EACH, World
from invoeringstoets.model import Library, Toets

VALUES = Values(
    (date, *(kind for _, kind in getmembers(registers, isclass) if issubclass(kind, tuple)))
)
"""What functions may make of a toets, besides plain values: rows of registers."""


class Drawer(Protocol):
    """Where values are kept, by kind and key."""

    def all(self, kind: str) -> Mapping[str, bytes]:
        """Everything of a kind, by key."""
        ...

    def put(self, kind: str, entries: Mapping[str, tuple[str, bytes]]) -> None:
        """Keep these: something short to say of each, and its bytes."""
        ...


Function = Callable[[Toets, Library], Any]
"""Makes something of a toets, seen in its library."""


@dataclass
class _Derived:
    """What one function made of all toetsen.

    ``notes`` says what was read for each and what came of it, ``fresh`` holds by id the bytes of
    what was made in this build; ``values`` are there once somebody asked for them.
    """

    function: Function
    notes: list[Noted] = field(default_factory=list)
    fresh: dict[str, bytes] = field(default_factory=dict)
    values: tuple[Any, ...] | None = None

    @property
    def mark(self) -> str:
        """What stands for all of it."""
        return mark_of("".join(one.made[ONLY] for one in self.notes).encode())


class Deriving:
    """What functions made in one build; ``known`` tells what still holds of an earlier one.

    Of the functions that are known by name, a part reads what they made, and not what they read: it
    stays as it is when an edit changes nothing of that. They may not ask for each other.
    """

    def __init__(
        self,
        world: World,
        drawer: Drawer,
        *,
        known: Callable[[str], Noted | None],
        functions: Mapping[str, Function],
    ) -> None:
        self._world, self._drawer, self._known = world, drawer, known
        self._functions = functions
        self._done: dict[str, _Derived] = {}
        self.noted: dict[str, Noted] = {}

    def __call__(self, name: str, function: Function) -> tuple[Any, ...]:
        """What a function makes of every toets."""
        outer = self._world.reading
        derived = self._derived(name, self._functions.get(name, function))
        if derived.values is None:
            derived.values = self._values(name, derived)
        self._world.reading = outer
        if name in self._functions:
            outer.names.add(f"{EACH} {name}")
        else:
            outer.names.add("library toetsen")
            for one in derived.notes:
                outer.merge(reading_of(one))
        return derived.values

    def mark(self, name: str) -> str:
        """What stands for all that a known function makes of every toets."""
        outer = self._world.reading
        mark = self._derived(name, self._functions[name]).mark
        self._world.reading = outer
        return mark

    def _derived(self, name: str, function: Function) -> _Derived:
        if name in self._done:
            return self._done[name]
        found = self._done[name] = _Derived(function)
        for toets, held in zip(self._world.toetsen, self._world.held, strict=True):
            unit = f"{EACH} {name} {held.id}"
            one = self._known(unit)
            if one is None:
                one, found.fresh[held.id] = self._made(function, toets)
            self.noted[unit] = one
            found.notes.append(one)
        self._drawer.put(_kind(name), {key: ("", data) for key, data in found.fresh.items()})
        return found

    def _made(self, function: Function, toets: Toets) -> tuple[Noted, bytes]:
        self._world.begin()
        data = VALUES.packed(function(toets, self._world.site.library))
        return noted(self._world.end(), {ONLY: mark_of(data)}), data

    def _values(self, name: str, derived: _Derived) -> tuple[Any, ...]:
        """The values themselves: made again where the drawer has lost them."""
        kept = self._drawer.all(_kind(name)) if len(derived.fresh) < len(derived.notes) else {}
        found, again = [], {}
        for number, (one, held) in enumerate(zip(derived.notes, self._world.held, strict=True)):
            data = derived.fresh.get(held.id) or kept.get(held.id, b"")
            if mark_of(data) != one.made[ONLY]:
                _, data = self._made(derived.function, self._world.toetsen[number])
                again[held.id] = ("", data)
            found.append(VALUES.unpacked(data))
        self._drawer.put(_kind(name), again)
        return tuple(found)


def _kind(name: str) -> str:
    """What entries in the drawer are called that hold what a function made."""
    return f"{EACH} {name}"


class Nowhere:
    """A drawer that keeps nothing."""

    def all(self, kind: str) -> Mapping[str, bytes]:
        """Nothing."""
        del kind
        return {}

    def put(self, kind: str, entries: Mapping[str, tuple[str, bytes]]) -> None:
        """Keep nothing."""
