"""Diagnostics as SARIF 2.1.0, for code scanning and editors.

Form: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os.html
(§3.14 run, §3.27 result, §3.30 region, §3.49 reportingDescriptor, §3.55 fix).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from invoeringstoets import __version__
from invoeringstoets.diagnostic import START, Diagnostic, Fix, Manual, Severity
from invoeringstoets.outputs.context import PLAIN, Context
from invoeringstoets.outputs.fingerprint import fingerprints
from invoeringstoets.outputs.place import is_relative, uri, utf16_column
from invoeringstoets.source import Source, Span

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
"""The official schema of what is written."""

FINGERPRINT = "toetsBevinding/v1"
"""The name of our fingerprint; its number changes with how it is made."""

_LEVELS = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.HINT: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def render(
    diagnostics: Sequence[Diagnostic],
    files: int,  # noqa: ARG001 - the names say it
    *,
    colour: bool = False,  # noqa: ARG001 - for programs
    context: Context = PLAIN,
) -> str:
    """Write one run with a rule for every code and a result for every diagnostic."""
    names = sorted({*context.names, *(d.name for d in diagnostics)})
    codes = sorted({*context.manuals, *(d.code for d in diagnostics)})
    rules = {code: index for index, code in enumerate(codes)}
    artifacts = {name: index for index, name in enumerate(names)}
    marks = fingerprints(diagnostics)
    run = {
        "tool": {"driver": _driver(codes, context.manuals)},
        "language": "nl-NL",
        "columnKind": "utf16CodeUnits",
        "automationDetails": {"id": "toets-controleer/"},
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [{"location": _location(name), "encoding": "UTF-8"} for name in names],
        "results": [
            _result(diagnostic, mark, rule=rules[diagnostic.code], artifacts=artifacts)
            for diagnostic, mark in zip(diagnostics, marks, strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(codes: Sequence[str], manuals: Mapping[str, Manual]) -> dict[str, Any]:
    return {
        "name": "toets",
        "fullName": "toets controleer (invoeringstoetsen)",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "nl-NL",
        "rules": [_rule(code, manuals.get(code)) for code in codes],
    }


def _rule(code: str, manual: Manual | None) -> dict[str, Any]:
    if manual is None:
        return {"id": code}
    return {
        "id": code,
        "name": manual.slug,
        "shortDescription": {"text": manual.title},
        "fullDescription": {"text": manual.what},
        "help": {"text": _help_text(manual), "markdown": _help_markdown(manual)},
        "defaultConfiguration": {"level": _LEVELS[manual.severity]},
    }


def _help_text(manual: Manual) -> str:
    wrong, right = manual.wrong.strip("\n"), manual.right.strip("\n")
    return f"{manual.what}\n\nWaarom: {manual.why}\n\nFout:\n{wrong}\n\nGoed:\n{right}\n"


def _help_markdown(manual: Manual) -> str:
    wrong, right = manual.wrong.strip("\n"), manual.right.strip("\n")
    return (
        f"{manual.what}\n\n**Waarom.** {manual.why}\n\n"
        f"**Fout**\n\n```yaml\n{wrong}\n```\n\n**Goed**\n\n```yaml\n{right}\n```\n"
    )


def _result(
    diagnostic: Diagnostic, mark: str, *, rule: int, artifacts: Mapping[str, int]
) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {
                **_location(diagnostic.name),
                "index": artifacts[diagnostic.name],
            },
            "region": _region(diagnostic),
        }
    }
    if diagnostic.route:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.route, "kind": "member"}]
    fixes = [_fix(diagnostic, fix, artifacts=artifacts) for fix in diagnostic.fixes]
    advice = f"\n{diagnostic.help}" if diagnostic.help else ""
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _plain(diagnostic.message + advice)},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: mark},
        **({"fixes": fixes} if fixes else {}),
    }


def _fix(diagnostic: Diagnostic, fix: Fix, *, artifacts: Mapping[str, int]) -> dict[str, Any]:
    """A way to solve a diagnostic, of which several are alternatives (§3.27.30, §3.55)."""
    place = {**_location(diagnostic.name), "index": artifacts[diagnostic.name]}
    replacements = [
        {
            "deletedRegion": _spanned(edit.span, diagnostic.source),
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": _plain(fix.description)},
        "artifactChanges": [{"artifactLocation": place, "replacements": replacements}],
    }


def _plain(text: str) -> str:
    """A message in which nothing is taken for an embedded link (§3.11.6)."""
    return _LINK.sub(r"\\[", text)


def _location(name: str) -> dict[str, str]:
    base = {"uriBaseId": "%SRCROOT%"} if is_relative(name) else {}
    return {"uri": uri(name), **base}


def _region(diagnostic: Diagnostic) -> dict[str, int]:
    span, source = diagnostic.span, diagnostic.source
    if source is None and span == START:
        return {"startLine": 1}
    return _spanned(span, source)


def _spanned(span: Span, source: Source | None) -> dict[str, int]:
    return {
        "startLine": span.start.line,
        "startColumn": utf16_column(source, span.start),
        "endLine": span.end.line,
        "endColumn": utf16_column(source, span.end),
    }
