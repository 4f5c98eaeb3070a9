"""The site beside Material for MkDocs: the goals of issue 5, line by line, in some five minutes.

An edit is measured among as many toetsen as the issue names. Beside Material there are fewer: with
all pages in its navigation its time grows with their square, and ours does not, so that what holds
for few holds for many. That ours grows linearly is measured by itself.

Reports are drawn apart and measured apart. Material builds the plain Markdown of the same toetsen
(``toets site --markdown``), which is fewer pages: it has no histories and no registers.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench import peers, toetsen
from bench.measure import Contender, Goal, Match, play, table

NAME = "site"
FILES = 1_000
BESIDE = 300
FEW, MANY = 400, 1_200

COLD = "toets site, nothing kept"
EDIT = "toets site, one toets edited"
IN_NAV, OUT_OF_NAV = "Material, all in nav", "Material, out of nav"
_WORDS = ("site", "--zonder-rapporten")
_SETTINGS = "site_name: Toetsen\nuse_directory_urls: false\ntheme:\n  name: material\n"
_NOT_IN_NAV = "nav:\n  - index.md\nnot_in_nav: |\n  *\n"


def run(folder: Path, rounds: int) -> Iterator[str]:
    """Make the inputs in a folder and say what each match gave."""
    for match in (_edit, _beside, _many):
        found = match(folder, rounds)
        yield from table(found, play(found))
        yield ""


def public(folder: Path, number: int) -> tuple[Path, ...]:
    """A project with so many public toetsen; the paths of the toetsen."""
    paths = toetsen.write(folder, number)
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if "\npublicatie:" not in text:
            text += "\npublicatie:\n  zichtbaarheid: openbaar\n"
        path.write_text(text, encoding="utf-8", newline="\n")
    return paths


def _beside(base: Path, rounds: int) -> Match:
    folder = base / "beside"
    public(folder, BESIDE)
    ours = [*peers.ours(), *_WORDS]
    plain = base / "markdown"
    words = [*peers.ours(), "site", "--markdown", str(plain)]
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return Match(
        f"{BESIDE} toetsen of 9 to 12 KB, nothing kept (search index of each included)",
        (
            Contender(
                COLD,
                ours,
                folder,
                before=lambda: shutil.rmtree(folder / "build", ignore_errors=True),
            ),
            _material(OUT_OF_NAV, plain, "out.yml", _SETTINGS + _NOT_IN_NAV),
            _material(IN_NAV, plain, "in.yml", _SETTINGS),
        ),
        (
            Goal("at most 1/3 of Material with all in nav", COLD, 1 / 3, than=IN_NAV),
            Goal("at most as long as Material out of nav", COLD, 1, than=OUT_OF_NAV),
        ),
        min(rounds, 2),
    )


def _material(name: str, folder: Path, settings: str, text: str) -> Contender:
    """Material on the plain Markdown, with these settings."""
    (folder / settings).write_text(text, encoding="utf-8")
    places = (peers.VENV / "bin", peers.VENV / "Scripts")
    program = next((found for one in places if (found := shutil.which("mkdocs", path=one))), "")
    words = [program, "build", "-q", "-f", settings, "-d", "uit"] if program else []
    return Contender(name, words, folder, absent="" if words else "run it with ‘make bench’")


def _edit(base: Path, rounds: int) -> Match:
    folder = base / "edit"
    public(folder, FILES)
    ours, number = [*peers.ours(), *_WORDS], count(1)
    subprocess.run(ours, cwd=folder, check=True, capture_output=True)
    path = folder / "toetsen" / f"{toetsen.name(0)}.yaml"

    def edit() -> None:
        text = path.read_text(encoding="utf-8")
        new = re.sub(r"Medewerkers zien \d+", f"Medewerkers zien {next(number)}", text, count=1)
        path.write_text(new, encoding="utf-8", newline="\n")

    return Match(
        f"the title of one finding of {FILES} toetsen edited, whole process",
        (Contender(EDIT, ours, folder, before=edit),),
        (Goal("at most 0,5 s", EDIT, 0.5),),
        rounds + 2,
    )


def _many(folder: Path, rounds: int) -> Match:
    public(folder / "few", FEW)
    public(folder / "many", MANY)
    words = [*peers.ours(), *_WORDS]
    few, many = f"{FEW} toetsen, cold", f"{MANY} toetsen, cold"
    return Match(
        "three times as many toetsen",
        tuple(
            Contender(
                name,
                words,
                place,
                before=lambda place=place: shutil.rmtree(place / "build", ignore_errors=True),
            )
            for name, place in ((few, folder / "few"), (many, folder / "many"))
        ),
        (
            Goal("linear: at most 3,3 times the time", many, 3.3, than=few),
            Goal("at most 1,5 times the memory", many, 1.5, than=few, memory=True),
        ),
        min(rounds, 1),
    )
