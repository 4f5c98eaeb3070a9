from __future__ import annotations

import re
import runpy
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import specimens
from invoeringstoets.formats import FormatError, docx
from invoeringstoets.formats.archive import MAX_SIZE, ArchiveError, Member, pack, unpack
from invoeringstoets.formats.docx import names
from invoeringstoets.house_style import TEMPLATES, HouseStyle
from invoeringstoets.workspace import find_project
from invoeringstoets.workspace.huisstijl import house_style
from surroundings import ROOT, Run

Toets = Callable[..., Run]
Change = Callable[[str, bytes], bytes | None]

LETTER = "docx/brief.docx"


def shipped(name: str = LETTER) -> Mapping[str, bytes]:
    return unpack((ROOT / "templates" / name).read_bytes())


def changed(change: Change, name: str = LETTER) -> bytes:
    """A template with every part changed; a part that becomes nothing is left out."""
    made = ((part, change(part, data)) for part, data in shipped(name).items())
    return pack(Member(part, data, kept=True) for part, data in made if data is not None)


def replaced(old: str, new: str, part: str = "word/document.xml") -> bytes:
    assert old.encode() in shipped()[part]
    return changed(lambda n, data: data.replace(old.encode(), new.encode()) if n == part else data)


def without(part: str) -> bytes:
    return changed(lambda name, data: None if name == part else data)


def letter(template: bytes) -> Mapping[str, str]:
    data = docx.render(specimens.letter(), HouseStyle(templates=((LETTER, template),)))
    return {name: content.decode("utf-8", "replace") for name, content in unpack(data).items()}


# --- the templates that we ship ------------------------------------------------------------------


def test_the_word_templates_are_what_the_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "docs")
    made = runpy.run_path(str(ROOT / "docs" / "maak_docx_sjablonen.py"))["templates"]()
    assert set(made) == {Path(name).name for name in TEMPLATES if name.startswith("docx/")}
    for name, data in made.items():
        assert (ROOT / "templates" / "docx" / name).read_bytes() == data, "run `make sjablonen`"


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("docx/")])
def test_a_designer_sees_every_style_in_use(name: str) -> None:
    parts = shipped(name)
    styles = parts["word/styles.xml"].decode()
    text = (parts["word/document.xml"] + parts["word/footnotes.xml"]).decode()
    for style in names.REQUIRED:
        (ident,) = re.findall(rf'w:styleId="([^"]*)"><w:name w:val="{style}"', styles)
        assert f'w:val="{ident}"' in text, style


def test_no_sample_of_a_template_ends_up_in_a_letter() -> None:
    parts = unpack(docx.render(specimens.letter()))
    assert b"Voorbeeld van" in shipped()["word/document.xml"]
    assert b"Voorbeeld van" not in b"".join(parts.values())
    assert "«".encode() not in parts["word/document.xml"]


# --- a template of one's own ---------------------------------------------------------------------


def test_what_a_designer_changes_is_in_the_letter() -> None:
    parts = letter(
        replaced(
            'Meldingslabels"/></w:pPr>',
            'Meldingslabels"/><w:jc w:val="right"/></w:pPr>',
            "word/header2.xml",
        )
    )
    assert (
        '<w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">Fictief · Concept'
        in parts["word/header2.xml"]
    )


def test_ids_of_styles_may_be_those_of_another_program() -> None:
    def renamed(_: str, data: bytes) -> bytes:
        return data.replace(b'"Heading1"', b'"Kop1"')

    text = letter(changed(renamed))["word/document.xml"]
    assert "Heading1" not in text
    assert '<w:pStyle w:val="Kop1"/>' in text


def test_what_stands_in_a_slots_place_takes_over_its_frame() -> None:
    parts = letter(replaced('w:x="9354"', 'w:x="9000"'))
    assert parts["word/document.xml"].count('w:x="9000"') >= 8


@pytest.mark.parametrize(
    ("part", "still"),
    [
        ("word/footnotes.xml", "Kamerstukken II 2023/24"),
        ("docProps/core.xml", "Aanbieding van de invoeringstoets"),
        ("docProps/app.xml", "Geachte voorzitter"),
        ("word/theme/theme1.xml", "Geachte voorzitter"),
    ],
)
def test_what_a_program_left_out_is_made_or_missed_by_nobody(part: str, still: str) -> None:
    assert still in "".join(letter(without(part)).values())


def test_a_template_without_footnotes_declares_them() -> None:
    def bare(name: str, data: bytes) -> bytes | None:
        if name == "word/footnotes.xml":
            return None
        return re.sub(rb"<(Override|Relationship) [^>]*footnotes[^>]*/>", b"", data)

    parts = letter(changed(bare))
    assert parts["[Content_Types].xml"].count("/word/footnotes.xml") == 1
    assert parts["word/_rels/document.xml.rels"].count("footnotes.xml") == 1
    assert parts["word/footnotes.xml"].count("<w:footnote ") == 5


