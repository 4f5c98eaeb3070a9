"""Ways to mend a text that is no YAML, where what its author meant is certain enough to propose.

Each function looks at one kind of fault (by its code) and answers only where the fault stands in a
line of its own: ``sleutel: tekst`` or ``- tekst``, not between brackets and not over more lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from invoeringstoets.syntax.faults import Change, Fault, Repair
from invoeringstoets.syntax.pasted import BULLET, STAR
from invoeringstoets.syntax.remedies import quoted, replaced

_BEFORE_VALUE = re.compile(r"[ ]*(?:- +)*(?:[^\s:'\"#\[{-][^:'\"\[{]*:[ ]+)?")
_COMMENT = re.compile(r"\s+#")
_CLIPPED = re.compile(r"'[a-z]{1,2}[\s-]", re.IGNORECASE)
"""The Dutch clipped words: 's avonds, 's-Gravenhage, 't."""
_IN_WORD = re.compile(r"\w'\w")
_NEW_ITEM = re.compile(r"(?:- |[^\s:'\"#][^:]*:(?:\s|\Z)|#)")
_NO_SPACE = re.compile(r"([a-z_]+:)(?!//)[^\s:]")
_INDENT = re.compile(r"^[ ]+(?=[^ \t\r\n#])", re.MULTILINE)
_TAB_LINE = re.compile(r"^\t[ \t]*", re.MULTILINE)
_PLAIN_PAIR = re.compile(r"[^\s:'\"#\[{]+:[ ]+[^\s|>\[{&*!].*")
_ZERO_WIDTH = "\u200b\ufeff"
_HOUSE_INDENT = 2


def repairs(text: str, fault: Fault) -> tuple[Repair, ...]:
    """The ways to mend a fault, the likeliest first; none where the author has to choose."""
    find = _FINDERS.get(fault.code)
    return () if find is None else tuple(find(text, fault))


