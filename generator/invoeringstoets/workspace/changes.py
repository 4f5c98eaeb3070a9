"""Which files changed since some moment that git knows."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from invoeringstoets.workspace.files import INPUT, SUFFIXES, files
from invoeringstoets.workspace.git import GitError, blobs, git
from invoeringstoets.workspace.project import SETTINGS_FILE, Project


class ChangesError(Exception):
    """Git cannot say what changed; ``advice`` says what can be done (both in Dutch)."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


def changed_since(project: Project, ref: str, *, among: Iterable[Path]) -> tuple[Path, ...]:
    """Of these files and folders the toetsen that changed since ``ref`` (a branch, tag or commit).

    Changed is: committed since the branch left ``ref``, staged, edited, or not yet known to git.
    All are changed if the settings, the baseline or a value list are, for those weigh on every
    toets. What does not exist and standard input are always among them. Raises ``ChangesError``.
    """
    changed = _changed(project.root, ref)
    everything = any(_weighs_on_all(path, project) for path in changed)
    found: dict[Path, None] = {}
    for path in among:
        # A folder without toetsen stays in: there is something to say about that.
        for one in files([path]).value or (path,):
            if everything or one == INPUT or not one.is_file() or one.resolve() in changed:
                found[one] = None
    return tuple(found)


def _weighs_on_all(path: Path, project: Project) -> bool:
    root = project.root.resolve()
    settings = (root / SETTINGS_FILE, root / "pyproject.toml", project.nulmeting.resolve())
    return path in settings or path.is_relative_to(project.waardelijsten.resolve())


def before(project: Project, ref: str) -> Mapping[Path, bytes | None]:
    """What the toetsen of a project that changed since ``ref`` held then; ``None`` if not there.

    By resolved path, those that are gone included. Raises ``ChangesError``.
    """
    top = _top(project.root)
    start, folder = _start(top, ref), project.toetsen.resolve()
    changed = [path for path in _changed(project.root, ref) if path.is_relative_to(folder)]
    names = {
        path: f"{start}:{path.relative_to(top.resolve()).as_posix()}"
        for path in sorted(changed)
        if path.suffix in SUFFIXES
    }
    held = blobs(top, names.values())
    return {path: held.get(name) for path, name in names.items()}


def _changed(root: Path, ref: str) -> frozenset[Path]:
    """Every changed file around a folder, resolved; those that are gone included."""
    top = _top(root)
    start = _start(top, ref)
    plain = ("--no-renames", "--no-ext-diff", "--ignore-submodules=all")
    names = _asked(top, "diff", "--name-only", *plain, "-z", start)
    names += _asked(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset((top / name).resolve() for name in names.split("\0") if name)


def _top(root: Path) -> Path:
    try:
        return Path(_asked(root, "rev-parse", "--show-toplevel").rstrip("\n"))
    except GitError as error:
        raise ChangesError(
            "‘--sinds’ werkt alleen in een map die git bijhoudt", f"git zegt: {error}"
        ) from None


def _start(top: Path, ref: str) -> str:
    """The commit to compare with: where the branch left ``ref``, or ``ref`` if it never did."""
    try:
        # A name that begins with a dash would be an option, and is never one of git's.
        known = not ref.startswith("-")
        commit = _asked(top, "rev-parse", "--verify", f"{ref}^{{commit}}") if known else ""
    except GitError:
        commit = ""
    if not commit:
        raise ChangesError(
            f"git kent geen ‘{ref}’",
            "noem een tak, label of commit; haal in een CI eerst de hele geschiedenis op",
        )
    try:
        return _asked(top, "merge-base", commit.strip(), "HEAD").strip()
    except GitError:
        return commit.strip()


def _asked(folder: Path, *words: str) -> str:
    return os.fsdecode(git(folder, *words))
