"""Make the Word templates in ``templates/docx``: their styles, page and samples.

Run with ``make sjablonen``. Everything in them may be changed in Word or LibreOffice; what the
generator needs is told in ``site/docs/handleiding/sjablonen-word.md``. Stored without
compression, so that every machine makes the same bytes. Measures in twips (1/1440 inch), sizes of
type in half points; element order as in ECMA-376 part 1, annex A.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from sjabloonletters import faces

from invoeringstoets.formats.archive import Member, pack
from invoeringstoets.formats.docx.fonts import with_fonts
from invoeringstoets.house_style import NEUTRAL

ROOT = Path(__file__).resolve().parent.parent
PARTS = Path(__file__).resolve().parent / "docx"
TARGET = ROOT / "templates" / "docx"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOTS = f'xmlns:w="{W}" xmlns:r="{R}"'

FONT = "Source Sans 3"
INK, QUIET, ACCENT, LINE, TINT, CAUTION, CAUTION_TINT = (
    getattr(NEUTRAL.colours, name).lstrip("#").upper()
    for name in ("ink", "quiet", "accent", "line", "tint", "caution", "caution_tint")
)

SIZE = 21
REPORT_WIDTH = 8730
"""The width of the text of a report."""
HEADINGS = 2
"""Which list definition is that of numbered headings."""


def type_(size: int = 0, colour: str = "", *, bold: bool = False, more: str = "") -> str:
    """Run properties."""
    return (
        more
        + ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
    )


def gap(before: int = 0, after: int = 0, line: int = 0) -> str:
    """White above and below a paragraph, and the height of its lines (240 is single)."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def indent(left: int = 0, hanging: int = 0) -> str:
    """White at the left; the first line hangs out."""
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def bar(colour: str, width: int, space: int, ground: str = "") -> str:
    """A line at the left of paragraphs, in eighths of a point; a ground reaches above and below."""
    line = f'<w:left w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'
    edge = f'w:val="single" w:sz="4" w:space="3" w:color="{ground}"' if ground else ""
    over, under = (f"<w:top {edge}/>", f"<w:bottom {edge}/>") if ground else ("", "")
    return f"<w:pBdr>{over}{line}{under}</w:pBdr>"


