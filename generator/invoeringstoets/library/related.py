"""Whether one toets names another, also where a file has a fault of its own."""

from __future__ import annotations

from collections.abc import Sequence

from invoeringstoets.library.outline import Entry, Outline


def names(toets: Outline) -> tuple[str, ...]:
    """The id of a toets and those it had before."""
    return (toets.id, *toets.vorige_ids)


def are_strangers(one: Entry, other: Entry, *, among: Sequence[Entry]) -> bool:
    """Whether for sure neither names the other as related.

    Two that have to do with the same file with a fault may be related through that.
    """
    between = (entry for entry in among if not entry.sound)
    return (
        other.sound
        and not _related(one.toets, other.toets)
        and not any(_meets(one.toets, each) and _meets(other.toets, each) for each in between)
    )


def _meets(toets: Outline, unsound: Entry) -> bool:
    """Whether a toets has to do with a file with a fault, as far as can be read."""
    around = {*unsound.unsure, *unsound.toets.verwante_toetsen}
    return not around.isdisjoint((*names(toets), *toets.verwante_toetsen))


def _related(one: Outline, other: Outline) -> bool:
    """Whether one of two toetsen names the other as related."""
    return bool(
        set(one.verwante_toetsen) & set(names(other))
        or set(other.verwante_toetsen) & set(names(one))
    )
