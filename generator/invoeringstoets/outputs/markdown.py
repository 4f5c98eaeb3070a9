"""Diagnostics as a table in GitHub's Markdown, for the summary of a CI run.

Form: https://github.github.com/gfm/ (§2.4 backslash escapes, §4.10 tables).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.outputs.context import PLAIN, Context
from invoeringstoets.outputs.count import plural, summary

MAX_ROWS = 200
"""The most findings in the table: GitHub refuses a summary of more than 1 MiB."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$&#@!])")
_SIGNS = {Severity.FOUT: "❌", Severity.WAARSCHUWING: "⚠️", Severity.HINT: "💡"}


def render(
    diagnostics: Sequence[Diagnostic],
    files: int,
    *,
    colour: bool = False,  # noqa: ARG001 - the page that shows it has its own
    context: Context = PLAIN,
) -> str:
    """Write a heading, the count, and a row per diagnostic, at most ``MAX_ROWS``."""
    counted = summary(diagnostics, files, known=context.known)
    lines = ["### Controle van de toetsen", "", f"{counted}.", ""]
    if diagnostics:
        lines += ["| ernst | code | plaats | melding |", "|---|---|---|---|"]
        lines += [_row(diagnostic) for diagnostic in diagnostics[:MAX_ROWS]]
        lines.append("")
    more = len(diagnostics) - MAX_ROWS
    if more > 0:
        lines += [f"En nog {plural(more, ('bevinding', 'bevindingen'))}.", ""]
    return "\n".join(lines)


def _row(diagnostic: Diagnostic) -> str:
    start = diagnostic.span.start
    place = f"{_cell(diagnostic.name)}:{start.line}:{start.column}"
    said = [line for line in (diagnostic.message, *diagnostic.help.splitlines()) if line]
    message = "<br>".join(_cell(line) for line in said)
    severity = f"{_SIGNS[diagnostic.severity]} {diagnostic.severity}"
    return f"| {severity} | {diagnostic.code} | {place} | {message} |"


def _cell(text: str) -> str:
    """A text of one line in which every sign stands for itself."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
