"""``toets controleer --herstel`` and ``--toon``: repair the files that are about to be checked."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from typing import Protocol

from invoeringstoets.cli.shell import FINDINGS, Shell, UsageError
from invoeringstoets.repair import Applied, Refused, Repair, repaired
from invoeringstoets.workspace.files import INPUT
from invoeringstoets.workspace.rewriting import (
    Counting,
    Original,
    give_input,
    originals,
    rewrite,
    schemas_of,
)

_LINE = re.compile(r"[^\n]*\n|[^\n]+")

_OLD_LINE_ENDS = "de regeleinden zijn die van een oude Mac; bewaar het bestand opnieuw"
_CHANGED = "het bestand is ondertussen door iets anders veranderd; probeer het nog eens"
_COLOURS = {"+": "32", "-": "31", "@": "36"}
_NO_LINE_END = "\\ geen regeleinde aan het eind van het bestand"


class Report(Protocol):
    """Checks paths and writes what there is to say; gives the exit code."""

    def __call__(self, args: Namespace, shell: Shell, *, paths: Sequence[Path] | None) -> int:
        """Check."""


@dataclass(frozen=True)
class _Done:
    """A file with what can be repaired in it; ``data`` are its new bytes, if they can be made."""

    original: Original
    repair: Repair
    data: bytes | None

    @property
    def changes(self) -> bool:
        """Whether the file would be another."""
        return self.data is not None and self.repair.source.text != self.original.source.text


def run(args: Namespace, shell: Shell, *, paths: Sequence[Path] | None, report: Report) -> int:
    """Repair or show what would be repaired, then ``report`` on what is left; the exit code."""
    if args.nulmeting is not None:
        raise UsageError(
            "--nulmeting gaat niet samen met --herstel of --toon",
            "herstel eerst, en maak daarna de nulmeting",
        )
    if args.toon and args.formaat:
        raise UsageError(
            "--toon gaat niet samen met --formaat",
            "--formaat json en sarif noemen de herstellingen",
        )
    done = [_repaired(original, shell) for original in originals(shell.project, paths)]
    return (_show if args.toon else _apply)(args, shell, paths=paths, done=done, report=report)


def _repaired(original: Original, shell: Shell) -> _Done:
    counts = Counting(shell.project, original.path)
    repair = repaired(original.source, schemas_of(shell.project), counts=counts)
    return _Done(original, repair, original.encoded(repair.source.text))


def _show(
    args: Namespace,
    shell: Shell,
    *,
    paths: Sequence[Path] | None,
    done: Sequence[_Done],
    report: Report,
) -> int:
    """Print what would change; if nothing would, what a check says."""
    changing = [one for one in done if one.changes]
    for one in changing:
        for line in _diff(one):
            shell.result(_painted(line, colour=shell.colour))
    if not changing:
        shell.say("er is niets te herstellen")
        return report(args, shell, paths=paths)
    shell.say(f"{_told(changing)} mogelijk; voer ze door met ‘toets controleer --herstel’")
    return FINDINGS


def _apply(
    args: Namespace,
    shell: Shell,
    *,
    paths: Sequence[Path] | None,
    done: Sequence[_Done],
    report: Report,
) -> int:
    """Write what is repaired and say so; then what a check says of the outcome.

    Where a repaired text goes to standard output, all else goes to standard error.
    """
    written = []
    if INPUT in (paths or ()):
        report_shell = replace(shell, stdout=shell.stderr, colour=shell.stderr_colour, width=None)
    else:
        report_shell = shell
    for one in done:
        if one.original.path == INPUT:
            _pass_on(one, shell)
            written += [one] if one.changes else []
        elif one.changes and one.data is not None:
            if rewrite(one.original, one.data):
                written.append(one)
            else:
                shell.complain(f"{one.original.source.name}: niet hersteld: {_CHANGED}")
        for line in _story(one):
            shell.say(line)
    shell.say(f"{_told(written)} gedaan" if written else "er was niets te herstellen")
    return report(args, report_shell, paths=paths)


def _pass_on(one: _Done, shell: Shell) -> None:
    """Give the repaired text to standard output, and to the check that comes next."""
    data = one.original.data if one.data is None else one.data
    stream = getattr(shell.stdout, "buffer", None)
    if stream is None:
        shell.stdout.write(data.decode())
    else:
        shell.stdout.flush()
        stream.write(data)
        stream.flush()
    give_input(data)


def _story(one: _Done) -> Iterator[str]:
    """What was repaired in a file, line by line, and what was tried in vain."""
    repair = one.repair
    if not repair.applied and not repair.refused:
        return
    yield f"{one.original.source.name}:"
    if one.data is None:
        yield f"  niet hersteld: {_OLD_LINE_ENDS}"
        return
    told: list[tuple[int, str]] = [_step(step) for step in repair.applied]
    told += [_refusal(refused) for refused in repair.refused]
    for line, text in sorted(told):
        yield f"  regel {line}: {text}"


def _step(step: Applied) -> tuple[int, str]:
    return step.line, f"{step.description} ({step.code})"


def _refusal(refused: Refused) -> tuple[int, str]:
    one = refused.diagnostic
    proposed = one.fixes[0].description
    return one.span.start.line, f"niet hersteld: {proposed} ({one.code}): {refused.reason}"


def _told(done: Sequence[_Done]) -> str:
    fixes, count = sum(len(one.repair.applied) for one in done), len(done)
    what = "herstelling" if fixes == 1 else "herstellingen"
    return f"{fixes} {what} in {count} {'bestand' if count == 1 else 'bestanden'}"


def _diff(one: _Done) -> Iterator[str]:
    """The change as a unified diff, which ``git apply`` and ``patch`` understand."""
    name = one.original.source.name
    before = _LINE.findall(one.original.source.text)
    after = _LINE.findall(one.repair.source.text)
    for line in unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield line.rstrip("\n")
        if not line.endswith("\n"):
            yield _NO_LINE_END


def _painted(line: str, *, colour: bool) -> str:
    tint = "1" if line.startswith(("--- ", "+++ ")) else _COLOURS.get(line[:1])
    return f"\x1b[{tint}m{line}\x1b[0m" if colour and tint else line
