"""Completeness: what may not be there yet, and what must be once the Kamer has it."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT
from invoeringstoets.rules.rule import Remark, Words
from invoeringstoets.rules.uitkomsten import conclusies_with_actie

_NOT_IN_INDEXRECORD = ("bevindingen", "conclusies", "acties", "aanbevelingen", "risicotabel")
_TALK = "presentatie"


def _is_offered(toets: Toets) -> bool:
    """Whether the requirements of a toets that parliament has hold for this one."""
    return toets.status == "aangeboden" and toets.volledigheid != "indexrecord"


def indexrecord_is_empty(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een registratie bevat geen inhoud.

    Wat: Een toets met `volledigheid: indexrecord` heeft geen bevindingen, conclusies, acties,
    aanbevelingen of risicotabel.

    Waarom: Een registratie zegt alleen dát een toets er is. Staat er wel inhoud in, dan is het een
    gedeeltelijke toets, en moet een lezer dat weten.

    Fout:

        volledigheid: indexrecord
        conclusies:
          - {id: c1, stem: brief, titel: De wet werkt goed}

    Goed:

        volledigheid: gedeeltelijk
        conclusies:
          - {id: c1, stem: brief, titel: De wet werkt goed}
    """
    if toets.volledigheid != "indexrecord":
        return
    for name in _NOT_IN_INDEXRECORD:
        if getattr(toets, name):
            yield Remark(
                ROOT / name,
                f"een registratie (‘indexrecord’) bevat geen {name}",
                "maak er ‘volledigheid: gedeeltelijk’ van, of haal dit onderdeel weg",
                on_key=True,
            )


def conclusie_has_actie(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Bij elke conclusie hoort een actie, of de reden dat er geen is.

    Wat: In een aangeboden toets heeft een actie de conclusie als grondslag, of staat bij de
    conclusie `geen_actie` met de reden. Komt de conclusie overeen met een andere
    (`komt_overeen_met`), dan telt de actie daarbij ook. Conclusies uit een presentatie zijn
    uitgezonderd: de brief antwoordt daar niet op.

    Waarom: De Kamer wil bij elke conclusie weten wat er gebeurt, ook als dat niets is.

    Fout:

        status: aangeboden
        conclusies:
          - {id: c1, stem: brief, titel: De wet werkt goed, bevindingen: [b1]}

    Goed:

        status: aangeboden
        conclusies:
          - id: c1
            stem: brief
            titel: De wet werkt goed
            bevindingen: [b1]
            geen_actie: De wet werkt zoals bedoeld.
    """
    if not _is_offered(toets):
        return
    settled = conclusies_with_actie(toets) | {c.id for c in toets.conclusies if c.geen_actie}
    twins = {c.id for c in toets.conclusies if settled & set(c.komt_overeen_met)}
    twins |= {ref for c in toets.conclusies if c.id in settled for ref in c.komt_overeen_met}
    for number, conclusie in enumerate(toets.conclusies):
        if conclusie.stem != _TALK and conclusie.id not in settled | twins:
            yield Remark(
                ROOT / "conclusies" / number,
                f"conclusie ‘{conclusie.id}’ heeft geen actie, en ook geen reden daarvoor",
                "geef een actie deze conclusie als grondslag, of vul ‘geen_actie’ in",
            )


def aanbeveling_has_reactie(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Op elke aanbeveling volgt een reactie.

    Wat: In een aangeboden toets heeft elke aanbeveling een `reactie`; `nog_te_bepalen` is er ook
    een.

    Waarom: De uitvoerder en de Kamer willen weten wat er met een aanbeveling gebeurt.

    Fout:

        status: aangeboden
        aanbevelingen:
          - {id: r1, van: svb, aan: szw, tekst: Vereenvoudig het formulier.}

    Goed:

        status: aangeboden
        aanbevelingen:
          - id: r1
            van: svb
            aan: szw
            tekst: Vereenvoudig het formulier.
            reactie: overgenomen
    """
    for number, item in enumerate(toets.aanbevelingen if _is_offered(toets) else ()):
        if not item.reactie:
            yield Remark(
                ROOT / "aanbevelingen" / number,
                f"op aanbeveling ‘{item.id}’ is geen reactie ingevuld",
                "vul bij ‘reactie’ in wat ermee gebeurt",
            )


def actie_has_eigenaar(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een actie heeft een eigenaar.

    Wat: In een aangeboden toets noemt elke actie bij `eigenaar` de organisatie die haar uitvoert.

    Waarom: Een actie van niemand wordt niet gedaan, en is niet na te vragen.

    Fout:

        status: aangeboden
        acties:
          - {id: a1, tekst: De brief wordt herschreven.}

    Goed:

        status: aangeboden
        acties:
          - {id: a1, tekst: De brief wordt herschreven., eigenaar: svb}
    """
    for number, actie in enumerate(toets.acties if _is_offered(toets) else ()):
        if not actie.eigenaar:
            yield Remark(
                ROOT / "acties" / number,
                f"actie ‘{actie.id}’ heeft geen eigenaar",
                "noem bij ‘eigenaar’ de organisatie die haar uitvoert",
            )


def actie_has_termijn(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een actie heeft een termijn, of de reden dat er geen is.

    Wat: In een aangeboden toets heeft elke actie een `termijn`, of zegt `geen_termijn` waarom die
    er niet is.

    Waarom: Het register noemt een actie alleen te laat als er een datum was. ‘Geen termijn
    genoemd’ is ook een antwoord, maar dan een bewust.

    Fout:

        status: aangeboden
        acties:
          - {id: a1, tekst: De brief wordt herschreven., eigenaar: svb}

    Goed:

        status: aangeboden
        acties:
          - id: a1
            tekst: De brief wordt herschreven.
            eigenaar: svb
            geen_termijn: De Kamerbrief noemt geen termijn.
    """
    for number, actie in enumerate(toets.acties if _is_offered(toets) else ()):
        if actie.termijn is None and not actie.geen_termijn:
            yield Remark(
                ROOT / "acties" / number,
                f"actie ‘{actie.id}’ heeft geen termijn, en ook geen reden daarvoor",
                "vul ‘termijn’ in, of bij ‘geen_termijn’ waarom die er niet is",
            )


def beslisnota_or_geen(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Bij een aangeboden toets hoort een beslisnota, of de reden dat er geen is.

    Wat: In een aangeboden toets heeft `beslisnota` een `gevraagd_besluit`, of zegt `geen` waarom
    er geen beslisnota is.

    Waarom: Beslisnota's bij Kamerstukken worden openbaar gemaakt. Ontbreekt er een, dan vraagt de
    Kamer daarnaar.

    Fout:

        status: aangeboden
        beslisnota: {}

    Goed:

        status: aangeboden
        beslisnota: {geen: De nota is bij een eerdere brief gevoegd.}
    """
    nota = toets.beslisnota
    if _is_offered(toets) and not (nota and (nota.gevraagd_besluit or nota.geen)):
        yield Remark(
            ROOT / "beslisnota" if nota else ROOT / "status",
            "bij deze aangeboden toets is er geen beslisnota, en ook geen reden daarvoor",
            "vul ‘beslisnota.gevraagd_besluit’ in, of ‘beslisnota.geen’ met de reden",
            on_key=nota is not None,
        )
