"""Of which version a report is: the commit it was made from, and a sum of its data."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

_SIGNS = 10
"""So many signs of a sum are enough to tell versions apart."""


def commit_of(root: Path, folder: Path) -> str:
    """The last commit in a folder; empty without git or commits.

    Says so where ``folder`` holds changes that are not in it.
    """
    commit = _git(root, "rev-parse", f"--short={_SIGNS}", "HEAD")
    if not commit:
        return ""
    changed = _git(root, "status", "--porcelain", "--", str(folder))
    return f"{commit} (met wijzigingen)" if changed else commit


def footer_line(commit: str, text: str) -> str:
    """What a footer says of a report: its commit, and the SHA-256 of its data as YAML."""
    total = hashlib.sha256(text.encode()).hexdigest()
    return f"Versie {commit} · inhoud sha256:{total[:_SIGNS]}"


def _git(root: Path, *words: str) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 - git, with words of ours and a path
            ["git", *words],  # noqa: S607 - git is where the user has it
            cwd=root,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""
