"""Which findings count: what a project, a comment or a baseline leaves out.

Everything here works on diagnostics that are already made; nothing reads a file. Codes T0xx (the
text itself) always count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from invoeringstoets import late

if TYPE_CHECKING:
    from invoeringstoets.selection.baseline import Baseline, outdated, read_baseline, take
    from invoeringstoets.selection.ignores import Ignore, heed, read_ignores
    from invoeringstoets.selection.manuals import MANUALS
    from invoeringstoets.selection.patterns import matches
    from invoeringstoets.selection.settings import NO_WISHES, Objection, Selection, read_selection
else:
    __getattr__ = late.names(
        __name__,
        {
            "baseline": ("Baseline", "outdated", "read_baseline", "take"),
            "ignores": ("Ignore", "heed", "read_ignores"),
            "manuals": ("MANUALS",),
            "patterns": ("matches",),
            "settings": ("NO_WISHES", "Objection", "Selection", "read_selection"),
        },
    )

__all__ = [
    "MANUALS",
    "NO_WISHES",
    "Baseline",
    "Ignore",
    "Objection",
    "Selection",
    "heed",
    "matches",
    "outdated",
    "read_baseline",
    "read_ignores",
    "read_selection",
    "take",
]
