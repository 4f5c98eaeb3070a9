"""``toets site --markdown``: the whole site as plain Markdown, which other site builders build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from invoeringstoets.exports import EXPORTS
from invoeringstoets.mkdocs_plugin import loading
from invoeringstoets.pages import build
from invoeringstoets.workspace import find_project
from surroundings import ROOT, Run

pytestmark = pytest.mark.slow

Toets = Callable[..., Run]

STRICT = """\
INHERIT: mkdocs.yml
validation: {anchors: warn, absolute_links: warn, unrecognized_links: warn, omitted_files: ignore}
theme: {name: null, custom_dir: thema}
"""
"""Every warning there is, and a theme of one line: what others draw around the text is theirs."""


def export(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoeringstoets", "site", "--markdown", "md", *words],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1780272000"},
    )


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plain Markdown of all toetsen of this repository, some of them with earlier ids."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "toetsen", project / "toetsen")
    done = export(project)
    assert (done.returncode, done.stdout.strip()) == (0, "md/mkdocs.yml"), done.stderr
    return project / "md"


def test_it_has_every_page_and_data_file_of_the_site(exported: Path) -> None:
    project = find_project(exported.parent)
    how = loading.reading(project, day="2026-06-01")
    around = how.world(how.stock(), downloads={}).site
    pages = {page.path.removesuffix(".html") + ".md" for page in build(around)} - {"zoeken.md"}
    by_hand = set(files(project.mkdocs_config.parent / "docs"))
    data = {asset.path: asset.data for kind in EXPORTS for asset in kind(around)}
    assert "data/toetsen.json" in data
    made = files(exported / "docs")
    assert made.keys() == pages | by_hand | data.keys()
    assert {path: made[path] for path in data} == data


def test_its_navigation_is_that_of_the_site_without_searching(exported: Path) -> None:
    text = (exported / "mkdocs.yml").read_text(encoding="utf-8")
    shipped = (ROOT / "site" / "mkdocs.yml").read_text(encoding="utf-8")
    expected = [entry for entry in yaml.safe_load(shipped)["nav"] if "Zoeken" not in entry]
    assert yaml.safe_load(text)["nav"] == expected


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs", "zensical"])
def test_others_build_it_without_a_warning(exported: Path, tmp_path: Path, builder: str) -> None:
    pytest.importorskip(builder, reason=f"{builder} is not installed")
    shutil.copytree(exported, tmp_path / "md")
    done = built(tmp_path / "md", builder)
    assert done.returncode == 0, done.stdout + done.stderr
    site = {path.removesuffix(".html") for path in files(tmp_path / "md" / "site")}
    assert {path.removesuffix(".md") for path in files(exported / "docs")} <= site


def test_a_warning_would_be_heard(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    page = "# A\n\n[x](#niets)\n"
    (tmp_path / "docs" / "index.md").write_text(page, encoding="utf-8")
    done = built(tmp_path, "mkdocs")
    assert done.returncode == 1
    assert "'#niets'" in done.stderr


def built(folder: Path, builder: str) -> subprocess.CompletedProcess[str]:
    """What a builder says of the Markdown in a folder when it may let nothing pass."""
    words = [builder, "build", "--strict"]
    if builder != "zensical":
        (folder / "thema").mkdir()
        (folder / "thema" / "main.html").write_text("{{ page.content }}", encoding="utf-8")
        (folder / "streng.yml").write_text(STRICT, encoding="utf-8")
        words += ["-f", "streng.yml"]
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


def test_it_is_the_same_again_and_what_is_no_more_goes(exported: Path) -> None:
    first = files(exported)
    stale = exported / "docs" / "toetsen" / "2020-verdwenen.md"
    stale.write_text("# Weg\n", encoding="utf-8")
    assert export(exported.parent).returncode == 0
    assert files(exported) == first


def test_an_internal_export_says_so_on_every_page(project: Path, toets: Toets) -> None:
    shutil.copy(ROOT / "toetsen" / "2026-verblijfspas-online.yaml", project / "toetsen")
    assert toets("site", "--markdown", "md", "--intern").code == 0
    docs = project / "md" / "docs"
    made = [*(docs / "toetsen").glob("*.md"), *(docs / "registers").glob("*.md")]
    assert made
    assert all("\n> **Intern.** " in path.read_text(encoding="utf-8") for path in made)


def test_it_takes_over_the_settings_of_a_site_of_ones_own(project: Path, toets: Toets) -> None:
    shutil.copy(ROOT / "toetsen" / "2025-minimumuurloon.yaml", project / "toetsen")
    (project / "site" / "docs").mkdir(parents=True)
    (project / "site" / "docs" / "eigen.md").write_text("# Eigen\n", encoding="utf-8")
    (project / "site" / "mkdocs.yml").write_text(
        "site_name: 'Van: mij'\nsite_url: https://voorbeeld.nl/\nmarkdown_extensions: [footnotes]\n"
        "plugins: [invoeringstoets]\n",
        encoding="utf-8",
    )
    assert toets("site", "--markdown", "md").code == 0
    settings = yaml.safe_load((project / "md" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings == {
        "site_name": "Van: mij",
        "site_url": "https://voorbeeld.nl/",
        "use_directory_urls": False,
        "markdown_extensions": ["toc", "tables", "fenced_code", "footnotes"],
    }
    docs = project / "md" / "docs"
    assert (docs / "eigen.md").read_bytes() == b"# Eigen\n"
    assert (docs / "feeds" / "wijzigingen.xml").is_file()
    assert not (docs / "sitemap.xml").exists()  # a builder makes its own


@pytest.mark.parametrize("name", ["mkdocs.yml", "iets.txt"])
def test_it_overwrites_nothing_else(project: Path, toets: Toets, name: str) -> None:
    shutil.copy(ROOT / "toetsen" / "2025-minimumuurloon.yaml", project / "toetsen")
    (project / "eigen").mkdir()
    (project / "eigen" / name).write_bytes(b"site_name: Van mij \xff\n")
    done = toets("site", "--markdown", "eigen")
    assert done.code == 2
    assert "geen lege map" in done.err
    assert (project / "eigen" / name).read_bytes() == b"site_name: Van mij \xff\n"
