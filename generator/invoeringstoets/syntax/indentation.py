"""Parse errors of which the cause is how far a line springs in, often the line above the error.

YAML notices that a line is out of place only when the next one no longer fits. Which of the two is
wrong shows from their neighbours: most lines stand where the ones around them stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from invoeringstoets.syntax.faults import Fault
from invoeringstoets.syntax.problem import Problem

KEY = re.compile(r"[ ]*(?:- +)*[^\s:'\"#-][^:]*?(:)(?:\s|$)")
"""A line that begins with a key; the colon is its group."""

_DASHES = re.compile(r"(?:- +)+")
_DASH_TAB = re.compile(r"[ ]*(?:- +)*-[ ]*(\t)")
_OPENS = re.compile(r":(?:[ ]+[|>][-+0-9]*)?$")
_BLOCK = re.compile(r":[ ]+[|>][-+0-9]*$")
_DASH_WORD = re.compile(r"[ ]*(?:- +)*(-)[^\W\d]+:(?:\s|$)")
_LEVEL = 2
"""How many spaces a level springs in."""
_REACH = 40
"""So many lines up (or down) are looked at."""


@dataclass(frozen=True)
class _Line:
    """A line with something on it: where that begins, how far in, and how far behind its dashes."""

    start: int
    indent: int
    inner: int
    text: str

    @property
    def opens(self) -> bool:
        """Whether what belongs to this line stands below it."""
        return _OPENS.search(self.text) is not None

    @property
    def bare(self) -> bool:
        """Whether there is no key on it, where there should be one."""
        return KEY.match(self.text) is None and not self.text.startswith(("-", "[", "{", "'", '"'))


def tab(problem: Problem) -> Fault | None:
    """T005: a tab in front of a line, or behind the dash of a list item."""
    start = problem.line_start(problem.at)
    indent = problem.text[start : problem.word_start(problem.at)]
    if "\t" in indent:
        at = start + indent.index("\t")
        return _tab(
            at, "deze regel springt in met een tab", advice="gebruik spaties: twee per niveau"
        )
    for offset in (problem.at, problem.context or problem.at):
        found = _DASH_TAB.match(problem.text, problem.line_start(offset))
        if found:
            return _tab(
                found.start(1), "achter het streepje staat een tab", advice="gebruik een spatie"
            )
    return None


def _tab(at: int, message: str, *, advice: str) -> Fault:
    return Fault("T005", at, at + 1, message, advice)


def dash(problem: Problem) -> Fault | None:
    """T010: a list item without a space behind its dash, on the line of the error or above it."""
    above = [problem.line_start(line.start) for line in islice(_above(problem, problem.at), 1)]
    for start in (problem.line_start(problem.at), *above):
        found = _DASH_WORD.match(problem.text, start)
        if found:
            return Fault(
                "T010",
                found.start(1),
                problem.line_end(start),
                "achter het streepje ontbreekt een spatie",
                "een onderdeel van een lijst begint met een streepje en een spatie: ‘- ’",
            )
    return None


def missing_dash(problem: Problem) -> Fault | None:
    """T010: the keys of a list's first item, as far in as if there were a dash before them."""
    if problem.here != "-" or problem.word_start(problem.at) != problem.at:
        return None
    indent, first = problem.at - problem.line_start(problem.at), None
    for line in _above(problem, problem.at):
        if line.indent <= indent:
            break
        first = line
    else:
        return None
    if first is None or not line.opens or line.inner >= indent or first.inner > first.indent:
        return None
    number = problem.text.count("\n", 0, problem.at) + 1
    return Fault(
        "T010",
        first.start,
        problem.line_end(first.start),
        "voor dit onderdeel van de lijst ontbreekt een streepje",
        f"zet er ‘- ’ voor, recht boven het streepje op regel {number}",
    )


def colon_above(problem: Problem, start: int) -> Fault | None:
    """T007: the line above reads as a key of several words; with this one it is a text."""
    line = next(_above(problem, start), None)
    key = line and KEY.match(line.text)
    if line is None or not key or " " not in line.text[: key.start(1)] or line.inner > line.indent:
        return None
    if line.opens or line.indent != start - problem.line_start(start):
        return None
    return _colon_in_text(problem, line.start)


def colon_further_on(problem: Problem) -> Fault | None:
    """T007: further in than the text above, which goes on here, and like a key of several words."""
    start, colon = problem.word_start(problem.at), problem.at
    line = next(_above(problem, start), None)
    if line is None or line.opens or not KEY.match(line.text):
        return None
    key = problem.text[start:colon]
    if " " not in key or key.startswith("-") or start - problem.line_start(start) <= line.inner:
        return None
    return _colon_in_text(problem, start)


