"""Conclusions with their actions: n to m, each action printed once and referred to after that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from invoeringstoets.document import Action, Blocks, Conclusion, Inlines, Link, Paragraph, Text
from invoeringstoets.model import Actie, Conclusie
from invoeringstoets.notation import because, joined
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import missing, paragraph, said

_ORDINALS = (
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
    "tiende",
)


@dataclass(frozen=True)
class Place:
    """Where a conclusion stands: what it is called, its anchor, and the words to refer to it."""

    label: str
    anchor: str
    reference: str


@dataclass(frozen=True)
class Numbered:
    """A conclusion with its place and what a report adds to its text."""

    conclusie: Conclusie
    place: Place
    extra: Blocks = ()


@dataclass
class Pairing:
    """Goes through conclusions in order and remembers which action was printed where."""

    context: Context
    actions: Iterable[tuple[Actie, Inlines, str]]
    printed: dict[str, tuple[Place, int, int]] = field(default_factory=dict)

    def conclusions(self, numbered: Iterable[Numbered]) -> Iterator[Conclusion]:
        """The conclusions as blocks; call it in the order in which they are printed."""
        for one in numbered:
            yield self._conclusion(one)

    @property
    def others(self) -> tuple[Actie, ...]:
        """The actions that were printed with no conclusion so far."""
        return tuple(actie for actie, _, _ in self.actions if actie.id not in self.printed)

    def _conclusion(self, one: Numbered) -> Conclusion:
        serving = [entry for entry in self.actions if entry[0].serves(one.conclusie)]
        fresh = [entry for entry in serving if entry[0].id not in self.printed]
        earlier = [a for a, _, _ in serving if a.id in self.printed]
        for position, (actie, _, _) in enumerate(fresh):
            self.printed[actie.id] = (one.place, position, len(fresh))
        actions = (
            *(Action(self.context.blocks(a.tekst), anchor, facts) for a, facts, anchor in fresh),
            *(Action((p,)) for p in self._references(earlier)),
        )
        blocks = (*self.context.blocks(one.conclusie.tekst), *one.extra)
        return Conclusion(
            one.place.label,
            said(one.conclusie.titel),
            blocks if actions else (*blocks, *self._none(one.conclusie)),
            actions,
            one.place.anchor,
            "Actie" if len(actions) == 1 else "Acties",
        )

    def _none(self, conclusie: Conclusie) -> Blocks:
        if conclusie.geen_actie:
            return (paragraph(because("Geen actie", conclusie.geen_actie)),)
        if conclusie.stem != "brief" and not self.context.unfinished:
            return ()  # only the minister announces actions; another voice need not say why none
        return (missing("actie"),)

    def _references(self, earlier: list[Actie]) -> Iterator[Paragraph]:
        places: dict[Place, list[Actie]] = {}
        for actie in earlier:
            places.setdefault(self.printed[actie.id][0], []).append(actie)
        for place, actions in places.items():
            where = Link(f"#{place.anchor}", said(place.reference))
            text = f": {self._which(actions)} ook voor deze conclusie."
            yield Paragraph((Text("Zie "), where, Text(text)))

    def _which(self, actions: list[Actie]) -> str:
        spots = [self.printed[actie.id][1:] for actie in actions]
        if len(spots) == spots[0][1]:
            return "de actie daar geldt" if len(spots) == 1 else "de acties daar gelden"
        verb = "actie daar geldt" if len(spots) == 1 else "actie daar gelden"
        return f"{joined(f'de {ordinal(position)}' for position, _ in spots)} {verb}"


def ordinal(position: int) -> str:
    """The place in a row (from 0) in words, past the tenth in figures."""
    return _ORDINALS[position] if position < len(_ORDINALS) else f"{position + 1}e"
