from __future__ import annotations

import io
import re
import runpy
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import odfdo
import pypdf
import pytest
from openxml_audit import OdfValidator, ValidationSeverity

import report_cases
import specimens
from invoeringstoets import assets
from invoeringstoets.document import (
    Action,
    Align,
    Bar,
    Block,
    Callout,
    Cell,
    Column,
    Conclusion,
    Cover,
    Definition,
    DefinitionList,
    Document,
    Figure,
    Footnote,
    Heading,
    Ink,
    Label,
    Link,
    ListBlock,
    Notice,
    PageBreak,
    Paragraph,
    Role,
    Signatory,
    Signatures,
    Stroke,
    Table,
    Tone,
)
from invoeringstoets.formats import FORMATS, FormatError, normal, odt
from invoeringstoets.formats.archive import Member, pack, unpack
from invoeringstoets.formats.odt import markup
from invoeringstoets.house_style import NEUTRAL, Colours, HouseStyle, Logo
from invoeringstoets.reports import REPORTS
from specimens import paragraph, squeezed, told, words
from surroundings import ROOT, some

VALIDATOR = OdfValidator(relaxng_validation=True)
"""Checks against the schema of ODF 1.3 as OASIS publishes it, and for dangling names."""

DOCUMENTS = {"letter": specimens.letter(), "report": specimens.report()}
EMPTY = Document("Leeg", Cover("Leeg", "", ()), ())
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def tree(file: bytes, name: str = "content.xml") -> ET.Element:
    return ET.fromstring(parts(file)[name])  # noqa: S314 (our own)


def body(*blocks: Block) -> ET.Element:
    return tree(odt.render(replace(EMPTY, blocks=blocks)))


def texts(node: ET.Element) -> str:
    """The text of an element without notes and bookmarks' page numbers."""
    if node.tag in {f"{TEXT}note", f"{TEXT}page-number", f"{TEXT}page-count"}:
        return node.tail or ""
    inner = "".join(texts(child) for child in node)
    return (node.text or "") + inner + (node.tail or "")


def objections(file: bytes, tmp_path: Path, ending: str = "odt") -> list[str]:
    path = tmp_path / f"file.{ending}"
    path.write_bytes(file)
    found = VALIDATOR.validate(path)
    return [
        f"{one.part_uri}: {one.description}"
        for one in found.errors
        if one.severity is ValidationSeverity.ERROR
    ]


@cache
def built() -> dict[str, Document]:
    """Every report of every toets that we ship."""
    shipped = report_cases.shipped()
    library = report_cases.library(*shipped.values(), internal=True)
    return {
        f"{name}-{kind}": report.build(toets, library)
        for name, toets in shipped.items()
        for kind, report in REPORTS.items()
        if report.unavailable(toets, library) is None
    }


# --- the package ---------------------------------------------------------------------------------


def test_it_is_offered_beside_the_other_formats() -> None:
    assert FORMATS["odt"].extension == "odt"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_media_type_comes_first_and_uncompressed(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(odt.render(DOCUMENTS[name]))) as opened:
        first = opened.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert opened.read(first) == b"application/vnd.oasis.opendocument.text"
        assert opened.testzip() is None


def test_the_manifest_names_every_part() -> None:
    file = parts(odt.render(DOCUMENTS["letter"]))
    listed = set(re.findall(rb'full-path="([^"]+)"', file["META-INF/manifest.xml"]))
    assert {name.decode() for name in listed} - {"/"} == set(file) - {
        "mimetype",
        "META-INF/manifest.xml",
    }
    assert file["META-INF/manifest.xml"].count(b'manifest:version="1.3"') == 2


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert odt.render(DOCUMENTS[name]) == odt.render(DOCUMENTS[name])


@pytest.mark.parametrize("name", [*DOCUMENTS, "empty"])
def test_the_real_schema_has_no_objection(name: str, tmp_path: Path) -> None:
    assert objections(odt.render(DOCUMENTS.get(name, EMPTY)), tmp_path) == []


