"""The baseline: findings that were there when a collection began, and are left alone for now.

The form is ``{"versie": 1, "uitleg": "...", "bevindingen": [...]}``; a bevinding has ``bestand``
(from the folder of the project), ``code``, ``pad`` (the route in the data), ``melding`` and
``vingerafdruk``. Only the last is compared; the others are for who reads the file.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from invoeringstoets.diagnostic import START, Checked, Diagnostic, Severity
from invoeringstoets.outputs.fingerprint import fingerprints
from invoeringstoets.record import record
from invoeringstoets.selection.manuals import ALWAYS, BAD_BASELINE, OUTDATED
from invoeringstoets.source import Source

VERSION = 1
"""Changes with the form of the file or the way a fingerprint is made."""

_ABOUT = "Bevindingen die al bekend waren; gemaakt met ‘toets controleer --nulmeting’."
_KEYS = ("bestand", "code", "pad", "melding", "vingerafdruk")
_SHOWN = 3


@dataclass(frozen=True, order=True)
class Known:
    """One finding in a baseline."""

    bestand: str
    code: str
    pad: str
    melding: str
    vingerafdruk: str


@record(frozen=True)
class Baseline:
    """The findings that were known."""

    findings: tuple[Known, ...] = ()

    @property
    def marks(self) -> frozenset[str]:
        """The fingerprints of all findings."""
        return frozenset(finding.vingerafdruk for finding in self.findings)

    def split(
        self, diagnostics: Sequence[Diagnostic], paths: Mapping[str, str]
    ) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        """The diagnostics that are new, and those that were known; ``paths`` as for ``take``."""
        marks = self.marks
        known = {
            diagnostic
            for diagnostic, finding in zip(diagnostics, _findings(diagnostics, paths), strict=True)
            if _may_be_known(diagnostic, paths) and finding.vingerafdruk in marks
        }
        rest = tuple(one for one in diagnostics if one not in known)
        return rest, tuple(one for one in diagnostics if one in known)

    def elsewhere(self, files: Collection[str]) -> Baseline:
        """The part that is about other files than these."""
        return Baseline(tuple(f for f in self.findings if f.bestand not in files))

    def written(self) -> str:
        """The text of the file, the same for the same findings."""
        document = {
            "versie": VERSION,
            "uitleg": _ABOUT,
            "bevindingen": [
                {key: getattr(finding, key) for key in _KEYS}
                for finding in sorted(set(self.findings))
            ],
        }
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def take(diagnostics: Sequence[Diagnostic], paths: Mapping[str, str]) -> Baseline:
    """A baseline of these diagnostics, codes T0xx left out.

    ``paths`` gives the path within the project of each file by the name it has in messages, so
    that a baseline holds from any folder; what is on other files is left out.
    """
    found = zip(diagnostics, _findings(diagnostics, paths), strict=True)
    return Baseline(tuple(finding for one, finding in found if _may_be_known(one, paths)))


def read_baseline(source: Source) -> Checked[Baseline]:
    """The baseline in a text, or a diagnostic that says that it is none."""
    try:
        data = json.loads(source.text)
    except (ValueError, RecursionError):
        return _unreadable(source, "dit bestand is geen JSON")
    entries = data.get("bevindingen") if isinstance(data, dict) else None
    if not isinstance(entries, list) or not all(_sound(entry) for entry in entries):
        return _unreadable(source, "dit bestand is geen nulmeting")
    if data.get("versie") != VERSION:
        return _unreadable(source, "deze nulmeting is van een andere versie van het programma")
    return Checked(Baseline(tuple(Known(*(entry[key] for key in _KEYS)) for entry in entries)))


def outdated(
    baseline: Baseline, known: Iterable[Diagnostic], *, paths: Mapping[str, str], name: str
) -> tuple[Diagnostic, ...]:
    """One hint on the baseline (a file ``name``) if it holds more than what is ``known`` now.

    Give only the part of the baseline of which something is known.
    """
    present = take(tuple(known), paths).marks
    gone = [finding for finding in sorted(baseline.findings) if finding.vingerafdruk not in present]
    if not gone:
        return ()
    count = len(gone)
    message = f"{count} bevindingen uit de nulmeting doen zich niet meer voor"
    if count == 1:
        message = "1 bevinding uit de nulmeting doet zich niet meer voor"
    lines = [f"{finding.bestand}: {finding.code} {finding.melding}" for finding in gone[:_SHOWN]]
    if count > _SHOWN:
        lines.append(f"en nog {count - _SHOWN}")
    advice = "maak haar opnieuw met ‘toets controleer --nulmeting’"
    text = "\n".join([advice, *lines])
    return (Diagnostic(name, START, OUTDATED, message, text, severity=Severity.HINT),)


def _findings(diagnostics: Sequence[Diagnostic], paths: Mapping[str, str]) -> list[Known]:
    """What a baseline says of each diagnostic."""
    moved = [replace(one, name=paths.get(one.name, one.name)) for one in diagnostics]
    return [
        Known(one.name, one.code, one.route, one.message, mark)
        for one, mark in zip(moved, fingerprints(moved), strict=True)
    ]


def _may_be_known(diagnostic: Diagnostic, paths: Mapping[str, str]) -> bool:
    return diagnostic.name in paths and not diagnostic.code.startswith(ALWAYS)


def _sound(entry: object) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in _KEYS)


def _unreadable(source: Source, message: str) -> Checked[Baseline]:
    advice = "haal haar terug uit de geschiedenis, of verwijder haar en maak haar opnieuw"
    return Checked(
        None, (Diagnostic(source.name, START, BAD_BASELINE, message, advice, source=source),)
    )
