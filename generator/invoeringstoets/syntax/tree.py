"""Plain data together with where each piece of it stands in the text."""

from __future__ import annotations

from functools import cached_property

from invoeringstoets import syntax
from invoeringstoets.record import record
from invoeringstoets.route import Route
from invoeringstoets.source import Source, Span
from invoeringstoets.syntax.place import Place


@record(frozen=True)
class Tree:
    """Data that YAML could hold (dict, list, str, int, float, bool, None) and its positions.

    ``repeated`` are the routes of keys that stand there twice: of those only the first is in it.
    ``place`` is that of the data if it is known; else it is found when first asked for, because
    most files are sound and nobody asks.
    """

    source: Source
    data: object
    place: Place | None = None
    repeated: tuple[Route, ...] = ()

    @cached_property
    def root(self) -> Place:
        """The place of the data as a whole."""
        return self.place or syntax.place_of(self.source.text)

    def locate(self, route: Route, *, on_key: bool = False) -> Span:
        """The span of the value at a route, or of its key; of its nearest parent if it is absent.

        A parent is shown by its key, or by its first key where it has none (the root, an item of
        a list). An empty value is shown by its key as well: there is nothing else to point at.
        """
        place, key = self.root, None
        for step in route.steps:
            found = _child(place, step)
            if found is None:
                on_key = True
                break
            key = place.keys.get(str(step))
            place = found
        empty = place.start >= place.end
        if on_key or empty or (not route.steps and not key):
            return self._span(*(key or _head(place)))
        return self._span(place.start, place.end)

    def offsets(self, route: Route, *, on_key: bool = False) -> tuple[int, int] | None:
        """Where the value at a route stands, or its key; ``None`` if it is not there."""
        above, place = self._at(route.parent), self._at(route)
        if on_key:
            return above.keys.get(str(route.steps[-1])) if above and route.steps else None
        return (place.start, place.end) if place else None

    def items(self, route: Route) -> tuple[tuple[int, int], ...]:
        """Where the items of the list at a route stand; none if there is no list."""
        place = self._at(route)
        found = place.items if place is not None and isinstance(place.items, list) else []
        return tuple((item.start, item.end) for item in found)

    def locate_within(self, route: Route, start: int, *, end: int) -> Span:
        """The span of a part of the text at a route; of the whole value where that is not sure.

        ``start`` and ``end`` count characters of the value, as it is after folding and unescaping.
        """
        place: Place | None = self.root
        value = self.data
        for step in route.steps:
            place = _child(place, step) if place else None
            value = _value(value, step)
        if place is None or not isinstance(value, str) or not 0 <= start < end <= len(value):
            return self.locate(route)
        offsets = syntax.align(value, self.source.text[place.start : place.end])
        if offsets is None:
            return self.locate(route)
        return self._span(place.start + offsets[start][0], place.start + offsets[end - 1][1])

    def exists(self, route: Route) -> bool:
        """Whether there is a value (also an empty one) at this route."""
        return self._at(route) is not None

    def _at(self, route: Route) -> Place | None:
        place: Place | None = self.root
        for step in route.steps:
            place = _child(place, step) if place else None
        return place

    def _span(self, start: int, end: int) -> Span:
        text = self.source.text[start:end].rstrip()
        end = start + max(len(text), 0)
        return Span(self.source.position(start), self.source.position(end))


def _child(place: Place, step: str | int) -> Place | None:
    if isinstance(place.items, dict):
        return place.items.get(str(step))
    if isinstance(step, int) and 0 <= step < len(place.items):
        return place.items[step]
    return None


def _value(data: object, step: str | int) -> object:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return data[step]
    return None


def _head(place: Place) -> tuple[int, int]:
    """What stands for a value without a key: its first key, its first item, or itself."""
    while place.items and not place.keys and isinstance(place.items, list):
        place = place.items[0]
    return next(iter(place.keys.values()), (place.start, place.end))
