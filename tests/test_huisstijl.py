"""The house style of a project: read with care, and drawn in every format."""

from __future__ import annotations

import io
import re
import shutil
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import specimens
import verapdf
from invoeringstoets import assets
from invoeringstoets.diagnostic import Checked, Severity
from invoeringstoets.formats import html, pdf
from invoeringstoets.house_style import (
    NEUTRAL,
    READABLE,
    Colours,
    HouseStyle,
    Logo,
    contrast,
    lightened,
)
from invoeringstoets.model import Afzender, Brief, Organisatie
from invoeringstoets.reports.letter.senders import with_sender
from invoeringstoets.workspace import find_project
from invoeringstoets.workspace.huisstijl import Looks, house_style
from invoeringstoets.workspace.huisstijl.fonts import families_in
from invoeringstoets.workspace.huisstijl.pictures import PICTURES
from invoeringstoets.workspace.huisstijl.svg import PictureError
from report_cases import library, minimal, shipped
from surroundings import Run

FONT = assets.path("templates/fonts/SourceSans3-Regular.ttf")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><path d="M0 0h80v20z"/></svg>'


def png(wide: int = 8, high: int = 4, *, data: bytes | None = None) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">L", len(content)) + name + content + struct.pack(">L", check)

    rows = b"".join(b"\0" + b"\x8a\x15\x38" * wide for _ in range(high)) if data is None else data
    head = chunk(b"IHDR", struct.pack(">LLBBBBB", wide, high, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b"")


def jpeg(wide: int = 8, high: int = 4, channels: int = 3) -> bytes:
    frame = (
        struct.pack(">HBHHB", 8 + 3 * channels, 8, high, wide, channels) + b"\1\x11\0" * channels
    )
    return b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0" + frame + b"\xff\xd9"


@pytest.fixture
def read(project: Path) -> Callable[..., Checked[Looks]]:
    """Read a house style with these files beside it."""

    def of(text: str, **files: bytes) -> Checked[Looks]:
        for name, data in files.items():
            (project / name.replace("_", ".")).write_bytes(data)
        (project / "huisstijl.toml").write_text(text, encoding="utf-8")
        return house_style(find_project(project))

    return of


def told(found: Checked[Looks]) -> list[tuple[str, int, str]]:
    return [(one.severity.value, one.span.start.line, one.message) for one in found.diagnostics]


def style(found: Checked[Looks]) -> HouseStyle:
    assert found.value
    return found.value.style


# --- reading ----------------------------------------------------------------------------------


def test_without_a_house_style_all_is_neutral(project: Path) -> None:
    found = house_style(find_project(project))
    assert found == Checked(Looks())
    assert style(found) == NEUTRAL


def test_a_whole_house_style(read: Callable[..., Checked[Looks]], project: Path) -> None:
    found = read(
        'naam = "Ministerie  van Proef"\n[kleuren]\naccent = "#8A1538"\nvlak = "#fef"\n'
        '[lettertypen]\nfamilies = ["Source Sans 3"]\nbestanden = "letter.ttf"\n'
        '[logo]\nbestand = "logo.svg"\nalternatief = "Logo van Proef"\nbreedte = 30\n'
        '[afzender.szw]\npostadres = ["Postbus 1", "1234 AB Plaats"]\n',
        letter_ttf=FONT.read_bytes(),
        logo_svg=SVG,
    )
    assert told(found) == []
    looks = style(found)
    assert looks.name == "Ministerie van Proef"
    assert (looks.colours.accent, looks.colours.tint) == ("#8a1538", "#ffeeff")
    assert looks.families == ("Source Sans 3",)
    assert looks.logo == Logo(SVG, "image/svg+xml", "Logo van Proef", 30.0)
    assert [path.read_bytes() for path in Path(looks.font_folder).iterdir()] == [FONT.read_bytes()]
    assert Path(looks.font_folder).is_relative_to(project / "build")
    assert found.value
    assert found.value.senders["szw"].postadres == ("Postbus 1", "1234 AB Plaats")


@pytest.mark.parametrize(
    ("text", "line", "message", "advice"),
    [
        ('[kleuren]\nacent = "#000"', 2, "onbekende sleutel ‘acent’ in de huisstijl", "‘accent’?"),
        ('kleur = "#000"', 1, "onbekende sleutel ‘kleur’ in de huisstijl", "‘kleuren’?"),
        ("xyz = 1", 1, "onbekende sleutel ‘xyz’ in de huisstijl", "kies uit: naam, kleuren"),
        ("naam = 1", 1, "‘naam’ hoort een tekst te zijn", "aanhalingstekens"),
        ('kleuren = "x"', 1, "‘kleuren’ hoort een groep te zijn", "[kleuren]"),
        ("[lettertypen]\nfamilies = 1", 2, "‘families’ hoort een lijst van teksten te zijn", "["),
        ("[logo]\nbreedte = 20", 1, "het logo heeft geen bestand", "bestand ="),
        ('[logo]\nbestand = "a.svg"', 1, "het logo heeft geen alternatieve tekst", "alternatief"),
        ('[afzender.szw]\npostbus = "1"', 2, "onbekende sleutel ‘postbus’", ""),
        ('[afzender.szw]\npostadres = "1"', 2, "", ""),
        ('[afzender.vroo]\npostadres = ["1"]', 1, "onbekende organisatie ‘vroo’", "u ‘vro’?"),
        ("[afzender.zzzzzz]", 1, "onbekende organisatie ‘zzzzzz’", "aan de waardelijst"),
        ("naam = ", 1, "vanaf hier zijn de instellingen geen geldige TOML", ""),
    ],
)
def test_a_slip_is_a_fault_at_its_line(
    read: Callable[..., Checked[Looks]], text: str, line: int, message: str, advice: str
) -> None:
    found = read(text)
    assert found.failed
    (one,) = found.diagnostics
    assert one.code in {"T088", "T093"}
    assert one.span.start.line == line
    assert one.name == "huisstijl.toml"
    assert message in one.message
    assert advice in one.help


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[kleuren]\naccent = "rood"', 2, "‘rood’ is geen kleur"),
        ("[kleuren]\naccent = 3", 2, "‘3’ is geen kleur"),
        (
            '[kleuren]\ntekst = "#ffffff"',
            2,
            "‘tekst’ steekt te weinig af bij zijn achtergrond: 1,0",
        ),
        ('[kleuren]\nvlak = "#1d4e5f"', 1, "‘tekst’ steekt te weinig af"),
        ('[kleuren]\nlijn = "#ffffff"', 2, "‘lijn’ steekt te weinig af"),
        ('[lettertypen]\nbestanden = ["weg.ttf"]', 2, "‘weg.ttf’ bestaat niet"),
        ('[lettertypen]\nbestanden = ["huisstijl.toml"]', 2, "het is geen TrueType of OpenType"),
        (
            '[lettertypen]\nfamilies = ["Weg"]',
            2,
            "bij ‘Weg’ is geen lettertypebestand genoemd",
        ),
        (
            '[lettertypen]\nfamilies = ["Weg"]\nbestanden = ["weg.ttf"]',
            2,
            "geen van de bestanden bevat ‘Weg’",
        ),
        ('[logo]\nbestand = "weg.svg"\nalternatief = "L"', 2, "‘weg.svg’ bestaat niet"),
        ('[logo]\nbestand = "a.gif"\nalternatief = "L"', 2, "‘a.gif’ is geen svg, png of jpg"),
        (
            '[logo]\nbestand = "../a.svg"\nalternatief = "L"',
            2,
            "ligt buiten de map van de huisstijl",
        ),
        ('[logo]\nbestand = "/etc/a.svg"\nalternatief = "L"', 2, "ligt buiten de map"),
        ('[logo]\nbestand = "toetsen.svg"\nalternatief = "L"', 2, "is geen gewoon bestand"),
        ('[logo]\nbestand = "groot.svg"\nalternatief = "L"', 2, "is groter dan 1 MB"),
        ('[logo]\nbestand = "stuk.png"\nalternatief = "L"', 2, "het is geen png"),
    ],
)
def test_what_cannot_be_used_is_a_warning_and_ours_takes_its_place(
    read: Callable[..., Checked[Looks]], project: Path, *, text: str, line: int, message: str
) -> None:
    (project / "toetsen.svg").mkdir()
    found = read(text, groot_svg=b" " * (1024 * 1024 + 1), stuk_png=b"niets")
    assert not found.failed
    assert next(one.severity for one in found.diagnostics) is Severity.WAARSCHUWING
    assert any(message in said and at == line for _, at, said in told(found)), told(found)
    assert style(found).colours in {Colours(), Colours(tint="#1d4e5f")}
    assert not style(found).families
    assert style(found).logo is None


