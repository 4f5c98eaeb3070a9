"""The conclusions, voice by voice, with their actions; and the outcome where a source names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from invoeringstoets.document import Block, Blocks, Conclusion, Inlines, Link, Text
from invoeringstoets.model import Actie, Conclusie
from invoeringstoets.model.uitkomsten import VOICES
from invoeringstoets.notation import capitalised, joined
from invoeringstoets.phrasing import State, categories, outcome
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.closing import office
from invoeringstoets.reports.pieces import Section, between, heading, meta, missing, paragraph, said
from invoeringstoets.reports.sections.findings import voice
from invoeringstoets.reports.sections.pairs import Numbered, Pairing, Place

_FIRST_PERSON = re.compile(r"\b(ik|mijn|wij|we|onze|ons)\b", re.IGNORECASE)
_TITLES = {
    "brief": "Conclusies in de brief",
    "toets": "Conclusies van de toets",
    "presentatie": "Conclusies in de presentatie",
}


@dataclass(frozen=True)
class Conclusions:
    """The conclusions of all voices, kept apart; an action is printed with the first it serves."""

    context: Context

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where each conclusion stands, by its id."""
        found: dict[str, Place] = {}
        for stem in self.voices:
            where = voice(self.context, stem)
            for number, one in enumerate(self._of(stem), 1):
                anchor = f"conclusie-{one.id.casefold()}"
                found[one.id] = Place(
                    f"Conclusie {number}", anchor, f"conclusie {number} van {where}"
                )
        return found

    @property
    def voices(self) -> tuple[str, ...]:
        """The voices that conclude something, the letter first."""
        found = dict.fromkeys(c.stem for c in self.context.toets.conclusies)
        return tuple(sorted(found, key=lambda s: (*VOICES, s).index(s)))

    def _of(self, stem: str) -> list[Conclusie]:
        return [c for c in self.context.toets.conclusies if c.stem == stem]

    @cached_property
    def _printed(self) -> tuple[dict[str, tuple[Conclusion, ...]], Pairing]:
        acties = self.context.toets.acties
        entries = [
            (actie, self._label(actie, number), f"actie-{actie.id.casefold()}")
            for number, actie in enumerate(acties, 1)
        ]
        pairing = Pairing(self.context, entries)
        blocks = {s: tuple(pairing.conclusions(self._numbered(s))) for s in self.voices}
        return blocks, pairing

    def _label(self, actie: Actie, number: int) -> Inlines:
        cited = self.context.cited(actie.bronnen)
        label = f"Actie {number}"
        return (Text(f"{label}, te vinden in "), *cited, Text(".")) if cited else said(f"{label}.")

    def _numbered(self, stem: str) -> Iterator[Numbered]:
        for one in self._of(stem):
            yield Numbered(one, self.places[one.id], tuple(self._extra(one)))

    def _extra(self, one: Conclusie) -> Iterator[Block]:
        if one.zekerheid:
            yield meta(f"Zekerheid: {self.context.word(one.zekerheid)}.")
        rests = [b for b in self.context.toets.bevindingen if b.id in one.bevindingen]
        links = between((Link(f"#bevinding-{b.id.casefold()}", said(b.titel)),) for b in rests)
        if links:
            yield meta((Text("Rust op: "), *links, Text(".")))
        same = [self.places[i] for i in one.komt_overeen_met if i in self.places]
        if same:
            refer = between(((Link(f"#{p.anchor}", said(p.reference)),) for p in same), ", ")
            yield meta((Text("Komt overeen met "), *refer, Text(".")))
        if one.categorieen:
            which = "Categorie" if len(one.categorieen) == 1 else "Categorieën"
            yield meta(f"{which}: {categories(one.categorieen, self.context.library)}.")

    @property
    def others(self) -> tuple[Actie, ...]:
        """The actions that rest on no conclusion."""
        return self._printed[1].others

    def section(self) -> Section:
        """The conclusions under a heading for each voice, then the outcome as a whole."""
        blocks: list[Block] = []
        for stem, found in self._printed[0].items():
            title = _TITLES.get(stem, f"Conclusies ({self.context.word(stem)})")
            blocks += [heading(title), *found]
        blocks = [*speaker(self.context), *blocks] if blocks else [missing()]
        return Section("Conclusies", (*blocks, *self._outcome()), "conclusies")

    def _outcome(self) -> Blocks:
        found = outcome(self.context.toets, self.context.library)
        head = heading("Uitkomst van de toets als geheel")
        if found.state is State.MISSING:
            return (head, missing())
        return (head, paragraph(f"{capitalised(found.said)}."))


def speaker(context: Context) -> Blocks:
    """Who "ik" is in the words of the letter: a report has no signature to tell."""
    signed = [office(one.ambt, capital=False) for one in context.brief.ondertekenaars]
    own = [c.tekst for c in context.toets.conclusies if c.stem == "brief"]
    own += [a.tekst for a in context.toets.acties]
    if not signed or not any(_FIRST_PERSON.search(text or "") for text in own):
        return ()
    word = "‘ik’ of ‘wij’" if len(signed) > 1 else "‘ik’"
    return (meta(f"In de woorden van de brief betekent {word}: {joined(signed)}."),)
