"""Many files, checked by more than one process: the same outcome, and nothing is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from bench import toetsen
from invoeringstoets.model import Toets
from invoeringstoets.workspace import check, checks, find_project, sharing
from invoeringstoets.workspace.judging import judge_of
from invoeringstoets.workspace.outcome import Outcome
from invoeringstoets.workspace.processors import MOST, processors

COUNT = 70


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with many toetsen, a few of them wrong in different ways."""
    folder = tmp_path_factory.mktemp("many") / "p"
    paths = toetsen.write(folder, COUNT)
    paths[3].write_text("titel: [\n", encoding="utf-8")
    paths[40].write_bytes(b"\xff\xfe")
    text = paths[41].read_text(encoding="utf-8")
    paths[41].write_text(text.replace("bron: toelichting", "bron: toelichtin"), encoding="utf-8")
    paths[42].write_text(text, encoding="utf-8")
    return folder


def outcomes(folder: Path, *, count: int, way: str) -> list[Outcome]:
    paths = sorted((folder / "toetsen").iterdir())
    return sharing.judged(judge_of(find_project(folder)), paths, count=count, way=way)


METHODS = [way for way in ("fork", "spawn") if way in multiprocessing.get_all_start_methods()]


@pytest.mark.parametrize("way", METHODS)
@pytest.mark.parametrize("count", [2, 3])
def test_more_processes_find_the_same_in_the_same_order(many: Path, way: str, count: int) -> None:
    alone = outcomes(many, count=1, way=way)
    assert len(alone) == COUNT
    assert sum(bool(one.diagnostics) for one in alone) == 4
    assert outcomes(many, count=count, way=way) == alone
    assert multiprocessing.active_children() == []


def title_of(toets: Toets) -> str:
    return toets.titel


@pytest.mark.parametrize("way", METHODS)
def test_what_is_wanted_of_each_toets_is_made_where_it_is_checked(many: Path, way: str) -> None:
    paths = sorted((many / "toetsen").iterdir())
    judge = judge_of(find_project(many), make=title_of)
    alone = [judge.judge(path).made for path in paths]
    assert len({one for one in alone if one}) > COUNT // 2
    assert [one.made for one in sharing.judged(judge, paths, count=2, way=way)] == alone


def test_the_command_says_the_same(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for number in (1, 2, 5):
        monkeypatch.setattr(sharing, "processors", partial(int, number))
        monkeypatch.setattr(sharing, "LEAST", {"fork": 10, "spawn": 10})
        monkeypatch.setattr(checks, "MANY", 10)
        found.append(check(find_project(many), keep=False).diagnostics)
    assert found[0]
    assert found[0] == found[1] == found[2]


def test_few_files_are_done_by_one_process(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "processors", lambda: 4)
    assert sharing.workers(59, "fork") == 1
    assert sharing.workers(240, "fork") == 4
    assert sharing.workers(399, "spawn") == 1
    assert sharing.workers(100_000, "spawn") == 4
    monkeypatch.setattr(checks, "MANY", COUNT + 1)
    monkeypatch.setattr(sharing, "judged", None)
    assert check(find_project(many), keep=False).diagnostics


def test_more_processes_are_thought_of_only_where_they_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sharing, "processors", lambda: 4)
    assert sharing.workers(checks.MANY, "fork") > 1
    assert sharing.workers(checks.MANY - 1, "fork") == 1


def test_there_is_at_least_one_processor_and_never_very_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert 1 <= processors() <= MOST
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1
    monkeypatch.setattr(os, "cpu_count", lambda: 96)
    assert processors() == MOST


def test_a_process_with_threads_is_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("typst",):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert sharing.method() == "fork"
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert sharing.method() == "spawn"
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setitem(sys.modules, "typst", sharing)
    assert sharing.method() == "spawn"
    monkeypatch.delitem(sys.modules, "typst")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert sharing.method() == "spawn"


@pytest.mark.skipif("fork" not in METHODS, reason="no fork on this system")
def test_what_a_process_leaves_undone_is_done_here(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = outcomes(many, count=1, way="fork")
    monkeypatch.setattr(sharing, "work", lambda *_, **__: os._exit(3))
    assert outcomes(many, count=2, way="fork") == alone


@pytest.mark.skipif("fork" not in METHODS, reason="no fork on this system")
def test_work_sends_its_share_and_ends_when_nobody_listens(many: Path) -> None:
    share = list(enumerate(sorted((many / "toetsen").iterdir())))[:25]
    lists = judge_of(find_project(many)).lists
    before = signal.getsignal(signal.SIGINT)
    try:
        ear, mouth = multiprocessing.Pipe(duplex=False)
        sharing.work(mouth, lists, share=share)
        assert [at for at, _ in [*ear.recv(), *ear.recv()]] == list(range(25))
        ear.close()
        ear, mouth = multiprocessing.Pipe(duplex=False)
        ear.close()
        sharing.work(mouth, lists, share=share)
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_stays_behind_when_a_run_is_stopped(tmp_path: Path, sign: signal.Signals) -> None:
    folder = tmp_path / "p"
    toetsen.write(folder, 400)
    program = (
        "import sys\nfrom invoeringstoets.workspace import sharing\n"
        "sharing.processors = lambda: 3\nfrom invoeringstoets.cli import main\n"
        "sys.exit(main(['controleer', '--geen-cache']))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=folder, stderr=subprocess.PIPE, start_new_session=True
    )
    children = _wait_for(lambda: _children(process.pid) if process.poll() is None else [0])
    process.send_signal(sign)
    _, err = process.communicate(timeout=30)
    if sign is signal.SIGINT and process.returncode == 130:
        assert err.decode() == "toets: afgebroken\n"
    _wait_for(lambda: not any(_alive(child) for child in children))


def _wait_for(found, patience: float = 20) -> list[int]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    end = time.monotonic() + patience
    while not (result := found()):
        assert time.monotonic() < end
        time.sleep(0.01)
    return result  # type: ignore[no-any-return]


def _children(parent: int) -> list[int]:
    path = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(word) for word in path.read_text(encoding="ascii").split()] if path.exists() else []


def _alive(process: int) -> bool:
    path = Path(f"/proc/{process}/stat")
    try:
        return path.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
