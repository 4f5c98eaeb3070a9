"""Make ``templates/odt/brief.ott`` and ``rapport.ott``: ``python docs/maak_odt_sjablonen.py``.

A test holds the files equal to what this makes. Format: OASIS OpenDocument 1.3, part 3 (schema).
A template is an ordinary document with a name between guillemets where the text comes; what stands
between «inhoud» and «einde inhoud» shows a designer every style, and is left out of a letter.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import quoteattr

from sjabloonletters import faces

from invoeringstoets.formats.odt.fonts import font_parts, with_sources
from invoeringstoets.formats.odt.package import NAMESPACES, TEMPLATE_TYPE, packed
from invoeringstoets.house_style import Colours

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "odt"
C = Colours()
FAMILY = "'Source Sans 3', Calibri, Carlito, Arial, 'Liberation Sans'"

# --- paragraph styles: name, parent, paragraph properties, text properties -----------------------

LINE = 'style:line-height-at-least="0.48cm"'
KEEP = 'fo:keep-with-next="always"'
NO_HYPHENS = 'fo:hyphenate="false"'
SMALL = 'fo:font-size="9pt" style:font-size-asian="9pt" style:font-size-complex="9pt"'


def space(top: float = 0, bottom: float = 0) -> str:
    """White above and below, in cm."""
    return f'fo:margin-top="{top}cm" fo:margin-bottom="{bottom}cm"'


def type_size(points: float) -> str:
    """The size of the type."""
    return f'fo:font-size="{points}pt" style:font-size-complex="{points}pt"'


def ink(colour: str, weight: str = "") -> str:
    """A colour, and a weight where it is not that of the parent."""
    return f'fo:color="{colour}"' + (f' fo:font-weight="{weight}"' if weight else "")


def heading(level: int, points: float, above: float) -> tuple[str, str, str, str]:
    """A heading style."""
    return (f"Heading {level}", "Heading", space(above, 0.11), type_size(points))


def padding(left: float, right: float, above: float) -> str:
    """White inside a cell or box, in cm; the same above and below."""
    return (
        f'fo:padding-left="{left}cm" fo:padding-right="{right}cm" fo:padding-top="{above}cm"'
        f' fo:padding-bottom="{above}cm"'
    )


def box(colour: str, ground: str) -> str:
    """The sides and ground of a boxed remark."""
    sides = "".join(f' fo:border-{side}="none"' for side in ("right", "top", "bottom"))
    inside = padding(0.3, 0.3, 0.16)
    return (
        f'fo:background-color="{ground}" fo:border-left="2.5pt solid {colour}"{sides} {inside}'
        ' fo:margin-left="0.1cm" fo:margin-right="0cm" style:join-border="true"'
    )


NO_SIDES = 'fo:border-right="none" fo:border-top="none" fo:border-bottom="none"'
LISTED = f'fo:padding-left="0.3cm" {NO_SIDES} fo:border-left="1.2pt solid {C.line}"'
ACTION = (
    f'fo:margin-left="0.36cm" fo:padding-left="0.3cm" {NO_SIDES}'
    f' fo:border-left="1.2pt solid {C.line}" style:join-border="true"'
)
THIN = 'fo:margin-bottom="0.05cm" fo:line-height="0.1cm"'
BAR = 'fo:border-left="none" fo:border-right="none" fo:border-bottom="none"'

STYLES: tuple[tuple[str, str, str, str], ...] = (
    ("Text body", "Standard", f"{LINE} {space(0, 0.19)}", ""),
    ("Heading", "Standard", f"{KEEP} {LINE}", f"{ink(C.accent, 'bold')} {NO_HYPHENS}"),
    ("Header", "Standard", "", f"{ink(C.quiet)} {SMALL}"),
    ("Footer", "Standard", "", f"{ink(C.quiet)} {type_size(7.5)} {NO_HYPHENS}"),
    ("Footnote", "Standard", 'fo:margin-left="0.3cm" fo:text-indent="-0.3cm"', type_size(8.5)),
    (
        "Caption",
        "Standard",
        f"{KEEP} {space(0.3, 0.14)}",
        f'{type_size(9.5)} fo:font-weight="bold"',
    ),
    (
        "Quotations",
        "Text body",
        f'fo:margin-left="0.7cm" fo:margin-right="0.7cm" {space(0, 0.19)}',
        "",
    ),
    ("Citaat in lijst", "Lijsttekst", 'fo:margin-right="0.7cm"', ""),
    ("Inleiding", "Text body", "", type_size(11.5)),
    ("Toelichting", "Text body", "", f"{ink(C.quiet)} {SMALL}"),
    ("Aanhef", "Text body", space(0.36, 0.36), ""),
    ("Nog niet ingevuld", "Text body", "", f'{ink(C.quiet)} fo:font-style="italic"'),
    ("Lijsttekst", "Text body", space(0, 0.09), ""),
    ("Begrip", "Standard", LINE, ink(C.accent, "bold")),
    ("Lijsttekst einde", "Lijsttekst", space(0, 0.19), ""),
    ("Omschrijving", "Text body", space(0, 0.07), ""),
    ("Tabelkop", "Standard", KEEP, f'{type_size(9.25)} fo:font-weight="bold"'),
    ("Tabelrijkop", "Standard", "", f'{type_size(9.25)} fo:font-weight="bold"'),
    ("Tabeltekst", "Standard", "", type_size(9.25)),
    ("Kadertekst", "Text body", f"{box(C.accent, C.tint)} {space(0, 0.19)}", ""),
    ("Kadertitel", "Kadertekst", f"{KEEP} {space(0.3, 0.1)}", 'fo:font-weight="bold"'),
    ("Let op tekst", "Text body", f"{box(C.caution, C.caution_tint)} {space(0, 0.19)}", ""),
    ("Let op titel", "Let op tekst", f"{KEEP} {space(0.3, 0.1)}", 'fo:font-weight="bold"'),
    ("Melding", "Kadertekst", f'{space(0.12, 0.12)} style:join-border="false"', SMALL),
    (
        "Melding let op",
        "Let op tekst",
        f'{space(0.12, 0.12)} style:join-border="false"',
        SMALL,
    ),
    ("Actiekop", "Standard", f"{KEEP} {space(0.1, 0.12)}", ink(C.accent, "bold")),
    ("Actie", "Text body", f"{ACTION} {space(0, 0.12)}", ""),
    ("Actie in lijst", "Text body", f"{LISTED} {space(0, 0.12)}", ""),
    ("Actiegegevens", "Actie", space(0, 0.19), f"{ink(C.quiet)} {SMALL}"),
    ("Ambt", "Text body", f'{KEEP} fo:keep-together="always" {space(0.7, 2)}', ""),
    ("Naam", "Text body", space(0, 0.5), ""),
    ("Figuur", "Standard", space(0, 0.4), ""),
    ("Aanduiding", "Header", "", f"{ink(C.caution, 'bold')} {type_size(8)}"),
)


def bar(right: float, points: float) -> tuple[str, str, str, str]:
    """The short line that stands where a logo may stand; ``right`` is what it leaves free."""
    return (
        "Beeldmerk",
        "Standard",
        f'{BAR} fo:border-top="{points}pt solid {C.accent}" fo:margin-right="{right}cm" {THIN}',
        type_size(2),
    )


LETTER_STYLES: tuple[tuple[str, str, str, str], ...] = (
    heading(1, 12, 0.5),
    heading(2, 11, 0.45),
    heading(3, 10.5, 0.4),
    heading(4, 10.5, 0.35),
    heading(5, 10.5, 0.3),
    heading(6, 10.5, 0.3),
    bar(10.9, 2.5),
    ("Beeldmerk met logo", "Standard", space(0, 0.1), ""),
    ("Afzender", "Standard", "", f"{ink(C.accent, 'bold')} {type_size(13.5)} {NO_HYPHENS}"),
    ("Retouradres", "Standard", space(0, 0.2), f"{ink(C.quiet)} {type_size(7)} {NO_HYPHENS}"),
    ("Geadresseerde", "Standard", LINE, NO_HYPHENS),
    (
        "Feit",
        "Standard",
        f'{LINE} {space(0, 0.06)} fo:margin-left="1.7cm" fo:text-indent="-1.7cm"',
        "",
    ),
    (
        "Kenmerklabel",
        "Standard",
        f"{KEEP} {space(0.2, 0)}",
        f"{ink(C.accent, 'bold')} {type_size(7.5)}",
    ),
    ("Kenmerk", "Standard", space(0, 0.04), type_size(7.5)),
)

REPORT_STYLES: tuple[tuple[str, str, str, str], ...] = (
    heading(1, 14, 0.55),
    heading(2, 12, 0.5),
    heading(3, 11, 0.42),
    heading(4, 10.5, 0.36),
    heading(5, 10.5, 0.3),
    heading(6, 10.5, 0.3),
    bar(13.2, 3.5),
    ("Beeldmerk met logo", "Standard", space(0, 0.9), ""),
    ("Title", "Heading", f'{space(0, 0.25)} fo:line-height="90%"', type_size(27)),
    ("Subtitle", "Heading", space(0, 1), f"{ink(C.quiet, 'normal')} {type_size(14)}"),
    ("Titel kort", "Title", "", type_size(20)),
    ("Ondertitel kort", "Subtitle", space(0.1, 0.05), type_size(11)),
    (
        "Kopregel",
        "Header",
        f'fo:border-bottom="0.4pt solid {C.line}" fo:padding-bottom="0.08cm"',
        "",
    ),
    ("Contents Heading", "Heading", space(0, 0.35), type_size(14)),
    ("Contents 1", "Standard", f"{space(0.12, 0.02)} @tab@", 'fo:font-weight="bold"'),
    ("Contents 2", "Standard", f'{space(0, 0.02)} fo:margin-left="0.45cm" @tab@', ""),
)

UNDERLINE = (
    'style:text-underline-style="solid" style:text-underline-width="auto"'
    ' style:text-underline-color="font-color"'
)

CHARACTERS = (
    ("Strong Emphasis", 'fo:font-weight="bold"'),
    ("Emphasis", 'fo:font-style="italic"'),
    (
        "Internet link",
        f"{ink(C.accent)} {UNDERLINE}",
    ),
    ("Index Link", ""),
    ("Footnote Symbol", ""),
    ("Footnote anchor", f'{ink(C.accent)} style:text-position="super 62%"'),
    ("Feitlabel", f"{ink(C.quiet)} {SMALL}"),
)


def coded(name: str) -> str:
    """A style's name as ODF writes it: a space is ``_20_``."""
    return name.replace(" ", "_20_")


