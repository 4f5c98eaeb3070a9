"""The document tree as JSON data for the Typst template."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING

from invoeringstoets import glyphs
from invoeringstoets.document import Action, Conclusion, Document, Heading
from invoeringstoets.formats.errors import FormatError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_UNSEEN = ("id", "target")
"""Fields that are never drawn, so that the fonts do not matter to them."""


KEPT = (18, 9)
"""Lines up to which a conclusion and an action are not broken over two pages: 9 and 5 cm."""

_LINE = 78
"""Characters on a line of a letter."""

_AROUND = {"paragraph": 1.2, "listblock": 0.4, "conclusion": 3.0, "table": 2.0}
"""Lines that a block takes besides those of its characters: a last line half full, white."""


_UNWRITTEN = (*_UNSEEN, "kind", "role", "tone")
"""Fields that take no room."""


def data_of(document: Document) -> dict[str, object]:
    """A document in normal shape as a JSON object, with the ids in it and its count of headings.

    Raises ``FormatError`` when the list of what the fonts can draw is missing.
    """
    anchors: set[str] = set()
    try:
        drawn = _object(document, anchors)
    except OSError as error:
        raise FormatError(f"het bestand {glyphs.COVERAGE} ontbreekt in de installatie") from error
    headings = sum(isinstance(block, Heading) for block in document.blocks)
    return {**drawn, "anchors": sorted(anchors), "contents": headings}


def without_links(value: object) -> object:
    """The same data with each link as its words, and each note between brackets in the text."""
    if isinstance(value, dict):
        return {key: without_links(item) for key, item in value.items()}
    if isinstance(value, list):
        return [piece for item in value for piece in _unlinked(item)]
    return value


def _object(node: DataclassInstance, anchors: set[str]) -> dict[str, object]:
    """A dataclass of the document tree as a JSON object that says its kind."""
    data: dict[str, object] = {"kind": type(node).__name__.lower()}
    for each in fields(node):
        value = getattr(node, each.name)
        data[each.name] = value if each.name in _UNSEEN else _value(value, anchors)
    name = data.get("id")
    if isinstance(name, str) and name:
        anchors.add(name)
    if isinstance(node, Conclusion | Action):
        data["fits"] = _lines(data) <= KEPT[data["kind"] == "action"]
    return data


def _lines(data: object) -> float:
    """About how many lines something takes; to measure it in Typst is to lay it out twice."""
    if isinstance(data, dict):
        own = _AROUND.get(str(data.get("kind")), 0.0)
        return own + sum(_lines(value) for key, value in data.items() if key not in _UNWRITTEN)
    if isinstance(data, list):
        return sum(_lines(value) for value in data)
    return len(data) / _LINE if isinstance(data, str) else 0.0


def _value(value: object, anchors: set[str]) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return glyphs.drawable(value)
    if isinstance(value, tuple):
        return [_value(item, anchors) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _object(value, anchors)
    return value


def _unlinked(item: object) -> list[object]:
    kind = item.get("kind") if isinstance(item, dict) else None
    if not isinstance(item, dict) or kind not in {"link", "footnote"}:
        return [without_links(item)]
    content = [piece for part in item["content"] for piece in _unlinked(part)]
    if kind == "link":
        return content
    opening, closing = ({"kind": "text", "text": sign} for sign in (" (", ")"))
    return [opening, *content, closing]
