"""The shape of a document that every format may rely on.

After ``document`` or ``blocks``: heading levels never skip one and end at 6; every conclusion has
its level; a link goes to http(s), mailto or ``#id`` and holds no other link and no footnote; a
footnote holds no other footnote; text has no control characters, lone surrogates or runs of white
space; there are no empty inlines at the edges and no two bold or italic runs next to each other;
an id occurs once; a row has a cell for every column.
Nothing that can be read is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

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
    Emphasis,
    Footnote,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Strong,
    Table,
    Text,
)

T = TypeVar("T")

DEEPEST = 6
"""The deepest heading that HTML, Markdown and PDF 1.7 know."""

_WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SAFE_TARGET = re.compile(
    r"(?:https?://|mailto:|#)[^\s<>\"\\^`{|}\x00-\x1f\x7f-\x9f]+", re.IGNORECASE
)


def clean(text: str) -> str:
    """Text with runs of white space as one space and unreadable characters as U+FFFD."""
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", _WHITE_SPACE.sub(" ", text))


def _scrubbed(value: T) -> T:
    """A value of the document tree with every string in it cleaned."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return cast("T", clean(value))
    if isinstance(value, tuple):
        return cast("T", tuple(_scrubbed(item) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        old = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{name: _scrubbed(item) for name, item in old.items()})
    return value


def is_safe(target: str) -> bool:
    """Whether a link target may be printed as a link: http(s), mailto, or ``#id``."""
    return _SAFE_TARGET.fullmatch(target) is not None


def plain(content: Inlines) -> str:
    """The text of inlines without looks and without footnotes; for titles and contents."""
    return clean("".join(_words(content))).strip()


def _words(content: Inlines) -> Iterator[str]:
    for node in content:
        match node:
            case Text(text):
                yield text
            case LineBreak():
                yield " "
            case Strong(inner) | Emphasis(inner) | Link(_, inner):
                yield from _words(inner)
            case Footnote():
                pass


# --- inline ---------------------------------------------------------------------------------

_Kinds = frozenset[type]
_NO_KINDS: _Kinds = frozenset()


def inlines(content: Inlines) -> Inlines:
    """Inlines in normal shape, without line breaks or spaces at the edges."""
    nodes = list(_merged(_inner(content, _NO_KINDS)))
    while nodes and isinstance(nodes[0], LineBreak):
        del nodes[0]
    while nodes and isinstance(nodes[-1], LineBreak):
        del nodes[-1]
    if nodes and isinstance(nodes[0], Text):
        nodes[0] = Text(nodes[0].text.lstrip(" "))
    if nodes and isinstance(nodes[-1], Text):
        nodes[-1] = Text(nodes[-1].text.rstrip(" "))
    return tuple(node for node in nodes if node != Text(""))


def _inner(content: Iterable[Inline], within: _Kinds) -> Iterator[Inline]:
    for node in content:
        match node:
            case Text() | LineBreak():
                yield node
            case Footnote(inner) if within & {Footnote, Link}:
                yield from (Text(" ("), *_inner(inner, within), Text(")"))
            case Footnote(inner):
                yield Footnote(inlines(tuple(_inner(inner, frozenset({Footnote})))))
            case Link(target, inner) if Link in within or not is_safe(target):
                yield from _inner(inner, within)
            case _:
                yield from _wrapped(node, within)


def _wrapped(node: Strong | Emphasis | Link, within: _Kinds) -> Iterator[Inline]:
    """The node around its normal content; only the content if it says nothing new."""
    inner = tuple(_merged(_inner(node.content, within | {type(node)})))
    if not inner or (type(node) in within and not isinstance(node, Link)):
        yield from inner
    else:
        yield replace(node, content=inner)


def _merged(nodes: Iterable[Inline]) -> Iterator[Inline]:
    """Neighbours of one kind as one node; without empty texts."""
    last: Inline | None = None
    for node in nodes:
        if node == Text(""):
            continue
        joined = None if last is None else _joined(last, node)
        if joined is None and last is not None:
            yield last
        last = joined or node
    if last is not None:
        yield last


def _joined(left: Inline, right: Inline) -> Inline | None:
    match left, right:
        case Text(a), Text(b):
            return Text(clean(a + b))
        case Strong(a), Strong(b):
            return Strong(tuple(_merged((*a, *b))))
        case Emphasis(a), Emphasis(b):
            return Emphasis(tuple(_merged((*a, *b))))
    return None


# --- blocks ---------------------------------------------------------------------------------


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
        """Blocks in normal shape, in order."""
        return tuple(self.block(node) for node in nodes)

    def block(self, node: Block) -> Block:
        """One block in normal shape."""
        match node:
            case Heading():
                return replace(
                    node,
                    level=self.level(node.level),
                    content=inlines(node.content),
                    id=self.claim(node.id),
                    number=node.number.strip(),
                )
            case Paragraph():
                return replace(node, content=inlines(node.content), id=self.claim(node.id))
            case ListBlock(items):
                return replace(node, items=tuple(self.blocks(item) for item in items))
            case DefinitionList(items):
                return DefinitionList(tuple(self.definition(item) for item in items))
            case Table():
                return self.table(node)
            case Callout(title, inner):
                return replace(node, title=inlines(title), blocks=self.blocks(inner))
            case Conclusion():
                return self.conclusion(node)
            case _:
                return node

    def definition(self, node: Definition) -> Definition:
        """A term with its description in normal shape."""
        return Definition(inlines(node.term), self.blocks(node.description))

    def table(self, node: Table) -> Table:
        """A table in which every row has as many cells as there are columns."""
        width = len(node.columns)
        return replace(
            node,
            caption=inlines(node.caption),
            columns=tuple(_column(column) for column in node.columns),
            rows=tuple(_row(row, width) for row in node.rows),
            id=self.claim(node.id),
        )

    def conclusion(self, node: Conclusion) -> Conclusion:
        """A conclusion that knows its heading level."""
        return replace(
            node,
            title=inlines(node.title),
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
            facts=inlines(node.facts),
        )


def _column(column: Column) -> Column:
    return replace(column, header=inlines(column.header), width=max(column.width, 1))


def _row(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    cells = tuple(replace(cell, content=inlines(cell.content)) for cell in row[:width])
    return cells + (Cell(()),) * (width - len(cells))


def blocks(nodes: Blocks, *, heading_offset: int = 0) -> Blocks:
    """Blocks in normal shape; the first heading gets level ``1 + heading_offset``."""
    return _Outline(heading_offset).blocks(_scrubbed(nodes))


def document(source: Document, *, heading_offset: int = 0) -> Document:
    """A document in normal shape."""
    source = _scrubbed(source)
    outline = _Outline(heading_offset)
    front = source.front
    if isinstance(front, Cover):
        front = replace(front, facts=tuple(outline.definition(fact) for fact in front.facts))
    return replace(source, front=front, blocks=outline.blocks(source.blocks))
