"""What of a public toets is not public: the beslisnota, internal sources and conversations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from typing import Any, Final

from invoeringstoets.model import Conflict, Grondslag, Toets
from invoeringstoets.model.bronnen import NOT_PUBLIC
from invoeringstoets.record import record
from invoeringstoets.rules.verwijzingen import GRONDSLAG, REFERENCES

LEFT_OUT = "[…]"
"""What stands in place of a passage."""

NOTE = "beslisnota"
"""The kind of document (``publicatie.woo_categorie[].document``) that no public output mentions."""

_BRON_FIELDS = frozenset((*REFERENCES["bronnen"], "acties[].grondslag[].ref"))
_GONE: Final = object()
_MIN_SIDES = 2


@record(frozen=True)
class Besides:
    """What else is left out of a version of a toets: ids of sources, and passages in its texts."""

    bronnen: frozenset[str] = frozenset()
    passages: tuple[str, ...] = ()


def redact(toets: Toets, besides: Besides | None = None) -> Toets:
    """A toets as the public may see it.

    Without ``beslisnota`` (and so without ``niet_openbaar``), without sources that are not public,
    and without any reference to either. What cannot be without its source goes with it: an
    announcement, a side of a conflict, a conflict of which fewer than two sides are left.
    """
    more = besides or Besides()
    hidden = more.bronnen.union(bron.id for bron in toets.bronnen if not bron.public)
    known = tuple(bron for bron in toets.bronnen if bron.id not in hidden)
    documents = tuple(one for one in toets.publicatie.woo_categorie if one.document != NOTE)
    publicatie = replace(toets.publicatie, woo_categorie=documents)
    public = replace(toets, beslisnota=None, bronnen=known, publicatie=publicatie)
    if toets.brief:
        annexes = tuple(one for one in toets.brief.bijlagen if one.soort not in NOT_PUBLIC)
        public = replace(public, brief=replace(toets.brief, bijlagen=annexes))
    stripped = _strip(public, "", hidden=_Hidden(hidden, _pattern(more.passages)))
    return stripped if isinstance(stripped, Toets) else public


def kept_back(toets: Toets) -> tuple[object, ...]:
    """What a toets keeps back of what earlier versions of it may have shown; ``()`` if nothing."""
    bronnen = tuple(bron for bron in toets.bronnen if not bron.public)
    passages = toets.beslisnota.niet_openbaar if toets.beslisnota else ()
    return (bronnen, passages) if bronnen or passages else ()


@record(frozen=True)
class _Hidden:
    """What may stand nowhere."""

    bronnen: frozenset[str]
    passages: re.Pattern[str] | None


def _pattern(passages: Iterable[str]) -> re.Pattern[str] | None:
    """Finds passages in a text, the longest first; each may run over line ends."""
    words = (one.split() for one in sorted(passages, key=len, reverse=True))
    found = "|".join(r"\s+".join(map(re.escape, each)) for each in words if each)
    return re.compile(found) if found else None


def _strip(value: object, place: str, *, hidden: _Hidden) -> object:
    """A value without references to hidden sources; ``_GONE`` if it cannot be without."""
    if isinstance(value, str):
        if place in _BRON_FIELDS:
            return _GONE if value in hidden.bronnen else value
        return hidden.passages.sub(LEFT_OUT, value) if hidden.passages else value
    if isinstance(value, tuple):
        items = (_strip(item, f"{place}[]", hidden=hidden) for item in value)
        return tuple(item for item in items if item is not _GONE)
    if isinstance(value, Mapping):
        return {key: _strip(item, f"{place}{{}}", hidden=hidden) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return value if _refers_elsewhere(value) else _strip_fields(value, place, hidden=hidden)
    return value


def _strip_fields(value: Any, place: str, *, hidden: _Hidden) -> object:  # noqa: ANN401 - any model class
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
