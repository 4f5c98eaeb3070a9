from __future__ import annotations

import pytest

from invoeringstoets.document import (
    Block,
    Callout,
    Cell,
    Column,
    Conclusion,
    Cover,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Signatures,
    Strong,
    Table,
    Text,
)
from invoeringstoets.formats import normal
from specimens import words


def levels(*wanted: int, offset: int = 0) -> list[int]:
    blocks = tuple(Heading(level, words("kop")) for level in wanted)
    drawn = normal.blocks(blocks, heading_offset=offset)
    return [block.level for block in drawn if isinstance(block, Heading)]


def test_heading_levels_never_skip_one() -> None:
    assert levels(1, 2, 3, 1, 2) == [1, 2, 3, 1, 2]
    assert levels(1, 3, 3, 2, 4) == [1, 2, 2, 2, 3]
    assert levels(3, 4, 1) == [1, 2, 1]


def test_heading_levels_begin_at_the_offset_and_end_at_six() -> None:
    assert levels(1, 2, offset=2) == [3, 4]
    assert levels(*range(1, 10)) == [1, 2, 3, 4, 5, 6, 6, 6, 6]


def test_a_conclusion_stands_one_level_below_its_heading() -> None:
    blocks = normal.blocks(
        (Heading(1, words("a")), Heading(2, words("b")), Conclusion("Conclusie 1", (), ())),
        heading_offset=1,
    )
    assert isinstance(blocks[2], Conclusion)
    assert blocks[2].level == 4


@pytest.mark.parametrize(
    "target",
    ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:a@example.org", "#conclusie-c1"],
)
def test_safe_targets_stay_links(target: str) -> None:
    link = Link(target, words("hier"))
    assert normal.inlines((link,)) == (link,)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        " https://example.org",
        "https://example.org/>x",
        "https://example.org/ x",
        "data:text/html,x",
        "//example.org",
        "/etc/passwd",
        "file:///etc/passwd",
        "#",
        "",
    ],
)
def test_other_targets_leave_only_the_text(target: str) -> None:
    assert normal.inlines((Link(target, words("hier")),)) == words("hier")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((Text("a \n\t b"),), words("a b")),
        ((Text(" a"), Text(" "), Text(" b ")), words("a b")),
        ((LineBreak(), Text("a"), LineBreak()), words("a")),
        ((Text("\x00a\x1b\ud800\ufeff"),), words("\ufffda\ufffd\ufffd")),
        ((Strong(words("a")), Strong(words("b"))), (Strong(words("ab")),)),
        ((Emphasis(words("a")), Emphasis(words("b"))), (Emphasis(words("ab")),)),
        ((Strong((Strong(words("a")),)),), (Strong(words("a")),)),
        ((Strong(()), Text("a")), words("a")),
        (
            (Link("#a", (Link("#b", words("x")), Footnote(words("n")))),),
            (Link("#a", words("x (n)")),),
        ),
        ((Footnote((Text("n"), Footnote(words("m")))),), (Footnote(words("n (m)")),)),
    ],
)
def test_inlines_get_their_normal_shape(content: Inlines, expected: Inlines) -> None:
    assert normal.inlines(content) == expected
    assert normal.blocks((Paragraph(content),)) == (Paragraph(expected),)


def test_an_id_is_used_once() -> None:
    drawn = normal.blocks((Paragraph(words("a"), id="x"), Paragraph(words("b"), id="x")))
    assert drawn == (Paragraph(words("a"), id="x"), Paragraph(words("b")))


@pytest.mark.parametrize(
    "node",
    [
        Heading(1, words(" ")),
        Paragraph((LineBreak(), Text("\n"))),
        ListBlock(()),
        DefinitionList(()),
        Table(words("x"), (), ()),
        Signatures(()),
    ],
)
def test_a_block_that_says_nothing_is_left_out(node: Block) -> None:
    assert normal.blocks((node,)) == ()


def test_a_row_has_a_cell_for_every_column() -> None:
    short, long = (Cell(words("a")),), tuple(Cell(words(char)) for char in "abc")
    table = Table((), (Column(words("k")), Column(words("l"), width=0)), (short, long))
    (drawn,) = normal.blocks((table,))
    assert isinstance(drawn, Table)
    assert drawn.rows == ((*short, Cell(())), long[:2])
    assert [column.width for column in drawn.columns] == [1, 1]


def test_blocks_inside_blocks_are_reached() -> None:
    inner = (Paragraph(words(" a ")),)
    clean = (Paragraph(words("a")),)
    drawn = normal.blocks(
        (
            ListBlock((inner,)),
            DefinitionList((Definition(words(" t "), inner),)),
            Callout(words(" t "), inner),
        )
    )
    assert drawn == (
        ListBlock((clean,)),
        DefinitionList((Definition(words("t"), clean),)),
        Callout(words("t"), clean),
    )


def test_a_document_always_has_a_title() -> None:
    assert normal.document(Document(" \n", Cover("", "", ()), ())).title == "Zonder titel"


def test_plain_leaves_looks_and_notes_out() -> None:
    content = (
        Strong(words("a")),
        LineBreak(),
        Link("#x", (Emphasis(words("b")),)),
        Footnote(words("noot")),
    )
    assert normal.plain(content) == "a b"
