"""Parse errors in lists and mappings between brackets."""

from __future__ import annotations

import re

from invoeringstoets.syntax.faults import Fault, in_quotes
from invoeringstoets.syntax.problem import Problem

_BEGINS = re.compile(r"[ ]*(?:- +)*(?:[^\s:'\"#\[{-][^:'\"\[{]*:[ ]+)?([\[{])")
_CLOSING = {"[": "]", "{": "}"}


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


def text_behind(problem: Problem) -> Fault | None:
    """T013: a value that begins with a list or mapping between brackets and goes on as a text."""
    start = problem.line_start(problem.at)
    found = _BEGINS.match(problem.text, start, problem.at)
    if problem.scanning or found is None:
        return None
    end, sign = problem.line_end(problem.at), found[1]
    value = problem.text[found.start(1) : end]
    return Fault(
        "T013",
        found.start(1),
        end,
        f"na de ‘{_CLOSING[sign]}’ die bij deze ‘{sign}’ hoort, staat nog tekst",
        f"is het gewone tekst, zet haar dan tussen aanhalingstekens: {in_quotes(value)}",
    )


def _comma(problem: Problem) -> Fault:
    return Fault(
        "T013",
        problem.at,
        problem.at + 1,
        "hier staat een komma te veel",
        "haal de komma weg, of zet er nog iets voor",
    )
