"""A folder that changes as a whole: made beside the old one, or a few of its files at once.

Whatever interrupts it, ``recover`` then leaves the folder as it was or as it was to become.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

_OLD, _NEW, _READY = "oud", "nieuw", "klaar"
_BY_CONTENT = (".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter")
"""How files of the search index end that Pagefind names after what is in them."""

Listing = dict[str, list[int]]
"""Size in bytes and date in nanoseconds of files, by path."""


def beside(to: Path, word: str) -> Path:
    """Where something is kept beside a folder for a moment."""
    return to.with_name(f".{to.name}-{word}")


def recover(to: Path) -> None:
    """Put back a folder that a swap was interrupted in, or finish a change of some files."""
    old, ready = beside(to, _OLD), beside(to, _READY)
    if old.is_dir() and not to.exists():
        old.rename(to)
    if ready.is_dir() and to.is_dir():
        _place(ready, to)
    for left in (old, ready):
        shutil.rmtree(left, ignore_errors=True)


def swap(staging: Path, to: Path) -> None:
    """Put a folder in place of another one, or where there is none."""
    old = beside(to, _OLD)
    if to.exists():
        to.rename(old)
    staging.rename(to)
    shutil.rmtree(old, ignore_errors=True)


def change(to: Path, files: Mapping[str, bytes]) -> Listing:
    """Give some files in a folder other bytes, all of them or none; the listing of those.

    They are written beside the folder. From when that is complete (one rename) they count: what
    interrupts the rest is done by ``recover``.
    """
    staging, ready = beside(to, _NEW), beside(to, _READY)
    shutil.rmtree(staging, ignore_errors=True)
    for path, data in files.items():
        place = staging / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    staging.rename(ready)
    try:
        _place(ready, to)
    except KeyboardInterrupt:
        _place(ready, to)
        raise
    shutil.rmtree(ready, ignore_errors=True)
    return {path: _seen((to / path).lstat()) for path in files}


def _place(ready: Path, to: Path) -> None:
    """Move every file in a folder to its place in another one."""
    for path, _ in _entries(str(ready)):
        place = to / path
        place.parent.mkdir(parents=True, exist_ok=True)
        (ready / path).replace(place)


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


def listed(folder: Path) -> Listing:
    """Size and date of every file in a folder; nothing if there is no such folder.

    Of files that are named after what is in them only that they are there.
    """
    return {
        path: [] if path.endswith(_BY_CONTENT) else _seen(entry.stat(follow_symlinks=False))
        for path, entry in _entries(str(folder))
    }


def _seen(status: os.stat_result) -> list[int]:
    return [status.st_size, status.st_mtime_ns]


def _copy(source: str, to: str, *, link: bool) -> None:
    if link:
        try:
            os.link(source, to)
        except OSError:  # not on this file system
            pass
        else:
            return
    shutil.copy2(source, to)


def _entries(folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file in a folder, by its path from there."""
    left = [("", folder)]
    while left:
        prefix, place = left.pop()
        try:
            inside = list(os.scandir(place))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in inside:
            if entry.is_dir(follow_symlinks=False):
                left.append((f"{prefix}{entry.name}/", entry.path))
            else:
                yield prefix + entry.name, entry
