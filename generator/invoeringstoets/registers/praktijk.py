"""Where practice was otherwise than expected: assumptions, risks, bottlenecks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from invoeringstoets import notation
from invoeringstoets.document import Value
from invoeringstoets.model import ONBEKEND, Risicorij, Verwachting
from invoeringstoets.registers.columns import COMMON_FACETS, placed, row
from invoeringstoets.registers.register import Column, Facet, Register, Row
from invoeringstoets.registers.subject import Choice, Subject, labels, plain, spaced

_DEVIATES = frozenset({"wijkt_af", "deels"})
_SAME = Choice("zelfde", "In dezelfde woorden")
_OTHER = Choice("anders", "In andere woorden waargenomen dan verwacht")
_UNKNOWN = Choice("onbekend", "Verwachting of waarneming onbekend of niet ingevuld")
_TROUBLE = frozenset({"knelpunt", "onbedoeld_effect"})
_TOETS = placed(ministerie=0)


def _side(subject: Subject, side: Verwachting | None) -> str:
    """One side of an assumption: its figures, and what is said of it."""
    if side is None:
        return ""
    known = {one.id: one for one in subject.toets.kerncijfers}
    figures = []
    for one in (known[name] for name in side.kerncijfers if name in known):
        amount = one.waarde if one.waarde is not None else one.omschrijving
        said = (
            notation.quantity(one.waarde, one.eenheid)
            if isinstance(one.waarde, (int, float))
            else str(amount or "")
        )
        figures.append(f"{said} ({subject.word(one.grootheid)})")
    return spaced("; ".join(filter(None, (*figures, plain(side.omschrijving)))))


def _assumptions(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        for one in subject.toets.aannames:
            if one.oordeel not in _DEVIATES:
                continue
            own: tuple[Value, ...] = (
                plain(one.tekst),
                f"Aanname {one.id}",
                _side(subject, one.verwacht),
                _side(subject, one.praktijk),
                notation.capitalised(subject.word(one.oordeel)),
                subject.word(one.herkomst),
                subject.cited(one.bronnen),
            )
            choices = (subject.worded(one.oordeel), subject.worded(one.herkomst))
            yield row(subject, own, choices=choices, anchor=f"aanname-{one.id.lower()}")


def _difference(one: Risicorij) -> Choice:
    """Whether the toets says in other words what was observed; it judges nothing itself."""
    sides = [plain(side).casefold().rstrip(".") for side in (one.verwacht, one.waargenomen)]
    if not all(sides) or ONBEKEND in sides:
        return _UNKNOWN
    return _SAME if sides[0] == sides[1] else _OTHER


def _risks(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        for one in subject.toets.risicotabel:
            kind = subject.named("risicorijen", one.rij)
            own: tuple[Value, ...] = (
                kind.label,
                plain(one.verwacht),
                plain(one.waargenomen),
                plain(one.toelichting),
                ", ".join(one.bevindingen),
            )
            choices = ((_difference(one),), (kind,))
            yield row(subject, own, choices=choices, anchor="risicos")


def _other_risks(found: Sequence[Subject]) -> Iterator[Row]:
    for one in _risks(found):
        if one.choices[0] == (_OTHER,):
            yield one._replace(choices=one.choices[1:])


def _troubles(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        for one in subject.toets.bevindingen:
            if one.aard not in _TROUBLE:
                continue
            themes = tuple(subject.named("themas", theme) for theme in one.themas)
            own: tuple[Value, ...] = (
                plain(one.titel),
                f"Bevinding {one.id}",
                labels(themes) or "geen thema vastgelegd",
                notation.capitalised(subject.word(one.aard)),
                subject.word(one.zekerheid),
                notation.capitalised(subject.word(one.perspectief)),
                notation.capitalised(subject.word(one.stem)),
                plain(one.tekst),
                subject.cited(one.bronnen),
            )
            choices = (
                themes or (Choice("geen", "Geen thema vastgelegd"),),
                subject.worded(one.aard),
                subject.worded(one.perspectief),
                subject.worded(one.zekerheid),
                subject.worded(one.stem),
            )
            yield row(subject, own, choices=choices, anchor=f"bevinding-{one.id.lower()}")


AANNAMES = Register(
    "aannames",
    "Aannames waar de praktijk van afwijkt",
    "aanname",
    "aannames",
    "Verwachtingen van vóór de invoering waarvan een toets vaststelt dat de praktijk er geheel of"
    " deels van afwijkt.",
    (
        Column("aanname", "Aanname", 50, place=1),
        Column("nummer", "Nummer", 12, under="aanname", link=True),
        Column("verwacht", "Vooraf verwacht", 40, place=2),
        Column("praktijk", "In de praktijk", 40, place=3),
        Column("oordeel", "Oordeel van de toets", 16, place=4),
        Column("herkomst", "Herkomst", 16),
        Column("vindplaats", "Vindplaats", 34),
        *_TOETS,
    ),
    (
        Facet("oordeel", "Oordeel", first=("wijkt-af", "deels")),
        Facet("herkomst", "Herkomst"),
        *COMMON_FACETS,
    ),
    _assumptions,
    limits="Aannames die werden bevestigd of niet waren vast te stellen staan hier niet; die staan"
    " op de pagina van de toets. Verwachting en praktijk kunnen verschillende grootheden"
    " zijn: daarom staan zij naast elkaar en wordt er geen percentage van gemaakt. Dat de"
    " praktijk afwijkt, is geen oordeel over de regeling.",
)

RISICOS = Register(
    "risicos",
    "Risico’s: verwacht en waargenomen",
    "risico",
    "risico’s",
    "De rijen uit de risicotabellen van de toetsen: wat vooraf werd verwacht naast wat is"
    " waargenomen.",
    (
        Column("risico", "Risico", 26, place=1, link=True),
        Column("verwacht", "Verwacht", 34, place=2),
        Column("waargenomen", "Waargenomen", 34, place=3),
        Column("toelichting", "Toelichting", 50, under="waargenomen"),
        Column("bevindingen", "Bevindingen", 14),
        *_TOETS,
    ),
    (
        Facet("verschil", "Verwacht en waargenomen", first=("anders", "zelfde", "onbekend")),
        Facet("risico", "Risico"),
        *COMMON_FACETS,
    ),
    _risks,
    limits="Verwachting en waarneming staan er in de woorden van de toets. ‘In andere woorden’ zegt"
    " alleen dat die woorden verschillen, niet dat het beter of slechter ging. De tabel is geen"
    " officiële score.",
)

RISICOS_ANDERS = replace(
    RISICOS,
    name="risicos-anders",
    title="Risico’s in andere woorden waargenomen dan verwacht",
    says="De rijen uit de risicotabellen waarin de toets in andere woorden zegt wat is waargenomen"
    " dan wat vooraf werd verwacht.",
    facets=RISICOS.facets[1:],
    rows=_other_risks,
    limits="‘In andere woorden’ zegt alleen dat die woorden verschillen, niet dat het beter of"
    " slechter ging. Rijen waarvan de verwachting of de waarneming onbekend of niet ingevuld is,"
    " staan alleen in het register van alle risico’s. De tabel is geen officiële score.",
)

KNELPUNTEN = Register(
    "knelpunten",
    "Knelpunten en onbedoelde effecten",
    "bevinding",
    "bevindingen",
    "De bevindingen die een toets een knelpunt of onbedoeld effect noemt, met hun thema’s.",
    (
        Column("bevinding", "Bevinding", 50, place=1),
        Column("nummer", "Nummer", 12, under="bevinding", link=True),
        Column("themas", "Thema’s", 30, place=2),
        Column("aard", "Aard", 16, place=3),
        Column("zekerheid", "Zekerheid", 14, under="aard"),
        Column("perspectief", "Perspectief", 14, place=4),
        Column("stem", "Volgens", 12),
        Column("tekst", "Tekst", 80),
        Column("vindplaats", "Vindplaats", 34),
        *_TOETS,
    ),
    (
        Facet("thema", "Thema"),
        Facet("aard", "Aard"),
        Facet("perspectief", "Perspectief"),
        Facet("zekerheid", "Zekerheid", first=("vastgesteld", "aannemelijk", "vermoeden")),
        Facet("stem", "Volgens"),
        *COMMON_FACETS,
    ),
    _troubles,
    limits="Een bevinding staat op naam van het stuk dat haar doet: de toets, de brief of een"
    " presentatie. Het aantal knelpunten zegt niets over hoe goed of slecht een regeling"
    " werkt: de ene toets is uitgebreider vastgelegd dan de andere.",
)
