"""What would solve a finding on the data -> edits on the text that leave all else as it is.

A text is never written anew from its data: comments and layout stay byte for byte.
"""

from __future__ import annotations

import re

from invoeringstoets.diagnostic import Edit, Finding, Fix, Quoted, Reordered
from invoeringstoets.source import Source, Span
from invoeringstoets.syntax.faults import Change, Repair
from invoeringstoets.syntax.scalars import typed
from invoeringstoets.syntax.tree import Tree

_PLAIN = re.compile(r"[^\W_](?:[\w ./-]*\w)?")
"""What is certainly the same without quotes (YAML 1.1, 5.14), as far as ``typed`` agrees."""
_DASH = re.compile(r"[ ]*- +")
_SHOWN = 50


def fixes(tree: Tree, finding: Finding) -> tuple[Fix, ...]:
    """The remedy of a finding as edits; none where the text is not written in a simple way."""
    remedy = finding.remedy
    if isinstance(remedy, Reordered):
        repair = _reordered(tree, remedy)
        return () if repair is None else (spelled_out(tree.source, repair),)
    place = tree.offsets(finding.route, on_key=finding.on_key)
    if remedy is None or place is None:
        return ()
    start, end = place
    old = tree.source.text[start:end].rstrip()
    if not old or old[0] in "|>[{" or "\n" in old:
        return ()
    new = quoted(old) if isinstance(remedy, Quoted) else _written(remedy, old)
    return (spelled_out(tree.source, replaced(start, old, new=new)),)


def spelled_out(source: Source, repair: Repair) -> Fix:
    """A repair in offsets as a fix in lines and columns."""
    return Fix(repair.description, tuple(_edit(source, change) for change in repair.changes))


def _edit(source: Source, change: Change) -> Edit:
    start, end, text = change
    return Edit(Span(source.position(start), source.position(end)), text)


def replaced(start: int, old: str, *, new: str) -> Repair:
    """One stretch of text for another, which says itself what it does."""
    return Repair(f"{_shown(old)} → {_shown(new)}", ((start, start + len(old), new),))


def quoted(text: str) -> str:
    """A text on one line between the quotes that leave it readable (YAML 1.1, 5.4)."""
    if "'" in text and not {'"', "\\"} & {*text}:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _written(value: str | int, old: str) -> str:
    """A value in the manner in which the old one was written."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if old[0] == '"' and not {'"', "\\"} & {*value}:
        return f'"{value}"'
    simple = _PLAIN.fullmatch(value) is not None and isinstance(typed(value), str)
    return value if simple and old[0] != "'" else quoted(value)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def _reordered(tree: Tree, remedy: Reordered) -> Repair | None:
    """The lines of a list's items in another order, each with the comments right above it."""
    text = tree.source.text
    items = tree.items(remedy.route)
    first = [_first_line(text, start) for start, _ in items]
    starts = [start for start in first if start is not None]
    if len(starts) != len(items) or sorted(remedy.order) != list(range(len(items))):
        return None
    column = items[0][0] - starts[0]
    bounds = [starts[0], *(_with_comments(text, start) for start in starts[1:])]
    bounds.append(_below(text, items[-1][1], column=column))
    chunks = [text[bounds[at] : bounds[at + 1]] for at in range(len(items))]
    missing = "" if chunks[-1].endswith("\n") else "\n"
    chunks[-1] += missing
    new = "".join(chunks[index] for index in remedy.order)
    order = ", ".join(str(index + 1) for index in remedy.order)
    return Repair(
        f"volgorde van de onderdelen → {order}",
        ((bounds[0], bounds[-1], new.removesuffix(missing) if missing else new),),
    )


def _first_line(text: str, start: int) -> int | None:
    """Where the line of a list item begins, if there is only its dash before it."""
    begin = text.rfind("\n", 0, start) + 1
    return begin if _DASH.fullmatch(text, begin, start) else None


def _with_comments(text: str, begin: int) -> int:
    """Where the comments begin that stand right above a line, as far in as its dash."""
    indent = text[begin : text.index("-", begin)]
    while begin > 0:
        above = text.rfind("\n", 0, begin - 1) + 1
        if not text.startswith(f"{indent}#", above):
            break
        begin = above
    return begin


def _below(text: str, end: int, *, column: int) -> int:
    """Where the line after an item begins, comments that are further in than its dash included."""
    visible = len(text[:end].rstrip())
    after = text.find("\n", visible) + 1 or len(text)
    comment = re.compile(rf"[ ]{{{column},}}#.*(?:\n|\Z)")
    while found := comment.match(text, after):
        after = found.end()
    return after
