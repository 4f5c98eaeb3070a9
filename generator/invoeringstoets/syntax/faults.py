"""What can be wrong with a text as YAML, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace

_SHOWN = 60
"""How many characters of a key are quoted in a message."""


Change = tuple[int, int, str]
"""Two character offsets (end not included) and what should stand there instead."""


@dataclass(frozen=True)
class Repair:
    """Changes that belong together, and in Dutch what they do."""

    description: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Fault:
    """A fault between two character offsets of the text; a fatal one leaves no usable data."""

    code: str
    start: int
    end: int
    message: str
    help: str
    fatal: bool = True


def control_character(text: str, at: int) -> Fault:
    """T003: a character that is no part of a text."""
    return Fault(
        "T003",
        at,
        at + 1,
        f"stuurteken U+{ord(text[at]):04X} in de tekst",
        "haal het teken weg; het is meegekomen bij kopiëren uit een ander programma",
    )


def hidden_control_character(start: int, end: int) -> Fault:
    """T003: a quoted text that writes a control character as an escape."""
    return Fault(
        "T003",
        start,
        end,
        "deze tekst bevat een stuurteken, geschreven met een backslash",
        "haal het teken weg, of zet de tekst tussen enkele aanhalingstekens: '...'",
    )


def duplicate_key(key: str, span: tuple[int, int], *, lines: tuple[int, int], item: bool) -> Fault:
    """T020: the same key twice in one mapping; names both lines.

    ``item``: the key is the first of a list item, which is how a new item without a dash looks.
    """
    shown = " ".join(key.split())[:_SHOWN]
    first_line, line = lines
    new_item = (
        f"begint op regel {line} een nieuw onderdeel van de lijst, zet daar dan ‘- ’ voor\nanders: "
    )
    return Fault(
        "T020",
        *span,
        f"sleutel ‘{shown}’ staat er twee keer: op regel {first_line} en op regel {line}",
        (f"{new_item}anders: " if item else "") + "voeg de twee samen of haal er een weg",
        fatal=False,
    )


def duplicate_piece(first: Fault) -> Fault:
    """T020: a key twice, and those after it as well; ``first`` is the fault of the first."""
    more = "\nook wat erna komt staat er twee keer; is het hele stuk dubbel, haal er dan een weg"
    return (
        first
        if "\n" in first.help or "‘- ’" in first.help
        else replace(first, help=first.help + more)
    )


def anchor(start: int, end: int) -> Fault:
    """T021: an anchor (``&a``) or an alias (``*a``)."""
    return Fault(
        "T021",
        start,
        end,
        "‘&’ en ‘*’ aan het begin van een waarde zijn verwijzingen in YAML; die gebruiken we niet",
        "zet de tekst tussen aanhalingstekens, of schrijf de waarde voluit",
    )


def tag(start: int, end: int) -> Fault:
    """T022: a tag (``!x``)."""
    return Fault(
        "T022",
        start,
        end,
        "een waarde kan niet met ‘!’ beginnen: dat is een typeaanduiding in YAML",
        "zet de tekst tussen aanhalingstekens, of haal de aanduiding weg",
    )


def merge_key(start: int, end: int) -> Fault:
    """T023: the merge key (``<<``)."""
    return Fault(
        "T023",
        start,
        end,
        "‘<<’ voegt in YAML een ander stuk in; dat gebruiken we niet",
        "schrijf de sleutels zelf uit",
    )


def complex_key(start: int, end: int) -> Fault:
    """T024: a key that is no plain text."""
    return Fault(
        "T024",
        start,
        end,
        "hier hoort een sleutel te staan: een woord met een dubbele punt erachter",
        "begint de tekst met ‘[’, ‘{’, ‘*’ of ‘?’, zet hem dan tussen aanhalingstekens",
    )


def second_document(start: int, end: int) -> Fault:
    """T025: more than one YAML document in a file."""
    return Fault(
        "T025",
        start,
        end,
        "hier begint een tweede document; een bestand bevat één toets",
        "haal de regel met ‘---’ of ‘...’ weg, of maak er een tweede bestand van",
    )


def too_deep(start: int, depth: int) -> Fault:
    """T026: nested deeper than any toets can be."""
    return Fault(
        "T026",
        start,
        start + 1,
        f"dieper genest dan {depth} niveaus",
        "zo diep gaat een toets niet; kijk of er haakjes of spaties te veel staan",
    )


def empty() -> Fault:
    """T001: nothing but white space and comments."""
    return Fault(
        "T001",
        0,
        0,
        "het bestand is leeg",
        "begin met ‘toets nieuw’, of kopieer een bestaande toets",
    )


def too_large(megabytes: int) -> Fault:
    """T002: more text than a toets can have."""
    return Fault(
        "T002",
        0,
        0,
        f"het bestand is groter dan {megabytes} MB",
        "een toets is tekst van hooguit enkele tientallen bladzijden; is dit het goede bestand?",
    )


def directive(start: int, end: int) -> Fault:
    """T027: a directive (``%YAML``, ``%TAG``)."""
    return Fault(
        "T027",
        start,
        end,
        "een regel die met ‘%’ begint, is een opdracht aan YAML; die gebruiken we niet",
        "haal de regel weg",
    )


def in_quotes(value: str) -> str:
    """A text as it would be written between quotes, cut short where it is long."""
    if len(value) > _SHOWN:
        value = value[:_SHOWN].rstrip() + " ..."
    if "'" not in value:
        return f"'{value}'"
    return f'"{value}"' if '"' not in value else "'" + value.replace("'", "''") + "'"
