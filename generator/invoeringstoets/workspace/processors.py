"""How much can be done at a time."""

from __future__ import annotations

import os

MOST = 8
"""More processes or threads than this bring little: the rest of a run is done by one."""


def processors() -> int:
    """How many processors this process can keep at work."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)
