"""Names of files that nobody should give, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from invoeringstoets.source import Position
from invoeringstoets.workspace import by_stem, files, find_project, read


def test_a_name_that_is_too_long_is_a_diagnostic(tmp_path: Path) -> None:
    (diagnostic,) = files([tmp_path / ("a" * 300)]).diagnostics
    assert (diagnostic.code, diagnostic.message) == (
        "T092",
        "kan niet worden gelezen: de naam is te lang",
    )


def test_a_link_to_nothing_is_not_its_own_suggestion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    link = Path("dood.yaml")
    link.symlink_to("weg.yaml")
    (diagnostic,) = read(link).diagnostics
    assert (diagnostic.code, "bedoelde u" in diagnostic.help) == ("T090", False)
    assert "‘weg.yaml’" in diagnostic.message


@pytest.mark.parametrize("kind", ["folder", "loop"])
def test_every_refusal_has_advice(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.yaml"
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(path)
    (diagnostic,) = read(path).diagnostics
    assert diagnostic.code == "T092"
    assert diagnostic.help


def test_toetsen_are_known_by_their_stem(tmp_path: Path) -> None:
    path = tmp_path / "2026-x.yml"
    path.touch()
    assert by_stem(tmp_path).value == {"2026-x": path}
    assert by_stem(tmp_path / "weg").value == {}


@pytest.mark.parametrize(
    ("settings", "line", "column"),
    [("toetsen = 'a'\nsite = b\n", 2, 8), ("# a\ntoetsen = [", 2, 12)],
)
def test_settings_that_are_no_toml_are_pointed_at_in_dutch(
    tmp_path: Path, settings: str, line: int, column: int
) -> None:
    (tmp_path / "toets.toml").write_text(settings)
    (diagnostic,) = find_project(tmp_path).faults
    assert diagnostic.message == "vanaf hier zijn de instellingen geen geldige TOML"
    assert diagnostic.span.start == Position(line, column)
    assert "naam = waarde" in diagnostic.help
