"""What stands inside a line of a page as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from urllib.parse import urlsplit

from invoeringstoets.formats.markdown.inline import Run, broken, escaped, joined, linked
from invoeringstoets.pages.plain.tree import Element, Node

_WHITE = re.compile(r"[ \t\n\r\f]+")
_SPACES = re.compile(" +")
_BREAK = "\n"
"""Where a new line begins: all other white space in a line is a space."""
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_OWN_LINE = frozenset({"ertussen", "groot", "rang", "wanneer", "wat"})
"""The classes of what the theme puts on a line of its own."""
_APART = frozenset({"a", "div", "li", "p", "span", "strong"})
"""What begins a new line if it stands against a word."""
_AS_IT_IS = frozenset({"del", "ins", "sub", "sup"})
"""What Markdown has no signs for: it allows this HTML."""


def address(href: str) -> str:
    """A link of the site as one between Markdown files.

    What stands behind a question mark chooses rows of a list by a script: without, the link leads
    to the whole list.
    """
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path.endswith(".html"):
        return href
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return parts.path.removesuffix(".html") + ".md" + fragment


def anchor(element: Element) -> str:
    """The id of an element as an anchor, unless it is there for a script."""
    own = element.attributes.get("id", "")
    works = element.attributes.get("role") == "status" or "data-bron" in element.attributes
    return f'<a id="{escape(own)}"></a>' if own and not works else ""


def line(nodes: Iterable[Node], *, new_line: str) -> str:
    """Nodes as one run of text; ``new_line`` is what stands where a new line begins."""
    return broken(_SPACES.sub(" ", _run(tuple(nodes)).marked).strip(" \n"), new_line)


def _run(nodes: Sequence[Node], *, nested: bool = False) -> Run:
    return joined(tuple(_pieces(nodes, nested=nested)), nested=nested)


def _pieces(nodes: Sequence[Node], *, nested: bool) -> Iterator[Run]:
    before = ""
    for node in nodes:
        if isinstance(node, str):
            text = _WHITE.sub(" ", node)
            yield Run(escaped(text), escaped(text))
        else:
            if _stands_apart(before, node):
                yield Run(_BREAK, _BREAK)
            yield from _piece(node, nested=nested)
        before = node if isinstance(node, str) else node.text or before


def _stands_apart(before: str, node: Element) -> bool:
    """Whether an element stands against what is before it, but is no part of the same word."""
    return (
        node.tag in _APART
        and (before[-1:].isalnum() or before[-1:] in {".", ")", "”", "’"})
        and node.text[:1].isalnum()
    )


def _piece(node: Element, *, nested: bool) -> Iterator[Run]:
    mark = "**" if "label" in node.classes else _MARKS.get(node.tag, "")
    inner = _run(node.children, nested=nested or bool(mark))
    if node.tag == "br":
        yield Run(_BREAK, _BREAK)
    elif node.tag == "code":
        yield _code(node.text)
    elif node.tag == "a" and inner.marked and "href" in node.attributes:
        yield Run(anchor(node), "")
        yield linked(address(node.attributes["href"]), inner)
    elif node.tag in _AS_IT_IS:
        yield Run(*(f"<{node.tag}>{text}</{node.tag}>" for text in (inner.marked, inner.bare)))
    elif node.classes & _OWN_LINE:
        yield Run(*(f"{_BREAK}{text}{_BREAK}" for text in (inner.marked, inner.bare)))
    else:
        yield inner._replace(mark=mark)


def _code(text: str) -> Run:
    """Text as it is typed; as HTML where it holds a sign that would end the code or its cell."""
    text = _WHITE.sub(" ", text)
    written = f"<code>{escaped(text)}</code>" if {"`", "|"} & set(text) else f"`{text}`"
    return Run(written, written)
