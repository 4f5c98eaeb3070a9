"""The comment ``# toets: negeer T412 omdat ...``: a finding that does not count on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from invoeringstoets.diagnostic import Diagnostic, Manual, Severity
from invoeringstoets.selection.manuals import INCOMPLETE, UNKNOWN_CODE, UNUSED
from invoeringstoets.selection.settings import code_objection
from invoeringstoets.source import Source
from invoeringstoets.syntax import Comment, comments

MARK = "egeer"
"""What is in every such comment, and the only text for which a file is looked at again."""

_COMMENT = re.compile(
    r"#+\s*toets\s*[:;,]?\s*negeer\b(?P<codes>.*?)(?:\bomdat\b(?P<reason>.*))?", re.IGNORECASE
)
"""A capital, or a colon that was forgotten, leaves no doubt about what is meant."""
_CODE = re.compile(r"\w+")
_BETWEEN = frozenset({"EN"})
_EXAMPLE = "schrijf: # toets: negeer T306 omdat de bijlage haar noemt"


@dataclass(frozen=True)
class Ignore:
    """A comment that wants some codes not to count on the lines it speaks about."""

    source: Source
    comment: Comment
    codes: tuple[str, ...]

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether this comment speaks about a diagnostic on its file."""
        line = diagnostic.span.start.line
        return diagnostic.code in self.codes and self.comment.first <= line <= self.comment.last


def read_ignores(
    source: Source, manuals: Mapping[str, Manual]
) -> tuple[tuple[Ignore, ...], tuple[Diagnostic, ...]]:
    """The comments of a text, and what is wrong with them.

    One without a reason counts (and is a fault): the author is not told of the finding as well.
    """
    found: list[Ignore] = []
    wrong: list[Diagnostic] = []
    for comment in comments(source, MARK):
        match = _COMMENT.fullmatch(comment.text)
        if match is None:
            continue
        codes = tuple(code for code in _words(match["codes"]) if code not in _BETWEEN)
        ignore = Ignore(source, comment, codes)
        wrong.extend(_objections(ignore, match["reason"] or "", manuals=manuals))
        known = tuple(code for code in codes if code_objection(code, manuals) is None)
        found.append(Ignore(source, comment, known))
    return tuple(found), tuple(wrong)


def _words(codes: str) -> list[str]:
    """What stands where codes belong, in capitals as codes are."""
    return [word.upper() for word in _CODE.findall(codes)]


def heed(
    diagnostics: Sequence[Diagnostic], ignores: Sequence[Ignore], *, complete: bool
) -> tuple[Diagnostic, ...]:
    """The diagnostics on a file that no comment speaks about, and the comments that do nothing.

    Unless ``complete`` (every rule had its say) nothing is known of comments that do nothing.
    """
    rest = [one for one in diagnostics if not any(ignore.covers(one) for ignore in ignores)]
    if complete:
        for ignore in ignores:
            for code in _idle(ignore, diagnostics):
                lines = [one.span.start.line for one in diagnostics if one.code == code]
                rest.append(_unused(ignore, code, lines=lines))
    return tuple(rest)


def _idle(ignore: Ignore, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """The codes for which a comment finds nothing on its lines."""
    used = {one.code for one in diagnostics if ignore.covers(one)}
    yield from (code for code in dict.fromkeys(ignore.codes) if code not in used)


def _unused(ignore: Ignore, code: str, *, lines: Sequence[int]) -> Diagnostic:
    """A warning on a comment that finds no code on its lines; it is on these ``lines``, if any."""
    comment = ignore.comment
    place = f"op regel {comment.first}"
    if comment.last > comment.first:
        place = f"op de regels {comment.first} tot en met {comment.last}"
    advice = "verwijder de opmerking"
    if lines:
        near = min(lines, key=lambda line: abs(line - comment.first))
        advice = f"{code} staat op regel {near}: zet de opmerking daarachter of op de regel erboven"
    return _diagnostic(
        ignore,
        UNUSED,
        message=f"deze uitzondering doet niets: {place} komt {code} niet voor",
        advice=advice,
    )


def _objections(
    ignore: Ignore, reason: str, *, manuals: Mapping[str, Manual]
) -> Iterator[Diagnostic]:
    if not ignore.codes:
        yield _diagnostic(
            ignore, INCOMPLETE, message="deze uitzondering noemt geen code", advice=_EXAMPLE
        )
    elif not _CODE.search(reason):
        yield _diagnostic(
            ignore, INCOMPLETE, message="deze uitzondering noemt geen reden", advice=_EXAMPLE
        )
    for code in dict.fromkeys(ignore.codes):
        refusal = code_objection(code, manuals)
        if refusal:
            yield _diagnostic(ignore, UNKNOWN_CODE, message=refusal[0], advice=refusal[1])


def _diagnostic(ignore: Ignore, code: str, *, message: str, advice: str) -> Diagnostic:
    return Diagnostic(
        name=ignore.source.name,
        span=ignore.comment.span,
        code=code,
        message=message,
        help=advice,
        severity=Severity.WAARSCHUWING if code == UNUSED else Severity.FOUT,
        source=ignore.source,
    )
