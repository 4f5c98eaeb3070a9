"""The commands of ``toets``: which there are, how one is started, and how a run ends."""

from __future__ import annotations

import errno
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Protocol, TextIO, cast

from invoeringstoets import __version__
from invoeringstoets.cli.arguments import HELP_FLAGS, Parser, suggestion
from invoeringstoets.cli.manual import command_help, overview
from invoeringstoets.cli.shell import (
    INTERRUPTED,
    OK,
    OUR_BUG,
    READER_LEFT,
    WRONG_USE,
    Shell,
    UsageError,
)
from invoeringstoets.workspace import WriteError, find_project, nowhere

COMMANDS = (
    "nieuw",
    "controleer",
    "bekijk",
    "rapport",
    "lees",
    "site",
    "uitleg",
    "sjabloon",
    "schema",
)
"""The commands, each a module here, in the order of an author's day.

Only the module of the chosen command is imported, so that a check starts without what a site
or a PDF needs.
"""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""How the system says that there is no room left."""

HELP_WORDS = ("help", "hulp")
"""``toets help rapport`` is ``toets rapport --help``."""


class Command(Protocol):
    """What a command module holds."""

    NAME: str
    HELP: str
    EXAMPLES: Sequence[tuple[str, str]]

    def configure(self, parser: Parser) -> None:
        """Add the command's arguments."""

    def run(self, args: Namespace, shell: Shell) -> int:
        """Do the work; the exit code."""


def command(name: str) -> Command:
    """The module of a command in ``COMMANDS``."""
    return cast("Command", import_module(f"{__name__}.{name}"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``toets`` with these words (default: those of the process); the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    _open_streams()
    _speak_utf8(sys.stdout, sys.stderr)
    verbose = "-v" in words or "--uitgebreid" in words
    try:
        code = _start(words)
        sys.stdout.flush()
    except UsageError as fault:
        print(f"toets: {fault}", file=sys.stderr)
        if fault.advice:
            print(f"  {fault.advice}", file=sys.stderr)
        return WRONG_USE
    except WriteError as error:
        print(f"toets: {error}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("toets: afgebroken", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()
        return READER_LEFT
    except Exception as error:  # noqa: BLE001 - the last line of defence: never a traceback
        if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
            _let_go_of_stdout()
            print("toets: kan de uitvoer niet schrijven: de schijf is vol", file=sys.stderr)
            return WRONG_USE
        _report_bug(error, verbose=verbose)
        return OUR_BUG
    return code


def _start(words: list[str]) -> int:
    name = next((w for w in words if not w.startswith("-")), "")
    before = words[: words.index(name)] if name else words
    if name in HELP_WORDS:
        return _start([*(w for w in words if w != name), HELP_FLAGS[0]])
    if not name:
        return _without_command(before)
    if name not in COMMANDS:
        advice = suggestion(name, COMMANDS) or f"de opdrachten zijn: {', '.join(COMMANDS)}"
        raise UsageError(f"onbekende opdracht ‘{name}’", advice)
    return _run(name, before + words[len(before) + 1 :])


def _without_command(options: Sequence[str]) -> int:
    if "--version" in options or "--versie" in options:
        print(f"toets {__version__}")
        return OK
    unknown = [o for o in options if o not in (*HELP_FLAGS, "-q", "-v")]
    if unknown:
        known = (*HELP_FLAGS, "--version", "-q", "-v")
        advice = suggestion(unknown[0], known) or "zie ‘toets --help’"
        raise UsageError(f"onbekende optie ‘{unknown[0]}’", advice)
    text = overview(((n, command(n).HELP) for n in COMMANDS), __version__)
    print(text, file=sys.stdout if options else sys.stderr)
    return OK if options else WRONG_USE


def _run(name: str, words: list[str]) -> int:
    chosen = command(name)
    parser = Parser(f"toets {name}")
    chosen.configure(parser)
    parser.add_argument("-q", "--stil", action="store_true", help="alleen wat er mis is")
    parser.add_argument("-v", "--uitgebreid", action="store_true", help="ook bijzonderheden")
    if any(flag in words for flag in HELP_FLAGS):
        print(command_help(parser, chosen.HELP, examples=chosen.EXAMPLES))
        return OK
    args = parser.read(words)
    shell = Shell(
        stdout=sys.stdout,
        stderr=sys.stderr,
        project=find_project(Path.cwd()),
        colour=_wants_colour(sys.stdout),
        width=_width(sys.stdout),
        stderr_colour=_wants_colour(sys.stderr),
        quiet=args.stil,
        verbose=args.uitgebreid,
        environment=os.environ,
    )
    return chosen.run(args, shell)


def _wants_colour(stream: TextIO) -> bool:
    """Whether to colour (no-color.org; a terminal that can)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def _width(stream: TextIO) -> int | None:
    """How many cells a line of the terminal has; ``None`` if there is none or it does not say."""
    if not stream.isatty():
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except OSError:
        return None


def _open_streams() -> None:
    """Where the caller closed an output stream, Python has none: what is said goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, nowhere())


def _speak_utf8(*streams: TextIO) -> None:
    """Make a stream take any character, on a Windows console too."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def _let_go_of_stdout() -> None:
    """Whoever read our output stopped reading: keep Python from complaining when it ends."""
    with suppress(OSError):
        sys.stdout.close()


def _report_bug(error: Exception, *, verbose: bool) -> None:
    traceback = import_module("traceback")
    if verbose:
        traceback.print_exception(error, file=sys.stderr)
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}, regel {frames[-1].lineno}" if frames else "onbekend"
    print(
        "toets: fout in het programma zelf; uw bestanden zijn niet veranderd door deze fout\n"
        f"  wat: {type(error).__name__}: {error}\n"
        f"  waar: {place} (versie {__version__})\n"
        "  Meld dit bij de beheerder, met deze regels en de opdracht die u gaf."
        + ("" if verbose else " Met -v erbij ziet u meer."),
        file=sys.stderr,
    )
