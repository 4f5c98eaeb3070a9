"""Diagnostics as JUnit XML, for the test page of a CI.

Form: https://github.com/testmoapp/junitxml (what the CIs that read it have in common). A file is
a suite, a finding a case in it: a fout fails, what weighs less passes and is told in its output.
A file about which there is nothing to say is one case that passes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.outputs.context import PLAIN, Context

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (§2.2)."""

_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"},
)
_IN_ATTRIBUTE = str.maketrans({"\n": "&#10;", "\t": "&#9;"})


def render(
    diagnostics: Sequence[Diagnostic],
    files: int,  # noqa: ARG001 - the names say it
    *,
    colour: bool = False,  # noqa: ARG001 - for programs
    context: Context = PLAIN,
) -> str:
    """Write one suite per file that was checked or is spoken of."""
    said: dict[str, list[Diagnostic]] = {name: [] for name in context.names}
    for diagnostic in diagnostics:
        said.setdefault(diagnostic.name, []).append(diagnostic)
    suites = [line for name in sorted(said) for line in _suite(name, said[name])]
    failures = sum(d.severity is Severity.FOUT for d in diagnostics)
    tests = sum(max(len(found), 1) for found in said.values())
    counts = _attributes(name="toets controleer", tests=tests, failures=failures, errors=0)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join([head, f"<testsuites {counts}>", *suites, "</testsuites>"]) + "\n"


def _suite(name: str, found: Sequence[Diagnostic]) -> list[str]:
    failures = sum(d.severity is Severity.FOUT for d in found)
    counts = _attributes(name=name, tests=max(len(found), 1), failures=failures, errors=0)
    lines = [f"  <testsuite {counts}>"]
    seen: Counter[str] = Counter()
    for diagnostic in found:
        lines += _case(diagnostic, seen)
    if not found:
        case = _attributes(name="geen bevindingen", classname=name, file=name)
        lines.append(f"    <testcase {case}/>")
    return [*lines, "  </testsuite>"]


def _case(diagnostic: Diagnostic, seen: Counter[str]) -> list[str]:
    title = _distinct(_legal(f"{diagnostic.code} {' '.join(diagnostic.message.split())}"), seen)
    file, start = diagnostic.name, diagnostic.span.start
    case = _attributes(name=title, classname=file, file=file, line=start.line)
    body = f"{file}:{start.line}:{start.column}\n{diagnostic.message}"
    body = _text(body + (f"\n{diagnostic.help}" if diagnostic.help else ""))
    if diagnostic.severity is Severity.FOUT:
        why = _attributes(message=diagnostic.message, type=diagnostic.code)
        told = f"      <failure {why}>{body}</failure>"
    else:
        told = f"      <system-out>{diagnostic.severity}: {body}</system-out>"
    return [f"    <testcase {case}>", told, "    </testcase>"]


def _distinct(title: str, seen: Counter[str]) -> str:
    """A title with a number, if there was one like it."""
    name = title
    while seen[name]:
        seen[title] += 1
        name = f"{title} ({seen[title]})"
    seen[name] += 1
    return name


def _attributes(**values: str | int) -> str:
    return " ".join(f'{key}="{_attribute(str(value))}"' for key, value in values.items())


def _attribute(text: str) -> str:
    return _text(text).translate(_IN_ATTRIBUTE)


def _text(text: str) -> str:
    return _legal(text).translate(_ESCAPES)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
