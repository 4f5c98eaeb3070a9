from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx as python_docx
import pypdf
import pytest
from openxml_audit import OpenXmlValidator

import report_cases
import specimens
from invoeringstoets import assets
from invoeringstoets.document import (
    Align,
    Bar,
    Block,
    Blocks,
    Callout,
    Cell,
    Column,
    Conclusion,
    Cover,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Heading,
    Ink,
    Label,
    Letterhead,
    Link,
    ListBlock,
    Notice,
    PageBreak,
    Paragraph,
    Role,
    Signatory,
    Signatures,
    Stroke,
    Strong,
    Table,
    Text,
    Tone,
)
from invoeringstoets.formats import FORMATS, FormatError, docx, normal
from invoeringstoets.formats.docx.inline import address
from invoeringstoets.formats.docx.logo import size
from invoeringstoets.formats.stamp import moment
from invoeringstoets.house_style import Colours, HouseStyle, Logo
from invoeringstoets.model import Brief
from invoeringstoets.reports import OVERVIEWS, REPORTS
from specimens import paragraph, squeezed, told, words
from surroundings import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TEMPLATES = ROOT / "templates" / "docx"
DOCUMENTS = {"letter": specimens.letter(), "report": specimens.report()}
FIGURE = Figure(
    words("Aanvragen per jaar"),
    'Balken: 2023 "112" & 2024 205.',
    100,
    40,
    (
        Bar(10, 5, 50, 8),
        Stroke(0, 40, 100, 0, dashed=True),
        Label(5, 20, "2023 <b>", Align.RIGHT, strong=True, ink=Ink.QUIET),
        Label(50, 30, "midden", Align.CENTER),
    ),
    id="figuur",
)


def report(*blocks: Block, **changes: Any) -> Document:
    return replace(Document("Titel", Cover("Titel", "", ()), blocks), **changes)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, part: str = "word/document.xml") -> ET.Element:
    return ET.fromstring(parts(data)[part])  # noqa: S314 (our own)


def body(*blocks: Block) -> list[ET.Element]:
    """The paragraphs and tables of these blocks in a letter, without what stands before them."""
    front = Letterhead("", "", (), (), (), ())
    before = len(list(tree(docx.render(report(front=front)))[0])) - 1
    return list(tree(docx.render(report(*blocks, front=front)))[0])[before:-1]


def shown(node: ET.Element) -> str:
    """The text of an element, without drawings."""
    if node.tag == f"{MC}AlternateContent":
        return ""
    own = (node.text or "") if node.tag == f"{W}t" else ""
    return own + "".join(map(shown, node))


class Counter:
    """Counts heading numbers as Word does: per abstract list, deeper levels beginning again."""

    def __init__(self, data: bytes) -> None:
        self.texts: dict[tuple[str, str], str] = {}
        for num in tree(data, "word/numbering.xml").iter(f"{W}num"):
            for override in num.iter(f"{W}lvlOverride"):
                text = override.find(f"{W}lvl/{W}lvlText")
                if text is not None:
                    key = (num.get(f"{W}numId", ""), override.get(f"{W}ilvl", ""))
                    self.texts[key] = text.get(f"{W}val", "")
        self.counts = [0] * 9

    def number(self, node: ET.Element) -> str:
        level, num = (node.find(f"{W}pPr/{W}numPr/{W}{name}") for name in ("ilvl", "numId"))
        if level is None or num is None:
            return ""
        key = (num.get(f"{W}val", ""), level.get(f"{W}val", ""))
        if key not in self.texts:
            return ""
        at = int(key[1])
        self.counts[at] += 1
        self.counts[at + 1 :] = [0] * (8 - at)
        return re.sub(r"%(\d)", lambda m: str(self.counts[int(m[1]) - 1]), self.texts[key])


def text_of(data: bytes) -> str:
    """The text of the body as it is printed, heading numbers too."""
    counter, root = Counter(data), tree(data)
    drawn = {id(p) for box in root.iter(f"{MC}AlternateContent") for p in box.iter(f"{W}p")}
    printed = (node for node in root.iter(f"{W}p") if id(node) not in drawn)
    return "".join(counter.number(node) + shown(node) for node in printed)


def said(blocks: Blocks) -> str:
    return "".join(
        normal.plain(b.caption) if isinstance(b, Figure) else "".join(told((b,))) for b in blocks
    )


