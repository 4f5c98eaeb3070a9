"""Nothing an author writes becomes markup, code or a link: hostile words in every text field."""

from __future__ import annotations

import csv
import io
import re
import typing
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import count
from typing import Any

import openpyxl
import pikepdf
import pytest
from lxml import etree
from lxml import html as html_parser

import drawn
import specimens
from invoeringstoets import schema
from invoeringstoets.document import Document, Sheet
from invoeringstoets.formats import FORMATS, SHEETS, normal
from invoeringstoets.model import Toets
from invoeringstoets.reports import OVERVIEWS, REPORTS
from readers import READERS
from readers.expected import front, told, words
from report_cases import library, shipped, texts
from surroundings import some

WORDS = (
    # Half a character cannot be in a YAML file, so no toets holds one.
    *(text.replace("\ud800", "") for text in specimens.HOSTILE),
    '#import "@preview/cetz:0.3.0": canvas',
    '#read("/etc/passwd") #eval("1+1") #sys.inputs',
    "#set page(fill: red)\n#show: it => none",
    '<w:p><w:r><w:t>x</w:t></w:r></w:p> <w:fldSimple w:instr="DDEAUTO"/>',
    '<text:p>x</text:p><office:event-listeners/> <draw:object xlink:href="x"/>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "]]> <![CDATA[ --> <!-- <?php echo 1 ?>",
    '" onmouseover="alert(1)" style="background:url(//x)',
    "</style><script>alert(1)</script><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://kwaad.example","klik")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-1+1",
    "\t=1+1",
    "\r=1+1",
    "[klik](data:text/html;base64,PHNjcmlwdD4=) [x](file:///etc/passwd) [y](vbscript:x)",
    "«inhoud» «einde inhoud» «geadresseerde»",
    "%1 %2. {0} {x} %s \\1 $1",
    "links \u202erechts\u202c \u2066los\u2069 \u200bniets\u200d \u2060 \ufeff",
    "nul \x00 \x08 \x1f \x7f \x85 \ufffe \uffff",
    "a" * 300 + " " + "woord-" * 60,
    "../../../etc/passwd",
    "..\\..\\C:\\Windows\\x.dll",
)


# --- a toets with such words in every field ------------------------------------------------------


@cache
def _text_fields() -> Mapping[str, set[str]]:
    """The fields that hold text of an author, by the class of the model."""
    basis: Any = schema.basis(schema.LATEST)
    holders = {"Toets": basis, **basis["$defs"]}
    return {
        name: {
            field
            for field, node in holder.get("properties", {}).items()
            if "x-tekst" in node or "x-tekst" in node.get("items", {})
        }
        for name, holder in holders.items()
    }


def planted(value: Any, numbers: count[int]) -> Any:
    """A part of a toets with another hostile text in each field of text, and more fields filled."""
    if isinstance(value, tuple):
        return tuple(planted(one, numbers) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    wanted = _text_fields().get(type(value).__name__, set())
    hints = typing.get_type_hints(type(value))
    changes = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if field.name not in wanted:
            changes[field.name] = planted(old, numbers)
        elif "tuple" in str(hints[field.name]):
            changes[field.name] = tuple(_words(numbers) for _ in old)
        elif "str" in str(hints[field.name]):
            changes[field.name] = _words(numbers)
    return replace(value, **changes)


def _words(numbers: count[int]) -> str:
    return WORDS[next(numbers) % len(WORDS)]


FROM = ("2024-kot-wlz", "2023-drone-register", "2025-stagevergoeding-mbo")
"""Toetsen that together have every report."""


@cache
def hostile() -> tuple[Toets, ...]:
    found = []
    for at, name in enumerate(FROM):
        found.append(planted(shipped()[name], count(at * 7)))
    return tuple(found)


@cache
def documents() -> Mapping[str, Document]:
    around = library(*hostile(), internal=True)
    found = {}
    for toets in hostile():
        for name, report in REPORTS.items():
            if report.unavailable(toets, around) is None:
                for variant in report.variants(toets, around):
                    found[variant.stem(f"{toets.id}-{name}")] = variant.document
    for name, overview in OVERVIEWS.items():
        for variant in overview.variants(around, drawn.BRIEF):
            found[variant.stem(name)] = variant.document
    return found


@cache
def file(name: str, form: str) -> bytes:
    return FORMATS[form].render(documents()[name])


def test_every_text_field_is_filled() -> None:
    said = "\n".join(texts(document) for document in documents().values())
    assert said.count("kwaad.example") > 10
    met = {type(part).__name__ for toets in hostile() for part in _parts(toets)}
    assert [name for name in ("Conclusie", "Actie", "Bevinding", "Bron") if name not in met] == []
    assert {name.rpartition("-")[2] for name in documents()} >= {"kamerstuk", "samenvatting"}


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for one in value:
            yield from _parts(one)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))


NAMES = sorted(
    f"{name}-{kind}" if name else kind
    for name in ("", *FROM)
    for kind in (
        ("stand_van_zaken", "jaaroverzicht", "actielijst")
        if not name
        else ("kamerbrief", "kamerstuk", "rapport", "samenvatting", "actielijst", "beslisnota")
    )
)


