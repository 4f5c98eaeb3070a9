"""Draws a figure as a group of vector shapes with a title and a description."""

from __future__ import annotations

from invoeringstoets.document import Align, Bar, Figure, Ink, Label, Shape, Stroke
from invoeringstoets.formats import normal
from invoeringstoets.formats.odt.markup import text
from invoeringstoets.formats.odt.template import DASHES
from invoeringstoets.formats.odt.writer import Writer

__all__ = ["figure"]

_ALIGN = {Align.LEFT: "start", Align.RIGHT: "end", Align.CENTER: "center"}
_SIDE = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTER: "center"}
_POINT = 25.4 / 72
_ASCENT = 1.0
"""How far the base line stands below the top of a line, in times the size of the type."""


def figure(node: Figure, writer: Writer) -> str:
    """A figure with its caption above it, at most as wide as the text."""
    writer.mark(node.id)
    writer.figures += 1
    caption = writer.paragraph("Caption", writer.ink.inlines(node.caption)) if node.caption else ""
    scale = min(1.0, writer.width * 10 / node.width)
    shapes = "".join(_shape(shape, writer, width=node.width, scale=scale) for shape in node.shapes)
    sheet = writer.styles.add(
        "graphic", '<style:graphic-properties draw:stroke="none" draw:fill="none"/>'
    )
    group = writer.styles.add(
        "graphic",
        '<style:graphic-properties text:anchor-type="as-char" style:vertical-pos="top"'
        ' style:vertical-rel="baseline" style:flow-with-text="false"/>',
    )
    title = text(normal.plain(node.caption)) or f"Figuur {writer.figures}"
    drawing = (
        f'<draw:g draw:style-name="{group}" draw:name="Figuur{writer.figures}"'
        f' text:anchor-type="as-char"><svg:title>{title}</svg:title>'
        f"<svg:desc>{text(node.alternative)}</svg:desc>"
        f'<draw:rect draw:style-name="{sheet}" '
        f"{_place((0, 0, node.width, node.height), scale)}/>{shapes}</draw:g>"
    )
    return caption + writer.paragraph("Figuur", drawing)


def _shape(shape: Shape, writer: Writer, *, width: float, scale: float) -> str:
    match shape:
        case Bar(x, y, wide, high, ink):
            style = writer.styles.add(
                "graphic",
                '<style:graphic-properties draw:stroke="none" draw:fill="solid"'
                f' draw:fill-color="{_colour(ink, writer)}"/>',
            )
            place = _place((x, y, wide, high), scale)
            return f'<draw:rect draw:style-name="{style}" {place}/>'
        case Stroke(x1, y1, x2, y2):
            points = zip(("x1", "y1", "x2", "y2"), (x1, y1, x2, y2), strict=True)
            ends = " ".join(f'svg:{name}="{at * scale:.2f}mm"' for name, at in points)
            return f'<draw:line draw:style-name="{_stroke(shape, writer)}" {ends}/>'
        case Label():
            return _label(shape, writer, width=width, scale=scale)


def _stroke(shape: Stroke, writer: Writer) -> str:
    dash = f' draw:stroke-dash="{DASHES}"' if shape.dashed else ""
    return writer.styles.add(
        "graphic",
        f'<style:graphic-properties draw:stroke="{"dash" if shape.dashed else "solid"}"{dash}'
        f' svg:stroke-width="0.25mm" svg:stroke-color="{_colour(shape.ink, writer)}"/>',
    )


def _label(label: Label, writer: Writer, *, width: float, scale: float) -> str:
    """A line of text in a box around its base line; it never wraps."""
    size = label.size * scale
    wide = _room(label, width)
    left = {Align.LEFT: label.x, Align.RIGHT: label.x - wide, Align.CENTER: label.x - wide / 2}
    top = label.y - label.size * _POINT * _ASCENT
    box = writer.styles.add(
        "graphic",
        '<style:graphic-properties draw:stroke="none" draw:fill="none" fo:padding="0cm"'
        ' draw:auto-grow-width="false" draw:auto-grow-height="false" fo:wrap-option="no-wrap"'
        ' draw:textarea-vertical-align="top"'
        f' draw:textarea-horizontal-align="{_SIDE[label.align]}"/>',
    )
    weight = ' fo:font-weight="bold"' if label.strong else ""
    style = writer.styles.add(
        "paragraph",
        f'<style:paragraph-properties fo:text-align="{_ALIGN[label.align]}"/>'
        f'<style:text-properties fo:font-size="{size:.2f}pt" style:font-name="Source Sans 3"'
        f' fo:color="{_colour(label.ink, writer)}"{weight} fo:hyphenate="false"/>',
    )
    place = _place((left[label.align], top, wide, label.size * _POINT * 1.3), scale)
    return (
        f'<draw:frame draw:style-name="{box}" {place}><draw:text-box>'
        f'<text:p text:style-name="{style}">{text(label.text)}</text:p>'
        "</draw:text-box></draw:frame>"
    )


def _room(label: Label, width: float) -> float:
    """How wide the box of a label may be so that it stays on the sheet, in mm; never nothing."""
    rooms = {
        Align.LEFT: width - label.x,
        Align.RIGHT: label.x,
        Align.CENTER: 2 * min(label.x, width - label.x),
    }
    return max(rooms[label.align], 1.0)


def _place(box: tuple[float, float, float, float], scale: float) -> str:
    """The attributes of a rectangle x, y, width, height in mm of the drawing."""
    names = ("svg:x", "svg:y", "svg:width", "svg:height")
    return " ".join(f'{name}="{at * scale:.2f}mm"' for name, at in zip(names, box, strict=True))


def _colour(ink: Ink, writer: Writer) -> str:
    colours = writer.look.colours
    return {
        Ink.TEXT: colours.ink,
        Ink.ACCENT: colours.accent,
        Ink.QUIET: colours.quiet,
        Ink.LINE: colours.line,
    }[ink]
