"""What stands inside a line of text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Text with emphasis that a screen reader may stress (bold)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Emphasis:
    """Text with light emphasis (italic)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Link:
    """A link with its text; ``target`` is http(s), mailto, or ``#id`` within the document."""

    target: str
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Footnote:
    """A note at this place; formats number them. Holds inline content only (PDF/UA)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class LineBreak:
    """A forced new line inside a paragraph."""


Inline = Text | Strong | Emphasis | Link | Footnote | LineBreak
Inlines = tuple[Inline, ...]
