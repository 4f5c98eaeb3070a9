"""A name for a finding that stays the same while the text around it moves."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from invoeringstoets.diagnostic import Diagnostic

_PLACE = re.compile(r"\b(regels?|kolom(?:men)?) \d+", re.IGNORECASE)
"""A line or column that a message mentions: it shifts, and so is left out."""


def fingerprints(diagnostics: Sequence[Diagnostic]) -> tuple[str, ...]:
    """The fingerprint of each diagnostic: 64 hexadecimal digits, no two the same.

    Made of file, code, route and message, never of lines or columns. Findings that are alike in
    all of these are told apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for diagnostic in diagnostics:
        message = _PLACE.sub(r"\1", diagnostic.message)
        key = (diagnostic.name, diagnostic.code, diagnostic.route, message)
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        found.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return tuple(found)
