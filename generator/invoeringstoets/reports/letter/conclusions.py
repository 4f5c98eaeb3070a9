"""The conclusions of the letter with their actions, and the actions that rest on none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from invoeringstoets.document import Block, Blocks, Conclusion, Inlines
from invoeringstoets.model import Actie
from invoeringstoets.notation import joined
from invoeringstoets.phrasing import term
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import bullets, meta, missing, paragraph, said
from invoeringstoets.reports.sections.pairs import Numbered, Pairing, Place, ordinal
from invoeringstoets.reports.sections.recommendations import recommendations

OWN_VOICE = "brief"
"""The voice of the letter; a conclusion in another voice is not the minister's."""


@dataclass(frozen=True)
class Outcomes:
    """What the letter concludes and announces; every action is printed exactly once."""

    context: Context

    @cached_property
    def voice(self) -> str:
        """The voice that is printed: the letter's, else the toets' (marked), never the talk's."""
        voices = {c.stem for c in self.context.toets.conclusies}
        return OWN_VOICE if OWN_VOICE in voices or "toets" not in voices else "toets"

    @cached_property
    def _printed(self) -> tuple[tuple[Conclusion, ...], Pairing]:
        entries = [(actie, facts(actie), "") for actie in self.context.toets.acties]
        pairing = Pairing(self.context, entries)
        return tuple(pairing.conclusions(self._numbered())), pairing

    def _numbered(self) -> Iterator[Numbered]:
        chosen = (c for c in self.context.toets.conclusies if c.stem == self.voice)
        for number, conclusie in enumerate(chosen, 1):
            place = Place(f"Conclusie {number}", f"conclusie-{number}", f"conclusie {number}")
            yield Numbered(conclusie, place)

    @cached_property
    def others(self) -> tuple[Actie, ...]:
        """The actions that rest on no conclusion in this letter."""
        return self._printed[1].others

    def conclusions(self) -> Blocks:
        """The conclusions with their actions, then the answer to the recommendations."""
        found: list[Block] = list(self._printed[0])
        if found and self.voice != OWN_VOICE:
            found.insert(0, paragraph("De conclusies hieronder zijn die van de toets zelf."))
        return (*(found or [missing("conclusies")]), *self._recommendations())

    def other_actions(self) -> Blocks:
        """The actions that rest on no conclusion, under a sentence of their own."""
        if not self.others:
            return ()
        who = "noemen wij" if self.context.plural else "noem ik"
        which = "de volgende actie" if len(self.others) == 1 else "de volgende acties"
        start = "Naast de acties bij de conclusies" if self._printed[1].printed else "In deze brief"
        texts = ((*self.context.blocks(a.tekst), *_term(a)) for a in self.others)
        if len(self.others) == 1:
            return (paragraph(f"{start} {who} {which}."), *next(texts))
        return (paragraph(f"{start} {who} {which}:"), *bullets(texts, ordered=True))

    def _recommendations(self) -> Blocks:
        listed = self.context.toets.aanbevelingen
        if not listed:
            return ()
        return (paragraph(self._reaction()), *recommendations(self.context, self._refer))

    def _reaction(self) -> str:
        """What the table gives: a reaction that is still to come is not called one."""
        listed = self.context.toets.aanbevelingen
        mine = "onze" if self.context.plural else "mijn"
        waiting = [one.reactie in (None, "nog_te_bepalen") for one in listed]
        with_action = [bool(one.acties) for one in listed]
        if all(waiting):
            which = "staat de aanbeveling" if len(listed) == 1 else "staan de aanbevelingen"
            return f"Hieronder {which}; {mine} reactie volgt nog:"
        if len(listed) == 1:
            what = f"{mine} reactie op de aanbeveling"
        else:
            what = f"per aanbeveling {mine} reactie"
        if any(waiting):
            what += ", voor zover die er al is"
        if all(with_action):
            return f"Hieronder staat {what}, met de actie die daarop volgt:"
        some = ", met de actie waar die er is" if any(with_action) else ""
        return f"Hieronder staat {what}{some}:"

    def _refer(self, action_ids: tuple[str, ...]) -> str:
        printed = self._printed[1].printed
        places: dict[Place, list[str]] = {}
        for spot in (printed[i] for i in action_ids if i in printed):
            place, position, count = spot
            places.setdefault(place, []).extend([ordinal(position)] if count > 1 else [])
        texts = [
            place.reference + (f" ({joined(which)} actie)" if which else "")
            for place, which in places.items()
        ]
        ids = [actie.id for actie in self.others]
        numbers = joined(str(ids.index(i) + 1) for i in action_ids if i in ids)
        if numbers:
            texts.append("overige actie" + (f" {numbers}" if len(ids) > 1 else ""))
        return f"Zie {joined(texts)}" if texts else ""


def facts(actie: Actie) -> Inlines:
    """The term of an action, where there is one: the letter says no more of it."""
    words = term(actie.termijn)
    return said(f"Termijn: {words}." if words else "")


def _term(actie: Actie) -> Blocks:
    content = facts(actie)
    return (meta(content),) if content else ()
