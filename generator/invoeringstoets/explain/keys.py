"""Which keys a mapping has: unknown, missing, and those that go together or do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from invoeringstoets.diagnostic import Finding
from invoeringstoets.explain.error import (
    Node,
    SchemaError,
    field,
    label,
    listed,
    purpose,
    resolve,
    route_of,
    shown,
    way,
)
from invoeringstoets.explain.similar import asked, closest, likely, one_slip, sole
from invoeringstoets.route import ROOT, Route

_NEAR_MISSING = 0.6
"""A key that is missing needs less likeness to be what somebody meant."""
_LEAST = 2
"""Even a short key may be taken for another: few fit, and what is under it has to fit as well."""
_FEW = 12
_MOST = 50
"""So many unknown keys of one mapping are told; more would help nobody."""


@dataclass(frozen=True)
class _Missing:
    """A key (or one of several) that a mapping should have.

    ``fields`` is what the table of requirements asks for there, if it is that which asks.
    """

    route: Route
    keys: tuple[str, ...]
    finding: Finding
    fields: str = ""


def concerns_keys(error: SchemaError) -> bool:
    """Whether an error says which keys a mapping has, rather than what a value is."""
    if error.validator == "not":
        return bool(_forbidden(error))
    if error.validator in {"anyOf", "oneOf"}:
        return any(branch.get("required") for branch in error.validator_value)
    return error.validator in {"additionalProperties", "required"}


def key_findings(errors: Iterable[SchemaError], data: object, *, schema: Node) -> Iterator[Finding]:
    """The findings on keys; a missing key that is only misspelt is told once, as a suggestion."""
    unknown: list[tuple[SchemaError, str]] = []
    missing: dict[tuple[Route, tuple[str, ...], str], _Missing] = {}
    for error in errors:
        if error.validator == "additionalProperties":
            strange = (key for key in error.instance if key not in _known(error.schema))
            unknown += [(error, key) for key in islice(strange, _MOST)]
        elif error.validator == "not":
            yield _excluded(error)
        else:
            for lack in _missing(error, data, schema=schema):
                missing.setdefault((lack.route, lack.keys, lack.finding.message), lack)
    for error, key in unknown:
        route = route_of(error)
        wanted = [k for lack in missing.values() if lack.route == route for k in lack.keys]
        free = [name for name in _known(error.schema) if name not in error.instance]
        words = _meant(key, wanted=wanted, free=free)
        home, meant = (route, words[0]) if words else (_home(key, error, schema=schema), key)
        for place in [p for p, lack in missing.items() if p[0] == home and meant in lack.keys]:
            del missing[place]
        yield Finding(
            "T102",
            route / key,
            f"onbekende sleutel ‘{shown(key)}’",
            asked(words) if words else _elsewhere(error, home),
            on_key=True,
            remedy=_certain(key, meant, free=free, wanted=wanted) if words else None,
        )
    yield from _told(missing.values(), schema=schema)


def _told(missing: Iterable[_Missing], *, schema: Node) -> Iterator[Finding]:
    """One finding for each key that is missing, whoever asks for it and whatever is to be in it."""
    lacks = list(missing)
    always = {(lack.route, key) for lack in lacks if not lack.fields for key in lack.keys}
    groups: dict[tuple[object, ...], list[_Missing]] = {}
    for lack in lacks:
        if not lack.fields:
            yield lack.finding
        elif not any((lack.route, key) in always for key in lack.keys):
            groups.setdefault((lack.route, lack.keys), []).append(lack)
    for group in groups.values():
        yield group[0].finding if len(group) == 1 else _together(group, schema=schema)


def _together(group: list[_Missing], *, schema: Node) -> Finding:
    """One finding for a key that is missing with all that should be in it."""
    first, (key, *_) = group[0], group[0].keys
    above, _, _ = first.fields.partition(f"{key}.")
    inside = [lack.fields.replace(f"{above}{key}.", "") for lack in group]
    names = [name.replace("|", " of ") for name in inside if "[]" not in name]
    reason = first.finding.message.partition("; ")[2]
    return replace(
        first.finding,
        message=f"‘{key}’ ontbreekt, met daarin {listed(names)}; {reason}",
        help=purpose(field(above + key, schema)),
    )


def _meant(key: str, *, wanted: list[str], free: list[str]) -> tuple[str, ...]:
    """What an unknown key may be a slip for: a key that is missing goes before one that may be."""
    slips = one_slip(key, wanted) or likely(key, free)
    missing = None if one_slip(key, slips) else closest(key, wanted, near=_NEAR_MISSING)
    return (missing,) if missing else slips


def _certain(key: str, meant: str, *, free: list[str], wanted: list[str]) -> str | None:
    """The key that is suggested, if no other is as near."""
    only = sole(key, dict.fromkeys((*wanted, *free)), least=_LEAST)
    return meant if meant == only else None


def _known(node: Node) -> Mapping[str, Node]:
    properties: Mapping[str, Node] = node.get("properties", {})
    return properties


def _home(key: str, error: SchemaError, *, schema: Node) -> Route | None:
    """The mapping in which an unknown key does belong, if it only stands at the wrong level."""
    if error.path:
        return ROOT if key in _known(schema) else None
    owners = [name for name, node in _known(schema).items() if key in _known(resolve(node, schema))]
    return ROOT / owners[0] if len(owners) == 1 else None


def _elsewhere(error: SchemaError, home: Route | None) -> str:
    """Where an unknown key does belong, or else what may stand here."""
    if home == ROOT:
        return "deze sleutel hoort op het hoogste niveau: zonder inspringing"
    if home is not None:
        return f"deze sleutel hoort onder {label(home)}: twee spaties ingesprongen"
    free = [name for name in _known(error.schema) if name not in error.instance]
    if not free or len(free) > _FEW:
        return "haal de sleutel weg; ‘toets schema’ toont welke sleutels er zijn"
    return f"haal de sleutel weg, of kies uit: {', '.join(free)}"


def _missing(error: SchemaError, data: object, *, schema: Node) -> Iterator[_Missing]:
    """What is missing because of a ``required``, or an ``anyOf``/``oneOf`` of those."""
    passed = way(error, schema)
    demand = next((node for node in passed if "x-verplicht" in node), None)
    if demand is not None and demand["x-verplicht"]:
        yield _demanded(error, data, fields=_fields(passed), schema=schema)
        return
    route = route_of(error)
    if error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                yield _plainly_missing(error, key, passed=passed, schema=schema)
        return
    keys = tuple(key for branch in error.validator_value for key in branch.get("required", ()))
    present = [key for key in keys if key in error.instance]
    message = (
        f"bij {label(route)} horen {listed(present)} niet samen"
        if present
        else f"bij {label(route)} ontbreekt {listed(keys, 'of')}"
    )
    finding = Finding("T108", route, message, purpose(error.schema), on_key=True)
    yield _Missing(route, keys, finding)


def _plainly_missing(
    error: SchemaError, key: str, *, passed: tuple[Node, ...], schema: Node
) -> _Missing:
    route = route_of(error)
    holder = next((node for node in reversed(passed) if key in _known(node)), {})
    help_text = error.schema.get("x-uitleg", "") if key not in _known(error.schema) else ""
    help_text = help_text or purpose(resolve(_known(holder).get(key, {}), schema))
    where = f" bij {label(route)}" if route.steps else ""
    message = f"verplichte sleutel ‘{key}’ ontbreekt{where}"
    finding = Finding("T103", route / key, message, help_text, on_key=True)
    return _Missing(route, (key,), finding)


def _fields(passed: tuple[Node, ...]) -> str:
    return next(str(node["x-velden"]) for node in reversed(passed) if "x-velden" in node)


def _demanded(error: SchemaError, data: object, *, fields: str, schema: Node) -> _Missing:
    """What the table of requirements asks for at this status, kind and completeness."""
    route = route_of(error)
    paths = fields.split("|")
    names = [path.rpartition(".")[2] if "[]" in path else path for path in paths]
    where = f" bij {label(route)}" if "[]" in fields else ""
    demand = next(node for node in way(error, schema) if "x-verplicht" in node)["x-verplicht"]
    finding = Finding(
        "T104",
        route if route.steps else ROOT / "status",
        f"{listed(names, 'of')} ontbreekt{where}; verplicht bij {_reason(data, demand)}",
        purpose(field(paths[0], schema)),
        on_key=bool(route.steps),
    )
    depth = sum(isinstance(step, str) for step in route.steps)
    keys = [path.replace("[]", "").split(".")[depth] for path in paths]
    return _Missing(route, tuple(dict.fromkeys(keys)), finding, fields)


def _reason(data: object, demand: Node) -> str:
    """The values in the file that make a field required, those that tell something."""
    values = data if isinstance(data, Mapping) else {}
    telling = [key for key, wanted in demand.items() if key == "status" or len(wanted) == 1]
    return " en ".join(f"{key} ‘{values[key]}’" for key in telling if key in values)


def _forbidden(error: SchemaError) -> list[str]:
    """The keys of a mapping that a ``not`` objects to; empty if it objects to something else."""
    branches = error.validator_value.get("anyOf", [error.validator_value])
    keys = [key for branch in branches for key in branch.get("required", ())]
    return [key for key in keys if isinstance(error.instance, dict) and key in error.instance]


def _excluded(error: SchemaError) -> Finding:
    """Keys that are there and should not be, or not together."""
    keys = _forbidden(error)
    together = len(keys) > 1 and "anyOf" not in error.validator_value
    alone = "hoort hier niet" if len(keys) == 1 else "horen hier niet"
    return Finding(
        "T108",
        route_of(error) / keys[-1],
        f"{listed(keys)} {'gaan niet samen' if together else alone}",
        purpose(error.schema),
        on_key=True,
    )
