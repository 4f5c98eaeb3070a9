"""The toetsen as JSON: each on its own, all together, and the lists that their values come from.

Made of the redacted library only, and in the public build only: an internal site has no open data.
The form is that of ``data_schema``; it does not change with the Python version or the day, so that
equal toetsen are equal bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, Final

from invoeringstoets.exports import data_schema
from invoeringstoets.model import Toets, ValueLists
from invoeringstoets.pages import Asset, Each, Surroundings
from invoeringstoets.pages import data_paths as paths
from invoeringstoets.pages.view import toets_path

NOTICE = (
    "Dit is geen officieel register en het is niet volledig. De officiële stukken staan bij de"
    " Tweede en de Eerste Kamer en op officielebekendmakingen.nl."
)
"""What every file says of itself."""

FICTIONAL = "Deze toets is een verzonnen voorbeeld."
"""What the file of a fictional toets says besides."""


@Each
def toets(toets: Toets, surroundings: Surroundings) -> Iterator[Asset]:
    """The data of a toets, and at each of its earlier ids where they are now."""
    if surroundings.library.internal:
        return
    whole = {
        **_head(surroundings, "toets", schema_path="../toetsen.schema.json"),
        **({"fictief": FICTIONAL} if toets.fictief else {}),
        "pagina": toets_path(toets),
        **_changed(toets, surroundings),
        "toets": plain(toets),
    }
    yield Asset(paths.toets_data(toets.id), _written(whole))
    for earlier in toets.vorige_ids:
        moved = {
            **_head(surroundings, "verplaatst", schema_path="../toetsen.schema.json"),
            "id": earlier,
            "naar": toets.id,
            "gegevens": f"{toets.id}.json",
        }
        yield Asset(paths.toets_data(earlier), _written(moved))


def collection(surroundings: Surroundings) -> Iterator[Asset]:
    """All toetsen together; ``stand_op`` is the day that says what is late."""
    library = surroundings.library
    if library.internal:
        return
    whole = {
        **_head(surroundings, "toetsen", schema_path="toetsen.schema.json"),
        **({"stand_op": library.reference_date} if library.reference_date else {}),
        "aantal": len(library.toetsen),
        "toetsen": [plain(toets) for toets in library.toetsen],
    }
    yield Asset(paths.ALL, _written(whole))


def value_lists(surroundings: Surroundings) -> Iterator[Asset]:
    """What the ids in the data stand for: the value lists, and the words of other values."""
    library = surroundings.library
    if library.internal:
        return
    whole = {
        **_head(surroundings, "waardelijsten", schema_path="toetsen.schema.json"),
        "waardelijsten": _lists(library.value_lists),
        "woorden": dict(sorted((str(key), word) for key, word in library.wordings.items())),
    }
    yield Asset(paths.VALUE_LISTS, _written(whole))


def schema(surroundings: Surroundings) -> Iterator[Asset]:
    """The JSON Schema that all of these files keep to."""
    if surroundings.library.internal:
        return
    composed = data_schema.public(surroundings.schema)
    yield Asset(paths.SCHEMA, json.dumps(composed, ensure_ascii=False, indent=1).encode() + b"\n")


def plain(value: object) -> object:
    """A value of the model as JSON has it: in the order of the schema, without what is absent.

    A list that was not filled in is left out like any other absent value; an empty list that says
    something (no outcome was named) stays.
    """
    kind: Any = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is tuple:
        return [plain(item) for item in value]  # type: ignore[attr-defined]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return {
        key: inner if type(inner) in _AS_IT_IS else plain(inner)
        for key, silent in _shape(kind)
        if (inner := getattr(value, key)) is not None and (inner or not silent)
    }


_AS_IT_IS: Final = frozenset({str, int, float, bool, type(None)})
"""The kinds of values that JSON has too."""


@cache
def _shape(kind: Any) -> tuple[tuple[str, bool], ...]:  # noqa: ANN401 - a class of the model
    """The fields of a model class, and of each whether empty means the same as absent."""
    return tuple(
        (each.name, each.default == () or each.default_factory is not MISSING)
        for each in fields(kind)
    )


def _head(surroundings: Surroundings, contents: str, *, schema_path: str) -> dict[str, object]:
    """What every file begins with."""
    publisher = surroundings.publisher
    return {
        "$schema": schema_path,
        "inhoud": contents,
        "gegevensversie": paths.DATA_VERSION,
        "officieel": False,
        "melding": NOTICE,
        **({"uitgever": publisher.name} if publisher.name else {}),
        **({"licentie": publisher.licence} if publisher.licence else {}),
        **({"site": surroundings.site_url} if surroundings.site_url else {}),
    }


def _changed(toets: Toets, surroundings: Surroundings) -> dict[str, str]:
    """When something that readers see last changed, as far as git tells."""
    revisions = surroundings.history.by_toets.get(toets.id, ())
    return {"gewijzigd": revisions[0].moment} if revisions else {}


def _lists(known: ValueLists) -> dict[str, object]:
    return {
        name: [
            {key: value for key, value in vars(entry).items() if value}
            for entry in known.lists[name].values()
        ]
        for name in sorted(known.lists)
    }


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
