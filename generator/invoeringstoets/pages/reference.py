"""The reference: glossary, schema and rules, generated from where they are defined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from invoeringstoets.diagnostic import Manual
from invoeringstoets.pages.fields import parts
from invoeringstoets.pages.page import Crumb, Entry, Page, Surroundings
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


@dataclass(frozen=True)
class _Group:
    """The rules on one subject, and the page on which they are explained."""

    start: str
    title: str
    manuals: tuple[Manual, ...]

    @property
    def id(self) -> str:
        return self.start.lower()

    @property
    def path(self) -> str:
        return f"naslag/regels-{self.id}.html"

    @property
    def count(self) -> int:
        return len(self.manuals)


def rules(surroundings: Surroundings) -> Iterator[Page]:
    """Every code that a check can give, and a page per subject with what it means and examples."""
    groups = tuple(_groups(surroundings.manuals))
    yield Page(
        path=RULES,
        title="Controleregels",
        description="Wat de controle van een toetsbestand nagaat: elke code in één regel.",
        html=render("regels.html", v=View(surroundings.library, RULES), groups=groups),
        contents=tuple(Entry(group.id, group.title) for group in groups),
    )
    for group in groups:
        html = render(
            "regels_groep.html",
            v=View(surroundings.library, group.path),
            titel=group.title,
            regels=group.manuals,
            index=RULES,
        )
        yield Page(
            path=group.path,
            title=f"Controleregels: {group.title}",
            description=f"Controleregels over {group.title}: wat, waarom, fout en goed.",
            html=html,
            crumbs=(Crumb("Controleregels", RULES),),
            short=group.title,
        )


def _groups(manuals: Iterable[Manual]) -> Iterator[_Group]:
    ordered = sorted(manuals, key=lambda manual: manual.code)
    for start, title in GROUPS:
        own = tuple(manual for manual in ordered if manual.code.startswith(start))
        if own:
            yield _Group(start, title, own)
