"""Running commands by turns and comparing what they take."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_SURROUNDINGS = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""Programs run as where they are installed: Python keeps what it compiled of them."""


@dataclass(frozen=True)
class Contender:
    """A command that takes part; without words it is missing, and ``absent`` says why.

    ``before`` puts things as they must be before each run and is not measured. ``codes`` are the
    exit codes of a run that counts.
    """

    name: str
    words: Sequence[str] = ()
    folder: Path = Path()
    absent: str = ""
    before: Callable[[], object] | None = None
    codes: frozenset[int] = frozenset({0})


@dataclass(frozen=True)
class Taken:
    """What runs of one contender took: seconds by the clock, seconds of processor, MB at most."""

    clock: tuple[float, ...]
    processor: tuple[float, ...]
    memory: tuple[float, ...]

    @property
    def seconds(self) -> float:
        """The median by the clock."""
        return median(self.clock)

    @property
    def peak(self) -> float:
        """The most memory that any of its processes had, in MB."""
        return max(self.memory)


@dataclass(frozen=True)
class Goal:
    """What a contender may take: so many seconds or MB, or a part of what another takes."""

    text: str
    name: str
    most: float
    than: str = ""
    memory: bool = False

    def verdict(self, taken: Mapping[str, Taken]) -> str:
        """Whether it is met, and with which number; or which contender is missing."""
        missing = [name for name in (self.name, self.than) if name and name not in taken]
        if missing:
            return f"UNKNOWN: {' and '.join(missing)} is missing"
        own = self._of(taken[self.name])
        found = own / self._of(taken[self.than]) if self.than else own
        return f"{'met' if found <= self.most else 'NOT MET'}: {found:.3f}, at most {self.most:.3f}"

    def _of(self, taken: Taken) -> float:
        return taken.peak if self.memory else taken.seconds


@dataclass(frozen=True)
class Match:
    """Contenders on the same task, run by turns, with the goals that are judged by it."""

    title: str
    contenders: Sequence[Contender]
    goals: Sequence[Goal] = ()
    rounds: int = 3


@dataclass
class _Tally:
    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


class BenchError(Exception):
    """A contender did not do its work, so that its time says nothing."""


def play(match: Match) -> dict[str, Taken]:
    """Run the contenders that are there by turns; what they took, by name."""
    tallies = {one.name: _Tally() for one in match.contenders if one.words}
    for _ in range(match.rounds):
        for one in match.contenders:
            if one.words:
                _run(one, tallies[one.name])
    return {
        name: Taken(tuple(tally.clock), tuple(tally.processor), tuple(tally.memory))
        for name, tally in tallies.items()
    }


def _run(one: Contender, tally: _Tally) -> None:
    if one.before is not None:
        one.before()
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            one.words, cwd=one.folder, env=_SURROUNDINGS, stdout=subprocess.DEVNULL, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        tally.clock.append(time.perf_counter() - start)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read()[-500:].decode(errors="replace").strip()
    if process.returncode not in one.codes:
        raise BenchError(f"{one.name} ended with {process.returncode}: {words}")
    tally.processor.append(usage.ru_utime + usage.ru_stime)
    tally.memory.append(usage.ru_maxrss / 1024)


def table(match: Match, taken: Mapping[str, Taken]) -> Iterable[str]:
    """The lines of a report: a row per contender, then a line per goal."""
    first = next(iter(taken.values()), None)
    yield match.title
    yield f"  {'':34}{'median s':>10}{'fastest':>10}{'cpu s':>9}{'peak MB':>9}{'ratio':>8}"
    for one in match.contenders:
        if one.name not in taken or first is None:
            yield f"  {one.name:34}MISSING: {one.absent}"
            continue
        own = taken[one.name]
        yield (
            f"  {one.name:34}{own.seconds:10.3f}{min(own.clock):10.3f}"
            f"{median(own.processor):9.3f}{own.peak:9.0f}{own.seconds / first.seconds:8.1f}"
        )
    for goal in match.goals:
        yield f"  {goal.text}: {goal.verdict(taken)}"
