"""One complete schema from three sources: the basis, the value lists, the requirements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from invoeringstoets import assets
from invoeringstoets.model import ValueLists
from invoeringstoets.schema.requirements import Requirement, defaults, requirements

_Schema = dict[str, Any]


def compose(version: str, value_lists: ValueLists) -> _Schema:
    """The complete JSON Schema (2020-12) of a version, as editors and checks use it.

    ``x-waardelijst`` becomes an ``enum`` with names and meanings; every requirement becomes an
    ``if``/``then`` that carries ``x-verplicht`` (when) and ``x-velden`` (what) for the messages.
    """
    schema: _Schema = json.loads(assets.text(f"schema/{version}/basis.schema.json"))
    _fill_in(schema, value_lists)
    known = defaults(schema)
    schema["allOf"] = [
        *schema.get("allOf", ()),
        *(_conditional(need, known) for need in requirements(version)),
    ]
    return schema


def _mappings(node: object) -> Iterator[_Schema]:
    """Every mapping in a schema, outermost first."""
    if isinstance(node, dict):
        yield node
        for child in list(node.values()):
            yield from _mappings(child)
    elif isinstance(node, list):
        for child in node:
            yield from _mappings(child)


def _fill_in(schema: _Schema, value_lists: ValueLists) -> None:
    for node in _mappings(schema):
        name = node.get("x-waardelijst")
        if not isinstance(name, str):
            continue
        values = value_lists.lists.get(name, {}).values()
        node["enum"] = [value.id for value in values]
        node["x-namen"] = [value.naam for value in values]
        node["enumDescriptions"] = [value.omschrijving or value.naam for value in values]


def _conditional(need: Requirement, known: Mapping[str, str]) -> _Schema:
    """A requirement as a schema: if status, kind and completeness are so, then these fields."""
    then: _Schema = {"allOf": [_field(field) for field in need.fields]}
    annotated: _Schema = {"x-verplicht": {key: list(values) for key, values in need.when.items()}}
    if not need.when:
        return {**annotated, **then}
    named = [key for key, values in need.when.items() if known.get(key) not in values]
    conditions = {key: {"enum": list(values)} for key, values in need.when.items()}
    return {**annotated, "if": {"properties": conditions, "required": named}, "then": then}


def _field(expression: str) -> _Schema:
    """``a.b|a.c`` as a schema that asks for one of the two."""
    paths = [path.split(".") for path in expression.split("|")]
    shared: list[str] = []
    while len({path[0] for path in paths}) == 1 and all(len(path) > 1 for path in paths):
        shared.append(paths[0][0])
        paths = [path[1:] for path in paths]
    ends = [_nested(path, {}) for path in paths]
    inner = ends[0] if len(ends) == 1 else {"anyOf": ends}
    return {**_nested(shared, inner), "x-velden": expression}


def _nested(path: list[str], inner: _Schema) -> _Schema:
    """A schema that asks for a path; ``a[]`` asks nothing of ``a`` but something of its items."""
    for step in reversed(path):
        name = step.removesuffix("[]")
        if name != step:
            inner = {"properties": {name: {"items": inner}}}
        else:
            properties = {"properties": {name: inner}} if inner else {}
            inner = {"required": [name], **properties}
    return inner


def wordings(schema: Mapping[str, Any]) -> dict[str, str]:
    """How each value of an enum is written for a reader: ``in_uitvoering`` -> "in uitvoering".

    Value lists are left out: their names are in ``ValueLists``.
    """
    words: dict[str, str] = {}
    for node in _mappings(schema):
        if isinstance(node.get("enum"), list) and "x-waardelijst" not in node:
            words |= zip(node["enum"], node.get("x-namen", ()), strict=False)
    return words
