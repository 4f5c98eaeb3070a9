"""Checking many files with all processors: some of them in processes beside this one.

Loaded only when there is enough work. A process beside this one has its share from the start and
only sends: when this one is gone, whatever the reason, its next word finds no ear and it ends.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from invoeringstoets.model import Toets, ValueLists
from invoeringstoets.workspace.collecting import put_off
from invoeringstoets.workspace.judging import Judge
from invoeringstoets.workspace.outcome import Outcome
from invoeringstoets.workspace.processors import processors

CHUNK = 20
"""How many outcomes are sent at a time."""

LEAST = {"fork": 60, "spawn": 400}
"""How many files make a process worth its start: a spawned one loads the program again."""

_HOLDS_THREADS = ("typst",)
"""Libraries after which a process must not be forked: they have threads of their own."""

Numbered = list[tuple[int, Outcome]]
Share = list[tuple[int, Path]]


def method() -> str:
    """How a process is started here: forked where that is safe, else spawned."""
    alone = threading.active_count() == 1 and not any(
        name in sys.modules for name in _HOLDS_THREADS
    )
    return "fork" if sys.platform == "linux" and alone else "spawn"


def workers(files: int, way: str) -> int:
    """Over how many processes, this one included, so many files are divided."""
    return max(1, min(processors(), files // LEAST[way]))


def judged(judge: Judge, paths: Sequence[Path], *, count: int, way: str) -> list[Outcome]:
    """The outcomes of these files in their order, by ``count`` processes.

    What a process beside this one leaves undone, because something ended it, is done here.
    """
    found: dict[int, Outcome] = {}
    shares = [list(enumerate(paths))[number::count] for number in range(count)]
    beside = [_Beside(judge, share, way=way) for share in shares[1:]]
    try:
        for outcomes in _chunks(judge, shares[0]):
            found.update(outcomes)
            for one in beside:
                found.update(one.said(patiently=False))
        for one in beside:
            found.update(one.said(patiently=True))
    finally:
        for one in beside:
            one.end()
    return [found.get(at) or judge.judge(path) for at, path in enumerate(paths)]


class _Beside:
    """A process beside this one, with its share of the files."""

    def __init__(self, judge: Judge, share: Share, *, way: str) -> None:
        context = get_context(way)
        self._ear, mouth = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=work,
            args=(mouth, judge.lists),
            kwargs={"share": share, "make": judge.make},
            daemon=True,
        )
        self._process.start()
        mouth.close()

    def said(self, *, patiently: bool) -> Numbered:
        """What it has found since the last time; patiently: all that it will find."""
        found: Numbered = []
        with suppress(EOFError, OSError):
            while patiently or self._ear.poll():
                found += self._ear.recv()
        return found

    def end(self) -> None:
        """See to it that it is gone."""
        self._ear.close()
        self._process.terminate()
        self._process.join()


def work(
    mouth: Connection,
    lists: ValueLists,
    *,
    share: Share,
    make: Callable[[Toets], Any] | None = None,
) -> None:
    """What a process beside the first one does, until its share is done or nobody listens."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with suppress(BrokenPipeError, ConnectionError):
        for outcomes in _chunks(Judge(lists, make=make), share):
            mouth.send(outcomes)
    mouth.close()


def _chunks(judge: Judge, share: Share) -> Iterator[Numbered]:
    """The outcomes of a share, some at a time."""
    with put_off():
        for start in range(0, len(share), CHUNK):
            yield [(at, judge.judge(path)) for at, path in share[start : start + CHUNK]]
