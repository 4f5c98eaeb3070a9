"""A folder that is made beside another one and takes its place as a whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path


def beside(to: Path, word: str) -> Path:
    """Where something is kept beside a folder for a moment."""
    return to.with_name(f".{to.name}-{word}")


def recover(to: Path) -> None:
    """Put back a folder that a swap was interrupted in."""
    old = beside(to, "oud")
    if old.is_dir() and not to.exists():
        old.rename(to)
    shutil.rmtree(old, ignore_errors=True)


def swap(staging: Path, to: Path) -> None:
    """Put a folder in place of another one, or where there is none."""
    old = beside(to, "oud")
    if to.exists():
        to.rename(old)
    staging.rename(to)
    shutil.rmtree(old, ignore_errors=True)


def copy(source: Path | None, to: Path, *, linked: Collection[str], but: Collection[str]) -> None:
    """The same files in a new folder, save some; none without a ``source``.

    Those that are ``linked`` are the same file in both folders, where that is possible: nobody may
    write in them, only replace them.
    """
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    made = {""}
    for path, _ in _entries(str(source)) if source else ():
        if path in but:
            continue
        folder = path.rpartition("/")[0]
        if folder not in made:
            made.add(folder)
            (to / folder).mkdir(parents=True, exist_ok=True)
        _copy(f"{source}/{path}", f"{to}/{path}", link=path in linked)


def listed(folder: Path) -> dict[str, list[int]]:
    """Size and date of every file in a folder; nothing if there is no such folder."""
    return {path: [status.st_size, status.st_mtime_ns] for path, status in _entries(str(folder))}


def _copy(source: str, to: str, *, link: bool) -> None:
    if link:
        try:
            os.link(source, to)
        except OSError:  # not on this file system
            pass
        else:
            return
    shutil.copy2(source, to)


def _entries(folder: str, prefix: str = "") -> Iterator[tuple[str, os.stat_result]]:
    try:
        inside = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in inside:
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.stat(follow_symlinks=False)
