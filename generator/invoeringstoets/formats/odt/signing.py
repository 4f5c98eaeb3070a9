"""Who signs: one below the text, more of them in pairs beside each other."""

from __future__ import annotations

from invoeringstoets.document import Signatory, Signatures
from invoeringstoets.formats.odt.markup import text
from invoeringstoets.formats.odt.styles import Wishes
from invoeringstoets.formats.odt.table import cell, opening, row_of, table_style
from invoeringstoets.formats.odt.writer import Writer
from invoeringstoets.formats.signing import Row, rows

__all__ = ["signed"]

_SIZE, _LINE = 10.5 * 2.54 / 72, 0.491
"""The type of the offices and the height of its lines, in cm."""
_APART = 0.5
"""The white above an office in print, in cm."""
_GUTTER = 0.3
"""The white beside a signatory, in cm: that of the cells of the model table."""


def signed(node: Signatures, writer: Writer) -> str:
    """Offices with room to sign above the names; never apart from each other on two pages.

    A table without lines or headers holds more than one. Each cell has an office and its name, so
    that they are read in order (WCAG 2.2, 1.3.2).
    """
    signatories = node.signatories
    if node.printed:
        last = len(signatories) - 1
        return "".join(_printed(one, writer, keep=at < last) for at, one in enumerate(signatories))
    if len(signatories) == 1:
        return _one(signatories[0], writer)
    wide = writer.width / 2
    found = list(rows(signatories, (wide - _GUTTER) / _SIZE))
    drawn = ""
    for at, row in enumerate(found, 1):
        with writer.within(keep=writer.keep or at < len(found)):
            drawn += _row(row, writer)
    style = table_style(writer, below=0, whole=True)
    return f"{opening(style, writer, widths=(wide, wide), headed=False)}{drawn}</table:table>"


def _row(row: Row, writer: Writer) -> str:
    """Two signatories; a name beside an office of more lines stands as low as the other one."""
    cells = (
        _one(one, writer, lower=short * _LINE) if one else writer.paragraph("Naam", "")
        for one, short in row
    )
    return row_of(writer, "".join(cell(writer.template.plain_cell, each) for each in cells))


def _printed(signatory: Signatory, writer: Writer, *, keep: bool) -> str:
    """An office with its name directly below it, as in print."""
    style = writer.styles.paragraph("Ambt", Wishes(keep=True, above=_APART, below=0))
    office = f'<text:p text:style-name="{style}">{text(signatory.office)}</text:p>'
    return office + writer.paragraph("Naam", text(signatory.name), keep=writer.keep or keep)


def _one(signatory: Signatory, writer: Writer, *, lower: float = 0) -> str:
    office = writer.paragraph("Ambt", text(signatory.office))
    if not lower:
        return office + writer.paragraph("Naam", text(signatory.name))
    style = writer.styles.paragraph("Naam", Wishes(writer.keep, above=lower))
    return f'{office}<text:p text:style-name="{style}">{text(signatory.name)}</text:p>'
