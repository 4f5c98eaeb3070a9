"""Voices and questions: who says a thing, on what it rests, and which question it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from invoeringstoets.model import Bevinding, Conclusie, Toets
from invoeringstoets.route import ROOT
from invoeringstoets.rules.rule import Remark, Words
from invoeringstoets.rules.uitkomsten import FINISHED

TALK = "presentatie"
"""The voice (``stem``) that speaks after the letter, and the kind of source that it is cited by."""

UNSAID = frozenset({"onbekend", "nvt"})
"""What stands in a risk table where nothing was observed."""

_ORDER: Mapping[str, int] = {"toets": 0, "brief": 1, TALK: 2}


def stem_fits_bronnen(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De stem van een bevinding is die van haar bron.

    Wat: Een bevinding met `stem: presentatie` noemt een bron die een presentatie is. Een bevinding
    met de stem van de toets of de brief noemt niet alleen presentaties.

    Waarom: Toets, brief en presentatie zijn drie documenten met eigen conclusies. Wie leest ‘de
    toets vindt’, moet dat in de toets kunnen terugvinden.

    Fout:

        bronnen:
          - {id: praatje, soort: presentatie, titel: Voordracht op een vakdag}
        bevindingen:
          - {id: b1, stem: toets, titel: Aanvragen duurt lang, bronnen: [praatje]}

    Goed:

        bronnen:
          - {id: praatje, soort: presentatie, titel: Voordracht op een vakdag}
        bevindingen:
          - {id: b1, stem: presentatie, titel: Aanvragen duurt lang, bronnen: [praatje]}
    """
    talks = {bron.id: bron.soort == TALK for bron in toets.bronnen}
    for number, item in enumerate(toets.bevindingen):
        kinds = {talks[ref] for ref in item.bronnen if ref in talks}
        if kinds == {item.stem != TALK}:
            fault = (
                "noemt geen bron die een presentatie is"
                if item.stem == TALK
                else "rust alleen op een presentatie"
            )
            yield Remark(
                ROOT / "bevindingen" / number / "stem",
                f"bevinding ‘{item.id}’ heeft de stem ‘{item.stem}’, maar {fault}",
                "kies de stem van het document dat dit zegt, of noem dat document als bron",
            )


