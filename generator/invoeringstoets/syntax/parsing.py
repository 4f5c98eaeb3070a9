"""The whole way from a text to its data with positions."""

from __future__ import annotations

from invoeringstoets.diagnostic import Checked, Diagnostic
from invoeringstoets.source import Source, Span
from invoeringstoets.syntax import usual
from invoeringstoets.syntax.events import read
from invoeringstoets.syntax.faults import Fault
from invoeringstoets.syntax.mending import repairs
from invoeringstoets.syntax.remedies import spelled_out
from invoeringstoets.syntax.tree import Tree


def parse(source: Source) -> Checked[Tree]:
    """The data of a text with its positions, and all that is wrong with it as YAML.

    There is a tree only if its data are sound; duplicate keys are reported and leave a tree in
    which the first of the two counts.
    """
    sound = usual.read(source.text)
    if sound is not None:
        return Checked(Tree(source, sound[0]))
    reading = read(source.text)
    diagnostics = tuple(
        sorted((_diagnostic(source, fault) for fault in reading.faults), key=lambda d: d.sort_key)
    )
    if reading.place is None or any(fault.fatal for fault in reading.faults):
        return Checked(None, diagnostics)
    return Checked(Tree(source, reading.data, reading.place, tuple(reading.repeated)), diagnostics)


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
