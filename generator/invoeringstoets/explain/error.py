"""What is known of an objection of a schema to data, and what the schema says around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from invoeringstoets.record import record
from invoeringstoets.route import Route

Node = Mapping[str, Any]
"""A (part of a) JSON Schema."""

_SHOWN = 60
"""How many characters of a value are quoted in a message."""


@record(frozen=True)
class SchemaError:
    """One failed keyword: where in the data, and where in the schema.

    ``validator`` is the keyword that failed and ``validator_value`` what the schema has under it;
    ``schema`` is the part of the schema that holds the keyword and ``instance`` the value that
    failed. ``path`` leads from the root of the data to the value, ``schema_path`` from the root of
    the schema to the keyword, ``$ref`` left out.
    """

    validator: str
    validator_value: Any
    instance: Any
    schema: Node
    path: tuple[str | int, ...]
    schema_path: tuple[str | int, ...]


def route_of(error: SchemaError) -> Route:
    """Where the failed value is."""
    return Route(error.path)


def resolve(node: Node, schema: Node) -> Node:
    """A node with what its local ``$ref`` points at filled in; its own words go first."""
    reference = node.get("$ref", "")
    if not reference.startswith("#/"):
        return node
    target: Any = schema
    for step in reference[2:].split("/"):
        target = target[step]
    return {**resolve(target, schema), **{k: v for k, v in node.items() if k != "$ref"}}


def way(error: SchemaError, schema: Node) -> tuple[Node, ...]:
    """The mappings of the schema that one passes on the way from its root to the keyword."""
    passed: list[Node] = []
    node: Any = schema
    for step in error.schema_path:
        if isinstance(node, Mapping):
            node = node if step in node else resolve(node, schema)
            passed.append(node)
        node = node[step]
    return tuple(passed)


def conditions(error: SchemaError, schema: Node) -> Iterator[tuple[Route, Node]]:
    """Each ``if`` on which an error depends, with the place of the mapping that it looks at.

    Of the steps through a schema only ``properties`` and ``items`` go a step into the data.
    """
    steps, depth, inward = error.path, 0, False
    node: Any = schema
    for step in error.schema_path:
        if isinstance(node, Mapping):
            node = node if step in node else resolve(node, schema)
            if step in {"then", "else"} and not inward:
                yield Route(steps[:depth]), node["if"]
        depth += inward or step == "items"
        inward = step == "properties" and not inward
        node = node[step]


def field(path: str, schema: Node) -> Node:
    """What the schema says of a dotted path (``a.b``, ``a[].b``); nothing if it has no such."""
    node = schema
    for step in path.split("."):
        name = step.removesuffix("[]")
        node = resolve(node.get("properties", {}).get(name, {}), schema)
        if name != step:
            node = resolve(node.get("items", {}), schema)
    return node


def purpose(node: Node) -> str:
    """What a field is for, in one Dutch sentence; empty if the schema does not say."""
    text = node.get("x-uitleg") or node.get("description") or ""
    return text if isinstance(text, str) else ""


def shown(value: object) -> str:
    """A value as it can be quoted in a message: on one line, cut if long."""
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def label(route: Route) -> str:
    """How a value is called in a message: by its key, or by its place in a list."""
    if not route.steps:
        return "het bestand"
    step = route.steps[-1]
    if isinstance(step, str):
        return f"‘{shown(step)}’"
    return f"onderdeel {step + 1} van {label(route.parent)}"


def listed(words: Sequence[str], last: str = "en") -> str:
    """Words with typographic quotes as a Dutch enumeration: ‘a’, ‘b’ en ‘c’."""
    quoted = [f"‘{shown(word)}’" for word in words]
    if len(quoted) == 1:
        return quoted[0]
    return f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"
