"""A Markdown file as a reader of CommonMark with tables and footnotes has it."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from readers.items import BULLET, Item, Reading, linked, noted

_READER = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)
_PLAIN = {"text", "text_special"}
_BREAKS = {"hardbreak", "softbreak"}


def read(file: bytes) -> Reading:
    """The items of a file; it has no furniture."""
    tokens = _READER.parse(file.decode("utf-8"))
    end = next((at for at, one in enumerate(tokens) if one.type == "footnote_block_open"), None)
    reader = _Reader(_notes(tokens[end:] if end is not None else []))
    for token in tokens[:end]:
        reader.step(token)
    return reader.reading


def _notes(tokens: list[Token]) -> dict[int, str]:
    found: dict[int, str] = {}
    number = -1
    for token in tokens:
        if token.type == "footnote_open":
            number = token.meta["id"]
        elif token.type == "inline":
            assert number not in found, "a note of more than one paragraph"
            found[number] = _words(token.children or [], {})
    return found


def _words(tokens: list[Token], notes: dict[int, str]) -> str:
    said, target, started = "", "", 0
    for token in tokens:
        if token.type in _PLAIN:
            said += token.content
        elif token.type in _BREAKS:
            said += " "
        elif token.type == "link_open":
            target, started = str(token.attrs["href"]), len(said)
        elif token.type == "link_close":
            said = said[:started] + linked(said[started:], target)
        elif token.type == "footnote_ref":
            assert token.meta["label"] == str(token.meta["id"] + 1)
            said += noted(token.meta["label"], notes[token.meta["id"]])
        elif token.type != "footnote_anchor":
            assert token.type.partition("_")[0] in {"strong", "em"}, token
    return said


class _Reader:
    def __init__(self, notes: dict[int, str]) -> None:
        self.notes = notes
        self.reading = Reading()
        self.kind = "text"
        self.level = 0
        self.depth = 0
        self.columns = 0
        self.table = 0

    def step(self, token: Token) -> None:
        assert token.type not in {"code_block", "fence", "html_block"}, token
        kind = token.type
        if kind == "inline":
            self.reading.add(self.kind, _words(token.children or [], self.notes), self.level)
        elif kind == "heading_open":
            self.kind, self.level = "heading", int(token.tag[1])
        elif kind in {"heading_close", "th_close", "td_close"}:
            self.kind, self.level = "text", 0
        elif "list" in kind:
            self.listed(token)
        else:
            self.tabular(kind)

    def listed(self, token: Token) -> None:
        """A list or an item of it begins or ends."""
        if token.type == "list_item_open":
            self.reading.add("item", f"{token.info}." if token.info else BULLET, self.depth)
        elif token.type != "list_item_close":
            self.depth += token.nesting

    def tabular(self, kind: str) -> None:
        """A table or a cell of it begins; its head says how many columns it has."""
        if kind == "thead_open":
            self.columns, self.table = 0, len(self.reading.items)
        elif kind == "thead_close":
            self.reading.items.insert(self.table, Item("table", str(self.columns)))
        elif kind in {"th_open", "td_open"}:
            self.kind = "header" if kind == "th_open" else "cell"
            self.columns += kind == "th_open"
