"""Everything that parts of the site are made from, as values that note who reads them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import fields
from typing import Any, Generic, Protocol, TypeVar

from invoeringstoets.history import Told
from invoeringstoets.incremental.reading import Reading
from invoeringstoets.incremental.stock import LIKE_DATACLASS, Held, let_go, mark_of, stocked
from invoeringstoets.model import Library, Toets
from invoeringstoets.pages import Surroundings

ABSENT = "-"
"""The mark of what is not there."""
LATE = "late -"
"""What a part reads that is still that of an earlier build: it always changes."""
KEYS = "*"
"""Stands for which keys a mapping has, and in what order."""

Value = TypeVar("Value")
EACH = "each"
"""What functions make of every toets: read by the name of the function."""


class Derive(Protocol):
    """Gives what functions make of every toets, by the name of that function."""

    def __call__(self, name: str, function: Callable[[Toets, Library], Any]) -> tuple[Any, ...]:
        """All that it makes."""
        ...

    def mark(self, name: str) -> str:
        """What stands for all that it makes."""
        ...


class Beside(Protocol):
    """Begins on numbered work beside this process, for as long as the context lasts."""

    def __call__(
        self, work: Callable[[int], Any], items: Sequence[int]
    ) -> AbstractContextManager[Callable[[], Iterator[tuple[int, Any]]]]:
        """Begin; what the context gives waits for what came of it, which may be less than all."""
        ...


Say = Callable[[str], None]
"""Hears the name of what was read."""


class World:
    """The surroundings of one build, with a mark for everything that can be read of them.

    The toetsen of the given library are not looked at: ``held`` stands in for them. ``site`` is to
    be read by one part at a time, between ``begin`` and ``end``. ``beside``, if there is any, makes
    parts of toetsen at the same time.
    """

    def __init__(self, given: Surroundings, held: Sequence[Held]) -> None:
        self.held = tuple(held)
        self._given = given
        self._reading = Reading()
        self._marks: dict[str, str] = {}
        self._numbers = _numbers(self.held)
        self.derive: Derive | None = None
        self.beside: Beside | None = None
        self.site = self._noting()

    @property
    def reading(self) -> Reading:
        """What is being read by the part at work."""
        return self._reading

    @reading.setter
    def reading(self, reading: Reading) -> None:
        self._reading = reading

    def let_go(self) -> None:
        """Forget the toetsen and what functions made of them: parts are no longer made."""
        self.derive = None
        let_go(self.toetsen)

    def begin(self) -> None:
        """From now on another part reads."""
        self._reading = Reading()

    def end(self) -> Reading:
        """What was read since ``begin``."""
        return self._reading

    def mark(self, name: str) -> str:
        """The mark of the value with a name that a part read."""
        if name not in self._marks:
            self._marks[name] = self._mark_of(*name.split(" ", 2))
        return self._marks[name]

    def _note(self, number: int, bits: int) -> None:
        known = self._reading.fields
        known[number] = known.get(number, 0) | bits

    def _say(self, name: str) -> None:
        self._reading.names.add(name)

    def _noting(self) -> Surroundings:
        """The surroundings as parts may read them."""
        library, told = vars(self._given.library), vars(self._given.history)
        self.toetsen = stocked(self.held, self._note)
        ids = {one.id for one in self.held}
        history = {
            name: self._by_toets(f"told {name}", value, ids=ids) for name, value in told.items()
        }
        site = {
            name: self._by_toets(f"site {name}", value, ids=ids)
            for name, value in vars(self._given).items()
        }
        site["library"] = _made(
            _LIBRARY,
            {**library, "toetsen": self.toetsen},
            say=self._say,
            _numbers=self._numbers,
            _each=self._each,
        )
        site["history"] = _made(_TOLD, history, say=self._say)
        made: Surroundings = _made(_SITE, site, say=self._say)
        return made

    def _each(self, name: str, function: Callable[[Toets, Library], Any]) -> tuple[Any, ...]:
        """What a function makes of every toets, as far as possible from an earlier build."""
        if self.derive is None:
            return Library.each(self.site.library, name, function)
        return self.derive(name, function)

    def _by_toets(self, name: str, value: object, *, ids: set[str]) -> object:
        """A mapping by toets as one that notes which of its values are read."""
        if isinstance(value, Mapping) and value and value.keys() <= ids:
            return Noting(value, name, say=self._say)
        return value

    def _mark_of(self, owner: str, name: str, *key: str) -> str:
        return self._mark(owner, name, key="".join(key))

    def _mark(self, owner: str, name: str, *, key: str = "") -> str:
        if owner == "late":
            return os.urandom(8).hex()
        if owner == EACH:
            return self.derive.mark(f"{name} {key}".rstrip()) if self.derive else ABSENT
        if owner == "id":
            number = self._numbers.get(name)
            return ABSENT if number is None else self.held[number].id
        if (owner, name) == ("library", "toetsen"):
            return mark_of(repr([one.id for one in self.held]).encode())
        value = getattr(self._owner(owner), name)
        if key == KEYS:
            value = list(value or ())
        elif key:
            value = (value or {}).get(key, ABSENT)
        return mark_of(repr(value).encode("utf-8", "surrogatepass"))

    def _owner(self, name: str) -> object:
        return {
            "library": self._given.library,
            "told": self._given.history,
            "site": self._given,
        }[name]


class Noting(Mapping[str, Value], Generic[Value]):
    """A mapping by toets: each of its values is something else to read."""

    def __init__(self, values: Mapping[str, Value], name: str, *, say: Say) -> None:
        self._values, self._name, self._say = values, name, say

    def __getitem__(self, key: str) -> Value:
        self._say(f"{self._name} {key}")
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        self._say(f"{self._name} {KEYS}")
        return iter(self._values)

    def __len__(self) -> int:
        self._say(f"{self._name} {KEYS}")
        return len(self._values)


class _Attribute:
    """A field of a dataclass that is noted under its name when it is read."""

    def __init__(self, owner: str, name: str) -> None:
        self._name, self._said = name, f"{owner} {name}"

    def __get__(self, owner: Any, kind: object = None) -> Any:  # noqa: ANN401 -- any value
        own = owner.__dict__
        if "_say" not in own:  # a copy: what it was made of was noted
            return own[self._name]
        if self._name not in own["_quiet"]:
            own["_say"](self._said)
        return own["_values"][self._name]

    def __set__(self, owner: Any, value: object) -> None:  # noqa: ANN401 -- a frozen dataclass
        owner.__dict__[self._name] = value


def _by_id(library: Any, toets_id: str) -> Toets | None:  # noqa: ANN401 -- a class made below
    """The toets with this id, by its present or an earlier id."""
    own = library.__dict__
    if "_numbers" not in own:
        return Library.by_id(library, toets_id)
    own["_say"](f"id {toets_id}")
    number = own["_numbers"].get(toets_id)
    return None if number is None else own["_values"]["toetsen"][number]


def _each(library: Any, *asked: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- a class made below
    """What a function makes of every toets: ``asked`` are its name and the function."""
    each = library.__dict__.get("_each")
    made: tuple[Any, ...] = each(*asked) if each else Library.each(library, *asked)
    return made


def _noting_kind(kind: Any, owner: str, **more: object) -> Any:  # noqa: ANN401 -- any dataclass
    """The same dataclass, but with fields that note that they are read."""
    noted = {one.name: _Attribute(owner, one.name) for one in fields(kind)}
    return type(
        kind.__name__, (kind,), {"__doc__": kind.__doc__, **LIKE_DATACLASS, **noted, **more}
    )


def _made(kind: Any, values: Mapping[str, object], *, say: Say, **more: object) -> Any:  # noqa: ANN401
    made = object.__new__(kind)
    quiet = {name for name, value in values.items() if isinstance(value, Noting | Library | Told)}
    made.__dict__.update(_values=dict(values), _quiet=quiet, _say=say, **more)
    return made


_LIBRARY = _noting_kind(Library, "library", by_id=_by_id, each=_each)
_TOLD = _noting_kind(Told, "told")
_SITE = _noting_kind(Surroundings, "site")


def _numbers(held: Sequence[Held]) -> dict[str, int]:
    """The number of the first toets with each id, present or earlier."""
    found: dict[str, int] = {}
    for number, one in enumerate(held):
        for name in (one.id, *one.earlier):
            found.setdefault(name, number)
    return found
