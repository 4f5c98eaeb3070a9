"""Run a schema over data: jsonschema-rs decides, jsonschema explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

import jsonschema_rs

from invoeringstoets import explain
from invoeringstoets.diagnostic import Finding
from invoeringstoets.explain.error import Node, SchemaError
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


@lru_cache(maxsize=8)
def _reference(key: _Identity) -> Any:  # noqa: ANN401 -- jsonschema's types stay in here
    from jsonschema import Draft202012Validator  # noqa: PLC0415 -- 67 ms, only if needed
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415
    from jsonschema.validators import extend  # noqa: PLC0415

    def pattern(_: object, wanted: str, instance: object, __: object) -> Iterator[ValidationError]:
        """ECMA-262, unlike Python, lets ``$`` match at the very end only."""
        exact = re.sub(r"(?<!\\)\$", r"\\Z", wanted)
        if isinstance(instance, str) and not re.search(exact, instance):
            yield ValidationError("pattern")

    strict = extend(Draft202012Validator, {"pattern": pattern})  # type: ignore[no-untyped-call]
    return strict(key.schema)


def is_valid(data: object, schema: Node) -> bool:
    """Whether data are as the schema wants them."""
    return _compiled(_Identity(schema)).is_valid(data)


class Objections:
    """All that a schema has against data, which are gone through once whatever is asked."""

    def __init__(self, data: object, schema: Node) -> None:
        self._data, self._schema = data, schema
        self._errors = None if is_valid(data, schema) else _errors(data, schema)

    def findings(self) -> tuple[Finding, ...]:
        """The objections in plain Dutch; none means valid."""
        if self._errors is None:
            return ()
        findings = explain.explain(self._errors, self._data, schema=self._schema)
        return findings or tuple(_unexplained(self._data, self._schema))

    def places(self) -> frozenset[Route] | None:
        """The places of data objected to; ``None`` if they are too many to tell apart."""
        if self._errors is None:
            return frozenset()
        if not 0 < len(self._errors) < MAX_ERRORS:
            return None
        return explain.unsound_places(self._errors, self._data, schema=self._schema)


def check(data: object, schema: Node) -> tuple[Finding, ...]:
    """All that a schema has against data, in plain Dutch; empty means valid."""
    return Objections(data, schema).findings()


def _errors(data: object, schema: Node) -> list[SchemaError]:
    return list(islice(_reference(_Identity(schema)).iter_errors(data), MAX_ERRORS))


def _unexplained(data: object, schema: Node) -> Iterator[Finding]:
    """Findings for what only jsonschema-rs objects to; there should be none."""
    for error in _compiled(_Identity(schema)).iter_errors(data):
        route = Route(tuple(error.instance_path))
        yield Finding("T119", route, f"‘{route}’ voldoet niet aan het schema")