def named(name: str) -> str:
    """The attributes that name a style."""
    shown = f' style:display-name="{name}"' if " " in name else ""
    return f'style:name="{coded(name)}"{shown}'


def paragraph_style(style: tuple[str, str, str, str], width: float) -> str:
    """One paragraph style; a contents line has a tab stop with dots at the right edge."""
    name, parent, paragraph, text = style
    inner = ""
    if "@tab@" in paragraph:
        paragraph = paragraph.replace("@tab@", "")
        inner = (
            f'<style:tab-stops><style:tab-stop style:position="{width}cm" style:type="right"'
            ' style:leader-style="dotted" style:leader-text="."/></style:tab-stops>'
        )
    if name == "Feit":
        inner = '<style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>'
    level = name.removeprefix("Heading ") if name.startswith("Heading ") else ""
    after = "Text_20_body" if "eading" in name or name.startswith("Tit") else ""
    return (
        f'<style:style {named(name)} style:family="paragraph"'
        f' style:parent-style-name="{coded(parent)}"'
        + (f' style:next-style-name="{after}"' if after else "")
        + (f' style:default-outline-level="{level}"' if level else "")
        + ' style:class="text">'
        + f"<style:paragraph-properties {paragraph}>{inner}</style:paragraph-properties>"
        + (f"<style:text-properties {text}/>" if text else "")
        + "</style:style>"
    )


