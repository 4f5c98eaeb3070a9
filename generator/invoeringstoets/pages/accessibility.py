"""The page on accessibility, in the order of the Dutch statement: only what its publisher said.

The Besluit digitale toegankelijkheid overheid asks for a statement by the organisation that offers
the site. What nobody said is "onbekend"; what this software is tested on stands apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from invoeringstoets.pages.page import Page, Surroundings
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import View
from invoeringstoets.publisher import Conformity, contact_url

ACCESSIBILITY = "toegankelijkheid.html"
TITLE = "Toegankelijkheid"

CONFORMITY: Final[Mapping[Conformity | None, tuple[str, str]]] = MappingProxyType(
    {
        Conformity.VOLLEDIG: (
            "voldoet volledig",
            "Volgens onderzoek voldoet deze site aan alle eisen.",
        ),
        Conformity.GEDEELTELIJK: (
            "voldoet gedeeltelijk",
            "Onderzocht is aan welke eisen deze site nog niet voldoet; daaraan wordt gewerkt.",
        ),
        Conformity.EERSTE_MAATREGELEN: (
            "eerste maatregelen genomen",
            "Er is nog geen volledig onderzoek gedaan. Wel zijn maatregelen genomen.",
        ),
        Conformity.NIET: (
            "voldoet niet",
            "Deze site voldoet niet aan de eisen, en er is nog geen plan om dat te verhelpen.",
        ),
        None: (
            "onbekend",
            "De organisatie die deze site aanbiedt, heeft hierover nog niets vastgelegd.",
        ),
    }
)
"""What each state of a statement means, in short and in a sentence."""

LIMITS: Final = (
    "Lange tabellen worden op een smal scherm rij voor rij getoond.",
    "Zoeken, filteren en kopiëren vragen JavaScript. Volledige lijsten staan er ook zonder.",
    "Documenten van anderen waarnaar wordt verwezen, kunnen minder toegankelijk zijn.",
)
"""Known limits of every site that this software makes."""


def page(surroundings: Surroundings) -> Iterator[Page]:
    """The page on accessibility."""
    said, publisher = surroundings.statement, surroundings.publisher
    state, meaning = CONFORMITY[said.conformity]
    contact = said.contact or publisher.contact
    yield Page(
        path=ACCESSIBILITY,
        title=TITLE,
        description="In hoeverre iedereen deze site kan gebruiken, en waar u een probleem meldt.",
        html=render(
            "toegankelijkheid.html",
            v=View(surroundings.library, ACCESSIBILITY),
            title=TITLE,
            said=said,
            organisation=said.organisation or publisher.name,
            contact=contact,
            contact_url=contact_url(contact),
            state=state,
            meaning=meaning,
            limits=(*said.exceptions, *LIMITS),
        ),
    )