def test_a_template_without_list_style_of_headings_gets_one() -> None:
    parts = letter(replaced("Kopnummering", "Weg", "word/styles.xml"))
    made = parts["word/numbering.xml"]
    assert made.count("<w:abstractNum ") == 5
    assert made.index("<w:num ") > made.rindex("<w:abstractNum ")
    assert '<w:lvlText w:val="%1."/>' in made


def test_frames_can_grow_and_page_breaks_stay() -> None:
    exact = replaced("<w:framePr ", '<w:framePr w:hRule="exact" w:h="300" ')
    assert 'w:hRule="exact"' not in letter(exact)["word/document.xml"]
    name = "docx/rapport.docx"
    broken = changed(
        lambda _, data: data.replace(b"<w:pageBreakBefore/>", b"").replace(
            '<w:t xml:space="preserve">«inhoudsopgave»'.encode(),
            '<w:br w:type="page"/><w:t xml:space="preserve">«inhoudsopgave»'.encode(),
        ),
        name,
    )
    data = docx.render(specimens.report(), HouseStyle(templates=((name, broken),)))
    assert b'"TOCHeading"/><w:pageBreakBefore/>' in unpack(data)["word/document.xml"]


REPORT = "docx/rapport.docx"
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def contents(old: str, new: str) -> str:
    """The text of a report in a template without page breaks of its own, but with this."""
    made = changed(
        lambda _, data: data.replace(b"<w:pageBreakBefore/>", b"").replace(
            old.encode(), new.encode()
        ),
        REPORT,
    )
    data = docx.render(specimens.report(), HouseStyle(templates=((REPORT, made),)))
    return unpack(data)["word/document.xml"].decode()


def place(name: str) -> str:
    return f'<w:r><w:t xml:space="preserve">«{name}»</w:t></w:r>'


def test_a_page_that_ends_after_a_place_as_libreoffice_saves_it_ends_before_the_next_one() -> None:
    text = contents(place("gegevens"), place("gegevens") + BREAK)
    assert '"TOCHeading"/><w:pageBreakBefore/>' in text
    assert text.count("<w:pageBreakBefore/>") == contents("", "").count("<w:pageBreakBefore/>") + 1


def test_a_page_that_ends_after_a_place_ends_before_what_stands_below_it() -> None:
    text = contents(place("meldingen"), place("meldingen") + BREAK)
    notices, end, below = text.partition(f"<w:p>{BREAK}</w:p>")
    assert end
    assert "Dit is geen officieel document." in notices
    assert below.startswith('<w:p><w:pPr><w:pStyle w:val="Witregel"/></w:pPr>')


@pytest.mark.parametrize("name", ["gegevens", "meldingen", "titel"])
def test_a_page_that_begins_at_a_place_begins_with_its_first_paragraph(name: str) -> None:
    own = contents(place(name), BREAK + place(name))
    assert own.count("<w:pageBreakBefore/>") == contents("", "").count("<w:pageBreakBefore/>") + 1
    assert BREAK not in own


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_a_page_break_that_is_switched_off_is_none(value: str) -> None:
    off = f'<w:pageBreakBefore w:val="{value}"/></w:pPr>{place("titel")}'
    own = contents(f"</w:pPr>{place('titel')}", off)
    assert own.count("<w:pageBreakBefore/>") == contents("", "").count("<w:pageBreakBefore/>")


def test_a_slot_that_a_cell_ends_with_is_never_left_empty() -> None:
    logo = re.search(
        r"<w:p><w:pPr>(?:(?!<w:p>).)*«logo».*?</w:p>", shipped()["word/document.xml"].decode()
    )
    assert logo
    cell = f"<w:tbl><w:tr><w:tc>{logo[0]}</w:tc></w:tr></w:tbl>"
    text = letter(replaced(logo[0], cell))["word/document.xml"]
    assert re.search(r"<w:tc><w:p>.*?</w:p></w:tc>", text)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (b"geen zip", "geen Word-bestand"),
        (pack([Member("a.txt", b"a")]), r"word/document\.xml.* ontbreekt"),
        (without("word/numbering.xml"), r"word/numbering\.xml ontbreekt"),
        (replaced("«inhoud»", ""), "ontbreekt: «inhoud»"),
        (replaced("«kenmerken»", "« kenmerken»"), "ontbreekt: «kenmerken»"),
        (replaced("«voettekst»", "", "word/footer1.xml"), ""),
        (replaced('w:val="Actiepunt"', 'w:val="Iets"', "word/styles.xml"), "stijlen: Actiepunt"),
        (replaced("<w:document", "<w:x><w:document"), "geen XML"),
        (replaced("<w:document", "<!DOCTYPE a><w:document"), "DOCTYPE"),
        (changed(lambda n, d: b"\xff\xfe" + d if n.endswith("document.xml") else d), "geen XML"),
        (
            pack(
                [
                    *map(Member, shipped().keys(), shipped().values()),
                    Member("word/vbaProject.bin", b""),
                ]
            ),
            "macro",
        ),
        (replaced("«einde inhoud»", "«titel»«einde inhoud»"), None),
    ],
)
def test_a_template_in_which_something_would_be_lost_is_refused(
    template: bytes, message: str | None
) -> None:
    if not message:
        assert letter(template)
        return
    with pytest.raises(FormatError, match=message):
        letter(template)


