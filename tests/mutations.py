"""One slip in a sound text, with what must be said of it: where, once, and what was meant."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from invoeringstoets import pipeline, structure, syntax
from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.explain.error import resolve
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.organisaties import ORGANISATIE_FIELDS
from invoeringstoets.rules.places import texts
from invoeringstoets.rules.verwijzingen import references
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source
from invoeringstoets.syntax import Place, Tree

SCHEMAS = Schemas()
SCHEMA: dict[str, Any] = SCHEMAS["1"]
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[A-Za-z0-9_-]+\Z")
SLIPS = ("delete", "insert", "swap", "replace")


@dataclass(frozen=True)
class Mutation:
    """A changed text; ``lines`` are those on which the finding may begin.

    ``meant`` is the word that must be suggested, ``told`` what the message must hold. Where a key
    was taken away, ``parent`` is what it was in: the finding begins there, or at the status.
    """

    kind: str
    name: str
    where: str
    text: str
    lines: frozenset[int]
    meant: str = ""
    told: tuple[str, ...] = ()
    written: str = ""
    parent: Route | None = None

    def allowed(self) -> frozenset[int]:
        """The lines on which the finding may begin."""
        tree = syntax.parse(Source("x.yaml", self.text)).value if self.parent is not None else None
        if tree is None or self.parent is None:
            return self.lines
        above = tree.locate(self.parent, on_key=True), tree.locate(self.parent)
        places = (*above, tree.locate(ROOT / "status"))
        return frozenset(place.start.line for place in places)


@dataclass(frozen=True)
class Entry:
    """One key with its value in a text, and the start of the key after it in its mapping."""

    route: Route
    key: tuple[int, int]
    place: Place
    value: object
    after: int | None
    before: int | None
    alone: bool
    flow: bool

    @property
    def name(self) -> str:
        return str(self.route.steps[-1])


@dataclass
class Subject:
    """A sound text with its keys, and what is said of it as it is."""

    name: str
    text: str
    tree: Tree = field(init=False)
    entries: list[Entry] = field(init=False)
    known: Counter[tuple[str, str, str]] = field(init=False)

    def __post_init__(self) -> None:
        source = Source(self.name, self.text)
        tree = syntax.parse(source).value
        assert tree is not None
        self.tree = tree
        self.entries = list(_entries(tree.root, tree.data, ROOT, text=self.text))
        self.known = said(pipeline.check(source, SCHEMAS).diagnostics)

    def line(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def changed(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new + self.text[end:]


def said(found: tuple[Diagnostic, ...]) -> Counter[tuple[str, str, str]]:
    """What diagnostics say, wherever that is."""
    return Counter((d.code, d.message, str(d.severity)) for d in found)


def _entries(place: Place, data: Any, route: Route, *, text: str) -> Iterator[Entry]:
    if isinstance(place.items, list):
        for index, item in enumerate(place.items):
            yield from _entries(item, data[index], route / index, text=text)
        return
    keys = list(place.keys)
    for number, key in enumerate(keys):
        child = place.items[key]
        yield Entry(
            route=route / key,
            key=place.keys[key],
            place=child,
            value=data[key],
            after=place.keys[keys[number + 1]][0] if number + 1 < len(keys) else None,
            before=place.items[keys[number - 1]].end if number else None,
            alone=len(keys) == 1,
            flow=text[place.start] == "{",
        )
        yield from _entries(child, data[key], route / key, text=text)


def node_at(route: Route) -> dict[str, Any]:
    """What the schema says of a route; empty if it says nothing."""
    node: dict[str, Any] = SCHEMA
    for step in route.steps:
        inner = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
        if inner is None:
            return {}
        node = dict(resolve(inner, SCHEMA))
    return node


def slip(word: str, how: str, at: int, letter: str) -> str:
    """A word with one slip at a place in it."""
    at %= len(word)
    if how == "delete":
        return word[:at] + word[at + 1 :]
    if how == "insert":
        return word[:at] + letter + word[at:]
    if how == "replace":
        return word[:at] + letter + word[at + 1 :]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :] if len(word) > 1 else word


def _slips(word: str, chance: random.Random, taken: set[str]) -> Iterator[tuple[str, str]]:
    """One of each kind that gives another word, none that is a word of its own here."""
    for how in SLIPS:
        wrong = slip(word, how, chance.randrange(len(word)), chance.choice(_LETTERS))
        if wrong != word and wrong not in taken and _WORD.match(wrong):
            yield how, wrong


def misspelt_keys(subject: Subject, chance: random.Random) -> Iterator[Mutation]:
    for entry in subject.entries:
        known = set(node_at(entry.route.parent).get("properties", ()))
        for how, wrong in _slips(entry.name, chance, known):
            text = subject.changed(*entry.key, wrong)
            yield Mutation(
                *("key", how, str(entry.route), text),
                lines=frozenset({subject.line(entry.key[0])}),
                meant=entry.name,
                written=wrong,
            )


def misspelt_choices(subject: Subject, chance: random.Random) -> Iterator[Mutation]:
    for scalar in _scalars(subject):
        choices = node_at(scalar.route).get("enum", ())
        if scalar.value in choices and isinstance(scalar.value, str):
            for how, wrong in _slips(scalar.value, chance, {*map(str, choices)}):
                yield _misspelt("choice", how, subject, scalar=scalar, wrong=wrong)


def misspelt_references(subject: Subject, chance: random.Random) -> Iterator[Mutation]:
    toets = structure.build(subject.tree.data)
    found = [(route, ref) for route, _, ref in references(toets)]
    found += [hit for pattern in ORGANISATIE_FIELDS for hit in texts(toets, pattern)]
    scalars = {scalar.route: scalar for scalar in _scalars(subject)}
    ids = {str(scalar.value) for scalar in scalars.values() if scalar.route.steps[-1] == "id"}
    ids |= set(SCHEMAS.value_lists.lists["organisaties"])
    for route, ref in found:
        for how, wrong in _slips(ref, chance, ids):
            if wrong[0].isalpha() and wrong[-1] != "-":
                yield _misspelt("reference", how, subject, scalar=scalars[route], wrong=wrong)


@dataclass(frozen=True)
class _Scalar:
    route: Route
    place: Place
    value: object


def _misspelt(kind: str, how: str, subject: Subject, *, scalar: _Scalar, wrong: str) -> Mutation:
    start, end, value = scalar.place.start, scalar.place.end, str(scalar.value)
    text = subject.changed(start, end, subject.text[start:end].replace(value, wrong, 1))
    lines = frozenset({subject.line(start)})
    return Mutation(kind, how, str(scalar.route), text, lines=lines, meant=value, written=wrong)


def _scalars(subject: Subject) -> Iterator[_Scalar]:
    def walk(place: Any, data: Any, route: Route) -> Iterator[_Scalar]:
        if not isinstance(data, dict | list):
            yield _Scalar(route, place, data)
            return
        for step, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from walk(place.items[step], inner, route / step)

    return walk(subject.tree.root, subject.tree.data, ROOT)


def removed_keys(subject: Subject) -> Iterator[Mutation]:
    for entry in subject.entries:
        start, end = entry.key[0], entry.after
        line_start = subject.text.rfind("\n", 0, start) + 1
        if end is None:
            end = entry.place.end
            if entry.alone:
                continue
            if entry.flow:
                assert entry.before is not None
                start = entry.before
            else:
                start = line_start
                found = subject.text.find("\n", max(end, entry.key[1]))
                end = len(subject.text) if subject.text[end - 1] != "\n" and found < 0 else end
                end = found + 1 if subject.text[end - 1] != "\n" and found >= 0 else end
        text = subject.changed(start, end, "")
        parent = entry.route.parent
        yield Mutation("removed", "", str(entry.route), text, lines=frozenset(), parent=parent)


def doubled_keys(subject: Subject) -> Iterator[Mutation]:
    for entry in subject.entries:
        start = entry.key[0]
        column = start - subject.text.rfind("\n", 0, start) - 1
        if entry.flow:
            piece = subject.text[start : entry.place.end] + ", "
        elif entry.after is not None:
            piece = subject.text[start : entry.after]
        else:
            end = max(entry.place.end, entry.key[1] + 1)
            piece = subject.text[start:end].rstrip() + "\n" + " " * column
        text = subject.changed(start, start, piece)
        second = text.count("\n", 0, start + len(piece)) + 1
        yield Mutation(
            *("doubled", "", str(entry.route), text),
            lines=frozenset({second}),
            told=(f"regel {subject.line(start)} ", f"regel {second}"),
        )


def retyped_values(subject: Subject) -> Iterator[Mutation]:
    for entry in subject.entries:
        for name, new in _kinds(entry, subject.text):
            start, end = entry.place.start, entry.place.end
            if entry.place.start >= entry.place.end:
                continue
            tail = "\n" if subject.text[start:end].endswith("\n") else ""
            text = subject.changed(start, end, new + tail)
            lines = frozenset({subject.line(entry.key[0]), subject.line(start)})
            yield Mutation("retyped", name, str(entry.route), text, lines=lines)


def _kinds(entry: Entry, text: str) -> Iterator[tuple[str, str]]:
    value = entry.value
    written = text[entry.place.start : entry.place.end].rstrip()
    if isinstance(value, dict | list):
        kind = "list" if isinstance(value, list) else "mapping"
        yield f"{kind} to text", "zomaar een tekst"
        yield f"{kind} to number", "12"
        yield (f"{kind} to mapping", "{x: y}") if kind == "list" else (f"{kind} to list", "[x]")
        return
    one_line = "\n" not in written and written[:1] not in {"|", ">"}
    yield "scalar to list", f"[{written}]" if one_line else "[tekst]"
    yield "scalar to mapping", "{x: y}"
    yield "scalar to nothing", "null"
    if isinstance(value, str):
        yield "text to true", "true"
        yield "text to fraction", "12.5"
    else:
        yield "number to text", "zomaar"


@dataclass(frozen=True)
class Verdict:
    """What came of a mutation; ``faults`` says in words what is not as it should be."""

    faults: tuple[str, ...]
    suggested: bool | None
    objected: bool
    shown: str = ""


def judge(subject: Subject, mutation: Mutation) -> Verdict:
    """Whether exactly one new fault is told, on the right line, and nothing else is new."""
    found = pipeline.check(Source(subject.name, mutation.text), SCHEMAS).diagnostics
    new = said(found) - subject.known
    fresh = [d for d in found if (d.code, d.message, str(d.severity)) in new]
    faults = [d for d in fresh if d.severity is Severity.FOUT]
    refused = [d for d in faults if d.code < "T200"]
    shown = "\n".join(
        f"    {d.span.start.line}: {d.code} {d.severity} {d.message} | {d.help}" for d in fresh
    )
    if not refused and mutation.kind in {"removed", "retyped"}:
        return Verdict((), None, objected=False, shown=shown)
    wrong = []
    if sum(new.values()) != 1 or len(faults) != 1:
        wrong.append(f"{len(faults)} faults and {sum(new.values()) - len(faults)} others")
    lines = mutation.allowed()
    if not any(d.span.start.line in lines for d in faults):
        wrong.append(f"not on {sorted(lines)}")
    if not all(d.help for d in faults):
        wrong.append("without help")
    if not any(all(word in d.message for word in mutation.told) for d in faults):
        wrong.append(f"does not tell {mutation.told}")
    suggested = None
    if mutation.meant:
        suggested = any(f"‘{mutation.meant}’" in d.help for d in faults)
    return Verdict(tuple(wrong), suggested, objected=True, shown=shown)


def every(subject: Subject, chance: random.Random) -> Iterator[Mutation]:
    """Every mutation of every kind, at the places in a word that chance gives."""
    yield from misspelt_keys(subject, chance)
    yield from misspelt_choices(subject, chance)
    yield from misspelt_references(subject, chance)
    yield from removed_keys(subject)
    yield from doubled_keys(subject)
    yield from retyped_values(subject)
