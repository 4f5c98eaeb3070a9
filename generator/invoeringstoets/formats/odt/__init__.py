"""OpenDocument text (ODF 1.3) made from a template that a designer can open, restyle and put back.

The document's text goes into the slots of the template as XML; headings, lists, notes, tables and
fields are those of the office program, in the template's named styles.
"""

from __future__ import annotations

from invoeringstoets.document import Document, Letterhead
from invoeringstoets.formats import normal
from invoeringstoets.formats.numbering import Plan
from invoeringstoets.formats.odt.blocks import blocks
from invoeringstoets.formats.odt.dress import dressed
from invoeringstoets.formats.odt.front import contents, cover, letterhead, marks
from invoeringstoets.formats.odt.logo import logo_part
from invoeringstoets.formats.odt.meta import meta
from invoeringstoets.formats.odt.package import TEXT_TYPE, packed
from invoeringstoets.formats.odt.template import filled
from invoeringstoets.formats.odt.writer import Writer, writer_for
from invoeringstoets.house_style import NEUTRAL, HouseStyle

__all__ = ["render"]

_LEVELS = 10


def render(document: Document, style: HouseStyle = NEUTRAL) -> bytes:
    """The document as the bytes of an ``.odt``, the same on every run.

    Raises ``FormatError`` when a template is missing or lacks what the document needs.
    """
    document = normal.document(document)
    letter = isinstance(document.front, Letterhead)
    kind = "brief" if letter else "rapport"
    template = dressed(
        kind,
        own=dict(style.templates).get(f"odt/{kind}.ott"),
        style=style,
    )
    writer = writer_for(document, template, look=style)
    values = {**marks(document), **_text(document, writer)}
    values["automatic"] = writer.styles.xml()
    parts = {
        "content.xml": filled(template.content, values).encode(),
        "styles.xml": filled(template.styles, {**values, **_levels(writer.plan)}).encode(),
        "meta.xml": meta(document).encode(),
        **template.extra,
        **logo_part(style.logo),
    }
    return packed(parts, TEXT_TYPE, kept=template.extra)


def _text(document: Document, writer: Writer) -> dict[str, str]:
    """The slots of the text, written in reading order."""
    front = document.front
    if isinstance(front, Letterhead):
        values = dict(letterhead(front, writer, notices=document.notices))
    else:
        values = {
            **cover(front, writer, notices=document.notices),
            "inhoudsopgave": "" if front.compact else contents(document.blocks, writer),
        }
        writer.page_break = not front.compact
    body = blocks(document.blocks, writer)
    if writer.marks or not body or body.endswith("</table:table>"):
        body += writer.paragraph("Text_20_body", "")
    return {**values, "inhoud": body}


def _levels(plan: Plan) -> dict[str, str]:
    """The look of the numbers of headings, for each level of the outline."""
    looks = dict.fromkeys((f"level {at}" for at in range(1, _LEVELS + 1)), ' style:num-format=""')
    for level, look in plan.levels.items():
        shown = f' text:display-levels="{look.shown}"' if look.shown > 1 else ""
        suffix = f' style:num-suffix="{look.suffix}"' if look.suffix else ""
        looks[f"level {level}"] = f'{suffix} style:num-format="1"{shown}'
    return looks