def _line(text: str, offset: int) -> tuple[int, int]:
    """Where the line of an offset begins, and where its last visible character ends."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, start + len(text[start : end if end >= 0 else None].rstrip())


def _value(text: str, fault: Fault) -> str:
    """The value of a line from the fault to its end; empty if it is not simply a value."""
    start, end = _line(text, fault.start)
    if not _BEFORE_VALUE.fullmatch(text, start, fault.start):
        return ""
    return text[fault.start : end]


def _quotes(text: str, fault: Fault) -> Iterator[Repair]:
    """T007, T011, T013: the text between quotes, a comment behind it left where it is."""
    value = _COMMENT.split(_value(text, fault), maxsplit=1)[0]
    if value:
        yield replaced(fault.start, value, new=quoted(value))


def _closing_quote(text: str, fault: Fault) -> Iterator[Repair]:
    """T006: the quote at the end of its line, where the next line certainly is another item."""
    value = _value(text, fault)
    quote, body = value[:1], value[1:]
    if not body or quote in body or _COMMENT.search(body) or not _ends_here(text, fault.start):
        return
    if _CLIPPED.match(value):
        yield replaced(fault.start, value, new=quoted(value))
    elif quote == "'" or "\\" not in body:
        yield replaced(fault.start, value, new=value + quote)


def _ends_here(text: str, offset: int) -> bool:
    """Whether the first line below that holds anything is no continuation of this one."""
    start, end = _line(text, offset)
    indent = len(text[start:end]) - len(text[start:end].lstrip())
    below = next((line for line in text[end:].splitlines() if line.strip()), "")
    further = len(below) - len(below.lstrip())
    return not below or (further <= indent + 2 and _NEW_ITEM.match(below, further) is not None)


def _text_after_quotes(text: str, fault: Fault) -> Iterator[Repair]:
    """T015: an apostrophe in a quoted text, or a text that only begins with a quoted word."""
    value = _value(text, fault)
    if not value or _COMMENT.search(value):
        return
    inner = value[1:-1]
    if not value.endswith(value[0]):
        yield replaced(fault.start, value, new=quoted(value))
    elif inner.count(value[0]) == 1 and _IN_WORD.search(inner):
        yield replaced(fault.start, value, new=quoted(inner))


def _space(text: str, fault: Fault) -> Iterator[Repair]:
    """T010: a space after the colon of ``sleutel:waarde``."""
    key = _NO_SPACE.match(text, fault.start)
    start, end = _line(text, fault.start)
    if key and not text[start : fault.start].strip(" -"):
        at = key.end(1)
        shown = text[fault.start : end]
        description = replaced(0, shown, new=f"{key[1]} {text[at:end]}").description
        yield Repair(description, ((at, at, " "),))


def _tabs(text: str, fault: Fault) -> Iterator[Repair]:
    """T005: spaces for the tabs that lines begin with, as many as a level has; or no tab at all."""
    start, _ = _line(text, fault.start)
    here = re.compile(r"[ \t]*").match(text, start)
    found = [(m.start(), m[0]) for m in _TAB_LINE.finditer(text, start)]
    if here and not any(at == start for at, _ in found):
        found.insert(0, (start, here[0]))
    unit = min((len(m[0]) for m in _INDENT.finditer(text)), default=_HOUSE_INDENT)
    where = f", op {len(found)} regels" if len(found) > 1 else ""
    if here and " " in here[0]:
        indent = here[0].replace("\t", "")
        yield Repair("tab → niets", ((start, start + len(here[0]), indent),))
    spaces = " " * unit
    changes = tuple((at, at + len(tabs), tabs.replace("\t", spaces)) for at, tabs in found)
    yield Repair(f"tab → {unit} spatie{'s' if unit > 1 else ''}{where}", changes)


def _dashes(text: str, fault: Fault) -> Iterator[Repair]:
    """T018: dashes for the dots and long dashes of one list."""
    start, _ = _line(text, fault.start)
    indent = fault.start - start
    sign = STAR if text[fault.start] in "*+" else BULLET
    changes: list[Change] = []
    for line in text[start:].splitlines(keepends=True):
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            break
        found = sign.match(line)
        if found and found.start(1) == indent:
            changes.append((start + found.start(1), start + found.end(), "- "))
        start += len(line)
    yield Repair(f"{text[fault.start]} → -", tuple(changes))


def _soft_space(text: str, fault: Fault) -> Iterator[Repair]:
    """T019: an ordinary space for a hard one, nothing for one without width."""
    hard = text[fault.start : fault.end]
    soft = "".join("" if char in _ZERO_WIDTH else " " for char in hard)
    yield Repair("harde spatie → gewone spatie", ((fault.start, fault.end, soft),))


def _twice(text: str, fault: Fault) -> Iterator[Repair]:
    """T020: without the second of two lines that say the same."""
    start, end = _line(text, fault.start)
    pair = text[fault.start : end]
    alone = not text[start : fault.start].strip(" ")
    if not alone or not _PLAIN_PAIR.fullmatch(pair) or not _ends_here(text, fault.start):
        return
    above = re.compile(rf"^[ ]*(?:- +)*(?={re.escape(pair)}[ \r]*$)", re.MULTILINE)
    column = fault.start - start
    first = [match.end() for match in above.finditer(text, 0, start)][-1:]
    if any(_together(text, at, second=start, column=column) for at in first):
        after = text.find("\n", end) + 1 or len(text)
        yield Repair(f"{pair} (staat er al) → weg", ((start, after, ""),))


def _together(text: str, first: int, *, second: int, column: int) -> bool:
    """Whether all between two lines lies in one mapping, and the first goes on on no other line."""
    if first - _line(text, first)[0] != column:
        return False
    between = text[_line(text, first)[1] : second].splitlines()
    further = (len(line) - len(line.lstrip()) for line in between if line.strip())
    return _ends_here(text, first) and all(indent >= column for indent in further)


_FINDERS: dict[str, Callable[[str, Fault], Iterator[Repair]]] = {
    "T005": _tabs,
    "T006": _closing_quote,
    "T007": _quotes,
    "T010": _space,
    "T011": _quotes,
    "T013": _quotes,
    "T015": _text_after_quotes,
    "T018": _dashes,
    "T019": _soft_space,
    "T020": _twice,
}
"""By code; any other fault leaves a choice to the author."""
