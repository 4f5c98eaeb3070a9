"""Who sends the letters over all toetsen, as the project's settings say.

The table ``[stand_van_zaken]`` of ``toets.toml`` has the keys of ``brief`` in a toets, and the
schema judges it in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from invoeringstoets import schema, structure
from invoeringstoets.diagnostic import Finding
from invoeringstoets.model import Brief


def read_letter(given: object) -> tuple[Brief, tuple[Finding, ...]]:
    """The letter as far as it is filled in, and what is wrong with it (then it is empty)."""
    data = _plain(given)
    composed = schema.compose(schema.LATEST, schema.shipped_value_lists())
    own = {**composed["$defs"]["Brief"], "$defs": composed["$defs"]}
    findings = schema.check(data, own)
    return (Brief(), findings) if findings else (structure.build_brief(data), ())


def _plain(value: object) -> Any:  # noqa: ANN401 - data of any shape
    """Data with dates as text, as the schema has them."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    return value
