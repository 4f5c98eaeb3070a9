"""The shape of a document that every format may rely on.

After ``document`` or ``blocks``: heading levels never skip one and end at 6; every conclusion has
its level; a link goes to http(s), mailto or ``#id`` and holds no other link and no footnote; a
footnote holds no other footnote; text has no control characters, lone surrogates or runs of white
space; there are no empty inlines at the edges and no two bold or italic runs next to each other;
an id occurs once; a row has a cell for every column; no heading, list or title is empty;
the title of a heading or conclusion holds no footnote; a figure has finite measures, words that
say what it shows, and a caption without footnotes.
Nothing that can be read is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from invoeringstoets.document import (
    Action,
    Block,
    Blocks,
    Callout,
    Cell,
    Column,
    Conclusion,
    Cover,
    Definition,
    DefinitionList,
    Document,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Quote,
    Signatures,
    Table,
)
from invoeringstoets.formats.normal.depth import DEEPEST, lowered
from invoeringstoets.formats.normal.figure import figure, is_drawn
from invoeringstoets.formats.normal.inline import edged, is_normal, noteless, plain, scrubbed

__all__ = ["DEEPEST", "blocks", "document", "inlines", "is_normal", "plain"]

_UNTITLED = "Zonder titel"


def inlines(content: Inlines) -> Inlines:
    """Inlines in normal shape, without line breaks or spaces at the edges."""
    return edged(scrubbed(content))


@dataclass
class _Outline:
    """What has been passed on the way down: open heading levels and ids in use."""

    offset: int
    open_levels: list[int] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def level(self, wanted: int) -> int:
        """The level of a heading: at most one deeper than what is open."""
        while self.open_levels and self.open_levels[-1] >= wanted:
            self.open_levels.pop()
        self.open_levels.append(wanted)
        return min(len(self.open_levels) + self.offset, DEEPEST)

    def below(self) -> int:
        """The level of a title under the last heading."""
        return min(len(self.open_levels) + 1 + self.offset, DEEPEST)

    def claim(self, name: str) -> str:
        """The id, or nothing when it was used before."""
        if not name or name in self.ids:
            return ""
        self.ids.add(name)
        return name

    def blocks(self, nodes: Blocks) -> Blocks:
        """Blocks in normal shape, in order, without those that say nothing."""
        return tuple(self.block(node) for node in nodes if _says_something(node))

    def block(self, node: Block) -> Block:
        """One block in normal shape."""
        match node:
            case Heading():
                return replace(
                    node,
                    level=self.level(node.level),
                    content=noteless(node.content),
                    id=self.claim(node.id),
                    number=node.number.strip(),
                )
            case Paragraph():
                return replace(node, content=edged(node.content), id=self.claim(node.id))
            case ListBlock(items):
                return replace(node, items=tuple(self.blocks(item) for item in items))
            case DefinitionList(items):
                return DefinitionList(tuple(self.definition(item) for item in items))
            case Quote(inner):
                return Quote(self.blocks(inner))
            case Table() | Conclusion() | Figure() | Callout():
                return self.composed(node)
            case _:
                return node

    def composed(self, node: Table | Conclusion | Figure | Callout) -> Block:
        """A block of many parts in normal shape."""
        match node:
            case Callout(title, inner):
                return replace(node, title=edged(title), blocks=self.blocks(inner))
            case Table():
                return self.table(node)
            case Conclusion():
                return self.conclusion(node)
            case Figure():
                return replace(figure(node), id=self.claim(node.id))

    def definition(self, node: Definition) -> Definition:
        """A term with its description in normal shape."""
        return Definition(edged(node.term), self.blocks(node.description))

    def table(self, node: Table) -> Table:
        """A table in which every row has as many cells as there are columns."""
        width = len(node.columns)
        return replace(
            node,
            caption=edged(node.caption),
            columns=tuple(_column(column) for column in node.columns),
            rows=tuple(_row(row, width) for row in node.rows),
            id=self.claim(node.id),
        )

    def conclusion(self, node: Conclusion) -> Conclusion:
        """A conclusion that knows its heading level."""
        return replace(
            node,
            title=noteless(node.title),
            level=self.below(),
            id=self.claim(node.id),
            blocks=self.blocks(node.blocks),
            actions=tuple(self.action(action) for action in node.actions),
        )

    def action(self, node: Action) -> Action:
        """An action in normal shape."""
        return replace(
            node,
            id=self.claim(node.id),
            blocks=self.blocks(node.blocks),
            facts=edged(node.facts),
        )


def _says_something(node: Block) -> bool:
    match node:
        case Heading(_, content):
            return bool(edged(content) or node.number.strip())
        case Paragraph(content):
            return bool(edged(content) or node.id)
        case ListBlock(items) | DefinitionList(items):
            return bool(items)
        case Table():
            return bool(node.columns)
        case Signatures(signatories):
            return bool(signatories)
        case Quote(inner):
            return any(map(_says_something, inner))
        case Figure():
            return is_drawn(node)
        case _:
            return True


def _column(column: Column) -> Column:
    return replace(column, header=edged(column.header), width=max(column.width, 1))


def _row(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    cells = tuple(replace(cell, content=edged(cell.content)) for cell in row[:width])
    return cells + (Cell(()),) * (width - len(cells))


def blocks(nodes: Blocks, *, heading_offset: int = 0) -> Blocks:
    """Blocks in normal shape; the first heading gets level ``1 + heading_offset``."""
    return _Outline(heading_offset).blocks(scrubbed(nodes))


def document(source: Document, *, heading_offset: int = 0) -> Document:
    """A document in normal shape; that of the last few is kept, for the other formats."""
    return _document(_Same(source), heading_offset)


class _Same:
    """A document that equals only itself: to compare two would take longer than to draw one."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        """Hold on to the document, so that its identity stays its own."""
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document


@lru_cache(maxsize=16)
def _document(same: _Same, heading_offset: int) -> Document:
    if heading_offset:
        normal = _document(same, 0)
        return replace(normal, blocks=lowered(normal.blocks, heading_offset))
    source = scrubbed(same.document)
    outline = _Outline(0)
    front = source.front
    if isinstance(front, Cover):
        front = replace(front, facts=tuple(outline.definition(fact) for fact in front.facts))
    title = source.title.strip() or _UNTITLED
    return replace(source, title=title, front=front, blocks=outline.blocks(source.blocks))
