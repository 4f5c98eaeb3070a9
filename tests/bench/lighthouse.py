"""What Lighthouse says of the accessibility of the site: every kind of page must have 100."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "browser"))

from kinds import PAGES

from bench import peers
from serving import served

NAME = "lighthouse"
SCREENS = {"wide": ("--preset=desktop",), "narrow": ()}
"""How Lighthouse is asked for a screen; without words that is a telephone."""
FULL = 100
_SITE = peers.ROOT / "build" / "site-intern"
_WORDS = (
    "--only-categories=accessibility",
    "--output=json",
    "--quiet",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
)

Judgement = tuple[int, list[str]]
"""A score, and what was wrong."""


def run(folder: Path, rounds: int) -> Iterator[str]:
    """The score of each kind of page of this checkout, on a wide and on a narrow screen."""
    del folder, rounds  # nothing is kept, and a score is the same every time
    yield "accessibility according to Lighthouse, of 100"
    program = shutil.which("lighthouse", path=str(peers.NODE / "node_modules" / ".bin"))
    browser = shutil.which("chromium")
    if not (program and browser):
        yield "  MISSING: chromium, or Lighthouse, which ‘make bench’ installs with npm"
        return
    words = [*peers.ours(), "site", "--intern", "--zonder-rapporten"]
    subprocess.run(words, cwd=peers.ROOT, check=True, capture_output=True)
    scores: list[int] = []
    with served(_SITE) as address, ThreadPoolExecutor(os.cpu_count()) as threads:
        ask = partial(_judged, [program, *_WORDS], {**os.environ, "CHROME_PATH": browser})
        for screen, more in SCREENS.items():
            judged = threads.map(partial(ask, more=more), (f"{address}/{one}" for one in PAGES))
            for path, (score, faults) in zip(PAGES, judged, strict=True):
                scores.append(score)
                yield f"  {path:44}{screen:8}{score:4}  {', '.join(faults)}"
    lower = sum(score < FULL for score in scores)
    yield f"  all pages {FULL}: {f'NOT MET: {lower} lower' if lower else 'met'}"


def _judged(
    command: list[str], surroundings: dict[str, str], address: str, more: tuple[str, ...]
) -> Judgement:
    """What Lighthouse finds on a page."""
    done = subprocess.run(
        [*command, *more, address], env=surroundings, check=True, capture_output=True
    )
    return judgement(done.stdout)


def judgement(told: bytes) -> Judgement:
    """The score in a report of Lighthouse, and the ids of the audits that a page did not pass."""
    found = json.loads(told)
    faults = [name for name, one in found["audits"].items() if one["score"] not in (1, None)]
    return round(found["categories"]["accessibility"]["score"] * FULL), faults