DEFAULTS = (
    '<style:default-style style:family="graphic"><style:text-properties fo:language="nl"'
    ' fo:country="NL"/></style:default-style>'
    '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2"'
    ' fo:widows="2" fo:hyphenation-ladder-count="2" style:tab-stop-distance="1.25cm"'
    ' style:writing-mode="lr-tb"/>'
    f'<style:text-properties fo:color="{C.ink}" style:font-name="Source Sans 3"'
    ' fo:font-size="10.5pt"'
    ' fo:language="nl" fo:country="NL" style:language-asian="none" style:country-asian="none"'
    ' style:language-complex="none" style:country-complex="none" fo:hyphenate="true"'
    ' fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"/>'
    "</style:default-style>"
    '<style:default-style style:family="table"><style:table-properties'
    ' table:border-model="collapsing"/></style:default-style>'
    '<style:default-style style:family="table-row"><style:table-row-properties'
    ' fo:keep-together="auto"/></style:default-style>'
    '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    '<style:style style:name="Frame" style:family="graphic"><style:graphic-properties'
    ' text:anchor-type="paragraph" fo:padding="0cm" fo:border="none" style:wrap="run-through"'
    ' style:number-wrapped-paragraphs="no-limit"/></style:style>'
    '<style:style style:name="Graphics" style:family="graphic"><style:graphic-properties'
    ' text:anchor-type="as-char" style:vertical-pos="top" style:vertical-rel="baseline"/>'
    "</style:style>"
)


