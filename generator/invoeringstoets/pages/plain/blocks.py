"""The blocks of a page as Markdown, one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from invoeringstoets.document import Align
from invoeringstoets.formats.markdown.inline import HARD_BREAK, standing
from invoeringstoets.formats.markdown.shapes import fenced, listed, quoted, table
from invoeringstoets.pages.plain.inline import anchor, line
from invoeringstoets.pages.plain.tree import Element, Node

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_AROUND = frozenset(
    {"article", "aside", "details", "div", "figure", "footer", "header", "main", "nav", "section"}
)
_BLOCKS = (
    _AROUND | _HEADINGS.keys() | {"blockquote", "dl", "ol", "p", "pre", "summary", "table", "ul"}
)
_IN_A_ROW = frozenset({"labels", "paginas"})
"""The classes of short lists that the theme shows on one line."""
_LIST = re.compile(r"(?:-|\d+\.) ")
_NO_TEXT = re.compile(r"(?:- |\d+\. |[>|`])")
"""How a part begins that has no place for an anchor in its first line."""


def flow(nodes: Iterable[Node], *, inside: bool = False) -> Iterator[str]:
    """Blocks and the text between them; ``inside`` a list a heading is a line in bold."""
    between: list[Node] = []
    for node in nodes:
        if isinstance(node, str) or node.tag not in _BLOCKS:
            between.append(node)
            continue
        yield from _paragraph(between)
        between = []
        parts = (part for part in _block(node, inside=inside) if part)
        yield from _anchored(parts, anchor(node))
    yield from _paragraph(between)


def apart(parts: Iterable[str]) -> Iterator[str]:
    """The same parts; lists that follow each other are kept apart, or they read as one."""
    before = ""
    for part in parts:
        if _LIST.match(before) and _LIST.match(part):
            yield "<!-- -->"
        yield part
        before = part


def _paragraph(nodes: Sequence[Node]) -> Iterator[str]:
    """Text as a paragraph, if there is any."""
    text = standing(line(nodes, new_line=HARD_BREAK))
    if text:
        yield text


def _block(node: Element, *, inside: bool) -> Iterator[str]:
    """One block in its parts."""
    if node.tag in _HEADINGS:
        yield from _title(node, inside=inside)
    elif node.classes & _IN_A_ROW:
        yield " · ".join(line(item.children, new_line=" ") for item in node.having("li"))
    elif node.tag in {"ul", "ol"}:
        yield _listing(node)
    elif node.tag == "dl":
        yield _definitions(node)
    elif node.tag == "table":
        yield from _table(node)
    elif node.tag == "pre":
        yield fenced(node.text.strip("\n"))
    elif node.tag == "blockquote" or "melding" in node.classes:
        yield quoted(apart(flow(node.children, inside=True)))
    else:
        yield from flow(node.children, inside=inside)


def _title(node: Element, *, inside: bool) -> Iterator[str]:
    """A heading, with what stands on a line of its own before a colon."""
    text = line(node.children, new_line=": ")
    if inside:
        yield f"**{text}**" if "**" not in text else text
    elif text:
        yield f"{'#' * _HEADINGS[node.tag]} {text}"


def _listing(node: Element) -> str:
    """A list, without items that say nothing."""
    found = (
        tuple(_anchored(apart(flow(item.children, inside=True)), anchor(item)))
        for item in node.having("li")
    )
    mark = "." if node.tag == "ol" else "-"
    return listed([parts for parts in found if parts], mark)


def _definitions(node: Element) -> str:
    """Terms in bold, each with the first paragraph said of it on the same line."""
    found: list[list[str]] = []
    for one in node.having("dt", "dd"):
        if one.tag == "dt":
            found.append([anchor(one) + _bold(line(one.children, new_line=" "))])
            continue
        first, *rest = [*flow(one.children, inside=True)] or [""]
        if _NO_TEXT.match(first):
            rest.insert(0, first)
        elif first:
            found[-1][0] += f" {first}"
        found[-1] += rest
    return listed(map(tuple, found), "-")


def _table(node: Element) -> Iterator[str]:
    """A caption that all can see, in bold, and the table."""
    for caption in node.having("caption"):
        if "voor-lezer" not in caption.classes:
            yield _bold(line(caption.children, new_line=" "), colon="")
    head, *rows = node.having("tr")
    right = (Align.RIGHT if "getal" in cell.classes else Align.LEFT for cell in _cells(head))
    yield table(_row(head), map(_row, rows), align=right)


def _cells(row: Element) -> Iterator[Element]:
    return row.having("th", "td")


def _row(row: Element) -> Iterator[str]:
    """The cells of a row, that which heads it in bold."""
    own = anchor(row)
    for cell in _cells(row):
        text = own + line(_lines(cell.children), new_line="<br>")
        yield _bold(text, colon="") if cell.attributes.get("scope") == "row" else text
        own = ""


def _lines(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str) or node.tag not in _BLOCKS | {"li", "dt", "dd"}:
            yield node
            continue
        yield Element("br")
        yield from _lines(node.children)
        yield Element("br")


def _bold(text: str, *, colon: str = ":") -> str:
    """Text in bold, unless it has bold in it or begins or ends with a sign that hides the marks."""
    plain = "**" in text or not text
    return text + colon if plain else f"**{text}{colon}**"


def _anchored(parts: Iterable[str], own: str) -> Iterator[str]:
    """Parts with an anchor in the first: at the end of a heading, at the start of other text."""
    for part in parts:
        if not own:
            yield part
        elif part.startswith("#"):
            yield f"{part} {own}"
        elif _NO_TEXT.match(part):
            yield from (own, part)
        else:
            yield own + part
        own = ""
