"""Where the tests stand, and what a run of ``toets`` gives."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent

T = TypeVar("T")

PERCENTAGE = int(os.environ.get("VOORBEELDEN", "100"))
"""Of the examples that a property is tried on, so many are tried in this run."""


def examples(whole: int) -> int:
    """How many examples are tried of a property that is tried on so many when there is time."""
    return max(whole * PERCENTAGE // 100, 10)


def some(values: Iterable[T]) -> list[T]:
    """The values that a test is tried on in this run, spread over all of them; all if it may."""
    return [one for turn, one in enumerate(values) if turn * PERCENTAGE % 100 < PERCENTAGE]


@dataclass(frozen=True)
class Run:
    """How a run of ``toets`` ended and what it printed."""

    code: int
    out: str
    err: str
