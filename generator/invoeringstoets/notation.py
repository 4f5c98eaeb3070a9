"""How Dutch dates, amounts, numbers and parliamentary papers are written: the only place for it.

Values that are words already (``onbekend``, "medio 2025") pass through unchanged and nothing here
raises on an author's mistake. Spaces that may not break a line are U+00A0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Protocol

NBSP: Final = "\u00a0"
"""No-break space: keeps "€ 350" and "nr. 523" on one line."""

MINUS: Final = "\u2212"
"""The minus sign, which screen readers call by its name (a hyphen is often left out)."""

Number = int | float | str | None
"""A figure as the model holds it: a number, a word such as ``onbekend``, or absent."""

MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_DATE: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_QUARTER: Final = re.compile(r"(\d{4})[-\s]?[KkQq]([1-4])")
_ORDINALS: Final = ("eerste", "tweede", "derde", "vierde")

# --- dates ----------------------------------------------------------------------------------


def date(value: str | None) -> str:
    """A date in words: "12 maart 2024", "maart 2024", "2024"; anything else as it is."""
    match = _DATE.fullmatch(value or "")
    if not match:
        return value or ""
    year, month, day = match.groups()
    if not month:
        return year
    words = f"{MONTHS[int(month) - 1]}{NBSP}{year}"
    return f"{int(day)}{NBSP}{words}" if day else words


def quarter(value: str | None) -> str:
    """A quarter in words: ``2025-K2`` or ``2025-Q2`` is "tweede kwartaal van 2025"."""
    match = _QUARTER.fullmatch(value or "")
    if not match:
        return value or ""
    year, number_ = match.groups()
    return f"{_ORDINALS[int(number_) - 1]} kwartaal van{NBSP}{year}"


def months_between(start: str | None, end: str | None) -> int | None:
    """Whole months from ``start`` to ``end``; ``None`` when a month is not known.

    Days count only when both are given: 2021-01-01 to 2023-06 is 29, to 2024-03-12 is 38.
    """
    first, last = (_DATE.fullmatch(value or "") for value in (start, end))
    if not first or not last or not first[2] or not last[2]:
        return None
    whole = (int(last[1]) - int(first[1])) * 12 + int(last[2]) - int(first[2])
    if first[3] and last[3] and int(last[3]) < int(first[3]):
        whole -= 1
    return whole


# --- numbers --------------------------------------------------------------------------------


def number(value: Number, places: int | None = None) -> str:
    """A number with dots between thousands and a decimal comma: "4.000", "4,25".

    ``places`` rounds half up (4.25 to one place is "4,3"); without it every decimal is kept.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    exact = Decimal(str(value))
    if not exact.is_finite():
        return str(value)
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    elif exact == exact.to_integral_value():
        exact = exact.to_integral_value()
    whole, _, fraction = f"{abs(exact):f}".partition(".")
    text = f"{int(whole):,}".replace(",", ".") + (f",{fraction}" if fraction else "")
    return f"{MINUS}{text}" if exact < 0 else text


def euro(value: Number) -> str:
    """An amount in euros: "€ 350.000"; cents (rounded half up) only when there are any."""
    if value is None or isinstance(value, str):
        return value or ""
    whole = Decimal(str(value)) % 1 == 0
    return f"€{NBSP}{number(value, 0 if whole else 2)}"


def fte(value: Number) -> str:
    """A number of full-time equivalents: "0 fte", "−2,5 fte"."""
    if value is None or isinstance(value, str):
        return value or ""
    return f"{number(value)}{NBSP}fte"


def quantity(value: Number, unit: str | None = None) -> str:
    """A number with its unit: "4.000 ouders"; in euros "€ 4.000"."""
    if unit and unit.casefold() in {"euro", "eur", "€"}:
        return euro(value)
    text = number(value)
    if not unit or not text or isinstance(value, str):
        return text
    return f"{text}{NBSP}{unit}"


def counted(count: int, one: str, *, more: str) -> str:
    """A count with its noun: "1 maand", "38 maanden"."""
    return f"{number(count)}{NBSP}{one if count == 1 else more}"


# --- words ----------------------------------------------------------------------------------


