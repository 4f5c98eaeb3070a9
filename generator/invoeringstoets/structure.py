"""Approved data -> model, driven by the type hints of the model's dataclasses."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from invoeringstoets.model import Brief, Toets

_Convert = Callable[[Any], Any]


def build(data: object) -> Toets:
    """The toets that data describe; identifiers and dates written as whole numbers become text.

    The schema must have approved the data: what it would refuse raises here (our mistake).
    """
    toets: Toets = _converter(Toets)(data)
    return toets


def build_brief(data: object) -> Brief:
    """The letter that data describe, under the same conditions."""
    brief: Brief = _converter(Brief)(data)
    return brief


@cache
def _converter(hint: Any) -> _Convert:  # noqa: ANN401 -- a type hint has no better type
    """How a value of the data becomes one of this type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        kinds = [kind for kind in arguments if kind is not types.NoneType]
        return _converter(kinds[0]) if len(kinds) == 1 else _as_is
    if origin is tuple:
        return _sequence(_converter(arguments[0]))
    if origin is Mapping:
        return _mapping(_converter(arguments[1]))
    if is_dataclass(hint):
        return _record(hint)
    return str if hint is str else _as_is


def _as_is(value: object) -> object:
    return value


def _sequence(convert: _Convert) -> _Convert:
    return lambda values: tuple(convert(value) for value in values)


def _mapping(convert: _Convert) -> _Convert:
    return lambda values: {key: convert(value) for key, value in values.items()}


def _record(kind: Any) -> _Convert:  # noqa: ANN401 -- a dataclass, of which mypy knows no type
    """How a mapping becomes an instance.

    One with all fields it needs, and no others, is filled as a whole: to set the fields of a frozen
    instance one by one takes most of the time of a ``build``.
    """
    hints = get_type_hints(kind)
    converters = {name: _converter(hint) for name, hint in hints.items()}
    empty = {f.name: f.default for f in fields(kind)}
    fresh = {f.name: f.default_factory for f in fields(kind) if f.default_factory is not MISSING}
    needed = {n for n, default in empty.items() if default is MISSING and n not in fresh}
    make = object.__new__

    def convert(values: Mapping[str, Any]) -> object:
        if not needed <= values.keys() <= converters.keys():
            return kind(**{name: converters[name](value) for name, value in values.items()})
        instance = make(kind)
        inside = instance.__dict__
        inside.update(empty)
        for name, value in values.items():
            inside[name] = converters[name](value)
        for name, factory in fresh.items():
            if inside[name] is MISSING:
                inside[name] = factory()
        return instance

    return convert


def build_rough(data: object) -> Toets:
    """A toets of whatever data there are: never raises, and every item keeps its place.

    Where a value is needed and there is none that fits, stands an empty one. Only for checks
    that know which places are unsound; nothing may be printed from it.
    """
    toets: Toets = _rough(Toets)(data)
    return toets


@cache
def _rough(hint: Any) -> _Convert:  # noqa: ANN401 -- a type hint has no better type
    """How a value of unknown soundness becomes one of this type, or an empty one."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        return _rough_choice(arguments)
    if origin is tuple:
        item = _rough(arguments[0])
        return lambda value: tuple(map(item, value)) if isinstance(value, list) else ()
    if origin is Mapping:
        item = _rough(arguments[1])
        return lambda value: (
            {key: item(inner) for key, inner in value.items()} if isinstance(value, dict) else {}
        )
    return _rough_record(hint) if is_dataclass(hint) else _rough_scalar(hint)


def _rough_choice(kinds: tuple[Any, ...]) -> _Convert:
    """The value if it fits one of the kinds, otherwise nothing."""
    wanted = [kind for kind in kinds if kind is not types.NoneType]
    if len(wanted) == 1:
        convert = _rough(wanted[0])
        return lambda value: convert(value) if _fits(wanted[0], value) else None
    return lambda value: value if any(_fits(kind, value) for kind in wanted) else None


def _rough_scalar(kind: type) -> _Convert:
    return lambda value: kind(value) if _fits(kind, value) else kind()


def _fits(kind: Any, value: object) -> bool:  # noqa: ANN401 -- a type hint has no better type
    """Whether a value of the data is of the kind that a type hint asks for."""
    if kind is str:
        return isinstance(value, str | int) and not isinstance(value, bool)
    if kind in {int, float}:
        return isinstance(value, kind) and not isinstance(value, bool)
    if kind is bool:
        return isinstance(value, bool)
    return isinstance(value, list if get_origin(kind) is tuple else dict)


def _rough_record(kind: Any) -> _Convert:  # noqa: ANN401 -- a dataclass, of which mypy knows no type
    hints = get_type_hints(kind)
    needed = [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]

    def convert(value: object) -> object:
        given = value if isinstance(value, dict) else {}
        known = {name: given[name] for name in hints if given.get(name) is not None}
        filled = {**dict.fromkeys(needed), **known}
        return kind(**{name: _rough(hints[name])(inner) for name, inner in filled.items()})

    return convert
