"""Two versions of a text as one, with what changed marked inside the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from invoeringstoets.history.values import Mark, Piece

CONTEXT = 12
"""How many words around a change are shown of a long text."""

MOST = 4000
"""Texts of more words together than this are shown whole, old and new: comparing is quadratic."""

_BREAK = re.compile(r"(?<!\n)[^\S\n]*\n[^\S\n]*(?![\s])")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both texts in order; runs with the same mark are one piece.

    Without the added pieces the text is ``flowing(before)``, without the removed ones it is
    ``flowing(after)``; the middle of a long run of kept text is a ``SKIPPED`` piece.
    """
    before, after = flowing(before), flowing(after)
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > MOST:
        found = [Piece(before, Mark.REMOVED), Piece(after, Mark.ADDED)]
        return tuple(piece for piece in found if piece.text)
    joined = [
        Piece("".join(piece.text for piece in run), mark)
        for mark, run in groupby(_compared(old, new), key=lambda piece: piece.mark)
    ]
    last = len(joined) - 1
    return tuple(
        shown
        for at, piece in enumerate(joined)
        for shown in _shortened(piece, first=at == 0, last=at == last)
    )


def flowing(text: str) -> str:
    """A text in which only paragraphs begin on a new line, wherever the author broke its lines."""
    return _BREAK.sub(" ", text.strip())


def _compared(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("".join(new[new_from:new_to]), Mark.KEPT)
            continue
        if old_to > old_from:
            yield Piece("".join(old[old_from:old_to]), Mark.REMOVED)
        if new_to > new_from:
            yield Piece("".join(new[new_from:new_to]), Mark.ADDED)


def _shortened(piece: Piece, *, first: bool, last: bool) -> Iterator[Piece]:
    """A piece of kept text without its middle, or without its far end at an edge of the text."""
    words = _WORDS.findall(piece.text)
    head, tail = (0 if first else CONTEXT), (0 if last else CONTEXT)
    whole = first and last
    if piece.mark is not Mark.KEPT or whole or len(words) <= head + tail + CONTEXT:
        yield piece
        return
    if head:
        yield Piece("".join(words[:head]), Mark.KEPT)
    yield Piece("".join(words[head : len(words) - tail]), Mark.SKIPPED)
    if tail:
        yield Piece("".join(words[len(words) - tail :]), Mark.KEPT)
