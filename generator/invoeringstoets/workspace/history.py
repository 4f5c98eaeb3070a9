"""What git kept of the toetsen files: every text they had, and from when."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from invoeringstoets.history import Past, Stage
from invoeringstoets.notation import clock
from invoeringstoets.workspace.files import SUFFIXES, by_stem, read_bytes
from invoeringstoets.workspace.git import GitError, blobs, git
from invoeringstoets.workspace.project import Project

LARGEST = 10 * 1024 * 1024
"""Bytes; no toets is larger (see ``syntax``)."""

_COMMIT = "\x01"
_FORMAT = "%x01%H %cI"
_NOTHING = "0" * 40
_DAWN = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True)
class _Step:
    """A file in a commit: the object that holds it, or nothing where it was removed."""

    commit: str
    moment: str
    name: str
    blob: str


def past(project: Project) -> Past:
    """Every committed text of the toetsen of a project, oldest first.

    Along the first parents: what a merge brought counts as one step, at the moment of the merge.
    Without git, or without commits, there is no past; that is no fault.
    """
    folder = project.toetsen
    try:
        answer = os.fsdecode(
            git(
                project.root,
                *("log", "--first-parent", "-m", "--reverse", "--raw", "--no-abbrev", "-z"),
                *("--no-renames", "--no-ext-diff", f"--format={_FORMAT}", "--", str(folder)),
            )
        )
        shallow = git(project.root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        steps = tuple(_steps(answer))
        texts = blobs(project.root, (step.blob for step in steps if step.blob))
    except GitError:
        return Past()
    stages = (
        Stage(step.commit, step.moment, step.name, _text(texts.get(step.blob)))
        for step in steps
        if not step.blob or step.blob in texts
    )
    whole = all(not step.blob or step.blob in texts for step in steps)
    return Past(tuple(stages), complete=whole and not shallow, now=tuple(_now(project.toetsen)))


def _now(folder: Path) -> Iterator[Stage]:
    """The files as they are."""
    for path in (by_stem(folder).value or {}).values():
        yield Stage("", "", path.name, _text(read_bytes(path, most=LARGEST).value))


def _steps(answer: str) -> Iterator[_Step]:
    """The steps in what ``git log --raw -z`` says: a head per commit, then its files in pairs."""
    for part in answer.split(_COMMIT)[1:]:
        head, *rest = part.strip("\n").replace("\n", "\0").split("\0")
        commit, moment = head.split()
        words = [word for word in rest if word]
        for facts, path in zip(words[::2], words[1::2], strict=True):
            if PurePosixPath(path).suffix.lower() in SUFFIXES:
                blob = facts.split()[3]
                name = PurePosixPath(path).name
                yield _Step(commit, _sound(moment), name, "" if blob.startswith(_NOTHING) else blob)


def _sound(moment: str) -> str:
    """A moment of a commit; one that cannot be, such as an offset of days, is the first of all."""
    try:
        clock.day(moment)
    except (ValueError, OverflowError):
        return _DAWN
    return moment


def _text(data: bytes | None) -> str | None:
    """The text of a file; nothing when it is gone, too large, or no text."""
    if data is None or len(data) > LARGEST:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
