"""Where the sources, the papers and the law of a toets are read.

A number that was invented may be that of something real. So an invented toets leads to no official
register: it has only the addresses that its author gave.
"""

from __future__ import annotations

from typing import Final

from invoeringstoets import notation
from invoeringstoets.model import Bron, Toets

_STATUTES: Final = "https://wetten.overheid.nl/"


def of_source(bron: Bron, toets: Toets) -> str:
    """The address that the author gave, else the official one; ``""`` if there is none."""
    return (bron.url or "") if toets.fictief else notation.source_url(bron)


def of_paper(
    nummer: str, ondernummer: str | None, *, toets: Toets, hoofdstuk: str | None = None
) -> str:
    """The official address of a paper in a dossier, or ``""``."""
    if toets.fictief:
        return ""
    return notation.kamerstuk_url(nummer, ondernummer, hoofdstuk=hoofdstuk)


def of_law(toets: Toets) -> str:
    """Where the text of the regulation that is in force stands, or ``""``."""
    bwb_id = toets.regeling.bwb_id
    return f"{_STATUTES}{bwb_id}" if bwb_id and not toets.fictief else ""
