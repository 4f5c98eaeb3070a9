"""What the publisher says of accessibility: the table ``[toegankelijkheid]`` of the settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from invoeringstoets.publisher import Conformity, Statement
from invoeringstoets.workspace.publishing import Objection

TABLE = "toegankelijkheid"
"""The name of the table."""

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_LIST = "uitzonderingen"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class _Key(NamedTuple):
    """How a setting must look: its place in the statement, a test, what it is, an example."""

    name: str
    fits: Callable[[str], bool]
    kind: str
    example: str


_DAY = "een datum (jjjj-mm-dd)"
_KEYS: Mapping[str, _Key] = {
    "status": _Key(
        "conformity",
        lambda text: text in set(Conformity),
        f"een van {', '.join(Conformity)}",
        'status = "gedeeltelijk"',
    ),
    "organisatie": _Key(
        "organisation", bool, "een naam", 'organisatie = "Ministerie van Voorbeeld"'
    ),
    "contact": _Key(
        "contact",
        lambda text: bool(_MAIL.fullmatch(text)) or text.startswith("https://"),
        "een e-mailadres of een adres dat met https:// begint",
        'contact = "toegankelijkheid@voorbeeld.nl"',
    ),
    "onderzocht_op": _Key("researched", _is_day, _DAY, 'onderzocht_op = "2026-03-01"'),
    "onderzocht_door": _Key("researcher", bool, "een naam", 'onderzocht_door = "Bureau Voorbeeld"'),
    "methode": _Key("method", bool, "een tekst", 'methode = "WCAG-EM"'),
    "rapport": _Key(
        "report",
        lambda text: text.startswith("https://"),
        "een adres dat met https:// begint",
        'rapport = "https://voorbeeld.nl/rapport.pdf"',
    ),
    "bijgewerkt_op": _Key("updated", _is_day, _DAY, 'bijgewerkt_op = "2026-03-15"'),
}
_LIST_EXAMPLE = f'{_LIST} = ["Een zin per uitzondering."]'


def read_statement(given: object) -> tuple[Statement, tuple[Objection, ...]]:
    """The statement as far as the table is sound, and what is wrong with the rest."""
    if not isinstance(given, Mapping):
        help_ = f'schrijf [{TABLE}] op een eigen regel en daaronder organisatie = "…"'
        message = f"instelling ‘{TABLE}’ hoort een groep te zijn"
        return Statement(), (Objection(message, help_, (TABLE,)),)
    wrong = tuple(_objections(given))
    refused = {one.words[-1] for one in wrong}
    texts = {
        _KEYS[key].name: _text(value)
        for key, value in given.items()
        if key in _KEYS and key not in refused
    }
    status = texts.pop("conformity", "")
    exceptions = () if _LIST in refused else tuple(given.get(_LIST, ()))
    return (
        Statement(
            conformity=Conformity(status) if status else None, exceptions=exceptions, **texts
        ),
        wrong,
    )


def _text(value: object) -> str:
    """A setting as text; a date may stand there without quotes."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _objections(given: Mapping[str, object]) -> Iterator[Objection]:
    for key, value in given.items():
        words = (TABLE, key)
        wanted = _KEYS.get(key)
        if key == _LIST:
            if not _is_list(value):
                message = f"instelling ‘{key}’ hoort een lijst van zinnen te zijn"
                yield Objection(message, f"schrijf {_LIST_EXAMPLE}", words)
        elif wanted is None:
            known = (*_KEYS, _LIST)
            close = get_close_matches(key, known, n=1)
            advice = f"bedoelde u ‘{close[0]}’?" if close else f"kies uit: {', '.join(known)}"
            yield Objection(f"onbekende instelling ‘{key}’ onder [{TABLE}]", advice, words)
        elif not _is_sound(value, wanted):
            message = f"instelling ‘{key}’ hoort {wanted.kind} te zijn"
            yield Objection(message, f"schrijf {wanted.example}", words)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _is_sound(value: object, wanted: _Key) -> bool:
    """Whether a setting is a text of the right kind."""
    text = _text(value) if isinstance(value, str | date) else ""
    return bool(text.strip()) and wanted.fits(text)
