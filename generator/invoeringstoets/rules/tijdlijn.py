"""The order of events around the toets: research, letter, sources, follow-up.

Only dates in the file are compared; what day it is does not matter to a rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Toets
from invoeringstoets.model.datums import before
from invoeringstoets.model.mijlpalen import AWAITED, first_inwerkingtreding, letter_date
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.places import texts
from invoeringstoets.rules.rule import Remark, Words

REALISED = frozenset({"aanvragen", "toekenningen", "afwijzingen", "gebruik"})
"""The quantities (``kerncijfers[].grootheid``) that are counted afterwards, never estimated."""

_OF_THE_LETTER = (
    "brief.voetnoten[].bron",
    "brief.bijlagen[].bron",
    "brief.moties_en_toezeggingen[].bron",
)


def termijn_follows_brief(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een termijn ligt niet voor de brief.

    Wat: De termijn van een actie die is aangekondigd of loopt, is niet al voorbij op de dag van de
    brief.

    Waarom: De brief belooft dan iets voor een dag die al geweest is. Meestal klopt het jaar niet.

    Fout:

        brief: {datum: 2025-02-13}
        acties:
          - {id: a1, tekst: Ik verken dit., status: aangekondigd, termijn: {kwartaal: 2024-K3}}

    Goed:

        brief: {datum: 2025-02-13}
        acties:
          - {id: a1, tekst: Ik verken dit., status: aangekondigd, termijn: {kwartaal: 2025-K3}}
    """
    sent = letter_date(toets)
    for number, actie in enumerate(toets.acties):
        termijn = actie.termijn
        if termijn is None or actie.status not in AWAITED:
            continue
        for name, value in (("datum", termijn.datum), ("kwartaal", termijn.kwartaal)):
            if before(value, sent):
                yield Remark(
                    ROOT / "acties" / number / "termijn" / name,
                    f"de termijn {value} van actie ‘{actie.id}’ was al voorbij toen de brief "
                    f"uitging, op {sent}",
                    "controleer het jaar; is de actie klaar, zet de status dan op ‘afgerond’",
                )


