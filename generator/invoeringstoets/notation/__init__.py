"""How Dutch dates, amounts, numbers and parliamentary papers are written: the only place for it.

Values that are words already (``onbekend``, "medio 2025") pass through unchanged and nothing here
raises on an author's mistake. Spaces that may not break a line are U+00A0.
"""

from __future__ import annotations

from invoeringstoets.notation.dates import (
    MONTHS,
    UNKNOWN_DATE,
    date,
    dated,
    first_day,
    moment,
    quarter,
)
from invoeringstoets.notation.numbers import MINUS, Number, counted, euro, fte, number, quantity
from invoeringstoets.notation.papers import (
    Citable,
    citation,
    dossier,
    kamerstuk,
    kamerstuk_url,
    reference,
    session,
    source_url,
)
from invoeringstoets.notation.spaces import NBSP
from invoeringstoets.notation.words import bare, because, capitalised, joined, lowered, sentence

__all__ = [
    "MINUS",
    "MONTHS",
    "NBSP",
    "UNKNOWN_DATE",
    "Citable",
    "Number",
    "bare",
    "because",
    "capitalised",
    "citation",
    "counted",
    "date",
    "dated",
    "dossier",
    "euro",
    "first_day",
    "fte",
    "joined",
    "kamerstuk",
    "kamerstuk_url",
    "lowered",
    "moment",
    "number",
    "quantity",
    "quarter",
    "reference",
    "sentence",
    "session",
    "source_url",
]
