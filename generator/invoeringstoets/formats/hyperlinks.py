"""The web addresses of a sheet as links (ECMA-376 part 1, 18.3.1.47; part 2, 9.3: relations)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from invoeringstoets.document import SheetColumn, Value
from invoeringstoets.formats.escaping import attribute

MOST: Final = 65_530
"""How many links Excel reads on one sheet; after those an address is only text."""

LONGEST: Final = 2079
"""How many characters of an address Excel reads; a longer one is only text."""

_WEB: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_AFTER: Final = re.compile("(?=<printOptions|<pageMargins)")
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def linked(
    xml: str, columns: Sequence[SheetColumn], *, rows: Sequence[Sequence[Value]], letters: list[str]
) -> tuple[str, str]:
    """A worksheet with links on the addresses below its header, and the part that relates them.

    The part is ``""`` when there are none. Only addresses of the web in a column of addresses
    become links, so no other text of an author's does.
    """
    found = list(_links(columns, rows, letters=letters))[:MOST]
    if not found:
        return xml, ""
    addresses = dict.fromkeys(address for _, address in found)
    numbers = {address: number for number, address in enumerate(addresses, 1)}
    links = "".join(
        f'<hyperlink ref="{place}" r:id="rId{numbers[address]}"/>' for place, address in found
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/hyperlink" Target="{attribute(address)}"'
        ' TargetMode="External"/>'
        for address, number in numbers.items()
    )
    part = f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    return _AFTER.sub(f"<hyperlinks>{links}</hyperlinks>", xml, count=1), part


def _links(
    columns: Sequence[SheetColumn], rows: Sequence[Sequence[Value]], *, letters: list[str]
) -> Iterator[tuple[str, str]]:
    """The places of the addresses, and the addresses."""
    places = [number for number, column in enumerate(columns) if column.address]
    for line, row in enumerate(rows, 2) if places else ():
        for place in places:
            value = row[place]
            if isinstance(value, str) and len(value) <= LONGEST and _WEB.fullmatch(value):
                yield f"{letters[place]}{line}", value