def test_the_end_of_the_text_belongs_under_its_beginning() -> None:
    text = shipped()["word/document.xml"].decode()
    end = re.search(r"<w:p><w:pPr>(?:(?!<w:p>).)*«einde inhoud».*?</w:p>", text)
    assert end
    inside = f"<w:tbl><w:tr><w:tc>{end[0]}</w:tc></w:tr></w:tbl>"
    with pytest.raises(FormatError, match="hoort «einde inhoud» onder «inhoud»"):
        letter(replaced(end[0], inside))


def test_text_only_in_a_margin_is_no_text() -> None:
    def moved(name: str, data: bytes) -> bytes:
        if name == "word/document.xml":
            return data.replace("«inhoud»".encode(), b"")
        return (
            data.replace("«meldingslabels»".encode(), "«inhoud»".encode())
            if name == "word/header2.xml"
            else data
        )

    with pytest.raises(FormatError, match="«inhoud» in de tekst"):
        letter(changed(moved))


def test_a_numbered_list_needs_a_style_that_counts() -> None:
    styles = shipped()["word/styles.xml"].decode()
    number = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>'
    assert number in styles
    with pytest.raises(FormatError, match="‘List Number 2’ geen nummering"):
        letter(replaced(number, "", "word/styles.xml"))


# --- archives ------------------------------------------------------------------------------------


def test_an_archive_reads_back_and_one_that_lies_is_refused() -> None:
    made = pack([Member("é/a.xml", b"a" * 500), Member("b", b"b", stored=True)])
    assert unpack(made) == {"é/a.xml": b"a" * 500, "b": b"b"}
    assert unpack(pack([Member("map/", b"")])) == {}
    for broken in (b"", made[:-30], made.replace(b"PK\x01\x02", b"PK\x01\x03"), made[40:]):
        with pytest.raises(ArchiveError):
            unpack(broken)
    big = pack([Member("a", bytes(MAX_SIZE + 1))])
    with pytest.raises(ArchiveError):
        unpack(big)


# --- the command ---------------------------------------------------------------------------------


def test_the_command_puts_all_templates_in_the_project_and_overwrites_nothing(
    project: Path, toets: Toets
) -> None:
    run = toets("sjabloon")
    assert run.code == 0
    assert run.out.split() == [f"sjablonen/{name}" for name in TEMPLATES]
    own = project / "sjablonen" / LETTER
    own.write_bytes(b"van een vormgever")
    again = toets("sjabloon")
    assert again.code == 2
    assert "bestaat al" in again.err
    assert own.read_bytes() == b"van een vormgever"
    assert toets("sjabloon", "--opnieuw", "-q").out == ""
    assert own.read_bytes() == (ROOT / "templates" / LETTER).read_bytes()
    assert toets("sjabloon", "--map", "elders").code == 0
    assert (project / "elders" / LETTER).is_file()


def test_only_templates_that_are_used_are_looked_at(
    project: Path, add_toets: Callable[..., Path], toets: Toets
) -> None:
    add_toets()
    broken = project / "sjablonen" / "docx" / "rapport.docx"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"geen Word")
    order = ("rapport", "2025-proef", "--soort")
    for used in (("kamerbrief", "--naar", "docx"), ("rapport", "--naar", "odt", "markdown")):
        run = toets(*order, *used)
        assert "rapport.docx" not in run.err, run.err
    assert "geen Word-bestand" in toets(*order, "rapport", "--naar", "docx").err
    assert "geen Word-bestand" in toets("rapport", "--alle", "--naar", "docx").err


def test_a_project_uses_its_own_templates_and_says_which_cannot_be_used(
    project: Path, toets: Toets
) -> None:
    (project / "toets.toml").write_text('sjablonen = "vorm"\n')
    assert toets("sjabloon").code == 0
    good = project / "vorm" / LETTER
    good.write_bytes(replaced("Pagina ", "Blad ", "word/footer1.xml"))
    (project / "vorm" / "docx" / "rapport.docx").write_bytes(b"geen Word")
    (project / "vorm" / "odt" / "brief.ott").unlink()
    (project / "vorm" / "odt" / "brief.ott").mkdir()
    found = house_style(find_project(project))
    assert found.value is not None
    templates = dict(found.value.style.templates)
    assert list(templates) == [LETTER, "odt/rapport.ott"]
    assert templates[LETTER] == good.read_bytes()
    assert [(d.name, d.severity) for d in found.diagnostics] == [
        ("vorm/docx/rapport.docx", "waarschuwing"),
        ("vorm/odt/brief.ott", "waarschuwing"),
    ]
    assert "geen Word-bestand" in found.diagnostics[0].message
