"""What a live preview says of faults in the files: first what is wrong, and only that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from invoeringstoets.diagnostic import START, Diagnostic, Severity
from invoeringstoets.outputs import OUTPUTS
from invoeringstoets.outputs.count import listed
from invoeringstoets.outputs.excerpt import Excerpt, cells, excerpt
from invoeringstoets.workspace.checks import Checks

MOST = 5
"""How many faults a page shows; the terminal has all of them."""


@dataclass(frozen=True)
class Line:
    """The line of a file that a fault is about: what is wrong in it, and what stands around."""

    before: str
    wrong: str
    after: str


@dataclass(frozen=True)
class Shown:
    """A fault as a page shows it; ``place`` says in which file and where, ``line`` what is there.

    A file that could not be read has no line.
    """

    code: str
    message: str
    place: str
    help: str
    line: Line | None


@dataclass(frozen=True)
class Faults:
    """The faults in so many ``files``, and what else (``lighter``) there is to say of these.

    As text it is what a terminal shows. Without faults it is false, and there is nothing to say.
    """

    heavy: tuple[Diagnostic, ...] = ()
    lighter: tuple[Diagnostic, ...] = ()
    files: int = 0

    def __bool__(self) -> bool:
        return bool(self.heavy)

    def __str__(self) -> str:
        text = OUTPUTS["tekst"](self.heavy, self.files).rstrip("\n")
        return f"{text}\n{self.more}".rstrip("\n") if self.heavy else ""

    @property
    def more(self) -> str:
        """A sentence on what there is besides the faults, or nothing."""
        if not self.lighter:
            return ""
        return f"Daarnaast: {listed(self.lighter)}. Met ‘toets controleer’ ziet u alles."

    def shown(self) -> Iterator[Shown]:
        """The first few faults."""
        for one in self.heavy[:MOST]:
            source, span = one.source, one.span
            line = None
            if source is not None:
                line = _cut(excerpt(source.line(span.start.line), span))
            yield Shown(one.code, one.message, _place(one), one.help, line)


def faults_of(checks: Checks) -> Faults:
    """What there is to say before something is made of these files, if a fault keeps it back."""
    if not checks.failed:
        return Faults()
    said = checks.objections
    heavy = tuple(one for one in said if one.severity is Severity.FOUT)
    return Faults(heavy, tuple(one for one in said if one not in heavy), checks.files)


def _place(one: Diagnostic) -> str:
    if one.source is None and one.span == START:
        return one.name
    return f"{one.name}, regel {one.span.start.line}, kolom {one.span.start.column}"


def _cut(shown: Excerpt) -> Line:
    """The text of an excerpt in three: it says in cells, not in characters, what is wrong."""
    starts = [0, *accumulate(map(cells, shown.text))]
    first = _character(starts, shown.before)
    last = _character(starts, shown.before + shown.width)
    return Line(shown.text[:first], shown.text[first:last], shown.text[last:])


def _character(starts: list[int], cell: int) -> int:
    return next((place for place, start in enumerate(starts) if start >= cell), len(starts) - 1)