def shade(colour: str) -> str:
    """A ground."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


KEEP = "<w:keepNext/><w:keepLines/>"
RAGGED = "<w:suppressAutoHyphens/>"


def style(name: str, ppr: str = "", rpr: str = "", *, on: str = "Normal", then: str = "") -> str:
    """A paragraph style; ids are the name without spaces."""
    inner = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    inner += f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    based = f'<w:basedOn w:val="{ident(on)}"/>' if name != "Normal" else ""
    follows = f'<w:next w:val="{ident(then)}"/>' if then else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom(name)} w:styleId="{ident(name)}">'
        f'<w:name w:val="{name}"/>{based}{follows}<w:uiPriority w:val="1"/><w:qFormat/>{inner}'
        "</w:style>"
    )


BUILT_IN = re.compile(
    r"Normal|Body Text|heading \d|Title|Subtitle|Salutation|List .*|caption|footnote .*|header|"
    r"footer|toc \d|TOC Heading|Strong|Emphasis|Hyperlink|Default Paragraph Font|Signature|Quote"
)


def ident(name: str) -> str:
    """The id of a style: as Word gives it to its own."""
    return "".join(word[0].upper() + word[1:] for word in name.replace("toc", "TOC").split())


def custom(name: str) -> str:
    """What marks a style that Word does not know itself."""
    return "" if BUILT_IN.fullmatch(name) else ' w:customStyle="1"'


def character(name: str, rpr: str) -> str:
    """A character style."""
    default = ' w:default="1"' if name == "Default Paragraph Font" else ""
    based = "" if default else '<w:basedOn w:val="DefaultParagraphFont"/>'
    return (
        f'<w:style w:type="character"{default}{custom(name)} w:styleId="{ident(name)}">'
        f'<w:name w:val="{name}"/>{based}<w:uiPriority w:val="1"/><w:qFormat/>'
        + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
        + "</w:style>"
    )


def headings(sizes: tuple[tuple[int, int], ...]) -> str:
    """The six headings, each with its size and the white above it."""
    made = ""
    for level, (size, above) in enumerate(sizes, 1):
        ppr = KEEP + RAGGED + gap(above, 62)
        ppr += f'<w:outlineLvl w:val="{level - 1}"/>'
        made += style(f"heading {level}", ppr, type_(size, ACCENT, bold=True), then="Body Text")
    return made


def lists() -> str:
    """Bulleted and numbered lists five deep, and what goes on under an item."""
    made = ""
    for depth in range(1, 6):
        end = "" if depth == 1 else f" {depth}"
        level = f'<w:numPr><w:ilvl w:val="{depth - 1}"/><w:numId w:val="{{}}"/></w:numPr>'
        white = gap(0, 50)
        made += style(f"List Bullet{end}", level.format(1) + white, on="Body Text")
        made += style(f"List Number{end}", level.format(2) + white, on="Body Text")
        made += style(f"List Continue{end}", white + indent(340 * depth), on="Body Text")
    return made


def boxes() -> str:
    """Notices, callouts and actions."""
    made = ""
    for end, colour, ground in (("", ACCENT, TINT), (" let op", CAUTION, CAUTION_TINT)):
        side = bar(colour, 20, 8, ground) + shade(ground)
        white = gap(90, 90) + indent(180)
        made += style(f"Melding{end}", "<w:keepLines/>" + side + white, type_(18), on="Body Text")
        made += style(f"Kader{end}", side + gap(0, 80) + indent(180), on="Body Text")
    made += style("Actiekop", KEEP + gap(120, 40), type_(0, ACCENT, bold=True), then="Actie")
    side, beside = bar(LINE, 10, 8), bar(LINE, 10, 21)
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    made += style("Actie", side + gap(0, 80) + indent(180), on="Body Text")
    made += style("Actiepunt", numbered + side + gap(0, 80), on="Body Text")
    made += style("Actievervolg", beside + gap(0, 80) + indent(440), on="Body Text")
    return made


def front(stripe_end: int) -> str:
    """What stands above a letter and on the cover of a report, with the end of the stripe."""
    tab = '<w:tabs><w:tab w:val="left" w:pos="{0}"/></w:tabs>'
    pages = (
        '<w:tabs><w:tab w:val="left" w:pos="{0}"/>'
        f'<w:tab w:val="right" w:leader="dot" w:pos="{REPORT_WIDTH}"/></w:tabs>'
    )
    small = gap(0, 0, 228)
    label = "<w:keepNext/>" + RAGGED + gap(110, 0, 228)
    stripe = f'<w:pBdr><w:top w:val="single" w:sz="24" w:space="0" w:color="{ACCENT}"/></w:pBdr>'
    stripe += (
        '<w:spacing w:before="0" w:after="0" w:line="180" w:lineRule="exact"/>'
        f'<w:ind w:right="{stripe_end}"/>'
    )
    return "".join(
        (
            style("Afzender", RAGGED + gap(0, 0, 228), type_(29, ACCENT, bold=True)),
            style("Streep", stripe),
            style("Beeldmerk", gap(0, 60), type_(4)),
            style(
                "Wit zonder logo",
                '<w:spacing w:before="0" w:after="0" w:line="258" w:lineRule="exact"/>',
            ),
            style("Afzender bij logo", "", type_(25), on="Afzender"),
            style("Retouradres", gap(0, 80), type_(14, QUIET)),
            style("Geadresseerde", RAGGED + gap(0, 0)),
            style("Briefgegeven", tab.format(964) + gap(0, 40) + indent(964, 964)),
            style(
                "Kenmerklabel",
                label,
                type_(15, ACCENT, bold=True),
            ),
            style("Kenmerk", small, type_(15)),
            style("Meldingslabels", RAGGED + gap(), type_(16, CAUTION, bold=True)),
            style("Title", KEEP + RAGGED + gap(0, 160, 204), type_(54, ACCENT, bold=True)),
            style("Subtitle", RAGGED + gap(0, 400), type_(28, QUIET)),
            style("Titel kort", "", type_(40), on="Title"),
            style("Ondertitel kort", gap(0, 120), type_(22), on="Subtitle"),
            style("TOC Heading", KEEP + gap(0, 200), type_(28, ACCENT, bold=True)),
            style(
                "toc 1", pages.format(440) + gap(36, 0, 218) + indent(440, 440), type_(bold=True)
            ),
            style("toc 2", pages.format(1000) + gap(0, 0, 218) + indent(1000, 560)),
        )
    )


def styles(sizes: tuple[tuple[int, int], ...], stripe_end: int) -> str:
    """The styles of a template."""
    fonts = " ".join(f'w:{part}="{FONT}"' for part in ("ascii", "hAnsi", "eastAsia", "cs"))
    tab = '<w:tabs><w:tab w:val="left" w:pos="2608"/></w:tabs>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="{SIZE}"/><w:szCs w:val="{SIZE}"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{gap(0, 0, 240)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    text = "".join(
        (
            style("Normal", "<w:widowControl/>", type_(0, INK)),
            style("Body Text", gap(0, 108)),
            style("Salutation", gap(200, 200), on="Body Text", then="Body Text"),
            style("Quote", gap(0, 108) + '<w:ind w:left="400" w:right="400"/>', on="Body Text"),
            style("Inleiding", "", type_(SIZE + 2), on="Body Text"),
            style("Bijzonderheden", "", type_(18, QUIET), on="Body Text"),
            style("Niet ingevuld", "", type_(0, QUIET, more="<w:i/><w:iCs/>"), on="Body Text"),
            style("Gegeven", tab + gap(0, 60) + indent(2608, 2608), on="Body Text"),
            style("Gegevenvervolg", gap(0, 60) + indent(2608), on="Body Text"),
            style("caption", KEEP + gap(220, 80), type_(19, bold=True)),
            style("Tabelkop", "<w:keepNext/>" + gap(40, 40, 228), type_(18, bold=True)),
            style("Tabeltekst", gap(40, 40, 228), type_(18)),
            style("Tabelrijkop", gap(40, 40, 228), type_(18, bold=True)),
            style(
                "Witregel", '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'
            ),
            style("Figuur", "<w:keepLines/>" + gap(0, 160)),
            style("Signature", KEEP + gap(400, 1000), then="Naam"),
            style("Naam", "<w:keepLines/>" + gap(0, 200)),
            style("footnote text", gap(0, 20, 228), type_(17)),
            style("header", gap(), type_(17, QUIET)),
            style("footer", gap(), type_(15, QUIET)),
        )
    )
    underlined = type_(0, ACCENT) + '<w:u w:val="single"/>'
    characters = "".join(
        (
            character("Default Paragraph Font", ""),
            character("Strong", type_(bold=True)),
            character("Emphasis", "<w:i/><w:iCs/>"),
            character("Hyperlink", underlined),
            character(
                "footnote reference", type_(0, ACCENT) + '<w:vertAlign w:val="superscript"/>'
            ),
            character("Term", type_(0, ACCENT, bold=True)),
            character("Gegevenlabel", type_(18, QUIET)),
        )
    )
    inner = defaults + text + headings(sizes) + lists() + boxes() + front(stripe_end) + characters
    rest = (PARTS / "tabelstijlen.xml").read_text(encoding="utf-8")
    for name, colour in (("accent", ACCENT), ("line", LINE), ("tint", TINT)):
        rest = rest.replace(f"{{{name}}}", colour)
    return f"{XML}<w:styles {ROOTS}>{inner}{rest}</w:styles>"


def numbering() -> str:
    """Bullets, numbers, numbered headings, and the dashes before actions."""
    signs = ("•", "–", "•", "–", "•")
    kinds = (
        [("bullet", sign, 340 * (n + 1), 227) for n, sign in enumerate(signs)],
        [("decimal", f"%{n + 1}.", 340 * (n + 1), 340) for n in range(5)],
        [("decimal", ".".join(f"%{k}" for k in range(1, n + 2)), 0, 0) for n in range(6)],
        [("bullet", "–", 440, 260)],
    )
    made = ""
    for number, levels in enumerate(kinds):
        multi = "multilevel" if len(levels) > 1 else "singleLevel"
        made += f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{multi}"/>'
        if number == HEADINGS:
            made += '<w:styleLink w:val="Kopnummering"/>'
        for level, (form, text, left, hanging) in enumerate(levels):
            stop = f'<w:tabs><w:tab w:val="num" w:pos="{460 + 120 * level}"/></w:tabs>'
            stop = stop if number == HEADINGS else ""
            made += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                f"<w:pPr>{stop}{indent(left, hanging)}</w:pPr></w:lvl>"
            )
        made += "</w:abstractNum>"
    made += "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(4)
    )
    return f"{XML}<w:numbering {ROOTS}>{made}</w:numbering>"


def para(name: str, text: str, more: str = "") -> str:
    """A paragraph of the template, in a style."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{ident(name)}"/>{more}</w:pPr>{run}</w:p>'


