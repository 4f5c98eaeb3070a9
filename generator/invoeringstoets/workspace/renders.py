"""Reports as files: built, drawn, and kept so that what did not change is not drawn again.

Not imported by the package itself: a check must not load what a PDF needs.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from invoeringstoets.document import Sheet
from invoeringstoets.formats import FORMATS, SHEETS, FormatError
from invoeringstoets.formats.pdf import Attachment, render_with_source
from invoeringstoets.house_style import NEUTRAL, HouseStyle
from invoeringstoets.library import extract, redact
from invoeringstoets.model import Afzender, Brief, Library, Toets
from invoeringstoets.notation import joined
from invoeringstoets.reports import OVERVIEWS, REPORTS, Overview, Report, Variant
from invoeringstoets.reports.letter.senders import with_sender
from invoeringstoets.workspace.faults import WriteError
from invoeringstoets.workspace.files import write
from invoeringstoets.workspace.fingerprint import whole_fingerprint
from invoeringstoets.workspace.huisstijl import Looks
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.version import commit_of, footer_line

KEPT_SECONDS = 30 * 24 * 3600
"""How long a drawing that no run asks for stays in the cache."""


@dataclass(frozen=True)
class ReportFile:
    """One document of a report in one format; ``drawn`` is false when it came from the cache.

    ``title`` is what readers call the document, ``title_of_format`` the same of the format;
    ``kept`` is where the cache has these bytes, if they could be kept.
    """

    name: str
    report: str
    title: str
    format: str
    title_of_format: str
    data: bytes
    drawn: bool
    kept: Path | None = None


@dataclass(frozen=True)
class Absent:
    """A report (or a format of it) that the data do not allow, and why (Dutch)."""

    report: str
    reason: str


@dataclass(frozen=True)
class Drawing:
    """How reports are drawn: in which formats and house style, with which folder as cache.

    Without ``formats`` each report is drawn in all that fit it; with them, a report that is no
    table is ``Absent`` in a format for tables. ``senders`` are the addresses for letters that have
    none, by organisation id. With ``source`` a PDF takes the data along as YAML: what is public, or
    with ``internal`` all of it. A ``commit`` is named in the footer, with a sum of those data.
    """

    kept: Path
    formats: tuple[str, ...] = ()
    style: HouseStyle = NEUTRAL
    senders: Mapping[str, Afzender] = field(default_factory=dict)
    source: bool = False
    internal: bool = False
    commit: str = ""


def drawing_of(
    project: Project,
    looks: Looks,
    *,
    formats: tuple[str, ...] = (),
    source: bool = False,
    internal: bool = False,
) -> Drawing:
    """How the reports of a project are drawn, with these looks."""
    return Drawing(
        project.bouw / ".cache" / "rapporten",
        formats,
        looks.style,
        looks.senders,
        source,
        internal,
        commit_of(project.root, project.toetsen) if project.voettekst_versie else "",
    )


def report_files(
    toets: Toets, library: Library, *, drawing: Drawing, reports: Iterable[str] = tuple(REPORTS)
) -> Iterator[ReportFile | Absent]:
    """These reports of a toets as files.

    Raises ``FormatError`` when the installation lacks a font or a template.
    """
    _forget_old(drawing.kept)
    sent = with_sender(toets, library, senders=drawing.senders)
    text = _text(toets, drawing)
    source = Attachment(f"{toets.id}.yaml", text) if drawing.source else None
    for name in reports:
        report = REPORTS[name]
        reason = report.unavailable(toets, library)
        if reason is not None:
            yield Absent(name, reason)
            continue
        table = report.sheet(toets, library) if report.sheet else None
        variants = _signed(report.variants(sent, library), drawing, text=text)
        made = _Made(report, variants, table, f"{toets.id}-{name}", source=source)
        yield from _files(made, drawing)


def overview_files(
    library: Library,
    brief: Brief,
    *,
    drawing: Drawing,
    overviews: Iterable[str] = tuple(OVERVIEWS),
    year: str = "",
) -> Iterator[ReportFile | Absent]:
    """These reports over all toetsen as files; ``brief`` says who sends those that are letters.

    Of an overview with a document for each year only that of ``year`` (jjjj), if given. Raises
    ``FormatError`` when the installation lacks a font or a template.
    """
    _forget_old(drawing.kept)
    for name in overviews:
        overview = OVERVIEWS[name]
        reason = overview.unavailable(library, brief)
        if reason is not None:
            yield Absent(name, reason)
            continue
        variants = overview.variants(library, brief)
        chosen = tuple(v for v in variants if not year or v.suffix in {"", year})
        if not chosen:
            known = joined(variant.suffix for variant in variants)
            yield Absent(name, f"Over {year} is niets vastgelegd; wel over {known}.")
            continue
        table = overview.sheet(library) if overview.sheet else None
        text = "".join(_text(toets, drawing) for toets in library.toetsen)
        chosen = _signed(chosen, drawing, text=text)
        yield from _files(_Made(overview, chosen, table, name.replace("_", "-")), drawing)


@dataclass(frozen=True)
class _Made:
    """A report as built: its documents, the table of it, how its files begin, and its data."""

    report: Report | Overview
    variants: tuple[Variant, ...]
    sheet: Sheet | None
    stem: str
    source: Attachment | None = None


def _text(toets: Toets, drawing: Drawing) -> str:
    """The data of a toets as they go along; empty where nothing asks for them."""
    if not drawing.source and not drawing.commit:
        return ""
    shown = toets if drawing.internal else redact(toets)
    return extract(shown, internal=drawing.internal)


def _signed(variants: tuple[Variant, ...], drawing: Drawing, *, text: str) -> tuple[Variant, ...]:
    """The documents with their version in the footer, if a commit is known."""
    if not drawing.commit:
        return variants
    line = footer_line(drawing.commit, text)
    return tuple(
        replace(
            one,
            document=replace(
                one.document, footer=" · ".join(filter(None, (one.document.footer, line)))
            ),
        )
        for one in variants
    )


def _files(made: _Made, drawing: Drawing) -> Iterator[ReportFile | Absent]:
    wanted = drawing.formats or (*FORMATS, *(SHEETS if made.sheet else ()))
    for variant in made.variants:
        for chosen in wanted:
            if chosen in FORMATS:
                yield _document(made, variant, chosen=chosen, drawing=drawing)
    for chosen in wanted:
        if chosen in SHEETS:
            yield _table(made, chosen, drawing=drawing)


def _document(made: _Made, variant: Variant, *, chosen: str, drawing: Drawing) -> ReportFile:
    style = drawing.style
    source = made.source if chosen == "pdf" and not variant.bare else None
    form = FORMATS[chosen]
    name = f"{variant.stem(made.stem)}.{form.extension}"
    content = f"{form.name}{_style_key(style)}{variant.document!r}{source!r}"

    def render() -> bytes:
        if source is None:
            return form.render(variant.document, style)
        return render_with_source(variant.document, source, style=style)

    title = variant.title(made.report.title)
    found = _drawn(content, render, name=name, kept=drawing.kept)
    return ReportFile(name, made.report.name, title, chosen, form.title, *found)


def _table(made: _Made, chosen: str, *, drawing: Drawing) -> ReportFile | Absent:
    sheet, report = made.sheet, made.report
    form = SHEETS[chosen]
    if sheet is None:
        return Absent(report.name, no_table(report, chosen))
    name = f"{made.stem}.{form.extension}"
    found = _drawn(
        f"{form.name}{sheet!r}", lambda: form.render(sheet), name=name, kept=drawing.kept
    )
    return ReportFile(name, report.name, report.title, chosen, form.title, *found)


def no_table(report: Report | Overview, chosen: str) -> str:
    """Why a report is not made in a format for tables."""
    kinds: tuple[Report | Overview, ...] = (*REPORTS.values(), *OVERVIEWS.values())
    tabular = dict.fromkeys(one.name for one in kinds if one.sheet)
    return f"‘{report.title}’ is geen tabel; {chosen} is er voor: {', '.join(tabular)}."


def _drawn(
    content: str, render: Callable[[], bytes], *, name: str, kept: Path
) -> tuple[bytes, bool, Path | None]:
    """The bytes, whether they were drawn now rather than found in the cache, and where they are."""
    key = hashlib.sha256(f"{_program()}{content}".encode()).hexdigest()
    path = kept / f"{key}{Path(name).suffix}"
    if path.is_file():
        os.utime(path)
        return path.read_bytes(), False, path
    try:
        data = render()
    except FormatError as error:
        raise FormatError(f"{name}: {error}") from error
    # What cannot be kept is drawn again next time; where the report goes is another matter.
    try:
        write(path, data)
    except WriteError:
        return data, True, None
    return data, True, path


@cache
def _style_key(style: HouseStyle) -> str:
    """A house style as part of a key; its fonts and logo may be large."""
    return hashlib.sha256(repr(style).encode()).hexdigest()


@cache
def _forget_old(kept: Path) -> None:
    """Remove from the cache what no run used for a month; once per process."""
    limit = time.time() - KEPT_SECONDS
    for path in kept.iterdir() if kept.is_dir() else ():
        with suppress(FileNotFoundError):  # another thread or run may have been first
            if path.stat().st_mtime < limit:
                path.unlink()


@cache
def _program() -> str:
    """What a drawing depends on besides the document and the house style."""
    return whole_fingerprint()
