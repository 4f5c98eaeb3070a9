"""The only reading of an author's files, and the only writing of any file."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TextIO

from invoeringstoets.diagnostic import Checked, Diagnostic
from invoeringstoets.source import INPUT_NAME, Source
from invoeringstoets.syntax import MAX_SIZE, decode
from invoeringstoets.workspace import faults
from invoeringstoets.workspace.faults import fault

TOO_LARGE = "T002"
"""The code that ``syntax`` has for too much text: here it is refused before it is read."""

INPUT = Path("-")
"""What one names to mean standard input."""

SUFFIXES = frozenset({".yaml", ".yml"})
"""How the name of a toets ends."""


def shown(path: Path) -> str:
    """A path as its user knows it: from the current folder where that is shorter, with slashes."""
    if not path.anchor:
        return path.as_posix()
    try:
        here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 -- this runs for each of many
        text = str(path)
        if text.startswith(here):
            return text[len(here) :].replace(os.sep, "/")
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def name_of(path: Path) -> str:
    """The name under which messages mention a file (or ``INPUT``)."""
    return INPUT_NAME if path == INPUT else shown(path)


def read(path: Path) -> Checked[Source]:
    """The text of an author's file (or of ``INPUT``), or a diagnostic that says why not."""
    data = read_bytes(path)
    return (
        Checked(None, data.diagnostics) if data.value is None else decode(name_of(path), data.value)
    )


def read_bytes(path: Path, *, most: int = MAX_SIZE) -> Checked[bytes]:
    """The bytes of an author's file of at most so many (or of ``INPUT``), or why not."""
    if path == INPUT:
        return _read_input()
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= most:
            with path.open("rb", buffering=0) as stream:
                return Checked(stream.readall())
        refusal = _refusal(path, shown(path), most=most)
    except FileNotFoundError:
        refusal = _missing(path, shown(path))
    except OSError as error:
        refusal = _unreadable(shown(path), error)
    return Checked(None, (refusal,))


def _read_input() -> Checked[bytes]:
    stream = getattr(sys.stdin, "buffer", None)
    data = stream.read(MAX_SIZE + 1) if stream else b""
    if len(data) > MAX_SIZE:
        return Checked(None, (_too_large(INPUT_NAME, len(data)),))
    return Checked(data)


def files(paths: Iterable[Path]) -> Checked[tuple[Path, ...]]:
    """The toetsen that are meant: a file is itself, a folder its YAML files in order of name."""
    found: dict[Path, Path] = {}
    diagnostics: list[Diagnostic] = []
    for path in paths:
        inside = _inside(path)
        diagnostics.extend(inside.diagnostics)
        for one in inside.value or ():
            found.setdefault(one.absolute(), one)
    return Checked(tuple(found.values()), tuple(diagnostics))


def present(path: Path) -> bool:
    """Whether there is anything with this name; a name that cannot be is of nothing."""
    try:
        path.lstat()
    except OSError:
        return False
    return True


def by_stem(folder: Path) -> Checked[dict[str, Path]]:
    """The toetsen in a folder by their name without ``.yaml``, or why they cannot be listed."""
    inside = _inside(folder) if folder.is_dir() else Checked[tuple[Path, ...]](())
    stems = {path.stem: path for path in inside.value or ()}
    return Checked(stems, inside.diagnostics if inside.value is None else ())


def write(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all, with its folders; whether anything changed.

    A file that already holds these bytes is left alone, its date too; one that is replaced keeps
    who may read and write it. Raises ``WriteError``.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    try:
        if _holds(target, data):
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("xb") as stream:
                stream.write(data)
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise faults.WriteError(path, error) from error
    return True


def nowhere() -> TextIO:
    """A stream for what nobody can read."""
    return io.StringIO()


def append(path: Path, data: bytes) -> None:
    """Add to the end of a file, which others may add to as well. Raises ``WriteError``."""
    try:
        with path.open("ab") as stream:
            stream.write(data)
    except OSError as error:
        raise faults.WriteError(path, error) from error


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _inside(path: Path) -> Checked[tuple[Path, ...]]:
    try:
        if not path.is_dir():
            return Checked((path,))
        inside = sorted(p for p in path.iterdir() if _is_toets_name(p))
    except OSError as error:
        return Checked(None, (_unreadable(shown(path), error),))
    if inside:
        return Checked(tuple(inside))
    message = "in deze map staat geen toets (een bestand dat op .yaml eindigt)"
    advice = "noem de map met toetsen, of maak er een met ‘toets nieuw’"
    name = shown(path)
    return Checked((), (fault(name, faults.NOTHING_TO_CHECK, message=message, advice=advice),))


def _is_toets_name(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def _refusal(path: Path, name: str, *, most: int) -> Diagnostic:
    """Why a path that exists is not read."""
    if not path.is_file():
        what = "een map, geen bestand" if path.is_dir() else "geen gewoon bestand"
        advice = "noem een bestand dat u in uw tekstverwerker kunt openen"
        return fault(name, faults.UNREADABLE, message=f"dit is {what}", advice=advice)
    return _too_large(name, path.stat().st_size, most=most)


def _too_large(name: str, size: int, *, most: int = MAX_SIZE) -> Diagnostic:
    megabytes = f"{-(-size // 1024**2)} MB; hooguit {most // 1024**2} MB"
    text = "een toets is tekst van enkele tientallen bladzijden; is dit het goede bestand?"
    advice = text if most == MAX_SIZE else "is dit het goede bestand?"
    return fault(name, TOO_LARGE, message=f"het bestand is te groot ({megabytes})", advice=advice)


def _unreadable(name: str, error: OSError) -> Diagnostic:
    message = f"kan niet worden gelezen: {faults.reason(error)}"
    advice = "kijk of u het bestand zelf kunt openen en of de naam klopt"
    return fault(name, faults.UNREADABLE, message=message, advice=advice)


def _missing(path: Path, name: str) -> Diagnostic:
    if path.is_symlink():
        message = f"deze koppeling wijst naar iets dat er niet is: ‘{path.readlink()}’"
        advice = "haal de koppeling weg, of zet het bestand terug"
    else:
        message, advice = "dit bestand bestaat niet", _nearby(path)
    return fault(name, faults.MISSING, message=message, advice=advice)


def _nearby(path: Path) -> str:
    """Advice with the names that look most like a missing one, from the same folder."""
    # A folder that cannot be listed has no names to suggest.
    try:
        names = [p.name for p in path.parent.iterdir()]
    except OSError:
        return "kijk of de map en de naam goed gespeld zijn"
    close = get_close_matches(path.name, names, n=1)
    return f"bedoelde u ‘{close[0]}’?" if close else "kijk of de naam goed gespeld is"
