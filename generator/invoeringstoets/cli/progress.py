"""A bar on the terminal for work that takes a while; nothing where nobody looks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

from invoeringstoets.cli.shell import Shell

Item = TypeVar("Item")

_WIDTH = 30
_BACK = "\r\x1b[2K"
"""Back to the start of the line, and wipe it (ECMA-48)."""


def progress(shell: Shell, steps: Collection[Item], *, what: str) -> Iterator[Item]:
    """The steps one by one, with a bar on a terminal that shows how many are done.

    The bar is wiped at the end, also when work breaks off; there is none with -q or -v, or where
    standard error is no terminal. What a step itself has to say must wait until then.
    """
    shown = shell.stderr.isatty() and not shell.quiet and not shell.verbose
    total = len(steps)
    try:
        for done, step in enumerate(steps):
            if shown:
                full = _WIDTH * done // total
                bar = "█" * full + "░" * (_WIDTH - full)
                print(f"{_BACK}{what} {bar} {done}/{total}", end="", file=shell.stderr, flush=True)
            yield step
    finally:
        if shown:
            print(_BACK, end="", file=shell.stderr, flush=True)
