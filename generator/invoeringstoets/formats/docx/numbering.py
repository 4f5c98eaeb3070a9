"""Lists and headings that Word numbers itself: real numbering, beginning again where it must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from invoeringstoets.document import Blocks
from invoeringstoets.formats.docx import names
from invoeringstoets.formats.docx.template import NUMBERING, Template
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.numbering import Kind, LevelLook, Number, headings, plan

LEVELS = 6
"""How many levels of heading numbers there are."""

_ABSTRACT = re.compile(
    r"<w:abstractNum\b[^>]*w:abstractNumId=\"(\d+)\".*?</w:abstractNum>", re.DOTALL
)
_NUM = re.compile(
    r"<w:num\b[^>]*w:numId=\"(\d+)\"[^>]*>\s*<w:abstractNumId w:val=\"(\d+)\"/>", re.DOTALL
)
_IN_STYLE = re.compile(r"<w:numPr>(?:<w:ilvl w:val=\"(\d+)\"/>)?<w:numId w:val=\"(\d+)\"/>")
_LEVEL_TEXT = re.compile(r'<w:lvlText w:val="[^"]*"/>')


def reference(num: int, level: int) -> str:
    """The paragraph properties that make a paragraph count in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


@dataclass
class Numbering:
    """The numbering part of a document while its lists are being made."""

    template: Template
    made: list[str] = field(default_factory=list)
    looks: dict[int, LevelLook] = field(default_factory=dict)
    planned: Iterator[Number] = field(default_factory=lambda: iter(()))

    def __post_init__(self) -> None:
        """Read what the template has."""
        self.xml = self.template.parts[NUMBERING].decode("utf-8", "replace")
        self.abstracts = {found[1]: found[0] for found in _ABSTRACT.finditer(self.xml)}
        self.nums = dict(_NUM.findall(self.xml))
        self.heading_num = max((int(num) for num in self.nums), default=0) + 1
        self.next_num = self.heading_num + 1

    def begin(self, nodes: Blocks) -> None:
        """Plan the numbers of the headings in these blocks, which are written next."""
        made = plan(headings(nodes), settable=False)
        self.looks, self.planned = made.levels, iter(made.numbers)

    def heading(self, level: int) -> str:
        """The properties that make the next heading count; nothing when its number is typed."""
        number = next(self.planned, None)
        counted = number is not None and number.kind is Kind.COUNTED
        return reference(self.heading_num, level - 1) if counted else ""

    def numbered_list(self, style: str) -> tuple[int, int]:
        """A new list in this style that begins at 1: its number and level."""
        found = _IN_STYLE.search(re.sub(r">\s+<", "><", self.template.style(style).xml))
        abstract = self.nums.get(found[2]) if found else None
        if found is None or abstract is None:
            raise FormatError(f"in het sjabloon heeft de stijl ‘{style}’ geen nummering")
        level, num = int(found[1] or 0), self.next_num
        self.next_num += 1
        self.made.append(
            f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        return num, level

    def part(self) -> bytes:
        """The numbering part with the lists of this document."""
        abstract, before = self._heading_list()
        levels = "".join(
            self._override(level - 1, look, abstract=abstract)
            for level, look in sorted(self.looks.items())
        )
        ident = re.search(r"w:abstractNumId=\"(\d+)\"", abstract)
        own = (
            f'<w:num w:numId="{self.heading_num}"><w:abstractNumId w:val="{ident and ident[1]}"/>'
            f"{levels}</w:num>"
            if levels
            else ""
        )
        nums = own + "".join(self.made)
        xml = self.xml
        if before:
            at = xml.index("<w:num ") if "<w:num " in xml else xml.index("</w:numbering>")
            xml = xml[:at] + before + xml[at:]
        end = "<w:numIdMacAtCleanup" if "<w:numIdMacAtCleanup" in xml else "</w:numbering>"
        return xml.replace(end, nums + end, 1).encode()

    def _heading_list(self) -> tuple[str, str]:
        """The list definition of headings, and the same when it is yet to be added."""
        style = self.template.styles.get(names.HEADING_NUMBERS.lower())
        found = re.search(r"<w:numId w:val=\"(\d+)\"/>", style.xml) if style else None
        known = self.abstracts.get(self.nums.get(found[1], "")) if found else None
        if known is not None:
            return known, ""
        ident = max((int(name) for name in self.abstracts), default=-1) + 1
        levels = "".join(_level(level) for level in range(LEVELS))
        made = f'<w:abstractNum w:abstractNumId="{ident}">{levels}</w:abstractNum>'
        return made, made if self.looks else ""

    def _override(self, level: int, look: LevelLook, *, abstract: str) -> str:
        """A level as the template has it, with the text that this document prints."""
        found = re.search(rf'<w:lvl w:ilvl="{level}".*?</w:lvl>', abstract, re.DOTALL)
        numbers = ".".join(f"%{each}" for each in range(level + 2 - look.shown, level + 2))
        text = f'<w:lvlText w:val="{numbers}{look.suffix}"/>'
        xml = _LEVEL_TEXT.sub(text, found[0] if found else _level(level))
        return f'<w:lvlOverride w:ilvl="{level}">{xml}</w:lvlOverride>'


def _level(level: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:suff w:val="space"/><w:lvlText w:val=""/><w:lvlJc w:val="left"/></w:lvl>'
    )
