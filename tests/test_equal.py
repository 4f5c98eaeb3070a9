"""All formats say the same: each is read back as a list of items and laid beside the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Any

import pytest

import drawn
import specimens
from invoeringstoets import document as doc
from invoeringstoets import glyphs
from invoeringstoets.document import Cover, Document
from invoeringstoets.formats import FORMATS, normal
from invoeringstoets.reports import OVERVIEWS, REPORTS
from readers import READERS
from readers.expected import front, told, words
from readers.items import Item, Reading, tidy
from surroundings import some


def parted(reading: Reading, document: Document, form: str) -> tuple[list[Item], list[Item]]:
    """The front and the text: what the document tells comes last."""
    cut = max(len(reading.items) - len(told(document, form)), 0)
    return reading.items[:cut], reading.items[cut:]


@cache
def read(name: str, form: str) -> Reading:
    """What a reader makes of a document in a format."""
    return READERS[form](drawn.drawn(name, form))


def check(reading: Reading, document: Document, form: str) -> None:
    before, text = parted(reading, document, form)
    assert text == told(document, form)
    assert words([item.text for item in before], form) == front(document, form)


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(FORMATS)


def test_every_kind_of_report_is_among_them() -> None:
    names = " ".join(drawn.documents())
    assert [name for name in REPORTS if name not in names] == []
    assert [name for name in OVERVIEWS if name.replace("_", "-") not in names] == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", some(drawn.documents()))
def test_it_says_what_the_document_says(name: str, form: str) -> None:
    check(read(name, form), drawn.documents()[name], form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", some(specimens.HOSTILE))
def test_it_says_what_a_hostile_document_says(text: str, form: str) -> None:
    document = specimens.hostile(text)
    check(READERS[form](FORMATS[form].render(document)), document, form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("compact", [True, False])
def test_its_front_has_the_title_above_the_subtitle(form: str, *, compact: bool) -> None:
    cover = Cover("Eerst de titel", "Daarna de ondertitel", (), compact=compact)
    whole = doc.Document("Eerst de titel", cover, (doc.Paragraph((doc.Text("Tekst."),)),))
    reading = READERS[form](FORMATS[form].render(whole))
    said = " ".join(item.text for item in reading.items)
    assert said.index("Eerst de titel") < said.index("Daarna de ondertitel") < said.index("Tekst.")


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "markdown"])
@pytest.mark.parametrize("name", some(drawn.documents()))
def test_its_pages_repeat_what_the_document_is(name: str, form: str) -> None:
    document = normal.document(drawn.documents()[name])
    furniture = squeezed(read(name, form).furniture)
    repeated = [notice.label for notice in document.notices] + [document.footer]
    if isinstance(document.front, Cover) and form in {"docx", "odt"}:
        repeated.append(document.running_title)
    for said in repeated:
        assert squeezed(glyphs.drawable(said) if form == "pdf" else said) in furniture


def squeezed(text: str) -> str:
    return tidy(text).replace(" ", "")


# --- a fault that someone plants is found ---------------------------------------------------------


def changed(value: Any, change: Callable[[Any], Any]) -> Any:
    """A document with a change made to every part of it, innermost first."""
    if isinstance(value, tuple):
        parts = tuple(changed(part, change) for part in value)
        return change(parts)
    if hasattr(value, "__dataclass_fields__"):
        old = {name: getattr(value, name) for name in value.__dataclass_fields__}
        return change(replace(value, **{name: changed(one, change) for name, one in old.items()}))
    return value


def without_cell(part: Any) -> Any:
    if isinstance(part, doc.Table) and part.rows:
        first, *rest = part.rows
        return replace(part, rows=((*first[:1], doc.Cell(()), *first[2:]), *rest))
    return part


def without_row(part: Any) -> Any:
    return replace(part, rows=part.rows[:-1]) if isinstance(part, doc.Table) else part


def without_row_header(part: Any) -> Any:
    return replace(part, header=False) if isinstance(part, doc.Cell) else part


def swapped(part: Any) -> Any:
    """Two neighbours that are both paragraphs change places."""
    if not isinstance(part, tuple):
        return part
    for at in range(len(part) - 1):
        pair = one, other = part[at : at + 2]
        if all(isinstance(each, doc.Paragraph) and each.content for each in pair) and one != other:
            return (*part[:at], other, one, *part[at + 2 :])
    return part


def without_note(part: Any) -> Any:
    return doc.Text("") if isinstance(part, doc.Footnote) else part


def note_moved(part: Any) -> Any:
    """A note stands after the words that follow it."""
    if isinstance(part, tuple):
        for at in range(len(part) - 1):
            if isinstance(part[at], doc.Footnote):
                return (*part[:at], part[at + 1], part[at], *part[at + 2 :])
    return part


def without_target(part: Any) -> Any:
    outside = isinstance(part, doc.Link) and not part.target.startswith("#")
    return replace(part, target="https://example.org/elders") if outside else part


def without_number(part: Any) -> Any:
    return replace(part, number="") if isinstance(part, doc.Heading) else part


def deeper(part: Any) -> Any:
    """A heading of the first level stands one deeper."""
    top = isinstance(part, doc.Heading) and part.level == 1
    return replace(part, level=2) if top else part


def unordered(part: Any) -> Any:
    return replace(part, ordered=not part.ordered) if isinstance(part, doc.ListBlock) else part


def without_alternative(part: Any) -> Any:
    return replace(part, alternative="iets") if isinstance(part, doc.Figure) else part


def without_office(part: Any) -> Any:
    return replace(part, office="") if isinstance(part, doc.Signatory) else part


def unquoted(part: Any) -> Any:
    """A quotation is text like the rest."""
    if not isinstance(part, tuple):
        return part
    parts = ((one.blocks if isinstance(one, doc.Quote) else (one,)) for one in part)
    return tuple(chain.from_iterable(parts))


FAULTS = (
    without_cell,
    without_row,
    without_row_header,
    swapped,
    without_note,
    note_moved,
    without_target,
    without_number,
    deeper,
    unordered,
    without_alternative,
    without_office,
    unquoted,
)
NOT_SHOWN = {("markdown", without_row_header), ("markdown", unquoted)}
"""Markdown prints the header of a row in bold, and so may any cell be; boxes are quotations too."""


@cache
def sample() -> Document:
    """A letter with every block and inline, two paragraphs, two headings, and a figure."""
    figure = doc.Figure(
        specimens.words("Een tijdlijn"), "Van 2020 tot 2024.", 80, 20, (doc.Bar(0, 0, 50, 8),)
    )
    letter = specimens.letter()
    points = tuple((specimens.paragraph(f"{one}; en"),) for one in ("het een", "het ander"))
    more = (
        *(specimens.paragraph("Het een."), specimens.paragraph("Het ander."), figure),
        doc.Quote((specimens.paragraph("Artikel 1. Eenieder mag:"), doc.ListBlock(points))),
    )
    return replace(letter, blocks=(*letter.blocks, *more))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_planted_fault_is_found(fault: Callable[[Any], Any], form: str) -> None:
    whole = sample()
    broken = replace(whole, blocks=changed(whole.blocks, fault))
    assert broken != whole
    reading = READERS[form](FORMATS[form].render(broken))
    found = parted(reading, whole, form)[1] == told(whole, form)
    assert found == ((form, fault) in NOT_SHOWN)


@pytest.mark.parametrize("form", FORMATS)
def test_a_front_that_lacks_a_line_is_found(form: str) -> None:
    whole = sample()
    assert isinstance(whole.front, doc.Letterhead)
    broken = replace(whole, front=replace(whole.front, addressee=whole.front.addressee[1:]))
    reading = READERS[form](FORMATS[form].render(broken))
    before = parted(reading, whole, form)[0]
    assert words([item.text for item in before], form) != front(whole, form)
