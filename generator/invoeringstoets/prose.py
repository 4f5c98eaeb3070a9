"""Markdown inside a YAML value becomes blocks and inlines of ``document``.

One parser owns rich text for every format: CommonMark with tables and note references ``[^id]``.
HTML is off; links go to http, https, mailto and tel only, anything else stays the text it was.
What a document has no block for gives up its form and keeps its text: an image is its alternative
text, a quotation its paragraphs, code its characters, a list that does not start at 1 its lines.
Text that an author did not mean as markup (indentation, ``&``) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
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
    Strong,
    Table,
    Text,
)

Notes = Mapping[str, Inlines]
"""The notes that ``[^id]`` may refer to; a reference to another id stays as it was typed."""

NO_NOTES: Final[Notes] = MappingProxyType({})
MAX_LEVEL: Final = 6
"""The deepest heading that HTML and PDF know."""

_NESTING: Final = 20
_DEEPEST: Final = 60  # emphasis escapes the parser's own limit; nobody writes it this deep
_LINK: Final = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_NOTE: Final = re.compile(r"\[\^([^\]\s]+)\]")
_LINE: Final = r"(?![-+=\s]|\d+[.)])[^*_\[\]`\\#&!<>~|\x00-\x1f]++(?<!\s)"
_PLAIN: Final = re.compile(rf"\n*+(?:{_LINE}(?:\n++|\Z))*+")
"""Lines in which the parser reads no more than their characters; white at an edge it drops."""
_APART: Final = re.compile(r"\n{2,}")
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


# --- what others call -----------------------------------------------------------------------


def blocks(text: str | None, notes: Notes = NO_NOTES, *, level: int | None = None) -> Blocks:
    """The blocks of a rich text (``x-tekst: opmaak``).

    With ``level`` the highest heading in the text gets that level and none is skipped; without it
    headings become bold paragraphs, for text in places that may hold none.
    """
    if not text:
        return ()
    if is_plain(text):
        parts = _APART.split(text.strip("\n"))
        return tuple(Paragraph((Text(part.replace("\n", " ")),)) for part in parts if part)
    tokens = _PARSER.parse(text, {"notes": notes})
    if _too_deep(tokens):
        return paragraphs(text)
    found = tuple(_Reader(notes).children(SyntaxTreeNode(tokens)))
    return _levelled(found, level)


def is_plain(text: str) -> bool:
    """Whether a rich text is sure to be paragraphs of its own characters: nearly all text is.

    Then the parser, which takes fifty times as long, has nothing to say.
    """
    return _PLAIN.fullmatch(text) is not None


def inlines(text: str | None, notes: Notes = NO_NOTES) -> Inlines:
    """The inline content of a rich text that must fit in a cell or a note; one line."""
    if not text:
        return ()
    tokens = _PARSER.parseInline(text.strip(), {"notes": notes})
    if _too_deep(tokens):
        return (Text(" ".join(text.split())),)
    return _Reader(notes).content(SyntaxTreeNode(tokens))


def paragraphs(text: str | None) -> Blocks:
    """The paragraphs of plain text (``x-tekst: alineas``): a blank line parts them."""
    parts = re.split(r"\n[^\S\n]*\n", text or "")
    lines = (" ".join(part.split()) for part in parts)
    return tuple(Paragraph((Text(line),)) for line in lines if line)


def flowed(found: Blocks) -> Inlines:
    """The text of blocks as one run of inline content, for a cell; each block on a new line."""
    content: list[Inline] = []
    for part in _runs(found):
        content += [LineBreak(), *part] if content else part
    return tuple(content)


def _runs(found: Blocks) -> Iterator[Inlines]:
    for block in found:
        if isinstance(block, Paragraph | Heading):
            yield block.content
        elif isinstance(block, ListBlock):
            for number, item in enumerate(block.items, 1):
                mark = f"{number}. " if block.ordered else "– "
                first, *rest = list(_runs(item)) or [()]
                yield from (_merged((Text(mark), *first)), *rest)
        elif isinstance(block, Table):
            for row in block.rows:
                yield flowed(tuple(Paragraph(cell.content) for cell in row))


def plain(content: Inlines) -> str:
    """The characters of inline content without its form; notes are left out."""
    return "".join(_characters(content))


def _characters(content: Inlines) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Text):
            yield inline.text
        elif isinstance(inline, LineBreak):
            yield " "
        elif not isinstance(inline, Footnote):
            yield from _characters(inline.content)


# --- from the parser's tree -----------------------------------------------------------------


def _too_deep(tokens: Sequence[Token]) -> bool:
    inner = (child for token in tokens for child in token.children or ())
    return any(token.level > _DEEPEST for token in chain(tokens, inner))


class _Reader:
    """Reads the parser's tree with the notes at hand."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def children(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """The blocks inside a node."""
        for child in node.children:
            yield from self._block(child)

    def content(self, node: SyntaxTreeNode) -> Inlines:
        """The inline content of a node, neighbouring texts joined."""
        return _merged(self._inlines(node))

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
                yield from self.children(node)

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
                yield Paragraph(_merged((Text(mark), *first.content)))
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


def _merged(content: Iterator[Inline] | Inlines) -> Inlines:
    merged: list[Inline] = []
    for inline in content:
        last = merged[-1] if merged else None
        if isinstance(inline, Text) and isinstance(last, Text):
            merged[-1] = Text(last.text + inline.text)
        elif inline != Text(""):
            merged.append(inline)
    return tuple(merged)


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
