"""Columns of tables: wide enough for the longest word or date in them."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from invoeringstoets import assets
from invoeringstoets.document import Cell, Column, Footnote, Inline, LineBreak, Table, Text
from invoeringstoets.formats.widths import LONGEST_WORD, Setting, of_table, text_width

SETTING = Setting(9.25, 3.4)
DATE = "15\u00a0september\u00a02025"
DUTCH = "Kinderopvangtoeslag Werkgelegenheid stagevergoeding 24 uitvoeringsorganisatie bureaucratie"


def widths(
    columns: list[list[str]], shares: list[int], *, room: float, setting: Setting
) -> tuple[float, ...]:
    """The widths of a table with these texts in its columns, the first of each as header."""
    heads = tuple(
        Column((Text(texts[0]),), width=share) for texts, share in zip(columns, shares, strict=True)
    )
    count = max(map(len, columns))
    filled = [[*texts[1:], *[""] * (count - len(texts))] for texts in columns]
    rows = tuple(tuple(Cell((Text(one),)) for one in row) for row in zip(*filled, strict=True))
    return of_table(Table((), heads, rows), room, setting=setting)


def real_width(text: str, style: str) -> float:
    font = TTFont(assets.path("templates/fonts") / f"SourceSans3-{style}.ttf")
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    return sum(advances[glyphs[ord(char)]][0] for char in text) / font["head"].unitsPerEm


@pytest.mark.parametrize("text", [*DUTCH.split(), DATE, "€ 1.200.000", "WWW/MMM (1)", "Wet ‘x’"])
def test_a_text_is_estimated_a_little_too_wide_never_too_narrow(text: str) -> None:
    assert 1 <= text_width(text, bold=True) / real_width(text, "Bold") < 1.04
    assert 1 <= text_width(text) / real_width(text, "Regular") < 1.09


def test_columns_are_divided_by_shares_where_every_word_fits() -> None:
    made = widths([["a"], ["b"], ["c"]], [1, 2, 1], room=120, setting=SETTING)
    assert made == pytest.approx((30, 60, 30))


def test_a_date_gets_the_width_of_the_whole_date_and_the_others_share_the_rest() -> None:
    columns = [["Datum", DATE], ["Wat", "een twee drie"], ["Wie", "vier"]]
    made = widths(columns, [1, 4, 4], room=150, setting=SETTING)
    assert made[0] >= real_width(DATE, "Regular") * 9.25 * 25.4 / 72 + 3.4
    assert made[1] == pytest.approx(made[2])
    assert sum(made) == pytest.approx(150)


def test_a_column_with_much_text_gets_the_room_that_short_ones_leave() -> None:
    text = (
        "De scholen leveren hun gegevens voortaan binnen een maand aan de toezichthouder aan. " * 3
    )
    columns = [["Wat", text], ["Wie", "gemeenten"], ["Status", "lopend"]]
    made = widths(columns, [1, 1, 1], room=130, setting=SETTING)
    assert made[0] > 80


def test_the_author_s_shares_hold_where_more_room_for_text_saves_no_line() -> None:
    columns = [["Wat", "een wat langere tekst dan in de andere kolom"], ["Wie", "vier"]]
    assert widths(columns, [3, 1], room=160, setting=SETTING) == pytest.approx((120, 40))


@pytest.mark.parametrize("date", [DATE, f"({DATE})", "Kamerstuk\u00a036\u00a0500"])
def test_what_belongs_on_one_line_is_never_narrower_however_full_the_table(date: str) -> None:
    words = "Staatssecretarissen Werkgelegenheidsbeleid stagevergoedingsregeling"
    columns = [["Toets", words], ["Wat", words * 3], ["Wie", words], ["Termijn", date]]
    made = widths(columns, [1, 1, 1, 1], room=115, setting=SETTING)
    assert SETTING.room(made[3]) >= real_width(date, "Regular")


def test_a_line_break_ends_a_line_so_more_room_beside_it_saves_nothing() -> None:
    heads = (Column((Text("Wie"),)), Column((Text("Wat"),)))
    text = Cell((Text("een tekst die in de helft van de breedte drie regels lang is, zoals hier"),))

    def made(*content: Inline) -> tuple[float, ...]:
        return of_table(Table((), heads, ((Cell(content), text),)), 90, setting=SETTING)

    assert made(Text("a"), LineBreak(), Text("b"), LineBreak(), Text("c")) == pytest.approx(
        (45, 45)
    )
    assert made(Text("a b c"))[1] > 50


def test_the_header_is_bold_so_it_needs_more_than_the_same_word_in_a_cell() -> None:
    head, body = "Uitvoeringsorganisatie", "x"
    bold = widths([[head, body], ["y"]], [1, 9], room=150, setting=SETTING)[0]
    light = widths([[body, head], ["y"]], [1, 9], room=150, setting=SETTING)[0]
    assert bold > light


def test_a_line_may_end_after_a_hyphen_so_the_parts_count_by_themselves() -> None:
    glued = widths([["koppeltekenwoorden"], ["y"]], [1, 9], room=150, setting=SETTING)[0]
    parts = widths([["koppelteken-woorden"], ["y"]], [1, 9], room=150, setting=SETTING)[0]
    assert parts < glued


def test_too_little_room_for_whole_words_falls_back_to_hyphenated_ones() -> None:
    long = "Werkgelegenheidseffecten"
    made = widths([[long], [long], ["1"]], [1, 1, 1], room=75, setting=SETTING)
    assert sum(made) == pytest.approx(75)
    whole = text_width(long, bold=True) * 9.25 * 25.4 / 72 + 3.4
    assert 0.62 * whole < made[0] < whole
    assert made[2] < made[0]


def test_far_too_little_room_is_divided_by_what_the_columns_need() -> None:
    made = widths([["Werkgelegenheid"], ["ja"]], [1, 1], room=8, setting=SETTING)
    assert sum(made) == pytest.approx(8)
    assert made[0] > made[1] > 0


def test_an_address_may_be_broken_so_it_does_not_take_the_whole_table() -> None:
    address = "https://" + "x" * 2 * LONGEST_WORD
    made = widths([[address], ["Werkgelegenheid"]], [1, 1], room=120, setting=SETTING)
    assert made == pytest.approx((60, 60))


def test_a_broader_type_asks_for_broader_columns() -> None:
    broad = Setting(9.25, 3.4, wider=1.2)
    columns = [["Werkgelegenheid"], ["y"]]
    assert (
        widths(columns, [1, 9], room=150, setting=broad)[0]
        > widths(columns, [1, 9], room=150, setting=SETTING)[0]
    )


def test_a_table_of_a_document_counts_its_row_headers_as_bold() -> None:
    word = "Uitvoeringsorganisatie"

    def table(*, header: bool) -> Table:
        columns = (Column((Text("A"),), width=1), Column((Text("B"),), width=9))
        note = Footnote((Text("een lange noot telt niet mee"),))
        return Table((), columns, ((Cell((Text(word), note), header), Cell((Text("x"),))),))

    headed = of_table(table(header=True), 150, setting=SETTING)
    plain = of_table(table(header=False), 150, setting=SETTING)
    assert headed[0] > plain[0] > real_width(word, "Regular") * 9.25 * 25.4 / 72
    assert sum(headed) == pytest.approx(150)


def test_a_dash_ends_a_piece_and_a_soft_hyphen_which_no_format_keeps_does_not() -> None:
    dashed, soft, whole = (
        widths([[word], ["y"]], [1, 99], room=150, setting=SETTING)[0]
        for word in ("kinderopvang–toeslag", "kinderopvang\u00adtoeslag", "kinderopvangtoeslag")
    )
    assert dashed < soft == whole
