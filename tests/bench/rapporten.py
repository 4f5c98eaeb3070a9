"""The reports beside their peers: the goals of speed of issue 4, line by line."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench import peers, toetsen
from bench.measure import Contender, Goal, Match, play, table
from invoeringstoets import pipeline, schema
from invoeringstoets.document import Document
from invoeringstoets.formats import FORMATS
from invoeringstoets.model import Library, Toets
from invoeringstoets.reports import REPORTS
from invoeringstoets.source import Source

NAME = "rapporten"
LETTERS = 20
TEXTS = 100
"""More of what is quick, so that the start of a process does not count for most."""
MANY = 1_000
FEW = 100

_REPORT = ("rapport", "--alle", "--soort", "kamerbrief", "-q", "--naar")


def run(folder: Path, rounds: int) -> Iterator[str]:
    """Make the letters in a folder and say what each match gave."""
    texts = list(documents(toetsen.write(folder / "letters", TEXTS)))
    letters = texts[:LETTERS]
    few, many = folder / "letters.pickle", folder / "texts.pickle"
    few.write_bytes(pickle.dumps(letters))
    many.write_bytes(pickle.dumps(texts))
    for match in (
        _pdf(few, written(letters, folder / "html", "html"), rounds=rounds),
        _office(many, written(texts, folder / "markdown", "markdown"), rounds=rounds),
        _many(folder / "many", rounds=min(rounds, 2)),
        _unchanged(folder / "many" / "all", rounds=min(rounds, 2)),
    ):
        yield from table(match, play(match))
        yield ""


def documents(paths: Sequence[Path]) -> Iterator[Document]:
    """The letter of each toets."""
    schemas = schema.Schemas()
    found: list[Toets] = []
    for path in paths:
        checked = pipeline.check(Source(path.name, path.read_text(encoding="utf-8")), schemas)
        assert checked.value is not None, checked.diagnostics
        found.append(checked.value)
    words = schema.wordings(schemas[schema.LATEST])
    library = Library(tuple(found), schemas.value_lists, "2026-11-22", wordings=words)
    for toets in found:
        yield from (one.document for one in REPORTS["kamerbrief"].variants(toets, library))


def written(letters: Sequence[Document], folder: Path, form: str) -> list[Path]:
    """The letters as files for a peer to start from."""
    folder.mkdir()
    paths = []
    for number, letter in enumerate(letters):
        path = folder / f"{number}.{FORMATS[form].extension}"
        path.write_bytes(FORMATS[form].render(letter))
        paths.append(path)
    return paths


def _ours(form: str, content: Path) -> Contender:
    """Our writer on letters that are ready to be drawn, in one process and one thread."""
    script = str(Path(__file__).with_name("draw.py"))
    return Contender(f"toets {form}", [sys.executable, script, form, str(content)])


def _pdf(content: Path, pages: Sequence[Path], *, rounds: int) -> Match:
    return Match(
        f"{LETTERS} letters as PDF (ours: PDF/UA-1 and PDF/A-2a; theirs: PDF/UA-1), one process",
        (_ours("pdf", content), peers.weasyprint(pages)),
        (Goal("at most 1/6 of WeasyPrint", "toets pdf", 1 / 6, than="WeasyPrint"),),
        rounds,
    )


def _office(content: Path, texts: Sequence[Path], *, rounds: int) -> Match:
    forms = ("docx", "odt")
    goals = (
        Goal(f"{form}: at most 1/20 of pandoc", f"toets {form}", 1 / 20, than=f"pandoc {form}")
        for form in forms
    )
    contenders = (
        one for form in forms for one in (_ours(form, content), peers.pandoc(texts, form))
    )
    return Match(
        f"{TEXTS} letters for Word and LibreOffice (pandoc: a process for each, as it works)",
        tuple(contenders),
        tuple(goals),
        rounds,
    )


def _many(folder: Path, *, rounds: int) -> Match:
    contenders = []
    for name, count in ((f"{FEW} letters", FEW), (f"{MANY} letters", MANY)):
        place = folder / ("all" if count == MANY else "few")
        toetsen.write(place, count)
        contenders.append(Contender(name, _all(), place, before=_fresh(place)))
    most = f"{MANY} letters"
    return Match(
        "letters as PDF, DOCX, ODT and HTML, checked and written, with all processors",
        tuple(contenders),
        (
            Goal(f"{MANY}: at most 30 s", most, 30),
            Goal("flat: at most 1,5 times the memory", most, 1.5, f"{FEW} letters", memory=True),
        ),
        rounds,
    )


def _unchanged(folder: Path, *, rounds: int) -> Match:
    subprocess.run(_all(), cwd=folder, check=True, capture_output=True)
    return Match(
        f"{MANY} letters of which nothing changed",
        (Contender("the same again", _all(), folder),),
        (Goal("at most 10 s: nothing is drawn again", "the same again", 10),),
        rounds,
    )


def _all() -> list[str]:
    return [*peers.ours(), *_REPORT, "pdf", "docx", "odt", "html"]


def _fresh(folder: Path) -> Callable[[], object]:
    return partial(shutil.rmtree, folder / "build", ignore_errors=True)