def test_the_schema_check_sees_a_fault(tmp_path: Path) -> None:
    file = unpack(odt.render(DOCUMENTS["letter"]))
    faulty = file["content.xml"].replace(b"text:outline-level", b"text:level")
    broken = {**file, "content.xml": faulty}
    members = (Member(name, data, stored=name == "mimetype") for name, data in broken.items())
    assert objections(pack(members), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", some(built()))
def test_every_report_of_every_toets_passes_the_schema(name: str, tmp_path: Path) -> None:
    assert objections(odt.render(built()[name]), tmp_path) == []


def test_the_file_says_what_it_is() -> None:
    document = odfdo.Document(io.BytesIO(odt.render(DOCUMENTS["letter"])))
    meta = document.meta
    assert meta.title == "Invoeringstoets kinderopvangtoeslag"
    assert meta.creator == "Ministerie van Voorbeeldzaken en Werkgelegenheid"
    assert meta.subject == "Aanbieding van de invoeringstoets"
    assert meta.language == "nl-NL"
    assert str(meta.creation_date).startswith("2024-09-12")


@pytest.mark.parametrize(
    ("date", "day"),
    [("2024", "2024-01-01"), ("2024-09", "2024-09-01"), ("onbekend", "2000-01-01")],
)
def test_the_date_in_the_file_is_never_that_of_the_clock(date: str, day: str) -> None:
    meta = parts(odt.render(replace(EMPTY, date=date)))["meta.xml"].decode()
    assert f"<dc:date>{day}T00:00:00</dc:date>" in meta


# --- the same text in the same order -------------------------------------------------------------


def read_back(file: bytes) -> str:
    """All text of the body as another program reads it, without notes and the contents."""
    body = odfdo.Document(io.BytesIO(file)).body
    for note in body.get_elements("//text:note"):
        note.delete(keep_tail=True)
    for contents in body.get_elements("//text:table-of-content"):
        contents.delete()
    return squeezed("".join(body.xpath("descendant::text()")))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", [*DOCUMENTS, "2024-kot-wlz-kamerbrief", "2024-kot-wlz-rapport"])
def test_another_program_reads_the_same_text_in_the_same_order(name: str) -> None:
    document = DOCUMENTS.get(name) or built()[name]
    file = read_back(odt.render(document))
    place = 0
    for piece in told(normal.document(numberless(document)).blocks):
        found = file.find(squeezed(piece), place)
        assert found >= 0, piece
        place = found + len(squeezed(piece))
    for notice in document.notices:
        assert squeezed(notice.label + ". " + notice.text) in file


def numberless(document: Document) -> Document:
    """The document without numbers that the office program counts and figures, which tell apart."""
    return replace(
        document,
        blocks=tuple(
            _numberless(block) for block in document.blocks if not isinstance(block, Figure)
        ),
    )


def _numberless(block: Block) -> Block:
    return replace(block, number="") if isinstance(block, Heading) else block


def walk(value: Any, kind: type) -> Iterator[Any]:
    return (each for each in report_cases.walk(value) if isinstance(each, kind))


@pytest.mark.parametrize("name", [*DOCUMENTS, "2024-kot-wlz-rapport"])
def test_nothing_is_lost(name: str) -> None:
    document = normal.document(DOCUMENTS.get(name) or built()[name])
    content = tree(odt.render(document))
    notes = list(content.iter(f"{TEXT}note"))
    assert len(notes) == sum(1 for _ in walk(document, Footnote))
    rows = Counter(
        len(list(table.iter(f"{TABLE}table-row"))) for table in content.iter(f"{TABLE}table")
    )
    wanted = Counter(len(table.rows) + 1 for table in walk(document, Table))
    assert wanted <= rows
    conclusions = sum(1 for one in walk(document, Conclusion) if one.label or one.title)
    headings = sum(1 for _ in walk(document, Heading))
    assert len(list(content.iter(f"{TEXT}h"))) == headings + conclusions
    assert len(list(content.iter(f"{DRAW}g"))) == sum(1 for _ in walk(document, Figure))


def test_the_letter_has_its_head_in_the_body_and_running_lines_in_the_header() -> None:
    file = odt.render(DOCUMENTS["letter"])
    content, styles = read_back(file), texts(tree(file, "styles.xml"))
    front = specimens.LETTERHEAD
    for piece in (front.sender, front.return_address, *front.addressee, *sum(front.facts, ())):
        assert squeezed(piece) in content
    for entry in front.references:
        assert squeezed(entry.label + "".join(entry.lines)) in content
    assert "Ons kenmerk2024-0000123456" in styles
    assert styles.count("Fictief · Concept") == 2
    assert styles.count("Gemaakt uit 2024-voorbeeld.yaml") == 2
    assert "Pagina  van " in styles


# --- true structure ------------------------------------------------------------------------------


def test_headings_have_levels_and_their_numbers_are_counted() -> None:
    content = body(
        Heading(1, words("Een"), number="1."),
        Heading(2, words("Een een"), number="1.1"),
        Heading(1, words("Los")),
        Heading(1, words("Drie"), number="3."),
        Heading(1, words("Anders"), number="IV"),
    )
    headings = list(content.iter(f"{TEXT}h"))
    assert [one.get(f"{TEXT}outline-level") for one in headings] == ["1", "2", "1", "1", "1"]
    assert ["".join(one.itertext()) for one in headings] == [
        "Een",
        "Een een",
        "Los",
        "Drie",
        "IV Anders",
    ]
    assert [one.get(f"{TEXT}is-list-header") for one in headings] == [
        None,
        None,
        "true",
        None,
        "true",
    ]
    assert headings[3].get(f"{TEXT}start-value") == "3"


def test_the_outline_shows_the_numbers_as_the_document_does() -> None:
    file = odt.render(
        replace(
            EMPTY,
            blocks=(
                Heading(1, words("Een"), number="1)"),
                Heading(2, words("Een een"), number="1.1"),
            ),
        )
    )
    levels = {
        one.get(f"{TEXT}level"): one
        for one in tree(file, "styles.xml").iter(f"{TEXT}outline-level-style")
    }
    assert levels["1"].get(f"{STYLE}num-suffix") == ")"
    assert levels["2"].get(f"{TEXT}display-levels") == "2"
    assert levels["3"].get(f"{STYLE}num-format") == ""


def test_nested_lists_are_lists_and_a_new_one_counts_from_one() -> None:
    item = (paragraph("een"), ListBlock(((paragraph("twee"),),)))
    content = body(ListBlock((item,), ordered=True), ListBlock((item,), ordered=True))
    lists = list(content.iter(f"{TEXT}list"))
    names = [one.get(f"{TEXT}style-name") for one in lists]
    assert names == ["Nummering", "Opsomming", "Nummering", "Opsomming"]
    assert not [one for one in lists if one.get(f"{TEXT}continue-numbering")]


def test_a_table_in_a_list_interrupts_it_and_the_numbers_go_on(tmp_path: Path) -> None:
    table = specimens.table(1)
    blocks = (
        ListBlock(
            (
                (paragraph("een"), table, paragraph("nog een")),
                (replace(table, id=""),),
                (paragraph("drie"), ListBlock(((paragraph("a"), replace(table, id="")),))),
            ),
            ordered=True,
        ),
    )
    file = odt.render(replace(EMPTY, blocks=blocks))
    assert objections(file, tmp_path) == []
    lists = [
        one for one in tree(file).iter(f"{TEXT}list") if one.get(f"{TEXT}style-name") == "Nummering"
    ]
    assert [one.get(f"{TEXT}continue-numbering") for one in lists] == [None, "true", "true"]
    assert sum(len(list(one.iter(f"{TEXT}list-header"))) for one in lists) == 1


def test_tables_repeat_their_header_and_head_their_rows() -> None:
    content = body(specimens.table(2))
    table = next(content.iter(f"{TABLE}table"))
    assert len(list(table.iter(f"{TABLE}table-header-rows"))) == 1
    assert len(list(table.iter(f"{TABLE}table-header-columns"))) == 1
    styles = [
        one.get(f"{TEXT}style-name") for one in table.iter(f"{TEXT}p") if "jaar" in texts(one)
    ]
    assert styles == ["Tabelrijkop"] * 2


def test_a_column_is_as_wide_as_its_longest_word_however_narrow_it_asks_to_be() -> None:
    columns = tuple(
        Column(words("Werkgelegenheid" if one < 2 else "x"), width=99 if one == 3 else 1)
        for one in range(4)
    )
    content = body(Table((), columns, ()))
    widths = [
        float(one.get(f"{STYLE}column-width", "").removesuffix("cm"))
        for one in content.iter(f"{STYLE}table-column-properties")
    ]
    whole, narrow, wide = widths[-3:]
    assert 2.8 < whole < 3.3
    assert 2 * whole + narrow + wide == pytest.approx(15.4, abs=0.01)


def test_every_link_inside_goes_to_a_bookmark_and_no_other_is_made() -> None:
    content = tree(odt.render(built()["2024-kot-wlz-rapport"]))
    marks = [one.get(f"{TEXT}name") for one in content.iter(f"{TEXT}bookmark")]
    links = [one.get(f"{XLINK}href", "") for one in content.iter(f"{TEXT}a")]
    assert links
    assert len(marks) == len(set(marks))
    assert {link[1:] for link in links if link.startswith("#")} <= set(marks)
    loose = body(Paragraph((Link("#nergens", words("tekst")),)))
    assert not list(loose.iter(f"{TEXT}a"))


def test_an_id_that_no_bookmark_can_have_still_works() -> None:
    content = body(
        Paragraph((Link("#a.b/c", words("naar")),)), Paragraph(words("hier"), id="a.b/c")
    )
    (link,) = content.iter(f"{TEXT}a")
    assert link.get(f"{XLINK}href") == "#doel.1"
    assert [one.get(f"{TEXT}name") for one in content.iter(f"{TEXT}bookmark")] == ["doel.1"]


def test_an_anchor_without_text_stands_at_the_next_paragraph() -> None:
    content = body(Paragraph((), id="leeg"))
    (mark,) = content.iter(f"{TEXT}bookmark")
    assert mark.get(f"{TEXT}name") == "leeg"


def test_a_page_break_comes_before_what_follows() -> None:
    for follower in (paragraph("tekst"), Heading(1, words("kop")), specimens.table(1)):
        content = tree(odt.render(replace(specimens.letter(), blocks=(PageBreak(), follower))))
        found = [one for one in content.iter() if one.get(f"{FO}break-before") == "page"]
        assert len(found) == 1


def test_all_styles_that_are_used_exist() -> None:
    for document in (*DOCUMENTS.values(), built()["2024-kot-wlz-rapport"]):
        file = odt.render(document)
        known = {
            one.get(f"{STYLE}name")
            for name in ("content.xml", "styles.xml")
            for one in tree(file, name).iter()
        }
        used = {
            value
            for one in tree(file).iter()
            for key, value in one.attrib.items()
            if key.endswith("style-name") and value
        }
        assert used <= known


def test_a_conclusion_stays_with_its_action_unless_it_is_long() -> None:
    def kept(content: ET.Element) -> int:
        return sum(one.get(f"{FO}keep-with-next") == "always" for one in content.iter())

    assert kept(body(specimens.conclusion(1))) > 0
    text = (paragraph(specimens.LONG * 9),)
    assert kept(body(Conclusion("Conclusie 1", words("Titel"), text, ()))) == 0


def test_a_table_among_actions_and_short_lists_keep_their_place() -> None:
    listed = ListBlock(((paragraph("punt"),),))
    content = body(
        Conclusion(
            "Conclusie 1",
            words("Titel"),
            (listed,),
            (Action((listed,)), Action((specimens.table(1),), facts=words("Eigenaar"))),
        )
    )
    told_texts = "".join(texts(content).split())
    assert told_texts.index("punt") < told_texts.index("Aanvragen") < told_texts.index("Eigenaar")


def test_runs_of_spaces_are_written_so_that_they_last() -> None:
    assert markup.text("a   b & c") == 'a <text:s text:c="2"/>b &amp; c'


def test_a_list_in_a_box_has_the_style_of_the_box() -> None:
    content = body(paragraph("eerst"), Callout((), (ListBlock(((paragraph("punt"),),)),)))
    styles = [one.get(f"{TEXT}style-name") for one in content.iter(f"{TEXT}p")]
    assert "Kadertekst" in styles


def test_a_table_in_a_description_is_followed_by_a_paragraph() -> None:
    content = body(DefinitionList((Definition(words("a"), (specimens.table(1),)),)))
    outer = next(content.iter(f"{TABLE}table"))
    cell = list(outer.iter(f"{TABLE}table-cell"))[1]
    assert [child.tag.rpartition("}")[2] for child in cell] == ["p", "table", "p"]


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_style_of_its_own_also_in_a_box(role: Role) -> None:
    plain = body(paragraph("eerst"), Paragraph(words("gewoon"), role))
    boxed = body(Callout(words("Let op"), (Paragraph(words("gewoon"), role),)))
    style = next(
        one.get(f"{TEXT}style-name") for one in plain.iter(f"{TEXT}p") if texts(one) == "gewoon"
    )
    assert (style == "Text_20_body") == (role is Role.BODY)
    assert "Kadertekst" in [one.get(f"{TEXT}style-name") for one in boxed.iter(f"{TEXT}p")]


FIGURE = Figure(
    words("Gebruik"),
    "Een balk van 10 mm & een lijn.",
    300,
    20,
    (
        Bar(0, 0, 10, 5),
        Stroke(0, 6, 20, 6, Ink.TEXT, dashed=True),
        Stroke(0, 7, 20, 7),
        Label(5, 10, "links <b>", strong=True),
        Label(150, 10, "midden", Align.CENTER),
        Label(299, 10, "rechts", Align.RIGHT, ink=Ink.QUIET),
    ),
    id="figuur",
)


def test_a_figure_is_a_group_of_vector_shapes_that_says_what_it_shows(tmp_path: Path) -> None:
    file = odt.render(replace(EMPTY, blocks=(FIGURE, replace(FIGURE, caption=(), id=""))))
    assert objections(file, tmp_path) == []
    groups = list(tree(file).iter(f"{DRAW}g"))
    assert [one.findtext(f"{SVG}title") for one in groups] == ["Gebruik", "Figuur 2"]
    assert groups[0].findtext(f"{SVG}desc") == FIGURE.alternative
    assert len(list(groups[0].iter(f"{DRAW}line"))) == 2
    assert len(list(groups[0].iter(f"{DRAW}rect"))) == 2
    assert [texts(one).strip() for one in groups[0].iter(f"{DRAW}frame")] == [
        "links <b>",
        "midden",
        "rechts",
    ]
    sheet = next(groups[0].iter(f"{DRAW}rect"))
    assert sheet.get(f"{SVG}width") == "154.00mm"


def letter_with(*nodes: Block, **changes: Any) -> Document:
    return replace(specimens.letter(), blocks=nodes, **changes)


def kept(content: ET.Element, node: ET.Element) -> bool:
    """Whether the style of a paragraph keeps it with the next one."""
    name = node.get(f"{TEXT}style-name")
    styles = {one.get(f"{STYLE}name"): one for one in content.iter(f"{STYLE}style")}
    inside = styles[name].iter() if name in styles else ()
    return any(one.get(f"{FO}keep-with-next") == "always" for one in inside)


def test_several_signatories_stand_beside_each_other_and_are_read_in_order() -> None:
    people = tuple(Signatory(f"De Minister van {n},", f"Naam {n}") for n in "ABC")
    content = tree(odt.render(letter_with(paragraph("Slot."), Signatures(people))))
    (table,) = content.iter(f"{TABLE}table")
    assert [len(row) for row in table.iter(f"{TABLE}table-row")] == [2, 2]
    assert texts(table) == "".join(one.office + one.name for one in people)
    assert not list(table.iter(f"{TABLE}table-header-rows"))
    names = [p for p in table.iter(f"{TEXT}p") if texts(p).startswith("Naam")]
    assert [kept(content, name) for name in names] == [True, True, False]
    looks = {one.get(f"{STYLE}name"): one for one in content.iter(f"{STYLE}style")}
    look = looks[table.get(f"{TABLE}style-name")]
    assert look[0].get(f"{STYLE}may-break-between-rows") == "false"
    alone = tree(odt.render(letter_with(Signatures(people[:1]))))
    assert not list(alone.iter(f"{TABLE}table"))


@pytest.mark.parametrize(
    ("count", "length", "expected"),
    [(3, 1, "110"), (4, 1, "1110"), (5, 1, "00010"), (4, 90, "0010")],
)
def test_the_last_two_items_of_a_list_and_a_short_one_stay_together(
    count: int, length: int, expected: str
) -> None:
    items = tuple((paragraph("Punt " + "woord " * length),) for _ in range(count))
    content = tree(odt.render(letter_with(ListBlock(items))))
    found = [p for p in content.iter(f"{TEXT}p") if texts(p).startswith("Punt")]
    assert "".join(str(int(kept(content, p))) for p in found) == expected


def test_in_print_each_name_stands_right_below_its_office() -> None:
    people = tuple(Signatory(f"De Minister van {n},", f"Naam {n}") for n in "AB")
    content = tree(odt.render(letter_with(Signatures(people, printed=True))))
    assert not list(content.iter(f"{TABLE}table"))
    looks = {one.get(f"{STYLE}name"): one for one in content.iter(f"{STYLE}style")}
    told = [p for p in content.iter(f"{TEXT}p") if texts(p).startswith(("De Minister van", "Naam"))]
    assert [kept(content, p) for p in told] == [True, True, True, False]
    office = looks[told[0].get(f"{TEXT}style-name")]
    assert office[0].get(f"{FO}margin-bottom") == "0.000cm"


def test_a_name_stands_lower_beside_an_office_of_more_lines() -> None:
    people = (Signatory("De Minister,", "Kort"), Signatory("De Staatssecretaris " * 4, "Lang"))
    content = tree(odt.render(letter_with(Signatures(people))))
    (short,) = [p for p in content.iter(f"{TEXT}p") if texts(p) == "Kort"]
    (style,) = [
        one
        for one in content.iter(f"{STYLE}style")
        if one.get(f"{STYLE}name") == short.get(f"{TEXT}style-name")
    ]
    assert style[0].get(f"{FO}margin-top") == "0.982cm"


def test_the_closing_stays_with_what_comes_before_it() -> None:
    signed = Signatures((Signatory("De Minister,", "Naam"),))
    words_before = tree(odt.render(letter_with(paragraph("Slot."), signed)))
    (last,) = [p for p in words_before.iter(f"{TEXT}p") if texts(p) == "Slot."]
    assert kept(words_before, last)
    rows = tuple((Cell(words(f"Rij {n}")),) for n in range(3))
    after_table = tree(odt.render(letter_with(Table((), (Column(words("K")),), rows), signed)))
    cells = [p for p in after_table.iter(f"{TEXT}p") if texts(p).startswith("Rij")]
    assert [kept(after_table, p) for p in cells] == [False, True, True]
    items = ListBlock(tuple((paragraph(f"Rij {n}"),) for n in range(6)))
    after_list = tree(odt.render(letter_with(items, signed)))
    lines = [p for p in after_list.iter(f"{TEXT}p") if texts(p).startswith("Rij")]
    assert [kept(after_list, p) for p in lines] == [False] * 4 + [True] * 2
    styles = {one.get(f"{STYLE}name"): one for one in after_list.iter(f"{STYLE}style")}
    last = styles[lines[-1].get(f"{TEXT}style-name")]
    assert last.get(f"{STYLE}parent-style-name") == "Lijsttekst_20_einde"
    settings = parts(odt.render(letter_with(signed)))["settings.xml"].decode()
    assert '"TableRowKeep" config:type="boolean">true' in settings
    assert 'xmlns:ooo="http://openoffice.org/2004/office"' in settings  # or they are passed over


def test_boxes_of_one_tone_do_not_become_one() -> None:
    notices = tuple(Notice(name, "Tekst.", Tone.INFO) for name in ("Een", "Twee"))
    boxes = tuple(Callout(words(name), (paragraph("x"),)) for name in ("Drie", "Vier"))
    content = tree(odt.render(letter_with(*boxes, notices=notices)))
    shown = [texts(p) for p in content.iter(f"{TEXT}p")]
    for first, second, step in (("Een. Tekst.", "Twee. Tekst.", 2), ("Drie", "Vier", 3)):
        at = shown.index(first)
        assert shown[at + step - 1 : at + step + 1] == ["", second]


def test_a_short_report_has_no_title_page_and_no_contents() -> None:
    cover = Cover("Titel", "Ondertitel", (Definition(words("a"), (paragraph("b"),)),), compact=True)
    blocks = tuple(Heading(1, words(f"Kop {one}"), id=f"k{one}") for one in range(4))
    short, long = (
        tree(odt.render(Document("T", replace(cover, compact=one), blocks)))
        for one in (True, False)
    )
    assert not list(short.iter(f"{TEXT}table-of-content"))
    assert len(list(long.iter(f"{TEXT}bookmark-ref"))) == 4
    assert {one.get(f"{STYLE}master-page-name") for one in short.iter(f"{STYLE}style")} >= {
        "Kort_20_rapport"
    }


# --- nothing becomes markup ----------------------------------------------------------------------


@pytest.mark.parametrize("text", [*some(specimens.HOSTILE), "«inhoud» en «voettekst»", "a  b   c"])
def test_hostile_text_stays_text(text: str, tmp_path: Path) -> None:
    document = specimens.hostile(text)
    file = odt.render(document)
    assert objections(file, tmp_path) == []
    wanted = squeezed(normal.document(document).title)
    assert read_back(file).count(wanted) >= 10
    tame = odt.render(specimens.hostile("tam"))
    assert kinds(tree(file)) <= kinds(tree(tame)) | {f"{TEXT}s"}
    for link in tree(file).iter(f"{TEXT}a"):
        assert re.match(r"https?://|mailto:|#", link.get(f"{XLINK}href", ""))


def kinds(content: ET.Element) -> set[str]:
    return {one.tag for one in content.iter()}


@pytest.mark.parametrize(
    "target",
    ["https://example.org/%zz?a=[1]&b=é", "https://example.org/a%20b", "mailto:a@example.org"],
)
def test_addresses_are_valid_whatever_is_in_them(target: str, tmp_path: Path) -> None:
    file = odt.render(replace(EMPTY, blocks=(Paragraph((Link(target, words("hier")),)),)))
    assert objections(file, tmp_path) == []
    (link,) = tree(file).iter(f"{TEXT}a")
    assert " " not in link.get(f"{XLINK}href", " ")


# --- templates and house style -------------------------------------------------------------------


def shipped(kind: str) -> bytes:
    return assets.data(f"templates/odt/{kind}.ott")


@pytest.mark.parametrize("kind", ["brief", "rapport"])
def test_our_templates_are_what_the_script_makes_and_valid(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "docs")
    script = runpy.run_path(str(ROOT / "docs" / "maak_odt_sjablonen.py"))
    assert unpack(script["template"](kind)) == unpack(shipped(kind))
    assert objections(shipped(kind), tmp_path, "ott") == []


def changed(kind: str, old: str, new: str, part: str = "styles.xml") -> HouseStyle:
    file = dict(unpack(shipped(kind)))
    text = file[part].decode()
    assert old in text
    file[part] = text.replace(old, new).encode()
    members = (Member(name, data, stored=name == "mimetype") for name, data in file.items())
    return HouseStyle(templates=((f"odt/{kind}.ott", pack(members)),))


def test_a_designers_template_is_used() -> None:
    style = changed("rapport", 'fo:font-size="27pt"', 'fo:font-size="31pt"')
    assert b'fo:font-size="31pt"' in parts(odt.render(EMPTY, style))["styles.xml"]


@pytest.mark.parametrize(
    ("old", "new", "part", "said"),
    [
        ('style:name="Tabelkop"', 'style:name="Kop"', "styles.xml", "Tabelkop"),
        ("«inhoud»</text:p>", "inhoud</text:p>", "content.xml", "«inhoud»"),
        ("«meldingslabels»", "", "styles.xml", "«meldingslabels»"),
        ("</office:styles>", "", "styles.xml", "niet te lezen"),
        ("<office:document-styles ", "<!DOCTYPE x><office:document-styles ", "styles.xml", "lezen"),
        ("text-template", "graphics", "mimetype", "geen OpenDocument-tekst"),
    ],
)
def test_a_template_that_would_lose_text_is_refused(
    old: str, new: str, part: str, said: str
) -> None:
    with pytest.raises(FormatError, match=said):
        odt.render(EMPTY, changed("rapport", old, new, part))


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(FormatError, match=r"rapport\.ott is geen LibreOffice-sjabloon \(\.ott\)$"):
        odt.render(EMPTY, HouseStyle(templates=(("odt/rapport.ott", b"geen archief"),)))


def test_a_missing_template_is_said_in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(odt.dress.assets, "data", missing)
    odt.dress._loaded.cache_clear()
    odt.dress._dressed.cache_clear()
    with pytest.raises(FormatError, match="ontbreekt"):
        odt.render(EMPTY)


def test_colours_and_fonts_of_a_house_style_replace_ours() -> None:
    style = HouseStyle(colours=Colours(accent="#123456"), families=("Huisletter 'B'",))
    file = parts(odt.render(DOCUMENTS["letter"], style))
    together = file["styles.xml"] + file["content.xml"]
    assert b"#123456" in together
    assert NEUTRAL.colours.accent.encode() not in together
    assert together.count(b"svg:font-family=\"'Huisletter B', 'Source Sans 3'") == 2


PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x01\x08\x02\x00\x00\x00"
    b"{@\xe8\xdd\x00\x00\x00\x0fIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x04AB\xff\xc0\x00\x0b\x08\x00\x01\x00\x02\x01\x01\x11\x00"


@pytest.mark.parametrize(
    ("data", "media_type", "height", "width"),
    [
        (PNG, "image/png", "14.00mm", "28.00mm"),
        (JPEG, "image/jpeg", "14.00mm", "28.00mm"),
        (b'<svg viewBox="0 0 400 100"/>', "image/svg+xml", "10.00mm", "40.00mm"),
        (b"\xff\xd8", "image/jpeg", "14.00mm", "14.00mm"),
        (b"geen beeld", "image/png", "14.00mm", "14.00mm"),
    ],
)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_logo_stands_in_the_file_in_its_own_proportion(
    name: str, data: bytes, media_type: str, height: str, width: str
) -> None:
    style = HouseStyle(logo=Logo(data, media_type, 'Ministerie "X"', 40))
    file = odt.render(DOCUMENTS[name], style)
    (image,) = tree(file).iter(f"{DRAW}image")
    assert parts(file)[image.get(f"{XLINK}href", "")] == data
    frame = next(
        one for one in tree(file).iter(f"{DRAW}frame") if one.find(f"{DRAW}image") is not None
    )
    assert (frame.get(f"{SVG}height"), frame.get(f"{SVG}width")) == (height, width)
    assert frame.findtext(f"{SVG}desc") == 'Ministerie "X"'


def test_a_logo_of_an_unknown_kind_is_its_words(tmp_path: Path) -> None:
    file = odt.render(EMPTY, HouseStyle(logo=Logo(b"x", "image/webp", "Ministerie", 40)))
    assert objections(file, tmp_path) == []
    assert "Ministerie" in read_back(file)


# --- LibreOffice ---------------------------------------------------------------------------------


def soffice(folder: Path, *words: str) -> None:
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *words,
            "--outdir",
            str(folder / "out"),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page as LibreOffice lays it out, of files in our own and saved templates."""
    folder = tmp_path_factory.mktemp("office")
    for kind in ("brief", "rapport"):
        (folder / f"{kind}.ott").write_bytes(shipped(kind))
    soffice(folder, "--convert-to", "ott", str(folder / "brief.ott"), str(folder / "rapport.ott"))
    saved = HouseStyle(
        templates=tuple(
            (f"odt/{kind}.ott", (folder / "out" / f"{kind}.ott").read_bytes())
            for kind in ("brief", "rapport")
        )
    )
    documents = {
        **DOCUMENTS,
        "brief": built()["2024-kot-wlz-kamerbrief"],
        "rapport": built()["2024-kot-wlz-rapport"],
        "figure": replace(EMPTY, blocks=(FIGURE,)),
    }
    for name, document in documents.items():
        (folder / f"{name}.odt").write_bytes(odt.render(document))
    for name, document in DOCUMENTS.items():
        (folder / f"saved-{name}.odt").write_bytes(odt.render(document, saved))
    soffice(folder, "--convert-to", "pdf", *(str(one) for one in sorted(folder.glob("*.odt"))))
    return {
        path.stem: [page.extract_text() for page in pypdf.PdfReader(path).pages]
        for path in (folder / "out").glob("*.pdf")
    }


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_opens_all_and_keeps_the_text(opened: dict[str, list[str]]) -> None:
    for name, document in DOCUMENTS.items():
        text = squeezed("".join(opened[name]))
        for piece in told(normal.document(document).blocks):
            if len(piece) < 60:  # a longer one may go over a page
                assert squeezed(piece) in text, piece


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_counts_the_numbers_that_the_document_says(
    opened: dict[str, list[str]],
) -> None:
    for name, document in (
        ("letter", DOCUMENTS["letter"]),
        ("rapport", built()["2024-kot-wlz-rapport"]),
    ):
        text = squeezed("".join(opened[name]))
        numbered = [one for one in walk(document.blocks, Heading) if one.number]
        assert numbered
        for heading in numbered:
            assert squeezed(heading.number + normal.plain(heading.content)) in text


@pytest.mark.office
@pytest.mark.slow
def test_every_page_says_what_the_document_is_and_which_page(
    opened: dict[str, list[str]],
) -> None:
    for name in (*DOCUMENTS, *(f"saved-{name}" for name in DOCUMENTS)):
        pages = opened[name]
        assert 5 <= len(pages) <= 10
        for number, page in enumerate(pages, 1):
            assert f"Pagina {number} van {len(pages)}" in page
            assert "Fictief" in page
    assert all("Ons kenmerk" in page for page in opened["letter"])


@pytest.mark.office
@pytest.mark.slow
def test_table_headers_come_again_on_every_page(opened: dict[str, list[str]]) -> None:
    over = [page for page in opened["letter"] if "Aanvragen in jaar 3" in page]
    assert len(over) > 1
    assert all("Grootheid" in page for page in over)


@pytest.mark.office
@pytest.mark.slow
def test_the_contents_have_true_page_numbers(opened: dict[str, list[str]]) -> None:
    pages = opened["report"]
    contents = pages[1]
    for name in ("report", "saved-report"):
        told = [re.search(r"^Inhoud *$", page, re.MULTILINE) for page in opened[name][:3]]
        assert [bool(one) for one in told] == [False, True, False]
    where = next(at for at, page in enumerate(pages, 1) if at > 2 and "Bijlage 1: over" in page)
    assert re.search(rf"Bijlage 1: over het instrument[ .]*{where}\b", contents)


@pytest.mark.office
@pytest.mark.slow
def test_a_template_that_libreoffice_saved_gives_the_same_text(
    opened: dict[str, list[str]],
) -> None:
    for name in DOCUMENTS:
        ours, saved = ("".join(opened[one]) for one in (name, f"saved-{name}"))
        assert squeezed(saved) == squeezed(ours)
