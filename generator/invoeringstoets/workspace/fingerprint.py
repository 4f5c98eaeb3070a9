"""What the outcome of a check depends on besides the file itself, as one hash."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from invoeringstoets import assets

_PACKAGE = Path(__file__).parent.parent
_NOT_ASKED = frozenset(
    {"__pycache__", "_assets", "cli", "exports", "formats", "history", "mkdocs_plugin", "pages"}
    | {"outputs", "reports"}
)
"""Parts of the program that no check runs; whatever is not named here counts."""
_SHIPPED = ("schema", "templates/fonts/coverage.txt")


def fingerprint(value_lists: Path) -> str:
    """A hash of the program, the schema, the installed packages and a folder with value lists.

    By content, because a checkout or an installation may give two versions the same date. Raises
    ``OSError`` if something cannot be read.
    """
    found = blake2b(sys.version.encode(), digest_size=20)
    for folder in sys.path:
        found.update("\0".join(_distributions(folder)).encode("utf-8", "surrogateescape"))
    places = (_PACKAGE, *(assets.path(name) for name in _SHIPPED), value_lists)
    for number, place in enumerate(places):
        for path in _files(str(place)):
            with open(path, "rb") as stream:  # noqa: PTH123 -- half the time of Path.read_bytes
                data = stream.read()
            found.update(
                f"{number} {path[len(str(place)) :]} {len(data)} ".encode(errors="replace")
            )
            found.update(data)
    return found.hexdigest()


def _files(place: str) -> Iterator[str]:
    """A file itself, or every file in a folder that a check may depend on, in order of name."""
    if os.path.isfile(place):  # noqa: PTH113 -- as above
        yield place
        return
    try:
        inside = sorted(os.scandir(place), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in inside:
        if entry.name in _NOT_ASKED or entry.name.endswith(".pyc"):
            continue
        yield from _files(entry.path) if entry.is_dir() else (entry.path,)


def _distributions(folder: str) -> list[str]:
    """The packages that are installed in a folder, with their versions, as pip names them."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
    except OSError:
        return []
