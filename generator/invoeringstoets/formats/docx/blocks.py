"""Blocks as paragraphs and tables in the styles of a template."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest

from invoeringstoets.document import (
    Action,
    Block,
    Blocks,
    Callout,
    Conclusion,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Role,
    Signatures,
    Table,
    Text,
    Tone,
)
from invoeringstoets.formats import normal
from invoeringstoets.formats.docx import names
from invoeringstoets.formats.docx.figure import drawing
from invoeringstoets.formats.docx.inline import InlineWriter
from invoeringstoets.formats.docx.numbering import Numbering, reference
from invoeringstoets.formats.docx.page import KEPT_ACTION, KEPT_TABLE, Page, Properties
from invoeringstoets.formats.docx.signing import signed
from invoeringstoets.formats.docx.table import Grid, table
from invoeringstoets.formats.docx.text import BREAK, TAB, run
from invoeringstoets.formats.widths import text_width
from invoeringstoets.house_style import Colours

LIST_INDENT = 340
"""How far each list level stands to the right, in twips, where its style cannot say it."""

TERM_WIDTH = 2608
"""The column of a definition list, in twips."""

BOX_INDENT = 180
"""The white between the bar of a box and a list in it, in twips."""

QUOTE_INDENT = 400
"""How far a quotation stands to the right, as its style in our templates says."""

ITEM_INDENT = 440
"""The same for one of several actions."""

LONG_TERM = 11.4
"""A term that is wider than this, in parts of the type size, gets a line of its own."""

AFTER_LIST = 108
"""The white under a list, in twips: that of running text."""

AFTER_FACTS = 160
"""The white under a definition list, in twips."""

_ROLES = {
    Role.BODY: names.BODY,
    Role.LEAD: names.LEAD,
    Role.META: names.META,
    Role.MISSING: names.MISSING,
    Role.SALUTATION: names.SALUTATION,
}


@dataclass(frozen=True)
class Place:
    """Where blocks stand: the style of their paragraphs, list depth, indent in twips, and box."""

    style: str = names.BODY
    depth: int = 0
    indent: int = 0
    box: str = ""


@dataclass
class Writer:
    """Writes blocks on a page."""

    page: Page
    inline: InlineWriter
    numbering: Numbering
    colours: Colours
    contents: dict[int, str]

    def blocks(self, nodes: Blocks, place: Place = Place()) -> None:
        """Blocks one by one."""
        for node, following in zip_longest(nodes, nodes[1:]):
            self.block(node, place)
            if isinstance(following, Signatures):
                self.page.keep_last()

    def apart(self, nodes: Blocks) -> list[str]:
        """Blocks as XML, not put on the page."""
        start = len(self.page.out)
        self.blocks(nodes)
        written = self.page.out[start:]
        del self.page.out[start:]
        return written

    def block(self, node: Block, place: Place) -> None:
        """One block."""
        match node:
            case Paragraph():
                self.paragraph(node, place)
            case ListBlock(items, ordered):
                self.listing(items, place, ordered=ordered)
            case DefinitionList(items):
                for item in items:
                    self.definition(item, place)
                self.page.space_last(AFTER_FACTS)
            case Callout():
                self.callout(node, place)
            case Quote(inner):
                left = place.indent + LIST_INDENT * place.depth + QUOTE_INDENT
                self.blocks(inner, Place(names.QUOTE, indent=left, box=place.box))
            case Table() | Figure():
                self.shown(node, place)
            case _:
                self.upright(node)

    def upright(self, node: Heading | Conclusion | Signatures | PageBreak) -> None:
        """A block that looks the same wherever it stands."""
        match node:
            case Heading():
                self.heading(node)
            case Conclusion():
                self.conclusion(node)
            case Signatures():
                signed(node, self.page)
            case PageBreak():
                self.page.break_next = bool(self.page.out)

    def heading(self, node: Heading) -> None:
        """A heading; its number is counted by Word, or typed where Word would count otherwise."""
        counted = self.numbering.heading(node.level)
        typed = run(f"{node.number} ") if node.number and not counted else ""
        self.page.mark(self.contents.get(id(node)))
        self.page.mark(self.inline.anchors.get(node.id))
        style = names.heading(node.level)
        self.page.add(style, typed + self.inline.runs(node.content), properties=Properties(counted))

    def paragraph(self, node: Paragraph, place: Place) -> None:
        """A paragraph; words that announce what follows stay with it."""
        plain = place.style == names.BODY
        missing = node.role is Role.MISSING
        aside = node.role is Role.META and not plain
        left = _indent(place.indent + LIST_INDENT * place.depth)
        self.page.mark(self.inline.anchors.get(node.id))
        self.page.add(
            _ROLES[node.role] if plain or aside else place.style,
            self.inline.runs(node.content, emphasis=missing and not plain),
            properties=Properties(
                box=place.box,
                indent=left if aside else _moved(place),
                keep_next=announces(node),
            ),
        )

    def listing(self, items: tuple[Blocks, ...], place: Place, *, ordered: bool) -> None:
        """A list; each numbered one begins at 1."""
        depth = place.depth + 1
        style = names.in_list("Number" if ordered else "Bullet", depth)
        numbering = reference(*self.numbering.numbered_list(style)) if ordered else ""
        moved = place.indent or depth > names.DEEPEST_LIST
        left = place.indent + LIST_INDENT * depth
        first = Properties(numbering, place.box, indent=_indent(left, 300) if moved else "")
        inner = replace(place, style=names.in_list("Continue", depth), depth=depth)
        starts = []
        for item in items:
            starts.append(len(self.page.out))
            self.item(item, inner, style=style, first=first)
        self.page.keep_items(starts)
        if depth == 1 and not place.box:
            self.page.space_last(AFTER_LIST)

    def item(self, item: Blocks, place: Place, *, style: str, first: Properties) -> None:
        """An item: its first paragraph carries the mark."""
        head, rest = (item[0], item[1:]) if item else (None, ())
        runs = ""
        if isinstance(head, Paragraph):
            self.page.mark(self.inline.anchors.get(head.id))
            runs = self.inline.runs(head.content, emphasis=head.role is Role.MISSING)
        else:
            rest = item
        keep = bool(rest) and isinstance(rest[0], ListBlock)
        self.page.add(style, runs, properties=replace(first, keep_next=keep))
        self.blocks(rest, place)

    def definition(self, node: Definition, place: Place) -> None:
        """A term, and beside it what is said of it."""
        head = node.description[0] if node.description else None
        beside = head if isinstance(head, Paragraph) else None
        runs = self.inline.term(node.term)
        if beside is not None:
            runs += BREAK if text_width(normal.plain(node.term), bold=True) > LONG_TERM else TAB
            self.page.mark(self.inline.anchors.get(beside.id))
            runs += self.inline.runs(beside.content, emphasis=beside.role is Role.MISSING)
        left = place.indent + LIST_INDENT * place.depth
        moved = _indent(left + TERM_WIDTH, TERM_WIDTH) if left else ""
        self.page.add(names.FACT, runs, properties=Properties(box=place.box, indent=moved))
        rest = node.description[1:] if beside is not None else node.description
        self.blocks(rest, Place(names.FACT_MORE, indent=left + TERM_WIDTH, box=place.box))

    def callout(self, node: Callout, place: Place) -> None:
        """A box with a title."""
        start = len(self.page.out)
        style = names.BOX_CAUTION if node.tone is Tone.CAUTION else names.BOX
        box = self.page.template.style(style).box
        if node.title:
            keep = Properties(keep_next=bool(node.blocks))
            self.page.add(style, self.inline.runs(node.title, strong=True), properties=keep)
        self.blocks(node.blocks, Place(style, indent=BOX_INDENT + place.indent, box=box))
        self.page.keep(start)
        self.page.add(names.WHITE, "")

    def conclusion(self, node: Conclusion) -> None:
        """A conclusion with its actions, on one page where it fits."""
        start = len(self.page.out)
        label = node.label + (": " if node.label and node.title else "")
        self.page.mark(self.inline.anchors.get(node.id))
        if label or node.title:
            self.numbering.heading(node.level)
            title = self.inline.runs((Text(label), *node.title) if label else node.title)
            self.page.add(names.heading(node.level), title)
        self.blocks(node.blocks)
        if node.actions:
            self.page.add(names.ACTION_LABEL, run(node.actions_label))
        for action in node.actions:
            self.action(action, several=len(node.actions) > 1)
        self.page.keep(start)

    def action(self, node: Action, *, several: bool) -> None:
        """An action and its line of facts; several of them are a list."""
        start = len(self.page.out)
        style = names.ACTION_MORE if several else names.ACTION
        indent = ITEM_INDENT if several else BOX_INDENT
        more = Place(style, indent=indent, box=self.page.template.style(style).box)
        self.page.mark(self.inline.anchors.get(node.id))
        if several:
            self.item(node.blocks, more, style=names.ACTION_ITEM, first=Properties())
        else:
            self.blocks(node.blocks, more)
        if node.facts:
            beside = Properties(box=more.box, indent=_indent(indent))
            self.page.add(names.META, self.inline.runs(node.facts), properties=beside)
        self.page.keep(start, limit=KEPT_ACTION)

    def shown(self, node: Table | Figure, place: Place) -> None:
        """A table or drawing under its caption."""
        start = len(self.page.out)
        self.page.mark(self.inline.anchors.get(node.id))
        if node.caption:
            self.page.add(names.CAPTION, self.inline.runs(node.caption))
        indent = place.indent + LIST_INDENT * place.depth
        if isinstance(node, Figure):
            self.page.bookmarks += 1
            runs = drawing(node, self.colours, number=self.page.bookmarks)
            self.page.add(
                names.FIGURE, runs, properties=Properties(indent=_indent(indent) if indent else "")
            )
            return
        width = max(self.page.template.width - indent, len(node.columns))
        grid = Grid(indent, width)
        self.page.out.append(table(node, self.page, inline=self.inline, grid=grid))
        self.page.keep(start, limit=KEPT_TABLE)
        self.page.add(names.WHITE, "")


def announces(node: Paragraph) -> bool:
    """Whether these words say that something comes next ("De toets heeft twee doelen:")."""
    last = node.content[-1] if node.content else None
    return isinstance(last, Text) and last.text.endswith(":")


def _moved(place: Place) -> str:
    """The indent of a paragraph that stands further in than its style says."""
    if place.style in {names.BODY, names.FACT_MORE}:
        return _indent(place.indent) if place.indent else ""
    if place.style == names.QUOTE and place.indent > QUOTE_INDENT:
        return _indent(place.indent)
    if place.style.startswith("List") and (place.indent or place.depth > names.DEEPEST_LIST):
        return _indent(place.indent + LIST_INDENT * place.depth)
    return ""


def _indent(left: int, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'
