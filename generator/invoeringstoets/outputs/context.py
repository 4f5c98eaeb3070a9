"""What a form may use besides the diagnostics: the files, the manuals, the room there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from invoeringstoets.diagnostic import Manual
from invoeringstoets.record import record


@record(frozen=True)
class Context:
    """The run that the diagnostics come from, and where they will be read.

    ``names`` are the files that were checked, sound ones included, as the user knows them.
    ``manuals`` is the page of every code there is, by code. ``width`` is how many cells a line of
    the terminal has, or ``None`` where the text goes elsewhere: then nothing is wrapped. ``known``
    counts the findings that the baseline left out.
    """

    names: tuple[str, ...] = ()
    manuals: Mapping[str, Manual] = field(default_factory=dict)
    width: int | None = None
    known: int = 0


PLAIN = Context()
"""Nothing is known but the diagnostics."""
