"""Rich text (``x-tekst: opmaak``) reaches no reader as raw marks, wherever it is shown."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest

from invoeringstoets import model, prose, schema
from invoeringstoets.document import Document, Sheet
from invoeringstoets.model import Brief, Library, Toets
from invoeringstoets.pages import PAGES, Surroundings
from invoeringstoets.registers import REGISTERS
from invoeringstoets.reports import OVERVIEWS, REPORTS
from report_cases import library, texts

MARK = re.compile(r"\*\w|\]\(|\[\^|<http|^- ")
"""What an author types to mark a text up, as far as it stands in ``rich``."""

FIXED = {
    "id": "v1",
    "ref": "v1",
    "kamer": "tk",
    "stem": "brief",
    "besluit": "niet",
    "status": "aangeboden",
    "volledigheid": "volledig",
    "instrumenttekst": "eigen",
    "soort": "eigen",
    "datum": "2025-01-01",
    "url": "https://voorbeeld.nl/bron",
    "tekst": "Gewone tekst.",
}
"""Values that make a report show what is beside them."""

ABSENT = {"niet_beantwoord", "geen", "geen_actie", "geen_termijn", "niet_openbaar", "herkomst_van"}


def rich(mark: str) -> str:
    """A text with every mark, and a word by which it is known."""
    note = "" if mark.startswith("Voetnoot") else "[^v1]"
    return (
        f"Dit is **{mark}** en [een *link*](https://voorbeeld.nl).{note} Zie"
        " <https://voorbeeld.nl/2>\n\n- een punt\n- nog een\n\n1. eerst\n2. dan"
    )


@cache
def fields_of_rich_text() -> frozenset[tuple[str, str]]:
    """Owner and name of every field that the schema calls ``x-tekst: opmaak``."""
    basis: Any = schema.basis(schema.LATEST)
    owners = {"Toets": basis, **basis["$defs"]}
    return frozenset(
        (owner, name)
        for owner, node in owners.items()
        for name, value in node.get("properties", {}).items()
        if _kind(basis, value) == "opmaak"
    )


def _kind(basis: Any, node: Any) -> str:
    reference = node.get("$ref", "").rsplit("/", 1)[-1]
    found = basis["$defs"].get(reference, {}) if reference else node
    return str(found.get("x-tekst", "") or node.get("x-tekst", ""))


def full(kind: type[Any]) -> Any:
    """A value of the model in which every field is filled in."""
    hints = typing.get_type_hints(kind)
    return kind(**{f.name: _value(kind.__name__, f.name, hints[f.name]) for f in fields(kind)})


def _value(owner: str, name: str, hint: Any) -> Any:
    if (owner, name) in fields_of_rich_text():
        return rich(f"{owner}-{name}")
    if name in ABSENT:
        return () if typing.get_origin(hint) is tuple else None
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        inner = [one for one in typing.get_args(hint) if one is not type(None)]
        hint = str if str in inner else inner[0]
    if typing.get_origin(hint) is tuple:
        return (_value(owner, name, typing.get_args(hint)[0]),)
    if is_dataclass(hint):
        return full(typing.cast("type[Any]", hint))
    plain: dict[Any, Callable[[], Any]] = {
        bool: lambda: False,
        int: lambda: 1,
        str: lambda: _text(name),
    }
    made = plain.get(hint, lambda: {model.CENTRALE_VRAGEN[0]: full(model.Antwoord)})
    return made()


def _text(name: str) -> str:
    return FIXED.get(name, "2025-01-01" if name in {"van", "tot", "peildatum"} else "v1")


@cache
def toetsen() -> tuple[Toets, ...]:
    """A toets in which everything is filled in, and a weighing."""
    one: Toets = full(Toets)
    grounds = tuple(
        model.Grondslag(kind, "v1") for kind in ("aanbeveling", "bevinding", "conclusie", "breder")
    )
    actie = replace(one.acties[0], grondslag=grounds)
    own = replace(
        one,
        id="2025-vol",
        soort="invoeringstoets",
        acties=(actie, replace(actie, id="A2", grondslag=grounds[:1])),
        publicatie=model.Publicatie("openbaar"),
        fictief=True,
    )
    unanswered = replace(own, id="2025-kort", publiekssamenvatting=None)
    return own, unanswered, replace(own, id="2025-afweging", soort="afweging")


def shown() -> Iterator[tuple[str, str]]:
    """All that readers may see of them: by its name, as text."""
    words = library(*toetsen(), internal=True)
    for document in _documents(words):
        yield document.title, texts(document)
    for name, sheet in _sheets(words):
        yield name, _cells(sheet)


def _documents(words: Library) -> Iterator[Document]:
    for toets in words.toetsen:
        for report in REPORTS.values():
            if report.unavailable(toets, words) is None:
                yield from (one.document for one in report.variants(toets, words))
    brief = replace(toetsen()[0].brief or Brief(), verzendingen=())
    for overview in OVERVIEWS.values():
        assert overview.unavailable(words, brief) is None
        yield from (one.document for one in overview.variants(words, brief))


def _sheets(words: Library) -> Iterator[tuple[str, Sheet]]:
    for toets in words.toetsen:
        for report in REPORTS.values():
            if report.sheet:
                yield f"{report.name} (rekenblad)", report.sheet(toets, words)
    for overview in OVERVIEWS.values():
        if overview.sheet:
            yield f"{overview.name} (rekenblad)", overview.sheet(words)
    for register in REGISTERS:
        yield f"register {register.name}", register.fill(words).sheet


def _cells(sheet: Sheet) -> str:
    return "\n".join(str(cell) for row in sheet.rows for cell in row)


def test_no_mark_of_rich_text_reaches_a_reader() -> None:
    raw = {
        f"{name}: {line}"
        for name, text in shown()
        for line in text.split("\n")
        if MARK.search(line)
    }
    assert not raw


def test_no_mark_of_rich_text_reaches_a_page() -> None:
    site = Surroundings(library(*toetsen()))
    pages = [page for make in PAGES for page in make(site)]
    assert any("Actie-tekst" in page.html for page in pages)
    assert not [page.path for page in pages if re.search(r"\*\*\w|\]\(|\[\^", page.html)]


@pytest.mark.parametrize(("owner", "name"), sorted(fields_of_rich_text()))
def test_every_rich_text_is_shown_somewhere(owner: str, name: str) -> None:
    assert any(f"{owner}-{name}" in text for _, text in shown())


def test_one_line_of_rich_text_has_no_marks() -> None:
    assert prose.line("Een\n**vette**  regel.[^v1]\n\n- punt") == "Een vette regel. – punt"
    assert prose.line(None) == ""
