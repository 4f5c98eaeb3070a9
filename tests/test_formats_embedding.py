"""Fonts that go along in files for Word and LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from functools import cache
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

import specimens
from invoeringstoets import assets
from invoeringstoets.document import Document
from invoeringstoets.formats import docx, odt
from invoeringstoets.formats.archive import Member, pack
from invoeringstoets.formats.docx.fonts import with_fonts, without_ours
from invoeringstoets.formats.embedding import faces
from invoeringstoets.formats.odt.fonts import with_sources, without_sources
from invoeringstoets.house_style import FontFile, HouseStyle

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OURS = ("Regular", "Bold", "It")


def shipped(style: str) -> bytes:
    return assets.data(f"templates/fonts/SourceSans3-{style}.ttf")


@cache
def own(family: str = "Rijks Proef", *, rights: int = 0, style: str = "Regular") -> bytes:
    """Our font under another name, with what its maker allows (``fsType``)."""
    font = TTFont(io.BytesIO(shipped(style)))
    font["name"].setName(family, 1, 3, 1, 0x409)
    font["OS/2"].fsType = rights
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def house(*files: bytes, family: str = "Rijks Proef") -> HouseStyle:
    fonts = tuple(FontFile(f"{at}.ttf", data) for at, data in enumerate(files))
    return HouseStyle(families=(family,), fonts=fonts)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def revealed(hidden: bytes, key: str) -> bytes:
    """A font as Word reads it back (ECMA-376 part 1, 17.8.1)."""
    mask = UUID(key).bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(hidden, mask, strict=False)) + hidden[32:]


def embedded(data: bytes) -> dict[str, dict[str, bytes]]:
    """The fonts that a Word file says it holds, by family and kind."""
    found = parts(data)
    relations = {
        one.get("Id"): one.get("Target") or ""
        for one in ET.fromstring(found["word/_rels/fontTable.xml.rels"])  # noqa: S314
    }
    return {
        font.get(f"{W}name") or "": {
            one.tag.removeprefix(f"{W}embed"): revealed(
                found[f"word/{relations[one.get(f'{R}id')]}"], one.get(f"{W}fontKey") or ""
            )
            for one in font
            if one.tag.startswith(f"{W}embed")
        }
        for font in ET.fromstring(found["word/fontTable.xml"])  # noqa: S314
    }


TYPED = set("De kóster zei: “café ’s-Gravenhage” – € 1.234,56 × 2 ≤ 3 § 4 ďŁőšţ ĳ…")


def check_ours(fonts: Iterable[bytes]) -> None:
    """Our own fonts, with what an editor of a Dutch document may type."""
    kinds = set()
    for data in fonts:
        font = TTFont(io.BytesIO(data))
        assert font["name"].getDebugName(1) == "Source Sans 3"
        assert {ord(char) for char in TYPED} <= set(font.getBestCmap())
        assert len(data) < 100_000
        kinds.add(font["OS/2"].fsSelection & 0x21)
    assert kinds == {0x00, 0x01, 0x20, 0x21}


@pytest.mark.parametrize("document", [specimens.letter(), specimens.report()], ids=["a", "b"])
def test_a_word_file_holds_our_fonts_and_word_can_read_them(document: Document) -> None:
    made = docx.render(document)
    fonts = embedded(made)["Source Sans 3"]
    assert list(fonts) == ["Regular", "Bold", "Italic", "BoldItalic"]
    check_ours(fonts.values())
    settings = parts(made)["word/settings.xml"].decode()
    assert settings.index("<w:zoom") < settings.index("<w:embedTrueTypeFonts/>")
    assert settings.index("<w:embedTrueTypeFonts/>") < settings.index("<w:embedSystemFonts")


def test_an_opendocument_file_holds_our_fonts_and_says_where_twice() -> None:
    made = parts(odt.render(specimens.letter()))
    fonts = {name: data for name, data in made.items() if name.startswith("Fonts/")}
    check_ours(fonts.values())
    for part in ("content.xml", "styles.xml"):
        told = re.findall(r'xlink:href="(Fonts/[^"]*)"', made[part].decode())
        assert sorted(told) == sorted(fonts)
    assert all(f'"{name}"' in made["META-INF/manifest.xml"].decode() for name in fonts)


def test_a_template_of_before_gets_our_fonts_whole() -> None:
    made = with_fonts(without_ours(template()), faces(HouseStyle()))
    hidden = [data for name, data in made.items() if name.endswith(".odttf")]
    assert {data[32:] for data in hidden} == {shipped(style)[32:] for style in OURS}
    old = tuple(
        (f"odt/{kind}.ott", _without_fonts(f"templates/odt/{kind}.ott"))
        for kind in ("brief", "rapport")
    )
    along = parts(odt.render(specimens.letter(), HouseStyle(templates=old)))
    assert {data for name, data in along.items() if name.startswith("Fonts/")} == {
        shipped(style) for style in OURS
    }


def _without_fonts(name: str) -> bytes:
    bare = {
        part: without_sources(data.decode()).encode() if part.endswith(".xml") else data
        for part, data in parts(assets.data(name)).items()
        if not part.startswith("Fonts/")
    }
    return pack(Member(part, data, stored=True) for part, data in bare.items())


def test_the_fonts_of_a_house_style_go_along_in_place_of_ours() -> None:
    regular, bold = own(), own(style="Bold")
    style = house(regular, bold)
    assert embedded(docx.render(specimens.letter(), style)) == {
        "Rijks Proef": {"Regular": regular, "Bold": bold}
    }
    made = parts(odt.render(specimens.letter(), style))
    along = {data for name, data in made.items() if name.startswith("Fonts/")}
    assert along == {regular, bold}


@pytest.mark.parametrize(
    ("rights", "goes_along"),
    [(0, True), (8, True), (0x108, True), (2, False), (4, False), (0x200, False)],
)
def test_a_font_goes_along_where_its_maker_allows_editing(rights: int, goes_along: object) -> None:
    style = house(own(rights=rights))
    assert bool(faces(style)) is goes_along
    assert ("word/fonts/toets-regular.odttf" in parts(docx.render(specimens.letter(), style))) is (
        goes_along
    )


def test_what_is_no_font_or_another_family_stays_behind() -> None:
    broken = shipped("Regular")[:200]
    other = own("Een andere")
    assert faces(house(broken, b"", b"wOF2", other)) == ()
    made = parts(odt.render(specimens.letter(), house(broken, other)))
    assert not [name for name in made if name.startswith("Fonts/")]


def test_of_two_fonts_of_one_kind_the_first_goes_along() -> None:
    first, second = own(), own(rights=8)
    assert [face.data for face in faces(house(first, second))] == [first]


def test_word_gets_no_outlines_that_it_does_not_embed() -> None:
    postscript = b"OTTO" + own()[4:]
    style = house(postscript)
    assert [face.truetype for face in faces(style)] == [False]
    assert not [name for name in parts(docx.render(specimens.letter(), style)) if "odttf" in name]
    assert "Fonts/toets.otf" in parts(odt.render(specimens.letter(), style))


def template() -> dict[str, bytes]:
    return parts(assets.data("templates/docx/brief.docx"))


def test_a_font_that_a_template_does_not_name_is_named() -> None:
    for table in (
        b"<w:fonts xmlns:w='w'></w:fonts>",
        b'<w:fonts ><w:font w:name="Source Sans 3"/></w:fonts>',
    ):
        bare = {**without_ours(template()), "word/fontTable.xml": table}
        made = with_fonts(bare, faces(HouseStyle()))
        text = made["word/fontTable.xml"].decode()
        assert text.count('<w:font w:name="Source Sans 3"><w:embedRegular ') == 1
        assert text.count("xmlns:r=") == 1


def test_what_a_designer_had_saved_along_stays_and_is_not_doubled() -> None:
    there = with_fonts(without_ours(template()), faces(HouseStyle()))
    assert with_fonts(there, faces(HouseStyle())) == there
    settings = there["word/settings.xml"].decode()
    named = {**without_ours(template()), "word/settings.xml": settings.encode()}
    again = with_fonts(named, faces(HouseStyle()))
    assert again["word/settings.xml"].decode() == settings
    xml = '<style:font-face svg:font-family="Source Sans 3"><svg:font-face-src/></style:font-face>'
    assert with_sources(xml, faces(HouseStyle())) == xml


def test_a_template_without_a_font_table_is_left_as_it_is() -> None:
    bare = {name: data for name, data in template().items() if name != "word/fontTable.xml"}
    assert with_fonts(bare, faces(HouseStyle())) == bare
    assert with_fonts(template(), ()) == template()
    assert with_sources("<x/>", ()) == "<x/>"


def test_the_key_comes_from_the_font_so_two_letters_hold_the_same_bytes() -> None:
    one, other = (
        parts(docx.render(document)) for document in (specimens.letter(), specimens.report())
    )
    name = "word/fonts/toets-regular.odttf"
    assert one[name] == other[name]
    assert not one[name].startswith(b"\x00\x01\x00\x00")
