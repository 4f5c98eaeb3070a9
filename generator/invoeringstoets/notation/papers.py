"""How parliamentary papers and official publications are cited, and where they are read."""

from __future__ import annotations

import re
from typing import Final, Protocol

from invoeringstoets.notation.dates import dated
from invoeringstoets.notation.spaces import NBSP

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
    facts = ", ".join(filter(None, (citation(bron), dated(bron.datum))))
    return f"{bron.titel} ({facts})" if facts else bron.titel
