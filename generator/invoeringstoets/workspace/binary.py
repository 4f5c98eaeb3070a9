"""Files that are no text: their bytes, bounded, or why they cannot be had."""

from __future__ import annotations

from pathlib import Path

from invoeringstoets.workspace import faults

MIB = 1024 * 1024


class UnreadableError(Exception):
    """A file could not be read; says why in Dutch."""


def data_of(path: Path, *, most: int) -> bytes:
    """The bytes of a plain file of at most so many; raises ``UnreadableError``."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableError("is geen gewoon bestand")
        if size > most:
            raise UnreadableError(f"is groter dan {most // MIB} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError("bestaat niet") from error
    except OSError as error:
        raise UnreadableError(f"is niet te lezen: {faults.reason(error)}") from error