def joined(items: Iterable[str]) -> str:
    """Items as a Dutch enumeration: "a", "a en b", "a, b en c"."""
    words = [item for item in items if item]
    if len(words) < 2:  # noqa: PLR2004 - one word needs no "en"
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def capitalised(text: str) -> str:
    """The text with a capital first letter; a leading "ij" becomes "IJ"."""
    if text[:2] == "ij":
        return "IJ" + text[2:]
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text with a small first letter, for use inside a sentence; "ICT-risico" stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: a capital at the start, a full stop at the end."""
    text = capitalised(text.strip())
    return text if not text or text.endswith((".", "!", "?", ":", "…")) else f"{text}."


# --- parliamentary papers and official publications -----------------------------------------

_DOSSIER: Final = re.compile(r"(\d{1,2})[ \u00a0\u202f.]?(\d{3})(?:[ \u00a0-]+([A-Z]{1,5}))?")
_SESSION: Final = re.compile(r"(\d{4})[-/]?(\d{2}|\d{4})")
_PUBLICATIONS: Final = "https://zoek.officielebekendmakingen.nl"
_CHAMBERS: Final = {"tk": "II", "ek": "I"}
_GAZETTES: Final = {"staatsblad": ("Stb.", "stb"), "staatscourant": ("Stcrt.", "stcrt")}


class Citable(Protocol):
    """What a source must tell to be cited; a ``Bron`` of the model does."""

    @property
    def soort(self) -> str:
        """The kind of source, as in the schema."""

    @property
    def titel(self) -> str:
        """The title."""

    @property
    def datum(self) -> str | None:
        """The date, as precise as it is known."""

    @property
    def dossier(self) -> str | None:
        """The parliamentary dossier."""

    @property
    def ondernummer(self) -> str | None:
        """The number within the dossier, session or year."""

    @property
    def vergaderjaar(self) -> str | None:
        """The parliamentary session."""

    @property
    def kamer(self) -> str | None:
        """``tk`` or ``ek``."""

    @property
    def url(self) -> str | None:
        """The address the author gave."""

    @property
    def bijlage_nr(self) -> str | None:
        """The number of an annex as officially published (``blg``)."""


def dossier(nummer: str, hoofdstuk: str | None = None) -> str:
    """A dossier number as printed: "31 322", "36 600 VI"; other text as it is."""
    match = _DOSSIER.fullmatch(nummer)
    if not match:
        return nummer
    chapter = hoofdstuk or match[3]
    return NBSP.join(filter(None, (match[1], match[2], chapter)))


def kamerstuk(nummer: str, ondernummer: str | None = None, *, hoofdstuk: str | None = None) -> str:
    """A paper as printed: "Kamerstuk 31 322, nr. 523"; letters (Eerste Kamer) without "nr."."""
    text = f"Kamerstuk{NBSP}{dossier(nummer, hoofdstuk)}"
    if not ondernummer:
        return text
    return f"{text}, nr.{NBSP}{ondernummer}" if ondernummer.isdigit() else f"{text}, {ondernummer}"


def kamerstuk_url(nummer: str, ondernummer: str | None, *, hoofdstuk: str | None = None) -> str:
    """The official address of a paper (``kst-31322-523``), or "" when it has no number yet."""
    match = _DOSSIER.fullmatch(nummer)
    if not match or not ondernummer:
        return ""
    parts = filter(None, (match[1] + match[2], hoofdstuk or match[3], ondernummer))
    return f"{_PUBLICATIONS}/kst-{'-'.join(parts)}.html"


def session(vergaderjaar: str | None) -> str:
    """A parliamentary session as printed: ``20222023`` or ``2022-2023`` is "2022/23"."""
    match = _SESSION.fullmatch(vergaderjaar or "")
    if not match:
        return vergaderjaar or ""
    last = match[2][-2:]
    return f"{match[1]}/{int(match[1]) + 1}" if last == "00" else f"{match[1]}/{last}"


def _session_id(vergaderjaar: str) -> str:
    first = vergaderjaar[:4]
    return f"{first}{int(first) + 1}" if _SESSION.fullmatch(vergaderjaar) else ""


def citation(bron: Citable) -> str:
    """How a source is cited by number, or "" when it has none.

    "Kamerstuk 31 322, nr. 523", "Aanhangsel Handelingen II 2022/23, nr. 3642", "Stb. 2025, 147".
    """
    if bron.soort == "kamervraag" and bron.vergaderjaar and bron.ondernummer:
        chamber = _CHAMBERS.get(bron.kamer or "tk", "II")
        year = session(bron.vergaderjaar)
        return f"Aanhangsel Handelingen {chamber} {year}, nr.{NBSP}{bron.ondernummer}"
    if bron.soort in _GAZETTES and bron.ondernummer and (bron.datum or "")[:4].isdigit():
        return f"{_GAZETTES[bron.soort][0]}{NBSP}{(bron.datum or '')[:4]}, {bron.ondernummer}"
    if bron.dossier:
        paper = kamerstuk(bron.dossier, bron.ondernummer)
        return f"bijlage bij {paper}" if bron.bijlage_nr else paper
    return ""


def source_url(bron: Citable) -> str:
    """Where a source can be read: the address the author gave, else the official one, else ""."""
    if bron.url:
        return bron.url
    number_ = bron.ondernummer or ""
    if bron.bijlage_nr:
        annex = bron.bijlage_nr.removeprefix("blg-")
        return f"{_PUBLICATIONS}/blg-{annex}"
    if bron.soort == "kamervraag" and bron.vergaderjaar and number_:
        chamber = bron.kamer or "tk"
        years = _session_id(bron.vergaderjaar)
        return f"{_PUBLICATIONS}/ah-{chamber}-{years}-{number_}.html" if years else ""
    if bron.soort in _GAZETTES and number_ and (bron.datum or "")[:4].isdigit():
        name = f"{_GAZETTES[bron.soort][1]}-{(bron.datum or '')[:4]}-{number_}"
        return f"{_PUBLICATIONS}/{name}.html"
    return kamerstuk_url(bron.dossier, number_) if bron.dossier else ""


def reference(bron: Citable) -> str:
    """A source in full: "Titel (Kamerstuk 31 322, nr. 523, 12 maart 2024)"."""
    dated = date(bron.datum) if bron.datum != "onbekend" else "datum onbekend"
    facts = ", ".join(filter(None, (citation(bron), dated)))
    return f"{bron.titel} ({facts})" if facts else bron.titel
