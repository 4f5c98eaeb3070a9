"""What a preview says of faults, without a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from invoeringstoets.diagnostic import START, Diagnostic, Severity
from invoeringstoets.mkdocs_plugin.faults import MOST, Faults, Line, faults_of
from invoeringstoets.source import Position, Source, Span
from invoeringstoets.workspace import find_project
from invoeringstoets.workspace.checks import check


def fault(text: str, start: int, end: int, **more: object) -> Diagnostic:
    """A fault in a file of one line, from a column until another."""
    span = Span(Position(1, start), Position(1, end))
    values = {
        "name": "a.yaml",
        "code": "T102",
        "message": "fout",
        "severity": Severity.FOUT,
        **more,
    }
    return Diagnostic(source=Source("a.yaml", text), span=span, **values)  # type: ignore[arg-type]


def test_line_is_cut_where_the_fault_is_also_among_wide_characters() -> None:
    lines = [one.line for one in Faults((fault("字a: b", 2, 3), fault("a: ", 4, 4))).shown()]
    assert lines == [Line("字", "a", ": b"), Line("a: ", "", "")]


def test_page_shows_the_first_faults_and_the_terminal_all() -> None:
    faults = Faults(tuple(fault(f"k{n}: x", 1, 3, message=f"fout {n}") for n in range(9)), files=1)
    assert [one.message for one in faults.shown()] == [f"fout {n}" for n in range(MOST)]
    assert "fout 8" in str(faults)
    assert str(faults).endswith("9 fouten in 1 bestand")


def test_hints_are_counted_not_told(add_toets: Callable[..., Path], project: Path) -> None:
    path = add_toets()
    assert not faults_of(check(find_project(project)))
    path.write_text(path.read_text(encoding="utf-8") + "kleuur: rood\n", encoding="utf-8")
    hint = fault("a: b", 1, 2, severity=Severity.HINT, code="T120", message="nog nodig")
    found = faults_of(check(find_project(project)))
    both = Faults(found.heavy, (hint, hint), 1)
    assert "nog nodig" not in str(both)
    assert str(both).endswith("Daarnaast: 2 hints. Met ‘toets controleer’ ziet u alles.")
    assert both.more not in str(found)


def test_a_file_that_cannot_be_read_has_no_line(
    add_toets: Callable[..., Path], project: Path
) -> None:
    add_toets().write_bytes(b"titel: \xff\n")
    (shown,) = faults_of(check(find_project(project))).shown()
    assert shown.place.startswith("toetsen/2025-proef.yaml")
    assert shown.line is None
    assert shown.message


def test_a_file_as_a_whole_has_no_line_number() -> None:
    whole = Diagnostic(name="toetsen", span=START, code="T001", message="niet te lezen")
    assert [one.place for one in Faults((whole,)).shown()] == ["toetsen"]
