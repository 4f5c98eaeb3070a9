"""All toetsen as an overview looks at them: which ones count, and what it must say of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from invoeringstoets.document import Blocks, Notice, Tone
from invoeringstoets.model import Brief, Library, Regeling, Toets
from invoeringstoets.notation import counted, joined
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import meta
from invoeringstoets.reports.sections.action_table import Listed, listed

NO_TOETSEN = "Er staan nog geen toetsen in deze verzameling."


@dataclass(frozen=True)
class Collection:
    """The library, with the letter in which a minister would tell of it.

    Invented toetsen do not belong among real ones: they are left out, and the overview says so,
    unless all are invented. ``brief`` holds who sends the overview, as far as the project says so.
    """

    library: Library
    brief: Brief = field(default_factory=Brief)

    @cached_property
    def invented(self) -> bool:
        """Whether there are only invented toetsen, so that the whole overview is an example."""
        return bool(self.library.toetsen) and all(t.fictief for t in self.library.toetsen)

    @cached_property
    def toetsen(self) -> tuple[Toets, ...]:
        """The toetsen and weighings that the overview is about, in order of id."""
        return tuple(t for t in self.library.toetsen if t.fictief == self.invented)

    @cached_property
    def contexts(self) -> tuple[Context, ...]:
        """The same, as reports look at one."""
        return tuple(Context(toets, self.library) for toets in self.toetsen)

    @cached_property
    def actions(self) -> tuple[Listed, ...]:
        """The actions of these toetsen."""
        return tuple(one for context in self.contexts for one in listed(context))

    def letter(self, title: str, sent: int = 0) -> Context:
        """A stand-in for a toets, so that a letter over all of them has head and signature."""
        brief = replace(self.brief, betreft=self.brief.betreft or title)
        toets = Toets(
            "1", "", "invoeringstoets", "concept", title, Regeling(""), fictief=self.invented,
            brief=brief,
        )  # fmt: skip
        return Context(toets, self.library, sent)

    def notices(self, *, own: tuple[Notice, ...] = ()) -> tuple[Notice, ...]:
        """What the overview must say of itself, most important first."""
        return (*self._warnings(), *own, *self._remarks())

    def _warnings(self) -> Iterator[Notice]:
        if self.invented:
            yield Notice("Fictief", "Alle toetsen in dit overzicht zijn verzonnen voorbeelden.")
        if self.library.internal:
            yield Notice("Intern", "Deze versie is niet bestemd voor openbaarmaking.")

    def _remarks(self) -> Iterator[Notice]:
        left_out = len(self.library.toetsen) - len(self.toetsen)
        if left_out:
            number = counted(left_out, "verzonnen voorbeeld", more="verzonnen voorbeelden")
            verb = "is" if left_out == 1 else "zijn"
            yield Notice(
                "Zonder voorbeelden", f"In dit overzicht {verb} {number} weggelaten.", Tone.INFO
            )
        yield INCOMPLETE


def without_content(contexts: Iterable[Context]) -> tuple[str, ...]:
    """Which toetsen are known by their place only: that they have no actions says nothing."""
    bare = (one.toets for one in contexts if one.toets.volledigheid == "indexrecord")
    return tuple(toets.short_title for toets in bare)


def without_actions(contexts: Iterable[Context]) -> Blocks:
    """Of which toetsen the register has no actions, though there may be some."""
    bare = joined(without_content(contexts))
    return (meta(f"De acties bij {bare} zijn niet opgenomen in het register."),) if bare else ()


INCOMPLETE = Notice(
    "Geen officieel document",
    "Het register waaruit dit overzicht is gemaakt is niet officieel en niet volledig.",
    Tone.INFO,
)
"""What every overview says: the register knows only what was put into it."""
