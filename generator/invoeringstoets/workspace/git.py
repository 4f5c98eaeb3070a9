"""Questions to git: the only module that starts it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

PATIENCE = 60
"""Seconds that git gets for one answer."""


class GitError(Exception):
    """Git refused or is not there; the text is the first line it said."""


def git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What git answers in a folder; ``given`` goes to its standard input. Raises ``GitError``."""
    try:
        answer = subprocess.run(  # noqa: S603 - git, with words of ours
            ["git", *words],  # noqa: S607 - git is where the user has it
            cwd=folder,
            input=given,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(type(error).__name__) from None
    if answer.returncode != 0:
        said = answer.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(said[0] if said else f"code {answer.returncode}")
    return answer.stdout


def blobs(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The contents of these objects by their name, asked in one go. Raises ``GitError``."""
    asked = tuple(dict.fromkeys(names))
    if not asked:
        return {}
    answer = git(folder, "cat-file", "--batch", given=("\n".join(asked) + "\n").encode())
    found: dict[str, bytes] = {}
    at = 0
    for name in asked:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if head[-1] == b"missing":  # a partial clone
            at = end + 1
            continue
        size = int(head[2])
        found[name] = answer[end + 1 : end + 1 + size]
        at = end + size + 2
    return found
