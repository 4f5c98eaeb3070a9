"""A toets back as YAML, holding only what may be shown: the source that goes along with a PDF.

The text is made anew from the model, so that nothing of the original file (a comment, an internal
source, the beslisnota) can slip through.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass

from invoeringstoets.model import Toets
from invoeringstoets.syntax import write

NO_NOTE = "De beslisnota is geen deel van dit uittreksel."
"""What stands in place of a beslisnota, which a toets that was sent must say something of."""

_HEADER = (
    "# Gegevens van de toets {id}, uit een stuk dat hiermee is gemaakt.\n"
    "# Uittreksel: zonder opmerkingen{left_out}.\n"
)
_LACKING = (
    "# Waar iets verplicht is dat niet openbaar is, meldt ‘toets controleer’ dat het ontbreekt.\n"
)
_PUBLIC = ", de beslisnota, interne bronnen en gesprekken"


def extract(toets: Toets, *, internal: bool) -> str:
    """The YAML of a toets; ``internal`` says that it was not redacted, and changes nothing in it.

    Of a redacted toets the beslisnota is gone; where its status asks for one, the extract says so.
    """
    data = _record(toets)
    if not internal and toets.status == "aangeboden" and "beslisnota" not in data:
        data["beslisnota"] = {"geen": NO_NOTE}
    name = " ".join(toets.id.split())
    header = _HEADER.format(id=name, left_out="" if internal else _PUBLIC)
    return header + ("" if internal else _LACKING) + "\n" + write(data)


def _record(value: object) -> dict[str, object]:
    """A model value as data, without what stands at its default."""
    found: dict[str, object] = {}
    if not is_dataclass(value):
        return found
    for each in fields(value):
        inner = getattr(value, each.name)
        default = each.default_factory() if each.default_factory is not MISSING else each.default
        if inner is not None and (default is MISSING or inner != default):
            found[each.name] = _plain(inner)
    return found


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return _record(value) if is_dataclass(value) else value
