"""Edits -> a new text, and which of its lines they touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from invoeringstoets.diagnostic import Diagnostic, Fix
from invoeringstoets.source import Source


@dataclass(frozen=True)
class Applying:
    """A text with some edits made; ``lines`` are those they left (from 1), ``end`` their end."""

    source: Source
    lines: frozenset[int]
    end: int


def applied(source: Source, fixes: Iterable[Fix]) -> Applying:
    """A text with fixes that do not overlap; each edit counts in the text as it was."""
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    done = length = 0
    for start, end, text in sorted(edit for fix in fixes for edit in _offsets(source, fix)):
        kept = source.text[done:start]
        length += len(kept)
        spans.append((length, length + len(text)))
        length += len(text)
        pieces += [kept, text]
        done = end
    pieces.append(source.text[done:])
    new = replace(source, text="".join(pieces))
    touched = (range(new.position(start).line, new.position(end).line + 1) for start, end in spans)
    return Applying(new, frozenset().union(*touched), max((end for _, end in spans), default=0))


def compatible(source: Source, diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Diagnostics with one fix each that do not overlap: of two that do, the first counts."""
    taken: list[tuple[int, int]] = []
    for diagnostic in diagnostics:
        if len(diagnostic.fixes) != 1:
            continue
        wanted = [(start, end) for start, end, _ in _offsets(source, diagnostic.fixes[0])]
        if not any(a <= end and start <= b for start, end in wanted for a, b in taken):
            taken += wanted
            yield diagnostic


def _offsets(source: Source, fix: Fix) -> Iterator[tuple[int, int, str]]:
    for edit in fix.edits:
        yield source.offset(edit.span.start), source.offset(edit.span.end), edit.text
