"""Reports as files: built, drawn, and kept so that what did not change is not drawn again.

Not imported by the package itself: a check must not load what a PDF needs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from invoeringstoets import assets
from invoeringstoets.document import Document
from invoeringstoets.formats import FORMATS, Format
from invoeringstoets.model import Library, Toets
from invoeringstoets.reports import REPORTS
from invoeringstoets.workspace.files import write


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
    wanted = tuple(formats)
    for name in reports:
        report = REPORTS[name]
        reason = report.unavailable(toets, library)
        if reason is not None:
            yield Absent(name, reason)
            continue
        document = report.build(toets, library)
        for chosen in wanted:
            drawing = FORMATS[chosen]
            data, drawn = _drawn(document, drawing, kept)
            yield ReportFile(f"{toets.id}-{name}.{drawing.extension}", name, chosen, data, drawn)


def _drawn(document: Document, drawing: Format, kept: Path) -> tuple[bytes, bool]:
    key = hashlib.sha256(f"{_fingerprint()}{drawing.name}{document!r}".encode()).hexdigest()
    path = kept / f"{key}.{drawing.extension}"
    if path.is_file():
        return path.read_bytes(), False
    data = drawing.render(document)
    write(path, data)
    return data, True


@cache
def _fingerprint() -> str:
    """What a drawing depends on besides the document: templates, fonts, code and library."""
    found = hashlib.sha256()
    code = Path(__file__).parent.parent
    for folder in (assets.path("templates"), code / "formats", code / "document.py"):
        for path in sorted(folder.rglob("*") if folder.is_dir() else [folder]):
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    for package in ("typst", "jinja2"):
        found.update(version(package).encode())
    return found.hexdigest()
