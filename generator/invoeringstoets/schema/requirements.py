"""What must be filled in at which status: one table, read from ``verplicht.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from invoeringstoets import assets
from invoeringstoets.diagnostic import Finding, Severity
from invoeringstoets.explain.error import resolve
from invoeringstoets.record import record
from invoeringstoets.route import ROOT

_NEXT = {"concept": "vastgesteld"}
"""For which status the next one is kept in view with a hint."""


@record(frozen=True)
class Requirement:
    """Fields that must be there when the data are of a kind.

    A field is a dotted path; ``a[].b`` means in every item of ``a``, ``a|b`` one of both. ``when``
    holds the values of status, soort and volledigheid to which it applies; a key not in it, any.
    """

    fields: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]]

    def applies(self, data: Mapping[str, Any], known: Mapping[str, str]) -> bool:
        """Whether these fields are asked of data, absent values counted as their default."""
        return all(data.get(key, known.get(key)) in values for key, values in self.when.items())


@cache
def requirements(version: str) -> tuple[Requirement, ...]:
    """The requirements of a schema version, in the order of the table."""
    table = json.loads(assets.text(f"schema/{version}/verplicht.json"))
    return tuple(
        Requirement(
            tuple(entry["velden"]),
            {key: tuple(values) for key, values in entry["als"].items()},
        )
        for entry in table["regels"]
    )


def defaults(schema: Mapping[str, Any]) -> dict[str, str]:
    """The default values of the keys on the highest level of a schema, where they have one."""
    known = {}
    for key, node in schema["properties"].items():
        reference = str(node.get("$ref", "")).rpartition("/")[2]
        resolved = {**schema.get("$defs", {}).get(reference, {}), **node}
        if isinstance(resolved.get("default"), str):
            known[key] = resolved["default"]
    return known


@cache
def basis(version: str) -> Mapping[str, Any]:
    """The schema of a version as it is written, without value lists and requirements."""
    schema: Mapping[str, Any] = json.loads(assets.text(f"schema/{version}/basis.schema.json"))
    return schema


@cache
def _known(version: str) -> Mapping[str, str]:
    return defaults(basis(version))


@cache
def _order(field: str, version: str) -> tuple[int, ...]:
    """Where a field stands in the schema: the number of its key, and of each key it lies in."""
    node: Mapping[str, Any] = basis(version)
    numbers: list[int] = []
    for step in field.partition("|")[0].split("."):
        name = step.removesuffix("[]")
        properties = node.get("properties", {})
        numbers.append((*properties, name).index(name))
        node = resolve(properties.get(name, {}), basis(version))
        if name != step:
            node = resolve(node.get("items", {}), basis(version))
    return tuple(numbers)


def missing(data: object, status: str, *, version: str = "1") -> tuple[str, ...]:
    """The fields that data still need to have this status, in the order of the schema.

    Each is as the table writes it.
    """
    if not isinstance(data, dict):
        return ()
    then = {**data, "status": status}
    asked = [
        field
        for need in requirements(version)
        if need.applies(then, _known(version))
        for field in need.fields
    ]
    lacking = [
        field
        for field in dict.fromkeys(asked)
        if not _present(then, [path.split(".") for path in field.split("|")])
    ]
    return tuple(sorted(lacking, key=lambda field: _order(field, version)))


def _present(data: object, paths: list[list[str]]) -> bool:
    """Whether at least one of the paths leads to something; in a list, for each of its items."""
    if any(not path for path in paths):
        return data is not None
    if not isinstance(data, dict):
        return False
    steps = dict.fromkeys(path[0] for path in paths)
    return any(
        _step(data, step, rest=[path[1:] for path in paths if path[0] == step]) for step in steps
    )


def _step(data: Mapping[str, object], step: str, *, rest: list[list[str]]) -> bool:
    name = step.removesuffix("[]")
    if name == step:
        return name in data and _present(data[name], rest)
    items = data.get(name)
    return not isinstance(items, list) or all(_present(item, rest) for item in items)


def hint(data: object, version: str = "1") -> Finding | None:
    """T120: what a file still needs for its next status; ``None`` where there is nothing to say."""
    status = data.get("status") if isinstance(data, dict) else None
    following = _NEXT.get(status) if isinstance(status, str) else None
    fields = missing(data, following, version=version) if following else ()
    if not fields:
        return None
    words = ", ".join(field.replace("|", " of ").replace("[]", "") for field in fields)
    return Finding(
        "T120",
        ROOT / "status",
        f"nog nodig voor ‘{following}’: {words}",
        "dit hoeft nu nog niet; rapporten tonen ‘nog niet ingevuld’",
        severity=Severity.HINT,
    )
