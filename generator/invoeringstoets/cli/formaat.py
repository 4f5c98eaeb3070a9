"""The option ``--formaat``: which forms the findings get, and where each goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from invoeringstoets.cli.arguments import Parser, one_of
from invoeringstoets.cli.shell import UsageError
from invoeringstoets.outputs import OUTPUTS
from invoeringstoets.record import record


@record(frozen=True)
class Wanted:
    """One form that was asked for, and the file it goes to; without path, to the terminal."""

    form: str
    path: Path | None = None


def add_formaat(parser: Parser) -> None:
    """Add ``--formaat`` to a command."""
    parser.add_argument(
        "--formaat",
        metavar="F[=PAD]",
        type=_wanted,
        action="append",
        help=f"{', '.join(OUTPUTS)} (anders: tekst); met =PAD naar een bestand; mag vaker",
    )


def wanted(given: Sequence[Wanted] | None) -> tuple[Wanted, ...]:
    """The forms to write; raises ``UsageError`` where two would get in each other's way."""
    if not given:
        return (Wanted("tekst"),)
    shown = [one.form for one in given if one.path is None]
    if len(shown) > 1:
        raise UsageError(
            f"er kan maar één formaat op het scherm: {', '.join(shown)}",
            f"schrijf een ander naar een bestand, zoals --formaat {shown[1]}=bevindingen.txt",
        )
    paths = [one.path.absolute() for one in given if one.path is not None]
    twice = next((path for path in paths if paths.count(path) > 1), None)
    if twice is not None:
        raise UsageError(f"twee formaten gaan naar ‘{twice.name}’", "geef elk een eigen bestand")
    return tuple(given)


def _wanted(text: str) -> Wanted:
    name, separator, path = text.partition("=")
    form = one_of("onbekend formaat", OUTPUTS)(name)
    if separator and not path:
        raise UsageError(f"na ‘{text}’ ontbreekt een pad", f"schrijf --formaat {form}=PAD")
    return Wanted(form, Path(path) if path else None)
