"""Toetsen that are only built when they are looked at, and that note what is read of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Any

from invoeringstoets.model import Toets

FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Toets))
"""The fields of a toets; the place of a field here is its bit in a set of fields."""

ALL = (1 << len(FIELDS)) - 1
"""The set of all fields."""

_BITS = {name: 1 << place for place, name in enumerate(FIELDS)}
_SIZE = 8
"""Bytes in the mark of a field: a chance of 1 in 10 to the power 19 that a change goes unseen."""
MARK = 2 * _SIZE
"""Characters in the mark of a field."""

Note = Callable[[int, int], None]
"""Hears which fields (a set of bits) were read of which toets (its number)."""


def mark_of(data: bytes) -> str:
    """What stands for a value in marks: the same value always, another one never."""
    return blake2b(data, digest_size=_SIZE).hexdigest()


@dataclass(frozen=True)
class Held:
    """A toets that can be had: ``marks`` holds the mark of each of its fields, in order.

    ``related`` are the toetsen that it names and ``earlier`` its earlier ids: what a library needs
    of it before anything else. ``kept_back`` stands for what the site leaves out of it, ``""`` for
    nothing: that changes what may be told of its earlier versions.
    """

    id: str
    marks: str
    load: Callable[[], Toets]
    earlier: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    kept_back: str = ""

    def without_relations(self, visible: frozenset[str]) -> Held:
        """This toets, naming only related toetsen that a reader can see."""
        related = tuple(name for name in self.related if name in visible)
        if related == self.related:
            return self
        place = FIELDS.index("verwante_toetsen") * MARK
        mark = mark_of(repr(related).encode())
        marks = self.marks[:place] + mark + self.marks[place + MARK :]
        return replace(
            self,
            marks=marks,
            related=related,
            load=lambda: replace(self.load(), verwante_toetsen=related),
        )


def holding(toets: Toets) -> Held:
    """A toets that is there already."""
    values = (getattr(toets, name) for name in FIELDS)
    marks = "".join(mark_of(repr(value).encode()) for value in values)
    return Held(toets.id, marks, lambda: toets, toets.vorige_ids, toets.verwante_toetsen)


def changed_fields(before: str, now: str) -> int:
    """The set of fields of which the marks differ."""
    if before == now:
        return 0
    found = 0
    for place in range(len(FIELDS)):
        start = place * MARK
        if before[start : start + MARK] != now[start : start + MARK]:
            found |= 1 << place
    return found


class _Read:
    """A field that is read from the toets behind it, and noted."""

    def __init__(self, name: str) -> None:
        self._name, self._bit = name, _BITS[name]

    def __get__(self, toets: Any, kind: object = None) -> Any:  # noqa: ANN401 -- any field
        own = toets.__dict__
        if "_note" not in own:  # a copy: what it was made of was noted
            return own[self._name]
        own["_note"](own["_number"], self._bit)
        values = own["_values"]
        if values is None and self._name == "id":
            return own["_id"]
        if values is None:
            own["_toets"] = own["_load"]()
            values = own["_values"] = vars(own["_toets"])
        return values[self._name]

    def __set__(self, toets: Any, value: object) -> None:  # noqa: ANN401 -- a frozen dataclass
        toets.__dict__[self._name] = value


def _nobody(number: int, bits: int) -> None:
    """For toetsen of which nobody has to know what is read."""


def values_of(one: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- any dataclass
    """The values of all fields, each read."""
    return tuple(getattr(one, field.name) for field in fields(one))


def _equal(one: object, other: object) -> bool:
    return values_of(one) == values_of(other) if type(one) is type(other) else NotImplemented


def _hash(one: object) -> int:
    return hash(values_of(one))


def _shown(one: object) -> str:
    pairs = zip(fields(one), values_of(one), strict=True)  # type: ignore[arg-type]
    return f"{type(one).__qualname__}({', '.join(f'{f.name}={v!r}' for f, v in pairs)})"


LIKE_DATACLASS = {"__eq__": _equal, "__hash__": _hash, "__repr__": _shown}
"""What a dataclass has that looks past its attributes, for classes that note what is read."""


def _stocked(held: Held, number: int, *, note: Note) -> Toets:
    toets: Toets = object.__new__(_STOCKED)
    toets.__dict__.update(_note=note, _number=number, _load=held.load, _values=None, _id=held.id)
    return toets


_STOCKED: type[Toets] = type(
    "Toets",
    (Toets,),
    {"__doc__": Toets.__doc__, **LIKE_DATACLASS, **{name: _Read(name) for name in FIELDS}},
)


def let_go(toetsen: Iterable[Toets]) -> None:
    """Forget what was built of these stocked toetsen: it is built again if it is looked at."""
    for one in toetsen:
        one.__dict__.update(_values=None, _toets=None)


def stocked(held: Iterable[Held], note: Note = _nobody) -> tuple[Toets, ...]:
    """These toetsen, each built when it is first looked at; ``note`` hears what is read."""
    return tuple(_stocked(one, number, note=note) for number, one in enumerate(held))
