"""Rich text in YAML becomes blocks; plain text survives unchanged."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from invoeringstoets import prose
from invoeringstoets.document import (
    Align,
    Cell,
    Column,
    Emphasis,
    Footnote,
    Heading,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

NOTES = {"1": (Text("Een noot."),)}


def say(text: str) -> Inlines:
    return (Text(text),)


def para(text: str) -> Paragraph:
    return Paragraph(say(text))


def test_paragraphs_emphasis_links_and_breaks() -> None:
    found = prose.blocks("Een **vet**, *schuin*\nwoord.\n\nZie [hier](https://a.nl)  \nen `code`.")
    assert found == (
        Paragraph(
            (
                Text("Een "),
                Strong(say("vet")),
                Text(", "),
                Emphasis(say("schuin")),
                Text(" woord."),
            )
        ),
        Paragraph((Text("Zie "), Link("https://a.nl", say("hier")), LineBreak(), Text("en code."))),
    )


@pytest.mark.parametrize("empty", [None, ""])
def test_nothing_gives_nothing(empty: str | None) -> None:
    assert prose.blocks(empty) == prose.inlines(empty) == prose.paragraphs(empty) == ()


@pytest.mark.parametrize(
    "text",
    ["[a](javascript:alert(1))", "[a](data:text/html,x)", "[a](lokaal.md)", "<script>x</script>"],
)
def test_refused_links_and_html_stay_text(text: str) -> None:
    assert prose.blocks(text) == (para(text),)


@pytest.mark.parametrize("target", ["mailto:a@b.nl", "tel:+31701234567", "http://a.nl/x"])
def test_allowed_schemes(target: str) -> None:
    assert prose.inlines(f"[a]({target})") == (Link(target, say("a")),)
    assert prose.inlines("<https://a.nl>") == (Link("https://a.nl", say("https://a.nl")),)


def test_images_show_their_alternative_text() -> None:
    assert prose.blocks("Voor ![een **kaart**](https://a.nl/k.png) na.") == (
        para("Voor een **kaart** na."),
    )


def test_note_references() -> None:
    assert prose.inlines("Zin.[^1]", NOTES) == (Text("Zin."), Footnote(NOTES["1"]))
    assert prose.inlines("Zin.[^2] [^]", NOTES) == say("Zin.[^2] [^]")


def test_a_note_inside_a_link_is_no_link() -> None:
    found = prose.inlines("[a[^1]](https://a.nl)", NOTES)
    assert not any(isinstance(inline, Link) for inline in found)


def test_lists() -> None:
    found = prose.blocks("- een\n- twee\n\n  vervolg\n\n1. a\n2. b\n   - c\n")
    assert found == (
        ListBlock(((para("een"),), (para("twee"), para("vervolg")))),
        ListBlock(((para("a"),), (para("b"), ListBlock(((para("c"),),)))), ordered=True),
    )


def test_a_list_right_under_a_paragraph_is_a_list() -> None:
    assert prose.blocks("Kop:\n- een") == (para("Kop:"), ListBlock(((para("een"),),)))


def test_an_empty_item_keeps_its_place() -> None:
    assert prose.blocks("-\n- x") == (ListBlock(((Paragraph(()),), (para("x"),))),)


def test_a_line_that_starts_with_a_year_stays_a_line() -> None:
    assert prose.blocks("2021. Het jaar.") == (para("2021. Het jaar."),)
    assert prose.blocks("3) a\n\n   b\n4) c") == (para("3) a"), para("b"), para("4) c"))
    assert prose.blocks("5. - x") == (para("5."), ListBlock(((para("x"),),)))


def test_table() -> None:
    found = prose.blocks("| a | b | c |\n|---|--:|:-:|\n| 1 | *2* | 3 |")
    assert found == (
        Table(
            (),
            (Column(say("a")), Column(say("b"), Align.RIGHT), Column(say("c"), Align.CENTER)),
            ((Cell(say("1")), Cell((Emphasis(say("2")),)), Cell(say("3"))),),
        ),
    )
    assert prose.blocks("| a |\n|---|") == (Table((), (Column(say("a")),), ()),)


def test_form_without_a_block_gives_its_text() -> None:
    assert prose.blocks("> citaat\n\n---\n\n```\neen\ntwee\n```\n\n    ingesprongen") == (
        Quote((para("citaat"),)),
        Paragraph((Text("een"), LineBreak(), Text("twee"))),
        para("ingesprongen"),
    )


def test_headings_take_the_level_of_their_place_and_skip_none() -> None:
    text = "### Een\n\n##### Diep\n\n### Twee"
    levels = [b.level for b in prose.blocks(text, level=2) if isinstance(b, Heading)]
    assert levels == [2, 3, 2]
    assert [b.level for b in prose.blocks("#### x\n\n# y", level=2) if isinstance(b, Heading)] == [
        2,
        2,
    ]


def test_headings_where_none_may_be_are_bold() -> None:
    assert prose.blocks("# Kop\n\n- # In lijst") == (
        Paragraph((Strong(say("Kop")),)),
        ListBlock(((Paragraph((Strong(say("In lijst")),)),),)),
    )


def test_paragraphs_are_plain() -> None:
    assert prose.paragraphs("Een *ster*\nregel.\n \nTwee.\n\n\n\n") == (
        para("Een *ster* regel."),
        para("Twee."),
    )


def test_plain_leaves_notes_out() -> None:
    content = prose.inlines("**a** [b](https://a.nl)[^1] c\\\nd", NOTES)
    assert prose.plain(content) == "a b c d"


WORDS = st.lists(
    st.text("abcdeéïABC0123456789.,;:?!()'’‘«»€%&/+=–\"@", min_size=1, max_size=8), min_size=1
).map(" ".join)


@given(WORDS.filter(lambda words: not words.startswith(("1. ", "1) ", "+ ", "01"))))
def test_plain_text_survives_unchanged(words: str) -> None:
    if words.rstrip() in {"1.", "1)", "+", "=" * len(words)}:
        return
    assert prose.plain(prose.inlines(words)) == words
    found = prose.blocks(words)
    assert " ".join(prose.plain(b.content) for b in found if isinstance(b, Paragraph)) == words


@given(st.text(st.sampled_from("ab*_[]()^1!<>#-+|`~\\\n &;:./ h"), max_size=60))
def test_any_markup_reads_without_fault(text: str) -> None:
    levels = [b.level for b in prose.blocks(text, NOTES, level=3) if isinstance(b, Heading)]
    assert all(2 < level <= before + 1 for before, level in zip([2, *levels], levels, strict=False))
    assert isinstance(prose.inlines(text, NOTES), tuple)


def test_deep_nesting_is_bounded() -> None:
    assert prose.blocks("> " * 5000 + "x") is not None
    assert prose.blocks("- " * 2000 + "x") is not None
    assert prose.inlines("[" * 3000 + "*" * 3000 + "a" + "*" * 3000) is not None


def test_blocks_flow_into_a_cell() -> None:
    text = "# Kop\n\nEen.\n\n- twee\n\n  drie\n-\n\n1. vier\n\n| a | b |\n|---|---|\n| 5 | 6 |"
    flowed = prose.flowed(prose.blocks(text, level=1))
    assert prose.plain(flowed) == "Kop Een. – twee drie –  1. vier 5 6"
    assert sum(isinstance(part, LineBreak) for part in flowed) == 7
    assert prose.flowed(()) == ()


def test_too_deep_emphasis_stays_text() -> None:
    stars = "*" * 200
    text = f"{stars}a{stars}"
    assert prose.inlines(text) == say(text)
    assert prose.blocks(text) == (para(text),)


@given(st.text(alphabet="ab1.-=:|\n)(' \u00a0\u2028\x85\x0c\x00\r,%@/^$\"{}'é€\ud800"))
@example("Regel één\nregel twee\n\n\nAlinea\n")
@example("1. a")
@example("a\n===")
@example("a  \nb")
def test_plain_text_is_what_the_parser_makes_of_it(text: str) -> None:
    found = prose.blocks(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose, "is_plain", lambda _: False)
        assert found == prose.blocks(text)


@pytest.mark.parametrize("text", ["Gewone tekst.", "Twee regels\nen\n\neen alinea: 50% (3/6)"])
def test_most_text_is_plain(text: str) -> None:
    assert prose.is_plain(text)
