"""Who signs: one below the text, more of them in pairs beside each other."""

from __future__ import annotations

from invoeringstoets.document import Signatures
from invoeringstoets.formats.docx import names
from invoeringstoets.formats.docx.page import Page, Properties
from invoeringstoets.formats.docx.text import BREAK, run
from invoeringstoets.formats.signing import Row, rows

__all__ = ["signed"]

_GUTTER = 284
"""The white between two signatories, in twips."""
_SIZE = 210
"""The type of the offices, in twips."""

_PRINTED = Properties(spacing='<w:spacing w:before="300" w:after="0"/>')
"""An office above its name in print: no room to sign in between."""


def signed(node: Signatures, page: Page) -> None:
    """Write the signatories; a table without lines or headers holds them when there are more.

    Each cell has an office and its name, so that they are read in order (WCAG 2.2, 1.3.2).
    """
    signatories = node.signatories
    if node.printed:
        for at, one in enumerate(signatories, 1):
            page.add(names.OFFICE, run(one.office), properties=_PRINTED)
            keep = Properties(keep_next=at < len(signatories))
            page.add(names.NAME, run(one.name), properties=keep)
        return
    if len(signatories) == 1:
        page.add(names.OFFICE, run(signatories[0].office))
        page.add(names.NAME, run(signatories[0].name))
        return
    wide = page.template.width // 2
    found = list(rows(signatories, (wide - _GUTTER) / _SIZE))
    drawn = "".join(
        _row(row, page, wide=wide, keep=at < len(found)) for at, row in enumerate(found, 1)
    )
    page.out.append(
        f'<w:tbl><w:tblPr><w:tblW w:w="{2 * wide}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="{_GUTTER}" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{wide}"/><w:gridCol w:w="{wide}"/></w:tblGrid>{drawn}</w:tbl>'
    )
    page.add(names.WHITE, "")


def _row(row: Row, page: Page, *, wide: int, keep: bool) -> str:
    """Two signatories, the names as low beside each other; ``keep`` says that a row follows.

    A shorter office ends with empty lines, since programs let white above a name merge with that
    below its office; where other lines were counted than there are, the names still stand on one.
    """
    sized = f'<w:tcW w:w="{wide}" w:type="dxa"/><w:vAlign w:val="bottom"/>'
    cells = ""
    for one, short in row:
        office = page.paragraph(names.OFFICE, run(one.office) + BREAK * short) if one else ""
        properties = Properties(keep_next=keep)
        name = page.paragraph(names.NAME, run(one.name) if one else "", properties=properties)
        cells += f"<w:tc><w:tcPr>{sized}</w:tcPr>{office}{name}</w:tc>"
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
