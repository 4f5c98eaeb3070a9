"""The site beside Material for MkDocs: the goals of issue 5, line by line, in under ten minutes.

Material builds the plain Markdown of the same toetsen (``toets site --markdown``): the same pages,
save the one to search on. Reports are drawn apart and measured apart. What takes minutes is run
once for every three rounds that are asked for. That three thousand toetsen grow linearly takes as
long again, so that is a bench of its own, run only when it is named.
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
LARGE = "site-groot"
FILES = 1_000
FEW, MANY = 400, 1_200
TRIPLE = 3_000

COLD = "toets site, nothing kept"
EDIT = "toets site, one toets edited"
IN_NAV, OUT_OF_NAV = "Material, all in nav", "Material, out of nav"
_OURS = Path("build", "site")
_WORDS = ("site", "--zonder-rapporten")
_SETTINGS = "site_name: Toetsen\nuse_directory_urls: false\ntheme:\n  name: material\n"
_NOT_IN_NAV = "nav:\n  - index.md\nnot_in_nav: |\n  *\n"


def run(folder: Path, rounds: int) -> Iterator[str]:
    """Make the inputs in a folder and say what each match gave."""
    yield from _told(_edit(folder / "files", rounds))
    beside = _beside(folder / "files", folder / "markdown", rounds=rounds)
    yield from _told(beside)
    for one in beside.contenders:
        yield f"  pages of {one.name}: {_pages(one)}"
    yield ""
    yield from _told(_many(folder, rounds, few=FEW, many=MANY))


def run_large(folder: Path, rounds: int) -> Iterator[str]:
    """The growth to three thousand toetsen: some minutes by itself."""
    yield from _told(_many(folder, rounds, few=FILES, many=TRIPLE))


def _told(match: Match) -> Iterator[str]:
    yield from table(match, play(match))
    yield ""


def _pages(one: Contender) -> int:
    """How many pages a contender made."""
    made = one.folder / (_OURS if one.name == COLD else _theirs(one.name))
    return sum(1 for _ in made.rglob("*.html"))


def public(folder: Path, number: int) -> tuple[Path, ...]:
    """A project with so many public toetsen; the paths of the toetsen."""
    paths = toetsen.write(folder, number)
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if "\npublicatie:" not in text:
            text += "\npublicatie:\n  zichtbaarheid: openbaar\n"
        path.write_text(text, encoding="utf-8", newline="\n")
    return paths


def _beside(folder: Path, plain: Path, *, rounds: int) -> Match:
    """Ours beside Material on the Markdown of the same toetsen, which are there already."""
    words = [*peers.ours(), "site", "--markdown", str(plain)]
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return Match(
        f"{FILES} toetsen of 9 to 12 KB, nothing kept (search index of each included)",
        (
            _cold(COLD, folder),
            _material(OUT_OF_NAV, plain, _SETTINGS + _NOT_IN_NAV),
            _material(IN_NAV, plain, _SETTINGS),
        ),
        (
            Goal("at most 1/3 of Material with all in nav", COLD, 1 / 3, than=IN_NAV),
            Goal("at most as long as Material out of nav", COLD, 1, than=OUT_OF_NAV),
        ),
        _few(rounds),
    )


def _cold(name: str, folder: Path) -> Contender:
    """The site of a project, of which nothing is there."""
    words = [*peers.ours(), *_WORDS]
    build = folder / "build"
    return Contender(name, words, folder, before=lambda: shutil.rmtree(build, ignore_errors=True))


def _material(name: str, folder: Path, text: str) -> Contender:
    """Material on the plain Markdown, with these settings."""
    made = _theirs(name)
    (folder / f"{made}.yml").write_text(text, encoding="utf-8")
    places = (peers.VENV / "bin", peers.VENV / "Scripts")
    program = next((found for one in places if (found := shutil.which("mkdocs", path=one))), "")
    words = [program, "build", "-q", "-f", f"{made}.yml", "-d", made] if program else []
    return Contender(name, words, folder, absent="" if words else "run it with ‘make bench’")


def _theirs(name: str) -> str:
    """The folder in which a contender builds, and the name of its settings."""
    return name.replace(",", "").replace(" ", "-").lower()


def _few(rounds: int) -> int:
    """How often what takes minutes is run."""
    return max(1, rounds // 3)


def _edit(folder: Path, rounds: int) -> Match:
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


def _many(folder: Path, rounds: int, *, few: int, many: int) -> Match:
    names = {number: f"{number} toetsen, cold" for number in (few, many)}
    for number in names:
        public(folder / str(number), number)
    return Match(
        "three times as many toetsen",
        tuple(_cold(name, folder / str(number)) for number, name in names.items()),
        (
            Goal("linear: at most 3,3 times the time", names[many], 3.3, than=names[few]),
            Goal(
                "linear: at most 3 times the memory", names[many], 3, than=names[few], memory=True
            ),
        ),
        _few(rounds),
    )
