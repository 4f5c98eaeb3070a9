"""A site built once in a run, served on loopback, and Debian's Chromium to look at it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from once import made_once
from serving import served

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The internal site of the toetsen in this repository: every status and kind of page."""
    return made_once(tmp_path_factory, "intern", make=_build) / "build" / "site-intern"


def _build(project: Path) -> None:
    shutil.copytree(ROOT / "toetsen", project / "toetsen")
    settings = 'repository = "https://voorbeeld.nl/toetsen"\n'
    (project / "toets.toml").write_text(settings, encoding="utf-8")
    _commit_twice(project)
    command = [sys.executable, "-m", "invoeringstoets", "site", "--intern", "--op", "2026-06-01"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def commit(folder: Path) -> None:
    """A version of all toetsen in this folder, in a repository that begins if need be."""
    who = ("-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.nl")
    for words in (("init", "-q"), ("add", "toetsen"), ("commit", "-qm", "versie")):
        done = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


def _commit_twice(project: Path) -> None:
    """A history of two versions, of which the second differs by one word."""
    path = project / "toetsen" / "2024-kot-wlz.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("De doelgroep is vooraf", "De groep is vooraf"), encoding="utf-8")
    commit(project)
    path.write_text(text, encoding="utf-8")
    commit(project)


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(built) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running Chromium; tests with the marker ``browser`` are skipped where there is none."""
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()
