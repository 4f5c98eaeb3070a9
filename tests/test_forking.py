"""Work by processes forked from this one: the same comes of it, whatever becomes of them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import site_library
from invoeringstoets.incremental import (
    Made,
    Memory,
    World,
    holding,
    make,
    making,
)
from invoeringstoets.incremental import world as worlds
from invoeringstoets.mkdocs_plugin.loading import surroundings
from invoeringstoets.pages import Surroundings
from invoeringstoets.workspace import find_project, forking
from invoeringstoets.workspace.store import Store
from surroundings import ROOT

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="no fork on this system"
)
ITEMS = range(10)


@pytest.fixture(autouse=True)
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processors, and work for all of them."""
    monkeypatch.setattr(forking, "processors", lambda: 3)
    monkeypatch.setattr(forking, "method", lambda: "fork")
    monkeypatch.setattr(forking, "LEAST", 2)


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def came(work: Callable[[int], Any]) -> dict[int, Any]:
    with forking.forked(work, ITEMS) as results:
        found = list(results())
    assert multiprocessing.active_children() == []
    assert len(dict(found)) == len(found)
    return dict(found)


def test_every_item_is_done_once_by_another_process() -> None:
    found = came(squared)
    assert {item: square for item, (square, _) in found.items()} == {n: n * n for n in ITEMS}
    processes = {process for _, process in found.values()}
    assert len(processes) == 2
    assert os.getpid() not in processes


@pytest.mark.parametrize(
    ("processors", "method", "items", "count"),
    [
        (3, "fork", 10, 2),
        (3, "fork", 2, 1),
        (3, "fork", 1, 0),
        (1, "fork", 9, 0),
        (3, "spawn", 9, 0),
    ],
)
def test_forks_are_made_where_that_is_safe_and_worth_it(
    monkeypatch: pytest.MonkeyPatch, processors: int, method: str, items: int, count: int
) -> None:
    monkeypatch.setattr(forking, "processors", lambda: processors)
    monkeypatch.setattr(forking, "method", lambda: method)
    assert forking.forks(items) == count
    with forking.forked(squared, range(items)) as results:
        assert len(list(results())) == (items if count else 0)


def raises(number: int) -> int:
    if number == 4:
        raise LookupError(number)
    return number


def ends(number: int) -> int:
    if number == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("work", [raises, ends])
def test_what_a_fork_cannot_do_is_left_and_nothing_is_said(
    work: Callable[[int], int], capfd: pytest.CaptureFixture[str]
) -> None:
    assert came(work) == {number: number for number in (1, 3, 5, 7, 9)}
    assert capfd.readouterr() == ("", "")


def test_forks_are_gone_when_their_work_is_no_longer_wanted() -> None:
    start = time.perf_counter()
    with pytest.raises(LookupError), forking.forked(lambda _: time.sleep(60), ITEMS):
        raise LookupError
    assert multiprocessing.active_children() == []
    assert time.perf_counter() - start < 30


def test_fork_of_a_process_that_is_gone_ends(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        with (tmp_path / "made").open("wb") as to:
            forking._done(squared, ITEMS, to=to, above=os.getppid())
            made = to.tell()
            with pytest.raises(SystemExit) as ended:
                forking._done(squared, ITEMS, to=to, above=-1)
            assert to.tell() == made > 0
    finally:
        signal.signal(signal.SIGINT, before)
    assert ended.value.code == 1


@pytest.mark.parametrize("folder", [True, False])
def test_fork_reads_what_the_store_holds(tmp_path: Path, *, folder: bool) -> None:
    store = Store(tmp_path / "kept.sqlite") if folder else Store()
    store.put("k", {str(number): ("", str(number).encode()) for number in ITEMS})
    found = came(lambda number: store.get("k", str(number)))
    assert found == {number: str(number).encode() for number in ITEMS}
    assert store.get("k", "1") == b"1"
    store.close()


# --- parts of a site ---


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "MANY", 2)


def around() -> Surroundings:
    return surroundings(find_project(ROOT), site_library.library())


def made(site: Surroundings, before: Made | None = None, *, beside: bool) -> tuple[Made, set[int]]:
    """The site, and the toetsen of which parts were made beside this process."""
    numbers: set[int] = set()
    world = World(site, tuple(holding(one) for one in site.library.toetsen))

    def watched(work: Callable[[int], Any], items: Any) -> Any:
        numbers.update(items)
        return forking.forked(work, items)

    world.beside = watched if beside else None
    found = make(
        world,
        before.memory if before else Memory(),
        there=before.keys if before else {},
    )
    return found, numbers


@pytest.mark.usefixtures("shared")
def test_site_of_which_parts_are_made_beside_each_other_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = around()
    alone, _ = made(site, beside=False)
    together, numbers = made(site, beside=True)
    assert together.memory.packed() == alone.memory.packed()
    assert {kind: list(of.items()) for kind, of in together.fresh.items()} == {
        kind: list(of.items()) for kind, of in alone.fresh.items()
    }
    assert numbers == set(range(len(site.library.toetsen)))
    monkeypatch.setattr(making._Run, "beside", lambda *_: {}["it"])
    again, _ = made(site, beside=True)
    assert again.memory.packed() == alone.memory.packed()


@pytest.mark.usefixtures("shared")
def test_after_edits_only_changed_parts_are_made_beside() -> None:
    site = around()
    first, _ = made(site, beside=False)
    there = site.library.toetsen
    edited = tuple(replace(one, titel=f"{one.titel}!") for one in there[:4]) + there[4:]
    then = replace(site, library=replace(site.library, toetsen=edited))
    together, numbers = made(then, first, beside=True)
    alone, _ = made(then, first, beside=False)
    assert numbers >= {0, 1, 2, 3}
    assert together.memory.packed() == alone.memory.packed()
    assert together.fresh == alone.fresh
    clean, _ = made(then, beside=False)
    assert together.keys == clean.keys


def test_parts_of_a_toets_ask_for_nothing_that_is_made_of_all() -> None:
    """Otherwise every process would make that."""
    found, _ = made(around(), beside=False)
    parts = [one.parts(number) for number, one in enumerate(found.memory.own)]
    names = {name for own in parts for one in own.values() for name in one.names}
    assert names
    assert not {name for name in names if name.startswith(f"{worlds.EACH} ")}
