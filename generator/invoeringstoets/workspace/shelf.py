"""Files that were drawn, by where they go: only those that could not be kept are held in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from invoeringstoets.workspace.renders import ReportFile


class Shelf(Mapping[str, bytes]):
    """The bytes of reports by output path, read when they are asked for.

    All reports of a thousand toetsen are gigabytes. Raises ``OSError`` where a file that was kept
    has gone since.
    """

    def __init__(self) -> None:
        self._files: dict[str, ReportFile] = {}

    def put(self, path: str, one: ReportFile) -> None:
        """Put a report where it goes."""
        self._files[path] = replace(one, data=b"") if one.kept else one

    def __getitem__(self, path: str) -> bytes:
        one = self._files[path]
        return one.kept.read_bytes() if one.kept else one.data

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
