"""Which toetsen an organisation has a role in."""

from __future__ import annotations

from collections.abc import Mapping

from invoeringstoets.model import Library, Toets


def involved(library: Library) -> Mapping[str, tuple[tuple[Toets, tuple[str, ...]], ...]]:
    """Per organisation id the toetsen it has a role in, with those roles; in order of name."""
    found: dict[str, list[tuple[Toets, tuple[str, ...]]]] = {}
    for toets in library.toetsen:
        for organisatie in toets.organisaties:
            found.setdefault(organisatie.id, []).append((toets, organisatie.rol))
    names = {key: library.organisation(key, rows[0][0]).naam for key, rows in found.items()}
    return {key: tuple(found[key]) for key in sorted(found, key=lambda key: names[key].casefold())}