def test_a_link_out_of_the_folder_is_not_followed(
    read: Callable[..., Checked[Looks]], tmp_path_factory: pytest.TempPathFactory, project: Path
) -> None:
    outside = tmp_path_factory.mktemp("buiten") / "geheim.svg"
    outside.write_bytes(SVG)
    (project / "logo.svg").symlink_to(outside)
    found = read('[logo]\nbestand = "logo.svg"\nalternatief = "L"')
    assert "ligt buiten de map van de huisstijl" in found.diagnostics[0].message


def test_the_width_of_a_logo_is_bounded_and_so_is_its_height(
    read: Callable[..., Checked[Looks]],
) -> None:
    text = '[logo]\nbestand = "a.svg"\nalternatief = "L"\nbreedte = {}'
    for wrong in ("1", "500", '"30"', "true"):
        found = read(text.format(wrong), a_svg=SVG)
        assert (
            "‘breedte’ hoort een getal van 5 tot 100 te zijn (mm)" in found.diagnostics[0].message
        )
        assert style(found).logo is not None
    logo = style(read(text.format("100"), a_svg=SVG)).logo
    assert logo
    assert logo.width == 56  # 14 mm high


def test_an_organisation_of_the_projects_own_list_may_send_a_letter(
    read: Callable[..., Checked[Looks]], project: Path
) -> None:
    own = project / "waardelijsten" / "organisaties.yaml"
    own.parent.mkdir()
    own.write_text("waarden:\n  - id: gemeente-x\n    naam: Gemeente X\n", encoding="utf-8")
    text = '[afzender.gemeente-x]\npostadres = ["Postbus 1"]'
    assert told(read(text)) == []
    own.write_text("waarden:\n  - id: gemeente-x\n", encoding="utf-8")
    assert told(read(text)) == []  # the check tells of the list


