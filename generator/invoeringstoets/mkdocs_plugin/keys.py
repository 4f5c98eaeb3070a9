"""One key of several values, to see whether anything changed."""

from __future__ import annotations

from hashlib import sha256


def key_of(*parts: str | bytes) -> str:
    """One key of several parts; no two lists of parts share one."""
    found = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()
