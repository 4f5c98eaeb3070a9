"""``toets bekijk`` as the process that an author starts and ends with Ctrl-C."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from surroundings import ROOT

PATIENCE = 30.0
"""Seconds until something must have happened."""


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(happened: Callable[[], bool]) -> bool:
    """Whether it happened before patience ran out."""
    end = time.monotonic() + PATIENCE
    while not (done := happened()) and time.monotonic() < end:
        time.sleep(0.02)
    return done


@contextmanager
def preview(project: Path, port: int, *toetsen: str) -> Iterator[subprocess.Popen[str]]:
    """A preview of these toetsen, from the moment on that it says its address."""
    for name in toetsen:
        shutil.copy(ROOT / "toetsen" / f"{name}.yaml", project / "toetsen")
    words = [sys.executable, "-m", "invoeringstoets", "bekijk", "--intern", f"--poort={port}"]
    out, err = project / "out", project / "err"
    with (
        out.open("w", encoding="utf-8") as said,
        err.open("w", encoding="utf-8") as complained,
        subprocess.Popen(words, stdout=said, stderr=complained, encoding="utf-8") as process,
    ):
        address = f"http://127.0.0.1:{port}/\n"
        try:
            assert until(lambda: out.read_text(encoding="utf-8") == address), err.read_text()
            yield process
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) in {0, 130}
        finally:
            process.kill()  # or a test that fails would wait for it without end
    assert "Traceback" not in err.read_text(encoding="utf-8")
