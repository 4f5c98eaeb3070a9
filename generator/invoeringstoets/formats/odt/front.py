"""What stands before the text: the head of a letter, the cover of a report, its contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from invoeringstoets.document import Cover, Document, Heading, Letterhead, Notice, Reference, Tone
from invoeringstoets.formats import normal
from invoeringstoets.formats.escaping import attribute
from invoeringstoets.formats.odt.blocks import blocks
from invoeringstoets.formats.odt.logo import logo_frame
from invoeringstoets.formats.odt.markup import lines, span, text
from invoeringstoets.formats.odt.table import definitions
from invoeringstoets.formats.odt.writer import Writer

__all__ = ["contents", "cover", "letterhead", "marks"]

_CONTENTS_FROM = 3
_CONTENTS_DEPTH = 2
_JOINT = " · "


def marks(document: Document) -> Mapping[str, str]:
    """What every page says: the labels of the notices, the title and the footer."""
    return {
        "meldingslabels": _JOINT.join(text(notice.label) for notice in document.notices),
        "koptitel": text(document.running_title),
        "voettekst": text(document.footer),
    }


def letterhead(
    front: Letterhead, writer: Writer, *, notices: Sequence[Notice]
) -> Mapping[str, str]:
    """The parts of a letter's head."""
    return {
        "logo": _logo(writer),
        "afzender": text(front.sender),
        "retouradres": text(front.return_address),
        "geadresseerde": lines(front.addressee),
        "gegevens": "".join(
            writer.paragraph("Feit", f"{span('Feitlabel', text(label))}<text:tab/>{text(value)}")
            for label, value in front.facts
        ),
        "kenmerken": _references(front.references),
        "vervolgkenmerken": _references(front.running),
        "meldingen": _notices(notices, writer),
    }


def cover(front: Cover, writer: Writer, *, notices: Sequence[Notice]) -> Mapping[str, str]:
    """The parts of a report's title page, or of the top of the first page of a short one."""
    writer.master = "Kort_20_rapport" if front.compact else "First_20_Page"
    title, subtitle = (
        ("Titel_20_kort", "Ondertitel_20_kort") if front.compact else ("Title", "Subtitle")
    )
    return {
        "logo": _logo(writer),
        "titel": writer.paragraph(title, text(front.title)),
        "ondertitel": writer.paragraph(subtitle, text(front.subtitle)) if front.subtitle else "",
        "meldingen": _notices(notices, writer),
        "gegevens": definitions(front.facts, writer, draw=blocks, above=0.5) if front.facts else "",
    }


def _logo(writer: Writer) -> str:
    """The logo, or without one a short line."""
    if writer.look.logo is None:
        return writer.paragraph("Beeldmerk", "")
    return writer.paragraph("Beeldmerk_20_met_20_logo", logo_frame(writer.look.logo, writer))


def _references(entries: Sequence[Reference]) -> str:
    written = ""
    for entry in entries:
        if entry.label:
            written += f'<text:p text:style-name="Kenmerklabel">{text(entry.label)}</text:p>'
        if entry.lines:
            written += f'<text:p text:style-name="Kenmerk">{lines(entry.lines)}</text:p>'
    return written or '<text:p text:style-name="Kenmerk"/>'


def _notices(notices: Sequence[Notice], writer: Writer) -> str:
    """What the notices say of the document, in full."""
    return writer.hair().join(
        writer.paragraph(
            "Melding_20_let_20_op" if notice.tone is Tone.CAUTION else "Melding",
            span("Strong_20_Emphasis", text(notice.label))
            + (f". {text(notice.text)}" if notice.text else ""),
        )
        for notice in notices
    )


# --- the list of contents ------------------------------------------------------------------------

_SOURCE = (
    '<text:table-of-content text:name="Inhoud" text:protected="false">'
    f'<text:table-of-content-source text:outline-level="{_CONTENTS_DEPTH}">'
    '<text:index-title-template text:style-name="Contents_20_Heading">Inhoud'
    "</text:index-title-template>"
    + "".join(
        f'<text:table-of-content-entry-template text:outline-level="{level}"'
        f' text:style-name="Contents_20_{level}"><text:index-entry-link-start'
        ' text:style-name="Index_20_Link"/><text:index-entry-chapter/><text:index-entry-text/>'
        '<text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
        "<text:index-entry-page-number/><text:index-entry-link-end/>"
        "</text:table-of-content-entry-template>"
        for level in range(1, _CONTENTS_DEPTH + 1)
    )
    + "</text:table-of-content-source><text:index-body>"
)


def contents(nodes: Sequence[object], writer: Writer) -> str:
    """The list of contents with page numbers that the office program fills in; on its own page."""
    found = [each for each in nodes if isinstance(each, Heading) and each.level <= _CONTENTS_DEPTH]
    if len(found) < _CONTENTS_FROM:
        return ""
    writer.page_break = True
    title = writer.paragraph("Contents_20_Heading", "Inhoud")
    entries = "".join(
        _entry(heading, writer, place=place) for place, heading in enumerate(found, 1)
    )
    return (
        f'{_SOURCE}<text:index-title text:name="Inhoud_Kop">{title}</text:index-title>{entries}'
        "</text:index-body></text:table-of-content>"
    )


def _entry(heading: Heading, writer: Writer, *, place: int) -> str:
    number = f"{text(heading.number)} " if heading.number else ""
    words = f"{number}{text(normal.plain(heading.content))}"
    name = writer.ink.bookmarks.get(heading.id)
    if name is None:
        name = writer.listed[id(heading)] = f"kop.{place}"
    goal = attribute(name)
    page = (
        '<text:bookmark-ref text:reference-format="page" '
        f'text:ref-name="{goal}">–</text:bookmark-ref>'
    )
    return (
        f'<text:p text:style-name="Contents_20_{heading.level}"><text:a xlink:type="simple"'
        f' xlink:href="#{goal}" text:style-name="Index_20_Link" text:visited-style-name='
        f'"Index_20_Link">{words}<text:tab/>{page}</text:a></text:p>'
    )