def objections(data: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "proef.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


@cache
def reports() -> dict[str, Document]:
    """Every report of every toets in the repository, and those over all of them."""
    toetsen = report_cases.shipped()
    library = report_cases.library(*toetsen.values())
    found = {
        variant.stem(f"{name}-{kind}"): variant.document
        for name, toets in toetsen.items()
        for kind, report in REPORTS.items()
        if report.unavailable(toets, library) is None
        for variant in report.variants(toets, library)
    }
    for kind, overview in OVERVIEWS.items():
        if overview.unavailable(library, Brief()) is None:
            made = overview.variants(library, Brief())
            found |= {variant.stem(kind): variant.document for variant in made}
    return found


# --- the same text -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_text_is_that_of_the_document_in_its_order(name: str) -> None:
    document = normal.document(DOCUMENTS[name])
    text = squeezed(text_of(docx.render(document)))
    assert text.endswith(squeezed(said(document.blocks)))
    front = document.front
    lines = (
        (front.title, front.subtitle, *told((DefinitionList(front.facts),)))
        if isinstance(front, Cover)
        else (
            *(front.sender, front.return_address, *front.addressee, *sum(front.facts, ())),
            *(part for one in front.references for part in (one.label, *one.lines)),
        )
    )
    for line in (*lines, *(notice.text for notice in document.notices)):
        assert squeezed(line) in text


@pytest.mark.slow
def test_every_report_says_all_and_breaks_no_schema(tmp_path: Path) -> None:
    assert len(reports()) >= 20
    for name, document in reports().items():
        data = docx.render(document)
        plain = normal.document(document)
        assert squeezed(text_of(data)).endswith(squeezed(said(plain.blocks))), name
        assert objections(data, tmp_path) == [], name


@pytest.mark.parametrize(
    "text", [*specimens.HOSTILE, "]]>", "<w:p/>", "a\"b'c", "«inhoud»", "x" * 9000]
)
def test_hostile_text_is_text(text: str) -> None:
    document = specimens.hostile(text)
    data = docx.render(document)
    for name, content in parts(data).items():
        assert name.endswith(".odttf") or ET.fromstring(content) is not None  # noqa: S314
    assert squeezed(text_of(data)).endswith(squeezed(said(normal.document(document).blocks)))
    assert not list(tree(data).iter(f"{W}fldSimple"))
    targets = re.findall(
        r'Target="([^"]*)" TargetMode="External"',
        parts(data)["word/_rels/document.xml.rels"].decode(),
    )
    assert all(
        target.startswith(("https://example.org", "http://", "https://")) for target in targets
    )


@pytest.mark.parametrize("number", [0, 2, 6, 15, 21])
def test_hostile_documents_break_no_schema(number: int, tmp_path: Path) -> None:
    assert objections(docx.render(specimens.hostile(specimens.HOSTILE[number])), tmp_path) == []


@pytest.mark.parametrize(
    "document",
    [
        *DOCUMENTS.values(),
        report(FIGURE),
        report(),
        report(Callout((), ()), ListBlock(((),)), Table((), (Column(()),), ()), PageBreak()),
    ],
)
def test_the_file_is_as_the_standard_has_it(document: Document, tmp_path: Path) -> None:
    assert objections(docx.render(document), tmp_path) == []


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx.render(DOCUMENTS["letter"]) == docx.render(specimens.letter())
    with zipfile.ZipFile(io.BytesIO(docx.render(DOCUMENTS["letter"]))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_reads_it_back() -> None:
    document = normal.document(DOCUMENTS["report"])
    read = python_docx.Document(io.BytesIO(docx.render(document)))
    headings = [p for p in read.paragraphs if p.style.name.startswith("Heading")]
    wanted = [
        (
            b.level,
            normal.plain(b.content)
            if isinstance(b, Heading)
            else f"{b.label}: {normal.plain(b.title)}",
        )
        for b in document.blocks
        if isinstance(b, Heading | Conclusion)
    ]
    assert [(int(p.style.name[-1]), p.text) for p in headings] == wanted
    tables = [b for b in document.blocks if isinstance(b, Table)]
    assert len(read.tables) == len(tables)
    for found, table in zip(read.tables, tables, strict=True):
        cells = [[squeezed(cell.text) for cell in row.cells] for row in found.rows]
        assert cells[0] == [squeezed(normal.plain(c.header)) for c in table.columns]
        assert cells[1:] == [[squeezed(normal.plain(c.content)) for c in row] for row in table.rows]
    core = read.core_properties
    assert (core.title, core.author, core.language) == (document.title, document.author, "nl-NL")
    assert f"{core.created:%Y-%m-%d}" == "2024-09-01"


# --- structure -----------------------------------------------------------------------------------


def styles_of(nodes: list[ET.Element]) -> list[str]:
    found = (node.find(f"{W}pPr/{W}pStyle") for node in nodes if node.tag == f"{W}p")
    return [node.get(f"{W}val", "") for node in found if node is not None]


def test_paragraphs_have_the_style_of_their_role() -> None:
    nodes = body(*(paragraph(role.value, role) for role in Role))
    assert styles_of(nodes) == [
        "BodyText",
        "Inleiding",
        "Bijzonderheden",
        "Salutation",
        "NietIngevuld",
    ]


def test_an_aside_in_a_list_is_an_aside_under_its_item() -> None:
    aside = paragraph("Eigenaar", Role.META)
    nodes = body(ListBlock(((paragraph("a"), aside),)))
    assert styles_of(nodes) == ["ListBullet", "Bijzonderheden"]
    indent = nodes[1].find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert indent.get(f"{W}left") == "340"


def test_nested_lists_have_their_own_styles_and_begin_again() -> None:
    inner = ListBlock(((paragraph("c"),), (paragraph("d"),)), ordered=True)
    deep: Block = paragraph("onderin")
    for _ in range(7):
        deep = ListBlock(((deep,),))
    nodes = body(
        ListBlock(((paragraph("a"), inner, paragraph("e")), (paragraph("b"), inner))), deep
    )
    assert styles_of(nodes)[:7] == [
        *("ListBullet", "ListNumber2", "ListNumber2", "ListContinue"),
        *("ListBullet", "ListNumber2", "ListNumber2"),
    ]
    assert styles_of(nodes)[-1] == "ListBullet5"
    nums = [n.get(f"{W}val") for node in nodes for n in node.iter(f"{W}numId")]
    assert nums[0] == nums[1] != nums[2] == nums[3]
    data = docx.render(report(inner, inner))
    made = [
        num
        for num in tree(data, "word/numbering.xml").iter(f"{W}num")
        if num.find(f".//{W}startOverride") is not None
    ]
    assert len(made) == 2


def test_only_numbers_that_word_counts_otherwise_are_typed() -> None:
    numbers = ["1", "2", "2.1", "2.2", "3", "3.1", "5", "bis", "4"]
    nodes = body(*(Heading(1 + n.count("."), words("kop"), number=n) for n in numbers))
    assert [shown(node) for node in nodes] == ["kop"] * 6 + ["5 kop", "bis kop", "kop"]


def test_the_header_row_comes_again_and_rows_stay_whole() -> None:
    (found,) = (node for node in body(specimens.table()) if node.tag == f"{W}tbl")
    rows = found.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
        True,
        False,
        False,
        False,
    ]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    widths = [int(column.get(f"{W}w", "")) for column in found.iter(f"{W}gridCol")]
    assert sum(widths) == 7500
    assert widths[0] == pytest.approx(3 * widths[1], abs=3)
    look = found.find(f"{W}tblPr/{W}tblLook")
    assert look is not None
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
    aligned = [[jc.get(f"{W}val") for jc in row.iter(f"{W}jc")] for row in rows]
    assert aligned[1] == ["right", "right", "center"]


def test_a_column_is_as_wide_as_its_longest_word_or_date() -> None:
    date = "15\u00a0september\u00a02025"
    columns = (Column(words("Datum"), width=1), Column(words("Wat"), width=20))
    (table,) = tree(
        docx.render(report(Table((), columns, ((Cell(words(date)), Cell(words("x"))),))))
    ).iter(f"{W}tbl")
    first, last = (int(one.get(f"{W}w") or 0) for one in table.iter(f"{W}gridCol"))
    assert 1500 < first < 2000
    assert first + last == 8730


def test_two_tables_are_never_one() -> None:
    node = Table((), (Column(words("a")),), ((Cell(words("b")),),))
    tags = [one.tag for one in body(node, node)]
    assert (f"{W}tbl", f"{W}tbl") not in pairwise(tags)


def test_footnotes_are_real_and_in_order() -> None:
    data = docx.render(DOCUMENTS["letter"])
    notes = tree(data, "word/footnotes.xml")
    ids = [n.get(f"{W}id") for n in tree(data).iter(f"{W}footnoteReference")]
    texts = {n.get(f"{W}id"): shown(n).strip() for n in notes}
    assert ids == ["1", "2", "3"]
    assert texts["1"] == "Kamerstukken II 2023/24, 31 322, nr. 523, online."
    assert "Voorbeeld" not in "".join(texts.values())
    rels = parts(data)["word/_rels/footnotes.xml.rels"].decode()
    assert 'Target="https://example.org/k"' in rels


def test_links_go_out_or_to_a_bookmark() -> None:
    nodes = body(
        Heading(1, words("Doel"), id="een id met ruimte & tekens, langer dan veertig tekens a"),
        Heading(1, words("Doel"), id="een id met ruimte & tekens, langer dan veertig tekens b"),
        Paragraph((Link("#een id met ruimte & tekens, langer dan veertig tekens b", words("x")),)),
        Paragraph((Link("#nergens", words("nergens")), Link("http://[", words("stuk")))),
    )
    data = docx.render(DOCUMENTS["letter"])
    names = [n.get(f"{W}name", "") for n in tree(data).iter(f"{W}bookmarkStart")]
    ids = [n.get(f"{W}id") for n in tree(data).iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name) for name in names)
    anchors = {n.get(f"{W}anchor") for n in tree(data).iter(f"{W}hyperlink")} - {None}
    assert anchors
    assert anchors <= set(names)
    assert not any(True for node in nodes[-1:] for _ in node.iter(f"{W}hyperlink"))


