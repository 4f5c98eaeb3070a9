"""Output that cannot be written, or that nobody wants: told, never a bug of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [["uitleg"], ["--help"], ["schema"]])
def test_a_full_disk_is_told(project: Path, words: list[str]) -> None:
    with FULL.open("w") as stream:
        ended = subprocess.run(
            [sys.executable, "-m", "invoeringstoets", *words],
            cwd=project,
            stdout=stream,
            stderr=subprocess.PIPE,
            check=False,
        )
    said = "toets: kan de uitvoer niet schrijven: de schijf is vol\n"
    assert (ended.returncode, ended.stderr.decode()) == (2, said)


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_changes_nothing(project: Path, closed: str) -> None:
    ended = subprocess.run(
        ["sh", "-c", f'"$0" -m invoeringstoets nieuw 2026-een {closed}', sys.executable],
        cwd=project,
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, b"")
    assert (project / "toetsen" / "2026-een.yaml").is_file()


@pytest.mark.parametrize("moment", ["invoeringstoets.cli", "invoeringstoets.cli.uitleg"])
def test_interrupting_while_it_starts_is_quiet(project: Path, moment: str) -> None:
    script = f"""
import sys
from importlib.abc import MetaPathFinder

class Impatient(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == {moment!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Impatient())
sys.argv = ["toets", "uitleg"]
from invoeringstoets.__main__ import start
sys.exit(start())
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=project, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (130, b"")
    assert ended.stderr.decode() == "toets: afgebroken\n"
