"""Approved data -> model, driven by the type hints of the model's dataclasses."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from invoeringstoets.model import Toets

_Convert = Callable[[Any], Any]


def build(data: object) -> Toets:
    """The toets that data describe; identifiers and dates written as whole numbers become text.

    The schema must have approved the data: what it would refuse raises here (our mistake).
    """
    toets: Toets = _converter(Toets)(data)
    return toets


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
    converters = {name: _converter(hint) for name, hint in get_type_hints(kind).items()}
    return lambda values: kind(**{key: converters[key](value) for key, value in values.items()})
