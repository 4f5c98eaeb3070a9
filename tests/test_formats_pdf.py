from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
import typst

import drawn
import specimens
import verapdf
from invoeringstoets import assets, glyphs
from invoeringstoets.document import (
    Action,
    Block,
    Column,
    Conclusion,
    Cover,
    Definition,
    DefinitionList,
    Document,
    Footnote,
    Heading,
    ListBlock,
    Paragraph,
    Role,
    Signatory,
    Signatures,
    Table,
    Text,
)
from invoeringstoets.formats import FormatError, normal, pdf, stamp
from specimens import squeezed, told, words

DOCUMENTS = {"letter": specimens.letter(), "report": specimens.report()}
EMPTY = Document("Leeg", Cover("Leeg", "", ()), ())


@pytest.fixture(scope="module", params=sorted(DOCUMENTS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def file(name: str) -> bytes:
    return pdf.render(DOCUMENTS[name])


def elements(node: Any) -> Iterator[Any]:
    """The structure elements of a tagged PDF, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def tags(file: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(file)) as opened:
        return [str(node.S)[1:] for node in elements(opened.Root.StructTreeRoot.K)]


# --- the standards ---------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("profile", verapdf.PROFILES)
def test_verapdf_finds_nothing(file: bytes, profile: str) -> None:
    verapdf.require()
    assert verapdf.failures(file, profile) == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", drawn.documents())
def test_verapdf_finds_nothing_in_any_report(name: str) -> None:
    verapdf.require()
    data = drawn.drawn(name, "pdf")
    assert {one for profile in verapdf.PROFILES for one in verapdf.failures(data, profile)} == set()


@pytest.mark.slow
@pytest.mark.parametrize("profile", verapdf.PROFILES)
@pytest.mark.parametrize("text", ["#panic()", "emoji \U0001f600 \x07 \ue000 \ufeff \u202e", ""])
def test_verapdf_finds_nothing_in_hostile_text(text: str, profile: str) -> None:
    verapdf.require()
    assert verapdf.failures(pdf.render(specimens.hostile(text)), profile) == set()


@pytest.mark.slow
@pytest.mark.parametrize("profile", verapdf.PROFILES)
def test_an_address_longer_than_a_page_can_bear_is_no_fault(profile: str) -> None:
    verapdf.require()
    address = "https://voorbeeld.nl/" + "a1" * 200
    file = pdf.render(specimens.hostile(address))
    assert verapdf.failures(file, profile) == set()
    pages = pypdf.PdfReader(io.BytesIO(file)).pages
    assert "a1" * 20 in squeezed("".join(page.extract_text() for page in pages))


@pytest.mark.slow
def test_verapdf_finds_a_planted_fault(file: bytes) -> None:
    verapdf.require()
    with pikepdf.open(io.BytesIO(file)) as opened:
        del opened.Root.StructTreeRoot
        spoiled = io.BytesIO()
        opened.save(spoiled)
    for profile in verapdf.PROFILES:
        found = verapdf.failures(spoiled.getvalue(), profile)
        assert any("StructTreeRoot" in failure.message for failure in found)


@pytest.mark.slow
def test_verapdf_finds_fault_with_a_file_without_tags() -> None:
    verapdf.require()
    bare = typst.compile(b'#link("https://example.org")[x]', format="pdf", pdf_tags=False)
    clauses = {failure.clause for failure in verapdf.failures(bare, "PDFUA-1")}
    assert {"5", "6.2", "7.1", "7.18.5"} <= clauses


# --- tags and properties ---------------------------------------------------------------------


def test_the_file_says_what_it_is(file: bytes, name: str) -> None:
    document = DOCUMENTS[name]
    with pikepdf.open(io.BytesIO(file)) as opened:
        assert opened.Root.Lang == "nl"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert opened.docinfo["/Title"] == document.title
        assert opened.docinfo["/Author"] == document.author
        metadata = opened.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert all("/Type3" not in str(font.Subtype) for font in fonts(opened))


def fonts(opened: pikepdf.Pdf) -> list[Any]:
    found = [
        font for page in opened.pages for font in dict(page.obj.Resources.get("/Font", {})).values()
    ]
    assert {str(font.BaseFont).split("+")[1].split("-")[0] for font in found} == {"SourceSans3"}
    return found


def test_tables_have_headers_with_scope_and_captions(file: bytes) -> None:
    count = Counter(tags(file))
    assert count["Table"] == count["Caption"] == count["THead"] == 2
    assert count["TH"] == 8 + 43
    assert count["TD"] == 3 * 43
    with pikepdf.open(io.BytesIO(file)) as opened:
        headers = [n for n in elements(opened.Root.StructTreeRoot.K) if n.S == "/TH"]
        scopes = Counter(str(e.Scope) for node in headers for e in node.A if "/Scope" in e)
        assert scopes == {"/Column": 8, "/Row": 43}


def test_headings_lists_links_and_notes_are_real(file: bytes, name: str) -> None:
    count = Counter(tags(file))
    assert (count["H1"], count["H2"], count["H3"]) == (3, 2, 3)
    assert count["Note"] == 3
    assert count["L"] >= 4
    assert count["Link"] >= 1 + 1 + 43
    assert ("Title" in count) == (name == "report")
    assert count["TOCI"] == (5 if name == "report" else 0)


def test_bookmarks_are_the_headings(file: bytes) -> None:
    titles: list[str] = []

    def collect(entries: list[Any]) -> None:
        for entry in entries:
            if isinstance(entry, list):
                collect(entry)
            else:
                titles.append(str(entry.title))

    collect(pypdf.PdfReader(io.BytesIO(file)).outline)
    assert titles == [
        "1. Samenvatting van de uitkomsten",
        "1.1 Conclusies en acties",
        *(f"Conclusie {n}: De omvang van de doelgroep was vooraf onzeker" for n in (1, 2, 3)),
        "2. Verwachting en praktijk",
        "Een kop die een niveau overslaat",
        "Bijlage 1: over het instrument",
    ]


# --- text ------------------------------------------------------------------------------------


def heard(file: bytes, folder: Path) -> str:
    """The text in the order of the tags, as a screen reader has it, footnotes left out."""
    path = folder / "x.pdf"
    path.write_bytes(file)
    command = ["pdfinfo", "-enc", "UTF-8", "-struct-text", str(path)]
    out = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    text, note = "", None
    for line in out.splitlines():
        depth, bare = len(line) - len(line.lstrip()), line.strip()
        if note is not None and depth <= note:
            note = None
        if bare.startswith("Note ") and note is None:
            note = depth
        if bare.startswith('"') and note is None:
            text += bare[1:-1]
    return text


@pytest.mark.office
# Poppler loses signs of these strings where they break over lines. They are in the file: pypdf has
# them, and test_equal.py reads every hostile string from the tags themselves.
@pytest.mark.parametrize(
    "text",
    [
        "gewone tekst",
        *(one for one in specimens.HOSTILE[:-1] if one != '#panic("typst")'),
    ],
)
def test_the_tags_read_as_the_document(text: str, tmp_path: Path) -> None:
    require_poppler()
    document = specimens.hostile(text)
    without_notes = replace(document, blocks=specimens.unnoted(document.blocks))
    found = without_marks(heard(pdf.render(without_notes), tmp_path))
    expected = without_marks("".join(told(normal.blocks(without_notes.blocks))))
    assert found.endswith(glyphs.drawable(expected))


@pytest.mark.office
def test_every_block_is_in_the_tags_in_order(name: str, tmp_path: Path) -> None:
    require_poppler()
    document = replace(DOCUMENTS[name], blocks=specimens.unnoted(DOCUMENTS[name].blocks))
    found = without_marks(heard(pdf.render(document), tmp_path))
    place = 0
    for piece in told(normal.blocks(document.blocks)):
        place = found.index(without_marks(piece), place)


def without_marks(text: str) -> str:
    return "".join(char for char in squeezed(text) if char not in "-•–")


def test_a_string_that_looks_like_a_script_is_text() -> None:
    file = pdf.render(specimens.hostile(specimens.HOSTILE[-1]))
    pages = pypdf.PdfReader(io.BytesIO(file)).pages
    shown = squeezed("".join(page.extract_text() for page in pages))
    assert shown.count("javascript:alert(1)") > 60
    targets = [
        str(note.get_object()["/A"]["/URI"])
        for page in pages
        for note in page.get("/Annots", ())
        if "/URI" in note.get_object().get("/A", {})
    ]
    assert set(targets) == {"https://example.org"}


def require_poppler() -> None:
    if shutil.which("pdfinfo"):
        return
    verapdf.absent("pdfinfo (poppler-utils) is not installed")


def test_every_page_says_its_number_and_its_notices(file: bytes, name: str) -> None:
    pages = pypdf.PdfReader(io.BytesIO(file)).pages
    assert len(pages) >= 5
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert f"Pagina {number} van {len(pages)}" in text
        assert "Fictief · Concept" in text
        assert "Gemaakt uit 2024-voorbeeld.yaml" in text
        if name == "letter" and number > 1:
            assert "Ons kenmerk\n2024-0000123456" in text
            assert "Uw kenmerk" not in text


def test_the_letter_begins_as_a_letter() -> None:
    text = pypdf.PdfReader(io.BytesIO(pdf.render(specimens.letter()))).pages[0].extract_text()
    order = [
        "Ministerie van",
        "> Retouradres",
        "De voorzitter van de Tweede Kamer",
        "Uw kenmerk",
        "Datum 12 september 2024",
        "Betreft Invoeringstoets",
        "Deze invoeringstoets is verzonnen",
        "Geachte voorzitter,",
    ]
    places = [text.index(piece) for piece in order]
    assert places == sorted(places)


# --- the page --------------------------------------------------------------------------------


def pages_with(blocks: tuple[Any, ...]) -> list[str]:
    document = replace(EMPTY, blocks=blocks)
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.render(document))).pages]


@pytest.mark.parametrize("lines", range(24, 46, 3))
def test_a_small_conclusion_and_a_heading_are_never_broken(lines: int) -> None:
    filling = tuple(specimens.paragraph(f"Regel {number}.") for number in range(lines))
    shown = pages_with((*filling, Heading(1, words("Kop van dit deel")), specimens.conclusion(1)))
    (page,) = (page for page in shown if "Kop van dit deel" in page)
    assert "Conclusie 1" in page
    assert "Actie 1.1." in page


def test_a_long_conclusion_may_be_broken() -> None:
    shown = pages_with((specimens.conclusion(1, actions=12),))
    assert len([page for page in shown if "De uitvoeringsorganisatie" in page]) == 2


def test_a_table_header_is_repeated_unless_it_holds_a_note() -> None:
    table = specimens.table(60)
    assert sum("Oordeel" in page for page in pages_with((table,))) == 1
    plain = replace(table, columns=(*table.columns[:3], Column(words("Oordeel"))))
    assert sum("Oordeel" in page for page in pages_with((plain,))) == 3
    assert sum("Oordeel" in page for page in pages_with((Paragraph(words("x")),))) == 0


def test_a_table_without_columns_rows_or_caption_is_no_fault() -> None:
    empty = Table((), (Column(words("k")),), ())
    assert len(pages_with((empty, Table((), (), ()), Signatures(()), Paragraph(())))) == 2


@pytest.mark.slow
@pytest.mark.parametrize("text", ["", " ", "\n", "\u0301", "\u200b", "\u2028", "\u00ad", "x" * 999])
def test_odd_text_is_no_fault(text: str) -> None:
    assert pdf.render(specimens.hostile(text)).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "block",
    [
        specimens.paragraph("Zie https://example.org/" + "a" * 150),
        Heading(2, words("Over het " + "arbeidsongeschiktheidsverzekering" * 4)),
    ],
)
def test_nothing_runs_off_the_page(block: Block, tmp_path: Path) -> None:
    require_poppler()
    path = tmp_path / "lang.pdf"
    document = replace(specimens.report(), title="Overheidsdienstverlening" * 4, blocks=(block,))
    path.write_bytes(pdf.render(document))
    command = ["pdftotext", "-bbox", str(path), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert max(float(edge) for edge in re.findall(r'xMax="([\d.]+)"', told)) < 595


def test_a_link_to_nothing_is_text_and_a_link_within_is_a_link() -> None:
    assert Counter(tags(pdf.render(specimens.letter())))["Link"] > 0
    node = Paragraph((Text("Zie "), *specimens.link("#nergens")))
    assert "Link" not in tags(pdf.render(replace(EMPTY, blocks=(node,))))
    here = (node, Paragraph(words("hier"), id="nergens"))
    assert "Link" in tags(pdf.render(replace(EMPTY, blocks=here)))


def test_a_note_in_a_heading_becomes_text() -> None:
    heading = Heading(1, (Text("Kop"), Footnote(words("noot"))))
    _, contents, text = pages_with((heading, heading, heading))
    assert contents.count("Kop (noot)") == text.count("Kop (noot)") == 3


def test_a_word_that_is_partly_a_link_may_stand_anywhere_on_the_line() -> None:
    # Typst 0.15 fails on a hyphen exactly where a link ends; at some width this word has it.
    for gap in range(12):
        content = (Text("a " * gap + "gewone tekst"), *specimens.link("https://example.org"))
        term = Definition(words("t"), (Paragraph((*content, Text("gewone tekst\u00adgewone"))),))
        pdf.render(replace(EMPTY, front=specimens.LETTERHEAD, blocks=(DefinitionList((term,)),)))


# --- bytes -----------------------------------------------------------------------------------


def test_the_same_document_gives_the_same_bytes(file: bytes, name: str) -> None:
    assert pdf.render(DOCUMENTS[name]) == file


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2024-09-12", datetime(2024, 9, 12, tzinfo=UTC)),
        ("2024-09", datetime(2024, 9, 1, tzinfo=UTC)),
        ("2024", datetime(2024, 1, 1, tzinfo=UTC)),
        ("onbekend", datetime(2000, 1, 1, tzinfo=UTC)),
        ("", datetime(2000, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_stamp_comes_from_the_document(date: str, moment: datetime) -> None:
    assert stamp.moment(date) == moment
    with pikepdf.open(io.BytesIO(pdf.render(replace(EMPTY, date=date)))) as opened:
        assert str(opened.docinfo["/CreationDate"]).startswith(f"D:{moment:%Y%m%d}")


# --- a broken installation -------------------------------------------------------------------


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(assets.path("templates"), tmp_path / "templates")
    monkeypatch.setattr(assets, "_ROOT", tmp_path)
    return tmp_path


def test_a_missing_font_is_said_in_dutch(installation: Path) -> None:
    (installation / "templates/fonts/SourceSans3-It.ttf").unlink()
    with pytest.raises(FormatError, match=r"lettertype SourceSans3-It\.ttf ontbreekt"):
        pdf.render(EMPTY)


def test_a_broken_template_is_said_in_dutch(installation: Path) -> None:
    (installation / "templates/typst/report.typ").write_text("#let draw-report(data) = {")
    with pytest.raises(FormatError, match="Typst kan de PDF niet maken"):
        pdf.render(EMPTY)


def test_a_missing_template_is_said_in_dutch(installation: Path) -> None:
    (installation / "templates/typst/main.typ").unlink()
    with pytest.raises(FormatError, match="Typst kan de PDF niet maken"):
        pdf.render(EMPTY)


@pytest.mark.parametrize("printed", [True, False])
def test_no_office_or_name_is_hyphenated(*, printed: bool) -> None:
    office = "De Minister van Sociale Zaken en Werkgelegenheidsbeleid,"
    people = tuple(
        Signatory(f"{'v. ' * n}{office}", f"{'M. ' * n}Kinderopvangtoeslag") for n in range(12)
    )
    for pair in zip(people[::2], people[1::2], strict=True):
        document = replace(specimens.letter(), blocks=(Signatures(pair, printed=printed),))
        text = pypdf.PdfReader(io.BytesIO(pdf.render(document))).pages[0].extract_text()
        assert text.count("Werkgelegenheidsbeleid,") == text.count("Kinderopvangtoeslag") == 2


def bullets(count: int) -> ListBlock:
    return ListBlock(tuple((Paragraph(words(f"Punt {n} van de lijst.")),) for n in range(count)))


@pytest.mark.slow
@pytest.mark.parametrize("count", [3, 4, 5, 9])
def test_the_last_two_items_of_a_list_and_a_short_one_stay_on_one_page(count: int) -> None:
    pages = set()
    for before in range(10, 24):
        lines = tuple(Paragraph(words(f"Regel {n}.")) for n in range(before))
        document = replace(specimens.letter(), blocks=(*lines, bullets(count), *lines[:3]))
        found = [
            page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.render(document))).pages
        ]
        items = [len(re.findall("Punt", text)) for text in found if "Punt" in text]
        assert items[-1] > 1
        assert count > 4 or len(items) == 1
        pages.add(len(items))
    assert pages == ({1} if count <= 4 else {1, 2})


def tops(document: Document, *wanted: str) -> list[float]:
    """How far from the top of the first page each of these words stands, in points."""
    page = pypdfium2.PdfDocument(pdf.render(document))[0]
    text = page.get_textpage()
    told = text.get_text_range()
    return [page.get_height() - text.get_charbox(told.index(one))[3] for one in wanted]


@pytest.mark.parametrize("listed", [True, False])
def test_what_is_told_of_an_action_stands_nearer_to_it_than_the_next_one(*, listed: bool) -> None:
    texts = [f"Taak {n} doe ik." for n in range(2)]
    facts = [words(f"Wie {n}.") for n in range(2)]
    block: Block = ListBlock(
        tuple(
            (Paragraph(words(text)), Paragraph(fact, Role.META))
            for text, fact in zip(texts, facts, strict=True)
        ),
        ordered=True,
    )
    if not listed:
        both = zip(texts, facts, strict=True)
        actions = tuple(Action((Paragraph(words(text)),), facts=fact) for text, fact in both)
        block = Conclusion("Conclusie 1", words("Kop"), (), actions)
    document = replace(specimens.letter(), blocks=(block,))
    first, about, second = tops(document, "Taak 0", "Wie 0", "Taak 1")
    assert 1.25 * (about - first) < second - about
