"""The values of a toets in words, as the schema and the value lists have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from invoeringstoets import notation, prose
from invoeringstoets.document import Blocks
from invoeringstoets.history.naming import RUNNING_ON, SAYING, TELLING, cut, named_by
from invoeringstoets.model import (
    ONBEKEND,
    Financien,
    Fte,
    Kostenpost,
    Organisatie,
    Periode,
    Termijn,
    Toets,
    ValueLists,
)
from invoeringstoets.phrasing import term

Node = Mapping[str, Any]

AMOUNTS: Mapping[type, Callable[[int | float], str]] = {
    Financien: notation.euro,
    Fte: notation.fte,
    Kostenpost: notation.euro,
}
"""How the numbers in some things are written; other numbers stand bare."""

WRITE, SAY = "x-schrijf", "x-zeg"
"""Besides the keywords of the schema: what writes an amount, and in which words a value stands."""

WHOLE = (Termijn, Periode)
"""Objects that are one value to a reader: they are told as a whole."""


@dataclass(frozen=True)
class Wording:
    """Words for the values of one toets: its schema, the value lists, and its own names.

    ``titles`` are the titles of toetsen by their ids.
    """

    schema: Node
    value_lists: ValueLists
    toets: Toets
    titles: Mapping[str, str] = field(default_factory=dict)

    def node(self, own: Node) -> Node:
        """What describes a value, its reference followed; what the field itself says goes first."""
        reference = str(own.get("$ref", ""))
        if not reference.startswith("#/$defs/"):
            return own
        return {**self.schema.get("$defs", {}).get(reference.rpartition("/")[2], {}), **own}

    def inside(self, node: Node, key: str) -> Node:
        """What describes the value of a key of an object."""
        return self.node(node.get("properties", {}).get(key, {}))

    def field(self, item: object, node: Node, *, key: str) -> Node:
        """What describes a field of this very thing, with how its amounts are written."""
        inner, write = self.inside(node, key), AMOUNTS.get(type(item))
        said = SAYING.get(key)
        return {**inner, **({WRITE: write} if write else {}), **({SAY: said} if said else {})}

    def items(self, node: Node) -> Node:
        """What describes the items of a list."""
        return self.node(node.get("items", {}))

    def title(self, node: Node, key: str) -> str:
        """The title of a key of an object, to stand inside a sentence; ``""`` if that says less."""
        if key in SAYING:
            return ""
        title = str(node.get("properties", {}).get(key, {}).get("title", key))
        return f"‘{notation.lowered(title)}’" if key in RUNNING_ON else notation.lowered(title)

    def is_text(self, node: Node) -> bool:
        """Whether a value is the author's own text, in which a change is marked."""
        return "x-tekst" in node

    def blocks(self, text: str, node: Node) -> Blocks:
        """A text as readers see it."""
        if node.get("x-tekst") != "opmaak":
            return prose.paragraphs(text)
        brief = self.toets.brief
        return prose.blocks(text, {one.id: () for one in brief.voetnoten} if brief else {})

    def flat(self, text: str, node: Node) -> str:
        """The words of a text, without its form and notes; a blank line parts its paragraphs."""
        parts = (prose.plain(prose.flowed((block,))) for block in self.blocks(text, node))
        return "\n\n".join(" ".join(part.split()) for part in parts)

    def value(self, value: object, node: Node) -> str:
        """A value in words, what runs on into a sentence quoted; ``""`` for what is not there."""
        if value is None or value in ((), {}):
            return ""
        if isinstance(value, bool):
            return "ja" if value else "nee"
        if isinstance(value, str):
            return self._text(value, node)
        if isinstance(value, int | float):
            return str(node.get(WRITE, notation.number)(value))
        if isinstance(value, tuple):
            return notation.joined(self.value(item, self.items(node)) for item in value)
        return self.label(value, node)

    def label(self, value: object, node: Node) -> str:
        """An object in the words by which a reader knows it; ``""`` for what has none."""
        if isinstance(value, Termijn):
            return term(value) if value.omschrijving is None else cut(value.omschrijving)
        if isinstance(value, Periode):
            sides = (("van", value.van), ("tot", value.tot))
            return " ".join(f"{word} {notation.date(day)}" for word, day in sides if day)
        if isinstance(value, Organisatie):
            return self._organisation(value.id)
        by = named_by(value)
        if by:
            return self.value(getattr(value, by), self.inside(node, by))
        return self._all(value, node)

    def _all(self, value: Any, node: Node) -> str:  # noqa: ANN401 - any class of the model
        found = (
            (one.name, getattr(value, one.name), self.field(value, node, key=one.name))
            for one in fields(value)
            if one.name != "id"
        )
        parts = (
            f"{self.title(node, name)} {said}" if isinstance(own, int | float) else said
            for name, own, inner in found
            if (said := self.value(own, inner))
        )
        return ", ".join(parts)

    def summary(self, value: object, node: Node) -> str:
        """An object by its text, or else by everything that is filled in."""
        by = named_by(value)
        return self.label(value, node) if by in TELLING or not by else self._all(value, node)

    def complete(self, item: object) -> object:
        """An organisation with what the value list knows of it: so readers see it."""
        if not isinstance(item, Organisatie) or item.naam:
            return item
        known = self.value_lists.lists.get("organisaties", {}).get(item.id)
        if not known:
            return item
        short, kind = item.korte_naam or known.korte_naam, item.soort or known.soort
        return replace(item, naam=known.naam, korte_naam=short or None, soort=kind or None)

    def _text(self, value: str, node: Node) -> str:
        if value in node.get("enum", ()):
            at = list(node["enum"]).index(value)
            names = node.get("x-namen", ())
            word = str(names[at]) if at < len(names) else value
            return node[SAY].format(word) if SAY in node else _apart(word)
        if str(node.get("$ref", "")).rpartition("/")[2] in ("datum", "datum_of_onbekend"):
            return value if value == ONBEKEND else notation.date(value)
        if "x-verwijst" in node:
            return self._reference(value, str(node["x-verwijst"]).split("|"))
        if not self.is_text(node) or value.isdecimal():
            return value
        return f"‘{cut(self.flat(value, node))}’"

    def _reference(self, value: str, lists: Iterable[str]) -> str:
        """What is referred to, by its name where readers do not see its id."""
        for name in lists:
            if name == "organisaties":
                return self._organisation(value)
            if name == "toetsen":
                return f"‘{cut(self.titles[value])}’" if value in self.titles else value
            if name in ("bronnen", "kerncijfers"):
                node = self.items(self.inside(self.schema, name))
                for one in getattr(self.toets, name):
                    if one.id == value:
                        return self.label(one, node)
        return value

    def _organisation(self, organisation_id: str) -> str:
        own = (
            organisatie.in_zin or organisatie.naam
            for organisatie in self.toets.organisaties
            if organisatie.id == organisation_id and organisatie.naam
        )
        known = self.value_lists.lists.get("organisaties", {}).get(organisation_id)
        return next(own, known.inside if known else organisation_id)


def _apart(words: str) -> str:
    """Words of a list, quoted when they are more than one: so they end where they end."""
    return f"‘{words}’" if " " in words else words
