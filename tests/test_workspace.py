"""The author's files: found, read, decoded and written, whatever state they are in."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from invoeringstoets import workspace
from invoeringstoets.diagnostic import Checked
from invoeringstoets.source import Position, Source
from invoeringstoets.workspace import clock, faults


def only(checked: Checked[object]) -> tuple[str, str, str]:
    assert checked.value is None or checked.value == ()
    (one,) = checked.diagnostics
    return one.code, one.message, one.help


def test_read_gives_the_text_with_its_line_ends(project: Path) -> None:
    (project / "a.yaml").write_bytes("é: 1\r\n".encode())
    assert workspace.read(project / "a.yaml").value == Source("a.yaml", "é: 1\r\n")


def test_read_drops_a_byte_order_mark(project: Path) -> None:
    (project / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert workspace.read(project / "a.yaml").value == Source("a.yaml", "a: 1\n")


def test_missing_file_suggests_the_nearest_name(project: Path) -> None:
    (project / "2024-kot-wlz.yaml").write_text("a: 1\n")
    code, message, advice = only(workspace.read(project / "2024-kot-wzl.yaml"))
    assert (code, message) == ("T090", "dit bestand bestaat niet")
    assert advice == "bedoelde u ‘2024-kot-wlz.yaml’?"
    assert "gespeld" in only(workspace.read(project / "iets-heel-anders.txt"))[2]
    assert "map" in only(workspace.read(project / "geen" / "a.yaml"))[2]


def test_what_is_no_plain_file_is_refused_without_waiting_for_it(project: Path) -> None:
    os.mkfifo(project / "fifo.yaml")
    (project / "lus.yaml").symlink_to("lus.yaml")
    assert only(workspace.read(project / "fifo.yaml"))[:2] == (
        "T092",
        "dit is geen gewoon bestand",
    )
    assert only(workspace.read(project))[:2] == ("T092", "dit is een map, geen bestand")
    code, message, _ = only(workspace.read(project / "lus.yaml"))
    assert code == "T092"
    assert message == "kan niet worden gelezen: de koppeling verwijst naar zichzelf"


def test_a_file_without_rights_is_a_diagnostic(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "a.yaml").write_text("a: 1\n")

    def refuse(_: Path, *__: object, **___: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    code, message, _ = only(workspace.read(project / "a.yaml"))
    assert (code, message) == ("T092", "kan niet worden gelezen: geen rechten")


def test_not_utf8_is_pointed_at_in_characters(project: Path) -> None:
    (project / "a.yaml").write_bytes("a: 1\ntitel: één ".encode() + b"\xe9\n")
    (one,) = workspace.read(project / "a.yaml").diagnostics
    assert one.code == "T004"
    assert one.span.start == Position(2, 12)
    assert "UTF-8" in one.message
    assert "Opslaan" in one.help


def test_utf16_is_named(project: Path) -> None:
    (project / "a.yaml").write_bytes("titel: x\n".encode("utf-16"))
    assert "UTF-16" in only(workspace.read(project / "a.yaml"))[1]


def test_too_large_is_refused_by_its_size_alone(project: Path) -> None:
    with (project / "a.yaml").open("wb") as stream:
        stream.truncate(3_000_000_000)
    code, message, _ = only(workspace.read(project / "a.yaml"))
    assert code == "T002"
    assert "2862 MB; hooguit 10 MB" in message


def test_files_of_a_folder_come_in_order_and_once(project: Path) -> None:
    folder = project / "toetsen"
    for name in ("b.yaml", "a.yml", ".verborgen.yaml", "lees.md"):
        (folder / name).write_text("")
    found = workspace.files([folder, folder / "a.yml", project / "los.yaml"])
    assert found.value == (folder / "a.yml", folder / "b.yaml", project / "los.yaml")
    assert found.diagnostics == ()


def test_folder_without_toetsen_says_what_to_do(project: Path) -> None:
    code, message, advice = only(workspace.files([project]))
    assert code == "T091"
    assert "geen toets" in message
    assert "toets nieuw" in advice


def test_folder_that_cannot_be_listed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert only(workspace.files([project]))[0] == "T092"


def test_write_makes_folders_and_leaves_equal_files_alone(project: Path) -> None:
    path = project / "build" / "x" / "a.txt"
    assert workspace.write(path, b"een")
    os.utime(path, (1, 1))
    assert not workspace.write(path, b"een")
    assert path.stat().st_mtime == 1
    assert workspace.write(path, b"twee")
    assert path.read_bytes() == b"twee"
    assert [p.name for p in path.parent.iterdir()] == ["a.txt"]


def test_write_follows_a_link_instead_of_replacing_it(project: Path) -> None:
    (project / "echt.txt").write_bytes(b"een")
    (project / "link.txt").symlink_to("echt.txt")
    workspace.write(project / "link.txt", b"twee")
    assert (project / "link.txt").is_symlink()
    assert (project / "echt.txt").read_bytes() == b"twee"


def test_a_write_that_fails_half_way_leaves_what_was_there(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "a.txt"
    path.write_bytes(b"een")

    def full(_: Path, __: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(workspace.WriteError, match="de schijf is vol"):
        workspace.write(path, b"twee")
    assert path.read_bytes() == b"een"
    assert sorted(p.name for p in project.iterdir()) == ["a.txt", "toetsen"]


def test_write_under_a_file_says_so(project: Path) -> None:
    (project / "a").write_bytes(b"")
    with pytest.raises(workspace.WriteError, match=r"geen map|al iets"):
        workspace.write(project / "a" / "b.txt", b"x")


def test_an_unknown_reason_is_given_as_the_system_says_it() -> None:
    assert faults.reason(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert faults.reason(OSError()) == "OSError"


def test_project_is_the_nearest_folder_with_toetsen(project: Path) -> None:
    deep = project / "toetsen" / "diep"
    deep.mkdir()
    found = workspace.find_project(deep)
    assert (found.root, found.toetsen, found.found) == (project, project / "toetsen", True)
    assert found.bouw == project / "build"


def test_settings_file_is_a_project_of_its_own(project: Path) -> None:
    inner = project / "inner"
    inner.mkdir()
    settings = 'toetsen = "gegevens"\nrepository = "https://voorbeeld.nl/toetsen/"\n'
    (inner / "toets.toml").write_text(settings)
    found = workspace.find_project(inner)
    assert (found.root, found.toetsen) == (inner, inner / "gegevens")
    assert found.repository == "https://voorbeeld.nl/toetsen"
    assert found.faults == ()


def test_settings_may_stand_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.toets]\nbouw = "uit"\n')
    assert workspace.find_project(tmp_path).bouw == tmp_path / "uit"
    (tmp_path / "pyproject.toml").write_text("[tool.anders]\n")
    assert not workspace.find_project(tmp_path).found


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("repositorie = 'https://a.nl'", "bedoelde u ‘repository’?"),
        ("xyz = 1", "kies uit: toetsen, waardelijsten"),
        ("toetsen = 1", "hoort een tekst te zijn"),
        ("repository = 'http://a.nl'", "met https:// begint"),
        ("toetsen = ", "geen geldige TOML"),
    ],
)
def test_a_wrong_setting_is_a_diagnostic(tmp_path: Path, settings: str, message: str) -> None:
    (tmp_path / "toets.toml").write_text(settings)
    found = workspace.find_project(tmp_path)
    (one,) = found.faults
    assert one.code == "T093"
    assert message in f"{one.message}\n{one.help}"
    assert found.toetsen == tmp_path / "toetsen"


def test_unreadable_settings_are_a_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "toets.toml").write_bytes(b"\xff")
    assert workspace.find_project(tmp_path).faults[0].code == "T004"


def test_own_mkdocs_configuration_goes_before_the_shipped_one(project: Path) -> None:
    shipped = workspace.find_project(project).mkdocs_config
    assert not shipped.is_relative_to(project)
    own = project / "site" / "mkdocs.yml"
    own.parent.mkdir()
    own.write_text("site_name: x\n")
    assert workspace.find_project(project).mkdocs_config == own


def test_the_day_is_given_or_of_the_epoch_or_of_the_commit_or_today(tmp_path: Path) -> None:
    epoch = {"SOURCE_DATE_EPOCH": "1735689600"}
    assert workspace.reference_date(tmp_path, epoch, given="2026-03-31") == "2026-03-31"
    assert workspace.reference_date(tmp_path, epoch) == "2025-01-01"
    today = clock._today()
    assert workspace.reference_date(tmp_path, {"SOURCE_DATE_EPOCH": "gisteren"}) == today
    commit(tmp_path, "2024-02-29T22:30:00+00:00")
    assert workspace.reference_date(tmp_path, {}) == "2024-02-29"
    commit(tmp_path, "2024-02-29T23:30:00+00:00")
    assert workspace.reference_date(tmp_path, {}) == "2024-03-01"


def test_without_git_there_is_no_commit_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert clock._commit_day(tmp_path) == ""


def commit(folder: Path, moment: str) -> None:
    identity = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    moments = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    environment = {**os.environ, **identity, **moments}
    for words in (["init", "-q"], ["commit", "-q", "--no-verify", "--allow-empty", "-m", "x"]):
        subprocess.run(["git", *words], cwd=folder, check=True, env=environment)
