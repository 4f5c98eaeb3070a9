"""What an author sees in a browser while writing: every edit, what is wrong, what came back."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from previewing import free_port, preview

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KOT = "2024-kot-wlz"
QUIET = 0.6
"""Seconds between taking a file away and writing it, as some editors do."""
CUT_OFF = """[...document.querySelectorAll(".fouten *")]
  .filter((one) => one.scrollWidth > one.clientWidth && one.clientWidth > 0).length"""


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def served(project: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    with preview(project, port, KOT, "2026-verblijfspas-online") as process:
        yield process


def test_page_follows_its_file_through_faults_and_absence(
    served: subprocess.Popen[str], project: Path, port: int, chromium: Any
) -> None:
    path = project / "toetsen" / f"{KOT}.yaml"
    good = path.read_text(encoding="utf-8")
    page = chromium.new_page(viewport={"width": 390, "height": 900})
    page.goto(f"http://127.0.0.1:{port}/toetsen/{KOT}.html")
    head, faults = page.locator("h1"), page.locator(".fouten")

    path.write_text(good.replace("\ntitel: ", "\ntitel: Verse "), encoding="utf-8")
    head.get_by_text("Verse").wait_for()

    path.write_text(good + "kleuur: '<i>" + "rood" * 60 + "'\n", encoding="utf-8")
    faults.wait_for()
    assert "Verse" in head.inner_text()
    assert faults.locator("li").count() == 1
    assert faults.locator("mark").inner_text() == "kleuur"
    assert "<i>rood" in faults.locator("pre").inner_text()
    assert "regel " in faults.inner_text()
    banner = page.locator("section.melding-balk", has=faults).inner_text()
    assert banner.startswith("Er staat een fout in de bestanden.")
    assert "Daarnaast: 1 hint." in banner
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert page.evaluate(CUT_OFF) == 0

    path.unlink()
    head.get_by_text("Deze pagina is er niet").wait_for()
    path.write_text(good, encoding="utf-8")
    page.locator("#conclusie-c1").wait_for()
    assert faults.count() == 0

    path.unlink()
    time.sleep(QUIET)
    path.write_text(good.replace("\ntitel: ", "\ntitel: Nieuwe "), encoding="utf-8")
    head.get_by_text("Nieuwe").wait_for()
    page.close()
    assert served.poll() is None
