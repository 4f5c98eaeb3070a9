"""The package that a filled template becomes: its parts and what points where (ECMA-376-2)."""

from __future__ import annotations

import re

from invoeringstoets.document import Document
from invoeringstoets.formats.archive import Member, pack
from invoeringstoets.formats.docx.logo import EXTENSIONS, LOGO_RELATION
from invoeringstoets.formats.docx.template import CONTENT_TYPES, DOCUMENT, NOTES, Template
from invoeringstoets.formats.escaping import escaped
from invoeringstoets.formats.stamp import moment
from invoeringstoets.house_style import Logo

CORE = "docProps/core.xml"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_RELATIONS = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'
_NO_NOTES = (
    f'{_XML}<w:footnotes xmlns:w="{_W}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r>'
    '<w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0">'
    "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
)
_SAMPLE_NOTE = re.compile(r"<w:footnote (?![^>]*w:type=)[^>]*>.*?</w:footnote>", re.DOTALL)
_ROOT = re.compile(r"<(w:\w+)\b[^>]*>")
_LANGUAGE = re.compile(r'(<w:(?:lang|themeFontLang) w:val=")nl-NL"')
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def core(document: Document) -> bytes:
    """The properties of a document: title, subject, author, language and date."""
    stamp = f"{moment(document.date):%Y-%m-%dT%H:%M:%SZ}"
    author, language = escaped(document.author), escaped(_language(document))
    date = 'xsi:type="dcterms:W3CDTF"'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title)}</dc:title>"
        f"<dc:subject>{escaped(document.subject)}</dc:subject><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>{language}</dc:language>"
        f"<dcterms:created {date}>{stamp}</dcterms:created>"
        f"<dcterms:modified {date}>{stamp}</dcterms:modified></cp:coreProperties>"
    ).encode()


def _language(document: Document) -> str:
    return "nl-NL" if document.language == "nl" else document.language


def notes_part(template: Template, notes: list[str]) -> bytes:
    """The part with the footnotes, in place of the template's samples."""
    found = template.parts.get(NOTES)
    xml = found.decode("utf-8", "replace") if found is not None else _NO_NOTES
    xml = _SAMPLE_NOTE.sub("", xml)
    return with_r(xml.replace("</w:footnotes>", "".join(notes) + "</w:footnotes>")).encode()


def with_r(xml: str) -> str:
    """A part whose root knows the prefix of relationships."""
    root = _ROOT.search(xml)
    if root is None or f'xmlns:r="{_R}"' in root[0]:
        return xml
    at = root.start() + 1 + len(root[1])
    return f'{xml[:at]} xmlns:r="{_R}"{xml[at:]}'


def relations_of(part: str) -> str:
    """Where the relationships of a part are."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


class Package:
    """The parts of a document; what is not set comes from the template."""

    def __init__(self, template: Template, document: Document) -> None:
        """Begin with the template and the document's own properties."""
        self._fixed = template.parts
        self._own: dict[str, bytes] = {CORE: core(document)}
        self._language = _language(document)

    def set(self, name: str, data: bytes) -> None:
        """Give a part its content."""
        self._own[name] = data

    def relate(self, part: str, relations: str) -> None:
        """Add relationships to those of a part."""
        if relations:
            name = relations_of(part)
            xml = self._text(name, _NO_RELATIONS)
            end = "</Relationships>"
            self.set(name, xml.replace(end, relations + end).encode())

    def notes(self, data: bytes, relations: str) -> None:
        """Set the footnotes; a template from a program that left them out gets the part."""
        if NOTES not in self._fixed:
            self.relate(
                DOCUMENT,
                f'<Relationship Id="rIdToetsNoten" Type="{_R}/footnotes" Target="footnotes.xml"/>',
            )
            self._declare(f'<Override PartName="/{NOTES}" ContentType="{_NOTES_TYPE}"/>')
        self.set(NOTES, data)
        self.set(relations_of(NOTES), _NO_RELATIONS.encode())
        self.relate(NOTES, relations)

    def logo(self, logo: Logo) -> None:
        """Put the logo in, and point to it from every part that shows it."""
        extension = EXTENSIONS[logo.media_type]
        used = f'"{LOGO_RELATION}"'.encode()
        for part in [name for name, data in self._own.items() if used in data]:
            target = f"media/toets-logo.{extension}"
            self.relate(
                part,
                f'<Relationship Id="{LOGO_RELATION}" Type="{_R}/image" Target="{target}"/>',
            )
        if f'Extension="{extension}"' not in self._text(CONTENT_TYPES):
            self._declare(f'<Default Extension="{extension}" ContentType="{logo.media_type}"/>')
        self.set(f"word/media/toets-logo.{extension}", logo.data)

    def bytes(self) -> bytes:
        """The file."""
        names = dict.fromkeys((CONTENT_TYPES, *self._fixed, *self._own))
        return pack(self._member(name) for name in names)

    def _member(self, name: str) -> Member:
        if name in self._own:
            return Member(name, self._own[name])
        data = self._fixed[name]
        if self._language != "nl-NL" and name.endswith(".xml"):
            spoken = _LANGUAGE.sub(rf'\g<1>{escaped(self._language)}"', data.decode())
            return Member(name, spoken.encode())
        return Member(name, data, kept=True)

    def _text(self, name: str, without: str = "") -> str:
        data = self._own.get(name, self._fixed.get(name))
        return without if data is None else data.decode("utf-8", "replace")

    def _declare(self, kind: str) -> None:
        """Say of what type something in the package is; defaults come before overrides."""
        xml = self._text(CONTENT_TYPES)
        at = xml.index("<Default") if kind.startswith("<Default") else xml.index("</Types>")
        self.set(CONTENT_TYPES, (xml[:at] + kind + xml[at:]).encode())
