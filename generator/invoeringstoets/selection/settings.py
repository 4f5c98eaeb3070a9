"""What a project wants of its findings: how much each code weighs, and where it does not count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from invoeringstoets.diagnostic import Diagnostic, Manual, Severity
from invoeringstoets.explain import closest
from invoeringstoets.record import record
from invoeringstoets.selection.manuals import ALWAYS
from invoeringstoets.selection.patterns import matches, objection

OFF = "uit"
"""The word for a code that does not count at all."""

_WEIGHTS = (*Severity, OFF)
"""The words for how much a code weighs, the heaviest first."""


@record(frozen=True)
class Objection:
    """Something is wrong with the settings; ``words`` lead to it, from table to key to value."""

    message: str
    help: str
    words: tuple[str, ...]


@record(frozen=True)
class Selection:
    """The wishes of a project: weights by code (``uit`` included) and codes by path pattern."""

    weights: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[tuple[str, frozenset[str]], ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any wish at all."""
        return bool(self.weights or self.ignored)

    def choose(self, diagnostics: Sequence[Diagnostic], path: str) -> tuple[Diagnostic, ...]:
        """The diagnostics on one file that count, each with its weight in this project."""
        off = {code for pattern, codes in self.ignored if matches(pattern, path) for code in codes}
        off |= {code for code, weight in self.weights.items() if weight == OFF}
        return tuple(
            replace(one, severity=Severity(self.weights.get(one.code, one.severity)))
            for one in diagnostics
            if one.code not in off
        )


NO_WISHES = Selection()
"""Every finding counts as it is."""


def read_selection(
    settings: Mapping[str, object], manuals: Mapping[str, Manual]
) -> tuple[Selection, tuple[Objection, ...]]:
    """The wishes under ``ernst`` and ``negeer``, and what is wrong with them.

    What is wrong is left out; ``manuals`` holds every code there is.
    """
    weights, wrong = _weights(settings.get("ernst", {}), manuals)
    ignored, more = _ignored(settings.get("negeer", {}), manuals)
    return Selection(weights, ignored), (*wrong, *more)


def code_objection(code: str, manuals: Mapping[str, Manual]) -> tuple[str, str] | None:
    """Why a code cannot be switched off, and what to do; ``None`` if it can."""
    if code not in manuals:
        near = closest(code, manuals)
        meant = f"bedoelde u ‘{near}’ ({manuals[near].title})? " if near else ""
        return f"onbekende code ‘{code}’", f"{meant}‘toets uitleg’ toont alle codes"
    if code.startswith(ALWAYS):
        reason = "codes T0xx gaan over het bestand zelf; daarop rust al het andere"
        return f"code ‘{code}’ is niet uit te zetten", reason
    return None


def _weights(
    table: object, manuals: Mapping[str, Manual]
) -> tuple[dict[str, str], tuple[Objection, ...]]:
    if not isinstance(table, Mapping):
        example = 'schrijf onder een kop [ernst] of [tool.toets.ernst]: T306 = "hint"'
        return {}, (Objection("‘ernst’ hoort een tabel te zijn", example, ("ernst",)),)
    weights: dict[str, str] = {}
    wrong: list[Objection] = []
    for code, word in table.items():
        refusal = _weight_objection(code, word, manuals=manuals)
        if refusal:
            wrong.append(refusal)
        else:
            weights[code] = word
    return weights, tuple(wrong)


def _weight_objection(
    code: str, word: object, *, manuals: Mapping[str, Manual]
) -> Objection | None:
    words = ("ernst", code, str(word))
    refusal = code_objection(code, manuals)
    if code not in manuals and refusal:
        return Objection(*refusal, words[:2])
    if word not in _WEIGHTS:
        near = closest(str(word), _WEIGHTS)
        meant = f"bedoelde u ‘{near}’? " if near else ""
        choices = f"{meant}kies uit: {', '.join(_WEIGHTS)}"
        return Objection(f"‘{word}’ is geen ernst (bij {code})", choices, words)
    heavier = _WEIGHTS.index(str(word)) <= _WEIGHTS.index(manuals[code].severity)
    if refusal and not heavier:
        return Objection(*refusal, words)
    return None


def _ignored(
    table: object, manuals: Mapping[str, Manual]
) -> tuple[tuple[tuple[str, frozenset[str]], ...], tuple[Objection, ...]]:
    if not isinstance(table, Mapping):
        example = 'schrijf onder een kop [negeer] of [tool.toets.negeer]: "toetsen/oud/" = ["T306"]'
        return (), (Objection("‘negeer’ hoort een tabel te zijn", example, ("negeer",)),)
    ignored: list[tuple[str, frozenset[str]]] = []
    wrong: list[Objection] = []
    for pattern, codes in table.items():
        refusals = tuple(_path_objections(pattern, codes, manuals=manuals))
        wrong.extend(refusals)
        if not refusals:
            ignored.append((pattern, frozenset(codes)))
    return tuple(ignored), tuple(wrong)


def _path_objections(
    pattern: str, codes: object, *, manuals: Mapping[str, Manual]
) -> Iterator[Objection]:
    words = ("negeer", pattern)
    advice = objection(pattern)
    if advice:
        yield Objection(f"‘{pattern}’ is geen pad in het project", advice, words)
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        example = f'"{pattern}" = ["T306", "T702"]'
        yield Objection(f"bij ‘{pattern}’ hoort een lijst met codes", example, words)
        return
    for code in codes:
        refusal = code_objection(code, manuals)
        if refusal:
            yield Objection(*refusal, (*words, code))