def test_ids_that_read_alike_get_bookmarks_of_their_own() -> None:
    ids = ("a-b", "a_b", "a b", "a" * 50, "a" * 51)
    found = docx.anchors(report(*(Paragraph((), id=name) for name in ids)))
    assert len(set(found.values())) == len(ids)
    assert all(len(name) <= 40 for name in found.values())


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("https://a.nl/é?x=1&y=(2)", "https://a.nl/%C3%A9?x=1&y=(2)"),
        ("https://a.nl:99999/", None),
        ("https://", None),
        ("http://[::1", None),
        ("mailto:a@b.nl", "mailto:a@b.nl"),
    ],
)
def test_an_address_is_one_that_word_opens(target: str, wanted: str | None) -> None:
    assert address(target) == wanted


def test_a_conclusion_and_its_actions_stay_together_when_they_are_short() -> None:
    def kept(nodes: list[ET.Element]) -> list[bool]:
        return [node.find(f"{W}pPr/{W}keepNext") is not None for node in nodes]

    short = replace(specimens.conclusion(1), blocks=(paragraph("Kort."),))
    nodes = body(short)
    assert kept(nodes) == [True] * (len(nodes) - 1) + [False]
    assert not all(kept(body(specimens.conclusion(1, actions=9)))[:-1])


