"""Rich text with marks in it, as the parser reads it: loaded only where there is such text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from invoeringstoets.document import (
    Align,
    Block,
    Blocks,
    Cell,
    Column,
    Emphasis,
    Footnote,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from invoeringstoets.prose.joining import merged

MAX_LEVEL: Final = 6
"""The deepest heading that HTML and PDF know."""

_NESTING: Final = 20
_DEEPEST: Final = 60  # emphasis escapes the parser's own limit; nobody writes it this deep
_LINK: Final = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_NOTE: Final = re.compile(r"\[\^([^\]\s]+)\]")
_ALIGN: Final = {"text-align:right": Align.RIGHT, "text-align:center": Align.CENTER}


def _note_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    match = _NOTE.match(state.src, state.pos)
    if not match or match[1] not in state.env["notes"]:
        return False
    if not silent:
        state.push("note", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING})
    parser.enable("table").disable(["code", "entity", "html_block", "html_inline"])
    parser.inline.ruler.before("link", "note", _note_rule)
    parser.validateLink = lambda url: bool(_LINK.match(url))  # type: ignore[method-assign]
    return parser


_PARSER: Final = _parser()


def blocks(text: str, notes: Mapping[str, Inlines], *, level: int | None) -> Blocks | None:
    """The blocks of a rich text; ``None`` if marks in it stand too deep inside others."""
    tokens = _PARSER.parse(text, {"notes": notes})
    if _too_deep(tokens):
        return None
    return _levelled(tuple(_Reader(notes).children(SyntaxTreeNode(tokens))), level)


def inlines(text: str, notes: Mapping[str, Inlines]) -> Inlines | None:
    """The inline content of a rich text; ``None`` if marks in it stand too deep inside others."""
    tokens = _PARSER.parseInline(text, {"notes": notes})
    return None if _too_deep(tokens) else _Reader(notes).content(SyntaxTreeNode(tokens))


def _too_deep(tokens: Sequence[Token]) -> bool:
    inner = (child for token in tokens for child in token.children or ())
    return any(token.level > _DEEPEST for token in chain(tokens, inner))


class _Reader:
    """Reads the parser's tree with the notes at hand."""

    def __init__(self, notes: Mapping[str, Inlines]) -> None:
        self._notes = notes

    def children(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """The blocks inside a node."""
        for child in node.children:
            yield from self._block(child)

    def content(self, node: SyntaxTreeNode) -> Inlines:
        """The inline content of a node, neighbouring texts joined."""
        return merged(self._inlines(node))

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield Paragraph(self.content(node))
            case "heading":
                yield Heading(int(node.tag[1]), self.content(node))
            case "bullet_list":
                yield ListBlock(self._items(node))
            case "ordered_list":
                yield from self._ordered(node)
            case "table":
                yield self._table(node)
            case "fence":
                yield Paragraph(_lines(node.content))
            case "blockquote":
                yield Quote(_levelled(tuple(self.children(node)), None))

    def _items(self, node: SyntaxTreeNode) -> tuple[Blocks, ...]:
        items = (_levelled(tuple(self.children(item)), None) for item in node.children)
        return tuple(item or (Paragraph(()),) for item in items)

    def _ordered(self, node: SyntaxTreeNode) -> Iterator[Block]:
        start = int(node.attrs.get("start", 1))
        if start == 1:
            yield ListBlock(self._items(node), ordered=True)
            return
        for offset, item in enumerate(self._items(node)):
            first, *rest = item
            mark = f"{start + offset}{node.children[offset].markup} "
            if isinstance(first, Paragraph):
                yield Paragraph(merged((Text(mark), *first.content)))
            else:
                yield from (Paragraph((Text(mark.strip()),)), first)
            yield from rest

    def _table(self, node: SyntaxTreeNode) -> Table:
        head, *bodies = node.children
        columns = tuple(
            Column(self.content(cell), _ALIGN.get(str(cell.attrs.get("style")), Align.LEFT))
            for cell in head.children[0].children
        )
        rows = tuple(
            tuple(Cell(self.content(cell)) for cell in row.children)
            for body in bodies
            for row in body.children
        )
        return Table((), columns, rows)

    def _inlines(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        for child in node.children:
            if child.type == "inline":
                yield from self._inlines(child)
            else:
                yield self._inline(child)

    def _inline(self, node: SyntaxTreeNode) -> Inline:
        match node.type:
            case "softbreak":
                return Text(" ")
            case "hardbreak":
                return LineBreak()
            case "strong":
                return Strong(self.content(node))
            case "em":
                return Emphasis(self.content(node))
            case "link":
                return Link(str(node.attrs["href"]), self.content(node))
            case "note":
                return Footnote(self._notes[node.content])
            case _:  # text, code, and an image as its alternative text
                return Text(node.content)


def _lines(code: str) -> Inlines:
    content: list[Inline] = []
    for line in code.splitlines():
        content += [LineBreak(), Text(line)]
    return tuple(content[1:])


def _levelled(found: Blocks, level: int | None) -> Blocks:
    top = min((block.level for block in found if isinstance(block, Heading)), default=1)
    levelled: list[Block] = []
    last = (level or 1) - 1
    for block in found:
        if not isinstance(block, Heading):
            levelled.append(block)
        elif level is None:
            levelled.append(Paragraph((Strong(block.content),)))
        else:
            last = min(level + block.level - top, last + 1, MAX_LEVEL)
            levelled.append(Heading(last, block.content))
    return tuple(levelled)
