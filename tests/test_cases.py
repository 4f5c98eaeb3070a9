"""Every file in ``cases`` says itself what must be found in it; see ``cases/README.md``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from invoeringstoets import pipeline
from invoeringstoets.diagnostic import Checked, Diagnostic
from invoeringstoets.model import Toets
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source

CASES = Path(__file__).parent / "cases"
INVALID = sorted((CASES / "invalid").glob("*.yaml"))
VALID = sorted((CASES / "valid").glob("*.yaml"))

_BELOW = re.compile(r"(\s*#\s*?)(\^+)\s+(T\d{3})\b\s*(.*)")
_HEADER = re.compile(r"# verwacht: (T\d{3}) (\d+):(\d+)\s*(.*)")
_NAME = re.compile(r"^# bestand: (\S+)$", re.MULTILINE)
_ID = re.compile(r"^id: *['\"]?([^\s'\"#]+)", re.MULTILINE)

SCHEMAS = Schemas()


@dataclass(frozen=True)
class Expected:
    """A finding that a case announces; ``end`` is ``None`` in a header."""

    line: int
    start: int
    end: int | None
    code: str
    words: str

    def meets(self, diagnostic: Diagnostic) -> bool:
        span = diagnostic.span
        place = (span.start.line, span.start.column) == (self.line, self.start)
        if self.end is not None and span.end.line == span.start.line:
            place = place and max(span.end.column, span.start.column + 1) == self.end
        said = f"{diagnostic.message}\n{diagnostic.help}"
        return place and diagnostic.code == self.code and self.words in said


def expectations(text: str) -> list[Expected]:
    """All that a case announces, in the order of the file."""
    found = []
    above = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            code, at_line, at_column, words = header.groups()
            found.append(Expected(int(at_line), int(at_column), None, code, words))
        elif below := _BELOW.fullmatch(line):
            before, carets, code, words = below.groups()
            end = len(before) + len(carets) + 1
            start = 1 if before == "#" else len(before) + 1
            found.append(Expected(above, start, end, code, words))
        else:
            above = number
    return found


def checked(text: str) -> Checked[Toets]:
    """What the whole road says of a case."""
    given, own = _NAME.search(text), _ID.search(text)
    name = given[1] if given else f"{own[1]}.yaml" if own else "geval.yaml"
    return pipeline.check(Source(name, text), SCHEMAS)


def _shown(diagnostics: tuple[Diagnostic, ...]) -> str:
    return "\n".join(
        f"{d.code} {d.span.start.line}:{d.span.start.column}-{d.span.end.column} "
        f"{d.message} | {d.help}"
        for d in diagnostics
    )


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid_case_gives_exactly_what_it_announces(path: Path) -> None:
    text = path.read_bytes().decode()
    announced = expectations(text)
    found = checked(text).diagnostics
    assert announced, "the case announces nothing"
    surprises = [d for d in found if not any(e.meets(d) for e in announced)]
    absent = [e for e in announced if not any(e.meets(d) for d in found)]
    assert not surprises, f"not announced:\n{_shown(tuple(surprises))}"
    assert not absent, f"not found: {absent}\nfound:\n{_shown(found)}"
    assert len(found) == len(announced)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_case_gives_nothing(path: Path) -> None:
    result = checked(path.read_bytes().decode())
    assert not result.diagnostics, _shown(result.diagnostics)
    assert result.value is not None


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_case_is_named_after_a_code_it_announces(path: Path) -> None:
    codes = {expected.code for expected in expectations(path.read_bytes().decode())}
    assert path.stem.partition("-")[0] in codes


def test_there_are_cases() -> None:
    assert INVALID
    assert VALID


def test_expectations_are_read_at_their_columns() -> None:
    text = "a: b\n#^ T100\n  c: d\n# ^ T101 woorden hier\n  # ^^^ T102\n# verwacht: T103 7:2 iets\n"
    assert expectations(text) == [
        Expected(1, 1, 3, "T100", ""),
        Expected(3, 3, 4, "T101", "woorden hier"),
        Expected(3, 5, 8, "T102", ""),
        Expected(7, 2, None, "T103", "iets"),
    ]
