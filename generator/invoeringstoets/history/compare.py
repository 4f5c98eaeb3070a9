"""What is different between two versions of a toets: by id, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from invoeringstoets.history.marked import pieces
from invoeringstoets.history.values import Change, Kind
from invoeringstoets.history.wording import Node, Wording
from invoeringstoets.model import Toets, ValueLists

IGNORED = frozenset(("schemaversie",))
"""Fields that say nothing to a reader."""

NATURAL_KEYS = ("id", "rij", "kamer", "nummer", "grootheid")
"""The fields that tell the items of a list apart, if they are all there and all different."""

Value = Any
"""Anything that a field of the model can hold."""

_ANCHORED = {
    "acties": "actie",
    "aanbevelingen": "aanbeveling",
    "bevindingen": "bevinding",
    "bronnen": "bron",
    "conclusies": "conclusie",
}
"""The lists whose items have an id on the page, and how that id begins."""


@dataclass(frozen=True)
class _Place:
    """Where a value stands, in words: the thing it belongs to, and the fields on the way to it."""

    item: str = ""
    anchor: str = ""
    way: tuple[str, ...] = ()

    def __truediv__(self, title: str) -> _Place:
        return replace(self, way=(*self.way, title))

    def change(self, kind: Kind, **more: Value) -> Change:
        return Change(kind, self.item, self.anchor, ": ".join(self.way), **more)


def changes(
    before: Toets, after: Toets, *, schema: Node, value_lists: ValueLists
) -> tuple[Change, ...]:
    """Every difference, in the order of the schema."""
    comparison = _Comparison(
        Wording(schema, value_lists, before), Wording(schema, value_lists, after)
    )
    return tuple(comparison.objects(before, after, node=schema, place=_Place()))


@dataclass(frozen=True)
class _Comparison:
    """Walks two values side by side, with the words for either."""

    old: Wording
    new: Wording

    def objects(
        self, before: Value, after: Value, *, node: Node, place: _Place
    ) -> Iterator[Change]:
        """The fields of two objects of one kind; a status is told with its date."""
        dated = (
            before.status_datum != after.status_datum if hasattr(after, "status_datum") else False
        )
        for field in fields(after):
            old, new = getattr(before, field.name), getattr(after, field.name)
            told = dated and field.name == "status_datum" and before.status != after.status
            if old == new or field.name in IGNORED or told:
                continue
            inner = self.new.inside(node, field.name)
            here = place / self.new.title(node, field.name)
            found = self.values(old, new, node=inner, place=here, name=field.name)
            if field.name == "status" and dated and after.status_datum:
                found = (replace(change, on=after.status_datum) for change in found)
            yield from found

    def values(
        self, before: Value, after: Value, *, node: Node, place: _Place, name: str
    ) -> Iterator[Change]:
        """Two different values of one field."""
        sample = after if after not in (None, ()) else before
        if isinstance(sample, tuple) and sample and is_dataclass(sample[0]):
            yield from self.lists(before or (), after or (), node=node, place=place, name=name)
        elif isinstance(sample, Mapping):
            yield from self.mappings(before, after, node=node, place=place)
        elif is_dataclass(before) and is_dataclass(after):
            yield from self.objects(before, after, node=node, place=place)
        else:
            yield self.plain(before, after, node=node, place=place)

    def plain(self, before: object, after: object, *, node: Node, place: _Place) -> Change:
        """A value that was filled in, emptied or changed."""
        old, new = self.old.value(before, node), self.new.value(after, node)
        if not old or not new:
            kind = Kind.ADDED if new else Kind.REMOVED
            return place.change(kind, before=old, after=new)
        marked = pieces(old, new) if self.new.is_text(node) else ()
        return place.change(Kind.CHANGED, before=old, after=new, pieces=marked)

    def mappings(
        self, before: Mapping[str, Value], after: Mapping[str, Value], *, node: Node, place: _Place
    ) -> Iterator[Change]:
        """Objects by key, such as the six questions."""
        for key in dict.fromkeys((*before, *after)):
            old, new = before.get(key), after.get(key)
            if old == new:
                continue
            inner, here = self.new.inside(node, key), place / key
            yield from self.values(old, new, node=inner, place=here, name=key)

    def lists(
        self,
        before: Sequence[Value],
        after: Sequence[Value],
        *,
        node: Node,
        place: _Place,
        name: str,
    ) -> Iterator[Change]:
        """Items that came, went, or changed; or only changed places."""
        item = self.new.items(node)
        key = _key(before, after)
        old = {_named(one, key): one for one in before}
        new = {_named(one, key): one for one in after}
        for mark in dict.fromkeys((*new, *old)):
            here = self.item(mark, name=name, key=key, node=item, place=place)
            if mark not in old:
                yield here.change(Kind.ADDED, after=self.new.label(new[mark], item))
            elif mark not in new:
                yield here.change(Kind.REMOVED, before=self.old.label(old[mark], item))
            elif old[mark] != new[mark]:
                yield from self.objects(old[mark], new[mark], node=item, place=here)
        if list(old) != list(new) and set(old) == set(new):
            yield place.change(Kind.MOVED)

    def item(self, mark: Value, *, name: str, key: str, node: Node, place: _Place) -> _Place:
        """The place of an item of a list: a thing of its own where it has an id."""
        if key != "id":
            return place
        title = f"{node.get('title', name)} {mark}"
        if place.item or len(place.way) > 1:
            return place / title
        start = _ANCHORED.get(name)
        return _Place(
            title, f"{start}-{mark if name == 'bronnen' else str(mark).lower()}" if start else ""
        )


def _key(before: Sequence[Value], after: Sequence[Value]) -> str:
    """The field that tells the items of both lists apart, or ``""``: then only equality does."""
    for name in NATURAL_KEYS:
        if all(getattr(one, name, None) is not None for one in (*before, *after)) and all(
            len({getattr(one, name) for one in each}) == len(each) for each in (before, after)
        ):
            return name
    return ""


def _named(item: Value, key: str) -> Value:
    return getattr(item, key) if key else item
