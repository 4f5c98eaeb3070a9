"""Makes what has changed of a site, and leaves the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from invoeringstoets import pages
from invoeringstoets.incremental.deriving import Deriving, Drawer, Nowhere
from invoeringstoets.incremental.known import Known
from invoeringstoets.incremental.memory import Memory, read_names
from invoeringstoets.incremental.own import Own
from invoeringstoets.incremental.reading import Noted, noted, reading_of
from invoeringstoets.incremental.units import FILE, KINDS, Maker, Thing, Unit, units
from invoeringstoets.incremental.world import LATE, World
from invoeringstoets.pages import Asset, Page, Sketch

Keys = Mapping[str, Mapping[str, str]]
"""The keys of things by path, by kind."""

MANY = 120
"""From so many changed toetsen on, their parts are made beside the others, if anything can."""

Place = tuple[Unit, int]
"""A part, and the number of the toets it is of (0 if it is of none)."""


@dataclass
class Made:
    """A site: the key of everything in it, and those things that are not there yet.

    ``fresh`` holds, by kind, the things by path of which the given ones have another key. ``late``
    says that some files are still those of an earlier build; the build was ``hasty`` if that might
    be.
    """

    fresh: dict[str, dict[str, Thing]] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    late: bool = False
    hasty: bool = False

    @property
    def keys(self) -> Keys:
        """The key of everything in the site, by kind and path."""
        return self.memory.keys


def make(
    world: World,
    before: Memory,
    *,
    there: Keys,
    haste: bool = False,
    drawer: Drawer | None = None,
) -> Made:
    """The site of a world, of which what is ``there`` is not made again.

    ``before`` is the memory of the build that made what is there, and empty when there is none. In
    ``haste``, after an edit, files over all toetsen stay as they are: a next build without edits
    makes them. The ``drawer`` keeps what functions make of each toets (``Library.each``).
    """
    known = Known(before, world)
    deriving = Deriving(world, drawer or Nowhere(), known=known.marks, functions=pages.OF_EACH)
    world.derive = deriving
    known.look_again()
    run = _Run(world, known, haste=haste)
    run.take_all()
    memory = run.remembered(deriving)
    made = Made(memory=memory, late=run.has_late, hasty=run.hasty)
    made.fresh = {
        kind: {
            path: run.thing(kind, path)
            for path, key in memory.keys[kind].items()
            if there.get(kind, {}).get(path) != key
        }
        for kind in KINDS
    }
    return made


class _Run:
    """One build: what was made of the parts of which something changed."""

    def __init__(self, world: World, known: Known, *, haste: bool) -> None:
        self._world, self._known, self._before = world, known, known.before
        self.units = units()
        self.hasty = haste and bool(known.changed.fields)
        self.has_late = False
        self._things: dict[tuple[str, int], dict[str, Thing]] = {}
        self._whole: dict[str, Noted] = {}
        self._own: dict[int, dict[str, Noted]] = {}
        self._new: dict[Place, Noted] = {}
        self._made_beside: dict[tuple[str, int], tuple[Noted, dict[str, Thing]]] = {}
        self._moved = known.moved or not self._before.keys or self._before.contested

    def take_all(self) -> None:
        """Have all parts: those of each toets last, since these can be made beside the others."""
        numbers = sorted(self._known.touched)
        beside = self._world.beside if len(numbers) >= MANY else None
        with beside(self.beside, numbers) if beside else nullcontext(tuple) as made:
            for unit in self.units:
                if not unit.of_each:
                    self.take(unit, 0)
            for number, parts in made():
                self._made_beside.update({(name, number): it for name, it in parts.items()})
        for unit in self.units:
            for number in numbers if unit.of_each else ():
                self.take(unit, number)

    def beside(self, number: int) -> dict[str, tuple[Noted, dict[str, Thing]]]:
        """The parts of one toets of which something changed: made where nothing is remembered."""
        return {
            unit.name: (self._made(unit, number), self._things.pop((unit.name, number)))
            for unit in self.units
            if unit.of_each and not self._holds(unit, number)
        }

    def _holds(self, unit: Unit, number: int) -> bool:
        old = self._before_of(unit, number)
        return old is not None and not self._known.changed.touches(old)

    def take(self, unit: Unit, number: int) -> None:
        """Have a part: as it was, where nothing changed that it read, or else made again."""
        old = self._before_of(unit, number)
        if old is None or self._known.changed.touches(old):
            now = self._late(unit, old) or self._taken_over(unit, number)
            now = now or self._made(unit, number, old=old)
            self._moved = self._moved or old is None or list(old.made) != list(now.made)
            self._new[unit, number] = now
        else:
            now = self._known.renumbered(old)
        (self._own.setdefault(number, {}) if unit.of_each else self._whole)[unit.name] = now

    def _before_of(self, unit: Unit, number: int) -> Noted | None:
        if unit.of_each:
            return self._known.part(unit.name, number)
        return self._before.units.get(unit.name)

    def _taken_over(self, unit: Unit, number: int) -> Noted | None:
        """A part that was made beside this process."""
        name = (unit.name, number)
        if name not in self._made_beside:
            return None
        now, self._things[name] = self._made_beside.pop(name)
        return now

    def _late(self, unit: Unit, old: Noted | None) -> Noted | None:
        """What an earlier build noted of a file over all toetsen, to be made by a next one."""
        if old is None or not self.hasty or unit.kind != FILE or unit.of_each:
            return None
        self.has_late = True
        return Noted((), (LATE,), old.made)

    def _made(self, unit: Unit, number: int, *, old: Noted | None = None) -> Noted:
        """Make a part, and note what it read; of what is ``old`` that may stay which is the same.

        Then what was read for that stays noted.
        """
        self._world.begin()
        if unit.sketches is not None:
            kept = old if old and self._known.changed.only_derived(old) else None
            return self._drawn(unit, unit.sketches(self._world.site), old=kept)
        things = {thing.path: thing for thing in self._maker(unit, number)(self._world.site)}
        self._things[unit.name, number] = things
        return noted(self._world.end(), {path: key_of(one) for path, one in things.items()})

    def _drawn(self, unit: Unit, sketches: Iterable[Sketch], *, old: Noted | None) -> Noted:
        things: dict[str, Thing] = {}
        made: dict[str, str] = {}
        for one in sketches:
            made[one.path] = old.made.get(one.path, "") if old else ""
            if made[one.path].rpartition(" ")[2] != one.mark:
                things[one.path] = one.draw()
                made[one.path] = f"{key_of(things[one.path])} {one.mark}"
        self._things[unit.name, 0] = things
        reading = self._world.end()
        if old:
            reading.merge(reading_of(self._known.renumbered(old)))
        return noted(reading, made)

    def _maker(self, unit: Unit, number: int) -> Maker:
        return unit.of(self._world.held[number].id) if unit.of_each else unit.make

    def thing(self, kind: str, path: str) -> Thing:
        """Something that a part makes, now or else again."""
        place = self._again[kind].get(path) or self._places[kind][path]
        unit, number = place
        if path not in self._things.get((unit.name, number), {}):
            self._made(unit, number)
        return self._things[unit.name, number][path]

    def remembered(self, deriving: Deriving) -> Memory:
        """What this build leaves for the next."""
        own = self._packed(deriving)
        parts = [*self._whole.values(), *(p for one in self._own.values() for p in one.values())]
        parts += [one for of_one in deriving.noted.values() for one in of_one.values()]
        names = {*read_names(parts), *self._names_before}
        return Memory(
            tuple(one.id for one in self._world.held),
            tuple(one.marks for one in self._world.held),
            {name: self._world.mark(name) for name in names},
            self._whole,
            own,
            {name: deriving.text(name) for name in {*self._before.derived, *deriving.asked}},
            *self._keys(),
        )

    @property
    def _names_before(self) -> frozenset[str]:
        """What parts read that were not looked at in this build."""
        if self._moved:
            return frozenset(read_names([one for of in self._all for one in of.values()]))
        return frozenset(self._before.values.keys() - {LATE})

    def _packed(self, deriving: Deriving) -> tuple[Own, ...]:
        for number in {*self._known.touched, *deriving.noted}:
            kept = self._known.derived(number)
            if number not in self._own:
                kept = self._known.parts(number)
            self._own[number] = kept | self._own.get(number, {}) | deriving.noted.get(number, {})
        return tuple(
            Own.of(self._own[number], number) if number in self._own else self._known.own(number)
            for number in range(len(self._world.held))
        )

    def _keys(self) -> tuple[Keys, bool]:
        """The keys of all things, and whether any path is of more than one part."""
        if not self._moved:
            keys = {kind: dict(found) for kind, found in self._before.keys.items()}
            for kind, again in self._again.items():
                keys[kind].update({p: self._noted(place).made[p] for p, place in again.items()})
            return keys, False
        found: Keys = {
            kind: {path: self._noted(place).made[path] for path, place in places.items()}
            for kind, places in self._places.items()
        }
        claims = sum(len(self._noted(place).made) for place in self._all_places)
        return found, claims != sum(len(one) for one in found.values())

    def _noted(self, place: Place) -> Noted:
        unit, number = place
        if not unit.of_each:
            return self._whole[unit.name]
        own = self._own.get(number)
        return (self._all[number] if own is None else own)[unit.name]

    @cached_property
    def _again(self) -> dict[str, dict[str, Place]]:
        """The part that made each path in this build, by kind; of two the last one."""
        found: dict[str, dict[str, Place]] = {kind: {} for kind in KINDS}
        order = {unit: place for place, unit in enumerate(self.units)}
        for place in sorted(self._new, key=lambda one: (order[one[0]], one[1])):
            found[place[0].kind].update(dict.fromkeys(self._new[place].made, place))
        return found

    @cached_property
    def _all(self) -> list[Mapping[str, Noted]]:
        """The parts of each toets, all of them looked into."""
        count = range(len(self._world.held))
        return [self._own.get(number) or self._known.parts(number) for number in count]

    @cached_property
    def _all_places(self) -> list[Place]:
        count = range(len(self._world.held))
        return [(unit, n) for unit in self.units for n in (count if unit.of_each else (0,))]

    @cached_property
    def _places(self) -> dict[str, dict[str, Place]]:
        """The part that makes each path, by kind."""
        found: dict[str, dict[str, Place]] = {kind: {} for kind in KINDS}
        for place in self._all_places:
            found[place[0].kind].update(dict.fromkeys(self._noted(place).made, place))
        return found


def key_of(thing: Page | Asset) -> str:
    """A hash of everything a thing is."""
    if isinstance(thing, Page):
        return thing.key
    return blake2b(thing.data, digest_size=20).hexdigest()
