"""``make bench``: run the benches, all or those that are named, and say what each found."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import controle, lighthouse, rapporten, site

BENCHES: Mapping[str, Callable[[Path, int], Iterator[str]]] = {
    controle.NAME: controle.run,
    rapporten.NAME: rapporten.run,
    site.NAME: site.run,
    site.LARGE: site.run_large,
    lighthouse.NAME: lighthouse.run,
}
"""Every bench by name: it makes its inputs in a folder, and tells what it found line by line."""

LARGE = frozenset({site.LARGE, lighthouse.NAME})
"""Those that are run only when they are named."""


def main(words: list[str]) -> int:
    """Run the benches that are named, by default all but the large ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", nargs="*", choices=[[], *BENCHES], help=", ".join(BENCHES))
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(words)
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors{load}", flush=True)  # noqa: T201 -- a script
    for name in asked.bench or (name for name in BENCHES if name not in LARGE):
        with tempfile.TemporaryDirectory() as folder:
            for line in BENCHES[name](Path(folder), asked.rounds):
                print(line, flush=True)  # noqa: T201 -- a script
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
