"""What of a public toets is not public: the beslisnota, and every internal source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from typing import Any, Final

from invoeringstoets.model import Conflict, Grondslag, Toets
from invoeringstoets.rules.verwijzingen import GRONDSLAG, REFERENCES

INTERNAL = "intern"
"""The kind of source (``bronnen[].soort``) that no public output may mention."""

_BRON_FIELDS = frozenset((*REFERENCES["bronnen"], "acties[].grondslag[].ref"))
_GONE: Final = object()
_MIN_SIDES = 2


def redact(toets: Toets) -> Toets:
    """A toets as the public may see it.

    Without ``beslisnota`` (and so without ``niet_openbaar``), without sources of kind ``intern``
    and without any reference to them. What cannot be without its source goes with it: an
    announcement, a side of a conflict, a conflict of which fewer than two sides are left.
    """
    hidden = frozenset(bron.id for bron in toets.bronnen if bron.soort == INTERNAL)
    known = tuple(bron for bron in toets.bronnen if bron.soort != INTERNAL)
    public = replace(toets, beslisnota=None, bronnen=known)
    stripped = _strip(public, "", hidden=hidden)
    return stripped if isinstance(stripped, Toets) else public


def _strip(value: object, place: str, *, hidden: frozenset[str]) -> object:
    """A value without references to hidden sources; ``_GONE`` if it cannot be without."""
    if isinstance(value, str):
        return _GONE if value in hidden and place in _BRON_FIELDS else value
    if isinstance(value, tuple):
        items = (_strip(item, f"{place}[]", hidden=hidden) for item in value)
        return tuple(item for item in items if item is not _GONE)
    if isinstance(value, Mapping):
        return {key: _strip(item, f"{place}{{}}", hidden=hidden) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return value if _refers_elsewhere(value) else _strip_fields(value, place, hidden=hidden)
    return value


def _strip_fields(value: Any, place: str, *, hidden: frozenset[str]) -> object:  # noqa: ANN401 - any model class
    """A model value of which each field has been stripped."""
    changes: dict[str, object] = {}
    for field in fields(value):
        inner = f"{place}.{field.name}" if place else field.name
        before = getattr(value, field.name)
        after = _strip(before, inner, hidden=hidden)
        if after is _GONE and _is_required(field):
            return _GONE
        if after != before:
            changes[field.name] = None if after is _GONE else after
    stripped = replace(value, **changes) if changes else value
    alone = isinstance(stripped, Conflict) and len(stripped.waarden) < _MIN_SIDES
    return _GONE if alone else stripped


def _is_required(field: Field[Any]) -> bool:
    """Whether a field of the model must have a value."""
    return field.default is MISSING and field.default_factory is MISSING


def _refers_elsewhere(value: object) -> bool:
    """Whether this is the ground of an action that names something else than a source."""
    return isinstance(value, Grondslag) and GRONDSLAG.get(value.soort) != "bronnen"
