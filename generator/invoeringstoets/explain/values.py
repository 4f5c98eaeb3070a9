"""What a value is: of the right kind, one of the choices, in the right form."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from invoeringstoets.diagnostic import Finding, Quoted, Remedy
from invoeringstoets.explain.error import Node, SchemaError, label, listed, purpose, route_of, shown
from invoeringstoets.explain.form import form_finding, form_remedy
from invoeringstoets.explain.meant import THOUSANDS, whole_number
from invoeringstoets.explain.similar import asked, likely, sole
from invoeringstoets.route import Route

_KINDS = {
    "string": "een tekst",
    "integer": "een heel getal",
    "number": "een getal",
    "boolean": "true of false",
    "array": "een lijst",
    "object": "een groep sleutels",
    "null": "niets",
}
_YES_NO = {"ja": "true", "yes": "true", "waar": "true", "nee": "false", "no": "false"}
_ROOT_ADVICE = "een toets is een reeks regels ‘sleutel: waarde’; begin met ‘toets nieuw’"
_LEAST = 3
"""A shorter word may be another choice rather than a slip of the pen (``tk``, ``ek``)."""
_LEAST_LISTED = 4
"""In a list of values there are abbreviations of three letters, and projects add their own."""
_FEW = 8
_SOME = 3
_MANY = 40


def value_findings(errors: Iterable[SchemaError]) -> Iterator[Finding]:
    """One finding per value: of several failed keywords the one that must be solved first."""
    first: dict[Route, SchemaError] = {}
    for error in errors:
        known = first.get(route_of(error))
        if known is None or _rank(error) < _rank(known):
            first[route_of(error)] = error
    for route, error in first.items():
        yield _EXPLAINERS.get(error.validator, _other)(error, route)


def _rank(error: SchemaError) -> int:
    order = list(_EXPLAINERS)
    return order.index(error.validator) if error.validator in order else len(order)


def _kind(value: object) -> str:
    """What an author sees a value to be."""
    if isinstance(value, bool):
        return f"‘{str(value).lower()}’"
    if isinstance(value, int | float):
        return "een getal"
    if isinstance(value, str):
        return "een tekst"
    return "een lijst" if isinstance(value, list) else "een groep sleutels"


def _empty(route: Route, *, written: object = None) -> Finding:
    advice = "vul een waarde in; is er niets in te vullen, haal de regel dan weg"
    if written is None:
        advice += "\nbegint de tekst met ‘#’, zet haar dan tussen aanhalingstekens"
    return Finding("T109", route, f"{label(route)} is leeg", advice, on_key=True)


def _type(error: SchemaError, route: Route) -> Finding:
    if error.instance is None:
        return _empty(route)
    if "enum" in error.schema and not isinstance(error.instance, list | dict):
        return _wrong_choice(error, route, values=error.schema["enum"])
    wanted = error.validator_value
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    message = f"{label(route)} hoort {' of '.join(_KINDS[name] for name in names)} te zijn"
    message += f", maar is {_kind(error.instance)}"
    advice = _type_advice(error.instance, names) if route.steps else _ROOT_ADVICE
    parts = (advice or purpose(error.schema), _example(error.schema) if route.steps else "")
    help_text = "\n".join(part for part in parts if part)
    return Finding("T105", route, message, help_text, remedy=_type_remedy(error.instance, names))


def _example(node: Node) -> str:
    """What may stand there, from the schema: an example, a choice, or the keys."""
    some = [*node.get("examples", ()), *node.get("enum", ())][:1]
    if some:
        shape = f"[{', '.join(map(str, some[0]))}]" if isinstance(some[0], list) else some[0]
        return f"bijvoorbeeld ‘{shown(shape)}’"
    keys = node.get("required") or list(node.get("properties", ()))[:_SOME]
    return f"de sleutels zijn bijvoorbeeld {listed(keys)}" if keys else ""


def _type_remedy(value: object, wanted: list[str]) -> Remedy | None:
    """The value in the kind that is asked for, where there is no doubt which value that is."""
    if "boolean" in wanted and isinstance(value, str):
        word = _YES_NO.get(value.lower(), value.lower())
        return word == "true" if word in {"true", "false"} else None
    if "string" in wanted and isinstance(value, int | float):
        return Quoted()
    if {"integer", "number"} & {*wanted} and isinstance(value, str):
        return whole_number(value)
    return None


def _type_advice(value: object, wanted: list[str]) -> str:
    if "boolean" in wanted and str(value).lower() in _YES_NO | {"true": "", "false": ""}:
        return f"schrijf {_YES_NO.get(str(value).lower(), str(value).lower())}"
    if "string" in wanted and isinstance(value, int | float):
        return f"zet de waarde tussen aanhalingstekens: '{shown(value)}'"
    if {"integer", "number"} & {*wanted} and THOUSANDS.fullmatch(str(value)):
        return f"schrijf {str(value).replace('.', '')}: een getal heeft geen punt bij duizend"
    if "array" in wanted:
        return "zet elk onderdeel op een eigen regel die met ‘- ’ begint"
    if "object" in wanted:
        return "zet de sleutels ingesprongen op de regels eronder: ‘sleutel: waarde’"
    if "string" in wanted and isinstance(value, Mapping):
        return "staat er een dubbele punt in de tekst, zet hem dan tussen aanhalingstekens"
    if "string" in wanted and isinstance(value, list):
        return "schrijf één waarde achter de dubbele punt, zonder ‘- ’ en zonder haken"
    return ""


def _enum(error: SchemaError, route: Route) -> Finding:
    return _wrong_choice(error, route, values=error.validator_value)


def _wrong_choice(error: SchemaError, route: Route, *, values: Iterable[object]) -> Finding:
    choices = [str(choice) for choice in values]
    words = likely(str(error.instance), choices)
    meant = words[0] if words else None
    advice = asked(words) if words else _choices(error, choices)
    own = error.schema.get("x-uitleg", "")
    message = f"‘{shown(error.instance)}’ is geen geldige waarde voor {label(route)}"
    least = _LEAST_LISTED if "x-waardelijst" in error.schema else _LEAST
    certain = meant is not None and meant == sole(str(error.instance), choices, least=least)
    remedy = meant if certain and route.steps[-1:] != ("id",) else None
    help_text = "\n".join(part for part in (advice, own) if part)
    return Finding("T106", route, message, help_text, remedy=remedy)


def _choices(error: SchemaError, choices: list[str]) -> str:
    meanings = error.schema.get("enumDescriptions", ())
    if len(choices) <= _FEW and len(meanings) == len(choices) and all(meanings):
        lines = (f"{c}: {m}" for c, m in zip(choices, meanings, strict=True))
        return "\n".join(("kies uit:", *lines))
    some = ", ".join(islice(choices, _MANY)) + (", …" if len(choices) > _MANY else "")
    value_list = error.schema.get("x-waardelijst")
    more = f"\nof vul de waardelijst ‘{value_list}’ van uw project aan" if value_list else ""
    return f"kies uit: {some}{more}"


def _const(error: SchemaError, route: Route) -> Finding:
    message = f"{label(route)} kan alleen ‘{shown(error.validator_value)}’ zijn"
    return Finding("T106", route, message, purpose(error.schema))


def _not(error: SchemaError, route: Route) -> Finding:
    message = f"{label(route)} kan hier niet ‘{shown(error.instance)}’ zijn"
    return Finding("T106", route, message, purpose(error.schema))


def _min_length(error: SchemaError, route: Route) -> Finding:
    if not error.instance:
        return _empty(route, written=error.instance)
    size, least = len(error.instance), error.validator_value
    message = f"{label(route)} telt {size} tekens; het minimum is {least}"
    return Finding("T111", route, message, purpose(error.schema))


def _max_length(error: SchemaError, route: Route) -> Finding:
    size, most = len(error.instance), error.validator_value
    message = f"{label(route)} telt {size} tekens; het maximum is {most}"
    return Finding("T111", route, message, purpose(error.schema))


def _items(error: SchemaError, route: Route) -> Finding:
    if not error.instance:
        return _empty(route, written=error.instance)
    size, bound = len(error.instance), error.validator_value
    which = "minstens" if error.validator == "minItems" else "hoogstens"
    message = f"{label(route)} heeft {size} onderdelen; dat moeten er {which} {bound} zijn"
    return Finding("T111", route, message, purpose(error.schema))


def _properties(error: SchemaError, route: Route) -> Finding:
    node = error.schema
    keys = list(node.get("properties", ()))
    exactly = node.get("minProperties") == node.get("maxProperties") == 1
    how = "precies één" if exactly else error.validator_value
    which = "" if exactly else "minstens " if error.validator == "minProperties" else "hoogstens "
    message = f"vul bij {label(route)} {which}{how} van deze sleutels in: {', '.join(keys)}"
    return Finding("T108", route, message, node.get("x-uitleg", ""), on_key=True)


def _unique(error: SchemaError, route: Route) -> Finding:
    seen: set[object] = set()
    for index, item in enumerate(error.instance):
        compound = isinstance(item, dict | list)
        key = json.dumps(item, sort_keys=True) if compound else (type(item) is bool, item)
        if key in seen:
            message = f"{label(route)} bevat {label(route / index)} al eerder"
            if not compound:
                message = f"‘{shown(item)}’ staat twee keer in {label(route)}"
            return Finding("T112", route / index, message, "haal een van de twee weg")
        seen.add(key)
    return _other(error, route)


def _range(error: SchemaError, route: Route) -> Finding:
    which = "klein" if error.validator in {"minimum", "exclusiveMinimum"} else "groot"
    bound = "kleinste" if which == "klein" else "grootste"
    message = (
        f"{shown(error.instance)} is te {which} voor {label(route)};"
        f" de {bound} waarde is {error.validator_value}"
    )
    remedy = form_remedy(error, route) if "pattern" in error.schema else None
    return Finding("T110", route, message, purpose(error.schema), remedy=remedy)


def _other(error: SchemaError, route: Route) -> Finding:
    message = f"{label(route)} voldoet niet aan het schema"
    return Finding("T119", route, message, purpose(error.schema))


_EXPLAINERS: dict[str, Callable[[SchemaError, Route], Finding]] = {
    "type": _type,
    "minLength": _min_length,
    "const": _const,
    "not": _not,
    "enum": _enum,
    "pattern": form_finding,
    "minimum": _range,
    "exclusiveMinimum": _range,
    "maximum": _range,
    "exclusiveMaximum": _range,
    "maxLength": _max_length,
    "minItems": _items,
    "maxItems": _items,
    "minProperties": _properties,
    "maxProperties": _properties,
    "uniqueItems": _unique,
}
"""By keyword, what must be solved first on top; any other keyword gets ``_other``."""
