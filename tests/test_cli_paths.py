"""What may be named on the command line, and where output can and cannot go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from invoeringstoets.mkdocs_plugin import run
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
    ended = toets("controleer", "")
    assert (ended.code, ended.out) == (2, "")
    assert "een van de paden is leeg" in ended.err


@pytest.mark.parametrize("command", ["controleer", "rapport"])
def test_a_name_that_is_too_long_is_no_bug(project: Path, toets: Toets, command: str) -> None:
    ended = toets(command, "a" * 300 + ".yaml")
    assert ended.code == 1
    assert "de naam is te lang" in ended.out + ended.err


def test_a_cache_that_cannot_be_kept_does_not_stop_a_report(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    add_toets("2026-een")
    (project / "build").write_text("")
    ended = toets("rapport", "2026-een", "--naar", "markdown", "--map", "uit")
    assert (ended.code, "build" in ended.err) == (0, False)
    assert (project / "uit" / "2026-een-rapport.md").is_file()


def test_a_folder_that_cannot_be_read_is_not_an_unknown_toets(
    project: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project / "toetsen"
    folder.mkdir(exist_ok=True)

    def refuse(path: Path) -> object:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    ended = toets("rapport", "2026-een")
    assert ended.code == 2
    assert "‘toetsen’: kan niet worden gelezen: geen rechten" in ended.err


def test_the_site_says_how_many_toetsen_it_leaves_out(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    path = add_toets("2026-een")
    path.write_text(path.read_text().replace("fictief: true\n", ""))
    left_out = "niet openbaar, dus niet op deze site: 1\u00a0toets; met --intern wel"
    ended = toets("site")
    assert (ended.code, left_out in ended.err) == (0, True)
    ended = toets("site", "--intern")
    assert (ended.code, "niet openbaar" in ended.err) == (0, False)


def test_a_preview_that_the_system_refuses_says_why_in_dutch(
    project: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "toetsen")

    monkeypatch.setattr(run, "mkdocs_serve", refuse)
    ended = toets("bekijk", "--poort", "8794")
    assert (ended.code, "toets: ‘toetsen’: geen rechten\n" in ended.err) == (1, True)
