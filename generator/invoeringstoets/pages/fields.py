"""The fields of the schema as readers know them: titles of paths, and rows for the reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Field:
    """A key of an object in the schema, in words."""

    key: str
    title: str
    description: str
    kind: str
    target: str
    required: bool
    example: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Part:
    """An object of the schema: the toets itself or something in it."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]


KINDS = {
    "string": "tekst",
    "integer": "geheel getal",
    "number": "getal",
    "boolean": "ja of nee (true of false)",
    "array": "lijst",
    "object": "onderdeel",
}
TEXTS = {
    "regel": "één regel tekst",
    "alineas": "tekst in alinea’s",
    "opmaak": "tekst met opmaak",
}


def field_title(schema: Schema, path: str) -> str:
    """The titles along a dotted path ("Regeling: inwerkingtreding"); unknown ones as they are."""
    here, words = schema, []
    for key in path.split("."):
        name = key.partition("[")[0]
        node = here.get("properties", {}).get(name, {})
        words.append(str(node.get("title", name)))
        here = _inside(schema, node)
    return ": ".join((words[0], *(word[:1].lower() + word[1:] for word in words[1:])))


def parts(schema: Schema) -> tuple[Part, ...]:
    """The toets and every object it refers to, in the order of the schema."""
    objects = [("toets", schema)]
    for name, node in schema.get("$defs", {}).items():
        if "properties" in node:
            objects.append((name, node))
    return tuple(
        Part(
            name,
            str(node.get("title", name)),
            str(node.get("description", "")),
            tuple(_fields(schema, node)),
        )
        for name, node in objects
    )


def _fields(schema: Schema, node: Schema) -> Iterator[Field]:
    required = node.get("required", ())
    for key, own in node.get("properties", {}).items():
        target, inner = _target(schema, own)
        examples = own.get("examples") or inner.get("examples") or ()
        yield Field(
            key=key,
            title=str(own.get("title", key)),
            description=str(own.get("description") or inner.get("description", "")),
            kind=_kind(own, inner),
            target=target,
            required=key in required,
            example=str(examples[0]) if examples else "",
            values=tuple(_values(inner)),
        )


def _target(schema: Schema, node: Schema) -> tuple[str, Schema]:
    """The name of the object a field holds ("" for a plain value), and what describes it."""
    inner = node.get("items", node) if node.get("type") == "array" else node
    reference = str(inner.get("$ref", ""))
    if not reference.startswith("#/$defs/"):
        return "", inner
    name = reference.rpartition("/")[2]
    found = schema.get("$defs", {}).get(name, {})
    return (name if "properties" in found else ""), found


def _inside(schema: Schema, node: Schema) -> Schema:
    return _target(schema, node)[1]


def _kind(own: Schema, inner: Schema) -> str:
    base = TEXTS.get(inner.get("x-tekst", ""), "") or _type(inner)
    if "enum" in inner:
        base = "een van de waarden"
    return f"lijst van: {base}" if own.get("type") == "array" else base


def _type(node: Schema) -> str:
    kind = node.get("type", "string")
    kinds = kind if isinstance(kind, list) else [kind]
    return " of ".join(KINDS.get(str(item), str(item)) for item in kinds)


def _values(node: Schema) -> Iterator[tuple[str, str]]:
    names = node.get("x-namen", ())
    descriptions = node.get("enumDescriptions", ())
    for index, value in enumerate(node.get("enum", ())):
        if isinstance(value, str):
            words = [str(texts[index]) for texts in (names, descriptions) if index < len(texts)]
            told = [word for word in words if word != value.replace("_", " ")]
            yield value, ": ".join(told)