def test_a_named_file_that_is_missing_is_a_fault(project: Path) -> None:
    (project / "toets.toml").write_text('huisstijl = "stijl/weg.toml"')
    found = house_style(find_project(project))
    assert [one.code for one in found.diagnostics] == ["T090"]
    assert house_style(find_project(project), named=Path("weg.toml")).failed


# --- fonts and pictures -----------------------------------------------------------------------


def test_the_family_of_a_font_is_read() -> None:
    assert families_in(FONT.read_bytes()) == {"Source Sans 3"}


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda data: data[:2000], "niet volledig"),
        (lambda data: data[:8], "beschadigd"),
        (lambda _: b"wOF2" + b"\0" * 99, "geen TrueType of OpenType"),
        (lambda data: data.replace(b"cmap", b"xxxx", 1), "niet volledig"),
    ],
)
def test_a_spoilt_font_is_refused_with_a_reason(
    spoil: Callable[[bytes], bytes], message: str
) -> None:
    with pytest.raises(Exception, match=message):
        families_in(spoil(FONT.read_bytes()))


def test_a_font_that_may_not_be_embedded_is_refused() -> None:
    data = bytearray(FONT.read_bytes())
    (count,) = struct.unpack_from(">H", data, 4)
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if tag == b"OS/2":
            struct.pack_into(">H", data, offset + 8, 2)
    with pytest.raises(Exception, match="de maker staat niet toe"):
        families_in(bytes(data))


@pytest.mark.parametrize(
    ("suffix", "data", "size"),
    [
        (".png", png(), (8, 4)),
        (".jpg", jpeg(), (8, 4)),
        (".jpeg", jpeg(channels=1), (8, 4)),
        (".svg", SVG, (80, 20)),
        (".svg", b'<svg width="10mm" height="5mm"><g id="a"/><use href="#a"/></svg>', (10, 5)),
        (".svg", b'<svg:svg xmlns:svg="x" viewBox="0,0,3,2"><svg:g/></svg:svg>', (3, 2)),
    ],
)
def test_a_picture_is_measured(suffix: str, data: bytes, size: tuple[float, float]) -> None:
    assert PICTURES[suffix][1](data) == size


