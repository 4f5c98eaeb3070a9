"""Which plain scalars are more than text."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,15})?\Z")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
"""The unquoted words that are more than text."""
_FIRST = frozenset("-0123456789tfn")


def typed(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar.

    ``true``, ``false``, ``null`` (or nothing), whole numbers without leading zero and decimals with
    a point are typed, numbers up to 18 digits before and 15 after it; all else is text, so
    ``0123``, ``1_000``, ``12:30``, ``nee`` and ``2026-13-45`` stay as they were written. So does
    ``4.000``: a Dutch author means four thousand, YAML reads four.
    """
    if text and text[0] not in _FIRST:
        return text
    if text in WORDS:
        return WORDS[text]
    match = _NUMBER.match(text)
    if match is None or _THOUSANDS.match(text):
        return text
    return float(text) if match[1] else int(text)
