"""Repair tried on very many texts: slips in real toetsen come back, nothing else is touched."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invoeringstoets import pipeline
from invoeringstoets.diagnostic import Diagnostic
from invoeringstoets.repair import Repair, repaired
from invoeringstoets.repair.judging import signature
from invoeringstoets.source import Source
from surroundings import PERCENTAGE, examples
from test_properties import SCHEMAS, TEXTS, TOKENS, mappings, parsed

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ID = re.compile(r"^id: *(\S+)", re.MULTILINE)
KNOWN = [(found[1], text) for text in TEXTS if (found := ID.search(text))]
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
    *("oktober", "november", "december"),
)
DATE = re.compile(r"(?<=: )(\d{4})-(\d\d)-(\d\d)(?=\s*$)", re.MULTILINE)
QUOTED = re.compile(r"(?<=: )(?:'[^'\n]*'|\"[^\"\n\\]*\")(?=\s*$)", re.MULTILINE)
INDENT = re.compile(r"^ +(?=\S)", re.MULTILINE)
PER_TEXT = 12 if PERCENTAGE == 100 else 6
"""How many slips of a kind are made in each text; all of them would take minutes."""


def mend(name: str, text: str) -> Repair:
    return repaired(Source(f"{name}.yaml", text), SCHEMAS)


def slip(word: str, dice: random.Random) -> str:
    """A word with one letter left out, added, changed, or swapped with its neighbour."""
    at = dice.randrange(len(word))
    letter = dice.choice(LETTERS)
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    return dice.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            swapped,
        ]
    )


def misspelt_keys(text: str, dice: random.Random) -> Iterator[str]:
    tree = parsed(text)
    keys = [(route, key) for route, key in mappings(tree.root) if len(key) > 2]
    for route, key in dice.sample(keys, min(PER_TEXT, len(keys))):
        place = tree.offsets(route / key, on_key=True)
        assert place is not None
        word = text[slice(*place)]
        wrong = slip(word, dice)
        if wrong not in {"", word}:
            yield text[: place[0]] + wrong + text[place[1] :]


def tabs(text: str, dice: random.Random) -> Iterator[str]:
    lines = list(INDENT.finditer(text))
    for found in dice.sample(lines, min(PER_TEXT, len(lines))):
        start, end = found.span()
        yield text[:start] + "\t" * ((end - start) // 2) + text[end:]
        yield text[:end] + "\t" + text[end:]


def dates(text: str, dice: random.Random) -> Iterator[str]:
    places = list(DATE.finditer(text))
    for found in dice.sample(places, min(PER_TEXT // 3, len(places))):
        year, month, day = found[1], int(found[2]), int(found[3])
        english = f"{year}/{month}/{day}" if day <= 12 else f"{day}/{month}/{year}"
        for wrong in (f"{day}-{month}-{year}", f"{day} {MONTHS[month - 1]} {year}", english):
            yield text[: found.start()] + wrong + text[found.end() :]


def quotes(text: str, dice: random.Random) -> Iterator[str]:
    places = list(QUOTED.finditer(text))
    for found in dice.sample(places, min(PER_TEXT, len(places))):
        yield text[: found.end() - 1] + text[found.end() :]


@pytest.mark.parametrize(
    "spoil", [misspelt_keys, tabs, dates, quotes], ids=lambda spoil: str(spoil.__name__)
)
def test_a_slip_in_a_real_toets_is_repaired_to_the_byte(
    spoil: type[object],
) -> None:
    dice = random.Random(20261122)  # noqa: S311 - the same slips every time
    back: Counter[bool] = Counter()
    for name, text in KNOWN:
        before = findings(name, text)
        for wrong in spoil(text, dice):  # type: ignore[call-arg, attr-defined]
            if findings(name, wrong) != before:  # a tab inside a text is part of that text
                back[mend(name, wrong).source.text == text] += 1
    assert back[True] >= 30
    assert back[True] / back.total() >= 0.95


def findings(name: str, text: str) -> Counter[tuple[str, str, str]]:
    said = pipeline.check(Source(f"{name}.yaml", text), SCHEMAS).diagnostics
    return Counter(map(signature, said))


def no_worse(text: str) -> None:
    """Repair ends, changes nothing twice, keeps what was readable so, and adds no finding."""
    source = Source("x.yaml", text)
    before = pipeline.check(source, SCHEMAS)
    result = repaired(source, SCHEMAS)
    after = pipeline.check(result.source, SCHEMAS)
    assert (result.source == source) is not bool(result.applied)
    assert repaired(result.source, SCHEMAS).applied == ()
    if not result.applied:
        return
    assert any(not one.code.startswith("T0") for one in after.diagnostics) or after.value
    if before.value is not None:
        assert after.value is not None
        assert not counted(after.diagnostics) - counted(before.diagnostics)
    elif any(of_the_schema(one) for one in before.diagnostics):
        said = [[one for one in all_.diagnostics if of_the_schema(one)] for all_ in (after, before)]
        assert not counted(tuple(said[0])) - counted(tuple(said[1]))


def of_the_schema(diagnostic: Diagnostic) -> bool:
    return diagnostic.code.startswith("T1") and diagnostic.code != "T120"


def counted(said: tuple[Diagnostic, ...]) -> Counter[tuple[str, str, str]]:
    return Counter(map(signature, said))


@settings(max_examples=examples(500))
@given(st.one_of(st.lists(st.sampled_from(TOKENS), max_size=30).map("".join), st.text()))
def test_any_text_is_no_worse_after_repair(text: str) -> None:
    no_worse(text)


@settings(max_examples=examples(150))
@given(st.sampled_from([text for text in TEXTS if len(text) < 9000]), st.data())
def test_a_damaged_toets_is_no_worse_after_repair(text: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 6))
        text = text[:at] + data.draw(st.sampled_from(TOKENS)) + text[at + cut :]
    no_worse(text)
