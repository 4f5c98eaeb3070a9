"""Fonts in the package of a Word file (ECMA-376 part 1, 17.8): obfuscated, and named in the table.

The key is made from the font, so that the same font gives the same bytes in every document.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from invoeringstoets.formats.embedding import Face
from invoeringstoets.formats.escaping import attribute

__all__ = ["obfuscated", "with_fonts", "without_ours"]

_TABLE = "word/fontTable.xml"
_RELATIONS = "word/_rels/fontTable.xml.rels"
_OURS = "word/fonts/toets-"
_SETTINGS = "word/settings.xml"
_TYPES = "[Content_Types].xml"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_RELATIONS = (
    f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "</Relationships>"
)
_TYPE = (
    '<Default Extension="odttf"'
    ' ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
)
_KINDS = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}
"""By bold and italic, in the order of the schema (CT_Font)."""
_BEFORE = re.compile(
    r"<w:(?:writeProtection|view|zoom|removePersonalInformation|removeDateAndTime"
    r"|doNotDisplayPageBoundaries|displayBackgroundShape|printPostScriptOverText"
    r"|printFractionalCharacterWidth|printFormsData)\b[^>]*/>|<w:settings\b[^>]*>"
)
"""What comes before the embedding in the settings (CT_Settings)."""


def obfuscated(data: bytes) -> tuple[str, bytes]:
    """The key of a font, and its bytes with the first 32 hidden by it (17.8.1)."""
    key = UUID(bytes=hashlib.sha256(data).digest()[:16], version=4)
    mask = key.bytes[::-1] * 2
    head = bytes(one ^ other for one, other in zip(data, mask, strict=False))
    return f"{{{str(key).upper()}}}", head + data[len(mask) :]


def without_ours(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The parts of a template without the fonts that ours take along; a designer's own stay."""
    made = {name: data for name, data in parts.items() if not name.startswith(_OURS)}
    if len(made) < len(parts):
        made[_TABLE] = re.sub(rb'<w:embed\w+ r:id="rIdToets[^>]*/>', b"", parts[_TABLE])
        made[_RELATIONS] = re.sub(rb'<Relationship Id="rIdToets[^>]*/>', b"", parts[_RELATIONS])
    return made


def with_fonts(parts: Mapping[str, bytes], faces: Sequence[Face]) -> Mapping[str, bytes]:
    """The parts of a template with these faces of one family; its own embedded ones stay.

    A template without a font table or settings is left as it is: no office program writes one.
    """
    usable = {(face.bold, face.italic): face for face in faces if face.truetype}
    if not usable or not {_TABLE, _SETTINGS} <= set(parts):
        return parts
    table = parts[_TABLE].decode("utf-8", "replace")
    name = attribute(next(iter(usable.values())).family)
    entry = re.search(rf'<w:font w:name="{re.escape(name)}"(?:/>|>.*?</w:font>)', table, re.DOTALL)
    if entry is not None and "<w:embed" in entry[0]:
        return parts
    made, told, relations = dict(parts), "", ""
    for kind, called in _KINDS.items():
        if kind not in usable:
            continue
        key, hidden = obfuscated(usable[kind].data)
        told += f'<w:embed{called} r:id="rIdToets{called}" w:fontKey="{key}"/>'
        target = f"fonts/toets-{called.lower()}.odttf"
        relations += f'<Relationship Id="rIdToets{called}" Type="{_R}/font" Target="{target}"/>'
        made[f"word/{target}"] = hidden
    known = made.get(_RELATIONS, _NO_RELATIONS.encode()).decode("utf-8", "replace")
    made[_RELATIONS] = known.replace("</Relationships>", f"{relations}</Relationships>").encode()
    made[_TABLE] = _named(table, entry, name=name, told=told).encode()
    made[_SETTINGS] = _switched_on(parts[_SETTINGS].decode("utf-8", "replace")).encode()
    if b'Extension="odttf"' not in parts[_TYPES]:
        made[_TYPES] = parts[_TYPES].replace(b"<Default ", _TYPE.encode() + b"<Default ", 1)
    return made


def _named(table: str, entry: re.Match[str] | None, *, name: str, told: str) -> str:
    """The font table with what is embedded told in the entry of the font."""
    if entry is None:
        table = table.replace("</w:fonts>", f'<w:font w:name="{name}">{told}</w:font></w:fonts>')
    elif entry[0].endswith("</w:font>"):
        end = entry.end() - len("</w:font>")
        table = f"{table[:end]}{told}{table[end:]}"
    else:
        filled = f'<w:font w:name="{name}">{told}</w:font>'
        table = f"{table[: entry.start()]}{filled}{table[entry.end() :]}"
    if f'xmlns:r="{_R}"' in table:
        return table
    return table.replace("<w:fonts ", f'<w:fonts xmlns:r="{_R}" ', 1)


def _switched_on(settings: str) -> str:
    """The settings, saying that the fonts in the file are to be used and kept."""
    if "<w:embedTrueTypeFonts" in settings:
        return settings
    at = max((found.end() for found in _BEFORE.finditer(settings)), default=0)
    return f"{settings[:at]}<w:embedTrueTypeFonts/>{settings[at:]}"
