"""Which places of a file a schema objects to: what stands there says nothing for sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from invoeringstoets.explain.error import Node, SchemaError, resolve, route_of
from invoeringstoets.route import ROOT, Route


def unsound_places(
    errors: Iterable[SchemaError], data: object, *, schema: Node
) -> frozenset[Route]:
    """The routes of all values that are wrong, or missing, or that may stand under a wrong key.

    An unknown key may be meant for any key that is absent in its mapping; and, if it only stands
    at the wrong level, for the key of that name at the highest level or one level below it.
    """
    found: set[Route] = set()
    for error in errors:
        found.update(_places(error, data, schema=schema))
    return frozenset(found)


def _places(error: SchemaError, data: object, *, schema: Node) -> Iterator[Route]:
    route = route_of(error)
    if error.validator == "additionalProperties":
        yield from _meant(error, route)
        yield from _elsewhere(error, data, schema=schema)
    elif error.validator == "required":
        yield from (route / key for key in error.validator_value if key not in error.instance)
    else:
        keys = _named(error)
        yield from (route / key for key in keys) if keys else (route,)


def _meant(error: SchemaError, route: Route) -> Iterator[Route]:
    """The unknown keys themselves, and those of which one may be meant."""
    known = error.schema.get("properties", {})
    yield from (route / key for key in error.instance if key not in known)
    yield from (route / key for key in known if key not in error.instance)


def _elsewhere(error: SchemaError, data: object, *, schema: Node) -> Iterator[Route]:
    """Where keys that are unknown here do belong, as far as they are absent there."""
    if not isinstance(data, Mapping):
        return
    known = error.schema.get("properties", {})
    strange = [key for key in error.instance if key not in known]
    for name, node in schema["properties"].items():
        if name in strange and name not in data:
            yield ROOT / name
        owner = data.get(name, {})
        inside = resolve(node, schema).get("properties", {})
        yield from (
            ROOT / name / key
            for key in strange
            if key in inside and not (isinstance(owner, Mapping) and key in owner)
        )


def _named(error: SchemaError) -> list[str]:
    """The keys that ``anyOf``, ``oneOf`` or ``not`` speak of, however deep, in one mapping."""
    if error.validator == "not":
        branches = error.validator_value.get("anyOf", [error.validator_value])
    elif error.validator in {"anyOf", "oneOf"}:
        branches = error.validator_value
    else:
        return []
    return [key for branch in branches for key in branch.get("required", ())]
