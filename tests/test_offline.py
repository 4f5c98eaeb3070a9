"""The same bytes wherever and whenever it runs, and no word to the network."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from surroundings import ROOT

EPOCH = "1735689600"
TOETSEN = ("2024-kot-wlz", "2023-drone-register")

# Refuses every way out of this machine; what runs with it may only talk within itself.
SILENT = """\
import socket
import sys

def refuse(event, arguments):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"}:
        sys.stderr.write(f"NETWORK: {event} {arguments}\\n")
        raise OSError("no network")

sys.addaudithook(refuse)
"""


@cache
def namespace() -> tuple[str, ...]:
    """The command before another that leaves it without any network, where that is allowed."""
    words = ("unshare", "--map-root-user", "--net")
    if shutil.which("unshare") is None:
        return ()
    tried = subprocess.run([*words, "true"], check=False, capture_output=True)
    return words if tried.returncode == 0 else ()


def toets(project: Path, *words: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """A run of ``toets`` in a process of its own, without network, in other surroundings."""
    hook = project.parent / "hook"
    hook.mkdir(exist_ok=True)
    (hook / "sitecustomize.py").write_text(SILENT, encoding="utf-8")
    clean = {
        name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ
    }
    path = os.pathsep.join((str(hook), str(ROOT / "generator")))
    folder = surroundings.pop("cwd", str(project))
    return subprocess.run(
        [*namespace(), sys.executable, "-m", "invoeringstoets", *words],
        cwd=folder,
        env={**clean, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": path, **surroundings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "toetsen").mkdir(parents=True)
    for name in TOETSEN:
        text = (ROOT / "toetsen" / f"{name}.yaml").read_text(encoding="utf-8")
        text = text.replace("verwante_toetsen:", "# verwant:")
        (folder / "toetsen" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def sums(folder: Path) -> dict[str, str]:
    """A checksum of every file in a folder, hidden ones left out."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(".")
    }


def test_the_hook_refuses_the_network(project: Path) -> None:
    toets(project, "--versie")
    words = [sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 9))"]
    environment = {**os.environ, "PYTHONPATH": str(project.parent / "hook")}
    run = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "NETWORK: socket." in run.stderr


@pytest.mark.slow
def test_the_same_bytes_in_other_surroundings_and_without_network(project: Path) -> None:
    words = ("rapport", "--alle", "--intern", "-q")
    first = toets(project, *words, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    assert (first.returncode, first.stderr) == (0, "")
    made = sums(project / "build" / "rapporten")
    assert {Path(name).suffix[1:] for name in made} == {
        *("pdf", "docx", "odt", "html", "md", "xlsx", "csv")
    }
    elsewhere = project.parent / "ergens" / "anders"
    shutil.copytree(project / "toetsen", elsewhere / "toetsen")
    below = elsewhere / "toetsen"
    surroundings = {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "nl_NL.UTF-8"}
    second = toets(elsewhere, *words, cwd=str(below), **surroundings)
    assert (second.returncode, second.stderr) == (0, "")
    assert sums(elsewhere / "build" / "rapporten") == made


@pytest.mark.slow
def test_another_day_changes_only_what_tells_the_day(project: Path) -> None:
    words = ("rapport", TOETSEN[0], "--soort", "kamerbrief", "-q")
    assert toets(project, *words).returncode == 0
    made = sums(project / "build" / "rapporten")
    shutil.rmtree(project / "build")
    later = toets(project, *words, SOURCE_DATE_EPOCH=str(int(EPOCH) + 400 * 24 * 3600))
    assert later.returncode == 0
    assert sums(project / "build" / "rapporten") == made


@pytest.mark.slow
def test_a_site_is_built_without_network(project: Path) -> None:
    run = toets(project, "site", "-q")
    assert run.returncode == 0, run.stderr
    assert "NETWORK" not in run.stderr
    assert (project / "build" / "site" / "index.html").is_file()
