"""Text, links and inlines in normal shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from operator import is_
from typing import TYPE_CHECKING, TypeVar, cast

from invoeringstoets.document import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")

_UNSEEN = re.compile("[\u00ad\ufeff]")
_WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNCLEAN = re.compile("[\u00ad\ufeff\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|  ")
"""What ``clean`` would change; most text has none of it."""

_SAFE_TARGET = re.compile(
    r"(?:https?://|mailto:|#)[^\s<>\"\\^`{|}\x00-\x1f\x7f-\x9f]+", re.IGNORECASE
)


def is_clean(text: str) -> bool:
    """Whether ``clean`` leaves a text as it is; most is sure to be without a look at each sign."""
    return (text.isprintable() and "  " not in text) or _UNCLEAN.search(text) is None


def clean(text: str) -> str:
    """Text with runs of white space as one space and unreadable characters as U+FFFD.

    Left out are the byte order mark, which PDF/A forbids, and the soft hyphen, since each format
    hyphenates by itself and Typst 0.15 fails on one next to a link.
    """
    if is_clean(text):
        return text
    text = _WHITE_SPACE.sub(" ", _UNSEEN.sub("", text))
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def is_normal(text: str) -> bool:
    """Whether a text by itself is inline content in normal shape."""
    return bool(text) and is_clean(text) and text == text.strip(" ")


def scrubbed(value: T) -> T:
    """A value of the document tree with every string in it cleaned; itself when all is clean."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else cast("T", clean(value))
    if isinstance(value, tuple):
        items = [scrubbed(item) for item in value]
        same = all(map(is_, items, value))
        return value if same else cast("T", tuple(items))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for name in _names(type(value)):
            old = getattr(value, name)
            new = scrubbed(old)
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value
    return value


@cache
def _names(kind: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def is_safe(target: str) -> bool:
    """Whether a link target may be printed as a link: http(s), mailto, or ``#id``."""
    return _SAFE_TARGET.fullmatch(target) is not None


def plain(content: Inlines) -> str:
    """The text of inlines without looks and without footnotes; for titles and contents."""
    return clean("".join(_words(content))).strip()


def _words(content: Inlines) -> Iterator[str]:
    for node in content:
        match node:
            case Text(text):
                yield text
            case LineBreak():
                yield " "
            case Strong(inner) | Emphasis(inner) | Link(_, inner):
                yield from _words(inner)
            case Footnote():
                pass


_Kinds = frozenset[type]
_NO_KINDS: _Kinds = frozenset()


def edged(content: Inlines) -> Inlines:
    """Clean inlines in normal shape, without line breaks or spaces at the edges."""
    match content:
        case (Text(text),) if text and text == text.strip(" "):
            return content
    _, nodes, _ = _trimmed(_merged(_inner(content, _NO_KINDS)))
    return tuple(nodes)


def noteless(content: Inlines) -> Inlines:
    """The same for a title: contents and bookmarks repeat it, so a note in it becomes text."""
    return edged(tuple(_inner(content, frozenset({Footnote}))))


def _trimmed(nodes: Iterable[Inline]) -> tuple[list[Inline], list[Inline], list[Inline]]:
    """The line breaks and spaces before, the nodes, and the line breaks and spaces after."""
    inner = list(nodes)
    before, after = list[Inline](), list[Inline]()
    while inner and (edge := _edge(inner[0], leading=True)):
        before.append(edge[0])
        inner[:1] = edge[1:]
    while inner and (edge := _edge(inner[-1], leading=False)):
        after.insert(0, edge[0])
        inner[-1:] = edge[1:]
    return before, inner, after


def _edge(node: Inline, *, leading: bool) -> list[Inline]:
    """The white at one edge of a node and what is left of it; empty when there is no white."""
    match node:
        case LineBreak():
            return [node]
        case Text(text):
            bare = text.lstrip(" ") if leading else text.rstrip(" ")
            if bare == text:
                return []
            return [Text(" "), Text(bare)] if bare else [Text(" ")]
        case _:
            return []


def _inner(content: Iterable[Inline], within: _Kinds) -> Iterator[Inline]:
    for node in content:
        match node:
            case Text() | LineBreak():
                yield node
            case Footnote(inner) if within & {Footnote, Link}:
                yield from (Text(" ("), *_inner(inner, within), Text(")"))
            case Footnote(inner):
                note = edged(tuple(_inner(inner, frozenset({Footnote}))))
                yield from [Footnote(note)] if note else []
            case Link(target, inner) if Link in within or not is_safe(target):
                yield from _inner(inner, within)
            case _:
                yield from _wrapped(node, within)


def _wrapped(node: Strong | Emphasis | Link, within: _Kinds) -> Iterator[Inline]:
    """The node around its normal content, white at its edges left outside.

    Only the content when the node says nothing new.
    """
    content = tuple(_merged(_inner(node.content, within | {type(node)})))
    if type(node) in within:
        yield from content
        return
    before, inner, after = _trimmed(content)
    yield from before
    if inner:
        yield replace(node, content=tuple(inner))
    yield from after


def _merged(nodes: Iterable[Inline]) -> Iterator[Inline]:
    """Neighbours of one kind as one node; without empty texts."""
    last: Inline | None = None
    for node in nodes:
        if node == Text(""):
            continue
        joined = None if last is None else _joined(last, node)
        if joined is None and last is not None:
            yield last
        last = joined or node
    if last is not None:
        yield last


def _joined(left: Inline, right: Inline) -> Inline | None:
    match left, right:
        case Text(a), Text(b):
            return Text(clean(a + b))
        case Strong(a), Strong(b):
            return Strong(tuple(_merged((*a, *b))))
        case Emphasis(a), Emphasis(b):
            return Emphasis(tuple(_merged((*a, *b))))
    return None
