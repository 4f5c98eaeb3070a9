"""What a document was made of, to go along inside its file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Attachment:
    """The source data of a document: a file name and its text."""

    name: str
    text: str
