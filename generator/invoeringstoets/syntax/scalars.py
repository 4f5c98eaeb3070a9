"""Which plain scalars are more than text."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,15})?\Z")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
_FIRST = frozenset("-0123456789tfn")


def typed(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar.

    ``true``, ``false``, ``null`` (or nothing), whole numbers without leading zero and decimals with
    a point are typed, numbers up to 18 digits before and 15 after it; all else is text, so
    ``0123``, ``1_000``, ``12:30``, ``nee`` and ``2026-13-45`` stay as they were written.
    """
    if text and text[0] not in _FIRST:
        return text
    if text in _WORDS:
        return _WORDS[text]
    match = _NUMBER.match(text)
    if match is None:
        return text
    return float(text) if match[1] else int(text)
