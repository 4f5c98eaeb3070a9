"""Bytes -> text: what an author's file must be before it can be read as YAML."""

from __future__ import annotations

import re

from invoeringstoets.diagnostic import START, Checked, Diagnostic
from invoeringstoets.source import Position, Source, Span

MAX_SIZE = 10 * 1024 * 1024
"""The largest text that is read, in bytes of UTF-8."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 1000
_LONE_RETURN = re.compile("\r(?!\n)")


def decode(name: str, data: bytes) -> Checked[Source]:
    """The text of a file in UTF-8 (a byte order mark is dropped), or why it is no text.

    A carriage return alone ends a line (YAML 1.1, 4.1.4), and becomes the line feed that counts
    lines everywhere else.
    The diagnostic (T004) gives the line and column of the first byte that is not UTF-8.
    """
    if data.startswith(_UTF16) or _half_empty(data[:_SAMPLE]):
        return Checked(
            None, (_refusal(name, START, message="het bestand is opgeslagen als UTF-16"),)
        )
    body = data.removeprefix(_BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        at = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"het teken op regel {at.line}, kolom {at.column} is geen UTF-8"
        return Checked(None, (_refusal(name, Span(at, at), message=message),))
    return Checked(Source(name, _LONE_RETURN.sub("\n", text)))


def _half_empty(sample: bytes) -> bool:
    """Whether every other byte is nought, as in UTF-16 of western text without its mark."""
    return max(sample[0::2].count(0), sample[1::2].count(0)) * 4 > len(sample)


def _refusal(name: str, span: Span, *, message: str) -> Diagnostic:
    return Diagnostic(
        name=name,
        span=span,
        code="T004",
        message=message,
        help="sla het bestand op als UTF-8 (in de editor bij Opslaan als, Codering)",
    )
