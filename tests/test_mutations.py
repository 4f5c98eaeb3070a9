"""Every slip in every sound toets: one finding of severity fout, in its place, and the way out.

The quick run takes a sample that is the same each time; the full run (``slow``) takes them all.
"""

from __future__ import annotations

import itertools
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from mutations import (
    Mutation,
    Subject,
    doubled_keys,
    every,
    judge,
    misspelt_choices,
    misspelt_keys,
    misspelt_references,
    removed_keys,
    retyped_values,
    slip,
)

FOLDER = Path(__file__).parent.parent / "toetsen"
PATHS = sorted(FOLDER.glob("*.yaml"))
STRIDES = {
    "key": 211, "choice": 71, "reference": 31, "removed": 29, "doubled": 53, "retyped": 211,
}  # fmt: skip
"""The quick run takes one of so many mutations of each kind."""
EVERY = int(os.environ.get("ALLE_MUTATIES", "0"))
"""The full run takes one of so many of all mutations; 0 is no full run."""
SUGGESTED = 0.99
"""At least this part of the one-letter slips in keys and choices gets what was meant."""

KINDS: dict[str, Callable[[Subject, random.Random], Iterator[Mutation]]] = {
    "key": misspelt_keys,
    "choice": misspelt_choices,
    "reference": misspelt_references,
    "removed": lambda subject, _: removed_keys(subject),
    "doubled": lambda subject, _: doubled_keys(subject),
    "retyped": lambda subject, _: retyped_values(subject),
}


@dataclass
class Tally:
    """How many mutations were as they should be; ``wrong`` says of the others what is not."""

    counts: Counter[str] = field(default_factory=Counter)
    suggested: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    unsuggested: list[str] = field(default_factory=list)

    def add(self, subject: Subject, mutation: Mutation) -> None:
        verdict = judge(subject, mutation)
        if not verdict.objected:
            self.counts["still sound"] += 1
            return
        self.counts[mutation.kind] += 1
        what = f"{subject.name}: {mutation.kind} {mutation.name} {mutation.where}"
        if verdict.faults:
            self.wrong.append(f"{what}: {'; '.join(verdict.faults)}\n{verdict.shown}")
        if verdict.suggested is not None:
            self.suggested[mutation.kind] += verdict.suggested
            if not verdict.suggested:
                self.unsuggested.append(f"{mutation.meant} < {mutation.written}")

    def join(self, other: Tally) -> None:
        self.counts += other.counts
        self.suggested += other.suggested
        self.wrong += other.wrong
        self.unsuggested += other.unsuggested


@cache
def subjects() -> tuple[Subject, ...]:
    return tuple(Subject(f"toetsen/{p.name}", p.read_text(encoding="utf-8")) for p in PATHS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_slip_is_one_finding_in_its_place(kind: str) -> None:
    chance = random.Random(kind)  # noqa: S311 -- a sample, not a secret
    tally = Tally()
    for subject in subjects():
        stride = STRIDES[kind]
        some = itertools.islice(
            KINDS[kind](subject, chance), chance.randrange(stride), None, stride
        )
        for mutation in some:
            tally.add(subject, mutation)
    assert tally.counts[kind] > 10
    assert not tally.wrong, "\n".join(tally.wrong)
    if kind in {"key", "choice"}:
        assert tally.suggested[kind] >= SUGGESTED * tally.counts[kind], tally.unsuggested


@pytest.mark.parametrize(
    ("how", "at", "expected"),
    [
        ("delete", 1, "ttel"),
        ("insert", 1, "txitel"),
        ("replace", 6, "txtel"),
        ("swap", 9, "title"),
    ],
)
def test_a_slip_is_one_letter(how: str, at: int, expected: str) -> None:
    assert slip("titel", how, at, "x") == expected


def tally_of(path: Path, part: int, parts: int) -> Tally:
    """What came of every so many-th mutation of one file."""
    subject = Subject(f"toetsen/{path.name}", path.read_text(encoding="utf-8"))
    tally = Tally()
    chance = random.Random(path.name)  # noqa: S311 -- a sample, not a secret
    for mutation in itertools.islice(every(subject, chance), part, None, parts):
        tally.add(subject, mutation)
    return tally


@pytest.mark.slow
@pytest.mark.skipif(not EVERY, reason="ALLE_MUTATIES=1 tries all (20 minutes), =10 one in ten")
def test_every_slip_in_every_toets_is_one_finding_in_its_place() -> None:
    total = Tally()
    parts = 8 * EVERY
    work = [(path, part) for path in PATHS for part in range(0, parts, EVERY)]
    with ProcessPoolExecutor() as pool:
        for tally in pool.map(tally_of, *zip(*work, strict=True), [parts] * len(work)):
            total.join(tally)
    for kind, count in total.counts.items():
        told = f", suggested {total.suggested[kind]}" if total.suggested[kind] else ""
        print(f"{kind}: {count}{told}")  # noqa: T201 -- the outcome of this run
    print(*Counter(total.unsuggested).most_common(), sep="\n")  # noqa: T201
    assert not total.wrong, "\n".join(total.wrong)
    for kind in ("key", "choice"):
        assert total.suggested[kind] >= SUGGESTED * total.counts[kind]