def frame(x: int, y: int, width: int) -> str:
    """A frame at a fixed place on the page."""
    return (
        f'<w:framePr w:w="{width}" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page"'
        f' w:x="{x}" w:y="{y}"/>'
    )


def field(code: str) -> str:
    """A field that Word and LibreOffice keep up to date themselves."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


PAGES = (
    f'<w:r><w:t xml:space="preserve">Pagina </w:t></w:r>{field("PAGE")}'
    f'<w:r><w:t xml:space="preserve"> van </w:t></w:r>{field("NUMPAGES")}'
)


def footer(x: int, width: int, *, right: int) -> str:
    """What the document says at the foot; beside its first line a frame with the page number."""
    place = (
        f'<w:framePr w:w="{width}" w:hSpace="0" w:wrap="around" w:vAnchor="text"'
        f' w:hAnchor="page" w:x="{x}" w:y="1"/>'
    )
    aligned = '<w:jc w:val="right"/>' if right else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{place}{aligned}</w:pPr>{PAGES}</w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:right="{right}"/></w:pPr>'
        "<w:r><w:t>«voettekst»</w:t></w:r></w:p>"
    )


BODY = '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'


def samples() -> str:
    """Every style of the text, to look at and to change; it is left out of what is made."""
    made = para("Body Text", "Hieronder staat elke stijl een keer. Dit deel komt niet in een stuk.")
    names = [
        *(f"heading {n}" for n in range(1, 7)),
        "Salutation",
        "Inleiding",
        "Body Text",
        "Bijzonderheden",
        "Niet ingevuld",
        "Quote",
        "Gegeven",
        "Gegevenvervolg",
        "caption",
        "Tabelkop",
        "Tabeltekst",
        "Tabelrijkop",
        "Witregel",
        "Figuur",
        "Kader",
        "Kader let op",
        "Melding",
        "Melding let op",
        "Actiekop",
        "Actie",
        "Actiepunt",
        "Actievervolg",
        "Title",
        "Subtitle",
        "TOC Heading",
        "toc 1",
        "toc 2",
        "Afzender",
        "Retouradres",
        "Geadresseerde",
        "Briefgegeven",
        "Kenmerklabel",
        "Kenmerk",
        "Meldingslabels",
        "Streep",
        "Beeldmerk",
        "Wit zonder logo",
        "Afzender bij logo",
        "Titel kort",
        "Ondertitel kort",
        "Signature",
        "Naam",
        *(
            f"List {kind}{end}"
            for kind in ("Bullet", "Number", "Continue")
            for end in ("", " 2", " 3", " 4", " 5")
        ),
    ]
    made += "".join(para(name, f"Voorbeeld van {name}") for name in names)
    for name in ("Strong", "Emphasis", "Hyperlink", "Term", "Gegevenlabel"):
        made += (
            f'<w:p>{BODY}<w:r><w:rPr><w:rStyle w:val="{name}"/></w:rPr>'
            f"<w:t>Voorbeeld van {name}</w:t></w:r></w:p>"
        )
    mark = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    note = f'<w:r>{mark}<w:footnoteReference w:id="1"/></w:r>'
    heading = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Heading{n + 1}"/><w:numPr><w:ilvl w:val="{n}"/>'
        '<w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>Genummerde kop</w:t></w:r></w:p>'
        for n in range(2)
    )
    table = (PARTS / "voorbeeldtabel.xml").read_text(encoding="utf-8")
    body = f"<w:p>{BODY}<w:r><w:t>Een noot.</w:t></w:r>{note}</w:p>"
    return made + heading + body + table


def document(front_matter: str, page: str) -> str:
    """The body of a template."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdKop"/>'
        '<w:headerReference w:type="first" r:id="rIdEersteKop"/>'
        '<w:footerReference w:type="default" r:id="rIdVoet"/>'
        '<w:footerReference w:type="first" r:id="rIdEersteVoet"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/>{page}<w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    body = front_matter + para("Body Text", "«inhoud»") + samples()
    body += para("Body Text", "«einde inhoud»")
    return f"{XML}<w:document {ROOTS}><w:body>{body}{section}</w:body></w:document>"


