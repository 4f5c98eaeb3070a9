"""The annex that says what an invoeringstoets is.

Every sentence is our own wording of what is public about the instrument: Kamerstuk 35 510, nr. 2
(the report «Ongekend Onrecht», not the reaction to it) and the explanation of the instrument by the
ministry that looks after it (presentation of 6 November 2025).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from invoeringstoets.document import Blocks, Text
from invoeringstoets.notation import kamerstuk, kamerstuk_url
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, bullets, heading, link, missing, paragraph

TITLE: Final = "Informatie over de invoeringstoets"

MAIN_QUESTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1": "Hoe pakt de regeling uit voor de mensen, organisaties of bedrijven voor wie de "
        "regeling is bedoeld?",
        "2": "Hoe pakt de regeling uit voor de uitvoering?",
    }
)
"""The two main questions, in the fixed wording of the instrument."""

QUESTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1A": "Hoe wordt de regeling ervaren door de doelgroep en andere belanghebbenden?",
        "1B": "Ontstaan er in de praktijk knelpunten of onbedoelde effecten (zoals "
        "discriminerende aspecten)?",
        "1C": "In hoeverre komt de praktijk overeen met de aannames uit de voorbereidingsfase "
        "van de regeling?",
        "2A": "Hoe wordt de uitvoering van de regeling ervaren door de uitvoerende organisaties?",
        "2B": "Ontstaan er in de uitvoeringspraktijk knelpunten of onbedoelde effecten?",
        "2C": "In hoeverre komt de praktijk overeen met de aannames uit de uitvoeringstoets?",
    }
)
"""The six central questions, in the fixed wording of the instrument."""

_WHAT: Final = (
    "De invoeringstoets is een beknopte toets op nieuwe regelgeving die al in werking is. De toets "
    "laat zien hoe een regeling in de praktijk werkt, voor de doelgroep en voor de uitvoering. Dat "
    "gebeurt zo vroeg als er iets nuttigs over te zeggen is. De toets beantwoordt in beginsel niet "
    "de vraag of een regeling doeltreffend en doelmatig is."
)
_ORIGIN: Final = (
    "De toets komt voort uit het rapport «Ongekend Onrecht» (",
    "). Het kabinet kondigde de toets aan in zijn reactie op dat rapport.",
)
_WHY: Final = "De toets heeft twee doelen:"
_AIMS: Final = (
    (
        "eerder en beter inspelen op wat burgers, organisaties en bedrijven over een regeling "
        "laten weten, zodat die op tijd kan worden bijgesteld of gestopt;"
    ),
    (
        "uitvoeringsorganisaties in staat stellen om knelpunten uit de uitvoering terug te "
        "brengen bij de makers van het beleid."
    ),
)
_WHEN: Final = (
    "Niet elke regeling krijgt een invoeringstoets. Aan de hand van indicatoren uit de "
    "voorbereiding en uit de uitvoering wordt bekeken of een toets nuttig is."
)


def instrument(context: Context, *, questions: bool) -> Section:
    """The annex: the ministry's own text where it has one, else ours; with the six questions."""
    brief = context.brief
    if brief.instrumenttekst == "eigen":
        own = context.blocks(brief.eigen_instrumenttekst, level=2)
        return Section(TITLE, own or (missing(),), "instrument")
    return Section(TITLE, (*_standard(), *(_questions() if questions else ())), "instrument")


def _standard() -> Blocks:
    report = link(kamerstuk_url("35510", "2"), kamerstuk("35510", "2"))
    return (
        paragraph(_WHAT),
        paragraph((Text(_ORIGIN[0]), *report, Text(_ORIGIN[1]))),
        paragraph(_WHY),
        *bullets(_AIMS),
        paragraph(_WHEN),
    )


def _questions() -> Blocks:
    asked = (
        [paragraph(main), *bullets(q for key, q in QUESTIONS.items() if key[0] == number)]
        for number, main in MAIN_QUESTIONS.items()
    )
    return (heading("De vragen van de toets"), *bullets((tuple(a) for a in asked), ordered=True))
