"""Templates as Python, kept from one run to the next: compiling them takes longer than an edit may.

They lie in the cache folder of the user and never in a project: Jinja runs what it finds there, and
a project may come from anyone.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

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


class Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder of which nothing has to stay: another build may remove it."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, if that can be."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def kept(key: str, *, to: Path | None) -> Compiled | None:
    """Where compiled templates are kept under a key; those of keys long unused go.

    The key stands for the program and its templates. ``None`` if the folder cannot be made: then
    templates are compiled every time.
    """
    if to is None:
        return None
    folder = to / _FOLDER / key
    try:
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        os.utime(folder)
        _forget(folder.parent)
    except OSError:
        return None
    return Compiled(str(folder))


def _forget(folder: Path) -> None:
    """Remove the templates of the program as it was, save a few: one may have several projects.

    Those used last stay. A folder that another build removes at this moment is gone: no fault.
    """
    found: list[tuple[float, Path]] = []
    for one in folder.iterdir():
        with suppress(OSError):
            found.append((one.stat().st_mtime, one))
    for _, old in sorted(found, reverse=True)[_PROJECTS:]:
        shutil.rmtree(old, ignore_errors=True)


_PROJECTS = 5
"""Of how many keys the templates stay: that of this build, and those used last before it."""
