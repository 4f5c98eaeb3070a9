"""What the Wet open overheid asks to be said of a document: DiWoo metadata, as far as known.

DiWoo is the standard of the Dutch government for metadata of documents that are made public
(standaarden.overheid.nl/diwoo/metadata, version 0.9.8). Which information category a document has
is the decision of the ministry: without it there are no metadata, and a reader is told why.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from invoeringstoets import addresses
from invoeringstoets.model import Library, Toets, Verzending, Waarde
from invoeringstoets.model.mijlpalen import letter_date
from invoeringstoets.pages.data_paths import woo_metadata
from invoeringstoets.pages.page import Download, Surroundings
from invoeringstoets.pages.view import View
from invoeringstoets.phrasing import marked_title

TOOI: Final = "https://identifier.overheid.nl/tooi/"
CATEGORY: Final = f"{TOOI}def/thes/kern/"
"""Where the information categories of the Woo have their identifiers."""

SIGNED: Final = (f"{CATEGORY}c_e1ec050e", "ondertekening")
RECEIVED: Final = (f"{CATEGORY}c_dfcee535", "ontvangst")
"""What was done with a document: from the list ``ccw_plooi_documenthandelingen``."""

KINDS: Final = {
    "kamerbrief": (f"{CATEGORY}c_49599e6c", "Kamerbrief"),
    "rapport": (f"{CATEGORY}c_3300f29a", "rapport"),
}
"""The documents of a toets that the site offers and the Woo knows, with their kind of document."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KAMERS = ("tk", "ek")


@dataclass(frozen=True)
class WooDocument:
    """A document with everything that its metadata must have.

    ``path`` is that of its PDF on the site, ``stem`` how the name of that file begins. ``created``
    and ``handled`` are days (jjjj-mm-dd), ``handling`` and ``kind`` are an identifier with a label.
    One that is no ``candidate`` is not offered to the harvester of the government.
    """

    path: str
    stem: str
    title: str
    publisher: Waarde
    categories: tuple[Waarde, ...]
    kind: tuple[str, str]
    created: str
    handling: tuple[str, str]
    handled: str
    identifiers: tuple[str, ...] = ()
    description: str = ""
    candidate: bool = False


@dataclass(frozen=True)
class Refused:
    """A document of which there are no metadata, and why (Dutch, without full stop)."""

    document: str
    reason: str


def documents(
    toets: Toets, library: Library, *, downloads: Sequence[Download]
) -> Iterator[WooDocument | Refused]:
    """The documents of a toets on the site, each with its metadata or with why there are none."""
    for name in KINDS:
        found = [item for item in downloads if _is(item, toets, name=name)]
        if not found:
            continue
        reason = _unfit(toets, library, name=name)
        if reason:
            yield Refused(name, reason)
            continue
        for item in found:
            made = _document(toets, library, name=name, item=item)
            yield made or Refused(name, "de dag waarop de brief is verzonden staat er niet")


def told(view: View, toets: Toets, *, surroundings: Surroundings) -> Iterator[tuple[str, str, str]]:
    """For the page of a toets: a document, the address of its metadata, or why there are none."""
    downloads = (surroundings.downloads or {}).get(toets.id, ())
    named = {item.path: item.report for item in downloads}
    for one in documents(toets, surroundings.library, downloads=downloads):
        if isinstance(one, Refused):
            yield KINDS[one.document][1], "", one.reason
        else:
            yield named[one.path], view.link(woo_metadata(one.stem)), ""


def _is(item: Download, toets: Toets, *, name: str) -> bool:
    """Whether this is the PDF of a document: what the Woo calls a file is one file."""
    stem, suffix = posixpath.splitext(posixpath.basename(item.path))
    start = f"{toets.id}-{name}"
    return suffix == ".pdf" and (stem == start or stem.startswith(f"{start}-"))


def _unfit(toets: Toets, library: Library, *, name: str) -> str:
    """Why a document can have no metadata; ``""`` if it can."""
    if not _categories(toets, library, name=name):
        return "het ministerie heeft de informatiecategorie (Woo) nog niet bepaald"
    if _publisher(toets, library) is None:
        return "van geen van de betrokken ministeries is het TOOI-kenmerk bekend"
    if name == "kamerbrief" and toets.brief and toets.brief.tekst == "bewerking":
        return "de brieftekst is een bewerking; de metadata horen bij het origineel"
    return ""


def _categories(toets: Toets, library: Library, *, name: str) -> tuple[Waarde, ...]:
    known = library.value_lists.lists.get("woo_categorieen", {})
    chosen = (one.categorie for one in toets.publicatie.woo_categorie if one.document == name)
    found = (known.get(one) for one in chosen)
    return tuple(one for one in found if one and one.url.startswith(CATEGORY))


def _publisher(toets: Toets, library: Library) -> Waarde | None:
    """The first responsible ministry that TOOI knows."""
    everyone = library.value_lists.lists.get("organisaties", {})
    known = (everyone.get(one) for one in library.ministries(toets))
    return next((one for one in known if one and one.tooi.startswith(TOOI)), None)


def _document(toets: Toets, library: Library, *, name: str, item: Download) -> WooDocument | None:
    stem = posixpath.splitext(posixpath.basename(item.path))[0]
    sending = _sending(toets, stem)
    sent = sending.datum if sending and sending.datum else letter_date(toets)
    publisher = _publisher(toets, library)
    if publisher is None or not sent or not _DAY.fullmatch(sent):
        return None
    letter = name == "kamerbrief"
    return WooDocument(
        path=item.path,
        stem=stem,
        title=_title(toets, letter=letter),
        publisher=publisher,
        categories=_categories(toets, library, name=name),
        kind=KINDS[name],
        created=sent,
        handling=SIGNED if letter else RECEIVED,
        handled=sent,
        identifiers=_identifiers(toets, stem, sending=sending if letter else None),
        description=_described(toets),
        candidate=toets.publicatie.officieel and not toets.fictief,
    )


def _sending(toets: Toets, stem: str) -> Verzending | None:
    """The sending that a document is of: that to its Kamer, else the first."""
    sendings = toets.brief.verzendingen if toets.brief else ()
    kamer = next((one for one in _KAMERS if stem.endswith(f"-{one}")), "")
    own = (one for one in sendings if not kamer or one.kamer == kamer)
    return next(own, None)


def _title(toets: Toets, *, letter: bool) -> str:
    subject = toets.brief.betreft if letter and toets.brief else None
    return marked_title(subject or toets.titel, toets)


def _identifiers(toets: Toets, stem: str, *, sending: Verzending | None) -> tuple[str, ...]:
    """What the document is known by; an invented letter has no number of the Kamer."""
    found = [stem]
    if sending and not toets.fictief:
        kenmerk = sending.kenmerk or (toets.brief.kenmerk if toets.brief else None)
        first = sending.dossiers[0] if sending.dossiers else None
        address = (
            addresses.of_paper(
                first.nummer, sending.ondernummer, hoofdstuk=first.hoofdstuk, toets=toets
            )
            if first
            else ""
        )
        number = posixpath.basename(address).removesuffix(".html")
        found += filter(None, (kenmerk, number))
    return tuple(found)


def _described(toets: Toets) -> str:
    told = f"Hoort bij: {toets.titel} ({toets.regeling.citeertitel})."
    return f"Verzonnen voorbeeld. {told}" if toets.fictief else told
