"""What a check of one file left: all that a run needs once its text and model are gone."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import Any

from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.record import record
from invoeringstoets.source import INPUT_NAME, Position, Source, Span

MARK = b"egeer"
"""A file with this in it may hold exceptions (``selection``), so its text is still needed."""

_SIZE = 20
"""Bytes in a hash: enough that two files never share one."""

Row = Sequence[Any]
"""An outcome as a value of JSON, without the path and the text of the file."""


@record(frozen=True)
class Spoken:
    """A file that could be read; ``sound`` if the schema approved it, so that all rules ran.

    ``key`` stands for the content and the name of the file, if that is known.
    """

    path: Path
    source: Source
    sound: bool
    key: str = ""


@record(frozen=True)
class Wanted:
    """What a command wants of every toets that is checked, so that it need not be read again.

    ``make`` is asked of each, wherever it is checked: of more than one process it is a function of
    a module, or a ``partial`` of one. ``take`` hears what came of it, by the key of the file. Files
    of which the key is ``there`` are not checked for this alone.
    """

    make: Callable[[Any], Any]
    take: Callable[[str, Any], None]
    there: Container[str] = ()

    def lacks(self, row: Row, key: str) -> bool:
        """Whether something is wanted of a known file that is not there."""
        return row[0] is not None and key not in self.there


@record(frozen=True)
class Outcome:
    """A file that was checked.

    ``source`` is ``None`` if the file could not be read; its text is empty if nothing asks for it
    (nothing to say, no exceptions in it). ``outline`` is what rules across files need
    (``library.Outline``), ``None`` if the schema does not approve the file. ``key`` stands for the
    content and the name of the file. ``made`` is what was wanted of the toets, if anything.
    """

    path: Path
    source: Source | None
    diagnostics: tuple[Diagnostic, ...] = ()
    outline: Row | None = None
    key: str = ""
    made: Any = None

    @property
    def id(self) -> str | None:
        """The id of the toets, if it is one."""
        return None if self.outline is None else str(self.outline[0])

    @property
    def known(self) -> Row:
        """All that rules across files know of it: of a file with a fault that is its text."""
        return self.outline or (self.source.text if self.source else "")

    def row(self) -> Row | None:
        """What can be kept of this; ``None`` if it has to be found anew each time.

        A proposal for a repair is not kept: few files have one, and it is large.
        """
        if self.source is None or any(one.fixes for one in self.diagnostics):
            return None
        return [self.outline, [_packed(one) for one in self.diagnostics]]


def key_of(name: str, data: bytes) -> str:
    """What stands for a file: its bytes, and the name of which rules know the stem."""
    stem = "" if name == INPUT_NAME else PurePath(name).stem
    own = blake2b(stem.encode("utf-8", "surrogateescape"), digest_size=_SIZE).digest()
    return blake2b(data, digest_size=_SIZE, key=own).hexdigest()


def unpacked(row: Row, source: Source) -> tuple[Diagnostic, ...]:
    """The diagnostics in a row, on the file that they are about."""
    return tuple(
        Diagnostic(
            name=source.name,
            span=Span(Position(*place[:2]), Position(*place[2:])),
            code=code,
            message=message,
            help=advice,
            severity=Severity(severity),
            source=source,
            route=route,
        )
        for code, place, message, advice, severity, route in row[1]
    )


def _packed(one: Diagnostic) -> Row:
    start, end = one.span.start, one.span.end
    place = [start.line, start.column, end.line, end.column]
    return [one.code, place, one.message, one.help, one.severity, one.route]
