"""The values of a toets in words, as the schema and the value lists have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from invoeringstoets import notation
from invoeringstoets.model import ONBEKEND, Toets, ValueLists

Node = Mapping[str, Any]

LABELS = ("titel", "tekst", "naam", "omschrijving", "antwoord", "nummer", "rij", "datum")
"""The fields by which a reader knows a thing, most telling first."""

_LONG = ("alineas", "opmaak")


@dataclass(frozen=True)
class Wording:
    """Words for the values of one toets: its schema, the value lists, and its own organisations."""

    schema: Node
    value_lists: ValueLists
    toets: Toets

    def node(self, own: Node) -> Node:
        """What describes a value, its reference followed; what the field itself says goes first."""
        reference = str(own.get("$ref", ""))
        if not reference.startswith("#/$defs/"):
            return own
        return {**self.schema.get("$defs", {}).get(reference.rpartition("/")[2], {}), **own}

    def inside(self, node: Node, key: str) -> Node:
        """What describes the value of a key of an object."""
        return self.node(node.get("properties", {}).get(key, {}))

    def items(self, node: Node) -> Node:
        """What describes the items of a list."""
        return self.node(node.get("items", {}))

    def title(self, node: Node, key: str) -> str:
        """The title of a key of an object, to stand inside a sentence."""
        title = str(node.get("properties", {}).get(key, {}).get("title", key))
        return notation.lowered(title)

    def is_text(self, node: Node) -> bool:
        """Whether a value is running text, in which a change is marked."""
        return node.get("x-tekst") in _LONG or node.get("x-tekst") == "regel"

    def value(self, value: object, node: Node) -> str:
        """A value in words; ``""`` for what is not there."""
        if value is None or value in ((), {}):
            return ""
        if isinstance(value, bool):
            return "ja" if value else "nee"
        if isinstance(value, str):
            return self._text(value, node)
        if isinstance(value, int | float):
            return notation.number(value)
        if isinstance(value, tuple):
            return notation.joined(self.value(item, self.items(node)) for item in value)
        if isinstance(value, Mapping):
            return notation.joined(f"{key} {self.label(item, node)}" for key, item in value.items())
        return self.label(value, node)

    def label(self, value: object, node: Node) -> str:
        """A thing in the words by which a reader knows it."""
        if not is_dataclass(value):
            return self.value(value, node)
        for name in LABELS:
            own = getattr(value, name, None)
            if isinstance(own, str) and own:
                return self.value(own, self.inside(node, name))
        parts = (
            self.value(getattr(value, field.name), self.inside(node, field.name))
            for field in fields(value)
            if field.name != "id"
        )
        return ", ".join(part for part in parts if part)

    def _text(self, value: str, node: Node) -> str:
        if value in node.get("enum", ()):
            at = list(node["enum"]).index(value)
            names = node.get("x-namen", ())
            return str(names[at]) if at < len(names) else value
        if str(node.get("$ref", "")).rpartition("/")[2] in ("datum", "datum_of_onbekend"):
            return value if value == ONBEKEND else notation.date(value)
        if node.get("x-verwijst") == "organisaties":
            return self._organisation(value)
        return value

    def _organisation(self, organisation_id: str) -> str:
        own: Iterable[str] = (
            organisatie.naam
            for organisatie in self.toets.organisaties
            if organisatie.id == organisation_id and organisatie.naam
        )
        return next(iter(own), self.value_lists.name("organisaties", organisation_id))
