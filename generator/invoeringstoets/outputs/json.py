"""Diagnostics as JSON, for programs; the form is versioned and only grows.

The whole is ``{"versie": 1, "bevindingen": [...], "telling": {...}}``. A bevinding has ``code``,
``ernst`` (fout, waarschuwing, hint), ``bestand``, ``regel``, ``kolom``, ``eindregel``,
``eindkolom`` (from 1, in code points; the end is not included), ``pad`` (the route in the data,
empty if there is none), ``melding`` and ``hulp``. A telling has ``fouten``, ``waarschuwingen``,
``hints``, ``bestanden`` and ``bekend`` (findings that the baseline left out). A bevinding that can
be solved has ``herstel``: other ways to do so, each with an ``omschrijving`` and ``wijzigingen``
(``regel``, ``kolom``, ``eindregel``, ``eindkolom``, ``tekst``). ``SCHEMA`` says the same for
programs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from invoeringstoets.diagnostic import Diagnostic, Fix, Severity
from invoeringstoets.outputs.context import PLAIN, Context
from invoeringstoets.outputs.count import count
from invoeringstoets.source import Span

VERSION = 1
"""Changes only if something that was there means something else or goes."""

SCHEMA = f"schema/uitvoer/bevindingen-{VERSION}.schema.json"
"""The shipped JSON Schema of this form (see ``assets``)."""


def render(
    diagnostics: Sequence[Diagnostic],
    files: int,
    *,
    colour: bool = False,  # noqa: ARG001 - for programs
    context: Context = PLAIN,
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
            "bekend": context.known,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _entry(diagnostic: Diagnostic) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "code": diagnostic.code,
        "ernst": str(diagnostic.severity),
        "bestand": diagnostic.name,
        **_place(diagnostic.span),
        "pad": diagnostic.route,
        "melding": diagnostic.message,
        "hulp": diagnostic.help,
    }
    if diagnostic.fixes:
        entry["herstel"] = [_fix(fix) for fix in diagnostic.fixes]
    return entry


def _place(span: Span) -> dict[str, int]:
    return {
        "regel": span.start.line,
        "kolom": span.start.column,
        "eindregel": span.end.line,
        "eindkolom": span.end.column,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "omschrijving": fix.description,
        "wijzigingen": [{**_place(edit.span), "tekst": edit.text} for edit in fix.edits],
    }