def test_words_that_announce_stay_with_what_comes() -> None:
    nodes = body(paragraph("Twee doelen:"), paragraph("Een."), Signatures((Signatory("De", "A"),)))
    found = [node.find(f"{W}pPr/{W}keepNext") is not None for node in nodes]
    assert found[:2] == [True, True]


def test_a_new_page_begins_where_it_is_asked_for() -> None:
    nodes = body(PageBreak(), paragraph("a"), PageBreak(), PageBreak(), paragraph("b"))
    broken = [node.find(f"{W}pPr/{W}pageBreakBefore") is not None for node in nodes]
    assert broken == [False, True]


def test_several_actions_are_a_list_and_one_is_not() -> None:
    assert "Actiepunt" not in styles_of(body(specimens.conclusion(1)))
    assert styles_of(body(specimens.conclusion(1, actions=2))).count("Actiepunt") == 2


def test_a_box_and_what_is_in_it_have_the_same_ground() -> None:
    inner = (
        paragraph("a"),
        ListBlock(((paragraph("b"),),)),
        DefinitionList((Definition(words("c"), (paragraph("d"), paragraph("e"))),)),
    )
    nodes = body(Callout(words("Let op"), inner))
    grounds = [node.find(f"{W}pPr/{W}shd") is not None for node in nodes[2:5]]
    assert grounds == [True, True, True]


def test_a_long_term_gets_a_line_of_its_own() -> None:
    facts = tuple(
        Definition(words(term), (paragraph("wat"),))
        for term in ("Kort", "Een term van meer dan de breedte")
    )
    first, second = body(DefinitionList(facts))
    assert (first.find(f".//{W}tab") is None, second.find(f".//{W}br") is None) == (False, False)
    assert body(DefinitionList((Definition(words("a"), (specimens.table(),)),)))[2].tag == f"{W}tbl"


def test_looks_within_looks_are_kept() -> None:
    node = Paragraph(
        (
            Strong((Text("a"), Emphasis(words("b")), Link("https://a.nl", words("c")))),
            Emphasis(words("d")),
        )
    )
    (found,) = body(node)
    runs = {
        shown(run): {child.tag.removeprefix(W) for child in run.find(f"{W}rPr") or ()}
        for run in found.iter(f"{W}r")
    }
    assert runs["b"] >= {"rStyle", "i"}
    assert runs["c"] >= {"rStyle", "b"}
    assert runs["a"] == runs["d"] == {"rStyle"}


