"""Tables: a header row that comes back on every page, and rows that are not broken."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from invoeringstoets.document import Align, Cell, Table
from invoeringstoets.formats import normal
from invoeringstoets.formats.docx import names
from invoeringstoets.formats.docx.inline import InlineWriter
from invoeringstoets.formats.docx.page import Page, Properties
from invoeringstoets.formats.escaping import attribute
from invoeringstoets.formats.widths import Setting, of_table

TWIPS_PER_MM = 1440 / 25.4

_CELLS = {True: names.ROW_HEADER, False: names.CELL}
_ALIGNED = {
    Align.LEFT: "",
    Align.RIGHT: '<w:jc w:val="right"/>',
    Align.CENTER: '<w:jc w:val="center"/>',
}


@dataclass(frozen=True)
class Grid:
    """Where a table stands and how wide it is, in twips."""

    indent: int
    width: int

    def columns(self, node: Table, setting: Setting) -> list[int]:
        """The widths of the columns, together exactly the width."""
        made = of_table(node, self.width / TWIPS_PER_MM, setting=setting)
        edges = [round(edge * TWIPS_PER_MM) for edge in accumulate(made)]
        return [right - left for left, right in pairwise([0, *edges[:-1], self.width])]


def table(node: Table, page: Page, *, inline: InlineWriter, grid: Grid) -> str:
    """A table as XML; its caption is a paragraph of its own, and its title for a screen reader."""
    widths = grid.columns(node, page.template.cells)
    aligned = [_ALIGNED[column.align] for column in node.columns]

    def cell(at: int, runs: str, *, style: str) -> str:
        text = page.paragraph(style, runs, properties=Properties(align=aligned[at]))
        return f'<w:tc><w:tcPr><w:tcW w:w="{widths[at]}" w:type="dxa"/></w:tcPr>{text}</w:tc>'

    def row(cells: tuple[Cell, ...]) -> str:
        drawn = [
            cell(at, inline.runs(one.content), style=_CELLS[one.header])
            for at, one in enumerate(cells)
        ]
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(drawn)}</w:tr>"

    headers = "".join(
        cell(at, inline.runs(column.header), style=names.HEADER_CELL)
        for at, column in enumerate(node.columns)
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f"<w:tbl>{_properties(node, page, grid=grid)}<w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{headers}</w:tr>"
        f"{''.join(map(row, node.rows))}</w:tbl>"
    )


def _properties(node: Table, page: Page, *, grid: Grid) -> str:
    headed = any(row and row[0].header for row in node.rows)
    look = "04A0" if headed else "0420"
    title = normal.plain(node.caption)
    named = f'<w:tblCaption w:val="{attribute(title)}"/>' if title else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{page.template.style(names.TABLE).id}"/>'
        f'<w:tblW w:w="{grid.width}" w:type="dxa"/><w:tblInd w:w="{grid.indent}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}" w:firstRow="1" w:lastRow="0"'
        f' w:firstColumn="{int(headed)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{named}'
        "</w:tblPr>"
    )
