"""A DOCX file as Word has it: styles by name, numbers counted, notes at their mark."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from readers.items import BULLET, Reading, linked, noted, tidy

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_GAPS = ("tab", "br")
_LIST = re.compile(r"list (?:bullet|number)(?: (\d))?")


def read(file: bytes) -> Reading:
    """The items of the main part; its furniture is what the heads and feet of pages say."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return _Reader(parts).read()


def _links(parts: dict[str, bytes], part: str) -> dict[str, str]:
    data = parts.get(f"word/_rels/{part}.xml.rels")
    found = etree.fromstring(data) if data else []
    return {one.get("Id", ""): one.get("Target", "") for one in found}


class _Numbers:
    """Counts lists and headings as Word does (ECMA-376-1, 17.9)."""

    def __init__(self, data: bytes) -> None:
        root = etree.fromstring(data)
        levels = {
            one.get(f"{_W}abstractNumId"): {
                lvl.get(f"{_W}ilvl"): lvl for lvl in one.iter(f"{_W}lvl")
            }
            for one in root.iter(f"{_W}abstractNum")
        }
        self.levels: dict[str, dict[Any, Any]] = {}
        self.abstract: dict[str, str] = {}
        self.starts: dict[tuple[str, int], int] = {}
        self.counts: dict[str, list[int]] = {}
        for num in root.iter(f"{_W}num"):
            name = num.get(f"{_W}numId", "")
            self.abstract[name] = num.find(f"{_W}abstractNumId").get(f"{_W}val")
            self.levels[name] = dict(levels[self.abstract[name]])
            for override in num.iter(f"{_W}lvlOverride"):
                at = override.get(f"{_W}ilvl", "")
                start = override.find(f"{_W}startOverride")
                if start is not None:
                    self.starts[name, int(at)] = int(start.get(f"{_W}val"))
                if (level := override.find(f"{_W}lvl")) is not None:
                    self.levels[name][at] = level

    def mark(self, num: str, level: int) -> str:
        """What Word prints before the next paragraph of this list on this level."""
        own = self.levels[num][str(level)]
        if own.find(f"{_W}numFmt").get(f"{_W}val") == "bullet":
            return BULLET
        counts = self.counts.setdefault(self.abstract[num], [0] * 9)
        if (num, level) in self.starts:
            counts[level] = self.starts.pop((num, level)) - 1
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        text = own.find(f"{_W}lvlText").get(f"{_W}val")
        return re.sub(r"%(\d)", lambda found: str(counts[int(found[1]) - 1]), text)


