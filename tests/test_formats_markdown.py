from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

import specimens
from invoeringstoets.document import (
    Blocks,
    Document,
    Emphasis,
    Footnote,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Strong,
    Text,
)
from invoeringstoets.formats import markdown, normal
from invoeringstoets.formats.markdown.blocks import Writer
from specimens import squeezed, told, words

READER = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)


def written(blocks: Blocks) -> str:
    writer = Writer()
    return "\n\n".join([*writer.blocks(normal.blocks(blocks)), *writer.footnotes()])


def read(text: str) -> list[Token]:
    return READER.parse(text)


def shown(tokens: list[Token]) -> Iterator[str]:
    """The text of a parsed page up to its footnotes; code and raw HTML are not text."""
    for token in tokens:
        if token.type == "footnote_block_open":
            return
        assert token.type not in {"code_block", "fence", "html_block"}, token
        for child in token.children or ():
            assert child.type not in {"code_inline", "html_inline", "image"}, child
            yield child.content if child.type in {"text", "text_special"} else " "
        yield " "


def says(blocks: Blocks) -> tuple[str, str]:
    """What the Markdown of blocks says, and what it should say."""
    expected = "".join(told(normal.blocks(blocks), after_term=":"))
    return squeezed("".join(shown(read(written(blocks))))), squeezed(expected)


@pytest.mark.parametrize("document", [specimens.letter(), specimens.report()])
def test_it_reads_back_as_the_text_of_the_document(document: Document) -> None:
    found, expected = says(document.blocks)
    assert found == expected


@pytest.mark.parametrize("text", specimens.HOSTILE)
def test_hostile_text_reads_back_as_it_is(text: str) -> None:
    document = specimens.hostile(text)
    found, expected = says(document.blocks)
    assert found == expected
    for token in read(markdown.render(document).decode()):
        for child in token.children or ():
            if child.type == "link_open":
                assert str(child.attrs["href"]) == "https://example.org"


SIGNS = st.text(st.sampled_from("ab1 \\`*_[]{}()#+-.!|<>~&;:=^$'\"/@\n\t\xa0é"), max_size=12)
TEXTS = st.builds(Text, SIGNS | st.text(max_size=8))
TARGETS = st.sampled_from(["https://example.org/a_b?c=d&copy;=(e)", "#id", "javascript:x"])


def nested(children: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inlines]:
    node = (
        TEXTS
        | st.builds(Strong, children)
        | st.builds(Emphasis, children)
        | st.builds(Link, TARGETS, children)
        | st.builds(Footnote, children)
        | st.just(LineBreak())
    )
    return st.lists(node, max_size=4).map(tuple)


INLINES: st.SearchStrategy[Inlines] = st.recursive(
    st.lists(TEXTS, max_size=2).map(tuple), nested, max_leaves=8
)


@given(INLINES)
def test_any_inlines_read_back_as_their_text(content: Inlines) -> None:
    found, expected = says((Paragraph(content),))
    assert found == expected


@given(st.lists(INLINES, min_size=1, max_size=4))
def test_any_list_reads_back_as_its_text(items: list[Inlines]) -> None:
    inner = tuple((Paragraph(item), Paragraph(item)) for item in items)
    found, expected = says((ListBlock(inner, ordered=True), ListBlock(inner), Paragraph(items[0])))
    assert found == expected


@given(INLINES)
def test_any_place_keeps_its_text(content: Inlines) -> None:
    blocks = specimens.filled(content)
    found, expected = says(blocks)
    assert found == expected


PYTHON = Markdown(extensions=["tables", "toc", "fenced_code"])


@given(SIGNS.filter(lambda text: normal.plain((Text(text),))))
@example("a*b*c _d_ ~~e~~ $f$ ^g^ <b> &copy; # h [i](j) ![k](l) `m` | n")
@example("1) a")
@example(": a")
@example("=== ")
def test_python_markdown_reads_the_same_text(text: str) -> None:
    blocks = normal.blocks((Paragraph((Text(text),)), ListBlock(((Paragraph((Text(text),)),),))))
    shown = unescape(re.sub("<[^>]*>", "", PYTHON.reset().convert(written(blocks))))
    assert squeezed(shown) == squeezed("".join(told(blocks)))


def test_the_blocks_read_back_as_blocks() -> None:
    kinds = [token.type for token in read(written(specimens.blocks()))]
    assert kinds.count("table_open") == 2
    assert kinds.count("heading_open") == 8
    assert kinds.count("ordered_list_open") == 1
    assert kinds.count("bullet_list_open") == 3
    assert kinds.count("blockquote_open") == 2
    assert kinds.count("footnote_open") == 3


def test_lists_that_follow_each_other_stay_apart() -> None:
    item = ((specimens.paragraph("a"),),)
    for ordered in (True, False):
        node = ListBlock(item, ordered=ordered)
        kinds = [token.type for token in read(written((node, node, node)))]
        assert sum(kind.endswith("list_open") for kind in kinds) == 3


def test_emphasis_that_cannot_be_read_is_left_out() -> None:
    content = (Text("a"), Strong((Emphasis(words("(b)")),)), Text("c"))
    assert written((Paragraph(content),)) == "a(b)c"
    assert written((Paragraph((Text("a "), Strong(words(" b ")), Text("c"))),)) == "a **b** c"


def test_a_line_break_is_a_new_line_in_a_paragraph_only() -> None:
    content = (Text("a "), LineBreak(), Text(" b"))
    assert written((Paragraph(content),)) == "a  \nb"


def test_the_front_is_there() -> None:
    letter = markdown.render(specimens.letter()).decode()
    assert letter.startswith("# Invoeringstoets kinderopvangtoeslag\n\n> **Fictief.** Deze")
    assert "-   **Datum:** 12 september 2024\n" in letter
    assert "\\> Retouradres" in letter
    report = markdown.render(specimens.report()).decode()
    assert "-   **Status:** vastgesteld\n" in report
    assert report.endswith("---\n\nGemaakt uit 2024-voorbeeld.yaml\n")


def test_links_lead_outside_or_are_text() -> None:
    content = (Link("https://example.org/?a=b&copy=c", words("x")), Link("#y", words("z")))
    assert written((Paragraph(content),)) == "[x](https://example.org/?a=b&copy=c)z"