@pytest.mark.parametrize(
    ("suffix", "data", "message"),
    [
        (".png", png()[:-4], "beschadigd"),
        (".png", png().replace(b"IDAT", b"IDAX"), "beschadigd"),
        (".png", png(data=b"\0"), "beschadigd"),
        (".png", png(data=b"\0" * 10_000_000), "beschadigd"),
        (".png", png(100_000, 100_000, data=b""), "te veel beeldpunten"),
        (".png", png(0, 4), "beschadigd"),
        (".png", b"\x89PNG\r\n\x1a\n", "beschadigd"),
        (".jpg", b"x", "geen jpg"),
        (".jpg", jpeg()[:-2], "niet volledig"),
        (".jpg", jpeg(channels=4), "drukkleuren"),
        (".jpg", jpeg(9000, 9000), "te veel beeldpunten"),
        (".jpg", b"\xff\xd8\xff\xd9", "beschadigd"),
        (".svg", b"<svg", "beschadigd"),
        (".svg", b"\xff", "beschadigd"),
        (".svg", b"<html/>", "geen svg"),
        (".svg", b"<svg/>", "geen viewBox"),
        (".svg", b'<svg viewBox="0 0 0 0"/>', "geen viewBox"),
        (".svg", b'<svg viewBox="0 0 1 1"><text>a</text></svg>', "<text>"),
        (".svg", b'<svg viewBox="0 0 1 1"><script/></svg>', "<script>"),
        (".svg", b'<svg viewBox="0 0 1 1"><image href="http://x"/></svg>', "<image>"),
        (
            ".svg",
            b'<svg viewBox="0 0 1 1"><use href="http://x"/></svg>',
            "verwijst naar iets anders",
        ),
        (".svg", b'<svg viewBox="0 0 1 1" onload="x()"/>', "verwijst naar iets anders"),
        (".svg", b'<svg viewBox="0 0 1 1"><g style="fill:url(http://x)"/></svg>', "verwijst"),
        (".svg", b'<svg viewBox="0 0 1 1"><style>@import "x"</style></svg>', "verwijst"),
        (".svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>', "DOCTYPE"),
    ],
)
def test_a_picture_that_is_not_safe_is_refused(suffix: str, data: bytes, message: str) -> None:
    with pytest.raises(PictureError, match=re.escape(message)):
        PICTURES[suffix][1](data)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", png()[:20], jpeg()[:8], SVG[:60], FONT.read_bytes()[:200]]),
)
def test_whatever_the_bytes_there_is_a_size_or_a_reason(tail: bytes, head: bytes) -> None:
    for _, measure in PICTURES.values():
        try:
            wide, high = measure(head + tail)
        except PictureError:
            continue
        assert wide > 0
        assert high > 0


# --- colours ----------------------------------------------------------------------------------

hexes = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#0000ff", "#ffffff") == contrast("#ffffff", "#0000ff")


def test_our_own_colours_can_be_read() -> None:
    ours = Colours()
    for text, ground in (
        (ours.ink, ours.tint), (ours.quiet, "#ffffff"), (ours.accent, ours.tint),
        (ours.caution, ours.caution_tint), (ours.ink, ours.caution_tint),
    ):  # fmt: skip
        assert contrast(text, ground) >= READABLE


@given(hexes)
def test_on_a_dark_ground_every_colour_is_made_readable(colour: str) -> None:
    assert contrast(lightened(colour, "#14191d"), "#14191d") >= READABLE


# --- drawing ----------------------------------------------------------------------------------


@pytest.fixture
def dressed(tmp_path: Path) -> HouseStyle:
    shutil.copy(FONT, tmp_path / "0.ttf")
    return HouseStyle(
        "Proef",
        Colours(accent="#8a1538", tint="#fbeef2"),
        ("Eigen Letter", "Source Sans 3"),
        logo=Logo(SVG, "image/svg+xml", "Logo <van> Proef", 40),
        font_folder=str(tmp_path),
    )


