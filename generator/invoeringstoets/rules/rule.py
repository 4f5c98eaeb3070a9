"""What a rule is: a function that remarks on a toets, with a code, a severity and a manual."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field

from invoeringstoets import late
from invoeringstoets.diagnostic import Finding, Manual, Remedy, Severity
from invoeringstoets.model import Toets, ValueLists
from invoeringstoets.record import record
from invoeringstoets.route import Route

_SECTION = late.pattern(r"^(Wat|Waarom|Fout|Goed):", re.MULTILINE)


@record(frozen=True)
class Words:
    """What a rule may know besides the toets: the value lists, and the file's name without suffix.

    ``file_stem`` is empty where the text has no file (an editor, standard input).
    """

    value_lists: ValueLists = field(default_factory=ValueLists)
    file_stem: str = ""


@record(frozen=True)
class Remark:
    """What a rule has to say at a route; the rule's entry adds the code and the severity.

    ``severity`` is filled in only where it depends on the data (a hint in a concept); ``within``
    only where a part of a text is meant, in characters of that text; ``remedy`` as in ``Finding``.
    """

    route: Route
    message: str
    help: str = ""
    on_key: bool = False
    severity: Severity | None = None
    within: tuple[int, int] | None = None
    remedy: Remedy | None = None


Check = Callable[[Toets, Words], Iterator[Remark]]


@record(frozen=True)
class Rule:
    """One entry of ``RULES``: calling it gives the findings, code and severity filled in."""

    code: str
    severity: Severity
    function: Check

    def __call__(self, toets: Toets, words: Words) -> Iterator[Finding]:
        """Everything this rule finds in a toets."""
        for remark in self.function(toets, words):
            yield finding(remark, code=self.code, severity=self.severity)

    @property
    def manual(self) -> Manual:
        """The page of this rule, as its docstring has it."""
        return manual(self.function, code=self.code, severity=self.severity)


def all_findings(rules: Iterable[Rule], toets: Toets, *, words: Words) -> list[Finding]:
    """All that these rules find in a toets, in their order."""
    return [
        finding(remark, code=rule.code, severity=rule.severity)
        for rule in rules
        for remark in rule.function(toets, words)
    ]


def finding(remark: Remark, *, code: str, severity: Severity) -> Finding:
    """A remark with the code of its rule, and the rule's severity unless it has its own."""
    return Finding(
        code,
        remark.route,
        remark.message,
        remark.help,
        severity=remark.severity or severity,
        on_key=remark.on_key,
        within=remark.within,
        remedy=remark.remedy,
    )


def manual(function: Callable[..., object], *, code: str, severity: Severity) -> Manual:
    """The page of a rule: first line is the title, then Wat, Waarom, Fout and Goed.

    Raises ``KeyError`` where a section is missing: that is our mistake, never an author's.
    """
    title, _, rest = inspect.cleandoc(function.__doc__ or "").partition("\n")
    pieces = _SECTION.split(rest)
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    return Manual(
        code=code,
        slug=function.__name__,
        title=title.rstrip("."),
        severity=severity,
        what=" ".join(parts["Wat"].split()),
        why=" ".join(parts["Waarom"].split()),
        wrong=textwrap.dedent(parts["Fout"]).strip("\n").rstrip() + "\n",
        right=textwrap.dedent(parts["Goed"]).strip("\n").rstrip() + "\n",
    )
