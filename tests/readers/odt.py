"""An ODT file as an office program has it: numbers counted, notes and frames at their place."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from readers.items import BULLET, Reading, linked, noted

_NAMES = {
    prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
}
_NAMES["xlink"] = "http://www.w3.org/1999/xlink"
_T, _TABLE, _DRAW, _STYLE = (f"{{{_NAMES[name]}}}" for name in ("text", "table", "draw", "style"))


def read(file: bytes) -> Reading:
    """The items of the text; its furniture is what the master pages say."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        content, styles = (
            etree.fromstring(archive.read(f"{n}.xml")) for n in ("content", "styles")
        )
    reader = _Reader(styles)
    master = styles.find("office:master-styles", _NAMES)
    reader.reading.furniture = " ".join(master.itertext())
    (text,) = content.iterfind("office:body/office:text", _NAMES)
    reader.blocks(text, 0)
    return reader.reading


class _Outline:
    """Counts headings as an office program does (ODF 1.3, part 3, 5.1.2 and 16.34)."""

    def __init__(self, styles: Any) -> None:
        self.levels = {
            int(one.get(f"{_T}level")): one
            for one in styles.iterfind(".//text:outline-style/text:outline-level-style", _NAMES)
        }
        self.counts = [0] * 11

    def number(self, node: Any) -> str:
        if node.get(f"{_T}is-list-header") == "true":
            level = int(node.get(f"{_T}outline-level"))
            self.counts[level + 1 :] = [0] * (10 - level)
            return ""
        level = int(node.get(f"{_T}outline-level"))
        started = node.get(f"{_T}start-value")
        again = node.get(f"{_T}restart-numbering") == "true"
        self.counts[level] = int(started) if again else self.counts[level] + 1
        self.counts[level + 1 :] = [0] * (10 - level)
        look = self.levels[level]
        assert look.get(f"{_STYLE}num-format") == "1", "a heading that prints no number"
        shown = int(look.get(f"{_T}display-levels", "1"))
        parts = self.counts[level - shown + 1 : level + 1]
        return ".".join(map(str, parts)) + look.get(f"{_STYLE}num-suffix", "") + " "


class _Reader:
    def __init__(self, styles: Any) -> None:
        self.outline = _Outline(styles)
        self.numbered = {
            one.get(f"{_STYLE}name"): {
                int(level.get(f"{_T}level")): level.tag == f"{_T}list-level-style-number"
                for level in one
            }
            for one in styles.iterfind(".//text:list-style", _NAMES)
        }
        self.counted: dict[int, int] = {}
        self.notes = 0
        self.reading = Reading()

    def blocks(self, node: Any, depth: int) -> None:
        for child in node:
            self.block(child, depth)

    def block(self, node: Any, depth: int) -> None:
        tag = node.tag
        if tag == f"{_T}h":
            level = int(node.get(f"{_T}outline-level"))
            number = self.outline.number(node)
            self.reading.add("heading", number + self.words(node), level)
        elif tag == f"{_T}p":
            self.paragraph(node, depth)
        elif tag == f"{_T}list":
            self.listing(node, depth + 1)
        elif tag == f"{_TABLE}table":
            self.table(node)
        elif tag != f"{_T}table-of-content":
            raise AssertionError(f"an element {tag} where text is expected")

    def paragraph(self, node: Any, depth: int) -> None:
        for group in node.iter(f"{_DRAW}g"):
            self.reading.add("figure", group.find("svg:desc", _NAMES).text)
        kind = "quote" if self.parent(node) == "Quotations" else "text"
        self.reading.add(kind, self.words(node))
        for frame in node.iterfind("draw:frame/draw:text-box", _NAMES):
            self.blocks(frame, depth)

    def listing(self, node: Any, depth: int) -> None:
        ordered = self.numbered[node.get(f"{_T}style-name")][depth]
        if node.get(f"{_T}continue-numbering") != "true":
            self.counted[depth] = 0
        for item in node:
            if item.tag == f"{_T}list-item":
                self.counted[depth] += 1
                self.reading.add("item", f"{self.counted[depth]}." if ordered else BULLET, depth)
            self.blocks(item, depth)

    def table(self, node: Any) -> None:
        headers = node.findall("table:table-header-rows/table:table-row", _NAMES)
        rows = node.findall("table:table-row", _NAMES)
        if not headers:
            for row in rows:
                if not node.findall("table:table-header-columns", _NAMES):
                    for cell in row:  # who signs, beside each other
                        self.blocks(cell, 0)
                    continue
                term, said = row
                self.reading.add("term", self.words(term[0]))
                self.blocks(said, 0)
            return
        (head,) = headers
        self.reading.add("table", str(len(head)))
        kinds = {"Tabelkop": "header", "Tabelrijkop": "rowheader", "Tabeltekst": "cell"}
        for cell in (cell for row in (head, *rows) for cell in row):
            (text,) = cell
            self.reading.add(kinds[self.parent(text)], self.words(text))

    def parent(self, node: Any) -> str:
        """The named style of a paragraph: an automatic one only adds to it."""
        name = node.get(f"{_T}style-name")
        root = node.getroottree()
        found = root.xpath(
            "//office:automatic-styles/style:style[@style:name=$name]/@style:parent-style-name",
            namespaces=_NAMES,
            name=name,
        )
        return str(found[0]) if found else name

    def words(self, node: Any) -> str:
        said = node.text or ""
        for child in node:
            said += self.inline(child) + (child.tail or "")
        return said

    def inline(self, node: Any) -> str:
        tag = node.tag.replace(_T, "")
        if tag == "s":
            return " " * int(node.get(f"{_T}c", "1"))
        if tag in {"tab", "line-break"}:
            return " "
        if tag == "a":
            return linked(self.words(node), node.get(f"{{{_NAMES['xlink']}}}href"))
        if tag == "note":
            self.notes += 1
            citation, body = node
            assert citation.text == str(self.notes), "a note has another number"
            return noted(self.notes, " ".join(self.words(p) for p in body))
        if tag == "span":
            return self.words(node)
        assert tag == "bookmark" or node.tag.startswith(_DRAW), f"an element {tag} inside a line"
        return ""