@pytest.mark.slow
@pytest.mark.parametrize("profile", verapdf.PROFILES)
@pytest.mark.parametrize(
    ("data", "kind"), [(SVG, "image/svg+xml"), (png(), "image/png"), (b"", "image/gif")]
)
def test_verapdf_finds_nothing_in_a_house_style(
    dressed: HouseStyle, data: bytes, kind: str, profile: str
) -> None:
    verapdf.require()
    styled = HouseStyle(
        "", dressed.colours, dressed.families, logo=Logo(data, kind, "Logo", 30),
        font_folder=dressed.font_folder,
    )  # fmt: skip
    for document in (specimens.letter(), specimens.report()):
        assert verapdf.failures(pdf.render(document, styled), profile) == set()


def test_the_pdf_has_the_logo_with_its_words_and_the_colours(dressed: HouseStyle) -> None:
    plain, styled = (pdf.render(specimens.letter(), one) for one in (NEUTRAL, dressed))
    assert plain != styled
    assert styled == pdf.render(specimens.letter(), dressed)
    with pikepdf.open(io.BytesIO(styled)) as opened:
        drawn = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(opened.pages[0]))
        told = [str(one.Alt) for one in walk(opened.Root.StructTreeRoot.K) if "/Alt" in one]
    assert "Logo <van> Proef" in told
    assert b"0.5411765 0.08235294 0.21960784" in drawn


