"""Which day it is: decided once at the edge, an argument everywhere else."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

_MAX_DIGITS = 11
"""Enough seconds for the next three thousand years; more is not a moment but a mistake."""


def reference_date(root: Path, environment: Mapping[str, str], *, given: str = "") -> str:
    """The day (jjjj-mm-dd) from which things are looked at.

    The given one, else that of ``SOURCE_DATE_EPOCH`` (reproducible-builds.org), else the day of
    the last commit in the folder, else today. ``given`` must be a valid date already.
    """
    return given or _epoch_day(environment) or commit_day(root) or _today()


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _epoch_day(environment: Mapping[str, str]) -> str:
    seconds = environment.get("SOURCE_DATE_EPOCH", "")
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= _MAX_DIGITS):
        return ""
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()


def commit_day(root: Path) -> str:
    """The day of the last commit that git knows in a folder; empty without git or commits."""
    try:
        answer = subprocess.run(
            ["git", "log", "-1", "--format=%cs"],  # noqa: S607 - git is where the user has it
            cwd=root,
            capture_output=True,
            check=False,
            encoding="ascii",
            errors="replace",
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    day = answer.stdout.strip()
    return day if answer.returncode == 0 and len(day) == len("jjjj-mm-dd") else ""
