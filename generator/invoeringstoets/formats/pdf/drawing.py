"""The document tree as JSON data for the Typst template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from invoeringstoets import glyphs
from invoeringstoets.document import (
    Action,
    Conclusion,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Inline,
    Inlines,
    Letterhead,
    LineBreak,
    Link,
    ListBlock,
    Strong,
    Table,
    Text,
)
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.keeping import KEPT_ITEMS
from invoeringstoets.formats.pdf import breaking
from invoeringstoets.formats.pdf.breaking import Code, Room
from invoeringstoets.formats.widths import Setting, of_table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_UNSEEN = ("id", "target")
"""Fields that are never drawn, so that the fonts do not matter to them."""


KEPT = (18, 9)
"""Lines up to which a conclusion and an action are not broken over two pages: 9 and 5 cm."""

KEPT_LIST = 13
"""The same of a list of at most ``KEPT_ITEMS``: so high are four of two lines."""

CLOSING = (3.2, 14)
"""Lines that stay on the page of who signs: at least two with the white of a paragraph. Of a block
that would leave the page before half empty only its last items or rows do."""

_SIGNED = (9, 4)
"""Lines of two who sign beside each other with the white around them, and of one in print."""

ROOM = (154.0, 132.3)
"""How broad the text of a report and of a letter is in mm, as in ``templates/typst/style.typ``."""

CELLS = Setting(size=9.25, inset=3.53)
"""How cells are set in ``templates/typst/blocks.typ``."""

_LINE = 78
"""Characters on a line of a letter."""

_AROUND = {"paragraph": 1.2, "listblock": 0.4, "conclusion": 3.0, "table": 2.0}
"""Lines that a block takes besides those of its characters: a last line half full, white."""

_ROW = 1.2
"""The same of a row of a table."""

_FOOTED = {"rows", "tail"}
"""What a table has of which the last rows stay with who signs."""

_UNWRITTEN = (*_UNSEEN, "kind", "role", "tone")
"""Fields that take no room."""


def data_of(document: Document, *, links: bool = True, cells: Setting = CELLS) -> dict[str, object]:
    """A document in normal shape as a JSON object, with the ids in it and its count of headings.

    Without ``links`` each link is its words, and each note stands between brackets in the text;
    ``cells`` is how tables are set.
    Raises ``FormatError`` when the list of what the fonts can draw is missing.
    """
    drawing = _Drawing(links, ROOM[isinstance(document.front, Letterhead)], cells)
    try:
        drawn = drawing.node(document)
    except OSError as error:
        raise FormatError(f"het bestand {glyphs.COVERAGE} ontbreekt in de installatie") from error
    return {
        **drawn,
        "anchors": sorted(drawing.anchors),
        "footed": drawing.footed,
        "contents": sum(isinstance(block, Heading) for block in document.blocks),
        "long": breaking.is_long(document.title),
    }


@dataclass
class _Drawing:
    """How one document becomes data, the ids that were in it, and whether a table has a tail."""

    links: bool
    room: float = ROOM[0]
    cells: Setting = CELLS
    anchors: set[str] = field(default_factory=set)
    footed: bool = False

    def node(self, node: DataclassInstance) -> dict[str, object]:
        """A dataclass of the document tree as a JSON object that says its kind."""
        data: dict[str, object] = {"kind": type(node).__name__.lower()}
        if isinstance(node, Table):
            data = self.table(node)
        else:
            for each in fields(node):
                value = getattr(node, each.name)
                data[each.name] = value if each.name in _UNSEEN else self.value(value)
        name = data.get("id")
        if isinstance(name, str) and name:
            self.anchors.add(name)
        if isinstance(node, Conclusion | Action):
            data["fits"] = _lines(data) <= KEPT[data["kind"] == "action"]
        if isinstance(node, ListBlock):
            data |= _kept(data)
        return data

    def table(self, node: Table) -> dict[str, object]:
        """A table with the widths of its columns in mm; its cells know how broad they are."""
        widths = of_table(node, self.room, setting=self.cells)
        rooms = [self.cells.room(width) for width in widths]
        bold = [Room(room, bold=True) for room in rooms]
        columns = [
            {
                "header": self.words(column.header, room) if column.header else [],
                "align": column.align.value,
                "width": width,
            }
            for column, width, room in zip(node.columns, widths, bold, strict=True)
        ]
        rows = [
            [
                {
                    "header": cell.header,
                    "content": self.words(cell.content, Room(room, cell.header))
                    if cell.content
                    else [],
                }
                for cell, room in zip(row, rooms, strict=False)
            ]
            for row in node.rows
        ]
        caption = self.value(node.caption)
        return {
            "kind": "table",
            "id": node.id,
            "caption": caption,
            "columns": columns,
            "rows": rows,
        }

    def value(self, value: object) -> object:
        """What is in a field; no words at all are an empty list."""
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, str):
            return glyphs.drawable(value)
        if isinstance(value, tuple):
            if value and isinstance(value[0], Inline):
                return self.words(value)
            items = _signed([self.value(item) for item in value])
            self.footed |= any(isinstance(one, dict) and one.keys() >= _FOOTED for one in items)
            return items
        if is_dataclass(value) and not isinstance(value, type):
            return self.node(value)
        return value

    def words(self, words: Inlines, room: Room | None = None) -> dict[str, object]:
        """A line of inlines, with how it may be broken; ``room`` is how broad its cell is."""
        shown = words if self.links else tuple(_unlinked(words))
        return {"content": self.inlines(shown, room), **breaking.marks(shown, room)}

    def inlines(self, nodes: Inlines, room: Room | None) -> list[object]:
        """Text in parts, anything else as an object that says its kind."""
        found: list[object] = []
        for node in nodes:
            if isinstance(node, Text):
                found += map(_part, breaking.split(node.text, room))
            else:
                found.append(self.inline(node, room))
        return found

    def inline(
        self, node: Strong | Emphasis | Link | Footnote | LineBreak, room: Room | None
    ) -> object:
        """What is no text as an object; a note has the room of the page."""
        data: dict[str, object] = {"kind": type(node).__name__.lower()}
        if isinstance(node, Link):
            data["target"] = node.target
        if not isinstance(node, LineBreak):
            data["content"] = self.inlines(
                node.content, None if isinstance(node, Footnote) else room
            )
        return data


def _part(part: str | Code) -> object:
    """Text as it is; a code as an object."""
    if isinstance(part, str):
        return glyphs.drawable(part)
    return {"kind": "code", "content": [glyphs.drawable(one) for one in part.parts]}


def _unlinked(words: Inlines) -> Iterator[Inline]:
    """Links as their words, notes between brackets."""
    for node in words:
        if isinstance(node, Text | LineBreak):
            yield node
        elif isinstance(node, Link):
            yield from _unlinked(node.content)
        elif isinstance(node, Footnote):
            yield from (Text(" ("), *_unlinked(node.content), Text(")"))
        else:
            yield type(node)(tuple(_unlinked(node.content)))


def _kept(data: Mapping[str, Any]) -> dict[str, object]:
    """Whether a list is not broken over pages; of a longer one, how many lines the last item is.

    That stays with the one before it, unless the two are long.
    """
    fits = len(data["items"]) <= KEPT_ITEMS and _lines(data) <= KEPT_LIST
    last = [_lines(item) for item in data["items"][-2:]]
    reserved = not fits and len(last) > 1 and sum(last) <= KEPT_LIST
    return {"fits": fits, **({"reserve": last[-1]} if reserved else {})}


def _signed(items: list[object]) -> list[object]:
    """The items; the last ones before a signature say that they stay on its page.

    ``tail`` is how many items of a list or rows of a table do where it is too long to stay whole,
    ``room`` how many lines come between those rows and the end of the signature.
    """
    lines, signed = CLOSING[0], 0.0
    for item in reversed(items):
        if not isinstance(item, dict):
            continue
        if item["kind"] == "signatures":
            lines, signed = 0.0, _signing(item)
        elif lines < CLOSING[0]:
            own = _lines(item)
            whole = own <= CLOSING[1]
            item.update({"stays": True} if whole else _tail(item, lines, signed=signed))
            lines += own
    return items


def _signing(data: Mapping[str, Any]) -> float:
    """The lines of who sign."""
    people = len(data["signatories"])
    beside, printed = _SIGNED
    return people * printed if data["printed"] else -(-people // 2) * beside


def _tail(data: Mapping[str, Any], below: float, *, signed: float) -> dict[str, object]:
    """Of a long list or table: the last parts that are enough lines, unless they are long too."""
    around = _ROW if "rows" in data else 0.0
    lines, count = below, 0
    for part in reversed(data.get("rows") or data.get("items") or ()):
        if lines >= CLOSING[0]:
            break
        lines += _lines(part) + around
        count += 1
    return {"tail": count, "room": below + signed} if count and lines <= CLOSING[1] else {}


def _lines(data: object) -> float:
    """About how many lines something takes; to measure it in Typst is to lay it out twice."""
    if isinstance(data, dict):
        own = _AROUND.get(str(data.get("kind")), 0.0) + _ROW * len(data.get("rows", ()))
        return own + sum(_lines(value) for key, value in data.items() if key not in _UNWRITTEN)
    if isinstance(data, list):
        return sum(_lines(value) for value in data)
    return len(data) / _LINE if isinstance(data, str) else 0.0
