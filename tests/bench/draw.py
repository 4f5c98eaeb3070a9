"""Draws letters that are ready in one format, and does nothing else: our side of a match."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from invoeringstoets.formats import FORMATS

form, content = sys.argv[1:]
for letter in pickle.loads(Path(content).read_bytes()):  # noqa: S301 -- made by the bench itself
    FORMATS[form].render(letter)
