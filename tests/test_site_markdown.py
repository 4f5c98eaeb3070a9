from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from surroundings import ROOT, Run

pytestmark = pytest.mark.slow

Toets = Callable[..., Run]


@pytest.fixture
def exported(project: Path, toets: Toets) -> Path:
    """The plain Markdown of all toetsen of this repository."""
    shutil.rmtree(project / "toetsen")
    shutil.copytree(ROOT / "toetsen", project / "toetsen")
    done = toets("site", "--markdown", "md")
    assert (done.code, done.out.strip()) == (0, "md/mkdocs.yml")
    return project / "md"


def test_export_holds_the_public_toetsen(exported: Path) -> None:
    page = (exported / "docs" / "toetsen" / "2025-minimumuurloon.md").read_text(encoding="utf-8")
    assert page.startswith("# ") or "\n# " in page
    listed = (exported / "docs" / "index.md").read_text(encoding="utf-8")
    assert "(toetsen/2025-minimumuurloon.md)" in listed


@pytest.mark.parametrize(
    "words", [("mkdocs", "build", "--strict", "-q"), ("zensical", "build", "--strict")]
)
def test_export_builds_elsewhere(exported: Path, words: tuple[str, ...]) -> None:
    pytest.importorskip(words[0], reason=f"{words[0]} is not installed")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", *words],
        cwd=exported,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (exported / "site" / "toetsen" / "2025-minimumuurloon.html").is_file()


def test_export_overwrites_nothing_else(project: Path, toets: Toets) -> None:
    shutil.copy(ROOT / "toetsen" / "2025-minimumuurloon.yaml", project / "toetsen")
    done = toets("site", "--markdown", "toetsen")
    assert done.code == 2
    assert "geen lege map" in done.err
