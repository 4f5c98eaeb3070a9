"""From what git kept of the files to what changed for readers, toets by toets.

History begins at the commit in which a toets last became public, and compares only what the public
may see of each version: what was never public is in no revision, nor what is so no longer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from invoeringstoets import library as libraries
from invoeringstoets import pipeline, structure, syntax
from invoeringstoets.history.compare import changes
from invoeringstoets.history.values import Change, Past, Revision, Stage, Version
from invoeringstoets.history.withheld import Withheld, withheld
from invoeringstoets.history.wording import Node
from invoeringstoets.model import Library, Toets
from invoeringstoets.notation import clock
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source

Read = Callable[[Stage], Toets | None]
Compared = Callable[[Toets, Toets], tuple[Change, ...]]


def reader(schemas: Schemas) -> Read:
    """Reads a stage as a toets; ``None`` where the schema of today does not approve it."""
    known: dict[tuple[str, str], Toets | None] = {}

    def read(stage: Stage) -> Toets | None:
        if stage.text is None:
            return None
        key = (stage.name, stage.text)
        if key not in known:
            known[key] = pipeline.check(Source(stage.name, stage.text), schemas, rules=()).value
        return known[key]

    return read


@dataclass(frozen=True)
class Told:
    """The revisions of every toets of a library, newest first, by its id."""

    by_toets: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)
    complete: bool = True

    @property
    def all(self) -> tuple[Revision, ...]:
        """All revisions of all toetsen, newest first."""
        found = [revision for revisions in self.by_toets.values() for revision in revisions]
        order = sorted(found, key=lambda one: (clock.instant(one.moment), one.toets))
        return tuple(order[::-1])


def tell(past: Past, library: Library, *, read: Read, schema: Node) -> Told:
    """What changed in the toetsen of a library, as far as the library may show it.

    A stage that cannot be read is passed over: its changes come with the next one that can.
    """
    stages: dict[str, list[tuple[int, Stage]]] = {}
    for order, stage in enumerate(past.stages):
        stages.setdefault(stage.name.rpartition(".")[0], []).append((order, stage))
    now = {found.id: found for stage in past.now if (found := read(stage))}
    told: dict[str, tuple[Revision, ...]] = {}
    titles = {toets.id: toets.short_title for toets in library.toetsen}
    comparing = partial(changes, schema=schema, value_lists=library.value_lists, titles=titles)
    for toets in library.toetsen:
        names = (*toets.vorige_ids, toets.id)
        own = sorted((pair for name in names for pair in stages.get(name, ())), key=itemgetter(0))
        raw = [_Raw(stage, read(stage)) for _, stage in own]
        versions = tuple(_versions(raw, library, now=now.get(toets.id, toets)))
        told[toets.id] = tuple(_revisions(toets.id, versions, compared=comparing))[::-1]
    return Told(told, past.complete)


class _Raw(NamedTuple):
    """A stage as a toets, with all that is in it; ``None`` if it cannot be read as one."""

    stage: Stage
    toets: Toets | None


def _versions(raw: Sequence[_Raw], library: Library, *, now: Toets) -> Iterator[Version]:
    """The versions that a reader may see, each as far as it may be shown now."""
    found = [(stage, toets) for stage, toets in raw if toets is not None]
    closed = [at for at, (_, toets) in enumerate(found) if not (library.internal or toets.public)]
    kept = None if library.internal else withheld([*(_marking(one) for one in raw), now])
    for stage, toets in found[closed[-1] + 1 if closed else 0 :]:
        yield Version(stage.commit, stage.moment, _shown(toets, library, kept=kept))


def _marking(raw: _Raw) -> Toets:
    """A version as it says what is not public; of one that is no toets nothing else counts."""
    if raw.toets is not None:
        return raw.toets
    tree = syntax.parse(Source(raw.stage.name, raw.stage.text or "")).value
    rough = structure.build_rough(tree.data if tree else None)
    return replace(rough, bronnen=tuple(bron for bron in rough.bronnen if not bron.public))


def _shown(toets: Toets, library: Library, *, kept: Withheld | None) -> Toets:
    """A version without what this library may not show."""
    if kept is None:
        return toets
    seen = tuple(name for name in toets.verwante_toetsen if library.by_id(name))
    return replace(libraries.redact(toets, kept.of(toets)), verwante_toetsen=seen)


def _revisions(
    toets_id: str, versions: tuple[Version, ...], *, compared: Compared
) -> Iterator[Revision]:
    if versions:
        start = versions[0]
        yield Revision(toets_id, start.commit, start.moment, first=True)
    for before, after in pairwise(versions):
        found = compared(before.toets, after.toets)
        if found:
            yield Revision(toets_id, after.commit, after.moment, found)
