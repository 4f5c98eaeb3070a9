"""Diagnostics for a person at a terminal: the message, the line it is about, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from invoeringstoets.diagnostic import START, Diagnostic, Severity
from invoeringstoets.outputs.context import PLAIN, Context
from invoeringstoets.outputs.count import summary
from invoeringstoets.outputs.excerpt import MAX_WIDTH, Excerpt, excerpt
from invoeringstoets.outputs.wrap import MIN_WIDTH, wrapped

_COLOURS = {Severity.FOUT: "31", Severity.WAARSCHUWING: "33", Severity.HINT: "36"}
_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render(
    diagnostics: Sequence[Diagnostic],
    files: int,
    *,
    colour: bool = False,
    context: Context = PLAIN,
) -> str:
    """Write each diagnostic as a small frame, and the count as the last line.

    Where the width of the terminal is known, nothing is wider unless it cannot be broken.
    """
    frames = [_frame(d, colour=colour, width=context.width) for d in diagnostics]
    return "\n".join([*frames, summary(diagnostics, files, known=context.known)]) + "\n"


def _frame(diagnostic: Diagnostic, *, colour: bool, width: int | None) -> str:
    start = diagnostic.span.start
    gutter = " " * len(str(start.line))
    tint = f"\x1b[1;{_COLOURS[diagnostic.severity]}m"
    arrow = _painted("-->", _DIM, colour=colour)
    lines = [
        *_head(diagnostic, tint, colour=colour, width=width),
        f"{gutter}{arrow} {_place(diagnostic)}",
    ]
    if diagnostic.source is not None:
        # Bar and ellipses take seven cells besides the line number.
        room = MAX_WIDTH if width is None else width - len(gutter) - 7
        line = diagnostic.source.line(start.line)
        shown = excerpt(line, diagnostic.span, width=max(min(room, MAX_WIDTH), MIN_WIDTH))
        lines += _excerpt(shown, start.line, tint=tint, colour=colour)
    lines += _help(diagnostic.help, gutter, colour=colour, width=width)
    return "\n".join(lines) + "\n"


def _place(diagnostic: Diagnostic) -> str:
    """File, line and column; of a file or folder as a whole that could not be read its name."""
    start = diagnostic.span.start
    whole = diagnostic.source is None and diagnostic.span == START
    return diagnostic.name if whole else f"{diagnostic.name}:{start.line}:{start.column}"


def _head(diagnostic: Diagnostic, tint: str, *, colour: bool, width: int | None) -> list[str]:
    head = f"{diagnostic.severity}[{diagnostic.code}]"
    first, *more = wrapped(diagnostic.message, width, first=len(head) + 2)
    start = f"{_painted(head, tint, colour=colour)}: "
    return [start + _painted(first, _BOLD, colour=colour)] + [
        _painted(line, _BOLD, colour=colour) for line in more
    ]


def _help(text: str, gutter: str, *, colour: bool, width: int | None) -> list[str]:
    indent = f"{gutter}         "
    room = None if width is None else width - len(indent)
    lines = [line for part in text.splitlines() for line in wrapped(part, room)]
    first = f"{gutter} {_painted('=', _DIM, colour=colour)} hulp: "
    return [(indent if number else first) + line for number, line in enumerate(lines)]


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
