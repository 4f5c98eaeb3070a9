"""YAML text -> plain data with the place of every route: the only package that knows YAML.

What is accepted is a small, safe part of YAML 1.1: mappings with text keys, lists and scalars. Only
``true``, ``false``, ``null``, plain whole numbers and simple decimals are typed; every other scalar
(dates and ``no`` included) stays text. Anchors, aliases, tags, merge keys, complex keys, a second
document and duplicate keys are refused, each with its reason.
"""

from __future__ import annotations

from invoeringstoets.diagnostic import Checked, Diagnostic
from invoeringstoets.source import Source, Span
from invoeringstoets.syntax.comments import Comment, comments
from invoeringstoets.syntax.decoding import decode
from invoeringstoets.syntax.events import MAX_DEPTH, MAX_SIZE, read
from invoeringstoets.syntax.faults import Fault
from invoeringstoets.syntax.manuals import MANUALS
from invoeringstoets.syntax.mending import repairs
from invoeringstoets.syntax.remedies import fixes, spelled_out
from invoeringstoets.syntax.tree import Place, Tree
from invoeringstoets.syntax.writing import write

__all__ = [
    "MANUALS",
    "MAX_DEPTH",
    "MAX_SIZE",
    "Comment",
    "Place",
    "Tree",
    "comments",
    "decode",
    "fixes",
    "parse",
    "write",
]


def parse(source: Source) -> Checked[Tree]:
    """The data of a text with its positions, and all that is wrong with it as YAML.

    There is a tree only if its data are sound; duplicate keys are reported and leave a tree in
    which the first of the two counts.
    """
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
