"""What many workers read is made once, and is never what a failed worker left."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from once import made_once

pytest.importorskip("fcntl")


@pytest.fixture(autouse=True)
def of_one_worker(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep what these tests make in the folder of this worker, which is there before they begin."""
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    tmp_path_factory.getbasetemp()


def test_who_asks_at_the_same_time_finds_what_one_made(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "page").write_text("whole", encoding="utf-8")

    def read(_: int) -> str:
        folder = made_once(tmp_path_factory, "at-the-same-time", make=make)
        return (folder / "page").read_text(encoding="utf-8")

    with ThreadPoolExecutor(8) as workers:
        assert list(workers.map(read, range(8))) == ["whole"] * 8
    assert len(made) == 1


def test_what_a_failed_worker_left_is_made_afresh(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        made_once(tmp_path_factory, "afresh", make=fail)
    folder = made_once(tmp_path_factory, "afresh", make=lambda found: (found / "page").touch())
    assert [path.name for path in folder.iterdir()] == ["page"]
