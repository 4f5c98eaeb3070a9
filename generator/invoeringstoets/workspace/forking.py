"""Work on many things by processes forked from this one: these know all that this one knows.

Loaded only when there is enough work (see ``sharing`` for work that does not depend on this
process). What a fork makes lies in a file without a name, so that it
never waits for this process and leaves nothing behind; it ends when this process is gone.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from typing import IO, Generic, TypeVar

from invoeringstoets.workspace.processors import processors
from invoeringstoets.workspace.sharing import method

Item = TypeVar("Item")
Result = TypeVar("Result")

LEAST = 60
"""How many items make a process worth its start."""

_WAY = "fork"


def forks(items: int) -> int:
    """How many processes beside this one such work is worth; none where forking is not safe."""
    return max(0, min(processors(), 1 + items // LEAST) - 1) if method() == _WAY else 0


@contextmanager
def forked(
    work: Callable[[Item], Result], items: Sequence[Item]
) -> Iterator[Callable[[], Iterator[tuple[Item, Result]]]]:
    """Begin on these items; what is given then waits for what came of them, in no certain order.

    What a fork leaves undone, because something ended it, is not among that; neither is anything
    where forking is no use.
    """
    count = forks(len(items))
    made = [_Fork(work, items[number::count]) for number in range(count)]
    try:
        yield lambda: (pair for one in made for pair in one.results())
    finally:
        for one in made:
            one.end()


class _Fork(Generic[Item, Result]):
    """A process with its share of the items."""

    def __init__(self, work: Callable[[Item], Result], share: Sequence[Item]) -> None:
        self._share = share
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by ``end``
        self._process: BaseProcess = get_context(_WAY).Process(  # type: ignore[attr-defined]
            target=_done,
            args=(work, share),
            kwargs={"to": self._file, "above": os.getpid()},
            daemon=True,
        )
        self._process.start()

    def results(self) -> Iterator[tuple[Item, Result]]:
        """What came of its share, as far as it got."""
        self._process.join()
        if self._process.exitcode != 0:
            return
        self._file.seek(0)
        for item in self._share:
            yield item, pickle.load(self._file)  # noqa: S301 - what this very program wrote

    def end(self) -> None:
        """See to it that it is gone."""
        self._process.terminate()
        self._process.join()
        self._file.close()


def _done(
    work: Callable[[Item], Result], share: Sequence[Item], *, to: IO[bytes], above: int
) -> None:
    """What a fork does, until its share is done or the process ``above`` it is gone.

    Of what goes wrong nothing is said: it is done again there, and then it is.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        for item in share:
            if os.getppid() != above:
                sys.exit(1)
            pickle.dump(work(item), to, protocol=pickle.HIGHEST_PROTOCOL)
        to.flush()
    except Exception:  # noqa: BLE001 - whatever it is
        sys.exit(1)
