"""What the rules across files need of a toets, and no more: there may be thousands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from invoeringstoets import late, structure
from invoeringstoets.model import Toets
from invoeringstoets.record import record
from invoeringstoets.rules.nummers import written

_IDS = late.pattern(r"\d{4}-[a-z0-9-]+")


class Outline(NamedTuple):
    """What the rules across files need of a toets: all that is kept of it when there are many.

    Made of what JSON knows, so that it can be kept for a next run.
    """

    id: str
    soort: str
    citeertitel: str
    vorige_ids: Sequence[str] = ()
    verwante_toetsen: Sequence[str] = ()
    letters: Sequence[Sequence[str | int]] = ()
    """The number that a Kamer gave to each letter, with the place of its ``verzending``."""
    stukken: Sequence[Sequence[str | int]] = ()
    """The number, the date and the place of each numbered source that is dated."""


def outline(toets: Toets) -> Outline:
    """The outline of a toets."""
    return Outline(
        toets.id,
        toets.soort,
        toets.regeling.citeertitel,
        toets.vorige_ids,
        toets.verwante_toetsen,
        tuple(_letters(toets)),
        tuple(_stukken(toets)),
    )


@record(frozen=True)
class Entry:
    """A toets in outline, with the name of the file that it came from, as messages mention it.

    A file with a fault of its own is not ``sound``: its outline is what can be read of it, and
    ``unsure`` holds every id that it may have once it is mended.
    """

    name: str
    toets: Outline
    sound: bool = True
    unsure: frozenset[str] = frozenset()


def rough(name: str, text: str, *, data: object) -> Entry:
    """What can be read of a file that is no toets; ``data`` is what YAML makes of it, if it is."""
    toets = outline(structure.build_rough(data))
    own = {PurePath(name).stem, *_IDS.findall(text)}.difference(toets.verwante_toetsen)
    return Entry(name, toets, sound=False, unsure=frozenset(own))


def _letters(toets: Toets) -> Iterator[tuple[str, int]]:
    """What each numbered letter of a toets is called, with the place of its sending."""
    for place, item in enumerate(toets.brief.verzendingen if toets.brief else ()):
        if item.ondernummer and item.dossiers:
            dossier = item.dossiers[0]
            chapter = f"-{dossier.hoofdstuk}" if dossier.hoofdstuk else ""
            yield f"Kamerstuk {dossier.nummer}{chapter}, nr. {item.ondernummer}", place


def _stukken(toets: Toets) -> Iterator[tuple[str, str, int]]:
    """What each numbered and dated source is called, its date, and its place."""
    for place, bron in enumerate(toets.bronnen):
        if written(bron) and bron.datum and not bron.bijlage_nr:
            yield written(bron), bron.datum, place
