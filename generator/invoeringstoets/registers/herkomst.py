"""Why toetsen were done, and what they rest on: indicators and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from invoeringstoets import notation
from invoeringstoets.document import Value
from invoeringstoets.registers.columns import COMMON_FACETS, placed, row
from invoeringstoets.registers.register import Column, Facet, Kind, Register, Row
from invoeringstoets.registers.subject import Choice, Subject, plain, spaced, when

_TOETS = placed(ministerie=0)


def _indicators(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        aanleiding = subject.toets.aanleiding
        for one in aanleiding.indicatoren if aanleiding else ():
            kind = subject.named("indicatoren", one.soort)
            own: tuple[Value, ...] = (
                kind.label,
                notation.capitalised(subject.word(one.fase)),
                plain(one.toelichting),
                subject.cited(one.bronnen),
            )
            choices = (
                (kind,),
                subject.worded(one.fase),
            )
            yield row(subject, own, choices=choices, anchor="aanleiding")


def _sources(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        for bron in subject.toets.bronnen:
            kind = subject.named("bronsoorten", bron.soort)
            own: tuple[Value, ...] = (
                plain(bron.titel),
                kind.label,
                when(bron.datum),
                spaced(notation.citation(bron)),
                plain(bron.opsteller),
                subject.context.url(bron),
            )
            year = (bron.datum or "")[:4]
            choices = (
                (kind,),
                (Choice(year, year),) if year.isdecimal() else (),
            )
            yield row(subject, own, choices=choices, anchor=f"bron-{bron.id}")


INDICATOREN = Register(
    "indicatoren",
    "Indicatoren voor een toets",
    "indicator",
    "indicatoren",
    "Waarom een toets nuttig werd gevonden: signalen uit de voorbereiding en uit de uitvoering.",
    (
        Column("indicator", "Indicator", 30, place=1, link=True),
        Column("fase", "Fase", 14, place=2),
        Column("toelichting", "Toelichting", 60, place=3),
        Column("vindplaats", "Vindplaats", 34),
        *_TOETS,
    ),
    (
        Facet("indicator", "Indicator"),
        Facet("fase", "Fase", first=("voorbereiding", "uitvoering")),
        *COMMON_FACETS,
    ),
    _indicators,
    limits="De lijst van indicatoren is open: een toets kan er ook om een andere"
    " reden zijn gekomen.",
)

BRONNEN = Register(
    "bronnen",
    "Bronnen",
    "bron",
    "bronnen",
    "Alle bronnen waarnaar de toetsen verwijzen. Een stuk dat bij meer toetsen hoort, staat er"
    " vaker in.",
    (
        Column("bron", "Bron", 60, place=1, link=True),
        Column("soort", "Soort", 22, place=2),
        Column("datum", "Datum", 13, place=3, kind=Kind.DATE),
        Column("vindplaats", "Vindplaats", 34, under="bron"),
        Column("opsteller", "Opsteller", 26),
        Column("url", "Webadres", 50, kind=Kind.ADDRESS),
        *_TOETS,
    ),
    (
        Facet("soort", "Soort"),
        Facet("uit", "Jaar van de bron", newest=True),
        *COMMON_FACETS,
    ),
    _sources,
    limits="Interne stukken staan niet in de openbare versie van dit register.",
)
