"""Questions to git: the only module that starts it.

A repository brings settings of its own, and some of those name a program to run when git is asked
something. Who looks at the toetsen of another does not mean to run his programs: none is run.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

PATIENCE = 60
"""Seconds that git gets for one answer, if nobody says so."""

_SETTINGS = (
    "core.fsmonitor=false",  # a program that tells what changed
    f"core.hooksPath={os.devnull}",  # programs at moments, such as a renewed index
    "log.showSignature=false",  # gpg.program
    "log.diffMerges=separate",  # not "remerge", which calls merge.<name>.driver
)
_WORDS = ("--no-optional-locks", *(word for one in _SETTINGS for word in ("-c", one)))

_SURROUNDINGS = {
    "GIT_NO_LAZY_FETCH": "1",  # nothing from a network, nor by remote.<name>.uploadpack
    "GIT_ALLOW_PROTOCOL": "",  # the same to a git that does not know the former
}

_LOOKS_INTO_FILES = {"diff", "status"}
"""The words for which git compares what files hold, after it filtered that."""


class GitError(Exception):
    """Git refused or is not there; the text is the first line it said."""


def git(folder: Path, *words: str, given: bytes = b"", patience: float = PATIENCE) -> bytes:
    """What git answers in a folder; ``given`` goes to its standard input. Raises ``GitError``."""
    more = _without_filters(folder) if words[0] in _LOOKS_INTO_FILES else {}
    try:
        answer = subprocess.run(  # noqa: S603 - git, with words of ours
            ["git", *_WORDS, *words],  # noqa: S607 - git is where the user has it
            cwd=folder,
            input=given,
            capture_output=True,
            check=False,
            timeout=patience,
            env=os.environ | _SURROUNDINGS | more,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(type(error).__name__) from None
    if answer.returncode != 0:
        said = answer.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(said[0] if said else f"code {answer.returncode}")
    return answer.stdout


def _without_filters(folder: Path) -> dict[str, str]:
    """What to put in the surroundings of git so that it filters no file.

    Not by words of the command: in those the name of a filter ends at its first ``=``.
    """
    known = os.fsdecode(git(folder, "config", "--list", "--name-only", "-z")).split("\0")
    filters = sorted({name for name in known if name.startswith("filter.")})
    start = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    made = {"GIT_CONFIG_COUNT": f"{start + len(filters)}"}
    for number, name in enumerate(filters, start):
        made |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": ""}
    return made


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
