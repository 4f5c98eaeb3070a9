"""Options as people type them; the rest of the command line is in ``test_cli.py``."""

from __future__ import annotations

import pytest

from invoeringstoets.cli import Parser, nieuw, rapport
from invoeringstoets.cli.shell import UsageError


def _read(*words: str) -> tuple[str, list[str] | None, list[str] | None]:
    parser = Parser("toets rapport")
    rapport.configure(parser)
    values = parser.read(words)
    return values.toets, values.naar, values.soort


@pytest.mark.parametrize(
    "line",
    [
        "2025-x --naar pdf html --soort kamerbrief rapport",
        "--naar pdf html --soort kamerbrief rapport 2025-x",
        "--naar pdf html 2025-x --soort kamerbrief rapport",
        "--naar pdf --soort kamerbrief --naar html --soort rapport 2025-x",
        "--naar=pdf 2025-x --naar=html --soort=kamerbrief --soort rapport",
    ],
)
def test_an_option_takes_several_words_or_is_repeated(line: str) -> None:
    assert _read(*line.split()) == ("2025-x", ["pdf", "html"], ["kamerbrief", "rapport"])


def test_a_word_that_is_no_choice_is_the_toets() -> None:
    assert _read("--naar", "pdf", "2025-x") == ("2025-x", ["pdf"], None)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("2025-x --naar htm", "onbekend formaat ‘htm’"),
        ("2025-x --soort brief", "onbekende soort rapport ‘brief’"),
        ("2025-x --naar", "na ‘--naar’ ontbreekt een waarde"),
    ],
)
def test_what_is_wrong_with_several_words_is_told(line: str, message: str) -> None:
    with pytest.raises(UsageError, match=message.replace("|", r"\|")):
        _read(*line.split())


def test_an_unknown_kind_is_told_in_good_dutch() -> None:
    parser = Parser("toets nieuw")
    nieuw.configure(parser)
    with pytest.raises(UsageError, match="onbekende soort ‘x’"):
        parser.read(["2026-x", "--soort", "x"])