def margins(sides: tuple[int, int, int, int], header: int, footer_: int) -> str:
    """Page margins: top, right, bottom, left."""
    named = zip(("top", "right", "bottom", "left"), sides, strict=True)
    told = " ".join(f'w:{name}="{size}"' for name, size in named)
    return f'<w:pgMar {told} w:header="{header}" w:footer="{footer_}" w:gutter="0"/>'


def letter() -> dict[str, str]:
    """The parts that are a letter's own."""
    column = frame(9354, 2398, 2040)
    sender = frame(1588, 822, 7370)
    address = frame(1588, 2398, 7400)
    feet = footer(9354, 2040, right=0)
    front_matter = "".join(
        (
            para("Beeldmerk", "«logo»", sender),
            para("Afzender", "«afzender»", sender),
            para("Retouradres", "«retouradres»", address),
            para("Geadresseerde", "«geadresseerde»", address),
            para("Kenmerk", "«kenmerken»", column),
            para("Briefgegeven", "«gegevens»"),
            para("Melding", "«meldingen»"),
        )
    )
    page = margins((2398, 2818, 1361, 1588), 567, 680)
    labels = para("Meldingslabels", "«meldingslabels»")
    down = '<w:spacing w:before="0" w:after="0" w:line="3800" w:lineRule="exact"/>'
    first = labels + para("Streep", "«streep»", gap(120, 0)) + para("header", "", down)
    later = para("Kenmerk", "«vervolgkenmerken»", column) + labels
    return {
        "word/document.xml": document(front_matter, page),
        "word/styles.xml": styles(
            ((24, 283), (22, 255), (21, 227), (21, 198), (21, 170), (21, 170)), 6463
        ),
        "word/header1.xml": later,
        "word/header2.xml": first,
        "word/footer1.xml": feet,
        "word/footer2.xml": feet,
    }


