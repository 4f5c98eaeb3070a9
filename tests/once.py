"""What costs much to make and is only read: made once in a run of the tests by many workers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, *, make: Callable[[Path], None]) -> Path:
    """The folder that the first worker to ask for this name fills, while the others wait.

    What is left of a worker that failed or was ended does not count: the next one begins afresh.
    """
    fcntl = pytest.importorskip("fcntl")
    own = factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "once"
    shared.mkdir(exist_ok=True)
    folder, whole = shared / name, shared / f"{name}.whole"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder
