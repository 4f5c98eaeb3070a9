"""Words under which a text must be found too: abbreviations, other words, parts of compounds.

A search engine that knows Dutch stems still misses "toeslag" in "kinderopvangtoeslag" and does not
know that KOT is the same thing. The words are data: ``schema/taal/zoekwoorden.json`` and the
abbreviations in the value list ``begrippen``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache

from invoeringstoets import assets
from invoeringstoets.model import ValueLists

Groups = tuple[tuple[str, ...], ...]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FILE = "schema/taal/zoekwoorden.json"


@cache
def _listed(name: str) -> Groups:
    return tuple(tuple(group) for group in json.loads(assets.text(_FILE))[name])


def equals(value_lists: ValueLists) -> Groups:
    """Groups of words for the same thing, the abbreviations of the glossary included."""
    words = value_lists.lists.get("begrippen", {}).values()
    short = ((word.naam, word.korte_naam) for word in words if word.korte_naam)
    return (*_listed("gelijk"), *short)


def also(text: str, value_lists: ValueLists) -> tuple[str, ...]:
    """The words that are not in a text but under which it must be found."""
    lowered = text.casefold()
    words = frozenset(_WORD.findall(lowered))
    found = dict.fromkeys((*_same(lowered, words, groups=equals(value_lists)), *_parts(words)))
    return tuple(word for word in found if word.casefold() not in words)


def _same(text: str, words: frozenset[str], *, groups: Groups) -> Iterator[str]:
    for group in groups:
        if any(_holds(text, words, word=word.casefold()) for word in group):
            yield from group


def _holds(text: str, words: frozenset[str], *, word: str) -> bool:
    """Whether a word, or a run of several, is in the text as a whole."""
    return word in words or (" " in word and word in text)


def _parts(words: Iterable[str]) -> Iterator[str]:
    """The forms of every word that stands alone or ends or begins a compound."""
    known = "\n".join(("", *words, ""))  # to look in one text is far faster than in each word
    for forms in _listed("delen"):
        if any(f"\n{form}" in known or f"{form}\n" in known for form in forms):
            yield from forms
