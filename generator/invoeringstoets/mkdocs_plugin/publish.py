"""A site put in place as a whole: built beside the old one, then swapped.

An interrupted build leaves the old site as it was. What did not change is not written again.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from invoeringstoets import __version__
from invoeringstoets.mkdocs_plugin import run, searching
from invoeringstoets.mkdocs_plugin.files import key_of
from invoeringstoets.pages import Page
from invoeringstoets.workspace import Project, WriteError, write

REPORTS = "rapporten"
"""The folder of the site in which reports lie, per toets."""


@dataclass(frozen=True)
class Order:
    """A site to publish: its pages, and all other files by their output path.

    ``documents`` is what the search index is made of, besides the hand-written pages.
    """

    pages: tuple[Page, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    internal: bool = False
    documents: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Published:
    """What came of it: the number of pages, and of those that were written anew.

    ``searchable`` is false when the search index is still that of an earlier build.
    """

    pages: int
    renewed: int
    searchable: bool = True


@dataclass(frozen=True)
class _Memory:
    """What was published last.

    One key of all, the key of what every page shares, those of the pages, what was ``placed``
    beside them, and all files as they were left.
    """

    total: str = ""
    frame: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)
    placed: tuple[str, ...] = ()
    files: Mapping[str, list[int]] = field(default_factory=dict)


def is_site(folder: Path) -> bool:
    """Whether a folder may be replaced: it is not there, empty, or a site of ours."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    return not any(folder.iterdir()) or (folder / "css" / "site.css").is_file()


def publish(project: Project, order: Order, *, to: Path) -> Published:
    """Put a site in place; raises ``SiteError`` or ``WriteError``, and then nothing changed."""
    to = to.absolute()
    memory_file = project.bouw / ".cache" / f"site-{key_of(str(to))[:16]}.json"
    try:
        return _publish(project, order, to=to, memory_file=memory_file)
    except OSError as error:
        raise WriteError(to, error) from error


def _publish(project: Project, order: Order, *, to: Path, memory_file: Path) -> Published:
    _recover(to)
    frame = _frame(project)
    total = key_of(frame, repr(order.internal), *_parts(order))
    memory = _remembered(memory_file)
    intact = memory.files == _listed(to)
    if memory.total == total and intact:
        return Published(len(memory.pages), 0)
    staging = _beside(to, "nieuw")
    shutil.rmtree(staging, ignore_errors=True)
    known = dict(memory.pages) if intact and memory.frame == frame else {}
    if known:
        shutil.copytree(to, staging)
    keys = run.build(project, order.pages, internal=order.internal, to=staging, written=known)
    renewed = sum(known.get(path) != key for path, key in keys.items())
    own = {page.path for page in order.pages}
    texts = searching.written(staging, keys.keys() - own)
    found, searchable = searching.index(
        {**order.documents, **texts}, kept=_kept(project, memory_file), edit=bool(known and renewed)
    )
    files = {**order.files, **found}
    _place(files, staging, before=memory.placed)
    _swap(staging, to)
    # Whoever builds again wants the index of now: what is not searchable is not finished.
    now = _Memory(total if searchable else "", frame, keys, tuple(files), _listed(to))
    write(memory_file, json.dumps(now.__dict__, indent=0).encode())
    return Published(len(keys), renewed, searchable)


def _kept(project: Project, memory_file: Path) -> Path:
    """Where the index of this very site is kept."""
    return project.bouw / ".cache" / memory_file.stem.replace("site", "zoek")


def _parts(order: Order) -> Iterator[str | bytes]:
    for page in order.pages:
        yield page.key
    for path, data in (*order.files.items(), *order.documents.items()):
        yield path
        yield data


def _frame(project: Project) -> str:
    """A key of everything around the pages: theme, hand-written pages, settings, programs."""
    config = project.mkdocs_config
    folders = [config.parent / "docs", config.parent / "theme", Path(__file__).parent]
    found = [config, *(path for folder in folders for path in sorted(folder.rglob("*")))]
    files = [path for path in found if path.is_file() and "__pycache__" not in path.parts]
    return key_of(
        __version__,
        version("mkdocs"),
        *(part for path in files for part in (path.as_posix(), path.read_bytes())),
    )


def _remembered(path: Path) -> _Memory:
    """What was published last; nothing when it cannot be read (any more)."""
    try:
        return _Memory(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return _Memory()


def _listed(folder: Path) -> dict[str, list[int]]:
    """Size and date of every file in a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): [path.stat().st_size, path.stat().st_mtime_ns]
        for path in found
    }


def _place(files: Mapping[str, bytes], site: Path, *, before: Iterable[str]) -> None:
    """Write what is no page, and remove what was written ``before`` and is no more."""
    for path, data in files.items():
        write(site / path, data)
    for path in set(before) - set(files):
        (site / path).unlink(missing_ok=True)


def _beside(to: Path, word: str) -> Path:
    return to.with_name(f".{to.name}-{word}")


def _recover(to: Path) -> None:
    """Put back a site that a swap was interrupted in."""
    old = _beside(to, "oud")
    if old.is_dir() and not to.exists():
        old.rename(to)
    shutil.rmtree(old, ignore_errors=True)


def _swap(staging: Path, to: Path) -> None:
    old = _beside(to, "oud")
    if to.exists():
        to.rename(old)
    staging.rename(to)
    shutil.rmtree(old, ignore_errors=True)
