"""Which words of a text the PDF breaks: what the template is told with each line of inlines."""

from __future__ import annotations

import pytest

from invoeringstoets.document import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
)
from invoeringstoets.formats.pdf import breaking, drawing
from specimens import report

ADDRESS = "https://example.org/"


def link(text: str) -> Link:
    return Link(ADDRESS, (Text(text),))


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ((), set()),
        ((Text("een korte zin over de regeling"),), set()),
        ((Text("de uitvoeringsorganisaties"),), {"hyphenate"}),
        ((Text("de uitvoering-organisaties-samen"),), set()),
        ((Text("uitvoerings"), Strong((Text("organisaties"),))), {"hyphenate"}),
        ((Text("uitvoerings"), LineBreak(), Text("organisaties")), set()),
        ((Text("\u0065\u0301" * 10),), {"hyphenate"}),
        ((Text("de arbeidsongeschiktheidsverzekering"),), {"hyphenate", "long"}),
        ((Text("uitvoeringsorganisaties en"), link("hun werk")), {"linked"}),
        ((Text("uitvoeringsorganisaties en "), link("hun werk")), {"linked", "hyphenate"}),
        ((Text("uitvoeringsorganisaties"), link("werk")), {"linked"}),
        ((Emphasis((link("arbeidsongeschiktheidsverzekering"),)),), {"linked", "hyphenate"}),
        ((Text("zie"), Footnote((Text("uitvoeringsorganisaties"),))), {"linked"}),
        ((Text(f"zie {ADDRESS}" + "0" * 40),), {"runs"}),
        ((link("0" * 40),), {"linked"}),
    ],
)
def test_a_line_says_what_may_be_broken(words: Inlines, marked: set[str]) -> None:
    assert set(breaking.marks(words)) == marked


@pytest.mark.parametrize(
    ("title", "is_long"),
    [("Quickscan regeling", False), ("Arbeidsongeschiktheidsverzekering", True)],
)
def test_a_title_with_a_word_longer_than_a_line_is_known(title: str, *, is_long: bool) -> None:
    assert breaking.is_long(title) == is_long


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (link("het stuk"), ["het stuk"]),
        (Footnote((Text("een noot"),)), [" (", "een noot", ")"]),
        (Strong((link("het stuk"),)), [{"kind": "strong", "content": ["het stuk"]}]),
        (LineBreak(), [{"kind": "linebreak"}]),
    ],
)
def test_without_links_their_words_stay(node: Inline, words: list[object]) -> None:
    drawn = drawing._Drawing(links=False).words((node,))
    assert drawn == {"content": words}


def test_nothing_in_the_data_is_a_link_when_there_may_be_none() -> None:
    with_links, without = (repr(drawing.data_of(report(), links=links)) for links in (True, False))
    assert "'link'" in with_links
    assert "'footnote'" in with_links
    assert "'link'" not in without
    assert "'footnote'" not in without
