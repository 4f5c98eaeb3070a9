"""Diagnostics as JSON, for programs; the form is versioned and only grows.

The whole is ``{"versie": 1, "bevindingen": [...], "telling": {...}}``. A bevinding has ``code``,
``ernst`` (fout, waarschuwing, hint), ``bestand``, ``regel``, ``kolom``, ``eindregel``,
``eindkolom`` (from 1, in code points; the end is not included), ``pad`` (the route in the data,
empty if there is none), ``melding`` and ``hulp``. A telling has ``fouten``, ``waarschuwingen``,
``hints`` and ``bestanden``. ``SCHEMA`` says the same for programs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.outputs.context import PLAIN, Context
from invoeringstoets.outputs.count import count

VERSION = 1
"""Changes only if something that was there means something else or goes."""

SCHEMA = f"schema/uitvoer/bevindingen-{VERSION}.schema.json"
"""The shipped JSON Schema of this form (see ``assets``)."""


def render(
    diagnostics: Sequence[Diagnostic],
    files: int,
    *,
    colour: bool = False,  # noqa: ARG001 - for programs
    context: Context = PLAIN,  # noqa: ARG001 - the form has no place for it
) -> str:
    """Write diagnostics as one JSON object, indented, in UTF-8 without escapes."""
    counted = count(diagnostics)
    document = {
        "versie": VERSION,
        "bevindingen": [_entry(diagnostic) for diagnostic in diagnostics],
        "telling": {
            "fouten": counted[Severity.FOUT],
            "waarschuwingen": counted[Severity.WAARSCHUWING],
            "hints": counted[Severity.HINT],
            "bestanden": files,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _entry(diagnostic: Diagnostic) -> dict[str, str | int]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "ernst": str(diagnostic.severity),
        "bestand": diagnostic.name,
        "regel": span.start.line,
        "kolom": span.start.column,
        "eindregel": span.end.line,
        "eindkolom": span.end.column,
        "pad": diagnostic.route,
        "melding": diagnostic.message,
        "hulp": diagnostic.help,
    }
