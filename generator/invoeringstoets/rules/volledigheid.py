"""Completeness: what a record may not hold, and what must be there once the Kamer has it."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets import late
from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.places import leaves, mentions, said, whole_text
from invoeringstoets.rules.rule import Remark, Words
from invoeringstoets.rules.uitkomsten import FINISHED, conclusies_with_actie

_NOT_IN_INDEXRECORD = ("bevindingen", "conclusies", "acties", "aanbevelingen", "risicotabel")
_TALK = "presentatie"
"""The voice (``stem``) that the letter does not answer."""

_MARKS = ("TODO", "FIXME", "TBD", "XXX", "orem ipsum")
_MARKED = late.pattern(r"\b(?:TODO|FIXME|TBD|XXX+|[Ll]orem ipsum)\b")
_OPEN = late.pattern(
    r"\[(?:naam|namen|datum|bedrag|aantal|titel|nummer|percentage|organisatie|functie|invullen"
    r"|nog in te vullen|nader in te vullen|aanvullen|nog aan te vullen|pm|PM|x+|X+|\.{2,}|…)\]"
    r"(?!\()"
)
_NOTHING_YET = frozenset({"PM", "P.M.", "pm", "p.m.", "NTB", "n.t.b.", "ntb", "nnb", "n.n.b."})
"""What stands in a field instead of a text (pro memorie, nader te bepalen, nog niet bekend)."""


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


def toezegging_is_traceable(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een toezegging is terug te vinden.

    Wat: Bij een `toezegging` van een actie staat een `datum`, een `bron` of het `nummer` dat de
    Kamer haar gaf.

    Waarom: De Kamer houdt toezeggingen bij. Zonder datum, bron of nummer weet niemand welke bedoeld
    is.

    Fout:

        acties:
          - id: a1
            tekst: Ik verken dit.
            toezegging: {kamer: tk, aan: lid De Boer}

    Goed:

        acties:
          - id: a1
            tekst: Ik verken dit.
            toezegging: {kamer: tk, aan: lid De Boer, datum: 2024-10-08}
    """
    for number, actie in enumerate(toets.acties):
        promise = actie.toezegging
        if promise and not (promise.datum or promise.bron or promise.nummer):
            yield Remark(
                ROOT / "acties" / number / "toezegging",
                f"de toezegging bij actie ‘{actie.id}’ is niet terug te vinden",
                "noem de datum, de bron of het nummer van de toezegging",
                on_key=True,
            )


def tekst_is_finished(toets: Toets, _words: Words) -> Iterator[Remark]:
    """In een vastgestelde toets staat niets dat nog moet worden ingevuld.

    Wat: Is de toets vastgesteld of aangeboden, dan bevat geen tekst een teken dat er nog iets moet
    komen: TODO, FIXME, XXX, lorem ipsum, `[naam]`, `[datum]`, of alleen ‘PM’ of ‘n.t.b.’.

    Waarom: Zo'n teken is bij het schrijven nuttig, en in een brief aan de Kamer pijnlijk.

    Fout:

        status: vastgesteld
        samenvatting: De regeling kostte [bedrag] euro.

    Goed:

        status: vastgesteld
        samenvatting: De regeling kostte 350.000 euro.
    """
    if toets.status not in FINISHED:
        return
    signs = [_MARKED] if mentions(toets, *_MARKS) else []
    signs += [_OPEN] if _OPEN.search(whole_text(toets)) else []
    if not signs and _NOTHING_YET.isdisjoint(said(toets)):
        return
    for steps, text in leaves(toets):
        spans = [(0, len(text))] if text in _NOTHING_YET else []
        spans += [match.span() for sign in signs for match in sign.finditer(text)]
        for start, end in spans:
            yield Remark(
                Route(steps),
                f"‘{text[start:end]}’ is een plaatshouder, en de toets is {toets.status}",
                "vul de tekst aan; voor wat niet te vinden is, bestaat ‘onbekend’",
                within=(start, end),
            )