def test_a_figure_is_made_of_shapes_and_told_in_words() -> None:
    data = docx.render(report(FIGURE))
    (told_,) = tree(data).iter(f"{WP}docPr")
    assert told_.get("descr") == FIGURE.alternative
    (extent,) = tree(data).iter(f"{WP}extent")
    assert (extent.get("cx"), extent.get("cy")) == ("3600000", "1440000")
    shapes = [n for n in tree(data).iter() if n.tag.endswith("}wsp")]
    assert len(shapes) == 4
    assert "2023 <b>" in "".join(n.text or "" for n in tree(data).iter(f"{W}t"))
    (fallback,) = tree(data).iter(f"{MC}Fallback")
    assert "".join(fallback.itertext()) == FIGURE.alternative


# --- the page ------------------------------------------------------------------------------------


def test_the_first_page_has_its_own_head_and_later_ones_the_running_column() -> None:
    data = docx.render(DOCUMENTS["letter"])
    section = tree(data)[0][-1]
    assert section.find(f"{W}titlePg") is not None
    later, first = (shown(tree(data, f"word/header{n}.xml")) for n in (1, 2))
    assert "Ons kenmerk" in later
    assert "Ons kenmerk" not in first
    assert all("Fictief · Concept" in text for text in (later, first))
    for number in (1, 2):
        foot = parts(data)[f"word/footer{number}.xml"].decode()
        assert "Gemaakt uit 2024-voorbeeld.yaml" in foot
        assert "PAGE" in foot
        assert "NUMPAGES" in foot


def test_the_reference_column_stands_beside_the_text() -> None:
    data = docx.render(DOCUMENTS["letter"])
    margins = tree(data)[0][-1].find(f"{W}pgMar")
    assert margins is not None
    right_edge = 11906 - int(margins.get(f"{W}right", ""))
    heads = (tree(data), tree(data, "word/header1.xml"))
    frames = [frame for part in heads for frame in part.iter(f"{W}framePr")]
    column = [n for n in frames if int(n.get(f"{W}x", "")) > 8000]
    assert len(column) > 8
    for node in column:
        assert int(node.get(f"{W}x", "")) >= right_edge
        assert int(node.get(f"{W}x", "")) + int(node.get(f"{W}w", "")) <= 11906


def test_a_report_with_headings_has_contents_that_lead_there() -> None:
    data = docx.render(DOCUMENTS["report"])
    lines = [p for p in tree(data).iter(f"{W}p") if (styles_of([p]) or [""])[0].startswith("TOC")]
    assert shown(lines[0]) == "Inhoud"
    assert len(lines) == 1 + sum(
        isinstance(b, Heading) and b.level <= 2 for b in normal.document(DOCUMENTS["report"]).blocks
    )
    assert "TOC" in "".join(n.text or "" for n in tree(data).iter(f"{W}instrText"))
    assert "Inhoud" not in text_of(docx.render(report(Heading(1, words("Een")))))


def test_the_contents_have_page_numbers_that_each_program_works_out() -> None:
    data = docx.render(DOCUMENTS["report"])
    fields = [n.text or "" for n in tree(data).iter(f"{W}instrText")]
    marks = {n.get(f"{W}name") for n in tree(data).iter(f"{W}bookmarkStart")}
    pages = [field.split()[1] for field in fields if "PAGEREF" in field]
    assert len(pages) == sum("TOC" in (style or "") for style in styles_of(list(tree(data)[0]))) - 1
    assert set(pages) <= marks
    only_word = [n for choice in tree(data).iter(f"{MC}Choice") for n in choice.iter(f"{W}fldChar")]
    assert [n.get(f"{W}fldCharType") for n in only_word] == ["begin", "separate", "end"]
    assert "updateFields" not in parts(data)["word/settings.xml"].decode()


def letter_with(*blocks: Block, **changes: Any) -> Document:
    return replace(specimens.letter(), blocks=blocks, **changes)


def test_several_signatories_stand_beside_each_other_and_are_read_in_order() -> None:
    people = tuple(Signatory(f"De Minister van {n},", f"Naam {n}") for n in "ABC")
    data = docx.render(letter_with(paragraph("Slot."), Signatures(people)))
    (table,) = tree(data).iter(f"{W}tbl")
    rows = list(table.iter(f"{W}tr"))
    assert [len(list(row.iter(f"{W}tc"))) for row in rows] == [2, 2]
    assert shown(table) == "".join(one.office + one.name for one in people)
    assert not list(table.iter(f"{W}tblHeader"))
    assert not list(table.iter(f"{W}tblStyle"))
    alone = docx.render(letter_with(Signatures(people[:1])))
    assert not list(tree(alone).iter(f"{W}tbl"))


