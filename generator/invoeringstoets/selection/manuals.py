"""The codes that are given here, and the page of each."""

from __future__ import annotations

from invoeringstoets.diagnostic import Manual, Severity

INCOMPLETE = "T095"
UNKNOWN_CODE = "T096"
UNUSED = "T097"
BAD_BASELINE = "T098"
OUTDATED = "T099"

ALWAYS = "T0"
"""How the codes begin that always count: without a sound text nothing else can be said."""

MANUALS = (
    Manual(
        INCOMPLETE,
        "negeer_onvolledig",
        "uitzondering zonder code of reden",
        Severity.FOUT,
        "In een opmerking ‘# toets: negeer’ ontbreekt de code van de melding, of de reden na"
        " ‘omdat’.",
        "Wie het bestand later leest, moet kunnen zien waarom een melding hier niet geldt.",
        "bronnen:\n  # toets: negeer T306\n  - id: B1",
        "bronnen:\n  # toets: negeer T306 omdat de bijlage haar noemt\n  - id: B1",
    ),
    Manual(
        UNKNOWN_CODE,
        "negeer_onbekende_code",
        "uitzondering voor een code die niet kan",
        Severity.FOUT,
        "In een opmerking ‘# toets: negeer’ staat een code die niet bestaat, of een code T0xx. Die"
        " gaan over het bestand zelf en zijn niet uit te zetten.",
        "Met een tikfout in de code doet de uitzondering niets; zonder leesbaar bestand valt er"
        " niets te controleren.",
        "# toets: negeer T3006 omdat de bijlage haar noemt",
        "# toets: negeer T306 omdat de bijlage haar noemt",
    ),
    Manual(
        UNUSED,
        "negeer_overbodig",
        "uitzondering die niets doet",
        Severity.WAARSCHUWING,
        "Op de regel waar een opmerking ‘# toets: negeer’ over gaat, komt deze melding niet voor."
        " De opmerking staat achter die regel, of op de regel erboven.",
        "Een uitzondering die is blijven staan, verbergt later een fout die er wel toe doet.",
        "# toets: negeer T306 omdat de bijlage haar noemt\ntitel: Een toets",
        "titel: Een toets",
    ),
    Manual(
        BAD_BASELINE,
        "nulmeting_onleesbaar",
        "nulmeting is niet te lezen",
        Severity.FOUT,
        "Het bestand met de nulmeting is geen nulmeting van dit programma, of is beschadigd.",
        "Zonder nulmeting is niet te zeggen welke bevindingen al bekend waren. Haal het bestand"
        " terug uit de geschiedenis, of verwijder het en maak het opnieuw.",
        "# een toets-nulmeting.json waarin met de hand is geschrapt",
        "toets controleer --nulmeting",
    ),
    Manual(
        OUTDATED,
        "nulmeting_verouderd",
        "nulmeting noemt wat er niet meer is",
        Severity.HINT,
        "In de nulmeting staan bevindingen die zich niet meer voordoen.",
        "Wat is opgelost, hoort niet bekend te blijven: komt het terug, dan wilt u het weten. Maak"
        " de nulmeting opnieuw.",
        "# een toets-nulmeting.json met bevindingen die zijn opgelost",
        "toets controleer --nulmeting",
    ),
)
"""The manual of every code that is given here."""
