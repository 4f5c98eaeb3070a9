"""The hand-written pages say what the program does: commands, requirements, examples, links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from invoeringstoets import pipeline
from invoeringstoets.cli import COMMANDS, command
from invoeringstoets.cli.arguments import Parser
from invoeringstoets.diagnostic import Severity
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "site" / "docs"
PAGES = sorted([*DOCS.glob("uitleg/*.md"), *DOCS.glob("handleiding/*.md")])
WRITING = DOCS / "handleiding" / "een-toets-schrijven.md"
STATUSES = DOCS / "handleiding" / "statussen.md"

COMMAND = re.compile(r"(?:^|`)toets ([a-z][^`\n]*)", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def sections(page: Path) -> dict[str, set[str]]:
    """The field names in backticks under each second-level heading."""
    parts = re.split(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = zip(parts[1::2], parts[2::2], strict=True)
    return {title: set(re.findall(r"`([^`]+)`", text)) for title, text in found}


def command_lines(page: Path) -> Iterator[list[str]]:
    """The words of each command of ``toets`` on a page, in a code block or in backticks."""
    text = page.read_text(encoding="utf-8")
    code = FENCED.findall(text) + re.findall(r"`[^`]+`", FENCED.sub("", text))
    for part in code:
        for line in COMMAND.findall(part):
            yield line.split()


def example(start: str) -> str:
    """The example on the writing page that starts with this line."""
    (found,) = (
        text
        for text in EXAMPLE.findall(WRITING.read_text(encoding="utf-8"))
        if text.startswith(start)
    )
    assert isinstance(found, str)
    return found


def requirements() -> list[dict[str, Any]]:
    table = json.loads((ROOT / "schema" / "1" / "verplicht.json").read_text(encoding="utf-8"))
    rules = table["regels"]
    assert isinstance(rules, list)
    return rules


def fields(rule: dict[str, Any]) -> set[str]:
    return {part for field in rule["velden"] for part in field.split("|")}


def test_the_pages_are_there() -> None:
    names = {f"{page.parent.name}/{page.stem}" for page in PAGES}
    assert names >= {
        "uitleg/wat-is-een-invoeringstoets",
        "uitleg/een-toets-lezen",
        "uitleg/stemmen-en-herkomst",
        "handleiding/een-toets-schrijven",
        "handleiding/meldingen-begrijpen",
        "handleiding/een-rapport-maken",
        "handleiding/statussen",
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_has_one_title_and_no_skipped_heading(page: Path) -> None:
    text = re.sub(
        r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_relative_links_lead_to_a_page_of_the_site(page: Path) -> None:
    nav = (ROOT / "site" / "mkdocs.yml").read_text(encoding="utf-8")
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if not target.startswith("https://"):
            path = (page.parent / target.partition("#")[0]).resolve().relative_to(DOCS)
            assert f": {path.as_posix()}\n" in nav, target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_is_in_the_navigation(page: Path) -> None:
    nav = (ROOT / "site" / "mkdocs.yml").read_text(encoding="utf-8")
    assert f": {page.relative_to(DOCS).as_posix()}\n" in nav


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_shown_commands_are_understood(page: Path) -> None:
    for name, *words in command_lines(page):
        assert name in COMMANDS
        parser = Parser(f"toets {name}")
        command(name).configure(parser)
        parser.read(words)


def test_manual_shows_every_command_of_an_authors_day() -> None:
    shown = {words[0] for page in PAGES for words in command_lines(page)}
    assert shown >= set(COMMANDS) - {"schema"}


def test_statuses_page_follows_the_table_of_requirements() -> None:
    page = sections(STATUSES)
    for rule in requirements():
        when = rule["als"]
        statuses = when.get("status")
        if not when:
            title = "Altijd"
        elif when.get("volledigheid") == ["indexrecord"] or when.get("soort") == ["afweging"]:
            title = "Uitzonderingen"
        else:
            title = statuses[0].capitalize()
        assert fields(rule) <= page[title], title


def test_statuses_page_asks_nothing_that_the_table_does_not() -> None:
    known = {field for rule in requirements() for field in fields(rule)} | {"onbekend"}
    explained = {"geen_actie", "ondernummer", "in_uitvoering", "toegezegd", "gepland"}
    page = sections(STATUSES)
    for title in ("Altijd", "Concept", "Vastgesteld", "Aangeboden"):
        assert page[title] <= known | explained, title


def test_first_example_is_a_sound_concept() -> None:
    checked = pipeline.check(Source("2026-huisbatterij.yaml", example("schemaversie")), Schemas())
    assert checked.value is not None
    assert {item.severity for item in checked.diagnostics} <= {Severity.HINT}


def test_examples_together_are_sound() -> None:
    text = example("schemaversie") + example("samenvatting") + example("bronnen")
    checked = pipeline.check(Source("2026-huisbatterij.yaml", text), Schemas())
    assert checked.value is not None
    assert {item.severity for item in checked.diagnostics} <= {Severity.HINT}
    assert checked.value.acties[0].grondslag[0].ref == "C1"


def test_quoted_title_reads_as_text() -> None:
    text = example("schemaversie").replace(
        "titel: Invoeringstoets Regeling huisbatterijen\n", example("titel")
    )
    checked = pipeline.check(Source("2026-huisbatterij.yaml", text), Schemas())
    assert checked.value is not None
    assert checked.value.titel == "Huisbatterijen: een eerste beeld"


def test_shown_message_is_what_an_author_gets() -> None:
    page = (DOCS / "handleiding" / "meldingen-begrijpen.md").read_text(encoding="utf-8")
    text = example("schemaversie").replace("citeertitel", "citertitel")
    (fault,) = (
        item
        for item in pipeline.check(Source("2026-huisbatterij.yaml", text), Schemas()).diagnostics
        if item.severity is Severity.FOUT
    )
    start = fault.span.start
    assert f"fout[{fault.code}]: {fault.message}" in page
    assert f"hulp: {fault.help}" in page
    assert f"2026-huisbatterij.yaml:{start.line}:{start.column}" in page
