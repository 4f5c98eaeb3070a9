"""Diagnostics as a GitLab code quality report, shown beside the changes of a merge request.

Form: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.outputs.context import PLAIN, Context
from invoeringstoets.outputs.fingerprint import fingerprints

_SEVERITIES = {Severity.FOUT: "major", Severity.WAARSCHUWING: "minor", Severity.HINT: "info"}


def render(
    diagnostics: Sequence[Diagnostic],
    files: int,  # noqa: ARG001 - the form has no place for it
    *,
    colour: bool = False,  # noqa: ARG001 - for programs
    context: Context = PLAIN,  # noqa: ARG001 - the form has no place for it
) -> str:
    """Write a JSON list with one entry per diagnostic."""
    entries = [
        {
            "description": diagnostic.message,
            "check_name": diagnostic.code,
            "fingerprint": mark,
            "severity": _SEVERITIES[diagnostic.severity],
            "location": {
                "path": diagnostic.name.removeprefix("./"),
                "lines": {
                    "begin": diagnostic.span.start.line,
                    "end": diagnostic.span.end.line,
                },
            },
            **({"content": {"body": diagnostic.help}} if diagnostic.help else {}),
        }
        for diagnostic, mark in zip(diagnostics, fingerprints(diagnostics), strict=True)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
