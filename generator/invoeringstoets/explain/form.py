"""A value that is written in another way than its pattern asks (T107)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from invoeringstoets.diagnostic import Finding, Remedy
from invoeringstoets.explain.error import Node, SchemaError, label, listed, purpose, shown
from invoeringstoets.explain.meant import iso_date, no_such_day, whole_number
from invoeringstoets.explain.similar import sole
from invoeringstoets.route import Route

_CURLY = "\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
"""The quotes of word processors, which are characters like any other in YAML."""
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Characters without width, which come along when one copies."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_NEVER = "(?!)"


def form_finding(error: SchemaError, route: Route) -> Finding:
    """T107: what the value looks like, what it should look like, and what was meant if certain."""
    remedy = form_remedy(error, route)
    message = f"‘{shown(error.instance)}’ heeft niet de vorm van {label(route)}"
    help_text = "\n".join(_advice(error, route, remedy=remedy))
    return Finding("T107", route, message, help_text, remedy=remedy)


def _advice(error: SchemaError, route: Route, *, remedy: Remedy | None) -> Iterator[str]:
    """What to do, from certain to general; what is certain makes examples superfluous."""
    text, node = error.instance, error.schema
    certain = _certain(text, route, node=node)
    if text != text.strip():
        yield "haal de spaties, lege regels en een eventuele ‘|’ rond de waarde weg"
        return
    if remedy is not None or certain:
        yield certain or f"schrijf {remedy}"
    if what := node.get("description") or purpose(node):
        yield what
    if node.get("x-verwijst") and not certain:
        yield f"schrijf het id zoals het staat bij ‘{node['x-verwijst']}’"
    examples = [str(example) for example in node.get("examples", ())]
    if examples:
        yield f"bijvoorbeeld {listed(examples, 'of')}"


def _certain(text: str, route: Route, *, node: Node) -> str:
    """Which slip of the pen it is (Dutch), where the text shows that; else empty."""
    seen = text.translate(_UNSEEN)
    if seen != text and _fits(node, seen):
        return f"haal de onzichtbare tekens weg: {seen}"
    bare = text.strip(_CURLY)
    if bare != text and _fits(node, bare):
        return f"haal de aanhalingstekens weg: {bare}"
    numeric = {"number", "integer"} & {*node.get("type", ())}
    if numeric and whole_number(text) is None and _NUMBER.fullmatch(text):
        return f"haal de aanhalingstekens weg: {text}"
    parts = text.split()
    in_list = isinstance(route.steps[-1:][0] if route.steps else "", int)
    if in_list and len(parts) > 1 and all(_fits(node, part.strip(",;")) for part in parts):
        several = ", ".join(part.strip(",;") for part in parts)
        return f"zet een komma tussen de onderdelen: [{several}]"
    return no_such_day(text) if _fits(node, "2000-01-01") else ""


def _fits(node: Node, text: str) -> bool:
    return re.search(node.get("pattern", _NEVER), text) is not None


def form_remedy(error: SchemaError, route: Route) -> Remedy | None:
    """The value in the form that the pattern asks for, where only the notation differs."""
    text, node = str(error.instance), error.schema
    if route.steps[-1:] == ("id",):
        return None
    ways = (text.strip(), text.strip(_CURLY), text.translate(_UNSEEN), text.rstrip(" ,;."))
    for written in (*ways, iso_date(text)):
        if written is not None and _fits(node, written):
            return written
    words = [word for word in node.get("examples", ()) if str(word).isalpha()]
    if meant := sole(text.strip(), words):
        return meant
    kinds = node.get("type", ())
    return whole_number(text.strip()) if {"number", "integer"} & {*kinds} else None
