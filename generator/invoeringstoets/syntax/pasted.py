"""What other programs leave behind in a text: git, word processors, web pages.

Each function looks at a parse error and knows one such remnant; ``problems`` asks them before it
explains the error as a slip of the author's own.
"""

from __future__ import annotations

import re

from invoeringstoets.syntax.faults import Fault
from invoeringstoets.syntax.problem import Problem

HARD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
"""Spaces that YAML does not take for a space, as the inside of a regular expression's class."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
BULLET = re.compile(r"[ ]*([\u2010-\u2015\u2022\u2023\u25aa\u25cf\u00b7])\s")
STAR = re.compile(r"[ ]*([*+])[ ]")
_HARD_AFTER_KEY = re.compile(rf"[ ]*(?:- +)*[^\s:]+:[ ]*([{HARD_SPACES}])")
_HARD_START = re.compile(rf"[{HARD_SPACES}]+")
_HARD_INDENT = re.compile(rf"[ ]*([{HARD_SPACES}])[ {HARD_SPACES}]*\S")


def conflict(problem: Problem) -> Fault | None:
    """T017: the marks with which git shows two versions of a piece, at the first of them."""
    found = _CONFLICT.search(problem.text, 0, max(problem.line_end(problem.at), problem.at))
    if found is None:
        return None
    return Fault(
        "T017",
        found.start(),
        problem.line_end(found.start()),
        "hier staan twee versies van dezelfde tekst onder elkaar, zoals git die achterlaat",
        "kies een van de twee en haal de regels weg die met <<<<<<<, ======= of >>>>>>> beginnen",
    )


def bullet(problem: Problem) -> Fault | None:
    """T018: a dash or dot of a word processor where a list item begins, here or just above."""
    here = problem.line_start(problem.at)
    above = problem.line_start(max(here - 1, 0))
    for start, sign in ((here, BULLET), (here, STAR), (above, BULLET)):
        found = sign.match(problem.text, start, max(problem.line_end(start), start) + 1)
        if found:
            return Fault(
                "T018",
                found.start(1),
                found.end(1),
                f"een onderdeel van een lijst begint hier met ‘{found[1]}’",
                "zet er een gewoon streepje met een spatie: ‘- ’",
            )
    return None


def hard_space(problem: Problem) -> Fault | None:
    """T019: a space that YAML does not know, after a key or before one."""
    here = problem.line_start(problem.at)
    where = here if problem.context is None else problem.line_start(problem.context)
    for start in (where, here, problem.line_start(max(here - 1, 0))):
        for pattern in (_HARD_AFTER_KEY, _HARD_INDENT):
            found = pattern.match(problem.text, start)
            if found:
                return hard_space_at(*found.span(1))
    return None


def hard_indent(key: str) -> int:
    """With how many spaces that YAML does not know a key begins."""
    found = _HARD_START.match(key)
    return len(found[0]) if found else 0


def hard_space_at(start: int, end: int) -> Fault:
    """T019: a space that YAML does not know, between two offsets."""
    return Fault(
        "T019",
        start,
        end,
        "hier staat een harde spatie, die er net zo uitziet als een gewone",
        "vervang haar door een gewone; ze is meegekomen bij kopiëren uit een ander programma",
    )
