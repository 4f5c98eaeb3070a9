"""What a change in some files does to others: a reference that no longer leads anywhere.

A check of changed files alone would not tell of it, for it shows in a file that did not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from invoeringstoets.diagnostic import Diagnostic, Finding
from invoeringstoets.workspace.judging import Judge, across, placed
from invoeringstoets.workspace.outcome import Outcome


@dataclass(frozen=True)
class Echoes:
    """What changes brought about elsewhere: ``files`` that did not change but have something new.

    ``diagnostics`` are all that rules across files say of those files; ``new`` are the ones that
    were not there before the change.
    """

    files: tuple[Outcome, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    new: frozenset[Diagnostic] = frozenset()

    def only_new(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """These without what is said of the files that did not change, unless it is new."""
        names = {one.source.name for one in self.files if one.source}
        new = {_key(one) for one in self.new}
        return tuple(one for one in diagnostics if one.name not in names or _key(one) in new)


def echoes(
    judge: Judge, there: Sequence[Outcome], *, before: Mapping[Path, bytes | None]
) -> Echoes:
    """What is new in files that did not change, now that others did.

    ``there`` are all files as they are now; ``before`` says what the changed ones held, by
    resolved path (``changes.before``).
    """
    unchanged = [one for one in there if one.path.resolve() not in before]
    then = [judge.judge_bytes(path, data) for path, data in before.items() if data is not None]
    earlier, now = across((*unchanged, *then)), across(there)
    new = {
        name: [finding for finding in found if not _is_in(earlier.get(name, ()), finding)]
        for name, found in now.items()
    }
    files = [one for one in unchanged if one.source and new.get(one.source.name)]
    return Echoes(tuple(files), tuple(placed(now, files)), frozenset(placed(new, files)))


def _is_in(findings: Iterable[Finding], finding: Finding) -> bool:
    """Whether this was found before; the advice may differ, for it names what there is."""
    return any(
        (one.code, one.route, one.message) == (finding.code, finding.route, finding.message)
        for one in findings
    )


def _key(diagnostic: Diagnostic) -> tuple[object, ...]:
    """What stays the same of a diagnostic when a setting changes its severity."""
    return diagnostic.name, diagnostic.code, diagnostic.span, diagnostic.message