def conclusie_rests_on_earlier_stem(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een conclusie rust niet alleen op wat later is gezegd.

    Wat: Een conclusie van de toets rust niet alleen op bevindingen van de brief of een presentatie;
    een conclusie van de brief niet alleen op die van een presentatie.

    Waarom: De minister kan in haar brief niets concluderen uit een voordracht die daarna kwam. De
    drie stemmen zijn dan door elkaar geraakt.

    Fout:

        bevindingen:
          - {id: b1, stem: presentatie, titel: Aanvragen duurt lang}
        conclusies:
          - {id: c1, stem: brief, titel: Het formulier is te lang, bevindingen: [b1]}

    Goed:

        bevindingen:
          - {id: b1, stem: toets, titel: Aanvragen duurt lang}
        conclusies:
          - {id: c1, stem: brief, titel: Het formulier is te lang, bevindingen: [b1]}
    """
    stemmen = {item.id: item.stem for item in toets.bevindingen}
    for number, item in enumerate(toets.conclusies):
        heard = {stemmen[ref] for ref in item.bevindingen if ref in stemmen}
        own = _ORDER.get(item.stem, len(_ORDER))
        if heard and all(_ORDER.get(stem, 0) > own for stem in heard):
            yield Remark(
                ROOT / "conclusies" / number / "stem",
                f"conclusie ‘{item.id}’ heeft de stem ‘{item.stem}’, maar rust alleen op wat later "
                f"is gezegd ({', '.join(sorted(heard))})",
                "kies de stem van het document dat dit concludeert, of noem de bevindingen waarop "
                "het berust",
            )


def bevinding_is_under_vraag(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een bevinding staat bij een centrale vraag.

    Wat: Is de centrale vraag van een bevinding beantwoord, dan staat die bevinding daar of bij een
    andere vraag in `bevindingen`. Een deel van een andere bevinding, en wat alleen een presentatie
    zegt, hoeft dat niet.

    Waarom: Het antwoord op een vraag steunt op de bevindingen. Een bevinding die nergens bij staat,
    is in het antwoord misschien vergeten.

    Fout:

        centrale_vragen:
          1A: {antwoord: Het gaat goed., bevindingen: [b1]}
        bevindingen:
          - {id: b1, stem: toets, vraag: 1A, titel: Ouders zijn tevreden}
          - {id: b2, stem: toets, vraag: 1A, titel: Ouders wachten lang}

    Goed:

        centrale_vragen:
          1A: {antwoord: Het gaat goed maar duurt lang., bevindingen: [b1, b2]}
        bevindingen:
          - {id: b1, stem: toets, vraag: 1A, titel: Ouders zijn tevreden}
          - {id: b2, stem: toets, vraag: 1A, titel: Ouders wachten lang}
    """
    named = {ref for answer in toets.centrale_vragen.values() for ref in answer.bevindingen}
    for number, item in enumerate(toets.bevindingen):
        answer = toets.centrale_vragen.get(item.vraag)
        free = item.stem == TALK or item.deel_van or item.id in named
        if answer and answer.antwoord and answer.bevindingen and not free:
            yield Remark(
                ROOT / "bevindingen" / number / "vraag",
                f"bevinding ‘{item.id}’ hoort bij vraag {item.vraag}, maar staat bij geen vraag",
                f"noem haar bij ‘centrale_vragen’, onder {item.vraag}",
            )


def vraag_without_antwoord_has_no_bevinding(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wat niet te beantwoorden is, heeft geen bevindingen.

    Wat: Bij een centrale vraag met `niet_beantwoord` hoort geen bevinding van de toets of de brief.

    Waarom: Er is dan wel iets over te zeggen. Soms is het te weinig voor een antwoord, en dat mag;
    daarom is dit een hint.

    Fout:

        centrale_vragen:
          2A: {niet_beantwoord: De bronnen zeggen er niets over.}
        bevindingen:
          - {id: b1, stem: toets, vraag: 2A, titel: Medewerkers kunnen de regeling uitleggen}

    Goed:

        centrale_vragen:
          2A: {antwoord: Medewerkers kunnen de regeling uitleggen., bevindingen: [b1]}
        bevindingen:
          - {id: b1, stem: toets, vraag: 2A, titel: Medewerkers kunnen de regeling uitleggen}
    """
    for key, answer in toets.centrale_vragen.items():
        found = [b.id for b in toets.bevindingen if b.vraag == key and b.stem != TALK]
        if answer.niet_beantwoord and (found or answer.bevindingen):
            first = (*found, *answer.bevindingen)[0]
            yield Remark(
                ROOT / "centrale_vragen" / key / "niet_beantwoord",
                f"vraag {key} heet niet beantwoord, maar bevinding ‘{first}’ gaat erover",
                "geef het antwoord dat die bevinding toelaat, of zeg waarom zij te weinig is",
                on_key=True,
            )


def antwoord_names_bevinding(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een antwoord noemt waarop het berust.

    Wat: In een vastgestelde of aangeboden toets noemt elk antwoord op een centrale vraag minstens
    één bevinding, als er over die vraag een bevinding is.

    Waarom: De zes antwoorden zijn de kern van de toets. Een lezer moet kunnen nagaan waar zij
    vandaan komen.

    Fout:

        status: vastgesteld
        centrale_vragen:
          1A: {antwoord: Ouders wachten lang.}
        bevindingen:
          - {id: b1, stem: toets, vraag: 1A, titel: Aanvragen duurt lang}

    Goed:

        status: vastgesteld
        centrale_vragen:
          1A: {antwoord: Ouders wachten lang., bevindingen: [b1]}
        bevindingen:
          - {id: b1, stem: toets, vraag: 1A, titel: Aanvragen duurt lang}
    """
    for key, answer in toets.centrale_vragen.items() if toets.status in FINISHED else ():
        found = [item.id for item in toets.bevindingen if item.vraag == key]
        if answer.antwoord and not answer.bevindingen and found:
            yield Remark(
                ROOT / "centrale_vragen" / key / "antwoord",
                f"het antwoord op vraag {key} noemt geen bevinding",
                f"noem bij ‘bevindingen’ waarop het berust, zoals {', '.join(found[:3])}",
                on_key=True,
            )


def waarneming_has_bevinding(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wat is waargenomen, rust op een bevinding.

    Wat: Staat in een rij van de `risicotabel` bij `waargenomen` iets anders dan `onbekend` of
    `nvt`, dan noemt die rij een bevinding.

    Waarom: Zonder bevinding is de waarneming een oordeel van de schrijver, en geen uitkomst van de
    toets.

    Fout:

        risicotabel:
          - {rij: handhaafbaarheid, verwacht: klein, waargenomen: groot}

    Goed:

        risicotabel:
          - {rij: handhaafbaarheid, verwacht: klein, waargenomen: groot, bevindingen: [b1]}
    """
    for number, row in enumerate(toets.risicotabel):
        if row.waargenomen not in UNSAID and not row.bevindingen:
            yield Remark(
                ROOT / "risicotabel" / number / "waargenomen",
                f"bij de rij ‘{row.rij}’ staat wat is waargenomen, maar niet waaruit dat blijkt",
                "noem de bevinding, of schrijf ‘onbekend’",
            )


def bevinding_is_said_once(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een bevinding staat er één keer.

    Wat: Geen twee bevindingen van dezelfde stem hebben dezelfde titel of dezelfde tekst, en geen
    twee conclusies.

    Waarom: Een bevinding die onder twee vragen valt, is één bevinding die bij twee vragen wordt
    genoemd. Vaak is bij het overnemen vergeten de tekst aan te passen.

    Fout:

        bevindingen:
          - {id: b1, stem: toets, titel: Aanvragen duurt lang}
          - {id: b2, stem: toets, titel: Aanvragen duurt lang}

    Goed:

        bevindingen:
          - {id: b1, stem: toets, titel: Aanvragen duurt lang}
          - {id: b2, stem: toets, titel: Het formulier is lang}
    """
    said: Mapping[str, tuple[Bevinding | Conclusie, ...]] = {
        "bevindingen": toets.bevindingen,
        "conclusies": toets.conclusies,
    }
    for list_name, items in said.items():
        first: dict[tuple[str, str, str], str] = {}
        for number, item in enumerate(items):
            for name, text in (("titel", item.titel), ("tekst", item.tekst)):
                key = (item.stem, name, " ".join((text or "").split()).casefold())
                if text and key in first:
                    yield Remark(
                        ROOT / list_name / number / name,
                        f"‘{item.id}’ heeft dezelfde {name} als ‘{first[key]}’",
                        "voeg de twee samen, of zeg waarin zij verschillen",
                    )
                first.setdefault(key, item.id)
