"""The value lists of a project: those that we ship, with those of the project added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from invoeringstoets import syntax
from invoeringstoets.diagnostic import Checked, Diagnostic
from invoeringstoets.explain import closest
from invoeringstoets.explain.similar import asked, likely
from invoeringstoets.model import ValueLists, Waarde
from invoeringstoets.route import ROOT, Route
from invoeringstoets.schema import shipped_value_lists
from invoeringstoets.syntax import Tree
from invoeringstoets.workspace import faults
from invoeringstoets.workspace.files import read
from invoeringstoets.workspace.project import Project

SUFFIXES = (".json", ".yaml", ".yml")
"""How the name of a value list ends; what stands before it is the list's name."""

_KEYS = frozenset(field.name for field in fields(Waarde))
_OBLIGED = ("id", "naam")
_EXAMPLE = "schrijf onder ‘waarden:’ op twee regels: ‘- id: gemeente-x’ en ‘naam: Gemeente X’"

_Objection = tuple[Route, str, str]
"""Where something is wrong, what, and what to do."""


def value_lists(project: Project) -> Checked[ValueLists]:
    """All value lists; a value that the project gives under a known id replaces ours.

    A list of the project that is wrong is left out, and said to be.
    """
    lists = dict(shipped_value_lists().lists)
    wrong: list[Diagnostic] = []
    for path in _paths(project.waardelijsten):
        found = _read(path)
        wrong.extend(found.diagnostics)
        if found.value is not None:
            lists[path.stem] = {**lists.get(path.stem, {}), **found.value}
    return Checked(ValueLists(lists), tuple(wrong))


def known_organisations(project: Project) -> frozenset[str]:
    """The ids of the organisations in the value lists; none when a list of the project is wrong.

    Then a name that is not known may stand in that list.
    """
    found = value_lists(project)
    lists = found.value.lists if found.value and not found.diagnostics else {}
    return frozenset(lists.get("organisaties", {}))


def unknown_organisation(name: str, known: frozenset[str]) -> tuple[str, str] | None:
    """What is wrong with the id of an organisation, and what to do; ``None`` if it is known."""
    if not known or name in known:
        return None
    near = likely(name, sorted(known))
    advice = asked(near) if near else "voeg haar toe aan de waardelijst ‘organisaties’"
    return f"onbekende organisatie ‘{name}’", advice


def _paths(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES and p.name[0] != ".")


def _read(path: Path) -> Checked[Mapping[str, Waarde]]:
    source = read(path)
    if source.value is None:
        return Checked(None, source.diagnostics)
    tree = syntax.parse(source.value)
    if tree.value is None:
        return Checked(None, tree.diagnostics)
    objections = tuple(
        _diagnostic(tree.value, route, message=message, advice=advice)
        for route, message, advice in _objections(tree.value.data)
    )
    if objections or tree.failed:
        return Checked(None, (*tree.diagnostics, *objections))
    return Checked(_values(tree.value.data))


def _values(data: object) -> Mapping[str, Waarde]:
    """The values of a list that has no objections."""
    entries = data["waarden"] if isinstance(data, Mapping) else ()
    return {str(e["id"]): Waarde(**{key: str(value) for key, value in e.items()}) for e in entries}


def _objections(data: object) -> Iterator[_Objection]:
    entries = data.get("waarden") if isinstance(data, Mapping) else None
    if not isinstance(entries, list):
        route = ROOT / "waarden"
        yield route, "een waardelijst heeft een lijst met de naam ‘waarden’", _EXAMPLE
        return
    seen: set[str] = {""}
    for index, entry in enumerate(entries):
        route = ROOT / "waarden" / index
        if not isinstance(entry, Mapping):
            yield route, "een waarde heeft ten minste een id en een naam", _EXAMPLE
            continue
        yield from _entry_objections(entry, route)
        name = str(entry.get("id", ""))
        if name in seen:
            advice = "voeg de twee samen, of geef een van beide een ander id"
            yield route / "id", f"id ‘{name}’ staat twee keer in deze lijst", advice
        seen.add(name)


def _entry_objections(entry: Mapping[str, object], route: Route) -> Iterator[_Objection]:
    strange = [key for key in entry if key not in _KEYS]
    meant = {closest(key, _KEYS - {*entry}) for key in strange}
    for key in _OBLIGED:
        if not entry.get(key) and key not in meant:
            yield route, f"bij deze waarde ontbreekt ‘{key}’", _EXAMPLE
    for key, value in entry.items():
        if key not in _KEYS:
            near = closest(key, _KEYS - {*entry})
            advice = f"bedoelde u ‘{near}’?" if near else f"kies uit: {', '.join(sorted(_KEYS))}"
            yield route / key, f"onbekende sleutel ‘{key}’", advice
        elif not isinstance(value, str | int):
            yield route / key, f"‘{key}’ hoort een tekst te zijn", f"schrijf {key}: 'tekst'"


def _diagnostic(tree: Tree, route: Route, *, message: str, advice: str) -> Diagnostic:
    unknown = isinstance(route.steps[-1], str) and route.steps[-1] not in {*_KEYS, "waarden"}
    return Diagnostic(
        name=tree.source.name,
        span=tree.locate(route, on_key=unknown),
        code=faults.BAD_VALUE_LIST,
        message=message,
        help=advice,
        source=tree.source,
        route=str(route),
    )