def report() -> dict[str, str]:
    """The parts that are a report's own."""
    feet = footer(1588 + REPORT_WIDTH - 1500, 1500, right=1700)
    down = '<w:spacing w:before="0" w:after="0" w:line="1600" w:lineRule="exact"/>'
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{LINE}"/></w:pBdr>'
    front_matter = "".join(
        (
            para("Beeldmerk", "«logo»", gap(0, 120)),
            para("Witregel", "«witruimte»", down),
            para("Streep", "«streep»"),
            para("Title", "«titel»"),
            para("Subtitle", "«ondertitel»"),
            para("Melding", "«meldingen»"),
            para("Witregel", ""),
            para("Gegeven", "«gegevens»"),
            para("TOC Heading", "«inhoudsopgave»", "<w:pageBreakBefore/>"),
        )
    )
    page = margins((1701, 1588, 1474, 1588), 680, 680)
    return {
        "word/document.xml": document(front_matter, page),
        "word/styles.xml": styles(
            ((28, 312), (24, 283), (22, 238), (21, 204), (21, 170), (21, 170)), 7483
        ),
        "word/header1.xml": para("Meldingslabels", "«meldingslabels»")
        + para("header", "«koptitel»", rule),
        "word/header2.xml": para("Meldingslabels", "«meldingslabels»"),
        "word/footer1.xml": feet,
        "word/footer2.xml": feet,
    }


def template(own: dict[str, str]) -> bytes:
    """A template as the bytes of a file."""
    parts = {
        path.relative_to(PARTS / "pakket").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((PARTS / "pakket").rglob("*"))
        if path.is_file()
    }
    for name, text in own.items():
        if "header" in name or "footer" in name:
            tag = "w:hdr" if "header" in name else "w:ftr"
            parts[name] = f"{XML}<{tag} {ROOTS}>{text}</{tag}>"
        else:
            parts[name] = text
    parts["word/numbering.xml"] = numbering()
    colours = {"ink": INK, "quiet": QUIET, "accent": ACCENT, "line": LINE, "tint": TINT}
    colours |= {"caution": CAUTION, "caution_tint": CAUTION_TINT, "font": FONT}
    theme = parts["word/theme/theme1.xml"]
    parts["word/theme/theme1.xml"] = re.sub(r"\{(\w+)\}", lambda m: colours[m[1]], theme)
    whole = with_fonts({name: text.encode("utf-8") for name, text in parts.items()}, faces())
    names = sorted(whole, key=lambda name: (name != "[Content_Types].xml", name))
    return pack(Member(name, whole[name], stored=True) for name in names)


def templates() -> dict[str, bytes]:
    """Every template by its file name."""
    return {"brief.docx": template(letter()), "rapport.docx": template(report())}


def main() -> int:
    """Write them."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, data in templates().items():
        (TARGET / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
