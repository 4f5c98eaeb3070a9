"""Who publishes the collection, as the table ``[uitgever]`` of the project's settings says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from invoeringstoets.publisher import LICENCES, Publisher

TABLE = "uitgever"
"""The name of the table."""

_TOOI = "https://identifier.overheid.nl/tooi/id/"
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class Objection(NamedTuple):
    """What is wrong with a setting, what to do, and the words that lead to it."""

    message: str
    help: str
    words: tuple[str, ...]


class _Key(NamedTuple):
    """How a setting must look: a test of its text, what it is called, and an example."""

    fits: Callable[[str], bool]
    kind: str
    example: str


_KEYS: Mapping[str, _Key] = {
    "naam": _Key(bool, "een naam", 'naam = "Ministerie van Voorbeeld"'),
    "tooi": _Key(
        lambda text: text.startswith(_TOOI),
        f"een adres dat met {_TOOI} begint",
        f'tooi = "{_TOOI}ministerie/mnre1073"',
    ),
    "contact": _Key(
        lambda text: bool(_MAIL.fullmatch(text)) or text.startswith("https://"),
        "een e-mailadres of een adres dat met https:// begint",
        'contact = "opendata@voorbeeld.nl"',
    ),
    "licentie": _Key(
        lambda text: text in LICENCES or text.startswith("https://"),
        f"{', '.join(LICENCES)} of een adres dat met https:// begint",
        'licentie = "CC0-1.0"',
    ),
}


def read_publisher(given: object) -> tuple[Publisher, tuple[Objection, ...]]:
    """The publisher as far as the table is sound, and what is wrong with the rest."""
    if not isinstance(given, Mapping):
        help_ = 'schrijf [uitgever] op een eigen regel en daaronder naam = "…"'
        return Publisher(), (
            Objection("instelling ‘uitgever’ hoort een groep te zijn", help_, (TABLE,)),
        )
    wrong = tuple(_objections(given))
    refused = {one.words[-1] for one in wrong}
    good = {key: str(value) for key, value in given.items() if key not in refused}
    return (
        Publisher(
            name=good.get("naam", ""),
            tooi=good.get("tooi", ""),
            contact=good.get("contact", ""),
            licence=good.get("licentie", ""),
        ),
        wrong,
    )


def _objections(given: Mapping[str, object]) -> Iterator[Objection]:
    for key, value in given.items():
        words = (TABLE, key)
        wanted = _KEYS.get(key)
        if wanted is None:
            close = get_close_matches(key, _KEYS, n=1)
            advice = f"bedoelde u ‘{close[0]}’?" if close else f"kies uit: {', '.join(_KEYS)}"
            yield Objection(f"onbekende instelling ‘{key}’ onder [uitgever]", advice, words)
        elif not isinstance(value, str) or not value.strip():
            message = f"instelling ‘{key}’ hoort een tekst te zijn"
            yield Objection(message, f"schrijf {wanted.example}", words)
        elif not wanted.fits(value):
            message = f"instelling ‘{key}’ hoort {wanted.kind} te zijn"
            yield Objection(message, f"schrijf {wanted.example}", words)
