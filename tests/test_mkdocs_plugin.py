from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click import ClickException
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from invoeringstoets.mkdocs_plugin.keys import key_of
from invoeringstoets.mkdocs_plugin.loading import read_strictly
from invoeringstoets.mkdocs_plugin.previewing import Preview
from invoeringstoets.workspace import find_project
from surroundings import ROOT

pytestmark = pytest.mark.slow

PLANTED = "geheimpje-dat-niemand-mag-zien"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A project with its own copy of the site and two toetsen, one of them not public."""
    shutil.copytree(ROOT / "site", tmp_path / "site")
    (tmp_path / "toetsen").mkdir()
    for name in ("2024-kot-wlz", "2025-minimumuurloon", "2026-accijnsretour"):
        shutil.copy(ROOT / "toetsen" / f"{name}.yaml", tmp_path / "toetsen")
    hidden = tmp_path / "toetsen" / "2026-accijnsretour.yaml"
    text = re.sub(r"(?m)^titel: .*$", f"titel: {PLANTED}", hidden.read_text(encoding="utf-8"))
    text = re.sub(r"zichtbaarheid: \w+", "zichtbaarheid: intern", text)
    hidden.write_text(text, encoding="utf-8")
    return tmp_path


def mkdocs(project: Path, *words: str, module: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", module, *words],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1780272000"},
    )


def build(project: Path, *words: str, module: str = "mkdocs") -> Path:
    done = mkdocs(project, "build", "-q", "-f", "site/mkdocs.yml", *words, module=module)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "build" / "site"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "zoek" not in path.relative_to(folder).parts  # see test_incremental
    }


def test_plain_mkdocs_builds_the_public_site(own: Path) -> None:
    built = contents(build(own))
    assert {"index.html", "404.html", "toetsen/2024-kot-wlz.html", "naslag/regels.html"} <= set(
        built
    )
    assert "toetsen/2026-accijnsretour.html" not in built
    assert [path for path, data in built.items() if PLANTED.encode() in data] == []
    assert [path for path, data in built.items() if b"2026-accijnsretour" in data] == []
    assert b"zonder rapporten gemaakt" in built["toetsen/2024-kot-wlz.html"]
    assert "sitemap.xml" not in built
    menu = b'class="hier">Toetsen'  # in the menu and in the one for small screens
    assert built["toetsen/2024-kot-wlz.html"].count(menu) == 2
    assert b'class="hier"' not in built["zoeken.html"]


def test_internal_site_is_marked_and_lies_elsewhere(own: Path) -> None:
    config = own / "site" / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("  - invoeringstoets\n", "  - invoeringstoets:\n      intern: true\n"),
        encoding="utf-8",
    )
    assert not build(own).exists()
    built = contents(own / "build" / "site-intern")
    assert PLANTED.encode() in built["toetsen/2026-accijnsretour.html"]
    for path, data in built.items():
        if path.endswith(".html"):
            assert b"Niet publiceren" in data, path
            assert b"noindex" in data, path


def test_faults_stop_the_build_in_dutch(own: Path) -> None:
    before = contents(build(own))
    broken = own / "toetsen" / "2025-minimumuurloon.yaml"
    broken.write_text(broken.read_text(encoding="utf-8") + "kleuur: rood\n", encoding="utf-8")
    with pytest.raises(ClickException, match="kleuur"):
        read_strictly(find_project(own))
    done = mkdocs(own, "build", "-q", "-f", "site/mkdocs.yml")
    assert done.returncode == 1
    assert "T102" in done.stderr
    assert "onbekende sleutel ‘kleuur’" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert contents(own / "build" / "site") == before


def test_properdocs_builds_the_same_site(own: Path) -> None:
    pytest.importorskip("properdocs", reason="properdocs is not installed")
    first = contents(build(own))
    shutil.rmtree(own / "build")
    assert contents(build(own, module="properdocs")) == first


def test_address_brings_a_sitemap_and_canonical_links(own: Path) -> None:
    config = own / "site" / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text + "\nsite_url: https://voorbeeld.nl/toetsen/\n", encoding="utf-8")
    built = contents(build(own))
    where = b"https://voorbeeld.nl/toetsen/toetsen/2024-kot-wlz.html"
    assert where in built["sitemap.xml"]
    assert b'rel="canonical" href="' + where in built["toetsen/2024-kot-wlz.html"]


def test_generated_page_goes_before_a_written_one_of_that_name(own: Path) -> None:
    (own / "site" / "docs" / "naslag").mkdir()
    (own / "site" / "docs" / "naslag" / "begrippen.md").write_text("# Anders\n", encoding="utf-8")
    config = load_config(str(own / "site" / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    assert b"Anders" not in contents(own / "build" / "site")["naslag/begrippen.html"]


def test_internal_build_in_this_process_keeps_apart(own: Path) -> None:
    plugins = {"invoeringstoets": {"intern": True, "op": "2026-06-01"}}
    config = load_config(str(own / "site" / "mkdocs.yml"), plugins=plugins)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    built = contents(own / "build" / "site-intern")
    assert PLANTED.encode() in built["toetsen/2026-accijnsretour.html"]
    assert not (own / "build" / "site").exists()


def test_preview_keeps_the_last_good_version(own: Path) -> None:
    preview, project = Preview(), find_project(own)
    assert not preview.read(project)[1]
    path = own / "toetsen" / "2024-kot-wlz.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text("id: [\n", encoding="utf-8")
    site, faults = preview.read(project)
    assert "toetsen/2024-kot-wlz.yaml" in str(faults)
    assert site.site.library.by_id("2024-kot-wlz") is not None
    path.write_text(good.replace("\ntitel: ", "\ntitel: Nieuwe "), encoding="utf-8")
    site, faults = preview.read(project)
    renewed = site.site.library.by_id("2024-kot-wlz")
    assert str(faults) == ""
    assert renewed is not None
    assert renewed.titel.startswith("Nieuwe ")
    path.unlink()
    assert preview.read(project)[0].site.library.by_id("2024-kot-wlz") is None


def test_manuals_have_one_page_each() -> None:
    codes = [manual.code for manual in read_strictly(find_project(ROOT)).site.manuals]
    assert codes == sorted(set(codes))


def test_keys_tell_parts_apart() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("a") == key_of(b"a")