def of(kind: str) -> list[str]:
    """The documents of a report: one, none, or one for each Kamer or year."""
    return [name for name in documents() if name == kind or name.startswith(f"{kind}-")]


def test_no_document_is_left_out() -> None:
    assert {name for kind in NAMES for name in of(kind)} == set(documents())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", some(NAMES))
def test_it_is_shown_as_text(kind: str, form: str) -> None:
    for name in of(kind):
        document = documents()[name]
        items = READERS[form](file(name, form)).items
        wanted = told(document, form)
        assert items[len(items) - len(wanted) :] == wanted
        before = [item.text for item in items[: len(items) - len(wanted)]]
        assert words(before, form) == front(document, form)


@pytest.mark.parametrize("kind", some(NAMES))
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_it_is_active(kind: str, form: str) -> None:
    for name in of(kind):
        ACTIVE[form](file(name, form))
        for target in re.findall(r"⟨([^⟩]*)⟩", str(READERS[form](file(name, form)).items)):
            assert re.match(r"https?://|mailto:|#$", target) or target in str(told_words(name))


def told_words(name: str) -> str:
    return texts(normal.document(documents()[name]))


# --- what would be active ------------------------------------------------------------------------

_PDF_ACTIVE = {"/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/AcroForm"}
_ADDRESS = re.compile(r"(https?://|mailto:)")


def inert_pdf(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as opened:
        for part in opened.objects:
            if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
                assert not _PDF_ACTIVE & set(part.keys())
                if part.get("/S") == "/URI" or "/URI" in part:
                    assert _ADDRESS.match(str(part.URI))
                assert part.get("/S") not in {"/JavaScript", "/Launch", "/SubmitForm", "/GoToR"}


_FIELDS = re.compile(r"\s*(PAGE|NUMPAGES|PAGEREF _Toc\d+ \\h|TOC \\o .*|)\s*")


def inert_docx(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            assert ".." not in name
            assert not re.search(r"vbaProject|embeddings|activeX|afchunk", name, re.IGNORECASE)
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(archive.read(name))
            for node in root.iter():
                tag = etree.QName(node).localname
                assert tag not in {"altChunk", "object", "OLEObject", "control", "attachedTemplate"}
                if tag == "instrText":
                    assert _FIELDS.fullmatch(node.text or "")
                if tag == "fldSimple":
                    assert _FIELDS.fullmatch(next(iter(node.values())))
                if tag == "Relationship" and node.get("TargetMode") == "External":
                    assert node.get("Type").endswith("/hyperlink")
                    assert _ADDRESS.match(node.get("Target"))


def inert_odt(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            assert not name.startswith(("Basic", "Scripts", "/"))
            assert ".." not in name
            if not name.endswith(".xml"):
                continue
            for node in etree.fromstring(archive.read(name)).iter():
                tag = etree.QName(node).localname
                assert tag not in {"event-listeners", "script", "object", "plugin", "applet", "dde"}
                assert not tag.startswith(("dde-", "execute-macro", "database-"))
                target = node.get("{http://www.w3.org/1999/xlink}href")
                within = tag == "font-face-uri" and target in archive.namelist()
                assert target is None or within or _ADDRESS.match(target) or target.startswith("#")


_HTML_TAGS = {"script", "iframe", "object", "embed", "form", "base", "link", "img", "foreignobject"}


def inert_html(data: bytes) -> None:
    root = html_parser.document_fromstring(data.decode())
    for node in root.iter(etree.Element):
        assert node.tag not in _HTML_TAGS
        for name, value in node.items():
            assert not name.startswith("on")
            assert name not in {"srcdoc", "formaction", "style", "src"}
            if name == "href":
                assert _ADDRESS.match(value) or value.startswith("#")
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


def inert_markdown(data: bytes) -> None:
    """The reader itself refuses raw HTML, code and pictures."""
    READERS["markdown"](data)


ACTIVE = {
    "pdf": inert_pdf,
    "docx": inert_docx,
    "odt": inert_odt,
    "html": inert_html,
    "markdown": inert_markdown,
}


# --- spreadsheets --------------------------------------------------------------------------------


@cache
def sheets() -> list[Sheet]:
    around = library(*hostile(), internal=True)
    own = [
        report.sheet(one, around)
        for one in hostile()
        for report in REPORTS.values()
        if report.sheet
    ]
    return own + [overview.sheet(around) for overview in OVERVIEWS.values() if overview.sheet]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    hostile_cells = 0
    for sheet in sheets():
        book = openpyxl.load_workbook(io.BytesIO(SHEETS["xlsx"].render(sheet)))
        for cell in (cell for page in book for row in page.iter_rows() for cell in row):
            assert cell.data_type != "f"
            assert cell.hyperlink is None
            hostile_cells += isinstance(cell.value, str) and cell.value.startswith("=")
        assert not book.defined_names
    assert hostile_cells


def test_no_cell_of_a_csv_file_begins_as_a_formula() -> None:
    quoted = 0
    for sheet in sheets():
        text = SHEETS["csv"].render(sheet).decode("utf-8-sig")
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
            for cell in row:
                assert not re.match(r"[=+@\t\r]|-(?!\d+(,\d+)?$)", cell)
                quoted += cell.startswith("'")
    assert quoted
