"""Slips in what surrounds the toetsen: settings, value lists, folders. Each is told once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from surroundings import Run

Toets = Callable[..., Run]


def one(toets: Toets, code: str, place: str, *words: str) -> None:
    """The check tells exactly one fault: this code, at this place, with these words."""
    run = toets("controleer")
    assert run.code == 1
    assert run.out.count("fout[") == 1, run.out
    assert f"fout[{code}]" in run.out
    assert f"--> {place}\n" in run.out, run.out
    for word in words:
        assert word in run.out, run.out
    assert "hulp:" in run.out


@pytest.mark.parametrize(
    "slip",
    [
        ("- id: a\n  nam: A\n", "T094", "3:5", "bedoelde u ‘naam’?"),
        ("- id: a\n  naam: A\n- id: a\n  naam: B\n", "T094", "4:9", "twee keer"),
        ("- id: [a]\n  naam: A\n", "T094", "2:9", "schrijf id: 'tekst'"),
        ("- id: a\n  naam: {b: c}\n", "T094", "3:11", "schrijf naam: 'tekst'"),
        ("- id: a\n", "T094", "2:5", "‘- id: gemeente-x’"),
        ("- zomaar\n", "T094", "2:5", "ten minste een id en een naam"),
        ("zomaar\n", "T094", "2:3", "een lijst met de naam ‘waarden’"),
        ('- id: a\n  naam: "A\n', "T006", "3:11", 'zet een "'),
        ("- id: a\n  naam: Wet: A\n", "T007", "3:11", "'Wet: A'"),
        ("- id: a\n\tnaam: A\n", "T005", "3:1", "gebruik spaties"),
        ("- id: a\n  naam: A\n  naam: B\n", "T020", "4:5", "op regel 3 en op regel 4"),
        ("- id: &a a\n  naam: A\n", "T021", "2:9", "tussen aanhalingstekens"),
    ],
)
def test_a_value_list_is_told_like_a_toets(
    add_toets: Callable[..., Path], toets: Toets, slip: tuple[str, ...]
) -> None:
    project = add_toets().parent.parent
    text, code, place, words = slip
    (project / "waardelijsten").mkdir()
    body = "waarden:\n" + "".join(f"  {line}\n" for line in text.splitlines())
    body = body.replace("  \t", "\t")
    (project / "waardelijsten" / "themas.yaml").write_text(body, encoding="utf-8")
    one(toets, code, f"waardelijsten/themas.yaml:{place}", words)


@pytest.mark.parametrize(
    "slip",
    [
        (b"toetsen = 1\n", "T093", ":1:1", 'schrijf toetsen = "toetsen"'),
        (b'repository = "x"\n', "T093", ":1:1", 'schrijf repository = "https://'),
        (b'toetsn = "x"\n', "T093", ":1:1", "bedoelde u ‘toetsen’?"),
        (b'[ernst]\nT306 = "hin"\n', "T093", ":2:9", "bedoelde u ‘hint’?"),
        (b'site = "a\n', "T093", ":1:10", "naam = waarde"),
        (b'site = "a"\nsite = "b"\n', "T093", ":2:11", "naam = waarde"),
        ('site = "à"\n'.encode("latin-1"), "T004", ":1:9", "sla het bestand op als UTF-8"),
        ('site = "a"\n'.encode("utf-16"), "T004", "", "opgeslagen als UTF-16"),
        ('site = "a"\n'.encode("utf-16-be"), "T004", "", "opgeslagen als UTF-16"),
    ],
)
def test_settings_say_what_to_write(
    add_toets: Callable[..., Path], toets: Toets, slip: tuple[bytes, str, str, str]
) -> None:
    project = add_toets().parent.parent
    data, code, place, words = slip
    (project / "toets.toml").write_bytes(data)
    one(toets, code, f"toets.toml{place}", words)


def test_settings_may_begin_with_a_mark_and_end_their_lines_as_windows_does(
    project: Path, add_toets: Callable[..., Path], toets: Toets
) -> None:
    add_toets()
    (project / "toets.toml").write_bytes('site = "a"\r\nbouw = "b"\r\n'.encode("utf-8-sig"))
    assert toets("controleer").code == 0


def test_a_folder_with_the_name_of_the_settings_is_told(
    project: Path, add_toets: Callable[..., Path], toets: Toets
) -> None:
    add_toets()
    (project / "toets.toml").mkdir()
    one(toets, "T092", "toets.toml", "dit is een map, geen bestand")


def test_a_broken_pyproject_is_told_only_if_it_holds_our_settings(
    project: Path, add_toets: Callable[..., Path], toets: Toets
) -> None:
    add_toets()
    shared = project / "pyproject.toml"
    shared.write_text('[tool.ruff]\nx = "a\n', encoding="utf-8")
    assert toets("controleer").code == 0
    shared.write_text('[tool.toets]\nsite = "a\n', encoding="utf-8")
    one(toets, "T093", "pyproject.toml:2:10", "geen geldige TOML")


def test_a_missing_folder_of_toetsen_is_called_by_its_name(project: Path, toets: Toets) -> None:
    (project / "toets.toml").write_text("", encoding="utf-8")
    (project / "toetsen").rmdir()
    one(toets, "T091", "toetsen", "‘toetsen’ bestaat niet")
