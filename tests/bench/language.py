"""Prints what share of the rules' time the language hints take on the toetsen in a folder."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from invoeringstoets import structure, syntax
from invoeringstoets.rules import RULES, Words
from invoeringstoets.schema import shipped_value_lists
from invoeringstoets.source import Source

LANGUAGE = frozenset({"T740", "T741", "T742", "T743"})


def main(folder: str) -> None:
    """Read, build, and time the rules in two groups."""
    spent = {True: 0.0, False: 0.0}
    lists = shipped_value_lists()
    paths = sorted(Path(folder).glob("*.yaml"))
    for path in paths:
        tree = syntax.parse(Source(path.name, path.read_text(encoding="utf-8"))).value
        toets = structure.build(tree.data if tree else None)
        words = Words(lists, file_stem=path.stem)
        for rule in RULES:
            start = time.process_time()
            list(rule(toets, words))
            spent[rule.code in LANGUAGE] += time.process_time() - start
    each = 1000 / len(paths)
    share = spent[True] / (spent[True] + spent[False])
    print(  # noqa: T201 -- a script
        f"language hints: {spent[True] * each:.2f} ms per file, {share:.0%} of all rules"
        f" ({(spent[True] + spent[False]) * each:.2f} ms)"
    )


if __name__ == "__main__":
    main(sys.argv[1])
