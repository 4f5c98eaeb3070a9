"""What somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_NEAR = 0.72
"""From this likeness on (0 to 1, Ratcliff/Obershelp) a word is offered instead of another."""


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")


def closest(word: str, candidates: Iterable[str], *, near: float = _NEAR) -> str | None:
    """The candidate most like a word, or ``None`` if none is near; capitals do not count."""
    matcher = SequenceMatcher(b=_plain(word))
    best, best_ratio = None, near
    for candidate in candidates:
        matcher.set_seq1(_plain(candidate))
        if matcher.real_quick_ratio() < best_ratio or matcher.quick_ratio() < best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio or (best is None and ratio == best_ratio):
            best, best_ratio = candidate, ratio
    return best
