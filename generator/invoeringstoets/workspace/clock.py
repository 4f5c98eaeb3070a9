"""Which day it is: decided once at the edge, an argument everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from invoeringstoets.notation.clock import day
from invoeringstoets.workspace.git import GitError, git

_MAX_DIGITS = 11
"""Enough seconds for the next three thousand years; more is not a moment but a mistake."""

_PATIENCE = 10
"""Seconds that git gets: there is a day without it."""


def reference_date(root: Path, environment: Mapping[str, str], *, given: str = "") -> str:
    """The day (jjjj-mm-dd) from which things are looked at.

    The given one, else that of ``SOURCE_DATE_EPOCH`` (reproducible-builds.org), else the day of
    the last commit in the folder, else today. ``given`` must be a valid date already.
    """
    return given or _epoch_day(environment) or _commit_day(root) or _today()


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _epoch_day(environment: Mapping[str, str]) -> str:
    seconds = environment.get("SOURCE_DATE_EPOCH", "")
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= _MAX_DIGITS):
        return ""
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()


def _commit_day(root: Path) -> str:
    """The day of the last commit that git knows in a folder, in the Netherlands; or ``""``."""
    try:
        moment = git(root, "log", "-1", "--format=%cI", patience=_PATIENCE)
        return day(moment.decode("ascii", "replace").strip())
    except (GitError, ValueError, OverflowError):
        return ""
