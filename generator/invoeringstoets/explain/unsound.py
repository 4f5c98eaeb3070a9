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
    at the wrong level, for the key of that name in a mapping around it or next to it.
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
    """Where keys that are unknown here do belong, as far as they are absent there.

    That is in one of the mappings around it, or in one directly inside those.
    """
    known = error.schema.get("properties", {})
    strange = frozenset(key for key in error.instance if key not in known)
    node, route, value = schema, ROOT, data
    for step in (*error.path, None):
        for where, inner, owner in _around(node, route, value=value, schema=schema):
            properties = inner.get("properties", {})
            present = owner if isinstance(owner, Mapping) else ()
            yield from (where / key for key in strange if key in properties and key not in present)
        if step is not None:
            node, route = _inside(node, step, schema=schema), route / step
            value = value[step]  # type: ignore[index]  # errors lie in containers


def _around(
    node: Node, route: Route, *, value: object, schema: Node
) -> Iterator[tuple[Route, Node, object]]:
    """A mapping and those directly in it, there or not: the route, the schema, the value."""
    yield route, node, value
    present = value if isinstance(value, Mapping) else {}
    for name in node.get("properties", {}):
        yield route / name, _inside(node, name, schema=schema), present.get(name)


def _inside(node: Node, step: str | int, *, schema: Node) -> Node:
    """What a schema says of what lies one step into a value."""
    inner = node.get("items", {}) if isinstance(step, int) else node.get("properties", {}).get(step)
    return resolve(inner or {}, schema)


def _named(error: SchemaError) -> list[str]:
    """The keys that ``anyOf``, ``oneOf`` or ``not`` speak of, however deep, in one mapping."""
    if error.validator == "not":
        branches = error.validator_value.get("anyOf", [error.validator_value])
    elif error.validator in {"anyOf", "oneOf"}:
        branches = error.validator_value
    else:
        return []
    return [key for branch in branches for key in branch.get("required", ())]
