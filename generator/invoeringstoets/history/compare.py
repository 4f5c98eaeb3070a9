"""What is different between two versions of a toets: by id, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from invoeringstoets.history.marked import flowing, kept, pieces
from invoeringstoets.history.naming import LONGEST
from invoeringstoets.history.pairing import pairs
from invoeringstoets.history.places import Place, of_item, of_question
from invoeringstoets.history.values import Change, Kind
from invoeringstoets.history.wording import WHOLE, Node, Wording
from invoeringstoets.model import Toets, ValueLists
from invoeringstoets.phrasing import MISSING, NOT_NAMED

IGNORED = frozenset(("schemaversie",))
"""Fields that say nothing to a reader."""

NATURAL_KEYS = ("id", "rij", "kamer")
"""The fields that tell the items of a list apart, if they are all there and all different."""

REWRITTEN = 0.4
"""Short texts of which less than this share is kept are told as the old one and the new one."""

Value = Any
"""Anything that a field of the model can hold."""


def changes(
    before: Toets,
    after: Toets,
    *,
    schema: Node,
    value_lists: ValueLists,
    titles: Mapping[str, str] | None = None,
) -> tuple[Change, ...]:
    """Every difference, in the order of the schema; ``titles`` are those of toetsen by id."""
    old, new = (Wording(schema, value_lists, one, titles or {}) for one in (before, after))
    return tuple(_Comparison(old, new).objects(before, after, node=schema, place=Place()))


@dataclass(frozen=True)
class _Comparison:
    """Walks two values side by side, with the words for either."""

    old: Wording
    new: Wording

    def objects(self, before: Value, after: Value, *, node: Node, place: Place) -> Iterator[Change]:
        """The fields of two objects of one kind; a status is told with its date."""
        dated = (
            before.status_datum != after.status_datum if hasattr(after, "status_datum") else False
        )
        for field in fields(after):
            old, new = getattr(before, field.name), getattr(after, field.name)
            told = dated and field.name == "status_datum" and before.status != after.status
            if old == new or field.name in IGNORED or told:
                continue
            inner = self.new.field(after, node, key=field.name)
            here = place.field(field.name, self.new.title(node, field.name))
            found = self.values(old, new, node=inner, place=here)
            if field.name == "status" and dated and after.status_datum:
                found = (replace(change, on=after.status_datum) for change in found)
            yield from found

    def values(self, before: Value, after: Value, *, node: Node, place: Place) -> Iterator[Change]:
        """Two different values of one field."""
        sample = after if after not in (None, ()) else before
        if sample in (None, ()):
            said = [NOT_NAMED if one == () else MISSING for one in (before, after)]
            yield place.change(Kind.CHANGED, before=said[0], after=said[1])
        elif isinstance(sample, Mapping):
            yield from self.questions(before or {}, after or {}, node=node)
        elif isinstance(sample, tuple):
            yield from self.lists(before or (), after or (), node=node, place=place)
        elif isinstance(sample, WHOLE) or not is_dataclass(sample):
            yield from self.plain(before, after, node=node, place=place)
        elif before is None or after is None:
            yield self.whole(before, after, node=node, place=place)
        else:
            yield from self.objects(before, after, node=node, place=place)

    def plain(self, before: Value, after: Value, *, node: Node, place: Place) -> Iterator[Change]:
        """A value that was filled in, emptied or changed."""
        old, new = self.old.value(before, node), self.new.value(after, node)
        if not old or not new:
            kind = Kind.ADDED if new else Kind.REMOVED
            yield place.change(kind, before=old, after=new)
        elif self.new.is_text(node):
            yield from self.text(before, after, node=node, place=place)
        else:
            if "‘" in old + new and "x-verwijst" not in node:
                old, new = (f"‘{one.strip('‘’')}’" for one in (old, new))
            yield place.change(Kind.CHANGED, before=old, after=new)

    def text(self, before: str, after: str, *, node: Node, place: Place) -> Iterator[Change]:
        """A text of the author's: the change marked inside it, unless it is short and all new."""
        old, new = self.old.flat(before, node), self.new.flat(after, node)
        if flowing(old) == flowing(new):
            if self.old.blocks(before, node) != self.new.blocks(after, node):
                yield place.change(Kind.FORM)
            return
        marked = pieces(old, new)
        if kept(marked) < REWRITTEN and max(len(old), len(new)) <= LONGEST:
            said = (self.old.value(before, node), self.new.value(after, node))
            yield place.change(Kind.CHANGED, before=said[0], after=said[1])
        else:
            yield place.change(Kind.CHANGED, before=old, after=new, pieces=marked)

    def whole(self, before: Value, after: Value, *, node: Node, place: Place) -> Change:
        """An object that came or went: a part of the toets by its name, else in its words."""
        kind = Kind.REMOVED if after is None else Kind.ADDED
        if place.is_section:
            return place.change(kind)
        words = self.old if after is None else self.new
        return place.change(kind, after=words.summary(before if after is None else after, node))

    def questions(
        self, before: Mapping[str, Value], after: Mapping[str, Value], *, node: Node
    ) -> Iterator[Change]:
        """The six questions, by their numbers."""
        for key in dict.fromkeys((*before, *after)):
            old, new = before.get(key), after.get(key)
            if old != new:
                inner = self.new.inside(node, key)
                yield from self.values(old, new, node=inner, place=of_question(key))

    def lists(
        self, before: Sequence[Value], after: Sequence[Value], *, node: Node, place: Place
    ) -> Iterator[Change]:
        """Items that came, went, or changed; or only changed places."""
        item = self.new.items(node)
        if not is_dataclass((*before, *after)[0]):
            yield from self.values_of_list(before, after, node=item, place=place)
            return
        old = [self.old.complete(one) for one in before]
        new = [self.new.complete(one) for one in after]
        found = _side_by_side(old, new)
        for one, other in found:
            words = self.old if other is None else self.new
            here = of_item(one if other is None else other, place, node=item, words=words)
            if one is None or other is None:
                yield here.whole(Kind.REMOVED if other is None else Kind.ADDED)
            elif one != other:
                yield from self.objects(one, other, node=item, place=here)
        if _moved(old, found):
            yield place.change(Kind.MOVED)

    def values_of_list(
        self, before: Sequence[Value], after: Sequence[Value], *, node: Node, place: Place
    ) -> Iterator[Change]:
        """Words or references that came or went; a text that changed is marked."""
        if self.new.is_text(node):
            found = [pair for pair in pairs(before, after) if pair[0] != pair[1]]
            for one, other in found:
                yield from self.plain(one, other, node=node, place=place)
            return
        gone = tuple(one for one in before if one not in after)
        come = tuple(one for one in after if one not in before)
        if gone or come:
            old, new = self.old.value(gone, {"items": node}), self.new.value(come, {"items": node})
            kind = Kind.CHANGED if gone and come else Kind.REMOVED if gone else Kind.ADDED
            yield place.change(kind, before=old, after=new)


Pairs = list[tuple[Value | None, Value | None]]


def _side_by_side(before: Sequence[Value], after: Sequence[Value]) -> Pairs:
    """What each item became: by its id or another field that tells items apart, else by looks."""
    for name in NATURAL_KEYS:
        old = {getattr(one, name, None): one for one in before}
        new = {getattr(one, name, None): one for one in after}
        if None not in (*old, *new) and (len(old), len(new)) == (len(before), len(after)):
            return [(old.get(key), new.get(key)) for key in dict.fromkeys((*new, *old))]
    return pairs(before, after)


def _moved(before: Sequence[Value], found: Pairs) -> bool:
    """Whether all items are still there, and no longer in the same order."""
    stayed = [one for one, other in found if one is not None and other is not None]
    return len(stayed) == len(found) and any(
        one is not other for one, other in zip(before, stayed, strict=True)
    )
