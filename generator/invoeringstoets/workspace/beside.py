"""What the page of a toets says of its file: on which line each part stands, and what is left.

What the check still says may quote any part of a file. On a public site only that is shown which
the check also says of the toets as the public sees it: then it can hold nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from invoeringstoets import library, pipeline, rules, syntax
from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.model import Toets
from invoeringstoets.pages.anchors import ANCHORS
from invoeringstoets.pages.page import Remark
from invoeringstoets.route import ROOT
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source
from invoeringstoets.syntax import Tree, decode
from invoeringstoets.workspace.files import name_of, read_bytes
from invoeringstoets.workspace.models import Stock
from invoeringstoets.workspace.outcome import Spoken, key_of
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.store import Store

BESIDE = "beside"
"""What entries in the store are called that hold the lines of a file."""

ACROSS = "T9"
"""How codes begin of findings across files: these may speak of a toets that is not public."""

_ITEM = re.compile(r"^(\w+)\[(\d+)\]")


@dataclass(frozen=True)
class Beside:
    """Of toetsen by id: the line of each part by its id on the page, and what the check says."""

    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)


def beside(project: Project, stock: Stock, *, store: Store) -> Beside:
    """What there is to say beside the toetsen of a stock.

    Lines are told only where ``repository`` says where a reader can see them.
    """
    said: dict[str, list[Diagnostic]] = {}
    for remark in stock.checks.diagnostics:
        if remark.severity is not Severity.FOUT:
            said.setdefault(remark.name, []).append(remark)
    held, internal = stock.by_file, stock.library.internal
    wanted = [
        one
        for one in stock.checks.spoken
        if held.get(one.path.name) and (project.repository or one.source.name in said)
    ]
    known = _known(wanted, stock, store=store)
    lines: dict[str, Mapping[str, int]] = {}
    remarks: dict[str, tuple[Remark, ...]] = {}
    for one in wanted:
        kept, found = known.get(one.path.name), held[one.path.name]
        if kept is None or found is None:
            continue
        if project.repository:
            lines[found.id] = kept["lines"]
        own = tuple(_remarks(said.get(one.source.name, ()), kept, internal=internal))
        if own:
            remarks[found.id] = own
    return Beside(lines, remarks)


def _known(wanted: Sequence[Spoken], stock: Stock, *, store: Store) -> dict[str, dict[str, Any]]:
    """What is kept of these files, by name; of new ones it is found now."""
    keys = {one.path.name: f"{one.key} {stock.mode}" for one in wanted}
    heads, new = store.heads(BESIDE), dict[str, tuple[str, bytes]]()
    for one in wanted:
        key = keys[one.path.name]
        source = _source(one) if key not in heads else None
        if source is not None:
            facts = facts_of(source, stock.schemas, internal=stock.library.internal)
            new[key] = (json.dumps(facts), b"")
    heads = store.renew(BESIDE, heads, keys=keys.values(), new=new)
    return {name: json.loads(heads[key]) for name, key in keys.items() if key in heads}


def _source(one: Spoken) -> Source | None:
    """The text of a file, unless it is no longer the one that was checked."""
    name, data = name_of(one.path), read_bytes(one.path).value
    same = data is not None and key_of(name, data) == one.key
    return decode(name, data).value if data is not None and same else None


def facts_of(source: Source, schemas: Schemas, *, internal: bool) -> dict[str, Any]:
    """Of a file: ``lines`` and ``items`` of its parts, and ``shown``: what may be said of it.

    ``items`` holds the ids on the page of the items of each list; ``shown`` is ``None`` where all
    may be said.
    """
    parsed = syntax.parse(source).value
    toets = pipeline.check(source, schemas, rules=()).value
    if parsed is None or toets is None:
        return {"lines": {}, "items": {}, "shown": []}
    items = {key: list(_anchors(parsed, key)) for key in ANCHORS}
    lines = {
        anchor: parsed.locate(ROOT / key / place).start.line
        for key, anchors in items.items()
        for place, anchor in enumerate(anchors)
        if anchor
    }
    return {
        "lines": lines,
        "items": items,
        "shown": None if internal else _shown(toets, source, schemas=schemas),
    }


def _anchors(tree: Tree, key: str) -> Iterator[str]:
    """The ids on the page of the items of a list; ``""`` for one without an id."""
    data = tree.data.get(key, ()) if isinstance(tree.data, dict) else ()
    for item in data if isinstance(data, list) else ():
        own = item.get("id") if isinstance(item, dict) else None
        yield ANCHORS[key](str(own)) if own else ""


def _shown(toets: Toets, source: Source, *, schemas: Schemas) -> list[list[str]] | None:
    """Code and message of what the check says of a toets as the public sees it."""
    public = library.redact(toets)
    if public == toets:
        return None
    words = rules.Words(schemas.value_lists, file_stem=PurePath(source.name).stem)
    return [[one.code, one.message] for one in rules.check(public, words)]


def _remarks(
    said: Sequence[Diagnostic], kept: Mapping[str, Any], *, internal: bool
) -> Iterator[Remark]:
    """What a reader may see of what the check says of a file."""
    shown = kept["shown"]
    for one in said:
        if shown is not None and [one.code, one.message] not in shown:
            continue
        if one.code.startswith(ACROSS) and not internal:
            continue
        yield Remark(
            one.code, one.severity, one.message, one.help, one.span.start.line, _anchor(one, kept)
        )


def _anchor(one: Diagnostic, kept: Mapping[str, Any]) -> str:
    """The id on the page of the part that a diagnostic is about."""
    found = _ITEM.match(one.route)
    if found is None:
        return ""
    items, place = kept["items"].get(found[1], ()), int(found[2])
    return str(items[place]) if place < len(items) else ""
