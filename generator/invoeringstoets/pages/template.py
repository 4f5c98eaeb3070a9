"""The only place where pages meet Jinja: its words for dates, numbers and text."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment

from invoeringstoets import addresses, notation
from invoeringstoets.formats.template import packaged_templates
from invoeringstoets.pages import text


@cache
def environment() -> Environment:
    """The Jinja environment of the site pages; values are text, never markup, unless marked."""
    env = packaged_templates("templates/site")
    env.filters.update(
        datum=notation.date,
        kwartaal=notation.quarter,
        getal=notation.number,
        euro=notation.euro,
        fte=notation.fte,
        hoeveelheid=notation.quantity,
        hoofdletter=notation.capitalised,
        opmaak=text.rich,
        alineas=text.paragraphs,
    )
    env.globals.update(
        aantal=notation.counted,
        omdat=notation.because,
        opsomming=notation.joined,
        kamerstuk=notation.kamerstuk,
        dossier=notation.dossier,
        adres_van_bron=addresses.of_source,
        adres_van_wet=addresses.of_law,
        vindplaats=notation.citation,
    )
    return env


def render(name: str, **values: Any) -> str:  # noqa: ANN401 - a template takes any value
    """The HTML of a packaged template from ``templates/site``."""
    return environment().get_template(name).render(**values)
