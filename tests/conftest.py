"""What every test may use: a project of its own, and ``toets`` as a user runs it."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from invoeringstoets.cli import main
from surroundings import ROOT, Run, examples

NEEDS = {"browser": ("chromium",), "office": ("pdfinfo", "soffice")}

MINIMAL = """\
schemaversie: "1"
id: {id}
soort: invoeringstoets
status: concept
titel: Toets {id}
fictief: true
regeling:
  citeertitel: Wet op de proef
organisaties:
  - id: szw
    rol: [opdrachtgever]
"""

# The same examples in every run, so that a change is judged by what it changed; TOEVAL=1 looks on.
settings.register_profile(
    "ours",
    max_examples=examples(100),
    deadline=None,
    derandomize=not os.environ.get("TOEVAL"),
    database=None,
)
settings.load_profile("ours")


@pytest.hookimpl(trylast=True)  # pytest itself first keeps together what shares a fixture
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each of two workers one half of what shares something costly, and the rest after it.

    With ``--dist worksteal`` a worker begins with one half of the list, and takes from the end of
    the other one's when it is done. So one of them builds the site that browsers look at and starts
    the browser; the other one starts Java and LibreOffice; and the small ones fill what is left.
    """
    browser, slow, small = [], [], []
    for item in items:
        marked = {marker.name for marker in item.iter_markers()}
        kind = browser if "browser" in marked else slow if marked & {"slow", "office"} else small
        kind.append(item)
    half = max(len(items) // 2 - len(browser), 0)
    items[:] = [*browser, *small[:half], *slow, *small[half:]]


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over thousands of tests, which all stay to the end."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, programs in NEEDS.items():
        missing = [p for p in programs if shutil.which(p) is None]
        if item.get_closest_marker(marker) and missing:
            reason = f"needs {', '.join(missing)}, which this machine does not have"
            if os.environ.get("CI"):
                pytest.fail(f"{reason}; required under CI")
            pytest.skip(reason)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project that is the current folder, on a fixed day."""
    (tmp_path / "toetsen").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")  # 2025-01-01
    return tmp_path


@pytest.fixture
def own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git with nobody's settings, and one author."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Auteur")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "auteur@example.org")


@pytest.fixture
def add_toets(project: Path) -> Callable[..., Path]:
    """Put a toets (default: the smallest one that passes) in the project."""

    def add(toets_id: str = "2025-proef", text: str | None = None) -> Path:
        path = project / "toetsen" / f"{toets_id}.yaml"
        content = MINIMAL.format(id=toets_id) if text is None else text
        path.write_text(content, encoding="utf-8", newline="\n")
        return path

    return add


@pytest.fixture
def toets(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Run ``toets`` with these words in this process."""

    def run(*words: str) -> Run:
        capsys.readouterr()
        code = main(words)
        printed = capsys.readouterr()
        return Run(code, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def tracked() -> tuple[Path, ...]:
    """The files that git knows in this checkout, or will once they are added."""
    answer = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return tuple(ROOT / line for line in answer.stdout.splitlines() if (ROOT / line).is_file())
