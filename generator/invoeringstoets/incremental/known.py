"""What is known of an earlier build, and which of that still holds in the world as it is now."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from invoeringstoets.incremental.memory import BLANK, DERIVED, Memory, numbers_of
from invoeringstoets.incremental.own import Own
from invoeringstoets.incremental.reading import Noted, renumbered
from invoeringstoets.incremental.world import World

_WIDE = len(BLANK)


class Known:
    """An earlier build, seen from the present world; toetsen have the numbers that they have now.

    ``changed`` is what is different since, by the earlier numbers; ``touched`` are the toetsen of
    which some part may have to be made again; ``moved`` says that toetsen came, went or were
    renumbered.
    """

    def __init__(self, before: Memory, world: World) -> None:
        self.before, self._world = before, world
        self.changed = before.changed(world)
        self._numbers = numbers_of(before.ids, world.held)
        places = {name: old for old, name in enumerate(before.ids)}
        self._old = [places.get(one.id) for one in world.held]
        self.moved = self._numbers is not None or None in self._old
        self._looked: dict[int, dict[str, Noted]] = {}

    def look_again(self) -> None:
        """See what is different in what functions make of toetsen."""
        derived = self.before.different(self._world, derived=True)
        self.changed = replace(self.changed, names=self.changed.names | derived)
        self.__dict__.pop("touched", None)

    @cached_property
    def touched(self) -> frozenset[int]:
        """The numbers of the toetsen of which some part may have to be made again."""
        may, own = self.changed.may_touch, self.before.own
        return frozenset(
            now for now, old in enumerate(self._old) if old is None or may(old, own[old])
        )

    def part(self, name: str, number: int) -> Noted | None:
        """What was noted of a part of a toets, with the earlier numbers."""
        if number not in self._looked:
            old = self._old[number]
            found = {} if old is None else self.before.own[old].parts(old)
            self._looked[number] = found
        return self._looked[number].get(name)

    def marks(self, name: str) -> str:
        """The marks of what a function made of each toets, blank where that no longer holds."""
        kept = self.before.derived.get(name)
        if kept is None:
            return BLANK * len(self._old)
        if self.moved:
            kept = "".join(
                BLANK if old is None else kept[old * _WIDE : (old + 1) * _WIDE] for old in self._old
            )
        for number in self.touched:
            one = self.part(DERIVED + name, number)
            if one is None or self.changed.touches(one):
                kept = kept[: number * _WIDE] + BLANK + kept[(number + 1) * _WIDE :]
        return kept

    def derived(self, number: int) -> dict[str, Noted]:
        """What still holds of what functions made of a toets."""
        self.part("", number)
        return {
            name: self.renumbered(one)
            for name, one in self._looked[number].items()
            if name.startswith(DERIVED) and not self.changed.touches(one)
        }

    def parts(self, number: int) -> dict[str, Noted]:
        """All parts of a toets of which nothing changed."""
        self.part("", number)
        return {name: self.renumbered(one) for name, one in self._looked[number].items()}

    def own(self, number: int) -> Own:
        """The same, packed."""
        old = self._old[number]
        if old is None:
            return Own()
        own = self.before.own[old]
        return Own.of(self.parts(number), number) if self._numbers and own.others else own

    def renumbered(self, one: Noted) -> Noted:
        """What was noted, with the numbers that toetsen have now."""
        return one if self._numbers is None else renumbered(one, self._numbers)
