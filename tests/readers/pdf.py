"""A PDF as a screen reader has it: by its tree of tags (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf

from readers.items import BULLET, Reading, linked, noted, tidy

_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")
_TITLE = re.compile(r"H[1-6]")
_SKIPPED = {"TOC"}


def read(file: bytes) -> Reading:
    """What the tags of a PDF say; its furniture is what they leave out."""
    with pikepdf.open(io.BytesIO(file)) as opened:
        return _Reader(opened).read()


def _map(font: Any) -> dict[int, str]:
    """The text of each glyph of a font (ISO 32000-1, 9.10.3)."""
    data = font.ToUnicode.read_bytes()
    found: dict[int, str] = {}
    for part in _CHARS.findall(data):
        codes = _HEX.findall(part)
        for code, text in zip(codes[::2], codes[1::2], strict=True):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
    assert not _RANGES.findall(data), "a way of writing that Typst did not use"
    return found


class _Page:
    """The text of each marked piece of a page, by its number; the rest is furniture."""

    def __init__(self, page: Any) -> None:
        fonts = page.Resources.get("/Font", {})
        self.maps = {name: _map(font) for name, font in fonts.items()}
        self.font: dict[int, str] = {}
        self.pieces: dict[int, str] = {}
        self.furniture = ""
        self.stack: list[tuple[int | None, str | None]] = []
        for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj TJ"):
            self.step(str(operator), operands)

    def step(self, operator: str, operands: Any) -> None:
        match operator:
            case "BDC" | "BMC":
                told = operands[1] if operator == "BDC" else {}
                spoken = told.get("/ActualText")
                spoken = None if spoken is None else str(spoken)
                number = told.get("/MCID")
                self.stack.append((None if number is None else int(number), spoken))
                if spoken is not None:
                    self.say(spoken, spoken=True)
            case "EMC":
                self.stack.pop()
            case "Tf":
                self.font = self.maps[str(operands[0])]
            case _:
                shown = operands[0]
                parts = shown if operator == "TJ" else [shown]
                self.say("".join(self.text(p) for p in parts if isinstance(p, pikepdf.String)))

    def text(self, shown: Any) -> str:
        data = bytes(shown)
        codes = (data[at] << 8 | data[at + 1] for at in range(0, len(data), 2))
        return "".join(self.font.get(code, "\ufffd") for code in codes)

    def say(self, text: str, *, spoken: bool = False) -> None:
        if not spoken and any(words is not None for _, words in self.stack):
            return
        number = next((n for n, _ in reversed(self.stack) if n is not None), None)
        if number is None:
            self.furniture += text + " "
        else:
            self.pieces[number] = self.pieces.get(number, "") + text


class _Reader:
    def __init__(self, opened: pikepdf.Pdf) -> None:
        self.root = opened.Root.StructTreeRoot
        self.pages = {page.obj.objgen: _Page(page) for page in opened.pages}
        self.reading = Reading(furniture=" ".join(p.furniture for p in self.pages.values()))

    def read(self) -> Reading:
        self.all(self.root.K, None, 0)
        return self.reading

    def all(self, kids: Any, page: Any, depth: int) -> None:
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
                raise AssertionError("text that stands in no element of its own")
            self.element(kid, kid.get("/Pg", page), depth)

    def element(self, node: Any, page: Any, depth: int) -> None:
        kind = str(node.S)[1:]
        if kind in _SKIPPED:
            return
        if _TITLE.fullmatch(kind):
            self.reading.add("heading", self.words(node, page), int(kind[1]))
        elif kind in {"P", "Title", "Caption"}:
            quoted = str(node.P.get("/S", "")) == "/BlockQuote"
            self.reading.add("quote" if quoted else "text", self.words(node, page))
        elif kind == "Figure":
            self.reading.add("figure", str(node.Alt))
        elif kind == "L":
            self.listing(node, page, depth)
        elif kind == "Table":
            self.table(node, page)
        elif kind in {"Document", "Div", "Sect", "NonStruct", "Part", "LBody", "BlockQuote"}:
            self.body(node, page, depth)
        else:
            raise AssertionError(f"an element {kind} where text is expected")

    def body(self, node: Any, page: Any, depth: int) -> None:
        """An element with others in it, or with text of its own."""
        kids = _kids(node)
        if all(isinstance(kid, pikepdf.Dictionary) and _block(kid) for kid in kids):
            self.all(node.get("/K", pikepdf.Array()), page, depth)
        else:
            self.reading.add("text", self.words(node, page))

    def listing(self, node: Any, page: Any, depth: int) -> None:
        numbering = next(str(a.ListNumbering) for a in node.get("/A", []) if "/ListNumbering" in a)
        terms = numbering == "/None"
        for kid in _kids(node):
            at = kid.get("/Pg", page)
            if str(kid.S) == "/L":  # a list in the item before it
                self.listing(kid, at, depth + 1)
                continue
            for part in _kids(kid):
                here = part.get("/Pg", at)
                if str(part.S) != "/Lbl":
                    self.body(part, here, depth if terms else depth + 1)
                elif terms:
                    self.reading.add("term", self.words(part, here))
                else:
                    mark = tidy(self.words(part, here))
                    self.reading.add("item", mark if mark[:-1].isdigit() else BULLET, depth + 1)

    def table(self, node: Any, page: Any) -> None:
        rows: list[list[tuple[str, str]]] = []
        for part in _kids(node):
            if str(part.S) == "/Caption":
                self.reading.add("text", self.words(part, part.get("/Pg", page)))
                continue
            for row in _kids(part):
                head = str(part.S) == "/THead"
                rows.append([self.cell(c, c.get("/Pg", page), head=head) for c in _kids(row)])
        self.reading.add("table", str(len(rows[0])))
        for kind, text in (cell for row in rows for cell in row):
            self.reading.add(kind, text)

    def cell(self, node: Any, page: Any, *, head: bool) -> tuple[str, str]:
        scope = next((str(a.Scope) for a in node.get("/A", []) if "/Scope" in a), "")
        kinds = {("/TH", "/Column"): "header", ("/TH", "/Row"): "rowheader", ("/TD", ""): "cell"}
        kind = kinds[(str(node.S), scope)]
        assert (kind == "header") == head, "a header outside the head of its table"
        return kind, self.words(node, page)

    def words(self, node: Any, page: Any) -> str:
        said, mark = "", ""
        for kid in _kids(node):
            if not isinstance(kid, pikepdf.Dictionary):
                said += self.pages[page.objgen].pieces.get(int(kid), "")
            elif kid.get("/Type") == "/MCR":
                said += self.pages[kid.get("/Pg", page).objgen].pieces.get(int(kid.MCID), "")
            elif "/S" in kid:
                at = kid.get("/Pg", page)
                kind = str(kid.S)
                if kind == "/Lbl":
                    mark = tidy(self.words(kid, at)).partition("⟨")[0]
                elif kind == "/Note":
                    said += self.note(kid, at, mark)
                elif kind == "/Link":
                    said += linked(self.words(kid, at), _target(kid))
                else:
                    said += self.words(kid, at)
        return said if str(node.S) != "/Lbl" or said else mark

    def note(self, node: Any, page: Any, mark: str) -> str:
        label, *_ = (kid for kid in _kids(node) if isinstance(kid, pikepdf.Dictionary))
        number = tidy(self.words(label, label.get("/Pg", page))).partition("⟨")[0]
        assert number == mark, "a note and its mark have different numbers"
        return noted(number, self.words(node, page))


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _block(node: Any) -> bool:
    return "/S" in node and str(node.S) not in {"/Span", "/Strong", "/Em", "/Link", "/Lbl", "/Note"}


def _target(node: Any) -> str:
    """Where a link goes: the first of its areas says it."""
    for kid in _kids(node):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            action = kid.Obj.get("/A", {})
            return str(action["/URI"]) if "/URI" in action else "#"
    raise AssertionError("a link without an area to press")
