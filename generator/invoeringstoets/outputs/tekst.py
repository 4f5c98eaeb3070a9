"""Diagnostics for a person at a terminal: the message, the line it is about, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.outputs.count import summary
from invoeringstoets.outputs.excerpt import Excerpt, excerpt

_COLOURS = {Severity.FOUT: "31", Severity.WAARSCHUWING: "33", Severity.HINT: "36"}
_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render(diagnostics: Sequence[Diagnostic], files: int, *, colour: bool = False) -> str:
    """Write each diagnostic as a small frame, and the count as the last line."""
    frames = [_frame(diagnostic, colour=colour) for diagnostic in diagnostics]
    return "\n".join([*frames, summary(diagnostics, files)]) + "\n"


def _frame(diagnostic: Diagnostic, *, colour: bool) -> str:
    start = diagnostic.span.start
    gutter = " " * len(str(start.line))
    tint = f"\x1b[1;{_COLOURS[diagnostic.severity]}m"
    head = f"{diagnostic.severity}[{diagnostic.code}]"
    message = _painted(diagnostic.message, _BOLD, colour=colour)
    arrow = _painted("-->", _DIM, colour=colour)
    lines = [
        f"{_painted(head, tint, colour=colour)}: {message}",
        f"{gutter}{arrow} {diagnostic.name}:{start.line}:{start.column}",
    ]
    if diagnostic.source is not None:
        shown = excerpt(diagnostic.source.line(start.line), diagnostic.span)
        lines += _excerpt(shown, start.line, tint=tint, colour=colour)
    if diagnostic.help:
        first, *more = diagnostic.help.splitlines()
        lines.append(f"{gutter} {_painted('=', _DIM, colour=colour)} hulp: {first}")
        lines += [f"{gutter}         {line}" for line in more]
    return "\n".join(lines) + "\n"


def _excerpt(shown: Excerpt, line: int, *, tint: str, colour: bool) -> list[str]:
    bar = _painted("|", _DIM, colour=colour)
    number = _painted(str(line), _DIM, colour=colour)
    blank = " " * len(str(line))
    carets = " " * shown.before + _painted("^" * shown.width, tint, colour=colour)
    return [
        f"{blank} {bar}",
        f"{number} {bar} {shown.text}".rstrip(),
        f"{blank} {bar} {carets}",
    ]


def _painted(text: str, paint: str, *, colour: bool) -> str:
    return f"{paint}{text}{_RESET}" if colour else text
