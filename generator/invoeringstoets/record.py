"""Frozen dataclasses that cost little to define: for a module of many that every check loads.

``dataclasses`` writes and compiles the methods of each class anew, half a millisecond a class. A
record has the same fields and behaves the same, with methods that all records share.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

__all__ = ["record"]


def _init(self: Any, *given: Any, **named: Any) -> None:  # noqa: ANN401 -- of any field
    kind: Any = type(self)
    names, empty, fresh = _plan(kind)
    values = dict(zip(names, given, strict=False))
    clash = next((name for name in named if name in values or name not in empty), None)
    if len(given) > len(names) or clash:
        raise TypeError(
            f"{kind.__name__}() got too many values, or one it has no field for: {clash}"
        )
    inside = self.__dict__
    inside.update(empty)
    inside.update(values)
    inside.update(named)
    for name in fresh:
        if inside[name] is MISSING:
            inside[name] = fresh[name]()
    missing = [name for name, value in inside.items() if value is MISSING]
    if missing:
        raise TypeError(f"{kind.__name__}() needs {', '.join(missing)}")


@cache
def _plan(kind: Any) -> tuple[tuple[str, ...], dict[str, Any], dict[str, Any]]:  # noqa: ANN401
    """The names of the fields, their values if nothing is given, and what makes such a value."""
    known: tuple[Field[Any], ...] = fields(kind)
    fresh = {f.name: f.default_factory for f in known if f.default_factory is not MISSING}
    return tuple(f.name for f in known), {f.name: f.default for f in known}, fresh


def _values(self: object) -> tuple[Any, ...]:
    kind: Any = type(self)
    inside = self.__dict__
    return tuple([inside[name] for name in _plan(kind)[0]])


def _eq(self: object, other: object) -> bool:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash(_values(self))


def _repr(self: object) -> str:
    kind: Any = type(self)
    shown = zip(_plan(kind)[0], _values(self), strict=True)
    return f"{kind.__qualname__}({', '.join(f'{name}={value!r}' for name, value in shown)})"


def _refuse(_: object, name: str, *_new: object) -> None:
    raise FrozenInstanceError(f"field {name!r} cannot be changed")


def _define(kind: type) -> type:
    made: Any = dataclass(init=False, repr=False, eq=False)(kind)
    made.__init__, made.__repr__ = _init, _repr
    made.__eq__, made.__hash__ = _eq, _hash
    made.__setattr__, made.__delattr__ = _refuse, _refuse
    return kind


if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool) -> Callable[[type], type]:
        """Make a class with annotations a record, which is always ``frozen``."""
        if not frozen:
            raise ValueError("a record cannot be changed")
        return _define
