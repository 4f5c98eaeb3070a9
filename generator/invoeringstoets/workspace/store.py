"""What builds of the site keep for the next: data by kind and key, in one SQLite file.

Everything in it can be made again; whatever is wrong with the file, it then counts as empty, and it
may be deleted at any time. SQLite because a build reads a few of thousands of entries and renews
one of them.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

NAME = "site.sqlite"
"""The name of the file, in ``build/.cache``."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS kept (kind TEXT, key TEXT, head TEXT, data BLOB,"
    " PRIMARY KEY (kind, key)) WITHOUT ROWID"
)
_PATIENCE = 5
"""Seconds to wait for another run."""


class Store:
    """The file with what is kept; without a path, a store that lasts as long as it is there."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._bases = {os.getpid(): self._opened()}

    @property
    def _base(self) -> sqlite3.Connection:
        """The file, opened by this very process: SQLite forbids what another one opened.

        That one is let be. A store in memory is a copy, which is this process's own.
        """
        process = os.getpid()
        if process not in self._bases:
            there = next(iter(self._bases.values()))
            self._bases[process] = there if self._path is None else self._opened()
        return self._bases[process]

    def _opened(self) -> sqlite3.Connection:
        if self._path is not None:
            for _ in range(2):
                with suppress(sqlite3.Error, OSError):
                    self._path.parent.mkdir(parents=True, exist_ok=True)
                    return _connected(str(self._path))
                with suppress(OSError):
                    self._path.unlink(missing_ok=True)
        return _connected(":memory:")

    def heads(self, kind: str) -> dict[str, str]:
        """What is said in short of everything of a kind, by key."""
        return dict(self._ask("SELECT key, head FROM kept WHERE kind = ?", kind))

    def get(self, kind: str, key: str) -> bytes | None:
        """The data of one entry."""
        rows = self._ask("SELECT data FROM kept WHERE kind = ? AND key = ?", kind, key)
        return bytes(rows[0][0]) if rows else None

    def all(self, kind: str) -> dict[str, bytes]:
        """The data of everything of a kind, by key."""
        rows = self._ask("SELECT key, data FROM kept WHERE kind = ? ORDER BY key", kind)
        return {str(key): bytes(data) for key, data in rows}

    def put(self, kind: str, entries: Mapping[str, tuple[str, bytes]]) -> None:
        """Keep these entries: head and data by key."""
        rows = [(kind, key, head, data) for key, (head, data) in entries.items()]
        with suppress(sqlite3.Error), self._base:
            self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)

    def drop(self, kind: str, keys: Iterable[str]) -> None:
        """Forget these entries."""
        rows = [(kind, key) for key in keys]
        with suppress(sqlite3.Error), self._base:
            self._base.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", rows)

    def renew(
        self,
        kind: str,
        heads: Mapping[str, str],
        *,
        keys: Iterable[str],
        new: Mapping[str, tuple[str, bytes]],
    ) -> dict[str, str]:
        """Of a kind, that has these ``heads``, keep these keys and what is new: the heads then."""
        kept = {key: heads[key] for key in keys if key in heads}
        self.drop(kind, heads.keys() - kept.keys())
        self.put(kind, new)
        return kept | {key: head for key, (head, _) in new.items()}

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def _ask(self, question: str, *values: str) -> list[Any]:
        try:
            return self._base.execute(question, values).fetchall()
        except sqlite3.Error:
            return []


def _connected(path: str) -> sqlite3.Connection:
    """An open store; raises ``sqlite3.Error`` if the file is no good."""
    base = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        base.execute("PRAGMA synchronous = OFF")  # a cache: after a crash it may be empty
        with base:
            base.execute(_TABLE)
        base.execute("SELECT kind, key, head FROM kept LIMIT 1").fetchall()
    except sqlite3.Error:
        base.close()
        raise
    return base
