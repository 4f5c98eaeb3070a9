"""What somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

_NEAR = 0.72
"""From this likeness on (0 to 1, Ratcliff/Obershelp) a word is offered instead of another."""
_CHOICES = 3
"""So many words are offered at most; more would be a list to choose from, not a suggestion."""
_LONG = 8
"""From so many characters on a word may hold two slips."""


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")


def closest(word: str, candidates: Iterable[str], *, near: float = _NEAR) -> str | None:
    """The candidate most like a word, or ``None`` if none is near; capitals do not count.

    One slip away goes before all that is more alike: ``id`` was meant with ``in``.
    """
    known = tuple(candidates)
    return next(iter(one_slip(word, known)), None) or _most_alike(word, known, near=near)


def likely(word: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """What somebody may have meant: all that are one slip away if they are few, or the closest."""
    known = tuple(candidates)
    near = one_slip(word, known)
    if len(near) > _CHOICES or _same_letters(word, near[:1]):
        near = tuple(candidate for candidate in near if _same_letters(word, (candidate,)))
        return near[:_CHOICES]
    best = None if near else _most_alike(word, known, near=_NEAR)
    return (best,) if best else near


def one_slip(word: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """The candidates of which a word differs in one slip, the likeliest first."""
    plain = _plain(word)
    near = [c for c in dict.fromkeys(candidates) if _slips(plain, _plain(c), most=1) <= 1]
    return tuple(sorted(near, key=lambda c: (plain != _plain(c), -_likeness(plain, _plain(c)))))


def asked(words: Sequence[str]) -> str:
    """The question whether one of these words was meant."""
    *some, last = (f"‘{word}’" for word in words)
    return f"bedoelde u {', '.join(some)} of {last}?" if some else f"bedoelde u {last}?"


def _same_letters(word: str, candidates: Sequence[str]) -> bool:
    """Whether a candidate has the letters of a word, in another order or with other capitals."""
    return any(sorted(_plain(word)) == sorted(_plain(candidate)) for candidate in candidates)


def _likeness(one: str, other: str) -> float:
    """How alike two words are; one with the same letters in another order goes first."""
    return 1.0 if sorted(one) == sorted(other) else SequenceMatcher(None, other, one).ratio()


def _most_alike(word: str, candidates: Iterable[str], *, near: float) -> str | None:
    """The candidate with the greatest likeness (Ratcliff/Obershelp), if it is near."""
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


def sole(word: str, candidates: Iterable[str], *, least: int = 4) -> str | None:
    """The one candidate that is a slip or two away from a word; ``None`` if there is no such one.

    A slip is a letter added, left out, changed or swapped with its neighbour; two may be made in
    words from eight characters on. Digits are never a slip (``b2`` is not ``b1``), and a word of
    fewer than ``least`` characters is told from another by capitals and hyphens only.
    """
    plain = _plain(word)
    near: dict[int, list[str]] = {}
    for candidate in dict.fromkeys(candidates):
        other = _plain(candidate)
        short = min(len(plain), len(other))
        most = 0 if short < least else 2 if short >= _LONG else 1
        slips = _slips(plain, other, most=most) if _digits(plain) == _digits(other) else most + 1
        if slips <= most:
            near.setdefault(slips, []).append(candidate)
    nearest = near[min(near)] if near else []
    return nearest[0] if len(nearest) == 1 else None


def _digits(word: str) -> str:
    return "".join(char for char in word if char.isdecimal())


def _slips(one: str, other: str, *, most: int) -> int:
    """The slips between two words (optimal string alignment distance), or more than ``most``."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, a in enumerate(one, start=1):
        above, row, earlier = row, [at], before
        for to, b in enumerate(other, start=1):
            row.append(min(above[to] + 1, row[to - 1] + 1, above[to - 1] + (a != b)))
            if at > 1 and to > 1 and (a, one[at - 2]) == (other[to - 2], b):
                row[to] = min(row[to], earlier[to - 2] + 1)
        before = above
        if min(row) > most:
            return most + 1
    return row[-1]
