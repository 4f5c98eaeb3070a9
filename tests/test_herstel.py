"""``toets controleer --herstel`` and ``--toon`` as a user runs them."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from invoeringstoets.cli import herstel
from surroundings import Run

Toets = Callable[..., Run]
Add = Callable[..., Path]
Give = Callable[[bytes], None]


@pytest.fixture
def wrong(add_toets: Add) -> Path:
    """A toets with a misspelt key and a date in words."""
    text = add_toets().read_text(encoding="utf-8").replace("citeertitel", "citertitel")
    return add_toets(text=f"{text}peildatum: 12 maart 2024 # dag\n")


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    """Put bytes on standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def right(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.replace("citertitel", "citeertitel").replace("12 maart 2024", "2024-03-12")


STORY = """\
toetsen/2025-proef.yaml:
  regel 8: citertitel → citeertitel (T102)
  regel 12: 12 maart 2024 → 2024-03-12 (T107)
2 herstellingen in 1 bestand gedaan
"""


def test_a_file_is_repaired_and_the_story_is_told(project: Path, toets: Toets, wrong: Path) -> None:
    expected = right(wrong)
    run = toets("controleer", "--herstel")
    assert wrong.read_text(encoding="utf-8") == expected
    assert run.err == STORY
    assert run.code == 0
    assert "geen fouten" in run.out or "0 fouten" in run.out or "1 hint" in run.out
    again = toets("controleer", "--herstel")
    assert (again.code, again.err) == (0, "er was niets te herstellen\n")


def test_the_exit_code_is_that_of_what_is_left(project: Path, toets: Toets, wrong: Path) -> None:
    wrong.write_text(wrong.read_text() + "onbekend_woord: x\n")
    run = toets("controleer", "--herstel", "2025-proef")
    assert run.code == 1
    assert "onbekende sleutel ‘onbekend_woord’" in run.out
    assert "citertitel" not in run.out


def test_showing_writes_nothing_and_its_diff_applies(
    project: Path, toets: Toets, wrong: Path
) -> None:
    before, expected = wrong.read_bytes(), right(wrong)
    for words in (("--toon",), ("--toon", "--herstel")):
        run = toets("controleer", *words)
        assert wrong.read_bytes() == before
        assert run.code == 1
        assert run.err == (
            "2 herstellingen in 1 bestand mogelijk; voer ze door met ‘toets controleer --herstel’\n"
        )
    subprocess.run(["git", "apply", "-"], input=run.out.encode(), check=True, cwd=project)
    assert wrong.read_text(encoding="utf-8") == expected


def test_showing_nothing_ends_as_a_check_does(project: Path, toets: Toets, add_toets: Add) -> None:
    path = add_toets()
    run = toets("controleer", "--toon")
    assert (run.code, run.err) == (0, "er is niets te herstellen\n")
    path.write_text(path.read_text() + "onbekend_woord: x\n")
    assert toets("controleer", "--toon").code == 1


def test_a_diff_is_coloured_where_colour_is_wanted(
    project: Path, toets: Toets, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong.write_text(wrong.read_text().rstrip("\n"))
    monkeypatch.setenv("FORCE_COLOR", "1")
    lines = toets("controleer", "--toon").out.splitlines()
    assert lines[0] == "\x1b[1m--- a/toetsen/2025-proef.yaml\x1b[0m"
    assert "\x1b[31m-  citertitel: Wet op de proef\x1b[0m" in lines
    assert "\x1b[32m+  citeertitel: Wet op de proef\x1b[0m" in lines
    assert lines[-1].startswith("\\ ")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_mark_line_ends_and_mode_are_kept(
    project: Path, toets: Toets, wrong: Path, mark: bytes, end: bytes
) -> None:
    expected = mark + right(wrong).encode().replace(b"\n", end)
    wrong.write_bytes(mark + wrong.read_bytes().replace(b"\n", end))
    wrong.chmod(0o640)
    assert toets("controleer", "--herstel").code == 0
    assert wrong.read_bytes() == expected
    assert os.name == "nt" or stat.S_IMODE(wrong.stat().st_mode) == 0o640


def test_line_ends_of_an_old_mac_are_left_alone(project: Path, toets: Toets, wrong: Path) -> None:
    before = wrong.read_bytes().replace(b"\n", b"\r")
    wrong.write_bytes(before)
    run = toets("controleer", "--herstel")
    assert wrong.read_bytes() == before
    assert "niet hersteld: de regeleinden zijn die van een oude Mac" in run.err
    assert run.code == 1


def test_a_file_that_is_no_text_is_left_alone(project: Path, toets: Toets, wrong: Path) -> None:
    before = wrong.read_bytes() + b"# \xff\n"
    wrong.write_bytes(before)
    run = toets("controleer", "--herstel")
    assert wrong.read_bytes() == before
    assert "T004" in run.out
    assert run.code == 1


def test_what_a_comment_lets_be_is_let_be(project: Path, toets: Toets, wrong: Path) -> None:
    text = wrong.read_text().replace("# dag", "# toets: negeer T107 omdat het zo hoort")
    wrong.write_text(text)
    toets("controleer", "--herstel")
    assert wrong.read_text() == text.replace("citert", "citeert")


def test_a_refusal_says_why(project: Path, toets: Toets, wrong: Path) -> None:
    before = wrong.read_text() + "titel2: &a x\nkorte_titel: Toets: de wet\n"
    wrong.write_text(before)
    run = toets("controleer", "--herstel")
    assert wrong.read_text() == before
    assert (
        "  regel 14: niet hersteld: Toets: de wet → 'Toets: de wet' (T007):"
        " het bestand blijft onleesbaar: los eerst de andere meldingen op\n"
    ) in run.err


def test_standard_input_comes_out_repaired(
    project: Path, toets: Toets, wrong: Path, give: Give
) -> None:
    mark = b"\xef\xbb\xbf"
    give(mark + wrong.read_bytes().replace(b"\n", b"\r\n"))
    expected = right(wrong).replace("\n", "\r\n")
    wrong.unlink()
    run = toets("controleer", "--herstel", "-")
    assert run.code == 0
    assert run.out == "\ufeff" + expected
    assert run.err.startswith("(invoer):\n  regel 8: citertitel → citeertitel (T102)\n")
    assert "in 1 bestand" in run.err


def test_standard_input_that_cannot_be_repaired_comes_out_as_it_was(
    project: Path, toets: Toets, give: Give
) -> None:
    give(b"titel: &a x\r")
    run = toets("controleer", "--herstel", "-")
    assert run.code == 1
    assert run.out == "titel: &a x\r"
    assert "T021" in run.err
    give(b"titel: \xff\n")
    run = toets("controleer", "--herstel", "-")
    assert (run.code, run.out) == (1, "")
    assert "T004" in run.err


def test_other_forms_tell_what_is_left(project: Path, toets: Toets, wrong: Path) -> None:
    wrong.write_text(wrong.read_text() + "onbekend_woord: x\n")
    run = toets("controleer", "--herstel", "--formaat", "json")
    assert [one["code"] for one in json.loads(run.out)["bevindingen"]] == ["T102"]
    assert run.err == STORY


def test_quiet_says_nothing_of_what_went_well(project: Path, toets: Toets, wrong: Path) -> None:
    assert toets("controleer", "--herstel", "-q") == Run(0, "", "")


def test_only_what_changed_since_a_commit_is_repaired(
    project: Path, toets: Toets, wrong: Path, add_toets: Add
) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.nl"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *words], check=True, cwd=project)
    text = wrong.read_text().replace("id: 2025-proef", "id: 2025-nieuw")
    later = add_toets("2025-nieuw", text=text)
    toets("controleer", "--herstel", "--sinds", "HEAD")
    assert "citertitel" not in later.read_text()
    assert "citertitel" in wrong.read_text()


def test_a_file_that_changed_meanwhile_is_left_to_its_author(
    project: Path, toets: Toets, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repaired = herstel.repaired

    def slowly(*given: object, **named: object) -> object:
        wrong.write_text("ander: werk\n")
        return repaired(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(herstel, "repaired", slowly)
    run = toets("controleer", "--herstel")
    assert wrong.read_text() == "ander: werk\n"
    assert "ondertussen door iets anders veranderd" in run.err


def test_no_project_is_nothing_to_repair(
    tmp_path: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = toets("controleer", "--herstel")
    assert (run.code, run.err) == (1, "er was niets te herstellen\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--herstel", "--nulmeting"), "--nulmeting gaat niet samen met --herstel of --toon"),
        (("--toon", "--formaat", "json"), "--toon gaat niet samen met --formaat"),
    ],
)
def test_what_does_not_go_together_is_refused(
    project: Path, toets: Toets, wrong: Path, words: tuple[str, ...], message: str
) -> None:
    before = wrong.read_bytes()
    run = toets("controleer", *words)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"toets: {message}\n")
    assert wrong.read_bytes() == before


def test_a_check_that_repairs_nothing_loads_nothing_of_repair(project: Path, wrong: Path) -> None:
    code = (
        "import sys; from invoeringstoets.cli import main; main(sys.argv[1:]);"
        "print([m for m in sys.modules if 'repair' in m or 'herstel' in m or 'rewriting' in m])"
    )
    for words, loaded in ((["controleer"], False), (["controleer", "--herstel"], True)):
        done = subprocess.run(
            [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True
        )
        assert (done.stdout.splitlines()[-1] != "[]") is loaded
