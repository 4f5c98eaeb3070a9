"""Reports as files: built, drawn, and kept so that what did not change is not drawn again.

Not imported by the package itself: a check must not load what a PDF needs.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from invoeringstoets import assets
from invoeringstoets.document import Document
from invoeringstoets.formats import FORMATS, Format, FormatError
from invoeringstoets.model import Library, Toets
from invoeringstoets.reports import REPORTS
from invoeringstoets.workspace.faults import WriteError
from invoeringstoets.workspace.files import write

KEPT_SECONDS = 30 * 24 * 3600
"""How long a drawing that no run asks for stays in the cache."""


@dataclass(frozen=True)
class ReportFile:
    """One report in one format; ``drawn`` is false when it came from the cache."""

    name: str
    report: str
    format: str
    data: bytes
    drawn: bool


@dataclass(frozen=True)
class Absent:
    """A report that the data do not allow, and why (Dutch)."""

    report: str
    reason: str


def report_files(
    toets: Toets,
    library: Library,
    *,
    kept: Path,
    reports: Iterable[str] = tuple(REPORTS),
    formats: Iterable[str] = tuple(FORMATS),
) -> Iterator[ReportFile | Absent]:
    """These reports of a toets in these formats, with the folder ``kept`` as cache.

    Raises ``FormatError`` when the installation lacks a font or a template.
    """
    _forget_old(kept)
    wanted = tuple(formats)
    for report in reports:
        reason = REPORTS[report].unavailable(toets, library)
        if reason is not None:
            yield Absent(report, reason)
            continue
        document = REPORTS[report].build(toets, library)
        for chosen in wanted:
            drawing = FORMATS[chosen]
            name = f"{toets.id}-{report}.{drawing.extension}"
            data, drawn = _drawn(document, drawing, name=name, kept=kept)
            yield ReportFile(name, report, chosen, data, drawn)


def _drawn(document: Document, drawing: Format, *, name: str, kept: Path) -> tuple[bytes, bool]:
    """The bytes, and whether they were drawn now rather than found in the cache."""
    key = hashlib.sha256(f"{_fingerprint()}{drawing.name}{document!r}".encode()).hexdigest()
    path = kept / f"{key}.{drawing.extension}"
    if path.is_file():
        os.utime(path)
        return path.read_bytes(), False
    try:
        data = drawing.render(document)
    except FormatError as error:
        raise FormatError(f"{name}: {error}") from error
    # What cannot be kept is drawn again next time; where the report goes is another matter.
    with suppress(WriteError):
        write(path, data)
    return data, True


@cache
def _forget_old(kept: Path) -> None:
    """Remove from the cache what no run used for a month; once per process."""
    limit = time.time() - KEPT_SECONDS
    for path in kept.iterdir() if kept.is_dir() else ():
        if path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)


@cache
def _fingerprint() -> str:
    """What a drawing depends on besides the document: templates, fonts, code and library."""
    found = hashlib.sha256()
    code = Path(__file__).parent.parent
    parts = (code / name for name in ("formats", "document", "glyphs.py", "house_style.py"))
    for folder in (assets.path("templates"), *parts):
        for path in sorted(folder.rglob("*") if folder.is_dir() else [folder]):
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    for package in ("typst", "jinja2"):
        found.update(version(package).encode())
    return found.hexdigest()
