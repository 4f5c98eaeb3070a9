"""A toets together with the words and notes that its reports need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from invoeringstoets import addresses, prose
from invoeringstoets.document import Blocks, Inlines, Link, Text
from invoeringstoets.model import Brief, Bron, Library, Toets, Voetnoot
from invoeringstoets.model.mijlpalen import BEFORE_RESULT
from invoeringstoets.notation import NBSP, bare, citation, joined, reference
from invoeringstoets.reports.pieces import between, link, said

UNFINISHED = (*BEFORE_RESULT, "concept")
"""The statuses in which everything may still be missing."""


@dataclass(frozen=True)
class Context:
    """One toets as a report looks at it; everything here answers in Dutch.

    ``sent`` says which of the letter's sendings (``brief.verzendingen``) a letter is: every
    Kamer gets a letter of its own.
    """

    toets: Toets
    library: Library
    sent: int = 0

    @property
    def brief(self) -> Brief:
        """The letter, or an empty one when nothing is written yet."""
        return self.toets.brief or Brief()

    @property
    def plural(self) -> bool:
        """Whether more than one person signs the letter, so that it says "wij"."""
        return len(self.brief.ondertekenaars) > 1

    @property
    def unfinished(self) -> bool:
        """Whether an absent value means "not filled in yet" rather than "not recorded"."""
        return self.toets.status in UNFINISHED

    def word(self, value: str | None) -> str:
        """An enum value as a reader sees it."""
        return self.library.word(value) if value else ""

    def value(self, list_name: str, value_id: str) -> str:
        """The wording of a value from one of the open lists."""
        return self.library.value_lists.name(list_name, value_id)

    def organisation(self, organisation_id: str | None, *, inside: bool = False) -> str:
        """The full name of an organisation, as it is at the start or ``inside`` a sentence."""
        if not organisation_id:
            return ""
        found = self.library.organisation(organisation_id, self.toets)
        return found.inside if inside else found.naam

    def with_role(self, role: str) -> str:
        """The names of the organisations with a role, as an enumeration."""
        found = enumerate(self.toets.with_role(role))
        return joined(self.organisation(one.id, inside=at > 0) for at, one in found)

    # --- sources ------------------------------------------------------------------------------

    @cached_property
    def sources(self) -> Mapping[str, tuple[int, Bron]]:
        """The sources that this output may show, with their number in the list of sources."""
        shown = (b for b in self.toets.bronnen if b.public or self.library.internal)
        return {bron.id: (number, bron) for number, bron in enumerate(shown, 1)}

    def bron(self, source_id: str | None) -> Bron | None:
        """A source by its id, if it may be shown."""
        found = self.sources.get(source_id or "")
        return found[1] if found else None

    def cited(self, source_ids: Iterable[str | None]) -> Inlines:
        """References to the list of sources: "bron 1, bron 3"; nothing when none."""
        ids = dict.fromkeys(i for i in source_ids if i and i in self.sources)
        links = (link(f"#bron-{i}", f"bron{NBSP}{self.sources[i][0]}") for i in ids)
        return between(links, ", ")

    def full_reference(self, source_id: str | None) -> Inlines:
        """A source in full with its link; an id that is an address links to itself."""
        found = self.bron(source_id)
        if found:
            return link(self.url(found), reference(found))
        is_address = (source_id or "").startswith(("https://", "http://"))
        return link(source_id or "", self._name(source_id or "")) if is_address else ()

    def url(self, bron: Bron | None) -> str:
        """Where a source can be read."""
        return addresses.of_source(bron, self.toets) if bron else ""

    def paper_url(self, nummer: str, ondernummer: str) -> str:
        """The official address of a paper."""
        return addresses.of_paper(nummer, ondernummer, toets=self.toets)

    def _name(self, address: str) -> str:
        """How a source with this address is cited, or the address itself."""
        known = (bron for _, bron in self.sources.values() if self.url(bron) == address)
        return next((cited for bron in known if (cited := citation(bron))), address)

    # --- text ---------------------------------------------------------------------------------

    @cached_property
    def notes(self) -> prose.Notes:
        """The notes of the letter by id, each with its source."""
        return {note.id: self._note(note) for note in self.brief.voetnoten}

    def _note(self, note: Voetnoot) -> Inlines:
        content = prose.inlines(note.tekst)
        bron = self.bron(note.bron)
        url = self.url(bron)
        if not bron or not url:
            return content
        cited = citation(bron)
        if cited and bare(cited) not in bare(prose.plain(content)):
            return (*content, Text(" Zie "), Link(url, said(cited)), Text("."))
        return (Link(url, content),) if all(isinstance(i, Text) for i in content) else content

    def blocks(self, text: str | None, level: int | None = None) -> Blocks:
        """A rich text with the letter's notes; headings only where ``level`` is given."""
        return prose.blocks(text, self.notes, level=level)