def bron_precedes_brief(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De brief noemt niets dat later verscheen.

    Wat: Een bron bij een voetnoot, bijlage, motie of toezegging van de brief, of bij een bevinding
    of aanbeveling uit de toets of de brief, is niet van na de dag van de brief.

    Waarom: De brief kan niet verwijzen naar wat er nog niet was. Vaak is een datum verkeerd, of is
    het een bevinding met een andere stem.

    Fout:

        bronnen:
          - {id: rapport, soort: rapport, titel: Rapport, datum: 2025-06}
        brief:
          datum: 2025-02-13
          bijlagen: [{nummer: 1, titel: Rapport, bron: rapport}]

    Goed:

        bronnen:
          - {id: rapport, soort: rapport, titel: Rapport, datum: 2025-01}
        brief:
          datum: 2025-02-13
          bijlagen: [{nummer: 1, titel: Rapport, bron: rapport}]
    """
    sent = letter_date(toets)
    later = {bron.id: bron.datum for bron in toets.bronnen if before(sent, bron.datum)}
    for route, ref in _cited_by_brief(toets) if later else ():
        if ref in later:
            yield Remark(
                route,
                f"bron ‘{ref}’ is van {later[ref]}, na de brief van {sent}",
                "controleer de datum; zegt een later document dit, dan is de stem een andere",
            )


def brief_follows_periode(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De brief is van na het onderzoek.

    Wat: De brief is niet van voor het einde van `aanpak.periode`.

    Waarom: De brief bericht over de uitkomsten; die waren er nog niet.

    Fout:

        aanpak: {periode: {van: 2025-01, tot: 2025-06}}
        brief: {datum: 2025-03-01}

    Goed:

        aanpak: {periode: {van: 2025-01, tot: 2025-06}}
        brief: {datum: 2025-09-01}
    """
    periode = toets.aanpak.periode if toets.aanpak else None
    sent = letter_date(toets)
    if periode and before(sent, periode.tot):
        yield Remark(
            ROOT / "aanpak" / "periode" / "tot",
            f"het onderzoek liep tot {periode.tot}, maar de brief is al van {sent}",
            "controleer beide datums",
        )


def periode_follows_inwerkingtreding(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Het onderzoek eindigt niet voor de inwerkingtreding.

    Wat: Het einde van `aanpak.periode`, en de dag waarop een wetsevaluatie uiterlijk klaar is, ligt
    niet voor de eerste inwerkingtreding.

    Waarom: Een invoeringstoets kijkt naar een regeling die al werkt. Wat ervóór is gedaan, was een
    uitvoeringstoets.

    Fout:

        regeling: {inwerkingtreding: [{datum: 2025-01-01}]}
        aanpak: {periode: {van: 2024-01, tot: 2024-06}}

    Goed:

        regeling: {inwerkingtreding: [{datum: 2025-01-01}]}
        aanpak: {periode: {van: 2025-06, tot: 2025-12}}
    """
    first = first_inwerkingtreding(toets)
    for pattern in ("aanpak.periode.tot", "aanleiding.wetsevaluatie.uiterlijk"):
        for route, datum in texts(toets, pattern):
            if before(datum, first):
                yield Remark(
                    route,
                    f"{datum} ligt voor de eerste inwerkingtreding, op {first}",
                    "controleer het jaar",
                )


def verzending_follows_brief(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een brief wordt niet verstuurd voor hij is gedateerd.

    Wat: De `datum` van een verzending ligt niet voor de `datum` van de brief.

    Waarom: Het Kamerstuk draagt de datum van de brief. Is zij later dan de verzending, dan is een
    van de twee fout.

    Fout:

        brief:
          datum: 2025-02-13
          verzendingen: [{kamer: tk, datum: 2025-02-03}]

    Goed:

        brief:
          datum: 2025-02-13
          verzendingen: [{kamer: tk, datum: 2025-02-13}]
    """
    brief = toets.brief
    for number, item in enumerate(brief.verzendingen if brief else ()):
        if brief and before(item.datum, brief.datum):
            yield Remark(
                ROOT / "brief" / "verzendingen" / number / "datum",
                f"de verzending op {item.datum} ligt voor de datum van de brief, {brief.datum}",
                "controleer beide datums",
            )


def publicatie_follows_verzending(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De Kamer krijgt de toets eerder dan het publiek.

    Wat: De `datum` bij `publicatie` ligt niet voor de eerste verzending van de brief.

    Waarom: De Kamer hoort het van de minister, niet uit de krant.

    Fout:

        brief:
          verzendingen: [{kamer: tk, datum: 2025-02-13}]
        publicatie: {datum: 2025-02-10}

    Goed:

        brief:
          verzendingen: [{kamer: tk, datum: 2025-02-13}]
        publicatie: {datum: 2025-02-13}
    """
    sent = letter_date(toets)
    if before(toets.publicatie.datum, sent):
        yield Remark(
            ROOT / "publicatie" / "datum",
            f"de publicatie op {toets.publicatie.datum} ligt voor de brief aan de Kamer, van "
            f"{sent}",
            "controleer de datum; de Kamer ontvangt de toets eerst",
        )


def inwerkingtreding_is_once(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een inwerkingtreding staat er één keer.

    Wat: Geen twee regels bij `inwerkingtreding` gaan over hetzelfde `onderdeel`, en er is hooguit
    één regel zonder onderdeel.

    Waarom: Een onderdeel treedt één keer in werking. Noemen bronnen verschillende datums, dan hoort
    dat bij `conflicten`.

    Fout:

        regeling:
          inwerkingtreding:
            - {datum: 2024-01-01}
            - {datum: 2024-07-01}

    Goed:

        regeling:
          inwerkingtreding:
            - {datum: 2024-01-01}
            - {datum: 2024-07-01, onderdeel: artikel 9}
    """
    seen: dict[str, str] = {}
    for number, item in enumerate(toets.regeling.inwerkingtreding):
        key = " ".join((item.onderdeel or "").split()).casefold()
        if key in seen:
            part = f"onderdeel ‘{item.onderdeel}’" if item.onderdeel else "de hele regeling"
            yield Remark(
                ROOT / "regeling" / "inwerkingtreding" / number / "datum",
                f"{part} treedt hier in werking op {item.datum}, en hierboven op {seen[key]}",
                "noem het onderdeel waarover deze datum gaat, of zet de twee bij ‘conflicten’",
            )
        seen.setdefault(key, item.datum)


def kerncijfer_precedes_bron(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een telling is niet van na haar bron.

    Wat: De `peildatum` van een geteld kerncijfer (aanvragen, toekenningen, afwijzingen, gebruik)
    ligt niet na de datum van zijn bron.

    Waarom: Een rapport kan niet tellen wat er na zijn verschijnen gebeurt.

    Fout:

        bronnen:
          - {id: rapport, soort: rapport, titel: Rapport, datum: 2024-11-28}
        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170, eenheid: ouders, peildatum: 2025-09-30,
             bron: rapport}

    Goed:

        bronnen:
          - {id: rapport, soort: rapport, titel: Rapport, datum: 2024-11-28}
        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170, eenheid: ouders, peildatum: 2024-09-30,
             bron: rapport}
    """
    dates = {bron.id: bron.datum for bron in toets.bronnen}
    for number, item in enumerate(toets.kerncijfers):
        datum = dates.get(item.bron or "")
        if item.grootheid in REALISED and before(datum, item.peildatum):
            yield Remark(
                ROOT / "kerncijfers" / number / "peildatum",
                f"de peildatum {item.peildatum} van kerncijfer ‘{item.id}’ ligt na zijn bron, van "
                f"{datum}",
                "controleer beide datums, of noem de bron die dit later telde",
            )


def _cited_by_brief(toets: Toets) -> Iterator[tuple[Route, str]]:
    """Every source that the letter, or a finding or recommendation in it, refers to."""
    for pattern in _OF_THE_LETTER:
        yield from texts(toets, pattern)
    for number, item in enumerate(toets.bevindingen):
        if item.stem in {"toets", "brief"}:
            for place, ref in enumerate(item.bronnen):
                yield ROOT / "bevindingen" / number / "bronnen" / place, ref
    yield from texts(toets, "aanbevelingen[].bronnen[]")
