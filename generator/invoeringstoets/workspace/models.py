"""The toetsen of a project for its site: each built only when it is looked at.

The model of a file is kept by its content, so that a build after an edit builds one toets and
reads a few.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, is_dataclass, replace
from functools import partial
from inspect import getmembers, isclass
from pathlib import Path
from weakref import ref

from invoeringstoets import library, model, pipeline
from invoeringstoets.incremental import Held, Values, holding, mark_of, stocked
from invoeringstoets.model import Library, Toets
from invoeringstoets.schema import LATEST, Schemas, wordings
from invoeringstoets.syntax import decode
from invoeringstoets.workspace.checks import Checks, check
from invoeringstoets.workspace.files import name_of, read_bytes
from invoeringstoets.workspace.outcome import Wanted, key_of
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.store import Store
from invoeringstoets.workspace.words import value_lists

MODEL = "model"
"""What entries in the store are called that hold a toets."""

VALUES = Values(kind for _, kind in getmembers(model, isclass) if is_dataclass(kind))
"""Toetsen as bytes."""


@dataclass(frozen=True)
class Stock:
    """The toetsen of a project that its site may show, and what there is to say of all of them.

    ``library`` has no toetsen in it: ``held`` are those. ``by_file`` holds all of them by the name
    of their file, also those that the site may not show; ``hidden`` counts these. ``mode`` stands
    for what any value of a file depends on besides that file.
    """

    checks: Checks
    library: Library
    schemas: Schemas
    held: tuple[Held, ...] = ()
    by_file: Mapping[str, Held | None] = field(default_factory=dict)
    hidden: int = 0
    mode: str = ""


@dataclass(frozen=True)
class _File:
    """A file of a toets as it is now; ``key`` stands for what its model depends on."""

    path: Path
    key: str


def stock(project: Project, store: Store, *, program: str, internal: bool, day: str) -> Stock:
    """The toetsen of a project; those of files with faults are left out.

    ``program`` stands for everything that makes models, ``day`` is the reference date.
    """
    lists = value_lists(project).value
    schemas = Schemas(lists) if lists else Schemas()
    mode = f"{program[:32]} {'intern' if internal else 'openbaar'}"
    checks, files, heads = _read(project, store, mode=mode, internal=internal)
    by_file = {
        one.path.name: _held(
            heads[one.key], _Loader(store, one, schemas=schemas, internal=internal)
        )
        for one in files
        if one.key in heads
    }
    return Stock(
        checks=checks,
        library=Library(
            value_lists=schemas.value_lists,
            wordings=wordings(schemas[LATEST]),
            reference_date=day,
            internal=internal,
        ),
        schemas=schemas,
        held=shown(by_file.values(), internal=internal),
        by_file=by_file,
        hidden=sum(one is None for one in by_file.values()),
        mode=mode,
    )


def _read(
    project: Project, store: Store, *, mode: str, internal: bool
) -> tuple[Checks, list[_File], dict[str, str]]:
    """The check, the files that it approved, and what the store says in short of each.

    Each toets comes from the very bytes that were checked.
    """
    heads, new = store.heads(MODEL), dict[str, tuple[str, bytes]]()
    there = {key.removesuffix(f" {mode}") for key in heads if key.endswith(f" {mode}")}
    wanted = Wanted(
        partial(_entry, internal=internal),
        lambda key, entry: new.update({f"{key} {mode}": entry}),
        there,
    )
    checks = check(project, wanted=wanted)
    files = [_File(one.path, f"{one.key} {mode}") for one in checks.spoken if one.sound]
    keys = [one.key for one in files]
    return checks, files, store.renew(MODEL, heads, keys=keys, new=new)


def shown(held: Iterable[Held | None], *, internal: bool) -> tuple[Held, ...]:
    """What a site shows of these, in order of id: as ``library.build`` has it."""
    there = tuple(sorted((one for one in held if one is not None), key=lambda one: one.id))
    if internal:
        return there
    visible = frozenset(name for one in there for name in (one.id, *one.earlier))
    return tuple(one.without_relations(visible) for one in there)


def _toets(file: _File, schemas: Schemas) -> Toets | None:
    data, name = read_bytes(file.path).value, name_of(file.path)
    if data is None or key_of(name, data) != file.key.partition(" ")[0]:
        return None  # it was changed while it was being checked
    source = decode(name, data).value
    return pipeline.check(source, schemas, rules=()).value if source else None


def _entry(toets: Toets, *, internal: bool) -> tuple[str, bytes]:
    """What the store keeps of a toets: nothing of one that the site may not show."""
    if not (internal or toets.public):
        return "", b""
    seen = _seen(toets, internal=internal)
    held, data = holding(seen), VALUES.packed(seen)
    back = library.kept_back(toets)
    left_out = mark_of(repr(back).encode()) if back and not internal else ""
    head = [held.id, held.marks, held.earlier, held.related, left_out, mark_of(data)]
    return json.dumps(head), data


def _seen(toets: Toets, *, internal: bool) -> Toets:
    return toets if internal else library.redact(toets)


def _held(head: str, load: _Loader) -> Held | None:
    if not head:
        return None
    toets_id, marks, earlier, related, left_out, load.mark = json.loads(head)
    return Held(toets_id, marks, load, tuple(earlier), tuple(related), left_out)


class _Loader:
    """Gets a toets from the store; from its file again where the store is no good.

    As long as somebody holds it, it is the same one.
    """

    def __init__(self, store: Store, file: _File, *, schemas: Schemas, internal: bool) -> None:
        self._store, self._file, self._schemas = store, file, schemas
        self._internal = internal
        self._found: Callable[[], Toets | None] = lambda: None
        self.mark = ""

    def __call__(self) -> Toets:
        found = self._found()
        if found is None:
            found = self._kept() or self._again()
            self._found = ref(found)
        return found

    def _kept(self) -> Toets | None:
        data = self._store.get(MODEL, self._file.key) or b""
        if mark_of(data) != self.mark:
            return None
        with suppress(ValueError):
            toets: Toets = VALUES.unpacked(data)
            return toets
        return None

    def _again(self) -> Toets:
        toets = _toets(self._file, self._schemas)
        if toets is None:
            raise TypeError(f"{self._file.path.name} was approved before")
        return _seen(toets, internal=self._internal)


def plain(stock: Stock) -> Library:
    """The library of a stock with its toetsen themselves in it."""
    return replace(stock.library, toetsen=stocked(stock.held))
