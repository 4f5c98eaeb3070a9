"""Who signs: one below the text, more of them in pairs beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from invoeringstoets.document import Signatory
from invoeringstoets.formats.odt.markup import text
from invoeringstoets.formats.odt.styles import Wishes
from invoeringstoets.formats.odt.table import cell, opening, row_of, table_style
from invoeringstoets.formats.odt.writer import Writer
from invoeringstoets.formats.widths import lines_in

__all__ = ["signed"]

_SIZE, _LINE = 10.5 * 2.54 / 72, 0.491
"""The type of the offices and the height of its lines, in cm."""
_GUTTER = 0.3
"""The white beside a signatory, in cm: that of the cells of the model table."""


def signed(signatories: Sequence[Signatory], writer: Writer) -> str:
    """Offices with room to sign above the names; never apart from each other on two pages.

    A table without lines or headers holds more than one. Each cell has an office and its name, so
    that they are read in order (WCAG 2.2, 1.3.2).
    """
    if len(signatories) == 1:
        return _one(signatories[0], writer)
    wide = writer.width / 2
    pairs = list(zip_longest(signatories[::2], signatories[1::2]))
    rows = ""
    for at, pair in enumerate(pairs, 1):
        with writer.within(keep=writer.keep or at < len(pairs)):
            rows += _row(pair, writer, room=(wide - _GUTTER) / _SIZE)
    style = table_style(writer, below=0)
    return f"{opening(style, writer, widths=(wide, wide), headed=False)}{rows}</table:table>"


def _row(pair: Sequence[Signatory | None], writer: Writer, *, room: float) -> str:
    """Two signatories; a name beside an office of more lines stands as low as the other one."""
    heights = [lines_in(one.office, room) if one else 1 for one in pair]
    cells = (
        _one(one, writer, lower=(max(heights) - height) * _LINE)
        if one
        else writer.paragraph("Naam", "")
        for one, height in zip(pair, heights, strict=True)
    )
    return row_of(writer, "".join(cell(writer.template.plain_cell, each) for each in cells))


def _one(signatory: Signatory, writer: Writer, *, lower: float = 0) -> str:
    office = writer.paragraph("Ambt", text(signatory.office))
    if not lower:
        return office + writer.paragraph("Naam", text(signatory.name))
    style = writer.styles.paragraph("Naam", Wishes(writer.keep, above=lower))
    return f'{office}<text:p text:style-name="{style}">{text(signatory.name)}</text:p>'
