"""The HTML of a page as a tree, without what only a screen or a script can use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_LEFT_OUT = frozenset({"button", "form", "input", "script", "style", "svg", "template"})
_LEFT_OUT_CLASSES = frozenset({"anker", "op-pagina"})
"""Links of a heading to itself, and the list of headings, which a site builder makes itself."""
_KEPT = frozenset({"li", "span"})
"""What is kept where a screen reader passes over it: dots between words."""
_HEARD = "voor-lezer"
"""The class of words in a line that only a screen reader says, where a look says the same."""


@dataclass
class Element:
    """An element with what is in it, text and other elements in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """Its classes."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def shown(self) -> bool:
        """Whether a reader of plain text has any use for it."""
        decorative = self.attributes.get("aria-hidden") == "true" and self.tag not in _KEPT
        return not (
            self.tag in _LEFT_OUT
            or "hidden" in self.attributes
            or "data-alleen-site" in self.attributes
            or (self.tag == "span" and _HEARD in self.classes)
            or decorative
            or self.classes & _LEFT_OUT_CLASSES
        )

    @property
    def text(self) -> str:
        """All text in it."""
        parts = (one if isinstance(one, str) else one.text for one in self.children)
        return "".join(parts)

    def having(self, *tags: str) -> Iterator[Element]:
        """The elements with these tags in it, at any depth but not inside each other."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.having(*tags)


Node = Element | str


def read(html: str) -> list[Node]:
    """The elements and text of well-formed HTML; raises ``ValueError`` where tags do not match."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if len(reader.open) > 1:
        raise ValueError(f"<{reader.open[-1].tag}> is not closed")
    return reader.open[0].children


class _Reader(HTMLParser):
    """Builds the tree; what is left out is still read, to find where it ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]
        self.naming: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._name(element.attributes)
        if element.shown:
            self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that holds nothing, as in drawings."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """The element that is open ends."""
        ended = self.open.pop()
        if ended.tag != tag:
            raise ValueError(f"</{tag}> ends <{ended.tag}>")

    def handle_data(self, data: str) -> None:
        """Text."""
        self.open[-1].children.append(data)

    def _name(self, attributes: dict[str, str]) -> None:
        """Let no heading keep an id that only names a part which has its own."""
        if "id" in attributes and "aria-labelledby" in attributes:
            self.naming.update(attributes["aria-labelledby"].split())
        if attributes.get("id") in self.naming:
            del attributes["id"]