def label_place(level: int, *, box: float = 0, left: float = 0) -> str:
    """Where the label and text of a list level stand; ``box`` is what a line beside it takes."""
    margin = level * 0.55 + left
    return (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab"'
        f' text:list-tab-stop-position="{margin + box:.2f}cm" fo:text-indent="-0.55cm"'
        f' fo:margin-left="{margin:.2f}cm"/></style:list-level-properties>'
    )


def list_styles() -> str:
    """The bulleted list, the numbered list, and the list of actions, ten levels each."""
    levels = range(1, 11)
    bullets = ("•", "–")

    def bulleted(name: str, signs: tuple[str, ...], *, box: float = 0, left: float = 0) -> str:
        inner = "".join(
            f'<text:list-level-style-bullet text:level="{level}" text:bullet-char='
            f'"{signs[(level - 1) % len(signs)]}">{label_place(level, box=box, left=left)}'
            "</text:list-level-style-bullet>"
            for level in levels
        )
        return f"<text:list-style {named(name)}>{inner}</text:list-style>"

    def numbered(name: str, left: float = 0) -> str:
        inner = "".join(
            f'<text:list-level-style-number text:level="{level}" style:num-format="1"'
            f' style:num-suffix=".">{label_place(level, left=left)}</text:list-level-style-number>'
            for level in levels
        )
        return f"<text:list-style {named(name)}>{inner}</text:list-style>"

    return (
        bulleted("Opsomming", bullets)
        + numbered("Nummering")
        + bulleted("Opsomming in citaat", bullets, left=0.7)
        + numbered("Nummering in citaat", 0.7)
        + bulleted("Actielijst", ("–",), box=0.34)
    )


def outline() -> str:
    """The numbering of headings; the writer says which levels have a number, and how it looks."""
    levels = "".join(
        f'<text:outline-level-style text:level="{level}" style:num-format="">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab"'
        f' text:list-tab-stop-position="{0.5 + 0.35 * level:.2f}cm"/>'
        "</style:list-level-properties></text:outline-level-style>"
        for level in range(1, 11)
    )
    return f'<text:outline-style style:name="Outline">{levels}</text:outline-style>'


NOTES = (
    '<text:notes-configuration text:note-class="footnote" text:citation-style-name='
    '"Footnote_20_Symbol" text:citation-body-style-name="Footnote_20_anchor" style:num-format="1"'
    ' text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>'
)

# --- pages ---------------------------------------------------------------------------------------

PAGE_FIELDS = (
    'Pagina <text:page-number text:select-page="current">1</text:page-number> van '
    "<text:page-count>1</text:page-count>"
)


def layout(
    name: str, margins: tuple[float, float, float, float], *, header: float, footer: float
) -> str:
    """A sheet of A4: margins (left, right, top, bottom), and the height of header and footer."""
    left, right, top, bottom = margins
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="21cm"'
        ' fo:page-height="29.7cm" style:print-orientation="portrait"'
        f' fo:margin-left="{left}cm" fo:margin-right="{right}cm" fo:margin-top="{top}cm"'
        f' fo:margin-bottom="{bottom}cm" style:writing-mode="lr-tb">'
        '<style:footnote-sep style:width="0.5pt" style:distance-before-sep="0.25cm"'
        ' style:distance-after-sep="0.15cm" style:line-style="solid" style:adjustment="left"'
        f' style:rel-width="30%" style:color="{C.line}"/></style:page-layout-properties>'
        "<style:header-style><style:header-footer-properties"
        f' fo:min-height="{header}cm" fo:margin-bottom="0.3cm"/></style:header-style>'
        "<style:footer-style><style:header-footer-properties"
        f' fo:min-height="{footer}cm" fo:margin-top="0.3cm"/></style:footer-style>'
        "</style:page-layout>"
    )


