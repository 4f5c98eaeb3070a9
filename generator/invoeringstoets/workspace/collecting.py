"""Python's search for garbage in cycles, put off while much is made that has none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Look for no garbage in cycles meanwhile: it takes a tenth of the time, and finds nothing.

    What a check and a build make is let go without it, as nothing refers to it any more.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
