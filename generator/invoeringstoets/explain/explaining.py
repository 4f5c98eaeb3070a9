"""All errors in a file together, as an author has to know them."""

from __future__ import annotations

from collections.abc import Iterable

from invoeringstoets.diagnostic import Finding
from invoeringstoets.explain.depending import depends
from invoeringstoets.explain.error import Node, SchemaError, conditions
from invoeringstoets.explain.keys import concerns_keys, key_findings
from invoeringstoets.explain.unsound import unsound_places
from invoeringstoets.explain.values import value_findings


def explain(errors: Iterable[SchemaError], data: object, *, schema: Node) -> tuple[Finding, ...]:
    """What an author has to know of all errors in a file together.

    A misspelt key and the missing key it causes are one finding; of several errors on one value
    only the first to solve is told.
    """
    known = _certain(list(errors), data, schema=schema)
    on_keys = [error for error in known if concerns_keys(error)]
    on_values = [error for error in known if not concerns_keys(error)]
    found = (*key_findings(on_keys, data, schema=schema), *value_findings(on_values))
    return tuple(dict.fromkeys(found))


def _certain(errors: list[SchemaError], data: object, *, schema: Node) -> list[SchemaError]:
    """The errors that do not depend on a place to which another one objects."""
    firm = [error for error in errors if not any(True for _ in conditions(error, schema))]
    doubted = unsound_places(firm, data, schema=schema)
    return [error for error in errors if not depends(error, doubted, schema=schema)]
