"""What a command may know of the terminal it runs in, and how it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from importlib import import_module
from typing import TextIO

from invoeringstoets.record import record
from invoeringstoets.workspace import Project

OK = 0
"""Everything is fine (warnings and hints included)."""

FINDINGS = 1
"""At least one diagnostic of severity fout."""

WRONG_USE = 2
"""The command was not used as its help says, or cannot write where it was asked to."""

OUR_BUG = 3
"""Something that should not be possible."""

READER_LEFT = 141
"""Whoever read the output stopped reading (128 + SIGPIPE, as of any other program)."""

INTERRUPTED = 130
"""Stopped with Ctrl-C (128 + SIGINT)."""


class UsageError(Exception):
    """The command cannot do what was asked; ``advice`` says what can (both in Dutch)."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


@record(frozen=True)
class Shell:
    """The terminal, the project and the environment of one run.

    Results go to ``stdout`` with ``result``, what is said about the work to ``stderr``: with
    ``say`` (not with -q) and ``tell`` (only with -v). ``colour`` and ``width`` (in cells) are of
    ``stdout``, ``stderr_colour`` is of ``stderr``; without width it is no terminal.
    """

    stdout: TextIO
    stderr: TextIO
    project: Project
    colour: bool = False
    width: int | None = None
    stderr_colour: bool = False
    quiet: bool = False
    verbose: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)

    def result(self, text: str) -> None:
        """Print what was asked for."""
        print(text, file=self.stdout)

    def say(self, text: str) -> None:
        """Print progress or a summary, unless the user wants quiet."""
        if not self.quiet:
            print(text, file=self.stderr)

    def tell(self, text: str) -> None:
        """Print a detail for who asked for details."""
        if self.verbose:
            print(text, file=self.stderr)

    def complain(self, text: str) -> None:
        """Print what went wrong, always."""
        print(text, file=self.stderr)

    def reference_date(self, given: str = "") -> str:
        """The day (jjjj-mm-dd) to look from: the given one, or see ``workspace``."""
        # What asks git is loaded only for who asks the day.
        clock = import_module("invoeringstoets.workspace.clock")
        day: str = clock.reference_date(self.project.root, self.environment, given=given)
        return day
