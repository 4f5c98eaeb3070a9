"""Words under which a text must be found too: abbreviations, other words, parts of compounds.

A search engine that knows Dutch stems still misses "toeslag" in "kinderopvangtoeslag" and does not
know that KOT is the same thing. The words are data: ``schema/taal/zoekwoorden.json`` and the
abbreviations in the value list ``begrippen``.

The words that come with a text stand behind it as ``⁂kinderopvangtoeslag⁂ kot⁂ toeslag⁂``: first
the word of the text, then what it is found by. The search page shows none of it, and marks the
word of the text instead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache

from markupsafe import Markup, escape

from invoeringstoets import assets
from invoeringstoets.model import ValueLists

Groups = tuple[tuple[str, ...], ...]

MARK = "⁂"
"""What tells the words that come with a text from the text itself."""

_WORD = re.compile(r"[^\W\d_]+")
_SHOWN = re.compile(
    r"<(?:pre\b.*?</pre>|code\b.*?</code>|[^>]*>)|([a-z\u00df-\u024f]{3,})", re.DOTALL
)
"""A tag (code, which is not in the index, as a whole), or a word that is shown.

A word is in lower case, of letters as European languages have them.
"""

_HEADING = re.compile(r"<h([1-6])\b[^>]*>.*?</h\1>", re.DOTALL)
_WEIGHTS = {"1": 3, "2": 2, "3": 2}
"""How heavily the words that come with a heading of this level count; a heading has 7 to 5."""

_LIGHT = 0.5
"""How heavily the words that come with a text count; the text has 1."""

_FILE = "schema/taal/zoekwoorden.json"
_LINKS = ("", "s", "e", "en", "n")
"""What may stand between the parts of a Dutch compound."""

_BEFORE, _BEGINS = 3, 5
"""Letters: the least before a known part that ends a word, and of a known part that begins one."""


@cache
def _listed(name: str) -> Groups:
    return tuple(tuple(group) for group in json.loads(assets.text(_FILE))[name])


def equals(value_lists: ValueLists) -> Groups:
    """Groups of words for the same thing, the abbreviations of the glossary included."""
    words = value_lists.lists.get("begrippen", {}).values()
    short = ((word.naam, word.korte_naam) for word in words if word.korte_naam)
    return (*_listed("gelijk"), *short)


def forms() -> tuple[str, ...]:
    """Every form of the parts of compounds that may begin or end a word we do not know."""
    return tuple(form for group in _listed("delen") for form in group)


def findable(html: str, value_lists: ValueLists) -> Markup:
    """HTML with the words it must be found under: behind each heading, and each text below one."""
    lexicon = _lexicon(equals(value_lists))
    html = str(html)  # pieces of ``Markup`` are slow
    pieces = []
    last = 0
    for heading in _HEADING.finditer(html):
        text = html[last : heading.start()]
        light = "data-pagefind-weight" in heading[0]
        weight = _LIGHT if light else _WEIGHTS.get(heading[1], 1)
        pieces += [text, lexicon.span(text, _LIGHT), heading[0], lexicon.span(heading[0], weight)]
        last = heading.end()
    pieces += [html[last:], lexicon.span(html[last:], _LIGHT)]
    return Markup("".join(pieces))  # noqa: S704 - what was HTML, and escaped words of ours


def behind(head: str, words: Iterable[str]) -> str:
    """What stands behind a text so that its word (or run of words) is found by others too."""
    joined = " ".join(f"{word}{MARK}" for word in words)
    return f"{MARK}{'_'.join(head.split())}{MARK} {joined}" if joined else ""


class _Lexicon:
    """The groups of words for the same thing, and the parts of compounds, ready to look in."""

    def __init__(self, groups: Groups) -> None:
        self._same: dict[str, list[str]] = {}
        for group in groups:
            for word in group:
                others = (other for other in group if other != word)
                self._same.setdefault(word.casefold(), []).extend(others)
        runs = sorted((word for word in self._same if not _WORD.fullmatch(word)), key=len)
        self._runs = re.compile(rf"\b(?:{'|'.join(map(re.escape, reversed(runs)))})\b")
        self._starts = frozenset(_WORD.findall(run)[0] for run in runs)
        self._known: dict[str, tuple[str, ...]] = {}

    def span(self, html: str, weight: float) -> str:
        """The words that come with a piece of HTML, as the index reads them; or ``""``."""
        text = " ".join(behind(*found) for found in self.found(html))
        return f'<span data-pagefind-weight="{weight}"> {escape(text)}</span>' if text else ""

    def found(self, html: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each word (or run of words) that is shown with those it is found by, each word once."""
        lowered = html.casefold()
        there = dict.fromkeys(_SHOWN.findall(lowered))
        there.pop("", None)
        runs = () if self._starts.isdisjoint(there) else self._runs.findall(lowered)
        told: set[str] | None = None
        for head in (*runs, *there):
            words = self._known.get(head)
            if words is None:
                words = self._known[head] = self._with(head)
            if words:
                told = set(there) if told is None else told
                new = tuple(word for word in words if word not in told)
                told.update(new)
                if new:
                    yield head, new

    def _with(self, head: str) -> tuple[str, ...]:
        """What a word is found by: words for the same, its parts, and what these are found by."""
        same = (head, *self._same.get(head, ()))
        found = (*same, *(part for word in same for part in _parts_of(word)))
        words = (*found, *(other for word in found for other in self._same.get(word, ())))
        single = dict.fromkeys(one for word in words for one in word.casefold().split())
        return tuple(word for word in single if word != head)