def test_in_print_each_name_stands_right_below_its_office() -> None:
    people = tuple(Signatory(f"De Minister van {n},", f"Naam {n}") for n in "AB")
    root = tree(docx.render(letter_with(Signatures(people, printed=True))))
    assert not list(root.iter(f"{W}tbl"))
    offices = [p for p in root.iter(f"{W}p") if shown(p).startswith("De Minister van ")]
    spacing = [p.find(f"{W}pPr/{W}spacing") for p in offices]
    assert [one is not None and one.get(f"{W}after") for one in spacing] == ["0", "0"]
    names = [p for p in root.iter(f"{W}p") if shown(p).startswith("Naam ")]
    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in names] == [True, False]


def test_names_stand_on_one_line_beside_an_office_of_more_lines() -> None:
    people = (Signatory("De Minister,", "Kort"), Signatory("De Staatssecretaris " * 4, "Lang"))
    (table,) = tree(docx.render(letter_with(Signatures(people)))).iter(f"{W}tbl")
    offices = [p for p in table.iter(f"{W}p") if shown(p).startswith("De ")]
    assert [len(list(p.iter(f"{W}br"))) for p in offices] == [2, 0]
    lowered = [cell.find(f"{W}tcPr/{W}vAlign") for cell in table.iter(f"{W}tc")]
    assert [one is not None and one.get(f"{W}val") for one in lowered] == ["bottom", "bottom"]


@pytest.mark.parametrize(
    ("count", "length", "kept"), [(3, 1, "110"), (4, 1, "1110"), (5, 1, "00010"), (3, 90, "000")]
)
def test_the_last_two_items_of_a_list_and_a_short_one_stay_together(
    count: int, length: int, kept: str
) -> None:
    items = tuple((paragraph("Punt " + "woord " * length),) for _ in range(count))
    root = tree(docx.render(letter_with(ListBlock(items))))
    found = [p for p in root.iter(f"{W}p") if shown(p).startswith("Punt")]
    assert "".join(str(int(p.find(f"{W}pPr/{W}keepNext") is not None)) for p in found) == kept


def test_the_closing_stays_with_the_last_two_rows_of_a_table_before_it() -> None:
    rows = tuple((Cell(words(f"Rij {n} " + "tekst " * 20)),) for n in range(9))
    table = Table((), (Column(words("Kop")),), rows)
    data = docx.render(letter_with(table, Signatures((Signatory("De Minister,", "Naam"),))))
    kept = [row.find(f".//{W}keepNext") is not None for row in tree(data).iter(f"{W}tr")]
    assert kept[1:] == [False] * 7 + [True] * 2


LAST_LINES = {
    "a list": ((ListBlock(tuple((paragraph(f"rij {n}"),) for n in range(6))),), [4, 5]),
    "a long item": ((ListBlock(tuple((paragraph(f"rij {n} " * 60),) for n in range(4))),), [3]),
    "two paragraphs": (tuple(paragraph(f"rij {n}") for n in range(3)), [1, 2]),
}


