"""Parse errors in lists and mappings between brackets."""

from __future__ import annotations

from invoeringstoets.syntax.faults import Fault
from invoeringstoets.syntax.problem import Problem


def bracket(problem: Problem) -> Fault | None:
    """T009 or T013: a bracket left open or one too many, a comma too many."""
    opened = problem.bracket is not None and not problem.scanning
    start = problem.bracket if opened and problem.bracket is not None else problem.at
    if not opened and problem.here not in ("]", "}", ","):
        return None
    sign = problem.text[start]
    if opened and problem.here == ",":
        return _comma(problem)
    message = (
        f"wat met ‘{sign}’ begint, wordt niet goed gesloten"
        if opened
        else f"hier staat een ‘{sign}’ die nergens bij hoort"
    )
    return Fault(
        "T009",
        start,
        start + 1,
        message,
        "sluit ‘[’ met ‘]’ en ‘{’ met ‘}’; zet gewone tekst tussen aanhalingstekens",
    )


def _comma(problem: Problem) -> Fault:
    return Fault(
        "T013",
        problem.at,
        problem.at + 1,
        "hier staat een komma te veel",
        "haal de komma weg, of zet er nog iets voor",
    )
