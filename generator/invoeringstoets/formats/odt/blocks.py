"""Draws the blocks of a document as OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from invoeringstoets.document import (
    Action,
    Block,
    Callout,
    Conclusion,
    DefinitionList,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Signatures,
    Table,
    Tone,
)
from invoeringstoets.formats import normal
from invoeringstoets.formats.keeping import KEPT_ITEMS
from invoeringstoets.formats.odt.figure import figure
from invoeringstoets.formats.odt.keeping import Piece, keep_last
from invoeringstoets.formats.odt.markup import span, text
from invoeringstoets.formats.odt.signing import signed
from invoeringstoets.formats.odt.table import definitions, table
from invoeringstoets.formats.odt.writer import Writer

__all__ = ["blocks"]

_TOGETHER = 1300
"""How many characters a conclusion may have to stay on one page: about nine centimetres."""

_LIST_TOGETHER = 860
"""The same of a list of at most ``KEPT_ITEMS``: four of two lines."""

_CALLOUTS = {
    Tone.INFO: ("Kadertitel", "Kadertekst"),
    Tone.CAUTION: ("Let_20_op_20_titel", "Let_20_op_20_tekst"),
}
"""The styles of the title and the text of a box."""

_ITEM = "Lijsttekst"
"""The style of running text in a list."""

_QUOTE, _QUOTED_ITEM = "Quotations", "Citaat_20_in_20_lijst"
"""The styles of running text in a quotation, and in a list in it."""

_LISTED_ACTION = "Actie_20_in_20_lijst"
"""The style of an action among others."""

_BOXES = {"Kadertekst", "Let_20_op_20_tekst"}
"""The styles of running text in a box."""


def blocks(nodes: Sequence[Block], writer: Writer) -> str:
    """The XML of blocks, one below the other."""
    return "".join([xml for _, xml in _all(nodes, writer)])


def _pieces(node: Block, writer: Writer) -> list[Piece]:
    match node:
        case ListBlock():
            return _list(node, writer)
        case Table() | DefinitionList():
            return [(False, _tabular(node, writer))]
        case Callout() | Conclusion() | Quote():
            return _composed(node, writer)
        case _:
            return [(True, _single(node, writer))]


def _single(node: Block, writer: Writer) -> str:
    match node:
        case Paragraph():
            return writer.running(node)
        case Heading(level, content, name, number):
            writer.mark(name)
            if mark := writer.listed.get(id(node)):
                writer.marks.append(mark)
            return writer.heading(level, writer.ink.inlines(content), typed=text(number))
        case Figure():
            return figure(node, writer)
        case Signatures():
            return signed(node, writer)
        case PageBreak():
            writer.page_break = True
            return ""
    raise TypeError(node)


def _tabular(node: Table | DefinitionList, writer: Writer) -> str:
    if isinstance(node, Table):
        return table(node, writer)
    return definitions(node.items, writer, draw=blocks)


def _composed(node: Callout | Conclusion | Quote, writer: Writer) -> list[Piece]:
    if isinstance(node, Conclusion):
        return _conclusion(node, writer)
    if isinstance(node, Quote):
        with writer.within(body=_QUOTE):
            return _all(node.blocks, writer)
    title, inner = _CALLOUTS[node.tone]
    head = writer.paragraph(title, writer.ink.inlines(node.title)) if node.title else ""
    with writer.within(body=inner):
        return [(True, head), *_all(node.blocks, writer)]


def _all(nodes: Sequence[Block], writer: Writer) -> list[Piece]:
    """The pieces of blocks: the last words stay with who signs, two boxes do not touch."""
    pieces: list[Piece] = []
    for node, following in zip_longest(nodes, nodes[1:]):
        pieces += _pieces(node, writer)
        if isinstance(following, Signatures):
            pieces = keep_last(pieces, writer.styles)
        if isinstance(node, Callout) and isinstance(following, Callout):
            pieces.append((True, writer.hair()))
    return pieces


# --- lists ---------------------------------------------------------------------------------------


def _list(node: ListBlock, writer: Writer) -> list[Piece]:
    nested = writer.body == _ITEM
    quoted = _QUOTED_ITEM if writer.body in {_QUOTE, _QUOTED_ITEM} else _ITEM
    body = writer.body if writer.body in _BOXES else quoted
    with writer.within(body=body):
        items = list(_items(node, writer))
    style = "Nummering" if node.ordered else "Opsomming"
    pieces = _listed(style + ("_20_in_20_citaat" if body == _QUOTED_ITEM else ""), items)
    if pieces and not nested:
        listable, xml = pieces[-1]
        pieces[-1] = (listable, _ended(xml))
    return pieces


def _items(node: ListBlock, writer: Writer) -> Iterator[list[Piece]]:
    """The items of a list: the last two stay together, and all of a short one."""
    last = len(node.items) - 1
    short = last < KEPT_ITEMS and _length(node) < _LIST_TOGETHER
    for at, item in enumerate(node.items):
        stays = (short and at < last) or at == last - 1
        with writer.within(keep=writer.keep or stays):
            yield _all(item, writer)


def _ended(xml: str) -> str:
    """A list whose last paragraph has the white below it of running text."""
    before, item, after = xml.rpartition(f'<text:p text:style-name="{_ITEM}">')
    if not item or "<text:p" in after:
        return xml
    return f'{before}<text:p text:style-name="{_ITEM}_20_einde">{after}'


def _listed(style: str, items: Sequence[list[Piece]]) -> list[Piece]:
    """A list; where an item holds a table the list is interrupted, and counts on after it."""
    pieces: list[Piece] = []
    run = ""
    for item in items:
        inside, tag = "", "text:list-item"
        for listable, xml in item:
            if listable:
                inside += xml
                continue
            begun = inside or (tag == "text:list-item" and "<text:p/>")
            run += f"<{tag}>{begun}</{tag}>" if begun else ""
            pieces += [(True, _wrapped(style, run, first=not pieces))] if run else []
            pieces.append((False, xml))
            run, inside, tag = "", "", "text:list-header"
        if inside or tag == "text:list-item":
            run += f"<{tag}>{inside}</{tag}>"
    return [*pieces, (True, _wrapped(style, run, first=not pieces))] if run else pieces


def _wrapped(style: str, items: str, *, first: bool) -> str:
    counting = "" if first else ' text:continue-numbering="true"'
    return f'<text:list text:style-name="{style}"{counting}>{items}</text:list>'


# --- conclusions ---------------------------------------------------------------------------------


def _conclusion(node: Conclusion, writer: Writer) -> list[Piece]:
    together = _length(node) < _TOGETHER
    writer.mark(node.id)
    pieces: list[Piece] = []
    if node.label or node.title:
        joint = ": " if node.label and node.title else ""
        title = f"{text(node.label)}{joint}{writer.ink.inlines(node.title)}"
        pieces.append((True, writer.heading(node.level, title)))
    last = len(node.blocks) - (0 if node.actions else 1)
    with writer.within(keep=together):
        pieces += _all(node.blocks[:last], writer)
    pieces += _all(node.blocks[last:], writer)
    if node.actions:
        pieces.append((True, writer.paragraph("Actiekop", text(node.actions_label))))
        pieces += _actions(node.actions, writer, together=together)
    return pieces


def _actions(actions: Sequence[Action], writer: Writer, *, together: bool) -> list[Piece]:
    if len(actions) == 1:
        with writer.within(body="Actie", keep=False):
            return _action(actions[0], writer, facts="Actiegegevens")
    items = []
    for number, action in enumerate(actions, 1):
        with writer.within(body=_LISTED_ACTION, keep=together and number < len(actions)):
            items.append(_action(action, writer, facts=_LISTED_ACTION))
    return _listed("Actielijst", items)


def _action(action: Action, writer: Writer, *, facts: str) -> list[Piece]:
    writer.mark(action.id)
    short = _length(action) < _TOGETHER // 2
    with writer.within(keep=writer.keep or (short and bool(action.facts))):
        pieces = _all(action.blocks, writer)
    if action.facts:
        told = writer.ink.inlines(action.facts)
        if facts == _LISTED_ACTION:
            told = span("Feitlabel", told)
        pieces.append((True, writer.paragraph(facts, told)))
    return pieces


def _length(value: object) -> int:
    """About how many characters a part of a document prints."""
    match value:
        case tuple():
            return sum(map(_length, value))
        case Paragraph(content):
            return len(normal.plain(content)) + 60
        case Conclusion():
            return 60 + len(normal.plain(value.title)) + _length((value.blocks, value.actions))
        case Action():
            return _length(value.blocks) + len(normal.plain(value.facts)) + 60
        case ListBlock(inside) | Quote(inside):
            return _length(inside)
        case _:
            return _TOGETHER
