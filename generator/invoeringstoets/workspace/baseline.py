"""Making the file of the baseline anew, from what a check found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from invoeringstoets.selection import Baseline, read_baseline
from invoeringstoets.selection.manuals import BAD_BASELINE, OUTDATED
from invoeringstoets.workspace.checks import Checks
from invoeringstoets.workspace.files import read, shown, write
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.selecting import baseline_of, paths_of

SUFFIX = ".json"
"""How the name of a baseline ends: what an author writes is never taken for one."""


class BaselineError(Exception):
    """The baseline cannot be written there; ``advice`` says what can be done (both in Dutch)."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


def renew(project: Project, checks: Checks, *, target: Path) -> Checks:
    """Write all findings of a check that may be known, and give what is left of the check.

    Of files that were not checked the findings stay as they were. Raises ``BaselineError`` where
    something else stands, and ``WriteError``.
    """
    before = _standing(target)
    found = (*checks.diagnostics, *checks.known)
    elsewhere = Baseline() if checks.whole else before
    baseline = baseline_of(project, checks.spoken, diagnostics=found, before=elsewhere)
    write(target, baseline.written().encode("utf-8", "replace"))
    rest, known = baseline.split(found, paths_of(project, checks.spoken))
    return replace(
        checks,
        diagnostics=tuple(d for d in rest if d.code not in (BAD_BASELINE, OUTDATED)),
        known=known,
    )


def _standing(target: Path) -> Baseline:
    """The baseline that is there now; an empty one if there is nothing."""
    name = shown(target)
    if target.suffix.lower() != SUFFIX or target.is_dir():
        raise BaselineError(
            f"‘{name}’ is geen bestand voor een nulmeting",
            f"de naam eindigt op {SUFFIX}; noem wat u controleert vóór ‘--nulmeting’",
        )
    if not target.exists():
        return Baseline()
    source = read(target)
    found = read_baseline(source.value) if source.value else None
    if found is None or found.value is None:
        raise BaselineError(
            f"‘{name}’ bestaat al en is geen nulmeting",
            "kies een andere naam, of verwijder het bestand eerst",
        )
    return found.value
