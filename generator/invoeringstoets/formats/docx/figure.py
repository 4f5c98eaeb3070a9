"""A vector drawing as shapes that Word can select and edit (DrawingML, ISO/IEC 29500-1, 20)."""

from __future__ import annotations

from invoeringstoets.document import Align, Bar, Figure, Ink, Label, Shape, Stroke
from invoeringstoets.formats.docx.dress import hexadecimal
from invoeringstoets.formats.escaping import attribute, escaped
from invoeringstoets.house_style import Colours

EMU = 36_000
"""English Metric Units in a millimetre."""

_MM_PER_POINT = 25.4 / 72
_ASCENT = 1.0
_LINE_HEIGHT = 1.4
_WIDEST_LETTER = 0.75
"""Of the height of the type: its part above the base line, a line, and a wide letter."""

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_SIDES = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTER: "center"}


def drawing(node: Figure, colours: Colours, *, number: int) -> str:
    """A run with the drawing; programs that know no shapes show its alternative text."""
    size = f'cx="{_emu(node.width)}" cy="{_emu(node.height)}"'
    told = f'id="{number}" name="Figuur {number}" descr="{attribute(node.alternative)}"'
    shapes = "".join(
        _shape(shape, colours, number=at) for at, shape in enumerate(node.shapes, number * 1000)
    )
    return (
        f'<w:r><mc:AlternateContent {_NAMESPACES}><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f"<wp:docPr {told}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm>'
        f"</wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:t>{escaped(node.alternative)}</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def _emu(measure: float) -> int:
    return round(measure * EMU)


def _ink(ink: Ink, colours: Colours) -> str:
    named = {
        Ink.TEXT: colours.ink,
        Ink.ACCENT: colours.accent,
        Ink.QUIET: colours.quiet,
        Ink.LINE: colours.line,
    }
    return hexadecimal(named[ink])


def _fill(ink: Ink, colours: Colours) -> str:
    return f'<a:solidFill><a:srgbClr val="{_ink(ink, colours)}"/></a:solidFill>'


def _shape(shape: Shape, colours: Colours, *, number: int) -> str:
    match shape:
        case Bar(x, y, width, height, ink):
            looks = f"{_fill(ink, colours)}<a:ln><a:noFill/></a:ln>"
            placed = _placed((x, y, width, height))
            return _wsp(number, f"{placed}{_geometry('rect')}{looks}")
        case Stroke():
            return _stroke(shape, colours, number=number)
        case Label():
            return _label(shape, colours, number=number)


def _stroke(shape: Stroke, colours: Colours, *, number: int) -> str:
    left, right = sorted((shape.x1, shape.x2))
    top, bottom = sorted((shape.y1, shape.y2))
    rising = (shape.x2 - shape.x1) * (shape.y2 - shape.y1) < 0
    dash = '<a:prstDash val="dash"/>' if shape.dashed else ""
    placed = _placed((left, top, right - left, bottom - top), ' flipV="1"' if rising else "")
    line = f'<a:ln w="6350">{_fill(shape.ink, colours)}{dash}</a:ln>'
    return _wsp(number, f"{placed}{_geometry('line')}{line}")


def _label(shape: Label, colours: Colours, *, number: int) -> str:
    type_size = shape.size * _MM_PER_POINT
    width = max(len(shape.text), 2) * type_size * _WIDEST_LETTER
    share = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}[shape.align]
    top = shape.y - type_size * _ASCENT
    box = (shape.x - share * width, top, width, type_size * _LINE_HEIGHT)
    bold = "<w:b/><w:bCs/>" if shape.strong else ""
    size = round(shape.size * 2)
    text = (
        '<wps:txbx><w:txbxContent><w:p><w:pPr><w:suppressAutoHyphens/><w:spacing w:before="0"'
        f' w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="{_SIDES[shape.align]}"/>'
        f'</w:pPr><w:r><w:rPr>{bold}<w:color w:val="{_ink(shape.ink, colours)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escaped(shape.text)}</w:t>'
        "</w:r></w:p></w:txbxContent></wps:txbx>"
    )
    looks = f"{_placed(box)}{_geometry('rect')}<a:noFill/><a:ln><a:noFill/></a:ln>"
    return _wsp(number, looks, text=text)


def _placed(box: tuple[float, float, float, float], flip: str = "") -> str:
    x, y, width, height = map(_emu, box)
    return (
        f'<a:xfrm{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{max(width, 0)}" cy="{max(height, 0)}"/>'
        "</a:xfrm>"
    )


def _geometry(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def _wsp(number: int, properties: str, *, text: str = "") -> str:
    kind = '<wps:cNvSpPr txBox="1"/>' if text else "<wps:cNvSpPr/>"
    body = '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/>'
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Vorm {number}"/>{kind}'
        f"<wps:spPr>{properties}</wps:spPr>{text}{body}</wps:wsp>"
    )
