"""Finding one's way in a toets: values by pattern, and what a reader calls a place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from typing import Any

from invoeringstoets.explain.similar import asked, likely, one_slip
from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT, Route

NOUNS: Mapping[str, str] = {
    "organisaties": "organisatie",
    "kerncijfers": "kerncijfer",
    "signalen": "signaal",
    "aannames": "aanname",
    "bevindingen": "bevinding",
    "conclusies": "conclusie",
    "aanbevelingen": "aanbeveling",
    "acties": "actie",
    "bronnen": "bron",
    "onderzoeksvragen": "onderzoeksvraag",
    "voetnoten": "voetnoot",
}
"""What one item of a list with ids is called."""

_SHOWN = 8
_BARE = frozenset({bool, int, float, type(None)})

Steps = tuple[str | int, ...]


def plain(data: object, pattern: str) -> list[Any]:
    """All values at a pattern without their routes, as ``values`` finds them: that is faster."""
    found: list[Any] = [data]
    for name, walk in _parsed(pattern):
        inner = [value for one in found if (value := getattr(one, name)) is not None]
        found = [item for value in inner for item in _walked(value, walk)] if walk else inner
    return found


def _walked(value: object, walk: str) -> Iterable[object]:
    if walk == "[]" and isinstance(value, tuple):
        return value
    return value.values() if walk == "{}" and isinstance(value, Mapping) else (value,)


def values(data: object, pattern: str, *, route: Route = ROOT) -> Iterator[tuple[Route, object]]:
    """All values at a pattern, each with its route; what is not filled in is passed over.

    ``acties[].grondslag[].ref`` walks lists, ``centrale_vragen{}.antwoord`` walks a mapping.
    """
    found: list[tuple[Steps, object]] = [(route.steps, data)]
    for name, walk in _parsed(pattern):
        found = [
            one
            for steps, inner in found
            for one in _items(getattr(inner, name), walk, steps=(*steps, name))
        ]
    return ((Route(steps), value) for steps, value in found)


@cache
def _parsed(pattern: str) -> tuple[tuple[str, str], ...]:
    """The names in a pattern, each with what is walked there: ``[]``, ``{}`` or nothing."""
    names = [(step.rstrip("[]{}"), step) for step in pattern.split(".")]
    return tuple((name, step[len(name) :]) for name, step in names)


def texts(data: object, pattern: str) -> Iterator[tuple[Route, str]]:
    """The values at a pattern that are text."""
    for route, value in values(data, pattern):
        if isinstance(value, str):
            yield route, value


def leaves(toets: Toets) -> tuple[tuple[Steps, str], ...]:
    """Every text in a toets with the steps of its route.

    Ask ``whole_text`` first whether it is worth the walk.
    """
    return _leaves(Same(toets))


def said(toets: Toets) -> tuple[str, ...]:
    """Every text in a toets, without its route."""
    return _said(Same(toets))


def whole_text(toets: Toets) -> str:
    """All texts of a toets with a NUL between them, which no text holds.

    It begins and ends with one too. A sign that is nowhere in it is in none of them: asking once is
    faster than asking each.
    """
    return _whole_text(Same(toets))


def mentions(toets: Toets, *signs: str) -> bool:
    """Whether any text in a toets holds one of these signs."""
    text = whole_text(toets)
    return any(sign in text for sign in signs)


@dataclass(frozen=True, eq=False)
class Same:
    """A toets as a key of a cache: equal to nothing but itself."""

    toets: Toets

    def __hash__(self) -> int:
        return id(self.toets)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.toets is self.toets


@lru_cache(maxsize=1)
def _leaves(same: Same) -> tuple[tuple[Steps, str], ...]:
    """One walk for all rules that read every text: they run on the same toets in turn."""
    found: list[tuple[Steps, str]] = []
    _gather(same.toets, (), found=found)
    return tuple(found)


@lru_cache(maxsize=1)
def _said(same: Same) -> tuple[str, ...]:
    found: list[str] = []
    _add(same.toets, found)
    return tuple(found)


@lru_cache(maxsize=1)
def _whole_text(same: Same) -> str:
    return "\0".join(["", *_said(same), ""])


def _add(data: object, found: list[str]) -> None:
    """Add every text in a value; this runs for each value of each file, so it makes no steps."""
    for item in _held(data):
        kind = type(item)
        if kind is str:
            if item:
                found.append(item)
        elif item and kind not in _BARE:
            _add(item, found)


def _held(data: Any) -> Iterable[Any]:  # noqa: ANN401 -- whatever a toets holds
    """The values directly in a value."""
    if type(data) is tuple:
        return data
    if _names(type(data)):  # type: ignore[arg-type]  # mypy: a class cannot be hashed
        inside: Iterable[Any] = data.__dict__.values()
        return inside
    return data.values() if isinstance(data, Mapping) else ()


def _gather(data: object, steps: Steps, *, found: list[tuple[Steps, str]]) -> None:
    """Add every text in a value with its steps."""
    for step, item in _inside(data):
        if type(item) is str:
            if item:
                found.append(((*steps, step), item))
        elif item and type(item) not in _BARE:
            _gather(item, (*steps, step), found=found)


def _inside(data: object) -> Iterable[tuple[str | int, object]]:
    """The values directly in a value, each with its step."""
    if isinstance(data, tuple):
        return enumerate(data)
    names = _names(type(data))  # type: ignore[arg-type]  # mypy: a class cannot be hashed
    if names:
        return zip(names, map(data.__getattribute__, names), strict=True)
    return data.items() if isinstance(data, Mapping) else ()


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a class, if it is a dataclass; to ask each value again takes longer."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def subject(toets: Toets, route: Route) -> str:
    """What a reader calls the thing that a route lies in: ``actie ‘a2’``, or its named path."""
    data: object = toets
    found = ""
    for above, step in zip(("", *route.steps), route.steps, strict=False):
        data = _step(data, step)
        noun, item_id = NOUNS.get(str(above)), getattr(data, "id", None)
        if noun and isinstance(item_id, str):
            found = f"{noun} ‘{item_id}’"
    return found or f"‘{path(named_parent(route))}’"


def named_parent(route: Route) -> Route:
    """The route of what a field lies in, list indexes at the end left out."""
    while route.steps and isinstance(route.steps[-1], int):
        route = route.parent
    return route.parent


def path(route: Route) -> str:
    """The names on a route without list indexes: an author does not count from nought."""
    return ".".join(step for step in route.steps if isinstance(step, str))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Advice for an unknown word: the nearest known one, or which there are."""
    choices = list(dict.fromkeys(known))
    near: Sequence[str] = likely(word, choices)
    if not near and not one_slip(word, choices):
        near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return asked(near)
    if not choices:
        return ""
    shown = ", ".join(choices[:_SHOWN])
    return f"bekend: {shown}" + (" …" if len(choices) > _SHOWN else "")


def _items(value: object, walk: str, *, steps: Steps) -> Iterable[tuple[Steps, object]]:
    """The value itself, or with ``[]`` or ``{}`` each of its items."""
    if value is None:
        return ()
    if walk == "[]" and isinstance(value, tuple):
        return [((*steps, index), item) for index, item in enumerate(value)]
    if walk == "{}" and isinstance(value, Mapping):
        return [((*steps, key), item) for key, item in value.items()]
    return ((steps, value),)


def _step(data: object, step: str | int) -> object:
    """What lies one step further; ``None`` where there is nothing."""
    if isinstance(step, int):
        return data[step] if isinstance(data, tuple) and step < len(data) else None
    if isinstance(data, Mapping):
        return data.get(step)
    return getattr(data, step, None)
