"""The cache of checks: fast when nothing changed, never wrong, and gone without harm."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from invoeringstoets import pipeline
from invoeringstoets.workspace import Checks, check, find_project, fingerprint, kept

Add = Callable[..., Path]
Run = Callable[..., object]


class Counter:
    """How many texts were checked, rather than known."""

    def __init__(self) -> None:
        self.count = 0

    def taken(self) -> int:
        """The number since the last time this was asked."""
        count, self.count = self.count, 0
        return count


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter]:
    counter, real = Counter(), pipeline.check

    def counting(*args: object, **options: object) -> object:
        counter.count += 1
        return real(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "check", counting)
    return counter


def run(project: Path, *paths: Path, keep: bool = True) -> Checks:
    return check(find_project(project), paths or None, keep=keep)


def cache_of(project: Path) -> Path:
    return project / "build" / ".cache" / "controle" / "uitkomsten.json"


def said(checks: Checks) -> list[tuple[str, str, str, str]]:
    return [(d.code, d.name, str(d.span), d.message) for d in checks.diagnostics]


def codes(checks: Checks) -> list[str]:
    """The codes without the hint that every concept gets."""
    return [one.code for one in checks.diagnostics if one.code != "T120"]


def faulty(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nbronnen:\n  - {{id: b, soort: rapport, titel: T}}\n", "utf-8")


def test_git_does_not_see_the_cache(project: Path, add_toets: Add) -> None:
    """Where it is committed by mistake, a hook before a commit seems to change files."""
    add_toets("2025-proef")
    run(project)
    assert cache_of(project).with_name(".gitignore").read_bytes() == b"*\n"


def test_what_did_not_change_is_not_checked_again(
    project: Path, add_toets: Add, counted: Counter
) -> None:
    for number in range(3):
        add_toets(f"2025-proef-{number}")
    first = run(project)
    assert counted.taken() == 3
    assert said(run(project)) == said(first)
    assert counted.taken() == 0
    faulty(project / "toetsen" / "2025-proef-1.yaml")
    again = run(project)
    assert counted.taken() == 1
    assert said(again) == said(run(project, keep=False))
    assert "T306" in {one.code for one in again.diagnostics}


def test_what_is_kept_is_shown_like_what_is_found(
    project: Path, add_toets: Add, toets: Run, counted: Counter
) -> None:
    faulty(add_toets())
    first = toets("controleer")
    assert counted.taken() == 1
    assert toets("controleer") == first
    assert counted.taken() == 0
    assert "T306" in str(first)
    assert "titel: T" in str(first)


def test_content_counts_and_not_the_date(project: Path, add_toets: Add, counted: Counter) -> None:
    path = add_toets()
    run(project)
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("invoeringstoets", "invoeringstoetz"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert run(project).failed
    os.utime(path)
    counted.taken()
    run(project)


def test_the_name_of_a_file_counts(project: Path, add_toets: Add) -> None:
    path = add_toets()
    assert codes(run(project)) == []
    path.rename(path.with_name("2025-anders.yaml"))
    assert codes(run(project)) == ["T201"]


def test_rules_across_files_stay_right(project: Path, add_toets: Add, counted: Counter) -> None:
    one, other = add_toets("2025-een"), add_toets("2025-ander")
    text = one.read_text(encoding="utf-8")
    one.write_text(f"{text}\nverwante_toetsen: [2025-ander]\n", encoding="utf-8")
    first = {d.code for d in run(project).diagnostics}
    assert "T901" not in first
    other.rename(project / "elders.yaml")
    counted.taken()
    assert codes(run(project)) == ["T901"]
    assert codes(run(project, one)) == ["T901"]
    assert counted.taken() == 0
    (project / "elders.yaml").rename(other)
    assert {d.code for d in run(project).diagnostics} == first


def test_a_value_list_counts(project: Path, add_toets: Add, counted: Counter) -> None:
    add_toets()
    run(project)
    lists = project / "waardelijsten"
    lists.mkdir()
    (lists / "themas.yaml").write_text("waarden: [{id: nieuw, naam: Nieuw}]\n", encoding="utf-8")
    counted.taken()
    run(project)
    assert counted.taken() == 1
    (lists / "themas.yaml").write_text("waarden: [1]\n", encoding="utf-8")
    for _ in range(2):
        assert "T094" in {one.code for one in run(project).diagnostics}


def test_settings_count_at_once(project: Path, add_toets: Add) -> None:
    faulty(add_toets())
    assert "T306" in {one.code for one in run(project).diagnostics}
    (project / "toets.toml").write_text('[ernst]\nT306 = "uit"\n', encoding="utf-8")
    assert "T306" not in {one.code for one in run(project).diagnostics}


def test_an_exception_in_a_known_file_counts(
    project: Path, add_toets: Add, counted: Counter
) -> None:
    path = add_toets()
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}# toets: negeer T306 omdat het mag\n", encoding="utf-8")
    first = said(run(project))
    assert "T097" in [code for code, *_ in first]
    counted.taken()
    assert said(run(project)) == first
    assert counted.taken() == 0


def test_another_program_or_package_knows_nothing(
    project: Path, add_toets: Add, counted: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_toets()
    run(project)
    counted.taken()
    monkeypatch.setattr(kept, "fingerprint", lambda _: "another")
    run(project)
    assert counted.taken() == 1


def test_the_fingerprint_is_of_the_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, lists = tmp_path / "package", tmp_path / "lists"
    (package / "rules").mkdir(parents=True)
    (package / "cli").mkdir()
    module = package / "rules" / "rule.py"
    module.write_text("a = 1\n", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "_PACKAGE", package)
    fingerprint._part.cache_clear()
    marks = [fingerprint.fingerprint(lists)]
    (package / "cli" / "x.py").write_text("", encoding="utf-8")
    assert fingerprint.fingerprint(lists) == marks[0]
    module.write_text("a = 2\n", encoding="utf-8")
    fingerprint._part.cache_clear()  # as in a next run
    marks.append(fingerprint.fingerprint(lists))
    lists.mkdir()
    (lists / "themas.json").write_text("{}", encoding="utf-8")
    marks.append(fingerprint.fingerprint(lists))
    site = tmp_path / "site-packages"
    (site / "yaml-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(site))
    marks.append(fingerprint.fingerprint(lists))
    assert len(set(marks)) == len(marks)
    fingerprint._part.cache_clear()


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"\n",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"T306", b"T307"),
        lambda data: data.replace(b"toets-controle-1", b"toets-controle-0"),
        lambda data: b"\xff" + data,
        lambda data: data + b" ",
    ],
)
def test_what_is_damaged_counts_as_empty(
    project: Path, add_toets: Add, counted: Counter, damage: Callable[[bytes], bytes]
) -> None:
    faulty(add_toets())
    first = said(run(project))
    path = cache_of(project)
    path.write_bytes(damage(path.read_bytes()))
    counted.taken()
    assert said(run(project)) == first
    assert counted.taken() == 1
    assert said(run(project)) == first
    assert counted.taken() == 0


def test_it_may_be_deleted_and_what_is_gone_is_forgotten(
    project: Path, add_toets: Add, counted: Counter
) -> None:
    paths = [add_toets(f"2025-proef-{number}") for number in range(3)]
    run(project)
    paths[0].unlink()
    run(project)
    rows = json.loads(cache_of(project).read_bytes().partition(b"\n")[2])[1]
    assert len(rows) == 2
    assert {one.name for one in cache_of(project).parent.iterdir()} == {
        ".gitignore",
        "uitkomsten.json",
    }
    shutil.rmtree(project / "build")
    counted.taken()
    run(project)
    assert counted.taken() == 2


def test_nothing_is_written_when_nothing_changed(project: Path, add_toets: Add) -> None:
    add_toets()
    run(project)
    before = cache_of(project).stat().st_mtime_ns
    run(project)
    assert cache_of(project).stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_written_does_not_stop_a_check(
    project: Path, add_toets: Add, counted: Counter
) -> None:
    add_toets()
    (project / "build").write_text("", encoding="utf-8")
    for _ in range(2):
        assert codes(run(project)) == []
        assert counted.taken() == 1


def test_without_cache_nothing_is_used_and_nothing_kept(
    project: Path, add_toets: Add, toets: Run, counted: Counter
) -> None:
    add_toets()
    for _ in range(2):
        toets("controleer", "--geen-cache")
        assert counted.taken() == 1
    assert not (project / "build").exists()


def test_outside_a_project_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "los.yaml").write_text("a: 1\n", encoding="utf-8")
    assert run(tmp_path, Path("los.yaml")).failed
    assert [path.name for path in tmp_path.iterdir()] == ["los.yaml"]


def test_a_file_with_a_repair_keeps_its_repair(project: Path, add_toets: Add) -> None:
    path = add_toets()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: ", "statsu: "), encoding="utf-8")
    first = run(project)
    assert any(one.fixes for one in first.diagnostics)
    assert run(project).diagnostics == first.diagnostics


def test_an_unreadable_program_keeps_nothing(
    project: Path, add_toets: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_toets()

    def refuse(_: Path) -> str:
        raise PermissionError

    monkeypatch.setattr(kept, "fingerprint", refuse)
    assert codes(run(project)) == []
    assert not (project / "build").exists()
