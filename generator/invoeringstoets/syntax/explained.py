"""The way from a text in which something may be wrong: what it is, and what is left of the data."""

from __future__ import annotations

from invoeringstoets.diagnostic import Checked, Diagnostic
from invoeringstoets.source import Source, Span
from invoeringstoets.syntax.events import read
from invoeringstoets.syntax.faults import Fault
from invoeringstoets.syntax.mending import repairs
from invoeringstoets.syntax.place import Place
from invoeringstoets.syntax.remedies import spelled_out
from invoeringstoets.syntax.tree import Tree


def explained(source: Source) -> Checked[Tree]:
    """The data of a text with its positions, and all that is wrong with it as YAML."""
    reading = read(source.text)
    diagnostics = tuple(
        sorted((_diagnostic(source, fault) for fault in reading.faults), key=lambda d: d.sort_key)
    )
    if reading.place is None or any(fault.fatal for fault in reading.faults):
        return Checked(None, diagnostics)
    return Checked(Tree(source, reading.data, reading.place, tuple(reading.repeated)), diagnostics)


def place_of(text: str) -> Place:
    """Where the data of a text stand; a text without data is a place without any in it."""
    return read(text).place or Place(0, len(text))


def _diagnostic(source: Source, fault: Fault) -> Diagnostic:
    end = min(max(fault.end, fault.start), len(source.text))
    span = Span(source.position(fault.start), source.position(end))
    return Diagnostic(
        name=source.name,
        span=span,
        code=fault.code,
        message=fault.message,
        help=fault.help,
        source=source,
        fixes=tuple(spelled_out(source, repair) for repair in repairs(source.text, fault)),
    )