@pytest.mark.parametrize(("end", "with_it"), LAST_LINES.values(), ids=LAST_LINES)
def test_the_closing_stays_with_two_lines(end: Blocks, with_it: list[int]) -> None:
    root = tree(docx.render(letter_with(*end, Signatures((Signatory("De Minister,", "Naam"),)))))
    lines = [p for p in root.iter(f"{W}p") if shown(p).startswith("rij")]
    kept = [at for at, p in enumerate(lines) if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == with_it


def test_boxes_of_one_tone_do_not_become_one() -> None:
    notices = tuple(Notice(name, "Tekst.", Tone.INFO) for name in ("Een", "Twee"))
    nodes = list(tree(docx.render(letter_with(paragraph("x"), notices=notices)))[0])
    first, between, second = next(
        nodes[at : at + 3] for at, node in enumerate(nodes) if shown(node) == "Een. Tekst."
    )
    assert styles_of([first, second]) == ["Melding", "Melding"]
    assert (shown(between), shown(second)) == ("", "Twee. Tekst.")
    assert styles_of([between]) != ["Melding"]


def test_the_last_item_of_a_list_has_the_white_of_running_text() -> None:
    items = tuple((paragraph(text),) for text in ("een", "twee"))
    one, two, _ = body(ListBlock(items), paragraph("na"))
    assert one.find(f"{W}pPr/{W}spacing") is None
    white = two.find(f"{W}pPr/{W}spacing")
    assert white is not None
    assert white.get(f"{W}after") == "108"


def test_a_letter_with_a_logo_has_no_stripe_and_room_for_the_name() -> None:
    png = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000002000000010806000000")
    logo = HouseStyle(logo=Logo(png, "image/png", "Logo", 60))
    with_it, without = (docx.render(specimens.letter(), style) for style in (logo, HouseStyle()))
    stripes = [parts(data)["word/header2.xml"].count(b'"Streep"') for data in (with_it, without)]
    assert stripes == [0, 1]
    assert b'"AfzenderBijLogo"' in parts(with_it)["word/document.xml"]
    assert b'"WitZonderLogo"' in parts(without)["word/document.xml"]


def test_the_title_of_a_short_report_is_smaller() -> None:
    short = replace(DOCUMENTS["report"], front=Cover("Titel", "Onder", (), compact=True))
    used = styles_of(list(tree(docx.render(short))[0]))[:4]
    assert {"TitelKort", "OndertitelKort"} <= set(used)
    assert "Title" in styles_of(list(tree(docx.render(DOCUMENTS["report"]))[0]))


def test_a_report_of_a_few_pages_begins_its_text_on_the_first() -> None:
    blocks = tuple(Heading(1, words(f"Kop {number}")) for number in range(4))
    whole = Document("Titel", Cover("Titel", "", ()), blocks)
    few = replace(whole, front=Cover("Titel", "", (), compact=True))
    breaks = [len(list(tree(docx.render(d)).iter(f"{W}pageBreakBefore"))) for d in (whole, few)]
    assert breaks == [2, 0]
    heights = [
        'w:line="1600"' in parts(docx.render(d))["word/document.xml"].decode() for d in (whole, few)
    ]
    assert heights == [True, False]


def test_the_language_is_that_of_the_document() -> None:
    english = parts(docx.render(report(language="en-GB")))
    assert b'w:lang w:val="en-GB"' in english["word/styles.xml"]
    assert b"<dc:language>en-GB" in english["docProps/core.xml"]
    assert b'w:lang w:val="nl-NL"' in parts(docx.render(report()))["word/styles.xml"]


@pytest.mark.parametrize(
    ("date", "wanted"),
    [("2024", "2024-01-01"), ("2024-05-06", "2024-05-06"), ("ooit", "2000-01-01")],
)
def test_the_date_on_the_file_is_that_of_the_document(date: str, wanted: str) -> None:
    assert f"{moment(date):%Y-%m-%d}" == wanted


def test_a_house_style_gives_colours_fonts_and_logo(tmp_path: Path) -> None:
    png = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000002000000010806000000")
    style = HouseStyle(
        colours=Colours(accent="#112233"),
        families=("Mijn <Letter>", "Verdana"),
        logo=Logo(png, "image/png", 'Logo "van" ons', 40),
    )
    for document in DOCUMENTS.values():
        data = docx.render(document, style)
        found = parts(data)
        assert found["word/media/toets-logo.png"] == png
        (told_,) = tree(data).iter(f"{WP}docPr")
        assert told_.get("descr") == 'Logo "van" ons'
        (extent,) = tree(data).iter(f"{WP}extent")
        assert (extent.get("cx"), extent.get("cy")) == ("1008000", "504000")
        styles = found["word/styles.xml"].decode()
        assert "112233" in styles
        assert "1D4E5F" not in styles
        assert 'w:ascii="Mijn &lt;Letter&gt;"' in styles
        assert 'w:altName w:val="Verdana"' in found["word/fontTable.xml"].decode()
        assert objections(data, tmp_path) == []


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (bytes.fromhex("89504e470d0a1a0a0000000d494844520000000000000001"), None),
        (bytes.fromhex("ffd8ffe000040000ffc0001108000200030301"), (3, 2)),
        (bytes.fromhex("ffd8ffc0001108000000030301"), None),
        (b"\xff\xd8\xff", None),
        (b"<svg/>", None),
    ],
)
def test_the_size_of_a_logo_is_read_from_it(data: bytes, wanted: tuple[int, int] | None) -> None:
    assert size(data) == wanted


@pytest.mark.parametrize(
    "logo", [Logo(b"geen svg", "image/svg+xml", "x", 9), Logo(b"x", "image/png", "x", 9)]
)
def test_a_logo_that_word_cannot_show_is_left_out(logo: Logo) -> None:
    assert not list(tree(docx.render(report(), HouseStyle(logo=logo))).iter(f"{WP}docPr"))


def test_a_drawn_logo_becomes_a_picture(tmp_path: Path) -> None:
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><path d="M0 0h80v20z"/></svg>'
    )
    data = docx.render(report(), HouseStyle(logo=Logo(svg, "image/svg+xml", "Ons logo", 40)))
    assert size(parts(data)["word/media/toets-logo.png"]) == (945, 236)
    (told,) = tree(data).iter(f"{WP}docPr")
    assert told.get("descr") == "Ons logo"
    assert objections(data, tmp_path) == []
    assert (
        docx.render(report(), HouseStyle(logo=Logo(svg, "image/svg+xml", "Ons logo", 40))) == data
    )


