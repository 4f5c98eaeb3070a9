"""Templates as Python, kept from one run to the next: compiling them takes longer than an edit may.

They lie in the cache folder of the user and never in a project: Jinja runs what it finds there, and
a project may come from anyone.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

_NAME = "invoeringstoets"
_FOLDER = "sjablonen"


def place(environment: Mapping[str, str], *, platform: str = sys.platform) -> Path | None:
    """Where this user keeps what can be made again; ``None`` if that is nowhere.

    On Linux as the XDG Base Directory Specification has it, otherwise where the system has it.
    """
    if platform == "win32":
        own = environment.get("LOCALAPPDATA", "")
        return Path(own) / _NAME / "cache" if own else None
    if platform != "darwin" and os.path.isabs(environment.get("XDG_CACHE_HOME", "")):  # noqa: PTH117
        return Path(environment["XDG_CACHE_HOME"]) / _NAME
    home = environment.get("HOME", "")
    if not home:
        return None
    caches = "Library/Caches" if platform == "darwin" else ".cache"
    return Path(home) / caches / _NAME


def kept(key: str, *, to: Path | None) -> FileSystemBytecodeCache | None:
    """Where compiled templates are kept under a key; those under other keys go.

    The key stands for the program and its templates. ``None`` if the folder cannot be made: then
    templates are compiled every time.
    """
    if to is None:
        return None
    folder = to / _FOLDER / key
    try:
        if not folder.is_dir():
            _forget(folder.parent)
            folder.mkdir(parents=True, mode=0o700)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def _forget(folder: Path) -> None:
    """Remove the templates of the program as it was, save a few: one may have several projects."""
    found = sorted(folder.glob("*"), key=lambda one: one.stat().st_mtime)
    for old in found[: max(0, len(found) - _PROJECTS)]:
        shutil.rmtree(old, ignore_errors=True)


_PROJECTS = 4
"""Of how many earlier keys the templates stay."""
