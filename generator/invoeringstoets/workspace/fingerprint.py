"""What the outcome of a check depends on besides the file itself, as one hash."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from invoeringstoets import assets

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
    return _hash((_PACKAGE, *(assets.path(name) for name in _SHIPPED), value_lists), _NOT_ASKED)


def whole_fingerprint(*folders: Path) -> str:
    """The same of the whole program with all that it ships, and of these folders."""
    return _hash((_PACKAGE, *(assets.path(name) for name in _ALL_SHIPPED), *folders), _NOT_READ)


def tree_fingerprint(folder: Path) -> str:
    """A hash of the files in a folder alone, by their paths from there."""
    return _of((folder,), _NOT_READ, found=blake2b(digest_size=20))


def _hash(places: Sequence[Path], skipped: frozenset[str]) -> str:
    found = blake2b(sys.version.encode(), digest_size=20)
    for folder in sys.path:
        found.update("\0".join(_distributions(folder)).encode("utf-8", "surrogateescape"))
    return _of(places, skipped, found=found)


def _of(places: Sequence[Path], skipped: frozenset[str], *, found: blake2b) -> str:
    for number, place in enumerate(places):
        for path in _files(str(place), skipped):
            with open(path, "rb") as stream:  # noqa: PTH123 -- half the time of Path.read_bytes
                data = stream.read()
            found.update(
                f"{number} {path[len(str(place)) :]} {len(data)} ".encode(errors="replace")
            )
            found.update(data)
    return found.hexdigest()


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
