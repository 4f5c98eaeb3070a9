"""Where the tests stand, and what a run of ``toets`` gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Run:
    """How a run of ``toets`` ended and what it printed."""

    code: int
    out: str
    err: str