def master(name: str, page: str, *, header: str, footer: str, following: str = "") -> str:
    """A master page."""
    after = f' style:next-style-name="{following}"' if following else ""
    return (
        f'<style:master-page {named(name)} style:page-layout-name="{page}"{after}>'
        f"<style:header>{header}</style:header><style:footer>{footer}</style:footer>"
        "</style:master-page>"
    )


def p(style: str, content: str) -> str:
    """A paragraph; ``content`` is XML."""
    return f'<text:p text:style-name="{coded(style)}">{content}</text:p>'


def frame_style(name: str, wrap: str) -> str:
    """A frame without border at a fixed place on the page."""
    return (
        f'<style:style style:name="{name}" style:family="graphic"'
        ' style:parent-style-name="Frame">'
        f'<style:graphic-properties style:wrap="{wrap}" style:run-through="foreground"'
        ' style:horizontal-pos="from-left" style:horizontal-rel="page"'
        ' style:vertical-pos="from-top" style:vertical-rel="page" fo:padding="0cm" fo:border="none"'
        ' fo:background-color="transparent"'
        ' style:flow-with-text="false"/></style:style>'
    )


def frame(
    name: str, style: str, place: tuple[float, float, float], *, height: float, content: str
) -> str:
    """A frame at x, y with a width, and at least a height, in cm from the corner of the page."""
    x, y, width = place
    return (
        f'<draw:frame draw:style-name="{style}" draw:name="{name}" text:anchor-type="paragraph"'
        f' svg:x="{x}cm" svg:y="{y}cm" svg:width="{width}cm">'
        f'<draw:text-box fo:min-height="{height}cm">{content}</draw:text-box></draw:frame>'
    )


COLUMN = (16.5, 4.05, 3.7)
LETTER_MARGINS = (2.8, 4.97, 1.0, 1.3)
REPORT_MARGINS = (2.8, 2.8, 1.3, 1.2)
COVER_MARGINS = (2.8, 2.8, 1.3, 1.2)


def letter_pages() -> tuple[str, str]:
    """The automatic styles and the master pages of the letter."""
    number = frame("Paginanummer", "Kolom", (16.5, 27.93, 3.7), height=0.3,
                   content=p("Footer", PAGE_FIELDS))  # fmt: skip
    footer = p("Footer", number + "«voettekst»")
    running = frame("Vervolgkenmerken", "Kolom", COLUMN, height=1,
                    content=p("Kenmerk", "«vervolgkenmerken»"))  # fmt: skip
    pages = layout("Brief", LETTER_MARGINS, header=2.93, footer=0.8)
    return pages + frame_style("Kolom", "run-through"), (
        master("First Page", "Brief", header=p("Aanduiding", "«meldingslabels»"), footer=footer,
               following="Standard")
        + master("Standard", "Brief", header=p("Aanduiding", running + "«meldingslabels»"),
                 footer=footer)
    )  # fmt: skip


def report_pages() -> tuple[str, str]:
    """The automatic styles and the master pages of the report."""
    number = frame("Paginanummer", "Kolom", (15.5, 28.16, 2.7), height=0.3,
                   content=p("Paginanummer", PAGE_FIELDS))  # fmt: skip
    footer = p("Voet", number + "«voettekst»")
    right = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"'
        f' style:parent-style-name="Footer"><style:paragraph-properties {properties}/>'
        "</style:style>"
        for name, properties in (
            ("Paginanummer", 'fo:text-align="end"'),
            ("Voet", 'fo:margin-right="3cm"'),
        )
    ) + frame_style("Kolom", "run-through")
    pages = layout("Rapport", REPORT_MARGINS, header=1.2, footer=0.6)
    front = layout("Omslag", COVER_MARGINS, header=4.2, footer=0.6)
    short = layout("Kort", COVER_MARGINS, header=0.7, footer=0.6)
    marked = p("Aanduiding", "«meldingslabels»")
    return pages + front + short + right, (
        master("First Page", "Omslag", header=marked, footer=footer, following="Standard")
        + master("Kort rapport", "Kort", header=marked, footer=footer, following="Standard")
        + master("Standard", "Rapport", header=marked + p("Kopregel", "«koptitel»"), footer=footer)
    )


# --- bodies --------------------------------------------------------------------------------------


