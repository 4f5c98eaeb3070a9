"""Draws tables and lists of terms (a table without lines)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from invoeringstoets.document import (
    Align,
    Block,
    Cell,
    Definition,
    Table,
)
from invoeringstoets.formats.odt.writer import Writer
from invoeringstoets.formats.widths import of_table

__all__ = ["cell", "definitions", "opening", "row_of", "table", "table_style"]

Draw = Callable[[Sequence[Block], Writer], str]

_ALIGN = {Align.LEFT: "", Align.RIGHT: "end", Align.CENTER: "center"}
_TERM = 4.6
"""The width of the column of terms, in cm."""


def table(node: Table, writer: Writer) -> str:
    """A table with its caption above it; the row of headers is repeated on every page."""
    writer.mark(node.id)
    caption = writer.paragraph("Caption", writer.ink.inlines(node.caption)) if node.caption else ""
    widths = [width / 10 for width in of_table(node, writer.width * 10, setting=writer.cells)]
    style = table_style(writer)
    headed = all(row and row[0].header for row in node.rows) and bool(node.rows)
    aligned = [_ALIGN[column.align] for column in node.columns]
    header = "".join(
        cell(
            writer.template.header_cell,
            writer.paragraph("Tabelkop", writer.ink.inlines(column.header), align=align),
        )
        for column, align in zip(node.columns, aligned, strict=True)
    )
    rows = "".join(_row(row, writer, aligned=aligned) for row in node.rows)
    return (
        f"{caption}{opening(style, writer, widths=widths, headed=headed)}<table:table-header-rows>"
        f"{row_of(writer, header)}</table:table-header-rows>{rows}</table:table>"
    )


def _row(cells: tuple[Cell, ...], writer: Writer, *, aligned: Sequence[str]) -> str:
    return row_of(
        writer,
        "".join(
            cell(
                writer.template.body_cell,
                writer.paragraph(
                    "Tabelrijkop" if one.header else "Tabeltekst",
                    writer.ink.inlines(one.content),
                    align=align,
                ),
            )
            for one, align in zip(cells, aligned, strict=True)
        ),
    )


def row_of(writer: Writer, cells: str) -> str:
    """A row that is not broken over two pages."""
    style = writer.styles.add(
        "table-row", '<style:table-row-properties fo:keep-together="always"/>'
    )
    return f'<table:table-row table:style-name="{style}">{cells}</table:table-row>'


def cell(style: str, content: str) -> str:
    """A cell with text in it."""
    named = f' table:style-name="{style}"' if style else ""
    return f'<table:table-cell{named} office:value-type="string">{content}</table:table-cell>'


def table_style(
    writer: Writer, *, above: float = 0, below: float = 0.4, whole: bool = False
) -> str:
    """The style of a table as wide as the text; a page break that waits comes before it.

    A ``whole`` one is not broken over two pages.
    """
    breaks = "false" if whole else "true"
    breaking = ' fo:break-before="page"' if writer.page_break else ""
    writer.page_break = False
    return writer.styles.add(
        "table",
        f'<style:table-properties style:width="{writer.width:.3f}cm" table:align="margins"'
        f' fo:margin-top="{above}cm" fo:margin-bottom="{below}cm"{breaking}'
        f' table:border-model="collapsing" style:may-break-between-rows="{breaks}"/>',
    )


def opening(style: str, writer: Writer, *, widths: Sequence[float], headed: bool) -> str:
    """The begin of a table with columns of these widths in cm; ``headed`` where the first heads."""
    writer.tables += 1
    columns = []
    for width in widths:
        name = writer.styles.add(
            "table-column",
            f'<style:table-column-properties style:column-width="{width:.3f}cm"'
            f' style:rel-column-width="{round(width * 1000)}*"/>',
        )
        columns.append(f'<table:table-column table:style-name="{name}"/>')
    if headed:
        columns[0] = f"<table:table-header-columns>{columns[0]}</table:table-header-columns>"
    return f'<table:table table:name="Tabel{writer.tables}" table:style-name="{style}">' + "".join(
        columns
    )


def definitions(
    items: Sequence[Definition], writer: Writer, *, draw: Draw, above: float = 0
) -> str:
    """Terms to the left, what is said of them to the right; ``above`` is white in cm."""
    room = writer.width
    term = min(_TERM, room * 0.4)
    begun = opening(
        table_style(writer, above=above, below=0.25),
        writer,
        widths=(term, room - term),
        headed=True,
    )
    rows = ""
    for item in items:
        head = writer.paragraph("Begrip", writer.ink.inlines(item.term))
        with writer.within(body="Omschrijving", width=room - term, keep=False):
            said = draw(item.description, writer) or writer.paragraph("Omschrijving", "")
        if said.endswith("</table:table>"):
            said += writer.paragraph("Omschrijving", "")
        plain = writer.template.plain_cell
        rows += row_of(writer, cell(plain, head) + cell(plain, said))
    return f"{begun}{rows}</table:table>"
