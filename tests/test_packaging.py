"""The wheel that ships, installed outside the checkout, does the whole job there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from surroundings import ROOT

pytestmark = pytest.mark.slow


def run(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV_"))}
    return subprocess.run(
        words,
        cwd=cwd,
        env={**clean, "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "1735689600"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def toets(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that holds the wheel and sees only its dependencies here."""
    home = tmp_path_factory.mktemp("env")
    made = run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    assert made.returncode == 0, made.stderr
    python = home / "bin" / "python"
    installed = run(
        *(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index"),
        *("--quiet", wheel),
        cwd=home,
    )
    assert installed.returncode == 0, installed.stderr
    (packages,) = home.glob("lib/python*/site-packages")
    # A folder named in a .pth is searched, but its own .pth files (our editable install) are not.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    where = run(python, "-c", "import invoeringstoets; print(invoeringstoets.__file__)", cwd=home)
    assert where.stdout.startswith(str(home)), where
    return home / "bin" / "toets"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project outside the checkout, with a real toets in it."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "toetsen").mkdir()
    for name in ("2024-kot-wlz.yaml", "2025-minimumuurloon.yaml"):
        (folder / "toetsen" / name).write_bytes((ROOT / "toetsen" / name).read_bytes())
    return folder


def test_the_wheel_holds_what_we_ship_and_nothing_else(
    wheel: Path, tracked: tuple[Path, ...]
) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    expected = set()
    for path in tracked:
        top, *_ = relative = path.relative_to(ROOT).parts
        if top == "generator":
            expected.add("/".join(relative[1:]))
        elif top in ("schema", "templates", "site"):
            expected.add("/".join(("invoeringstoets", "_assets", *relative)))
    extra = {name for name in inside - expected if ".dist-info/" not in name}
    assert (expected - inside, extra) == (set(), set())
    licences = {name for name in inside if "/licenses/" in name}
    assert any(name.endswith("/LICENSE") for name in licences)


def test_controleer_runs_from_the_wheel(toets: Path, elsewhere: Path) -> None:
    ended = run(toets, "controleer", cwd=elsewhere)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "2 bestanden" in ended.stdout


def test_rapport_runs_from_the_wheel(toets: Path, elsewhere: Path) -> None:
    ended = run(toets, "rapport", "2024-kot-wlz", cwd=elsewhere)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    folder = elsewhere / "build" / "rapporten" / "2024-kot-wlz"
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert made["2024-kot-wlz-kamerbrief.pdf"].startswith(b"%PDF-")
    assert "Geachte voorzitter" in made["2024-kot-wlz-kamerbrief.html"].decode()
    kinds = {name.removeprefix("2024-kot-wlz-").partition(".")[0] for name in made}
    assert kinds == {"kamerbrief", "kamerstuk", "rapport", "samenvatting", "actielijst"}
    assert {"2024-kot-wlz-actielijst.xlsx", "2024-kot-wlz-actielijst.csv"} <= made.keys()


def test_site_runs_from_the_wheel(toets: Path, elsewhere: Path) -> None:
    ended = run(toets, "site", cwd=elsewhere)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    site = elsewhere / "build" / "site"
    index = (site / "index.html").read_text(encoding="utf-8")
    assert 'lang="nl"' in index
    assert (site / "rapporten" / "2024-kot-wlz" / "2024-kot-wlz-kamerbrief.pdf").is_file()
    for link in re.findall(r'href="([^":#?]+\.html)', index):
        assert (site / link).is_file(), link


def test_a_first_toets_in_an_empty_folder(toets: Path, tmp_path: Path) -> None:
    assert run(toets, "nieuw", "2026-huurtoeslag", cwd=tmp_path).returncode == 0
    assert run(toets, "controleer", cwd=tmp_path).returncode == 0
    ended = run(toets, "rapport", "2026-huurtoeslag", "--naar", "pdf", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert list(tmp_path.glob("build/rapporten/2026-huurtoeslag/*.pdf"))