def letter_body() -> tuple[str, str]:
    """The automatic styles and the text of the letter's template.

    The frames hang on a first paragraph of no height, which the frame of the address pushes down.
    """
    first = (
        '<style:style style:name="Begin" style:family="paragraph"'
        ' style:parent-style-name="Standard" style:master-page-name="First_20_Page">'
        '<style:paragraph-properties style:page-number="auto" fo:line-height="0.1cm"/>'
        f"<style:text-properties {type_size(2)}/></style:style>"
    )
    sender = p("Beeldmerk", "«logo»") + p("Afzender", "«afzender»")
    address = p("Retouradres", "«retouradres»") + p("Geadresseerde", "«geadresseerde»")
    column = p("Kenmerk", "«kenmerken»")
    frames = (
        frame("Afzender", "Kolom", (2.8, 1.6, 12.5), height=1.6, content=sender)
        + frame("Adres", "Adres", (2.8, 4.23, 12.5), height=4.1, content=address)
        + frame("Kenmerken", "Kolom", COLUMN, height=1, content=column)
    )
    body = (("Feit", "gegevens"), ("Melding", "meldingen"), ("Text body", "inhoud"))
    return (
        first + frame_style("Kolom", "run-through") + frame_style("Adres", "none"),
        p("Begin", frames) + "".join(p(style, f"«{slot}»") for style, slot in body),
    )


def report_body() -> tuple[str, str]:
    """The automatic styles and the text of the report's template."""
    slots = (
        ("Beeldmerk", "logo"),
        ("Title", "titel"),
        ("Subtitle", "ondertitel"),
        ("Melding", "meldingen"),
        ("Begrip", "gegevens"),
        ("Contents 1", "inhoudsopgave"),
        ("Text body", "inhoud"),
    )
    return "", "".join(p(style, f"«{slot}»") for style, slot in slots)


def model_tables(width: float) -> tuple[str, str]:
    """The tables whose looks the writer takes over."""
    open_sides = "".join(f' fo:border-{side}="none"' for side in ("left", "right", "top"))
    edge = f"{padding(0.17, 0.17, 0.13)}{open_sides}"
    bare = f'{padding(0, 0.3, 0.03)} fo:border="none"'

    def cell(name: str, properties: str) -> str:
        return (
            f'<style:style style:name="{name}" style:family="table-cell">'
            f"<style:table-cell-properties {properties}/></style:style>"
        )

    def model(name: str, columns: tuple[str, ...], rows: str) -> str:
        return (
            f'<table:table table:name="{name}" table:style-name="{name}">'
            + "".join(f'<table:table-column table:style-name="{one}"/>' for one in columns)
            + f"{rows}</table:table>"
        )

    def row(cells: tuple[tuple[str, str, str], ...]) -> str:
        inner = "".join(
            f'<table:table-cell table:style-name="{of}" office:value-type="string">{p(kind, text)}'
            "</table:table-cell>"
            for of, kind, text in cells
        )
        return f"<table:table-row>{inner}</table:table-row>"

    styles = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties'
        f' style:width="{width}cm" fo:margin-top="0cm" fo:margin-bottom="{below}cm"'
        f' table:align="margins"/></style:style>'
        for name, below in (("Modeltabel", 0.4), ("Modelbegrippen", 0.25))
    )
    styles += "".join(
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{size}cm"/></style:style>'
        for name, size in (
            ("Modeltabel.A", width / 2),
            ("Modelbegrippen.A", 4.6),
            ("Modelbegrippen.B", width - 4.6),
        )
    )
    styles += cell(
        "Modeltabel.A1",
        f'fo:background-color="{C.tint}" {edge} fo:border-bottom="0.9pt solid {C.accent}"',
    )
    styles += cell("Modeltabel.A2", f'{edge} fo:border-bottom="0.4pt solid {C.line}"')
    styles += cell("Modelbegrippen.A1", bare)
    header, body = "Modeltabel.A1", "Modeltabel.A2"
    tables = p("Caption", "Titel boven een tabel of figuur") + model(
        "Modeltabel",
        ("Modeltabel.A", "Modeltabel.A"),
        "<table:table-header-rows>"
        + row(((header, "Tabelkop", "Tabelkop"), (header, "Tabelkop", "Tabelkop")))
        + "</table:table-header-rows>"
        + row(((body, "Tabelrijkop", "Tabelrijkop"), (body, "Tabeltekst", "Tabeltekst"))),
    )
    plain = "Modelbegrippen.A1"
    tables += p("Text body", "") + model(
        "Modelbegrippen",
        ("Modelbegrippen.A", "Modelbegrippen.B"),
        row(((plain, "Begrip", "Begrip"), (plain, "Omschrijving", "Omschrijving"))),
    )
    return styles, tables


