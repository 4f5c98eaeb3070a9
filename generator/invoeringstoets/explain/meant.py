"""What a value was meant to be, where that is certain: dates and numbers in another notation.

Dutch dates name the day first (Taalunie, taaladvies.net: "12-03-2024"); with slashes an English
month may come first, so those count only where the day cannot be a month.
"""

from __future__ import annotations

import re
from datetime import date

from invoeringstoets.notation.dates import MONTHS

_NAMES = {
    **{name[:3]: number for number, name in enumerate(MONTHS, start=1)},
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    "mrt": 3,
    "sept": 9,
}
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<d>\d{1,2})(?P<s>[-.])(?P<m>\d{1,2})(?P=s)(?P<j>\d{4})",
        r"(?P<d>\d{1,2})(?P<s>/)(?P<m>\d{1,2})/(?P<j>\d{4})",
        r"(?P<j>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})",
        r"(?P<j>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<d>\d{1,2})[ -](?P<m>[a-z]{3,})\.?[ -](?P<j>\d{4})",
        r"(?P<m>[a-z]{3,})\.?[ -](?P<j>\d{4})",
        r"(?P<m>\d{1,2})-(?P<j>\d{4})",
        r"(?P<j>\d{4})-(?P<m>\d{1,2})",
    )
)
_LAST_MONTH = 12
_DASH = re.compile("[\u2010-\u2015\u2212]")
_ISO_DAY = re.compile(r"\d{4}-(\d{2})(?:-(\d{2}))?")
THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+")
"""A whole number with a point at each thousand, as Dutch has it."""


def iso_date(text: str) -> str | None:
    """A date as ``jjjj-mm-dd`` or ``jjjj-mm``; ``None`` for what is no date or more than one."""
    words = " ".join(_DASH.sub("-", text.replace("\u00a0", " ").lower()).split())
    found = next((match for form in _FORMS if (match := form.fullmatch(words))), None)
    return None if found is None else _iso(found.groupdict(), words)


def _iso(parts: dict[str, str | None], words: str) -> str | None:
    named = parts["m"] or ""
    month = int(named) if named.isdecimal() else _NAMES.get(named, 0)
    year, day = int(parts["j"] or 0), parts.get("d")
    either = "/" in words and words.endswith(str(parts["j"]))
    if either and int(day or 0) <= _LAST_MONTH and int(day or 0) != month:
        return None
    try:
        found = date(year, month, int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]


def no_such_day(text: str) -> str:
    """Why ``2026-13-45`` is no date although it has the form of one (Dutch); else empty."""
    found = _ISO_DAY.fullmatch(text)
    if found is None:
        return ""
    if not 1 <= int(found[1]) <= _LAST_MONTH:
        return f"een maand {found[1]} bestaat niet; de maanden zijn 01 tot en met 12"
    return f"een dag {found[2]} bestaat niet; eerst komt het jaar, dan de maand, dan de dag"


def whole_number(text: str) -> int | None:
    """The number of ``4.000``; ``None`` for what has no points at the thousands."""
    return int(text.replace(".", "")) if THOUSANDS.fullmatch(text) else None
