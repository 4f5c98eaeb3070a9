"""Of which version a report is: the commit it was made from, and a sum of its data."""

from __future__ import annotations

import hashlib
from pathlib import Path

from invoeringstoets.workspace.git import GitError, git

_SIGNS = 10
"""So many signs of a sum are enough to tell versions apart."""

_PATIENCE = 10
"""Seconds that git gets for an answer: a report can do without."""


def commit_of(root: Path, folder: Path) -> str:
    """The last commit in a folder; empty without git or commits.

    Says so where ``folder`` holds changes that are not in it.
    """
    asked = ("status", "--porcelain", "--ignore-submodules=all", "--", str(folder))
    try:
        commit = git(root, "rev-parse", f"--short={_SIGNS}", "HEAD", patience=_PATIENCE)
        changed = git(root, *asked, patience=_PATIENCE)
    except GitError:
        return ""
    name = commit.decode("ascii").strip()
    return f"{name} (met wijzigingen)" if changed else name


def footer_line(commit: str, text: str) -> str:
    """What a footer says of a report: its commit, and the SHA-256 of its data as YAML."""
    total = hashlib.sha256(text.encode()).hexdigest()
    return f"Versie {commit} · inhoud sha256:{total[:_SIGNS]}"
