"""The note with which a minister is asked to decide; internal, and in no public output.

When passages may not be published (``niet_openbaar``, with the ground in the Wet open overheid),
there is a second document: a proposal for the public version, with each passage replaced by its
ground. It is only made when every passage is found word for word, and none is left in another form.
Officials are named by role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from invoeringstoets.document import Block, Blocks, Cover, Document, Notice
from invoeringstoets.model import Beslisnota, Library, NietOpenbaar, Optie, Toets
from invoeringstoets.notation import bare, capitalised, counted, joined
from invoeringstoets.phrasing import MISSING
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.closing import office
from invoeringstoets.reports.letter.head import sender
from invoeringstoets.reports.notices import COLOPHON, notices
from invoeringstoets.reports.pieces import (
    bullets,
    columns,
    fact,
    heading,
    meta,
    missing,
    or_missing,
    paragraph,
    table,
)
from invoeringstoets.reports.variant import Variant

INTERNAL = Notice("Intern", "Deze nota is niet bestemd voor openbaarmaking.")
PROPOSAL = Notice(
    "Voorstel openbare versie",
    "Controleer voor openbaarmaking of elke passage die niet openbaar wordt, onleesbaar is.",
)


def unavailable(toets: Toets, library: Library) -> str | None:
    """Why no note can be made, or ``None``: it takes an internal output and a decision to ask."""
    if not library.internal:
        return (
            "De beslisnota is een intern stuk; zij is er alleen in een interne uitvoer (--intern)."
        )
    nota = toets.beslisnota
    if nota is None:
        return "Er is geen beslisnota vastgelegd."
    if nota.geen:
        return f"Er is geen beslisnota: {' '.join(nota.geen.split()).rstrip('.')}."
    if not nota.gevraagd_besluit:
        return "In de beslisnota staat nog geen gevraagd besluit."
    return None


def build(toets: Toets, library: Library) -> Document:
    """The whole note; a public output gets an empty one."""
    nota = toets.beslisnota if library.internal else None
    return _document(Context(toets, library), nota or Beslisnota(), public=False)


def variants(toets: Toets, library: Library) -> tuple[Variant, ...]:
    """The whole note, and a proposal for the public version where something is not public."""
    whole = Variant(build(toets, library))
    nota = toets.beslisnota
    if not nota or not nota.niet_openbaar or unfound(nota):
        return (whole,)
    public = _document(Context(toets, library), redacted(nota), public=True)
    if _shows(public, nota):
        return (whole,)
    return (whole, Variant(public, "openbaar", "(voorstel openbare versie)", bare=True))


def _document(context: Context, nota: Beslisnota, *, public: bool) -> Document:
    toets = context.toets
    others = tuple(one for one in notices(context) if one.label != INTERNAL.label)
    return Document(
        title=f"Beslisnota bij {context.brief.betreft or toets.titel}",
        front=_front(context, nota),
        blocks=tuple(_blocks(context, nota, public=public)),
        notices=(PROPOSAL if public else INTERNAL, *others),
        language=toets.taal,
        author=sender(context),
        subject=f"Beslisnota bij {toets.titel}",
        footer=COLOPHON,
    )


def _front(context: Context, nota: Beslisnota) -> Cover:
    afzender = context.brief.afzender
    to = joined(office(one.ambt, capital=False) for one in context.brief.ondertekenaars)
    origin = (afzender.onderdeel if afzender else "") or sender(context)
    count = len(nota.niet_openbaar)
    passages = counted(count, "passage", more="passages")
    openness = f"gedeeltelijk: {passages} niet openbaar" if count else "geheel openbaar te maken"
    facts = (
        fact("Aan", capitalised(to)),
        fact("Van", capitalised(origin)),
        fact("Betreft", context.brief.betreft or context.toets.titel),
        fact("Openbaarheid", capitalised(openness)),
    )
    return Cover(
        f"Beslisnota bij {context.brief.betreft or context.toets.titel}",
        "Nota ter beslissing",
        facts,
        compact=True,
    )


def _blocks(context: Context, nota: Beslisnota, *, public: bool) -> Iterator[Block]:
    yield heading("Aanleiding", 1)
    yield from or_missing(context.blocks(nota.aanleiding))
    yield heading("Gevraagd besluit", 1)
    yield from or_missing(context.blocks(nota.gevraagd_besluit))
    yield heading("Kernpunten", 1)
    yield from or_missing(bullets(nota.kernpunten))
    yield from _options(nota)
    for title, found in (
        ("Risico’s", bullets(nota.risicos)),
        ("Krachtenveld", context.blocks(nota.krachtenveld)),
        ("Afstemming", _agreed(context, nota)),
        ("Toelichting", context.blocks(nota.toelichting)),
        ("Informatie die niet openbaar wordt", _closed(nota, public=public)),
    ):
        if found:
            yield heading(title, 1)
            yield from found


def _options(nota: Beslisnota) -> Iterator[Block]:
    if not nota.opties:
        return
    yield heading("Keuzemogelijkheden", 1)
    for number, one in enumerate(nota.opties, 1):
        yield heading(f"Optie {number}: {one.titel}")
        yield from _sides(one)


def _sides(one: Optie) -> Blocks:
    found: list[Block] = []
    for title, points in (("Ervoor pleit:", one.voor), ("Ertegen pleit:", one.tegen)):
        if points:
            found += (paragraph(title), *bullets(points))
    return tuple(found) or (missing("voor en tegen"),)


def _agreed(context: Context, nota: Beslisnota) -> Blocks:
    rows = (
        (capitalised(context.organisation(one.organisatie)), capitalised(one.uitkomst or MISSING))
        for one in nota.afstemming
    )
    return table("Met wie is afgestemd", columns("Organisatie", "Uitkomst"), rows=rows)


def _closed(nota: Beslisnota, *, public: bool) -> Blocks:
    if not nota.niet_openbaar:
        return ()
    if public:
        grounds = dict.fromkeys(one.grond for one in nota.niet_openbaar)
        lead = "In deze versie zijn passages vervangen door de grond in de Wet open overheid:"
        return (paragraph(lead), *bullets(grounds))
    heads = columns("Passage", "Grond in de Wet open overheid", widths=(3, 2))
    rows = ((one.passage, one.grond) for one in nota.niet_openbaar)
    found = table("Passages die niet openbaar worden, met de grond", heads, rows=rows)
    missed = unfound(nota)
    if not missed:
        return found
    which = "Deze passage staat" if len(missed) == 1 else "Deze passages staan"
    quoted = joined(f"«{' '.join(one.passage.split())}»" for one in missed)
    return (
        *found,
        meta(
            f"{which} niet letterlijk in de nota, zodat er geen voorstel voor een"
            f" openbare versie is gemaakt: {quoted}"
        ),
    )


def _shows(document: Document, nota: Beslisnota) -> bool:
    """Whether a document still shows a passage: written with other capitals, or with emphasis."""
    shown = bare("".join(_texts((document.title, document.front, document.blocks))))
    return any(bare(one.passage) in shown for one in nota.niet_openbaar)


def unfound(nota: Beslisnota) -> tuple[NietOpenbaar, ...]:
    """The passages that are nowhere in the note word for word."""
    texts = [" ".join(text.split()) for text in _texts(replace(nota, niet_openbaar=()))]
    return tuple(
        one
        for one in nota.niet_openbaar
        if not any(" ".join(one.passage.split()) in text for text in texts)
    )


def redacted(nota: Beslisnota) -> Beslisnota:
    """The note with each passage that is not public replaced by its ground, wherever it stands."""
    passages = sorted(nota.niet_openbaar, key=lambda one: -len(one.passage))
    grounds = tuple(NietOpenbaar("", one.grond) for one in nota.niet_openbaar)
    found: Beslisnota = _replaced(replace(nota, niet_openbaar=()), passages)
    return replace(found, niet_openbaar=grounds)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of the note
    if isinstance(value, str):
        yield value
    for part in _parts(value):
        yield from _texts(part)


def _parts(value: Any) -> tuple[Any, ...]:  # noqa: ANN401
    if isinstance(value, tuple):
        return value
    return tuple(getattr(value, f.name) for f in fields(value)) if is_dataclass(value) else ()


def _replaced(value: Any, passages: list[NietOpenbaar]) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return _blackened(value, passages)
    if isinstance(value, tuple):
        return tuple(_replaced(part, passages) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _replaced(getattr(value, f.name), passages) for f in fields(value)}
        return replace(value, **changed)
    return value


def _blackened(text: str, passages: list[NietOpenbaar]) -> str:
    """The text with its passages replaced; a passage may run over line ends."""
    for one in passages:
        words = r"\s+".join(re.escape(word) for word in one.passage.split())
        text = f"(niet openbaar: {one.grond})".join(re.split(words, text))
    return text
