"""Errors that are there only because of another error: on what a condition looked at.

A schema asks some things only if another key has a certain value, or is absent. Where that key is
misspelt, or its value is, the answer of the condition means nothing, and so does what it asks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from invoeringstoets.explain.error import Node, SchemaError, conditions
from invoeringstoets.route import Route


def depends(error: SchemaError, doubted: Collection[Route], *, schema: Node) -> bool:
    """Whether an error is there by a condition on a place that is in doubt itself."""
    return any(
        route / key in doubted
        for route, condition in conditions(error, schema)
        for key in _looked_at(condition)
    )


def _looked_at(condition: Node) -> Iterator[str]:
    """The keys that decide a condition, of the mapping that it is put to."""
    yield from condition.get("required", ())
    yield from condition.get("properties", {})
    for word in ("allOf", "anyOf", "oneOf"):
        for branch in condition.get(word, ()):
            yield from _looked_at(branch)
    if isinstance(condition.get("not"), Mapping):
        yield from _looked_at(condition["not"])
