"""Run a schema over data: jsonschema-rs finds what is wrong, ``explain`` says it in Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import jsonschema_rs

from invoeringstoets import explain
from invoeringstoets.diagnostic import Finding
from invoeringstoets.explain.error import Node, SchemaError, resolve
from invoeringstoets.route import Route

MAX_ERRORS = 1000
"""So many faults are explained in one go; a file with more is not a toets."""


class _Identity:
    """A schema as a key: the same object is the same schema (schemas are never changed)."""

    def __init__(self, schema: Node) -> None:
        self.schema = schema

    def __hash__(self) -> int:
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.schema is self.schema


@lru_cache(maxsize=8)
def _compiled(key: _Identity) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(dict(key.schema))


def is_valid(data: object, schema: Node) -> bool:
    """Whether data are as the schema wants them."""
    return _compiled(_Identity(schema)).is_valid(data)


class Objections:
    """All that a schema has against data, which are gone through once whatever is asked."""

    def __init__(self, data: object, schema: Node) -> None:
        self._data, self._schema = data, schema
        sound = is_valid(data, schema)
        self._errors = () if sound else tuple(islice(_errors(data, schema), MAX_ERRORS))

    def findings(self) -> tuple[Finding, ...]:
        """The objections in plain Dutch; none means valid."""
        if not self._errors:
            return ()
        return explain.explain(self._errors, self._data, schema=self._schema)

    def places(self) -> frozenset[Route] | None:
        """The places of data objected to; ``None`` if they are too many to tell apart."""
        if not self._errors:
            return frozenset()
        if len(self._errors) == MAX_ERRORS:
            return None
        return explain.unsound_places(self._errors, self._data, schema=self._schema)


def check(data: object, schema: Node) -> tuple[Finding, ...]:
    """All that a schema has against data, in plain Dutch; empty means valid."""
    return Objections(data, schema).findings()


def _errors(data: object, schema: Node) -> Iterator[SchemaError]:
    """Each keyword that failed, as jsonschema-rs tells it, looked up in the data and the schema."""
    for error in _compiled(_Identity(schema)).iter_errors(data):
        holder, steps = _followed(error.evaluation_path, schema)
        path = tuple(error.instance_path)
        yield SchemaError(
            validator=str(steps[-1]),
            validator_value=holder[steps[-1]],
            instance=_at(path, data),
            schema=holder,
            path=path,
            schema_path=steps,
        )


def _followed(path: Sequence[str | int], schema: Node) -> tuple[Any, tuple[str | int, ...]]:
    """The node with the last step of a path through a schema, and the path without ``$ref``."""
    holder: Any = schema
    node: Any = schema
    steps: list[str | int] = []
    for step in path:
        holder = node
        if step == "$ref" and isinstance(node, Mapping):
            node = resolve({"$ref": node["$ref"]}, schema)
        else:
            node = node[step]
            steps.append(step)
    return holder, tuple(steps)


def _at(path: Sequence[str | int], data: object) -> object:
    value: Any = data
    for step in path:
        value = value[step]
    return value