class _Reader:
    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        styles = etree.fromstring(parts["word/styles.xml"])
        self.styles = {one.get(f"{_W}styleId"): one for one in styles.iter(f"{_W}style")}
        self.numbers = _Numbers(parts["word/numbering.xml"])
        self.links = _links(parts, "document")
        self.notes: list[str] = []
        notes = etree.fromstring(parts["word/footnotes.xml"])
        self.note_nodes = {one.get(f"{_W}id"): one for one in notes.iter(f"{_W}footnote")}
        self.reading = Reading()

    def read(self) -> Reading:
        root = etree.fromstring(self.parts["word/document.xml"])
        self.reading.furniture = " ".join(
            text
            for name, data in self.parts.items()
            if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name)
            for text in etree.fromstring(data).itertext(f"{_W}t")
        )
        self.blocks(root[0])
        return self.reading

    def blocks(self, node: Any) -> None:
        for child in node:
            if child.tag == f"{_W}p":
                self.paragraph(child)
            elif child.tag == f"{_W}tbl":
                self.table(child)
            else:
                assert child.tag == f"{_W}sectPr", child.tag

    def style(self, node: Any) -> str:
        named = node.find(f"{_W}pPr/{_W}pStyle")
        style = self.styles[named.get(f"{_W}val")] if named is not None else None
        return "" if style is None else style.find(f"{_W}name").get(f"{_W}val").lower()

    def mark(self, node: Any) -> str:
        """The number or bullet of a paragraph: its own, or that of its style."""
        told = node.find(f"{_W}pPr/{_W}numPr")
        named = node.find(f"{_W}pPr/{_W}pStyle")
        if told is None and named is not None:
            told = self.styles[named.get(f"{_W}val")].find(f"{_W}pPr/{_W}numPr")
        if told is None:
            return ""
        level = told.find(f"{_W}ilvl")
        num = told.find(f"{_W}numId").get(f"{_W}val")
        return self.numbers.mark(num, 0 if level is None else int(level.get(f"{_W}val")))

    def paragraph(self, node: Any) -> None:
        if self.contents(node):
            return
        style, mark = self.style(node), self.mark(node)
        listed = _LIST.fullmatch(style)
        if style.startswith("heading "):
            number = f"{mark} " if mark else ""
            self.reading.add("heading", number + self.words(node), int(style[-1]))
            return
        if style == "gegeven":
            self.fact(node)
            return
        if mark:
            self.reading.add("item", mark, int(listed[1] or 1) if listed else 1)
        else:
            assert listed is None, f"a list style without a mark: {style}"
        for alternative in self.drawings(node):
            self.reading.add("figure", alternative)
        self.reading.add("quote" if style == "quote" else "text", self.words(node))

    def contents(self, node: Any) -> bool:
        """Whether a paragraph is one of the list of contents."""
        return self.style(node).startswith("toc ")

    def fact(self, node: Any) -> None:
        """A term, a tab or new line, and what is said of it."""
        kids = [kid for kid in node if kid.tag != f"{_W}pPr"]
        named = [at for at, kid in enumerate(kids) if self.is_term(kid)]
        after = range(named[-1] + 1 if named else 0, len(kids))
        parts = [at for at in after if any(kids[at].find(f"{_W}{n}") is not None for n in _GAPS)]
        cut = parts[0] if parts else len(kids)
        self.reading.add("term", "".join(map(self.run, kids[:cut])))
        self.reading.add("text", "".join(map(self.run, kids[cut:])))

    def is_term(self, node: Any) -> bool:
        named = (mark.get(f"{_W}val") for mark in node.iter(f"{_W}rStyle"))
        return any(self.styles[one].find(f"{_W}name").get(f"{_W}val") == "Term" for one in named)

    def table(self, node: Any) -> None:
        rows = node.findall(f"{_W}tr")
        if any(self.style(one) == "signature" for one in node.iter(f"{_W}p")):
            for cell in node.iter(f"{_W}tc"):  # who signs, beside each other
                self.blocks([one for one in cell if one.tag != f"{_W}tcPr"])
            return
        heads = [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1), "a table has one row of headers"
        self.reading.add("table", str(len(rows[0].findall(f"{_W}tc"))))
        for row in rows:
            for cell in row.findall(f"{_W}tc"):
                (text,) = cell.findall(f"{_W}p")
                kinds = {"tabelkop": "header", "tabelrijkop": "rowheader", "tabeltekst": "cell"}
                self.reading.add(kinds[self.style(text)], self.words(text))

    def words(self, node: Any) -> str:
        return "".join(self.run(kid) for kid in node)

    def run(self, node: Any) -> str:
        tag = node.tag.replace(_W, "")
        if tag == "t":
            return node.text or ""
        if tag in {"br", "tab"}:
            return " "
        if tag == "footnoteReference":
            return self.note(node.get(f"{_W}id"))
        if tag == "hyperlink":
            inside = node.get(f"{_W}anchor")
            target = f"#{inside}" if inside else self.links[node.get(f"{_R}id")]
            return linked(self.words(node), target)
        return self.words(node) if tag in {"r", "p"} else ""

    def note(self, ident: str) -> str:
        assert ident not in self.notes, "two marks of one note"
        self.notes.append(ident)
        links, self.links = self.links, _links(self.parts, "footnotes")
        said = " ".join(self.words(p) for p in self.note_nodes[ident].iter(f"{_W}p"))
        self.links = links
        return noted(len(self.notes), said)

    def drawings(self, node: Any) -> Iterator[str]:
        for drawing in node.iter(f"{_MC}AlternateContent"):
            (told,) = drawing.iter(f"{_WP}docPr")
            fallback = "".join(drawing.find(f"{_MC}Fallback").itertext())
            assert tidy(fallback) == tidy(told.get("descr")), "two descriptions of a figure"
            yield told.get("descr")
