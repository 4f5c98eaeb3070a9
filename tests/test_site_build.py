from __future__ import annotations

import posixpath
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html

from invoeringstoets.mkdocs_plugin import run
from surroundings import ROOT, Run

pytestmark = pytest.mark.slow

Toets = Callable[..., Run]


@pytest.fixture
def two(project: Path) -> Path:
    """A project with two toetsen."""
    for name in ("2024-kot-wlz", "2025-minimumuurloon"):
        shutil.copy(ROOT / "toetsen" / f"{name}.yaml", project / "toetsen")
    return project


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and date of every file: a file that was written again has another."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_whole_site_holds_together(project: Path, toets: Toets) -> None:
    shutil.rmtree(project / "toetsen")
    shutil.copytree(ROOT / "toetsen", project / "toetsen")
    done = toets("site", "--intern")
    assert done.code == 0, done.err
    site = project / "build" / "site-intern"
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    trees = {name: lxml_html.parse(str(path)).getroot() for name, path in pages.items()}
    ids = {name: Counter(tree.xpath("//@id")) for name, tree in trees.items()}
    assert [(n, i) for n, found in ids.items() for i, count in found.items() if count > 1] == []
    broken = [
        (name, address)
        for name, tree in trees.items()
        for address in tree.xpath("//@href|//@src")
        if name != "404.html" and not _resolves(site, name, address, ids=ids)
    ]
    assert broken == []


def _resolves(site: Path, name: str, address: str, *, ids: dict[str, Counter[str]]) -> bool:
    if re.match(r"(https?|mailto|tel|data):", address):
        return True
    path, _, fragment = unquote(address).partition("#")
    path = path.partition("?")[0]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if not (site / target).is_file():
        return False
    return not fragment or target not in ids or fragment in ids[target]


def test_pages_run_under_a_strict_policy(two: Path, toets: Toets) -> None:
    assert toets("site").code == 0
    site = two / "build" / "site"
    for path in site.rglob("*.html"):
        if "rapporten" in path.parts:
            continue
        tree = lxml_html.parse(str(path)).getroot()
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(policy) == 1
        assert "default-src 'none'" in policy[0]
        searches = path.name == "zoeken.html"  # only that page runs WebAssembly
        assert policy[0].count("unsafe") == policy[0].count("'wasm-unsafe-eval'") == searches
        inline = "//script[not(@src or @type='application/ld+json')]|//style|//@style"
        assert tree.xpath(f"{inline}|//*[@onload or @onclick]") == []
        loaded = tree.xpath("//link/@href|//img/@src|//*[@srcset]|//iframe|//form")
        assert [one for one in loaded if str(one).startswith(("http:", "https:", "//"))] == []
    for path in site.rglob("*.css"):
        assert not re.search(r"https?://|url\(\s*[\"']?//", path.read_text(encoding="utf-8"))


def test_second_build_writes_nothing(two: Path, toets: Toets) -> None:
    first = toets("site")
    assert first.code == 0
    before = marks(two / "build" / "site")
    again = toets("site")
    assert marks(two / "build" / "site") == before
    assert "niets veranderd" in again.err
    assert again.out.strip() == "build/site/index.html"


def test_one_edit_renews_only_what_shows_it(two: Path, toets: Toets) -> None:
    assert toets("site").code == 0
    site = two / "build" / "site"
    before = marks(site)
    edit(two / "toetsen" / "2025-minimumuurloon.yaml", "korte_titel: Minimum", "korte_titel: Nieuw")
    assert toets("site").code == 0
    after = marks(site)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {"index.html", "toetsen/index.html", "toetsen/2025-minimumuurloon.html"} <= changed
    assert "toetsen/2024-kot-wlz.html" not in changed
    assert "over.html" not in changed
    assert "css/site.css" not in changed
    assert not [name for name in changed if name.startswith("rapporten/2024-kot-wlz")]
    assert "Nieuwuurloon" in (site / "toetsen" / "index.html").read_text(encoding="utf-8")


def test_vanished_toets_leaves_nothing_behind(two: Path, toets: Toets) -> None:
    assert toets("site").code == 0
    (two / "toetsen" / "2024-kot-wlz.yaml").unlink()
    assert toets("site").code == 0
    left = [name for name in marks(two / "build" / "site") if "kot-wlz" in name]
    assert left == []
    assert not (two / "build" / "site" / "organisaties" / "szw.html").exists()


