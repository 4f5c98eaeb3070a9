"""What happened to a toets, as values: versions, revisions, changes, marked text."""

from __future__ import annotations

from enum import StrEnum

from invoeringstoets.model import Toets
from invoeringstoets.notation import clock
from invoeringstoets.record import record


@record(frozen=True)
class Stage:
    """A file as a commit left it: its name (``2024-kot-wlz.yaml``) and text.

    ``moment`` is when it was committed (ISO 8601 with offset); ``text`` is ``None`` where the
    commit removed the file.
    """

    commit: str
    moment: str
    name: str
    text: str | None


@record(frozen=True)
class Past:
    """Every stage of every toets file, oldest first.

    ``complete`` is false where git holds only the last part of the history. ``now`` are the files
    as they are, committed or not: what they keep back is told of no version.
    """

    stages: tuple[Stage, ...] = ()
    complete: bool = True
    now: tuple[Stage, ...] = ()


@record(frozen=True)
class Version:
    """A toets as readers could see it from one moment on."""

    commit: str
    moment: str
    toets: Toets


class Mark(StrEnum):
    """What happened to a piece of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    SKIPPED = "skipped"


@record(frozen=True)
class Piece:
    """A run of text with what happened to it; ``SKIPPED`` stands for kept text left out."""

    text: str
    mark: Mark


class Kind(StrEnum):
    """What a change does."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    FORM = "form"
    """The form of a text only, such as what is bold: its words are the same."""


@record(frozen=True)
class Change:
    """One change, in words.

    ``item`` is what it is about ("Actie A2", "Brief", or ``""`` for the toets itself) and
    ``anchor`` its id on the page; ``within`` is the part of it ("bijlage ‘Rapport’", or ``""``);
    ``field`` is the title of the field (``""`` when it is the item or the part as a whole).
    ``before`` and ``after`` are the values in words, quoted where they are the author's, and
    ``""`` where there was none; ``pieces`` shows running text with the change marked inside the
    sentence, and then stands in place of them. ``on`` is the date that goes with the new value
    (jjjj-mm-dd), where the data give one.
    """

    kind: Kind
    item: str = ""
    anchor: str = ""
    within: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    pieces: tuple[Piece, ...] = ()
    on: str = ""


@record(frozen=True)
class Revision:
    """What one commit changed for readers of a toets; ``first`` is when they could first see it."""

    toets: str
    commit: str
    moment: str
    changes: tuple[Change, ...] = ()
    first: bool = False

    @property
    def day(self) -> str:
        """The day of the commit in the Netherlands (jjjj-mm-dd)."""
        return clock.day(self.moment)

    @property
    def hour(self) -> str:
        """The time of the commit in the Netherlands ("9.05 uur")."""
        return clock.hour(self.moment)
