"""What the outcome of a check depends on besides the file itself, as one hash."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path

from invoeringstoets import assets

_SIZE = 20
"""Bytes in a hash."""

_PACKAGE = Path(__file__).parent.parent
_NOT_ASKED = frozenset(
    {"__pycache__", "_assets", "cli", "exports", "formats", "history", "mkdocs_plugin", "pages"}
    | {"incremental", "outputs", "reports"}
)
"""Parts of the program that no check runs; whatever is not named here counts."""
_NOT_READ = frozenset({"__pycache__", "_assets"})
_SHIPPED = ("schema", "templates/fonts/coverage.txt")
_ALL_SHIPPED = ("schema", "templates")


def fingerprint(value_lists: Path) -> str:
    """A hash of the program, the schema, the installed packages and a folder with value lists.

    By content, because a checkout or an installation may give two versions the same date. Raises
    ``OSError`` if something cannot be read.
    """
    return _hash(_NOT_ASKED, _SHIPPED, value_lists)


def whole_fingerprint(*folders: Path) -> str:
    """The same of the whole program with all that it ships, and of these folders."""
    return _hash(_NOT_READ, _ALL_SHIPPED, *folders)


def tree_fingerprint(folder: Path) -> str:
    """A hash of the files in a folder alone, by their paths from there."""
    return _content(str(folder), _NOT_READ).hex()


def _hash(skipped: frozenset[str], shipped: Sequence[str], *folders: Path) -> str:
    found = blake2b(sys.version.encode(), digest_size=_SIZE)
    for installed in sys.path:
        found.update("\0".join(_distributions(installed)).encode("utf-8", "surrogateescape"))
    found.update(_program(skipped) + b"".join(map(_shipped, shipped)))
    for folder in folders:
        found.update(_content(str(folder), skipped))
    return found.hexdigest()


def _program(skipped: frozenset[str]) -> bytes:
    """The same of the program that runs."""
    found = blake2b(digest_size=_SIZE)
    for name in sorted(os.listdir(_PACKAGE)):  # noqa: PTH208 -- names are enough
        if name not in skipped:
            found.update(f"{name} ".encode(errors="replace") + _part(name))
    return found.digest()


@cache
def _part(name: str) -> bytes:
    """The same of a part of the program, which stays the same as long as it runs."""
    return _content(str(_PACKAGE / name), _NOT_READ)


@cache
def _shipped(name: str) -> bytes:
    """The same of a file or folder that comes with the program."""
    return _content(str(assets.path(name)), _NOT_READ)


def _content(place: str, skipped: frozenset[str]) -> bytes:
    """A hash of a file, or of the files in a folder with their paths from there."""
    found = blake2b(digest_size=_SIZE)
    for path in _files(place, skipped):
        with open(path, "rb") as stream:  # noqa: PTH123 -- half the time of Path.read_bytes
            data = stream.read()
        found.update(f"{path[len(place) :]} {len(data)} ".encode(errors="replace"))
        found.update(data)
    return found.digest()


def _files(place: str, skipped: frozenset[str]) -> Iterator[str]:
    """A file itself, or every file in a folder that a check may depend on, in order of name."""
    if os.path.isfile(place):  # noqa: PTH113 -- as above
        yield place
        return
    try:
        inside = sorted(os.scandir(place), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in inside:
        if entry.name in skipped or entry.name.endswith(".pyc"):
            continue
        yield from _files(entry.path, skipped) if entry.is_dir() else (entry.path,)


def _distributions(folder: str) -> list[str]:
    """The packages that are installed in a folder, with their versions, as pip names them."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
    except OSError:
        return []
