"""What the tests of reports share: every shipped toets, random ones, and a document as text."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from invoeringstoets import document as doc
from invoeringstoets import model, pipeline, schema
from invoeringstoets.model import Library, Toets
from invoeringstoets.prose import plain
from invoeringstoets.source import Source

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = schema.Schemas()
WORDS = schema.wordings(SCHEMAS[schema.LATEST])


def shipped() -> Mapping[str, Toets]:
    """Every toets in the repository, as the pipeline reads it."""
    return read("toetsen")


def fixed() -> Mapping[str, Toets]:
    """The copies that golden documents are made of: an author may edit the originals freely."""
    return read("tests/golden/toetsen")


@cache
def read(folder: str) -> Mapping[str, Toets]:
    """Every toets in a folder of the repository."""
    found = {}
    for path in sorted((ROOT / folder).glob("*.yaml")):
        checked = pipeline.check(Source(path.name, path.read_text(encoding="utf-8")), SCHEMAS)
        assert checked.value, checked.diagnostics
        found[path.stem] = checked.value
    return found


def library(*toetsen: Toets, internal: bool = False) -> Library:
    """A library of these toetsen with the words we ship."""
    return Library(toetsen, SCHEMAS.value_lists, "2026-11-22", internal, WORDS)


def minimal(**changes: Any) -> Toets:
    """The smallest concept that the schema approves."""
    concept = Toets(
        "1",
        "2025-proef",
        "invoeringstoets",
        "concept",
        "Proef",
        model.Regeling("Wet op de proef"),
        organisaties=(model.Organisatie("szw", ("beleid",)),),
    )
    return replace(concept, **changes)


# --- random toetsen ---------------------------------------------------------------------------

_IDS = ("A1", "A2", "B1", "B2", "C1", "C2", "K1", "bron1", "bron2", "szw", "v1")
_TEXT = st.sampled_from(
    (
        "",
        "Gewone tekst.",
        "Twee\n\nalinea's [^v1] en [^zoek].",
        "### Kop\n\n- punt\n- punt\n\n# Hoger\n\n#### Lager",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "2021. Een jaar. **vet** *schuin* <b>html</b> [l](https://a.nl)",
        "onbekend",
    )
)
_DATES = st.sampled_from(("2021-01-01", "2023-06", "2024", "onbekend", "2025-K2"))
_NUMBERS = st.sampled_from((0, 170, 4000, -2.5, 4.25, "onbekend"))


def _enum(owner: str, name: str) -> tuple[str, ...]:
    node: Any = schema.basis(schema.LATEST)
    holder = node if owner == "Toets" else node["$defs"][owner]
    found = holder["properties"].get(name, {})
    found = found.get("items", found)
    target = found.get("$ref", "").rsplit("/", 1)[-1]
    values = found.get("enum") or node["$defs"].get(target, {}).get("enum") or ()
    return tuple(str(value) for value in values)


def _value(owner: str, name: str, hint: Any) -> st.SearchStrategy[Any]:
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        if int in arguments and str in arguments:
            return st.none() | _NUMBERS if type(None) in arguments else _NUMBERS
        inner = next(a for a in arguments if a is not type(None))
        return st.none() | _value(owner, name, inner)
    if typing.get_origin(hint) is tuple:
        return st.lists(_value(owner, name, arguments[0]), max_size=2).map(tuple)
    if is_dataclass(hint):
        return built(typing.cast("type[Any]", hint))
    return _single(owner, name, hint)


def _single(owner: str, name: str, hint: Any) -> st.SearchStrategy[Any]:
    if hint is bool:
        return st.booleans()
    if hint is int:
        return st.integers(0, 4)
    if hint is not str:
        return st.dictionaries(st.sampled_from(model.CENTRALE_VRAGEN), built(model.Antwoord))
    if name in {"url", "origineel"}:
        return st.sampled_from(("https://a.nl/1", "https://a.nl/2"))
    enum = _enum(owner, name)
    return st.sampled_from(enum) if enum else _TEXT | _DATES | st.sampled_from(_IDS)


@cache
def built(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Values of a dataclass of the model: allowed enum values, and any text, date or reference."""
    hints = typing.get_type_hints(kind)
    parts = {f.name: _value(kind.__name__, f.name, hints[f.name]) for f in fields(kind)}
    return st.builds(kind, **parts)


