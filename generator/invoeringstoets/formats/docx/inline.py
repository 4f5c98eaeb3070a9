"""Inlines as runs, with their links and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlsplit

from invoeringstoets.document import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
)
from invoeringstoets.formats.docx import names
from invoeringstoets.formats.docx.template import Template
from invoeringstoets.formats.docx.text import BREAK, run
from invoeringstoets.formats.escaping import attribute

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_ASCII = "".join(map(chr, range(33, 127)))


@dataclass
class Relations:
    """What a part of the package points at, by the address of each."""

    ids: dict[str, str] = field(default_factory=dict)

    def to(self, target: str) -> str:
        """The id under which the part knows this address."""
        return self.ids.setdefault(target, f"rIdToets{len(self.ids) + 1}")

    def xml(self) -> str:
        """The relationships."""
        return "".join(
            f'<Relationship Id="{ident}" Type="{_HYPERLINK}" Target="{attribute(target)}"'
            ' TargetMode="External"/>'
            for target, ident in self.ids.items()
        )


def address(target: str) -> str | None:
    """A link target as a URI that Word accepts (RFC 3986), or ``None``."""
    try:
        parts = urlsplit(target)
        _ = parts.port
    except ValueError:
        return None
    named = parts.hostname if parts.scheme.lower() in {"http", "https"} else parts.path
    return quote(target, safe=_ASCII) if named else None


@dataclass(frozen=True)
class _Looks:
    strong: bool = False
    emphasis: bool = False
    link: bool = False
    term: bool = False


_PLAIN = _Looks()


@dataclass
class InlineWriter:
    """Writes inlines; ``notes`` are the footnotes met so far as paragraphs of the notes part.

    ``anchors`` are the bookmarks by the id they stand for.
    """

    template: Template
    anchors: Mapping[str, str]
    relations: Relations = field(default_factory=Relations)
    notes: list[str] = field(default_factory=list)
    note_relations: Relations = field(default_factory=Relations)

    def runs(self, content: Inlines, *, strong: bool = False, emphasis: bool = False) -> str:
        """Inlines as runs of a paragraph."""
        looks = _Looks(strong, emphasis) if strong or emphasis else _PLAIN
        return self._all(content, looks)

    def term(self, content: Inlines) -> str:
        """Inlines as the term of a definition."""
        return self._all(content, _Looks(term=True))

    def _all(self, content: Iterable[Inline], looks: _Looks) -> str:
        return "".join([self._one(node, looks) for node in content])

    def _one(self, node: Inline, looks: _Looks) -> str:
        match node:
            case Text(text):
                return run(text, "" if looks == _PLAIN else self._properties(looks))
            case Strong(inner):
                return self._all(inner, replace(looks, strong=True))
            case Emphasis(inner):
                return self._all(inner, replace(looks, emphasis=True))
            case LineBreak():
                return BREAK
            case Footnote(inner):
                return self._note(inner)
            case Link():
                return self._link(node, looks)

    def _link(self, node: Link, looks: _Looks) -> str:
        if node.target.startswith("#"):
            name = self.anchors.get(node.target[1:])
            place = f'w:anchor="{name}"' if name else ""
        else:
            target = address(node.target)
            place = f'r:id="{self.relations.to(target)}"' if target else ""
        if not place:
            return self._all(node.content, looks)
        inner = self._all(node.content, replace(looks, link=True))
        return f'<w:hyperlink {place} w:history="1">{inner}</w:hyperlink>'

    def _note(self, content: Inlines) -> str:
        place = len(self.notes)
        number = self.template.first_note + place
        self.notes.append("")
        mark = f'<w:rStyle w:val="{self._style(names.NOTE_MARK)}"/>'
        writer = InlineWriter(self.template, self.anchors, self.note_relations)
        self.notes[place] = (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self._style(names.NOTE)}"/>'
            f"</w:pPr><w:r><w:rPr>{mark}</w:rPr><w:footnoteRef/></w:r>{run(' ')}"
            f"{writer.runs(content)}</w:p></w:footnote>"
        )
        return f'<w:r><w:rPr>{mark}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'

    def _style(self, name: str) -> str:
        return self.template.style(name).id

    def _properties(self, looks: _Looks) -> str:
        """One character style, and what it does not say: links go before terms, bold, italic."""
        order = (
            (looks.link, names.LINK),
            (looks.term, names.TERM),
            (looks.strong, names.STRONG),
            (looks.emphasis, names.EMPHASIS),
        )
        name = next(name for wanted, name in order if wanted)
        bold = looks.strong and name != names.STRONG
        italic = looks.emphasis and name != names.EMPHASIS
        told = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
        return f'<w:rStyle w:val="{self._style(name)}"/>{told}'
