"""Makes what has changed of a site, and leaves the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from invoeringstoets import pages
from invoeringstoets.incremental.deriving import Deriving, Drawer, Nowhere
from invoeringstoets.incremental.memory import (
    Memory,
    Noted,
    noted,
    numbers_of,
    read_names,
    renumbered,
)
from invoeringstoets.incremental.units import DOCUMENT, FILE, PAGE, Thing, Unit, units
from invoeringstoets.incremental.world import EACH, LATE, World
from invoeringstoets.pages import Asset, Page


@dataclass
class Made:
    """A site: the key of everything in it, and those things that are not there yet.

    ``pages``, ``files`` and ``documents`` hold keys by path; ``fresh`` holds, by kind, the things
    of which the given ones have another key. ``late`` says that some files are still those of an
    earlier build; the build was ``hasty`` if that might be.
    """

    keys: dict[str, dict[str, str]] = field(default_factory=dict)
    fresh: dict[str, dict[str, Thing]] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    late: bool = False
    hasty: bool = False


Keys = Mapping[str, Mapping[str, str]]
"""The keys of things by path, by kind."""


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
    run = _Run(world, before, haste=haste)
    functions = pages.OF_EACH
    deriving = Deriving(world, drawer or Nowhere(), known=run.still, functions=functions)
    world.derive = deriving
    run.look_again()
    ordered = tuple(units(one.id for one in world.held))
    done = {unit.name: run.known(unit) or run.late(unit) or run.make(unit) for unit in ordered}
    made = Made(late=run.has_late, hasty=run.hasty)
    for kind in (PAGE, FILE, DOCUMENT):
        owners = {path: u for u in ordered if u.kind == kind for path in done[u.name].made}
        made.keys[kind] = {path: done[unit.name].made[path] for path, unit in owners.items()}
        made.fresh[kind] = {
            path: run.thing(owners[path], path)
            for path, key in made.keys[kind].items()
            if there.get(kind, {}).get(path) != key
        }
    parts = done | run.unused(deriving.noted) | deriving.noted
    made.memory = Memory(
        tuple(one.id for one in world.held),
        tuple(one.marks for one in world.held),
        {name: world.mark(name) for name in read_names(parts)},
        parts,
    )
    return made


class _Run:
    """One build: what is known of each part, and what was made."""

    def __init__(self, world: World, before: Memory, *, haste: bool) -> None:
        self._world, self._before = world, before
        self._changed = before.changed(world)
        self.hasty = haste and bool(self._changed.fields)
        self.has_late = False
        self._numbers = numbers_of(before.ids, world.held)
        self._things: dict[str, dict[str, Thing]] = {}

    def known(self, unit: Unit) -> Noted | None:
        """What an earlier build noted of a part, if that still holds."""
        return self.still(unit.name)

    def still(self, name: str) -> Noted | None:
        """What an earlier build noted under a name, if that still holds."""
        one = self._before.units.get(name)
        if one is None or self._changed.touches(one):
            return None
        return one if self._numbers is None else renumbered(one, self._numbers)

    def late(self, unit: Unit) -> Noted | None:
        """What an earlier build noted of a file over all toetsen, to be made by a next one."""
        one = self._before.units.get(unit.name)
        if one is None or not self.hasty or unit.kind != FILE or unit.of_one:
            return None
        self.has_late = True
        return Noted((), (LATE,), one.made)

    def look_again(self) -> None:
        """See what is different in what functions make of toetsen."""
        derived = self._before.different(self._world, derived=True)
        self._changed = replace(self._changed, names=self._changed.names | derived)

    def unused(self, asked: Mapping[str, Noted]) -> dict[str, Noted]:
        """What still holds of functions that nobody asked for in this build."""
        kept = self._before.units
        names = (name for name in kept if name.startswith(f"{EACH} ") and name not in asked)
        return {name: one for name in names if (one := self.still(name)) is not None}

    def make(self, unit: Unit) -> Noted:
        """Make a part, and note what it read."""
        self._world.begin()
        things = {thing.path: thing for thing in unit.make(self._world.site)}
        self._things[unit.name] = things
        return noted(self._world.end(), {path: key_of(one) for path, one in things.items()})

    def thing(self, unit: Unit, path: str) -> Thing:
        """Something that a part made, now or else again."""
        if unit.name not in self._things:
            self.make(unit)
        return self._things[unit.name][path]


def key_of(thing: Page | Asset) -> str:
    """A hash of everything a thing is."""
    if isinstance(thing, Page):
        return thing.key
    return blake2b(thing.data, digest_size=20).hexdigest()