def samples(styles: tuple[tuple[str, str, str, str], ...]) -> str:
    """Every style with its name as text, so that a designer sees them all."""
    skipped = {"Header", "Footer", "Heading", "Footnote", "Beeldmerk", "Caption"}
    lines = [
        p(
            "Text body",
            "Alles tussen de regels «inhoud» en «einde inhoud» laat de generator weg. Hier staat"
            " elke stijl die hij gebruikt: pas ze aan met de stijlenlijst en bewaar het sjabloon.",
        )
    ]
    for name, *_ in styles:
        if name.startswith("Heading "):
            level = name.removeprefix("Heading ")
            lines.append(
                f'<text:h text:style-name="{coded(name)}" text:outline-level="{level}">Kop {level}'
                "</text:h>"
            )
        elif name not in skipped and not name.startswith(("Tabel", "Begrip", "Omschrijving")):
            lines.append(p(name, name))
    for name in (
        *("Opsomming", "Nummering", "Actielijst"),
        *("Opsomming in citaat", "Nummering in citaat"),
    ):
        item = f"<text:list-item>{p('Lijsttekst', name)}</text:list-item>"
        lines.append(f'<text:list text:style-name="{coded(name)}">{item}{item}</text:list>')
    return "".join(lines)


FONTS = with_sources(
    '<office:font-face-decls><style:font-face style:name="Source Sans 3" svg:font-family='
    f'{quoteattr(FAMILY)} style:font-family-generic="swiss" style:font-pitch="variable"/>'
    "</office:font-face-decls>",
    faces(),
)


SETTINGS = (
    '<office:settings xmlns:ooo="http://openoffice.org/2004/office">'
    '<config:config-item-set config:name="ooo:configuration-settings">'
    + "".join(
        f'<config:config-item config:name="{name}" config:type="boolean">true</config:config-item>'
        for name in ("EmbedFonts", "EmbedLatinScriptFonts", "TableRowKeep")
    )
    + "</config:config-item-set></office:settings>"
)
"""LibreOffice keeps the fonts when it saves, and a row whose paragraph stays with the next one.

It passes over settings whose prefix the file does not declare."""


def template(kind: str) -> bytes:
    """One template, as the bytes of its file."""
    letter = kind == "brief"
    width = 13.23 if letter else 15.4
    own = STYLES + (LETTER_STYLES if letter else REPORT_STYLES)
    pages, masters = letter_pages() if letter else report_pages()
    automatic, body = letter_body() if letter else report_body()
    table_styles, tables = model_tables(width)
    characters = "".join(
        f'<style:style {named(name)} style:family="text"><style:text-properties {properties}/>'
        "</style:style>"
        for name, properties in CHARACTERS
    )
    common = "".join(paragraph_style(one, width) for one in own)
    styles = (
        f"<office:styles>{DEFAULTS}{common}{characters}{list_styles()}{outline()}{NOTES}"
        f"</office:styles><office:automatic-styles>{pages}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
    )
    content = (
        f"<office:automatic-styles>{automatic}{table_styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}{samples(own)}{tables}"
        f"{p('Text body', '«einde inhoud»')}"
        "</office:text></office:body>"
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    meta = (
        f"<office:meta><meta:generator>invoeringstoets</meta:generator><dc:title>Sjabloon {kind}"
        "</dc:title><dc:language>nl-NL</dc:language></office:meta>"
    )

    def root(name: str, inner: str) -> bytes:
        opening = f'{head}<office:{name} {NAMESPACES} office:version="1.3">'
        return f"{opening}{inner}</office:{name}>".encode()

    parts = {
        "content.xml": root("document-content", FONTS + content),
        "styles.xml": root("document-styles", FONTS + styles),
        "meta.xml": root("document-meta", meta),
        "settings.xml": root("document-settings", SETTINGS),
        **font_parts(faces()),
    }
    return packed(parts, TEMPLATE_TYPE)


def main() -> None:
    """Write both templates where they belong, or in the folder that is given."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for kind in ("brief", "rapport"):
        (folder / f"{kind}.ott").write_bytes(template(kind))


if __name__ == "__main__":
    main()
