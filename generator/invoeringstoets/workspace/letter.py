"""The letter over all toetsen, as the project's settings say: who sends it, and what they add.

The table ``[stand_van_zaken]`` of ``toets.toml`` has the keys of ``brief`` in a toets, and the
schema judges it in the same words. What only the letter about one toets can hold is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from invoeringstoets import schema, structure
from invoeringstoets.diagnostic import Finding
from invoeringstoets.model import Brief
from invoeringstoets.route import ROOT, Route
from invoeringstoets.workspace import faults
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.words import known_organisations, unknown_organisation

_AWAY = "haal deze sleutel weg"
_MADE = f"deze brief wordt steeds uit het register gemaakt; {_AWAY}"
_INSTRUMENT = f"de bijlage over het instrument staat in de brief bij één toets; {_AWAY}"
_OF_ONE_TOETS = {
    "tekst": _MADE,
    "origineel": _MADE,
    "instrumenttekst": _INSTRUMENT,
    "eigen_instrumenttekst": _INSTRUMENT,
    "paragrafen.conclusies": f"de uitkomsten en acties hebben hier vaste paragrafen; {_AWAY}",
    "voetnoten.bron": "bronnen staan in een toets; zet hier een link in ‘tekst’",
    "bijlagen.bron": f"bronnen staan in een toets; {_AWAY}",
    "bijlagen.vorm": f"deze brief drukt geen bijlage af; {_AWAY}",
    "moties_en_toezeggingen.bron": "bronnen staan in een toets; noem hier het ‘nummer’",
}
"""What a letter over all toetsen cannot hold, and what to do instead."""

_THE_SAME: tuple[object, ...] = (False, "authentiek", "standaard", "los")
"""Values of these keys that change nothing."""


def read_letter(given: object, project: Project) -> tuple[Brief, tuple[Finding, ...]]:
    """The letter as far as it is filled in, and what is wrong with it (then it is empty)."""
    data = _plain(given)
    composed = schema.compose(schema.LATEST, schema.shipped_value_lists())
    own = {**composed["$defs"]["Brief"], "$defs": composed["$defs"]}
    findings = tuple(_unfit(data)) or schema.check(data, own) or tuple(_unknown(data, project))
    return (Brief(), findings) if findings else (structure.build_brief(data), ())


def _unfit(data: object) -> Iterator[Finding]:
    """What makes sense in the letter about one toets, but not here."""
    for route, value in _values(data, ROOT):
        advice = _OF_ONE_TOETS.get(".".join(one for one in route.steps if isinstance(one, str)))
        if advice and value not in _THE_SAME:
            message = f"‘{route.steps[-1]}’ kan niet in een brief over alle toetsen"
            yield Finding(faults.BAD_SETTINGS, route, message, advice)


def _unknown(data: Mapping[str, Any], project: Project) -> Iterator[Finding]:
    """A sender that no value list of the project knows."""
    sender = data.get("afzender", {}).get("organisatie")
    objection = sender and unknown_organisation(sender, known_organisations(project))
    if objection:
        route = ROOT / "afzender" / "organisatie"
        yield Finding(faults.BAD_SETTINGS, route, *objection)


def _values(data: object, route: Route) -> Iterator[tuple[Route, object]]:
    parts: Any = data.items() if isinstance(data, Mapping) else ()
    if isinstance(data, list):
        parts = enumerate(data)
    for key, value in parts:
        yield route / key, value
        yield from _values(value, route / key)


def _plain(value: object) -> Any:  # noqa: ANN401 - data of any shape
    """Data with dates as text, as the schema has them."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    return value
