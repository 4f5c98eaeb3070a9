"""Which stretch of a scalar as written gave which character of its value.

YAML folds lines, drops indentation and decodes escapes (YAML 1.2, chapters 7 and 8). Between
a scalar as written and its value only white space and escapes differ, so the two are walked side
by side instead of being read again.
"""

from __future__ import annotations

import re

_SPACE = frozenset(" \t\r\n\x85\u2028\u2029")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])")
_CONTINUED = re.compile(r"\\(?:\r\n|[\r\n])[ \t]*")
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def align(value: str, written: str) -> list[tuple[int, int]] | None:
    """For each character of the value where it is written (offsets, end not included).

    ``None`` where the two cannot be laid side by side, which only a value that does not come from
    this text should cause.
    """
    quote = written[:1] if written[:1] in {'"', "'"} else ""
    at = len(quote)
    if written[:1] in {"|", ">"}:
        at = written.find("\n") + 1
    offsets = []
    for char in value:
        found = (_blank if char in _SPACE else _visible)(char, (written, at), quote=quote)
        if found is None:
            return None
        offsets.append(found)
        at = found[1]
    return offsets


def _visible(char: str, written: tuple[str, int], *, quote: str) -> tuple[int, int] | None:
    """The next thing that is not white space, if it stands for this character."""
    text, at = written
    piece, end = _piece(text, at, quote=quote)
    while piece is not None and (not piece or piece in _SPACE):
        at = end
        piece, end = _piece(text, at, quote=quote)
    return (at, end) if piece == char else None


def _blank(_char: str, written: tuple[str, int], *, quote: str) -> tuple[int, int]:
    """White space of the value: one piece of white space, or no width where there is none left."""
    text, at = written
    piece, end = _piece(text, at, quote=quote)
    return (at, end) if piece is not None and (not piece or piece in _SPACE) else (at, at)


def _piece(text: str, at: int, *, quote: str) -> tuple[str | None, int]:
    """The character written here and where it ends; nothing for a continued line."""
    if at >= len(text):
        return None, at
    if quote == "'" and text.startswith("''", at):
        return "'", at + 2
    if quote == '"' and text[at] == "\\":
        if continued := _CONTINUED.match(text, at):
            return "", continued.end()
        escape = _ESCAPE.match(text, at)
        return (_decoded(escape[0]), escape.end()) if escape else (None, at)
    return text[at], at + 1


def _decoded(escape: str) -> str:
    digits = escape[2:]
    return chr(int(digits, 16)) if digits else _NAMED.get(escape[1], escape[1])
