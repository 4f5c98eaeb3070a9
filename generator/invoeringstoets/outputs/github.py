"""Diagnostics as GitHub workflow commands, which show them beside the changed lines.

Form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.outputs.context import PLAIN, Context
from invoeringstoets.outputs.count import summary

_COMMANDS = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.HINT: "notice"}


def render(
    diagnostics: Sequence[Diagnostic],
    files: int,
    *,
    colour: bool = False,  # noqa: ARG001 - for programs
    context: Context = PLAIN,
) -> str:
    """Write one command per diagnostic, and the count as an ordinary last line."""
    lines = [_command(diagnostic) for diagnostic in diagnostics]
    return "\n".join([*lines, summary(diagnostics, files, known=context.known)]) + "\n"


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    properties: dict[str, str | int] = {"file": diagnostic.name, "line": span.start.line}
    if span.end.line == span.start.line:
        # GitHub takes columns only within one line, and counts the last one in.
        last = max(span.end.column - 1, span.start.column)
        properties |= {"endLine": span.end.line, "col": span.start.column, "endColumn": last}
    else:
        properties["endLine"] = span.end.line
    properties["title"] = diagnostic.code
    fields = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    advice = f"\n{diagnostic.help}" if diagnostic.help else ""
    text = _data(diagnostic.message + advice)
    return f"::{_COMMANDS[diagnostic.severity]} {fields}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
