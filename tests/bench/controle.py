"""The check beside its peers: the goals of issue 3, line by line."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import peers, toetsen
from bench.measure import Contender, Goal, Match, play, table

NAME = "controle"
FILES = 1_000
MANY = 10_000
FAST_ROUNDS = 11

OURS = "toets controleer"
COLD = "toets controleer --geen-cache"
_NO_CACHE = "--geen-cache"

BOMB = "a: &a [x, x]\n" + "".join(
    f"{here}: &{here} [{', '.join([f'*{there}'] * 9)}]\n"
    for there, here in zip("abcdefgh", "bcdefghi", strict=True)
)
"""Each line refers nine times to the one before: 9 to the power 8 when it is expanded."""
BRACKETS = "[" * 100_000


def run(folder: Path, rounds: int) -> Iterator[str]:
    """Make the inputs in a folder and say what each match gave."""
    schema = folder / "toets.schema.json"
    words = [*peers.ours(), "schema", "--naar", str(schema)]
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    for match in (
        _cold(folder / "cold", schema, rounds=rounds),
        _unchanged(folder / "cold"),
        _one(folder / "one", schema),
        _many(folder / "many", rounds=min(rounds, 3)),
        _bad(folder / "bad"),
    ):
        yield from table(match, play(match))
        yield ""
    words = [sys.executable, str(Path(__file__).with_name("language.py"))]
    told = subprocess.run(
        [*words, str(folder / "cold" / "toetsen")], check=True, capture_output=True, text=True
    )
    yield told.stdout.strip()


def _cold(folder: Path, schema: Path, *, rounds: int) -> Match:
    paths = [f"toetsen/{path.name}" for path in toetsen.write(folder, FILES)]
    return Match(
        f"{FILES} files of 9 to 12 KB, nothing known (ours: positions and all rules)",
        (
            Contender(COLD, [*peers.ours(), "controleer", _NO_CACHE], folder),
            peers.plain(paths, folder),
            peers.check_jsonschema(schema, paths, folder),
            peers.spectral(schema, "toetsen/*.yaml", folder),
        ),
        (
            Goal("at most 1/20 of check-jsonschema", COLD, 1 / 20, than="check-jsonschema"),
            Goal("at most 1/20 of spectral", COLD, 1 / 20, than="spectral"),
            Goal("faster than the plain script", COLD, 1, than="plain script, CSafeLoader"),
        ),
        rounds,
    )


def _unchanged(folder: Path) -> Match:
    ours = [*peers.ours(), "controleer"]
    subprocess.run(ours, cwd=folder, check=True, capture_output=True)
    return Match(
        f"{FILES} files that did not change since the last run",
        (Contender(OURS, ours, folder),),
        (Goal("at most 0,3 s", OURS, 0.3),),
        FAST_ROUNDS,
    )


def _one(folder: Path, schema: Path) -> Match:
    (path,) = toetsen.write(folder, 1)
    ours = [*peers.ours(), "controleer"]
    subprocess.run(ours, cwd=folder, check=True, capture_output=True)
    return Match(
        "one file, whole process",
        (
            Contender(OURS, ours, folder),
            Contender(COLD, [*ours, _NO_CACHE], folder),
            peers.check_jsonschema(schema, [str(path)], folder),
        ),
        (
            Goal("unchanged: at most 1/3 of check-jsonschema", OURS, 1 / 3, "check-jsonschema"),
            Goal("nothing known: at most 1/3", COLD, 1 / 3, "check-jsonschema"),
        ),
        FAST_ROUNDS,
    )


def _many(folder: Path, *, rounds: int) -> Match:
    few, many = folder / "few", folder / "many"
    toetsen.write(few, FILES)
    toetsen.write(many, MANY)
    words = [*peers.ours(), "controleer", _NO_CACHE]
    small, large = f"{FILES} files", f"{MANY} files"
    return Match(
        "ten times as many files",
        (Contender(small, words, few), Contender(large, words, many)),
        (
            Goal("linear: at most 11 times the time", large, 11, than=small),
            Goal("flat: at most 1,5 times the memory", large, 1.5, than=small, memory=True),
        ),
        rounds,
    )


def _bad(folder: Path) -> Match:
    contenders, goals = [], []
    for name, text in (("alias bomb", BOMB), ("100.000 open brackets", BRACKETS)):
        place = folder / name.replace(" ", "-")
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        (place / "toets.yaml").write_text(text, encoding="utf-8")
        words = [*peers.ours(), "controleer", "toets.yaml"]
        contenders.append(Contender(name, words, place, codes=frozenset({1})))
        goals.append(Goal(f"{name}: at most 0,2 s", name, 0.2))
        goals.append(Goal(f"{name}: at most 100 MB", name, 100, memory=True))
    return Match("bad input, whole process", contenders, goals, FAST_ROUNDS)
