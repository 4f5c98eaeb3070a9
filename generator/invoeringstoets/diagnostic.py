"""What can be said of a file: findings on the data, diagnostics on the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from invoeringstoets.record import record
from invoeringstoets.route import Route
from invoeringstoets.source import Position, Source, Span

T_co = TypeVar("T_co", covariant=True)


class Severity(StrEnum):
    """How much a finding weighs: only ``FOUT`` makes a check fail."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    HINT = "hint"


@record(frozen=True)
class Edit:
    """A stretch of a text and what should stand there instead."""

    span: Span
    text: str


@record(frozen=True)
class Fix:
    """A way to solve a diagnostic: edits that belong together and do not overlap.

    ``description`` is Dutch and short: what stands there, an arrow, what comes instead.
    """

    description: str
    edits: tuple[Edit, ...]


@record(frozen=True)
class Quoted:
    """Remedy: the value as it is written, between quotes."""


@record(frozen=True)
class Reordered:
    """Remedy: the items of the list at ``route`` in this order (indexes of how they stand now)."""

    route: Route
    order: tuple[int, ...]


Remedy = str | int | bool | Quoted | Reordered
"""What would solve a finding, in terms of the data; a word or number is the new key or value."""


@record(frozen=True)
class Finding:
    """Something is wrong with the data at a route; says nothing of files or lines.

    ``message`` makes sense on its own; ``help`` says what to do. With ``on_key`` the key at the
    end of the route is meant, otherwise its value. ``within`` is the part of the value's text that
    is meant, in characters of that text, end not included. ``remedy`` is there only if what was
    meant is certain enough to put it in the author's place.
    """

    code: str
    route: Route
    message: str
    help: str = ""
    severity: Severity = Severity.FOUT
    on_key: bool = False
    within: tuple[int, int] | None = None
    remedy: Remedy | None = None


@record(frozen=True)
class Manual:
    """The page of a code: what it says, why, and an example (YAML) of wrong and of right.

    All text is Dutch; ``slug`` is the name by which a rule is known in the code.
    """

    code: str
    slug: str
    title: str
    severity: Severity
    what: str
    why: str
    wrong: str
    right: str


@record(frozen=True)
class Diagnostic:
    """A finding with its place in a text, ready to be shown.

    ``source`` is ``None`` when there was no text to point in (a missing or undecodable file);
    ``name`` is always the file as the user knows it. ``fixes`` are other ways to solve it, each
    on its own; they are proposals, which ``repair`` tries before it applies one.
    """

    name: str
    span: Span
    code: str
    message: str
    help: str = ""
    severity: Severity = Severity.FOUT
    source: Source | None = None
    route: str = ""
    fixes: tuple[Fix, ...] = ()

    @property
    def sort_key(self) -> tuple[str, Span, *tuple[str, ...]]:
        """Total order: file, place, code, message, and then all else that is shown."""
        place = (self.name, self.span)
        shown = (self.route, self.severity, self.help, self.source.text if self.source else "")
        return (*place, self.code, self.message, *shown)


START = Span(Position(1, 1), Position(1, 1))
"""The place of a diagnostic on a file as a whole."""


@dataclass(frozen=True)
class Checked(Generic[T_co]):
    """A value, when there is one, together with all there is to say about it."""

    value: T_co | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether at least one diagnostic is a fault."""
        return any(d.severity is Severity.FOUT for d in self.diagnostics)
