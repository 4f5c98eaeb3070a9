"""Which files changed since some moment that git knows."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from invoeringstoets.workspace.files import INPUT, files
from invoeringstoets.workspace.project import SETTINGS_FILE, Project

_PATIENCE = 60
"""Seconds that git gets for one answer."""


class ChangesError(Exception):
    """Git cannot say what changed; ``advice`` says what can be done (both in Dutch)."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


class _GitError(Exception):
    """Git refused or is not there; the text is the last line it said."""


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


def _changed(root: Path, ref: str) -> frozenset[Path]:
    """Every changed file around a folder, resolved; those that are gone included."""
    top = _top(root)
    start = _start(top, ref)
    names = [
        *_git(top, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", start).split("\0"),
        *_git(top, "ls-files", "--others", "--exclude-standard", "-z").split("\0"),
    ]
    return frozenset((top / name).resolve() for name in names if name)


def _top(root: Path) -> Path:
    try:
        return Path(_git(root, "rev-parse", "--show-toplevel").rstrip("\n"))
    except _GitError as error:
        raise ChangesError(
            "‘--sinds’ werkt alleen in een map die git bijhoudt", f"git zegt: {error}"
        ) from None


def _start(top: Path, ref: str) -> str:
    """The commit to compare with: where the branch left ``ref``, or ``ref`` if it never did."""
    try:
        # A name that begins with a dash would be an option, and is never one of git's.
        known = not ref.startswith("-")
        commit = _git(top, "rev-parse", "--verify", f"{ref}^{{commit}}") if known else ""
    except _GitError:
        commit = ""
    if not commit:
        raise ChangesError(
            f"git kent geen ‘{ref}’",
            "noem een tak, label of commit; haal in een CI eerst de hele geschiedenis op",
        )
    try:
        return _git(top, "merge-base", commit.strip(), "HEAD").strip()
    except _GitError:
        return commit.strip()


def _git(folder: Path, *words: str) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 - git, with words of ours and a commit
            ["git", *words],  # noqa: S607 - git is where the user has it
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _GitError(type(error).__name__) from None
    if answer.returncode != 0:
        said = answer.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _GitError(said[0] if said else f"code {answer.returncode}")
    return os.fsdecode(answer.stdout)
