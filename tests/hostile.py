"""A toets with hostile text in every field that takes it, and the same with harmless text.

Both have the same shape: where one has ``<`` or a quote, the other has a plus sign. So whatever is
an element on a page of one and not on that of the other was made by the text of an author.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from typing import Any

from invoeringstoets import pipeline
from invoeringstoets.diagnostic import Severity
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source

PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "</title></textarea></style></script><script>alert(1)</script>",
    "--><iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>klik</a>",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<style>body{display:none}</style>",
    "<meta http-equiv=refresh content=0;url=javascript:alert(1)>",
    "{{7*7}} {% raw %} ${alert(1)}",
    "]]><x onclick=alert(1)>",
    "<form action=javascript:alert(1)><button>x</button></form>",
)
TAME = str.maketrans(dict.fromkeys("<>\"'&", "+"))
"""Makes a payload harmless without changing where its words begin and end."""

Leaf = tuple[str | int, ...]


def leaves(data: Any, way: Leaf = ()) -> Iterator[tuple[Leaf, str]]:
    """Every string in data with the way to it, and every whole number, which may stand for one."""
    if isinstance(data, str | int) and not isinstance(data, bool):
        yield way, str(data)
        return
    if isinstance(data, dict | list):
        for step, item in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(item, (*way, step))


def written(way: Leaf) -> str:
    """A way as findings write it."""
    text = ""
    for step in way:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def faults(data: Any, name: str, schemas: Schemas) -> set[str]:
    """The routes of all faults in a toets."""
    source = Source(f"{name}.yaml", text_of(data))
    found = pipeline.check(source, schemas).diagnostics
    return {one.route for one in found if one.severity is Severity.FOUT}


def text_of(data: Any) -> str:
    """Data as YAML: every JSON text is one."""
    return json.dumps(data, ensure_ascii=False, indent=1)


def planted(data: Any, name: str, schemas: Schemas) -> tuple[Any, frozenset[Leaf]]:
    """The toets with a payload in every string that may hold one, and which those are.

    It stands behind the text, or in its place where that would be too long. A string that may not
    hold any (an id, a date, an address, a word of a list) is left as it was.
    """
    turn = count()
    done: dict[Leaf, str] = {}
    for form in ("{} ", ""):
        rest = [(way, text) for way, text in leaves(data) if way not in done]
        new = {w: form.format(t) + PAYLOADS[next(turn) % len(PAYLOADS)] for w, t in rest}
        while wrong := faults(with_texts(data, done | new), name, schemas):
            refused = {way for way in new if any(_touches(written(way), one) for one in wrong)}
            if not refused:
                raise AssertionError(f"nothing to take back for {wrong}")
            new = {way: text for way, text in new.items() if way not in refused}
        done |= new
    return with_texts(data, done), frozenset(done)


def with_texts(data: Any, texts: dict[Leaf, str]) -> Any:
    """A copy of data with these strings."""
    made = deepcopy(data)
    for way, text in texts.items():
        place = made
        for step in way[:-1]:
            place = place[step]
        place[way[-1]] = text
    return made


def tamed(data: Any) -> Any:
    """The same data, harmless."""
    texts = {way: text.translate(TAME) for way, text in leaves(data) if _hostile(text)}
    return with_texts(data, texts)


def _hostile(text: str) -> bool:
    return any(text.endswith(payload) for payload in PAYLOADS)


def _touches(way: str, route: str) -> bool:
    """Whether a string is what a finding is about, or is in it."""
    return way == route or way.startswith((f"{route}.", f"{route}["))
