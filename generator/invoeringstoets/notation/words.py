"""How words become enumerations, sentences and reasons."""

from __future__ import annotations

from collections.abc import Iterable


def joined(items: Iterable[str]) -> str:
    """Items as a Dutch enumeration: "a", "a en b", "a, b en c"."""
    words = [item for item in items if item]
    if len(words) < 2:  # noqa: PLR2004 - one word needs no "en"
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def because(what: str, reason: str) -> str:
    """That something is not there, and why ("Geen actie: de brief noemt er geen.").

    A reason that is written as a sentence of its own follows as one: "Geen actie. De wet werkt."
    """
    flowed = " ".join(reason.split()).rstrip(".")
    own = flowed[:1].isupper()
    return f"{what}{'.' if own else ':'} {flowed}."


def bare(text: str) -> str:
    """The letters and digits of a text, small: to see whether two texts say the same."""
    return "".join(char for char in text if char.isalnum()).casefold()


def capitalised(text: str) -> str:
    """The text with a capital first letter; a leading "ij" becomes "IJ"."""
    if text[:2] == "ij":
        return "IJ" + text[2:]
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text with a small first letter, for use inside a sentence; "ICT-risico" stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: a capital at the start, a full stop at the end."""
    text = capitalised(text.strip())
    return text if not text or text.endswith((".", "!", "?", ":", "…")) else f"{text}."
