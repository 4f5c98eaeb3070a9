"""What may be named on the command line, and where output can and cannot go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from surroundings import Run

Toets = Callable[..., Run]
Add = Callable[..., Path]


def test_a_toets_may_be_named_by_its_id(project: Path, toets: Toets, add_toets: Add) -> None:
    add_toets("2026-een")
    assert toets("controleer", "2026-een").code == 0
    (project / "2026-een").mkdir()
    assert "T091" in toets("controleer", "2026-een").out


def test_an_empty_path_is_not_the_current_folder(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    add_toets("2026-een")
    run = toets("controleer", "")
    assert (run.code, run.out) == (2, "")
    assert "een van de paden is leeg" in run.err


@pytest.mark.parametrize("command", ["controleer", "rapport"])
def test_a_name_that_is_too_long_is_no_bug(project: Path, toets: Toets, command: str) -> None:
    run = toets(command, "a" * 300 + ".yaml")
    assert run.code == 1
    assert "de naam is te lang" in run.out + run.err


def test_a_cache_that_cannot_be_kept_does_not_stop_a_report(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    add_toets("2026-een")
    (project / "build").write_text("")
    run = toets("rapport", "2026-een", "--naar", "markdown", "--map", "uit")
    assert (run.code, run.err) == (0, "")
    assert (project / "uit" / "2026-een-rapport.md").is_file()


def test_a_folder_that_cannot_be_read_is_not_an_unknown_toets(
    project: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project / "toetsen"
    folder.mkdir(exist_ok=True)

    def refuse(path: Path) -> object:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    run = toets("rapport", "2026-een")
    assert run.code == 2
    assert "‘toetsen’: kan niet worden gelezen: geen rechten" in run.err


def test_the_site_says_how_many_toetsen_it_leaves_out(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    path = add_toets("2026-een")
    path.write_text(path.read_text().replace("fictief: true\n", ""))
    left_out = "niet openbaar, dus niet op deze site: 1 toets; met --intern wel"
    run = toets("site")
    assert (run.code, left_out in run.err) == (0, True)
    run = toets("site", "--intern")
    assert (run.code, "niet openbaar" in run.err) == (0, False)
