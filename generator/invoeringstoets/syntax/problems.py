"""A parse error -> fault in plain Dutch, decided on the characters at its marks.

The messages of the YAML libraries are English and differ between libyaml and the pure parser, so
they are not looked at: where the error is and what stands there says enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from invoeringstoets.syntax import brackets, faults, pasted
from invoeringstoets.syntax.faults import Fault, in_quotes
from invoeringstoets.syntax.indentation import (
    KEY,
    colon_above,
    colon_further_on,
    dash,
    indentation,
    keyless,
    keyless_above,
    missing_dash,
    tab,
)
from invoeringstoets.syntax.problem import Problem

_MARKER = re.compile(r"^(?:---|\.\.\.)", re.MULTILINE)


def explain(
    text: str,
    error: yaml.MarkedYAMLError,
    *,
    shift: int = 0,
    quoted: tuple[int, int] | None = None,
    bracket: int | None = None,
) -> Fault:
    """The fault behind an error of the YAML parser.

    ``shift`` is added to its offsets; ``quoted`` and ``bracket`` are as in ``Problem``.
    """
    mark = error.problem_mark or error.context_mark
    problem = Problem(
        text=text,
        at=min(mark.index + shift, len(text)) if mark else 0,
        context=error.context_mark.index + shift if error.context_mark else None,
        scanning=isinstance(error, yaml.scanner.ScannerError),
        quoted=quoted,
        bracket=bracket,
    )
    return next(fault for find in _FINDERS if (fault := find(problem)))


def _quote(problem: Problem) -> Fault | None:
    if problem.scanning and problem.opening in ("'", '"') and problem.context is not None:
        return _inside_quotes(problem, problem.context)
    if problem.quoted is None or problem.text[problem.quoted[0]] not in "'\"":
        return None
    start, end = problem.quoted
    if problem.text[end : problem.at].strip(" ") or end > problem.at:
        return None
    if "\n" in problem.text[start:end]:
        return _unclosed(problem, start)
    return Fault(
        "T015",
        start,
        problem.line_end(start),
        "na het sluitende aanhalingsteken staat nog tekst",
        "zet om een tekst met \" erin enkele aanhalingstekens ('...'),"
        ' om een tekst met \' erin dubbele ("...")',
    )


def _inside_quotes(problem: Problem, start: int) -> Fault:
    rest = problem.text[problem.at :]
    if not rest.strip() or rest.startswith(("---", "...")):
        return _unclosed(problem, start)
    return Fault(
        "T012",
        problem.at,
        problem.at + 2,
        "een backslash heeft tussen dubbele aanhalingstekens een bijzondere betekenis",
        "schrijf \\\\ voor een backslash, of zet de tekst tussen enkele aanhalingstekens: '...'",
    )


def _unclosed(problem: Problem, start: int) -> Fault:
    return Fault(
        "T006",
        start,
        problem.line_end(start),
        "het aanhalingsteken dat hier begint, wordt niet op tijd gesloten",
        f"zet een {problem.text[start]} aan het eind van de tekst",
    )


def _colon(problem: Problem) -> Fault | None:
    if not problem.scanning or problem.here != ":" or problem.context is not None:
        return None
    start = problem.line_start(problem.at)
    line = problem.text[start : problem.line_end(problem.at)]
    key = KEY.match(line)
    if key and start + key.start(1) < problem.at:
        value = line[key.end(1) :].strip()
        return Fault(
            "T007",
            start + line.index(value, key.end(1)),
            start + len(line),
            "in deze tekst staat een dubbele punt met een spatie erachter",
            f"zet de tekst tussen aanhalingstekens: {in_quotes(value)}",
        )
    return colon_further_on(problem) or keyless_above(problem) or indentation(problem)


def _bare_line(problem: Problem) -> Fault | None:
    if problem.scanning and problem.context is not None and problem.opening not in set("|>&*!%@`"):
        return colon_above(problem, problem.context) or keyless(problem, problem.context)
    return None


def _forbidden_start(problem: Problem) -> Fault | None:
    if not problem.scanning or problem.here not in set("@`%"):
        return None
    return Fault(
        "T011",
        problem.at,
        problem.line_end(problem.at),
        f"een waarde kan niet met ‘{problem.here}’ beginnen",
        f"zet de tekst tussen aanhalingstekens: {in_quotes(_rest(problem))}",
    )


def _rest(problem: Problem) -> str:
    return problem.text[problem.at : problem.line_end(problem.at)]


def _directive(problem: Problem) -> Fault | None:
    start = problem.context if problem.context is not None else 0
    if problem.text[start : start + 1] != "%" or start != problem.line_start(start):
        return None
    return faults.directive(start, problem.line_end(start))


def _block_text(problem: Problem) -> Fault | None:
    if not problem.scanning or problem.opening not in ("|", ">") or problem.context is None:
        return None
    return Fault(
        "T014",
        problem.context,
        problem.line_end(problem.context),
        f"na ‘{problem.opening}’ hoort een nieuwe regel te beginnen",
        f"zet de tekst op de volgende regel, ingesprongen; is ‘{problem.opening}’ gewone tekst,"
        " zet die dan tussen aanhalingstekens",
    )


def _reference(problem: Problem) -> Fault | None:
    if problem.context is None or problem.opening not in ("&", "*", "!"):
        return None
    make = faults.tag if problem.opening == "!" else faults.anchor
    return make(problem.context, problem.line_end(problem.context))


def _list_on_line(problem: Problem) -> Fault | None:
    if not problem.scanning or problem.here != "-":
        return None
    if problem.word_start(problem.at) == problem.at and (above := keyless_above(problem)):
        return above
    return Fault(
        "T016",
        problem.at,
        problem.line_end(problem.at),
        "een lijst begint op een nieuwe regel",
        "zet ‘- ...’ op de volgende regel, ingesprongen; is het gewone tekst,"
        " zet die dan tussen aanhalingstekens",
    )


def _question_mark(problem: Problem) -> Fault | None:
    if not problem.scanning or problem.here != "?":
        return None
    return faults.complex_key(problem.at, problem.at + 1)


def _document_end(problem: Problem) -> Fault | None:
    if problem.scanning or problem.context is not None:
        return None
    if _MARKER.search(problem.text, 0, problem.at + 3):
        return faults.second_document(problem.at, problem.line_end(problem.at))
    return keyless_above(problem)


def _other(problem: Problem) -> Fault:
    return Fault(
        "T013",
        problem.at,
        max(problem.line_end(problem.at), problem.at),
        "hier staat iets wat in YAML niet kan",
        "zet tekst met bijzondere tekens tussen aanhalingstekens",
    )


_FINDERS: tuple[Callable[[Problem], Fault | None], ...] = (
    pasted.conflict,
    tab,
    pasted.hard_space,
    pasted.bullet,
    dash,
    _quote,
    _colon,
    _directive,
    _forbidden_start,
    brackets.bracket,
    brackets.text_behind,
    _block_text,
    _reference,
    _list_on_line,
    _question_mark,
    _bare_line,
    _document_end,
    missing_dash,
    indentation,
    _other,
)
"""In order: the first that recognises a problem explains it; the last knows every problem."""
