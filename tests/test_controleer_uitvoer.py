"""``--formaat`` to screen and files, the summary on GitHub, and what a terminal gets."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from invoeringstoets.diagnostic import Diagnostic
from invoeringstoets.outputs import OUTPUTS, Context
from invoeringstoets.outputs.excerpt import cells
from invoeringstoets.outputs.wrap import wrapped
from invoeringstoets.source import Position, Source, Span
from surroundings import Run

Toets = Callable[..., Run]
Add = Callable[..., Path]


@pytest.fixture
def wrong(add_toets: Add) -> Path:
    """A toets with one fault."""
    return add_toets(text=add_toets().read_text().replace("citeertitel", "citertitel"))


# --- several forms ------------------------------------------------------------------------


def test_every_form_can_go_to_a_file_of_its_own(project: Path, toets: Toets, wrong: Path) -> None:
    paths = {name: project / "build" / f"uit.{name}" for name in OUTPUTS}
    run = toets("controleer", *(f"--formaat={name}={path}" for name, path in paths.items()))
    assert run == Run(1, "", "1 fout in 1 bestand\n")
    for name, path in paths.items():
        text = path.read_text(encoding="utf-8")
        assert toets("controleer", "--formaat", name).out == text
        assert "citertitel" in text
    beside = {*paths.values(), project / "build" / ".cache"}
    assert [p for p in (project / "build").iterdir() if p not in beside] == []


def test_one_form_on_the_screen_and_others_in_files(
    project: Path, toets: Toets, wrong: Path
) -> None:
    run = toets("controleer", "--formaat", "github", "--formaat", "sarif=uit.sarif")
    assert (run.code, run.err) == (1, "")
    assert run.out.startswith("::error file=toetsen/2025-proef.yaml,line=8,")
    (results,) = (r["results"] for r in json.loads(Path("uit.sarif").read_text())["runs"])
    assert [r["ruleId"] for r in results] == ["T102"]


def test_sound_files_are_named_too(project: Path, toets: Toets, add_toets: Add) -> None:
    add_toets("2025-een")
    run = toets("controleer", "--formaat", "junit")
    assert run.code == 0
    assert '<testsuite name="toetsen/2025-een.yaml" tests="' in run.out
    assert 'failures="0"' in run.out
    (one,) = json.loads(toets("controleer", "--formaat", "sarif").out)["runs"]
    assert one["artifacts"][0]["location"]["uri"] == "toetsen/2025-een.yaml"


def test_quiet_says_nothing_when_all_goes_to_files(
    project: Path, toets: Toets, wrong: Path
) -> None:
    assert toets("controleer", "-q", "--formaat", "json=uit.json") == Run(1, "", "")
    assert len(json.loads(Path("uit.json").read_text())["bevindingen"]) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--formaat", "json", "--formaat", "sarif"],
            "zoals --formaat sarif=bevindingen.txt\n",
        ),
        (["--formaat", "json=x", "--formaat", "sarif=./x"], "twee formaten gaan naar ‘x’"),
        (["--formaat", "sarif="], "na ‘sarif=’ ontbreekt een pad\n  schrijf --formaat sarif=PAD"),
        (["--formaat", "sarf=x"], "onbekend formaat ‘sarf’\n  bedoelde u ‘sarif’?"),
        (["--formaat", "sarif=toetsen"], "kan ‘toetsen’ niet schrijven: het is een map"),
    ],
)
def test_forms_that_cannot_be_written(
    project: Path, toets: Toets, add_toets: Add, words: list[str], message: str
) -> None:
    add_toets()
    run = toets("controleer", *words)
    assert (run.code, run.out) == (2, "")
    assert message in run.err


def test_the_order_of_files_does_not_matter(project: Path, toets: Toets, add_toets: Add) -> None:
    names = ["2025-b", "2025-a", "2025-c"]
    paths = [str(add_toets(name, f"titel: {name}\nfout: 1\n")) for name in names]
    for form in OUTPUTS:
        told = {
            toets("controleer", "--formaat", form, *order).out
            for order in (paths, paths[::-1], [*paths[1:], paths[0], paths[0]])
        }
        assert len(told) == 1, form


# --- the summary on GitHub ----------------------------------------------------------------


def test_github_gets_a_summary_behind_what_was_there(
    project: Path, toets: Toets, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = project / "samenvatting.md"
    page.write_text("eerder\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    toets("controleer", "--formaat", "json")
    assert page.read_text() == "eerder\n"
    run = toets("controleer", "--formaat", "github")
    table = toets("controleer", "--formaat", "markdown").out
    assert page.read_text(encoding="utf-8") == f"eerder\n{table}\n"
    assert run.code == 1


def test_a_summary_that_cannot_be_written_does_not_change_the_outcome(
    project: Path, toets: Toets, add_toets: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_toets()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project))
    run = toets("controleer", "--formaat", "github")
    assert run.code == 0
    assert run.err.startswith("toets: kan ‘")
    assert "het is een map" in run.err


# --- a real terminal ----------------------------------------------------------------------


def in_a_terminal(cwd: Path, columns: int, environment: Mapping[str, str] | None = None) -> str:
    """What ``toets controleer`` writes on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    command = [sys.executable, "-m", "invoeringstoets", "controleer"]
    process = subprocess.Popen(
        command, cwd=cwd, stdout=theirs, env={**clean, "TERM": "xterm", **(environment or {})}
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError as error:
            assert error.errno == errno.EIO  # noqa: PT017 - how Linux says that the other end closed
            break
        if not part:
            break
        written += part
    process.wait()
    os.close(ours)
    return written.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_nothing_is_wider_than_the_terminal(project: Path, add_toets: Add, columns: int) -> None:
    text = add_toets().read_text()
    add_toets(text=text.replace("citeertitel: Wet", "citertitel: " + "Wet 漢字 op " * 30))
    shown = in_a_terminal(project, columns, {"NO_COLOR": "1"})
    assert "citertitel" in shown
    assert "\x1b" not in shown
    assert max(sum(map(cells, line)) for line in shown.splitlines()) <= columns
    assert "^^^^" in shown


def test_a_terminal_gets_colour_and_a_pipe_none(project: Path, toets: Toets, wrong: Path) -> None:
    assert "\x1b[1;31mfout[T102]\x1b[0m" in in_a_terminal(project, 80)
    assert "\x1b" not in in_a_terminal(project, 80, {"TERM": "dumb"})
    assert "\x1b" not in toets("controleer").out


def test_a_terminal_without_a_width_is_not_wrapped(
    project: Path, toets: Toets, wrong: Path
) -> None:
    plain = toets("controleer").out
    assert in_a_terminal(project, 0, {"NO_COLOR": "1"}) == plain


def test_complaints_are_coloured_where_they_are_read(project: Path, wrong: Path) -> None:
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    ours, theirs = pty.openpty()
    ended = subprocess.run(
        [sys.executable, "-m", "invoeringstoets", "rapport", "2025-proef"],
        cwd=project,
        env={**clean, "TERM": "xterm"},
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert ended.returncode == 1
    assert b"T102" in ended.stderr
    assert b"\x1b" not in ended.stderr


def test_colour_stays_out_of_files(
    project: Path, toets: Toets, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in toets("controleer").out
    toets("controleer", "--formaat", "tekst=uit.txt")
    assert "\x1b" not in Path("uit.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "width", "first", "lines"),
    [
        ("een twee drie", None, 0, ["een twee drie"]),
        ("een twee drie", 10, 0, ["een twee drie"]),
        ("een twee drie vier vijf zes", 20, 0, ["een twee drie vier", "vijf zes"]),
        ("een twee drie vier vijf zes", 20, 10, ["een twee", "drie vier vijf zes"]),
        ("x" * 30 + " y", 20, 0, ["x" * 30, "y"]),
        ("漢字漢字漢 字漢字漢字", 20, 0, ["漢字漢字漢", "字漢字漢字"]),
        ("  ingesprongen", 20, 0, ["  ingesprongen"]),
        ("", 20, 0, [""]),
    ],
)
def test_text_is_broken_at_spaces(
    text: str, width: int | None, first: int, lines: list[str]
) -> None:
    assert wrapped(text, width, first=first) == lines


def test_wrapped_text_lines_up_under_its_beginning() -> None:
    source = Source("x.yaml", "a: b\n")
    place = Span(Position(1, 1), Position(1, 2))
    said = Diagnostic("x.yaml", place, "T102", "een twee " * 5, "drie vier " * 5, source=source)
    shown = OUTPUTS["tekst"]([said], 1, context=Context(width=32))
    assert "  = hulp: drie vier drie vier \n" not in shown
    assert "\n  = hulp: drie vier drie vier\n          drie vier drie vier\n" in shown