def walk(node: Any) -> Any:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from walk(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from walk(node.get("/K"))


def test_a_character_that_the_house_font_lacks_comes_from_ours(tmp_path: Path) -> None:
    from fontTools import subset  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = TTFont(FONT)
    cut = subset.Subsetter()
    cut.populate(text="abc")
    cut.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = "Alleen abc"
    font.save(tmp_path / "abc.ttf")
    looks = HouseStyle(families=("Alleen abc",), font_folder=str(tmp_path))
    drawn = pdf.render(specimens.letter(), looks)
    with pikepdf.open(io.BytesIO(drawn)) as opened:
        names = {
            str(font.BaseFont)
            for page in opened.pages
            for font in dict(page.obj.Resources.get("/Font", {})).values()
        }
    assert any("SourceSans3" in name for name in names)
    assert len({name.split("+")[1] for name in names}) > 1


def test_the_page_has_the_colours_fonts_and_logo(dressed: HouseStyle) -> None:
    page = html.render(specimens.report(), dressed).decode()
    assert "--accent: #8a1538; --tint: #fbeef2;" in page
    dark = re.search(r"prefers-color-scheme: dark\) \{ :root \{ --accent: (#\w+)", page)
    assert dark
    assert contrast(dark[1], "#14191d") >= READABLE
    assert 'font-family: "Eigen Letter", "Source Sans 3",' in page
    assert 'alt="Logo &lt;van&gt; Proef"' in page
    assert "img-src data:" in page
    neutral = html.render(specimens.report()).decode()
    assert "img-src" not in neutral
    assert "<img" not in neutral


@given(st.text(max_size=20), hexes | st.text(max_size=12))
def test_a_style_never_breaks_out_of_its_sheet(family: str, colour: str) -> None:
    page = html.render(
        specimens.report(), HouseStyle(families=(family,), colours=Colours(accent=colour))
    ).decode()
    sheet = page.partition("<style>")[2].partition("</style>")[0]
    assert sheet.count("{") == sheet.count("}")
    assert page.count("</style>") == 1
    assert "<" not in sheet


# --- senders ----------------------------------------------------------------------------------

SENDER = Afzender("szw", postadres=("Postbus 1",))


def test_a_letter_without_sender_gets_that_of_the_house_style() -> None:
    toets = minimal(brief=Brief(), organisaties=(Organisatie("szw", ("beleid",)),))
    found = with_sender(toets, library(), senders={"szw": SENDER})
    assert found.brief
    assert found.brief.afzender == SENDER


def test_who_orders_the_toets_goes_before_whose_policy_it_is() -> None:
    both = (Organisatie("fin", ("beleid",)), Organisatie("szw", ("opdrachtgever",)))
    found = with_sender(
        minimal(brief=Brief(), organisaties=both), library(), senders={"szw": SENDER, "fin": SENDER}
    )
    assert found.brief == Brief(afzender=SENDER)


@pytest.mark.parametrize("brief", [None, Brief(afzender=Afzender("fin"))])
def test_a_sender_of_its_own_stays(brief: Brief | None) -> None:
    toets = minimal(brief=brief)
    assert with_sender(toets, library(), senders={"szw": SENDER}) is toets


def test_a_kamer_that_asked_for_a_toets_is_no_sender() -> None:
    asked = Organisatie("tweede-kamer", rol=("opdrachtgever",))
    toets = minimal(brief=Brief(), organisaties=(asked, Organisatie("szw", rol=("beleid",))))
    kamer = replace(SENDER, organisatie="Tweede Kamer")
    found = with_sender(toets, library(), senders={"tweede-kamer": kamer, "szw": SENDER})
    assert found.brief is not None
    assert found.brief.afzender == SENDER


def test_an_unknown_sender_is_no_sender() -> None:
    toets = shipped()["2024-kot-wlz"]
    assert with_sender(toets, library(), senders={}) == toets


# --- the command ------------------------------------------------------------------------------


def test_the_report_is_drawn_in_the_house_style(
    project: Path, add_toets: Callable[..., Path], toets: Callable[..., Run]
) -> None:
    add_toets()
    order = ("rapport", "2025-proef", "--soort", "rapport", "--naar", "html")
    page = project / "build/rapporten/2025-proef/2025-proef-rapport.html"
    assert toets(*order).code == 0
    assert "#8a1538" not in page.read_text(encoding="utf-8")
    (project / "huisstijl.toml").write_text('[kleuren]\naccent = "#8a1538"\nlijn = "geel"')
    run = toets(*order)
    assert run.code == 0
    assert "waarschuwing[T089]: ‘geel’ is geen kleur" in run.err
    assert "#8a1538" in page.read_text(encoding="utf-8")
    (project / "ander.toml").write_text('[kleuren]\naccent = "#005500"')
    assert toets(*order, "--huisstijl", "ander.toml").code == 0
    assert "#005500" in page.read_text(encoding="utf-8")


def test_a_slip_in_the_house_style_stops_the_report(
    project: Path, add_toets: Callable[..., Path], toets: Callable[..., Run]
) -> None:
    add_toets()
    (project / "huisstijl.toml").write_text("[kleurn]")
    run = toets("rapport", "2025-proef", "--soort", "rapport", "--naar", "html")
    assert run.code == 1
    assert "fout[T088]: onbekende sleutel ‘kleurn’" in run.err
    assert not (project / "build/rapporten/2025-proef").exists()


def test_the_footer_says_which_version_it_is(
    project: Path, add_toets: Callable[..., Path], toets: Callable[..., Run]
) -> None:
    import subprocess  # noqa: PLC0415

    add_toets()
    order = ("rapport", "2025-proef", "--soort", "rapport", "--naar", "html")
    page = project / "build/rapporten/2025-proef/2025-proef-rapport.html"
    (project / "toets.toml").write_text("voettekst_versie = true")
    assert toets(*order).code == 0
    assert "sha256" not in page.read_text(encoding="utf-8")
    who = ("-c", "user.email=a@example.org", "-c", "user.name=a", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "toetsen"), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", *words], check=True, cwd=project)
    assert toets(*order).code == 0
    first = re.search(
        r"Versie ([0-9a-f]{10}) · inhoud sha256:([0-9a-f]{10})", page.read_text("utf-8")
    )
    assert first
    add_toets(
        text=(project / "toetsen/2025-proef.yaml").read_text().replace("Toets 2025", "Toetsje 2025")
    )
    assert toets(*order).code == 0
    second = re.search(
        r"Versie ([0-9a-f]{10}) \(met wijzigingen\) · inhoud sha256:([0-9a-f]{10})",
        page.read_text("utf-8"),
    )
    assert second
    assert second[1] == first[1]
    assert second[2] != first[2]


def test_a_setting_that_is_no_yes_or_no_is_a_fault(
    project: Path, add_toets: Callable[..., Path], toets: Callable[..., Run]
) -> None:
    add_toets()
    (project / "toets.toml").write_text('voettekst_versie = "ja"')
    run = toets("controleer")
    assert run.code == 1
    assert "‘voettekst_versie’ hoort true of false te zijn" in run.out
