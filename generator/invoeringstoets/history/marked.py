"""Two versions of a text as one, with what changed marked inside the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby

from invoeringstoets.history.values import Mark, Piece

CONTEXT = 12
"""How many words around a change are shown of a long text."""

MOST = 4000
"""Texts of more words together than this are shown whole, old and new: comparing is quadratic."""

PARAGRAPH = "¶"
"""Stands where a new paragraph begins."""

BRIEF = 3
"""So few words between two changes of at least as many are part of the change, for readers."""

_PARAGRAPHS = re.compile(r"\s*\n[^\S\n]*\n\s*")
_WORDS = re.compile(r"\s+|\w+(?:['’.,-]\w+)*|[^\w\s]")


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
    joined = list(_joined(_cleared(list(_joined(_compared(old, new))))))
    last = len(joined) - 1
    return tuple(
        shown
        for at, piece in enumerate(joined)
        for shown in _shortened(piece, first=at == 0, last=at == last)
    )


def flowing(text: str) -> str:
    """A text on one line, with a sign where a paragraph begins."""
    parts = (" ".join(part.split()) for part in _PARAGRAPHS.split(text.strip()))
    return f" {PARAGRAPH} ".join(part for part in parts if part)


def kept(found: Iterable[Piece]) -> float:
    """Which share of the characters of marked text is as it was, from 0 to 1."""
    sizes = dict.fromkeys(Mark, 0)
    for piece in found:
        sizes[piece.mark] += len(piece.text)
    same = sizes[Mark.KEPT] + sizes[Mark.SKIPPED]
    return same / max(1, same + max(sizes[Mark.ADDED], sizes[Mark.REMOVED]))


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


def _joined(found: Iterable[Piece]) -> Iterator[Piece]:
    """Between two kept pieces at most one removed and one added piece, in that order."""
    for is_kept, run in groupby(found, key=lambda piece: piece.mark is Mark.KEPT):
        each = list(run)
        for mark in (Mark.KEPT,) if is_kept else (Mark.REMOVED, Mark.ADDED):
            text = "".join(piece.text for piece in each if piece.mark is mark)
            if text:
                yield Piece(text, mark)


def _cleared(found: list[Piece]) -> Iterator[Piece]:
    """Without the few words that two rewritten passages happen to share."""
    for at, piece in enumerate(found):
        around = (_size(reversed(found[:at])), _size(found[at + 1 :]))
        size = _count(piece.text)
        if piece.mark is Mark.KEPT and size <= BRIEF and min(around) > size:
            yield Piece(piece.text, Mark.REMOVED)
            yield Piece(piece.text, Mark.ADDED)
        else:
            yield piece


def _size(found: Iterable[Piece]) -> int:
    """How many words the change has that these pieces begin with: the longest of its sides."""
    sizes = [0]
    for piece in found:
        if piece.mark is Mark.KEPT:
            break
        sizes.append(_count(piece.text))
    return max(sizes)


def _count(text: str) -> int:
    return sum(not word.isspace() for word in _WORDS.findall(text))


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
