"""Coherence: what refers to each other does so between the right parties, and once."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT
from invoeringstoets.rules.rule import Remark, Words


def overeenkomst_is_between_stemmen(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Conclusies komen overeen over de stemmen heen.

    Wat: Een conclusie noemt bij `komt_overeen_met` alleen conclusies met een andere `stem`, en
    nooit zichzelf.

    Waarom: Het veld verbindt wat de toets, de brief en een presentatie elk over hetzelfde zeggen.
    Twee conclusies van één stem die op hetzelfde neerkomen, zijn één conclusie.

    Fout:

        conclusies:
          - {id: c1, stem: brief, titel: De aanvraag is te lang, komt_overeen_met: [c2]}
          - {id: c2, stem: brief, titel: Het formulier moet korter}

    Goed:

        conclusies:
          - {id: c1, stem: brief, titel: De aanvraag is te lang, komt_overeen_met: [c2]}
          - {id: c2, stem: toets, titel: Het formulier moet korter}
    """
    stemmen = {item.id: item.stem for item in toets.conclusies}
    for number, item in enumerate(toets.conclusies):
        for place, ref in enumerate(item.komt_overeen_met):
            if stemmen.get(ref) == item.stem:
                fault = (
                    f"conclusie ‘{item.id}’ noemt zichzelf"
                    if ref == item.id
                    else f"de conclusies ‘{item.id}’ en ‘{ref}’ hebben dezelfde stem, ‘{item.stem}’"
                )
                yield Remark(
                    ROOT / "conclusies" / number / "komt_overeen_met" / place,
                    fault,
                    "noem hier de conclusie die de toets, de brief of de presentatie er zelf over "
                    "trekt",
                )


def aanbeveling_is_to_another(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een aanbeveling is aan een ander.

    Wat: Bij een aanbeveling zijn `van` en `aan` verschillende organisaties.

    Waarom: Een aanbeveling is wat de uitvoerder aan de minister vraagt. Wat een organisatie zelf
    gaat doen, is een actie.

    Fout:

        aanbevelingen:
          - {id: ab1, van: duo, aan: duo, tekst: Maak het formulier korter.}

    Goed:

        aanbevelingen:
          - {id: ab1, van: duo, aan: ocw, tekst: Maak het formulier korter.}
    """
    for number, item in enumerate(toets.aanbevelingen):
        if item.van == item.aan:
            yield Remark(
                ROOT / "aanbevelingen" / number / "aan",
                f"aanbeveling ‘{item.id}’ is van ‘{item.van}’ aan zichzelf",
                "noem bij ‘aan’ wie erover gaat, of maak er een actie van",
            )


def grondslag_is_once(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een grondslag staat er één keer.

    Wat: Een actie noemt elke grondslag (dezelfde `soort` en `ref`) één keer.

    Waarom: In de brief en het rapport staat hij anders twee keer achter elkaar. Vaak had de tweede
    een andere conclusie moeten zijn.

    Fout:

        acties:
          - id: a1
            tekst: De aanvraag wordt korter.
            grondslag:
              - {soort: conclusie, ref: c1}
              - {soort: conclusie, ref: c1}

    Goed:

        acties:
          - id: a1
            tekst: De aanvraag wordt korter.
            grondslag:
              - {soort: conclusie, ref: c1}
              - {soort: conclusie, ref: c2}
    """
    for number, actie in enumerate(toets.acties):
        seen: set[tuple[str, str]] = set()
        for place, item in enumerate(actie.grondslag):
            if item.ref and (item.soort, item.ref) in seen:
                yield Remark(
                    ROOT / "acties" / number / "grondslag" / place / "ref",
                    f"actie ‘{actie.id}’ noemt {item.soort} ‘{item.ref}’ twee keer als grondslag",
                    "haal de tweede weg, of noem de grondslag die bedoeld is",
                )
            seen.add((item.soort, item.ref or ""))


def eigenaar_is_not_mede(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De eigenaar doet niet met zichzelf mee.

    Wat: De `eigenaar` van een actie staat niet ook bij `mede`.

    Waarom: Er zou staan dat een organisatie iets samen met zichzelf doet. Vaak is bij een van de
    twee de verkeerde organisatie ingevuld.

    Fout:

        acties:
          - {id: a1, tekst: Het formulier wordt korter., eigenaar: duo, mede: [{organisatie: duo}]}

    Goed:

        acties:
          - {id: a1, tekst: Het formulier wordt korter., eigenaar: ocw, mede: [{organisatie: duo}]}
    """
    for number, actie in enumerate(toets.acties):
        for place, mede in enumerate(actie.mede):
            if mede.organisatie and mede.organisatie == actie.eigenaar:
                yield Remark(
                    ROOT / "acties" / number / "mede" / place / "organisatie",
                    f"‘{mede.organisatie}’ is al de eigenaar van actie ‘{actie.id}’",
                    "noem bij ‘mede’ alleen wie er nog meer meedoet",
                )
