"""Reports waiting to be published: their bytes stay in the cache, not in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from invoeringstoets.workspace import renders, shelf
from invoeringstoets.workspace.faults import WriteError
from report_cases import fixed, library


def drawn(kept: Path) -> list[renders.ReportFile]:
    toets = fixed()["2024-kot-wlz"]
    drawing = renders.Drawing(kept, ("markdown", "html"))
    files = renders.report_files(toets, library(toets), drawing=drawing, reports=["rapport"])
    return [one for one in files if isinstance(one, renders.ReportFile)]


def test_what_is_kept_is_read_when_asked_for(tmp_path: Path) -> None:
    files = drawn(tmp_path)
    on = shelf.Shelf()
    for one in files:
        on.put(one.name, one)
    assert list(on) == [one.name for one in files]
    assert len(on) == 2
    assert dict(on) == {one.name: one.data for one in files}
    assert not any(one.data for one in on._files.values())
    assert [one.kept for one in drawn(tmp_path)] == [one.kept for one in files]


def test_what_could_not_be_kept_stays_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise WriteError(path, OSError(28, "vol"))

    monkeypatch.setattr(renders, "write", full)
    on = shelf.Shelf()
    for one in drawn(tmp_path):
        assert one.kept is None
        on.put(one.name, one)
    assert all(on.values())
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_the_cache_that_another_run_removed_is_no_fault(tmp_path: Path) -> None:
    gone = tmp_path / "oud.pdf"
    gone.symlink_to(tmp_path / "weg")
    renders._forget_old.__wrapped__(tmp_path)
    assert gone.is_symlink()