@cache
def _lexicon(groups: Groups) -> _Lexicon:
    return _Lexicon(groups)


def _parts_of(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold()):
        yield from parts(word)


# --- compounds ---


@cache
def _forms(*names: str) -> dict[str, tuple[str, ...]]:
    """The forms of each known part, by each of its forms."""
    return {form: group for name in names for group in _listed(name) for form in group}


def parts(word: str) -> tuple[str, ...]:
    """What a lower-case compound is found by: its parts, and what it is a kind of.

    A minimumuurloon is an uurloon, a minimumloon and a loon: the parts in front may be left out,
    the last may not. Where only the end or the beginning of a word is known, that is all it gives.
    """
    split = _split(word)
    if split:
        known = _forms("delen", "stukken")
        single = (known[part][0] for part in split)
        return tuple(dict.fromkeys((*single, *_kinds(split)))) if len(split) > 1 else ()
    known = _forms("delen")
    ends = (f for f in known if word.endswith(f) and _may_precede(word[: -len(f)]))
    begins = (f for f in known if len(f) >= _BEGINS and word.startswith(f))
    longest = (max(found, key=len, default="") for found in (ends, begins))
    return tuple(known[part][0] for part in longest if part)


def _may_precede(rest: str) -> bool:
    """Whether this can be a word before a known one: "sch" in "schouder" cannot."""
    return len(rest) >= _BEFORE and any(letter in "aeiouy" for letter in rest)


@cache
def _split(word: str) -> tuple[str, ...]:
    """The known parts that a word is made of, in the fewest pieces; none if one is unknown."""
    known = _forms("delen", "stukken")
    if word in known:
        return (word,)
    found = []
    for part in known:
        if word.startswith(part):
            rests = (word[len(part) :].removeprefix(link) for link in _LINKS)
            found += [(part, *rest) for rest in map(_split, dict.fromkeys(rests)) if rest]
    return min(found, key=len, default=())


def _kinds(split: tuple[str, ...]) -> Iterator[str]:
    """What a compound is a kind of: parts of it, in their order, with the last."""
    *front, head = split
    for chosen in range(1, 2 ** len(front) - 1):
        yield "".join(p for i, p in enumerate(front) if chosen >> i & 1) + head
