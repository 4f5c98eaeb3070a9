"""The reference: glossary, schema and rules, generated from where they are defined."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.pages.fields import parts
from invoeringstoets.pages.page import Entry, Page, Surroundings
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import GLOSSARY, View

SCHEMA = "naslag/schema.html"
RULES = "naslag/regels.html"
GROUPS = (
    ("T0", "Bestand en YAML"),
    ("T1", "Schema"),
    ("T2", "Kenmerken"),
    ("T3", "Verwijzingen, bronnen en organisaties"),
    ("T4", "Datums en volgorde"),
    ("T5", "Bevindingen en uitkomsten"),
    ("T6", "Volledigheid"),
    ("T7", "Brief, publicatie, persoonsgegevens en taal"),
    ("T8", "Cijfers"),
    ("T9", "Over alle toetsen samen"),
)
"""The subjects of the codes, by their first characters."""


def glossary(surroundings: Surroundings) -> Iterator[Page]:
    """The words of the field, from the value list ``begrippen``."""
    words = surroundings.library.value_lists.lists.get("begrippen", {}).values()
    ordered = tuple(sorted(words, key=lambda word: word.naam.casefold()))
    yield Page(
        path=GLOSSARY,
        title="Begrippen",
        description="Wat de woorden op deze site betekenen.",
        html=render("begrippen.html", v=View(surroundings.library, GLOSSARY), words=ordered),
    )


def schema(surroundings: Surroundings) -> Iterator[Page]:
    """Every field of a toets file, from the schema."""
    found = parts(surroundings.schema)
    yield Page(
        path=SCHEMA,
        title="Velden van een toets",
        description="Alle velden van een toetsbestand, met uitleg, soort waarde en voorbeeld.",
        html=render("schema.html", v=View(surroundings.library, SCHEMA), parts=found),
        contents=tuple(Entry(f"deel-{part.name.lower()}", part.title) for part in found),
    )


def rules(surroundings: Surroundings) -> Iterator[Page]:
    """Every code that a check can give, with what it means and an example."""
    ordered = sorted(surroundings.manuals, key=lambda manual: manual.code)
    groups = [
        (start, title, [manual for manual in ordered if manual.code.startswith(start)])
        for start, title in GROUPS
    ]
    shown = [group for group in groups if group[2]]
    yield Page(
        path=RULES,
        title="Controleregels",
        description="Wat de controle van een toetsbestand nagaat: elke code met uitleg.",
        html=render("regels.html", v=View(surroundings.library, RULES), groups=shown),
        contents=tuple(Entry(start.lower(), title) for start, title, _ in shown),
    )
