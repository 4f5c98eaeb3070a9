"""All toetsen together: the library, what is left out of it, and the rules across files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from invoeringstoets import late
from invoeringstoets.library.extract import NO_NOTE, extract
from invoeringstoets.library.involved import involved
from invoeringstoets.library.outline import Entry, Outline, outline, rough
from invoeringstoets.library.redact import kept_back, redact
from invoeringstoets.library.rules import LIBRARY_RULES, LibraryRule, check
from invoeringstoets.model import Library, Toets, ValueLists

if TYPE_CHECKING:
    from invoeringstoets.library.manuals import MANUALS
else:
    __getattr__ = late.names(__name__, {"manuals": ("MANUALS",)})

__all__ = [
    "LIBRARY_RULES",
    "MANUALS",
    "NO_NOTE",
    "Entry",
    "LibraryRule",
    "Outline",
    "build",
    "check",
    "extract",
    "involved",
    "kept_back",
    "outline",
    "redact",
    "rough",
    "visible",
]


def build(
    toetsen: Iterable[Toets],
    *,
    value_lists: ValueLists,
    wordings: Mapping[str, str],
    reference_date: str,
    internal: bool = False,
) -> Library:
    """The library of these toetsen, sorted by id, looked at from ``reference_date`` (jjjj-mm-dd).

    Unless ``internal``, only what is public is in it: a toets that is not public is left out, and
    of the others the parts that ``redact`` strips, and every mention of a toets that is left out.
    """
    ordered = tuple(sorted(toetsen, key=lambda toets: toets.id))
    if not internal:
        public = tuple(redact(toets) for toets in ordered if toets.public)
        ordered = tuple(_without_hidden_relations(toets, public) for toets in public)
    return Library(
        toetsen=ordered,
        value_lists=value_lists,
        reference_date=reference_date,
        internal=internal,
        wordings=wordings,
    )


def visible(toets: Toets, around: Library, *, internal: bool) -> tuple[Toets, Library]:
    """A toets that was asked for, and the library around it, as far as both may be shown.

    Of a public toets that is what is public, unless ``internal``; another one is shown whole.
    """
    if internal or not toets.public:
        return toets, around
    public = build(
        around.toetsen,
        value_lists=around.value_lists,
        wordings=around.wordings,
        reference_date=around.reference_date,
    )
    return public.by_id(toets.id) or redact(toets), public


def _without_hidden_relations(toets: Toets, public: tuple[Toets, ...]) -> Toets:
    """A toets that mentions only related toetsen a reader can see."""
    visible = {name for other in public for name in (other.id, *other.vorige_ids)}
    related = tuple(other for other in toets.verwante_toetsen if other in visible)
    return toets if related == toets.verwante_toetsen else replace(toets, verwante_toetsen=related)