def _colon_in_text(problem: Problem, start: int) -> Fault:
    return Fault(
        "T007",
        start,
        problem.line_end(start),
        "in deze tekst staat een dubbele punt met een spatie erachter",
        "zet de hele tekst tussen aanhalingstekens,"
        " of zet haar onder de sleutel met ‘>-’ achter de dubbele punt",
    )


def keyless_above(problem: Problem) -> Fault | None:
    """T010 on the line before this one if that one is a text where a key should be."""
    line = next(_above(problem, problem.at), None)
    if line is None or KEY.match(line.text):
        return None
    indent = problem.word_start(problem.at) - problem.line_start(problem.at)
    dashed = problem.text.startswith("-", problem.word_start(problem.at))
    if indent == line.inner or (dashed and line.bare and indent < line.indent):
        return keyless(problem, line.start)
    return None


def keyless(problem: Problem, start: int) -> Fault:
    """T010: a line of which the text from ``start`` should begin with a key."""
    advice = f"hoort de regel bij de tekst erboven, {_joining(problem, start)}"
    return Fault(
        "T010",
        start,
        problem.line_end(start),
        "op deze regel ontbreekt een dubbele punt met een spatie erachter",
        f"schrijf ‘sleutel: waarde’; {advice}",
    )


def _joining(problem: Problem, start: int) -> str:
    """How a line becomes part of the text above it, which may be a block already."""
    indent = start - problem.line_start(start)
    above = next((line for line in _above(problem, start) if line.indent <= indent), None)
    block = above is not None and _BLOCK.search(above.text)
    return "laat hem dan even ver inspringen" if block else "begin die dan met ‘|’"


def indentation(problem: Problem) -> Fault | None:
    """T008: a line that does not stand where its neighbours stand; T010 if it belongs to a text."""
    start = problem.word_start(problem.at)
    if start != problem.at and not problem.scanning:
        return None
    lines = list(islice(_above(problem, problem.at), 1))
    if lines and lines[0].bare and lines[0].inner > lines[0].indent and _key_at(problem, start):
        return keyless_above(problem) or _at(problem, start)
    return _at(problem, _misplaced(problem, start))


def _key_at(problem: Problem, start: int) -> bool:
    return KEY.match(problem.text, start, problem.line_end(start)) is not None


def _at(problem: Problem, start: int) -> Fault:
    return Fault(
        "T008",
        start,
        problem.line_end(start),
        "deze regel springt niet in zoals de regels waar hij bij hoort",
        "zet hem recht onder de sleutel of het streepje erboven; twee spaties per niveau",
    )


def _misplaced(problem: Problem, start: int) -> int:
    """Where the line begins that is out of place: this one, or one above it."""
    indent = start - problem.line_start(start)
    above = list(islice(_above(problem, start), _REACH))
    if len(above) <= 1 or indent % _LEVEL > above[0].indent % _LEVEL:
        return start
    below = _indent_below(problem, start)
    if _is_misplaced(above[0], above[1], indent=indent, below=below):
        return above[0].start
    number = next((n for n, line in enumerate(above[:-1]) if line.indent < indent), 0)
    line, before = above[number], above[number + 1]
    alone = number == 0 and not line.opens and line.indent != below
    inside = number > 0 and above[number - 1].indent > indent
    beside = before.inner == indent or (alone and before.indent >= indent)
    return line.start if line.inner < indent and beside and (alone or inside) else start


def _is_misplaced(last: _Line, before: _Line, *, indent: int, below: int | None) -> bool:
    """Whether the line above is wrong: too far in, or the only one with odd spaces."""
    if last.opens:
        return last.indent > indent and (below is None or below <= last.indent)
    if last.inner == indent:
        return False
    first = before.opens and indent == before.inner + _LEVEL + last.inner - last.indent
    return first or (indent % _LEVEL == 0 and last.indent % _LEVEL == 1)


def _indent_below(problem: Problem, start: int) -> int | None:
    """How far in the next line is that holds something."""
    for line in islice(problem.text[problem.line_end(start) :].split("\n"), 1, _REACH):
        if line.strip() and not line.lstrip().startswith("#"):
            return len(line) - len(line.lstrip(" "))
    return None


def _above(problem: Problem, offset: int) -> Iterator[_Line]:
    """The lines above that hold something, the nearest first."""
    at = problem.line_start(offset)
    while at > 0:
        start = problem.line_start(at - 1)
        text = problem.text[start : at - 1].rstrip()
        bare = text.lstrip(" ")
        if bare and not bare.startswith("#"):
            indent = len(text) - len(bare)
            dashes = _DASHES.match(bare)
            inner = len(dashes[0]) if dashes else 0
            yield _Line(start + indent + inner, indent, indent + inner, bare[inner:])
        at = start