def test_touched_output_is_made_again(two: Path, toets: Toets) -> None:
    assert toets("site").code == 0
    page = two / "build" / "site" / "over.html"
    right = page.read_bytes()
    page.write_text("anders", encoding="utf-8")
    assert toets("site").code == 0
    assert page.read_bytes() == right


def test_broken_memory_only_costs_time(two: Path, toets: Toets) -> None:
    assert toets("site").code == 0
    for path in (two / "build" / ".cache").glob("site-*.json"):
        path.write_text("{", encoding="utf-8")
    assert toets("site").code == 0


def test_faults_leave_the_old_site(two: Path, toets: Toets) -> None:
    assert toets("site").code == 0
    before = marks(two / "build" / "site")
    edit(two / "toetsen" / "2025-minimumuurloon.yaml", "titel: Invoer", "titeel: Invoer")
    done = toets("site")
    assert done.code == 1
    assert "bedoelde u ‘titel’?" in done.err
    assert marks(two / "build" / "site") == before


def test_interrupted_build_leaves_the_old_site(
    two: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert toets("site").code == 0
    site = two / "build" / "site"
    before = marks(site)
    edit(two / "toetsen" / "2025-minimumuurloon.yaml", "korte_titel: Minimum", "korte_titel: Nieuw")

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(run, "mkdocs_build", stop)
        assert toets("site").code == 130
    assert marks(site) == before
    site.rename(site.with_name(".site-oud"))  # as if interrupted between the two renames
    assert toets("site").code == 0
    assert "Nieuwuurloon" in (site / "toetsen" / "index.html").read_text(encoding="utf-8")
    assert not site.with_name(".site-oud").exists()
    assert not site.with_name(".site-nieuw").exists()


def test_warning_of_mkdocs_stops_the_build(two: Path, toets: Toets) -> None:
    shutil.copytree(ROOT / "site", two / "site")
    with (two / "site" / "docs" / "over.md").open("a", encoding="utf-8") as page:
        page.write("\n[nergens](bestaat-niet.md)\n")
    done = toets("site")
    assert done.code == 1
    assert "bestaat-niet.md" in done.err
    assert "niet gebouwd" in done.err
    assert not (two / "build" / "site").exists()


def test_broken_settings_of_mkdocs_stop_the_build(two: Path, toets: Toets) -> None:
    shutil.copytree(ROOT / "site", two / "site")
    edit(two / "site" / "mkdocs.yml", "docs_dir: docs", "docs_dir: bestaat-niet")
    done = toets("site")
    assert done.code == 1
    assert "bestaat-niet" in done.err
    assert "Traceback" not in done.err


def test_other_folder_is_not_overwritten(two: Path, toets: Toets) -> None:
    done = toets("site", "--map", "toetsen")
    assert done.code == 2
    assert "niet overschreven" in done.err
    assert (two / "toetsen" / "2024-kot-wlz.yaml").is_file()
    (two / "bestand").write_text("", encoding="utf-8")
    assert toets("site", "--map", "bestand").code == 2


def test_map_says_where(two: Path, toets: Toets) -> None:
    (two / "uit").mkdir()
    assert toets("site", "--map", "uit").out.strip() == "uit/index.html"
    assert (two / "uit" / "index.html").is_file()
    assert not (two / "build" / "site").exists()


def test_internal_goes_to_its_own_folder_only(two: Path, toets: Toets) -> None:
    assert toets("site", "--intern", "--map", "uit").code == 2
    assert toets("site", "--intern").out.strip() == "build/site-intern/index.html"
    assert not (two / "build" / "site").exists()


def test_unwritable_place_is_said_in_dutch(two: Path, toets: Toets) -> None:
    (two / "vol").write_text("", encoding="utf-8")
    done = toets("site", "--map", "vol/site")
    assert done.code == 2
    assert "Traceback" not in done.err


@pytest.mark.parametrize("port", ["0", "65536", "achtduizend", "-1", "８０００"])
def test_preview_refuses_what_is_no_port(two: Path, toets: Toets, port: str) -> None:
    done = toets("bekijk", f"--poort={port}")
    assert done.code == 2
    assert "is geen poort" in done.err
    assert two.is_dir()