def test_without_templates_the_installation_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "_ROOT", tmp_path)
    docx._shipped.cache_clear()
    with pytest.raises(FormatError, match=r"rapport\.docx ontbreekt"):
        docx.render(report())


def test_it_is_one_of_the_formats() -> None:
    assert FORMATS["docx"].extension == "docx"
    assert FORMATS["docx"].render(report()) == docx.render(report())


# --- LibreOffice ---------------------------------------------------------------------------------


def office(folder: Path, to: str, *files: Path) -> Path:
    """Convert files with LibreOffice, with our fonts; the folder with what came of them."""
    fonts = folder / "fonts.conf"
    listed = f"<dir>{ROOT / 'templates' / 'fonts'}</dir><dir>/usr/share/fonts</dir>"
    fonts.write_text(f"<fontconfig>{listed}<cachedir>{folder / 'cache'}</cachedir></fontconfig>")
    command = ("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless")
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "FONTCONFIG_FILE": str(fonts)}
    made = folder / "uit"
    subprocess.run(
        [*command, "--convert-to", to, "--outdir", str(made), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=180,
        env=environment,
    )
    return made


def printed(folder: Path) -> dict[str, list[str]]:
    """What LibreOffice prints, page by page: specimens (also in a template that LibreOffice saved)
    and a real letter and report."""
    kinds = ("brief", "rapport")
    saved = office(folder, "docx:MS Word 2007 XML", *(TEMPLATES / f"{k}.docx" for k in kinds))
    own = tuple((f"docx/{kind}.docx", (saved / f"{kind}.docx").read_bytes()) for kind in kinds)
    files = {
        f"{name}-own": docx.render(d, HouseStyle(templates=own)) for name, d in DOCUMENTS.items()
    }
    files |= {name: docx.render(document) for name, document in DOCUMENTS.items()}
    files |= {
        name: docx.render(reports()[f"2024-kot-wlz-{name}"]) for name in ("kamerbrief", "rapport")
    }
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    made = office(folder, "pdf", *(folder / f"{name}.docx" for name in files))
    return {n: [p.extract_text() for p in pypdf.PdfReader(made / f"{n}.pdf").pages] for n in files}


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_prints_every_page_as_it_should_be(tmp_path: Path) -> None:
    pages = printed(tmp_path)
    counts = {name: len(found) for name, found in pages.items()}
    assert counts["letter"] == counts["letter-own"] == 6
    assert 6 <= counts["report-own"] <= counts["report"] <= 8
    assert 4 <= counts["kamerbrief"] <= 7
    assert 12 <= counts["rapport"] <= 22
    for found in pages.values():
        for number, text in enumerate(found, 1):
            assert f"Pagina {number} van {len(found)}" in text
    for name in ("letter", "letter-own", "report", "report-own"):
        check_headings(DOCUMENTS[name.removesuffix("-own")], "".join(pages[name]))
    check_table_pages(pages["letter"])
    for name in ("report", "report-own", "rapport"):
        assert [begins_contents(page) for page in pages[name][:3]] == [False, True, False]
    check_no_heading_is_last(reports()["2024-kot-wlz-rapport"], pages["rapport"][2:])


def check_headings(document: Document, text: str) -> None:
    found = squeezed(text).replace("-", "")
    for block in normal.document(document).blocks:
        if isinstance(block, Heading):
            assert squeezed(block.number + normal.plain(block.content)).replace("-", "") in found


def check_table_pages(pages: list[str]) -> None:
    """The header row is on every page of a table, the running column on every page at all."""
    table = [text for text in pages if "Aanvragen in jaar 4" in text]
    assert len(table) >= 2
    assert all("Grootheid" in text for text in table)
    assert all("2024-0000123456" in text for text in pages)


def begins_contents(page: str) -> bool:
    return "Inhoud" in (line.strip() for line in page.splitlines())


def check_no_heading_is_last(document: Document, pages: list[str]) -> None:
    blocks = normal.document(document).blocks
    titles = {squeezed(normal.plain(b.content)) for b in blocks if isinstance(b, Heading)}
    for text in pages:
        lines = [line for line in text.splitlines() if line.strip() and "Pagina" not in line]
        lines = [line for line in lines if not line.startswith("Werkexemplaar")]
        assert squeezed(lines[-1]).lstrip("0123456789.") not in titles
