"""What the site offers besides pages is written with it, and removed when it is no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from invoeringstoets import exports
from invoeringstoets.exports import EXPORTS
from invoeringstoets.mkdocs_plugin import loading
from invoeringstoets.mkdocs_plugin.publish import Order, Site
from invoeringstoets.pages import Asset, Surroundings
from invoeringstoets.workspace import find_project
from site_library import library


def test_every_export_has_a_place_of_its_own() -> None:
    made = exports.build(Surroundings(library()))
    assert len({asset.path for asset in made}) == len(made)
    assert all(asset.data for asset in made)
    assert not any(asset.path.startswith("/") for asset in made)


def test_exports_are_a_pure_function() -> None:
    around = Surroundings(library())
    assert exports.build(around) == exports.build(around)


def test_build_asks_every_export(monkeypatch: pytest.MonkeyPatch) -> None:
    def one(around: Surroundings) -> Iterator[Asset]:
        yield Asset("data/een.json", str(len(around.library.toetsen)).encode())

    monkeypatch.setattr(exports, "EXPORTS", (*EXPORTS, one))
    assert exports.build(Surroundings(library()))[-1] == Asset(
        "data/een.json", str(len(library().toetsen)).encode()
    )


@pytest.mark.slow
def test_a_file_that_is_no_more_is_removed_from_the_site(tmp_path: Path) -> None:
    (tmp_path / "toetsen").mkdir()
    project, to = find_project(tmp_path), tmp_path / "uit"

    def put(files: dict[str, bytes]) -> None:
        store = loading.store_of(project)
        how = loading.reading(project, store=store)
        order = Order(how.world(how.stock()), files)
        Site(project, store=store, to=to).publish(order)
        store.close()

    put({"data/a.json": b"1", "data/b.json": b"2"})
    assert (to / "data" / "a.json").read_bytes() == b"1"
    put({"data/b.json": b"3"})
    assert not (to / "data" / "a.json").exists()
    assert (to / "data" / "b.json").read_bytes() == b"3"
