"""Runs of words, to see whether a toets copies its sources without keeping those sources here.

``tests/source_runs.txt`` holds a short hash of every run of eight words in the public sources of
the real toetsen. Made with ``python tests/word_runs.py SOURCE ... > tests/source_runs.txt``.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

LENGTH = 8


def words(text: str) -> list[str]:
    """The words of a text in lower case; a word broken over two lines is made whole."""
    whole = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zà-ÿ])", "", text)
    return re.findall(r"\w+", whole.lower())


def runs(text: str) -> Iterator[str]:
    """Every run of eight words."""
    found = words(text)
    for start in range(len(found) - LENGTH + 1):
        yield " ".join(found[start : start + LENGTH])


def fingerprint(run: str) -> str:
    """A short hash of a run: 40 bits, enough to tell a few thousand runs apart."""
    return hashlib.blake2b(run.encode(), digest_size=5).hexdigest()


def main() -> None:
    """Write the fingerprints of the named files, sorted."""
    texts = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
    found = {fingerprint(run) for text in texts for run in runs(text)}
    sys.stdout.write("\n".join(sorted(found)) + "\n")


if __name__ == "__main__":
    main()
