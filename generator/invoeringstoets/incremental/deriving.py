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
from invoeringstoets.incremental.memory import BLANK, DERIVED
from invoeringstoets.incremental.reading import ONLY, Noted, noted
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

    ``marks`` are those of what came of each, in one text; ``fresh`` holds by number the bytes of
    what was made in this build; ``values`` are there once somebody asked for them.
    """

    function: Function
    marks: str
    fresh: dict[int, bytes] = field(default_factory=dict)
    values: tuple[Any, ...] | None = None


class Deriving:
    """What functions made in one build; ``known`` tells the marks of what still holds.

    Of the functions that are known by name, a part reads what they made, and not what they read: it
    stays as it is when an edit changes nothing of that. They may not ask for each other. ``noted``
    holds, by the number of the toets, what was read for what was made now.
    """

    def __init__(
        self,
        world: World,
        drawer: Drawer,
        *,
        known: Callable[[str], str],
        functions: Mapping[str, Function],
    ) -> None:
        self._world, self._drawer, self._known = world, drawer, known
        self._functions = functions
        self._done: dict[str, _Derived] = {}
        self.noted: dict[int, dict[str, Noted]] = {}

    def __call__(self, name: str, function: Function) -> tuple[Any, ...]:
        """What a function makes of every toets."""
        if name not in self._functions:
            return Library.each(self._world.site.library, name, function)
        outer = self._world.reading
        derived = self._derived(name)
        if derived.values is None:
            derived.values = self._values(name, derived)
        self._world.reading = outer
        outer.names.add(f"{EACH} {name}")
        return derived.values

    @property
    def asked(self) -> frozenset[str]:
        """The functions that were asked for."""
        return frozenset(self._done)

    def mark(self, name: str) -> str:
        """What stands for all that a known function makes of every toets."""
        outer = self._world.reading
        mark = mark_of(self._derived(name).marks.encode())
        self._world.reading = outer
        return mark

    def text(self, name: str) -> str:
        """The marks of what a function made of each toets; blank where that is not known."""
        return self._done[name].marks if name in self._done else self._known(name)

    def _derived(self, name: str) -> _Derived:
        if name in self._done:
            return self._done[name]
        found = self._done[name] = _Derived(self._functions[name], self._known(name))
        blank = found.marks.find(BLANK[0])
        while blank >= 0:
            number = blank // len(BLANK)
            one, found.fresh[number] = self._made(found.function, number)
            self.noted.setdefault(number, {})[DERIVED + name] = one
            mark = one.made[ONLY]
            found.marks = found.marks[:blank] + mark + found.marks[blank + len(mark) :]
            blank = found.marks.find(BLANK[0], blank)
        self._keep(name, found.fresh)
        return found

    def _keep(self, name: str, fresh: Mapping[int, bytes]) -> None:
        held = self._world.held
        self._drawer.put(_kind(name), {held[one].id: ("", data) for one, data in fresh.items()})

    def _made(self, function: Function, number: int) -> tuple[Noted, bytes]:
        self._world.begin()
        data = VALUES.packed(function(self._world.toetsen[number], self._world.site.library))
        return noted(self._world.end(), {ONLY: mark_of(data)}), data

    def _values(self, name: str, derived: _Derived) -> tuple[Any, ...]:
        """The values themselves: made again where the drawer has lost them."""
        held, wide = self._world.held, len(BLANK)
        kept = self._drawer.all(_kind(name)) if len(derived.fresh) < len(held) else {}
        found, again = [], {}
        for number, one in enumerate(held):
            data = derived.fresh.get(number) or kept.get(one.id, b"")
            if mark_of(data) != derived.marks[number * wide : (number + 1) * wide]:
                _, data = again[number] = self._made(derived.function, number)
            found.append(VALUES.unpacked(data))
        self._keep(name, {number: data for number, (_, data) in again.items()})
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
