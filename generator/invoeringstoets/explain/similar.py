"""What somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_NEAR = 0.72
"""From this likeness on (0 to 1, Ratcliff/Obershelp) a word is offered instead of another."""


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")


def _swapped(one: str, other: str) -> bool:
    """Whether two words differ only in two neighbours that changed places."""
    if len(one) != len(other) or sorted(one) != sorted(other):
        return False
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(places) == 2 and places[1] == places[0] + 1  # noqa: PLR2004 - two neighbours


def closest(word: str, candidates: Iterable[str], *, near: float = _NEAR) -> str | None:
    """The candidate most like a word, or ``None`` if none is near; capitals do not count."""
    candidates = tuple(candidates)
    for candidate in candidates:
        if _swapped(_plain(word), _plain(candidate)):
            return candidate
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