def _numbered(toets: Toets) -> Toets:
    """Ids unique and action texts all different, as the rules demand."""
    acties = tuple(
        replace(actie, id=f"A{i}", tekst=f"Actiezin {'x' * i}.")
        for i, actie in enumerate(toets.acties, 1)
    )
    conclusies = tuple(replace(c, id=f"C{i}") for i, c in enumerate(toets.conclusies, 1))
    bevindingen = tuple(replace(b, id=f"B{i}") for i, b in enumerate(toets.bevindingen, 1))
    bronnen = tuple(replace(b, id=f"bron{i}") for i, b in enumerate(toets.bronnen, 1))
    return replace(
        toets, acties=acties, conclusies=conclusies, bevindingen=bevindingen, bronnen=bronnen
    )


TOETSEN = built(Toets).map(_numbered)


# --- a document as text -----------------------------------------------------------------------


def walk(value: Any) -> Iterator[Any]:
    """Every value of a document, in reading order."""
    yield value
    if is_dataclass(value):
        for f in fields(value):
            yield from walk(getattr(value, f.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from walk(part)


_SHOWN: Mapping[type[Any], Callable[[Any], tuple[str, ...]]] = {
    doc.Text: lambda v: (v.text,),
    doc.Letterhead: lambda v: (v.sender, v.return_address, *v.addressee, *sum(v.facts, ())),
    doc.Reference: lambda v: (v.label, *v.lines),
    doc.Heading: lambda v: (v.number,),
    doc.Conclusion: lambda v: (v.label, v.actions_label),
    doc.Notice: lambda v: (v.label, v.text),
    doc.Signatory: lambda v: (v.office, v.name),
    doc.Cover: lambda v: (v.title, v.subtitle),
}


def texts(document: doc.Document) -> str:
    """All that a reader sees: no ids, no link targets; one line for each run of text."""
    lines = [document.title, document.footer]
    for value in walk((document.front, document.blocks, document.notices)):
        lines += _SHOWN.get(type(value), lambda _: ())(value)
    return "\n".join(lines).replace("\u00a0", " ")


def levels(document: doc.Document) -> list[int]:
    """The levels of the headings in reading order."""
    return [v.level for v in walk(document.blocks) if isinstance(v, doc.Heading)]


def anchors(document: doc.Document) -> list[str]:
    """The ids in a document."""
    return [v.id for v in walk(document.blocks) if getattr(v, "id", "")]


def targets(document: doc.Document) -> set[str]:
    """The ids that links inside the document go to."""
    links = (v.target for v in walk(document.blocks) if isinstance(v, doc.Link))
    return {target[1:] for target in links if target.startswith("#")}


def paragraphs(document: doc.Document) -> list[str]:
    """The text of each paragraph, with ordinary spaces."""
    found = (v for v in walk(document.blocks) if isinstance(v, doc.Paragraph))
    return [plain(p.content).replace("\u00a0", " ") for p in found]


def dump(document: doc.Document) -> str:
    """A document as readable JSON: every class by name, empty values left out."""
    return json.dumps(_plain(document), ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, doc.Text):
        return value.text
    if is_dataclass(value):
        given = {f.name: getattr(value, f.name) for f in fields(value)}
        kept = {name: _plain(v) for name, v in given.items() if v not in ((), "", False)}
        return {"is": type(value).__name__, **kept}
    if isinstance(value, tuple):
        parts = [_plain(part) for part in value]
        return parts[0] if len(parts) == 1 and isinstance(parts[0], str) else parts
    return value
