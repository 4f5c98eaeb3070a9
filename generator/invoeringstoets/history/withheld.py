"""What was public once and is no longer: no version of a toets may show it any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from invoeringstoets.library.redact import Besides, redact
from invoeringstoets.model import Bron, Toets
from invoeringstoets.rules.places import whole_text


@dataclass(frozen=True)
class _Seen:
    """The sources of one kind in all versions, each with the last version that has it."""

    last: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def add(self, bron: Bron, version: int) -> None:
        """One more; versions come in order."""
        self.last[bron.id, _flat(bron.titel), bron.url or ""] = version

    def latest(self, bron: Bron, *, by_id: bool) -> int:
        """The last version with this source, under this id or another; -1 if none has it."""
        found = (
            version
            for (own, title, url), version in self.last.items()
            if (by_id and own == bron.id) or _alike(bron, title, url=url)
        )
        return max(found, default=-1)


@dataclass(frozen=True)
class Withheld:
    """The sources and passages that some version of a toets keeps back, and no later one shows."""

    internal: _Seen
    public: _Seen
    passages: tuple[str, ...]

    def of(self, toets: Toets) -> Besides:
        """What is left out of a version, besides what that version keeps back itself."""
        hidden = frozenset(bron.id for bron in toets.bronnen if self._hides(bron))
        return Besides(hidden, self.passages)

    def _hides(self, bron: Bron) -> bool:
        since = self.internal.latest(bron, by_id=True)
        return since > self.public.latest(bron, by_id=False)


def withheld(versions: Sequence[Toets]) -> Withheld:
    """What these versions keep back; oldest first, the one that readers see now at the end."""
    internal, public = _Seen(), _Seen()
    for number, toets in enumerate(versions):
        for bron in toets.bronnen:
            (public if bron.public else internal).add(bron, number)
    return Withheld(internal, public, tuple(_passages(versions)))


def _passages(versions: Sequence[Toets]) -> Iterator[str]:
    """What a beslisnota marks as not public, unless the public reads it elsewhere now."""
    found = {
        " ".join(one.passage.split())
        for toets in versions
        if toets.beslisnota
        for one in toets.beslisnota.niet_openbaar
    }
    shown = " ".join(whole_text(redact(versions[-1])).split()) if found else ""
    yield from sorted(passage for passage in found if passage not in shown)


def _alike(bron: Bron, title: str, *, url: str) -> bool:
    """Whether a source has this address, or this title with at most something added to it."""
    own = _flat(bron.titel)
    return bool(url and url == bron.url) or own == title or _part(own, title) or _part(title, own)


def _part(inner: str, outer: str) -> bool:
    return " " in inner and inner in outer


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
