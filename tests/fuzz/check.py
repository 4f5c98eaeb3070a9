"""Check bytes that nobody wrote, for as long as you like: never a traceback, never a wrong place.

``make fuzz TIJD=600``, or ``python tests/fuzz/check.py SECONDS [FOLDER]``. Where ``atheris`` (PyPI,
Apache 2.0) is installed it looks for input that takes new ways through our code; without it the
same changes are made by chance. Input that fails is written to the folder (``build/fuzz``): make
it small, and put it in ``tests/cases/invalid`` with its expectation before mending the code.
"""

from __future__ import annotations

import importlib
import random
import sys
import time
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent.parent
TOKENS = (
    *("&x ", "*x ", "? ", ": ", ":", "- ", "-", "---\n", "...\n", "!", "!!str ", "!<x> ", "<<: "),
    *("[", "]", "{", "}", ", ", '"', "'", "|", ">", "|\n", ">-\n", "# ", "%YAML 1.2\n", "@", "`"),
    *("\\", '"\\x07"', "\n", "\n\n", "\n  ", "\n    ", "\t", "\n\t", "\r\n", "\r", "\x85"),
    *("\u2028", "\ufeff", "\x00", "\u00a0", "null", "true", "12", "1.5", "2026-02-30", "B1", "é"),
    *("🙂", "bronnen:\n", "  - id: B1\n", "status: aangeboden\n", "# toets: negeer T301 omdat x"),
    *("<<<<<<< HEAD\n", "=======\n", "\n- ", "~", "0123", "nee"),
)
STRANGE = (b"\xff", b"\xfe\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x00")
MAX_LENGTH = 12_000
SLOW = 10.0
"""Seconds that one input of this length may take at the very most."""


def load() -> Callable[[bytes], None]:
    """The function that checks one input; raises where something is not as it should be."""
    from invoeringstoets import outputs, pipeline, syntax  # noqa: PLC0415 -- after instrumenting
    from invoeringstoets.schema import Schemas  # noqa: PLC0415
    from invoeringstoets.source import Position  # noqa: PLC0415

    schemas = Schemas()

    def check(data: bytes) -> None:
        decoded = syntax.decode("toetsen/2026-proef.yaml", data)
        source = decoded.value
        if source is None:
            assert decoded.diagnostics, "neither text nor diagnostic"
            return
        result = pipeline.check(source, schemas)
        assert result.value is not None or result.diagnostics, "neither toets nor diagnostic"
        last = source.position(len(source.text))
        for one in result.diagnostics:
            start, end = one.span.start, one.span.end
            assert Position(1, 1) <= start <= end <= last, f"outside the text: {one.span}"
            assert start.column <= len(source.line(start.line)) + 2, f"outside its line: {one.span}"
            assert one.message, "says nothing"
        syntax.comments(source, "toets: negeer")
        outputs.OUTPUTS["tekst"](result.diagnostics, 1)
        outputs.OUTPUTS["json"](result.diagnostics, 1)

    return check


@cache
def seeds() -> tuple[bytes, ...]:
    """Sound toetsen and every case of a wrong one, as far as they are short."""
    folders = ("toetsen", "tests/cases/valid", "tests/cases/invalid")
    paths = [path for folder in folders for path in sorted((ROOT / folder).glob("*.yaml"))]
    return tuple(data for path in paths if len(data := path.read_bytes()) <= MAX_LENGTH)


def changed(data: bytes, chance: random.Random) -> bytes:
    """Some bytes with one change that an author, an editor or a bad copy could make."""
    text = data.decode("utf-8", "replace")
    at, size = chance.randrange(len(text) + 1), chance.randrange(1, 40)
    lines = text.splitlines(keepends=True) or [""]
    row = chance.randrange(len(lines))
    match chance.randrange(9):
        case 0 | 1:
            return (text[:at] + chance.choice(TOKENS) + text[at:]).encode("utf-8", "replace")
        case 2:
            return (text[:at] + text[at + size :]).encode()
        case 3:
            return (text[:at] + text[at : at + size] * 2 + text[at + size :]).encode()
        case 4:
            lines[row] = " " * chance.randrange(9) + lines[row].lstrip()
        case 5:
            lines.insert(chance.randrange(len(lines) + 1), lines[row])
        case 6:
            del lines[row : row + chance.randrange(1, 4)]
        case 7:
            other = chance.choice(seeds()).decode("utf-8", "replace").splitlines(keepends=True)
            start = chance.randrange(len(other) or 1)
            lines[row:row] = other[start : start + chance.randrange(1, 12)]
        case _:
            cut = chance.randrange(len(data) + 1)
            return data[:cut] + chance.choice(STRANGE) + data[cut:]
    return "".join(lines).encode()


def by_chance(check: Callable[[bytes], None], seconds: float, folder: Path) -> int:
    """Change seeds again and again; the exit code is 1 as soon as one fails."""
    chance = random.Random(time.time_ns())  # noqa: S311 -- no secret
    count, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        data = chance.choice(seeds())
        for _ in range(chance.randrange(1, 8)):
            data = changed(data, chance)[:MAX_LENGTH]
        count += 1
        begun = time.monotonic()
        try:
            check(data)
            assert time.monotonic() - begun < SLOW, "took too long"
        except Exception:  # noqa: BLE001 -- whatever it is, it is what we look for
            traceback.print_exc()
            path = folder / f"crash-{count}"
            path.write_bytes(data)
            sys.stderr.write(f"{path}: na {count} invoeren\n")
            return 1
    sys.stdout.write(f"{count} invoeren, geen fout\n")
    return 0


def by_coverage(atheris: ModuleType, seconds: float, folder: Path) -> None:
    """Let atheris choose what to change; it ends the process itself."""
    with atheris.instrument_imports(include=["invoeringstoets"]):
        check = load()
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)

    def mutate(data: bytes, size: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 -- no secret
        for _ in range(chance.randrange(1, 4)):
            data = changed(data, chance)
        return bytes(atheris.Mutate(data, size))[:size] if seed % 16 == 0 else data[:size]

    settings = (
        *(f"-max_total_time={int(seconds)}", f"-max_len={MAX_LENGTH}", f"-timeout={SLOW:.0f}"),
        *(f"-artifact_prefix={folder}/", "-rss_limit_mb=1000", "-print_final_stats=1"),
    )
    atheris.Setup([sys.argv[0], *settings, str(corpus)], check, custom_mutator=mutate)
    atheris.Fuzz()


def main(words: list[str]) -> int:
    """Fuzz for so many seconds."""
    seconds = float(words[0]) if words else 60.0
    folder = Path(words[1]) if words[1:] else ROOT / "build" / "fuzz"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        sys.stderr.write("zonder atheris: op goed geluk\n")
        return by_chance(load(), seconds, folder)
    by_coverage(atheris, seconds, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
