"""Every code that a check can give, with its page."""

from __future__ import annotations

from collections.abc import Mapping

from invoeringstoets import explain, library, rules, selection, syntax
from invoeringstoets.diagnostic import Manual
from invoeringstoets.workspace import faults


def manuals() -> Mapping[str, Manual]:
    """Every manual there is, by code and in order of code."""
    every = (
        *faults.MANUALS,
        *selection.MANUALS,
        *syntax.MANUALS,
        *explain.MANUALS,
        *rules.MANUALS.values(),
        *library.MANUALS.values(),
    )
    return {manual.code: manual for manual in sorted(every, key=lambda m: m.code)}
