"""The templates for office programs that a project has of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from invoeringstoets.diagnostic import START, Checked, Diagnostic, Severity
from invoeringstoets.document import Cover, Document, Letterhead
from invoeringstoets.formats import FORMATS, FormatError
from invoeringstoets.house_style import TEMPLATES, HouseStyle
from invoeringstoets.workspace import faults
from invoeringstoets.workspace.binary import MIB, UnreadableError, data_of
from invoeringstoets.workspace.files import present, shown

LARGEST = 16 * MIB
"""How large a template may be; one with embedded fonts is a few MB."""

Templates = tuple[tuple[str, bytes], ...]

_FRONTS: Mapping[str, Cover | Letterhead] = {
    "brief": Letterhead("", "", (), (), (), ()),
    "rapport": Cover("", "", ()),
}


def templates(folder: Path, used: Collection[str] = TEMPLATES) -> Checked[Templates]:
    """The templates in a folder (``docx/brief.docx`` ...) that are ``used`` and can be filled.

    What cannot is a warning, and our own takes its place.
    """
    found: list[tuple[str, bytes]] = []
    said: list[Diagnostic] = []
    for name in (one for one in TEMPLATES if one in used):
        path = folder / name
        if not present(path):
            continue
        try:
            data = data_of(path, most=LARGEST)
            _try(name, data)
        except UnreadableError as error:
            said.append(_refused(path, f"dit sjabloon {error}"))
        except FormatError as error:
            said.append(_refused(path, str(error)))
        else:
            found.append((name, data))
    return Checked(tuple(found), tuple(said))


def _try(name: str, data: bytes) -> None:
    """Fill a template with nothing; raises ``FormatError`` when that cannot be."""
    kind, _, extension = name.rpartition("/")[2].partition(".")
    drawing = next(one for one in FORMATS.values() if name.startswith(f"{one.extension}/"))
    document = Document(f"{kind}.{extension}", _FRONTS[kind], ())
    drawing.render(document, HouseStyle(templates=((name, data),)))


def _refused(path: Path, message: str) -> Diagnostic:
    return Diagnostic(
        name=shown(path),
        span=START,
        code=faults.UNUSED_HOUSE_STYLE,
        message=message,
        help="het neutrale sjabloon komt ervoor in de plaats; begin met ‘toets sjabloon’",
        severity=Severity.WAARSCHUWING,
    )
