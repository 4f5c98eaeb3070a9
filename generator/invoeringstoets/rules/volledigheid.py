"""Completeness: what a record may not hold, and what must be there once the Kamer has it."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT
from invoeringstoets.rules.rule import Remark, Words
from invoeringstoets.rules.uitkomsten import conclusies_with_actie

_NOT_IN_INDEXRECORD = ("bevindingen", "conclusies", "acties", "aanbevelingen", "risicotabel")
_TALK = "presentatie"
"""The voice (``stem``) that the letter does not answer."""


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
    if toets.status != "aangeboden":
        return
    settled = conclusies_with_actie(toets) | {c.id for c in toets.conclusies if c.geen_actie}
    twins = {c.id for c in toets.conclusies if settled & set(c.komt_overeen_met)}
    twins |= {ref for c in toets.conclusies if c.id in settled for ref in c.komt_overeen_met}
    for number, conclusie in enumerate(toets.conclusies):
        if conclusie.stem != _TALK and conclusie.id not in settled | twins:
            yield Remark(
                ROOT / "conclusies" / number / "id",
                f"conclusie ‘{conclusie.id}’ heeft geen actie, en ook geen reden daarvoor",
                "geef een actie deze conclusie als grondslag, of vul ‘geen_actie’ in",
            )
