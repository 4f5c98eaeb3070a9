"""By what a reader knows a part of a toets: its number, its title, or its first words."""

from __future__ import annotations

LONGEST = 160
"""Longer values are cut in a sentence (characters)."""

SHORT = 70
"""Longer names are cut where they tell items apart (characters)."""

NUMBERED = frozenset(
    {
        "acties",
        "aanbevelingen",
        "aannames",
        "bevindingen",
        "conclusies",
        "signalen",
        "onderzoeksvragen",
    }
)
"""The lists whose items readers know by their ids, as they stand on the page."""

TELLING = (
    "titel",
    "kop",
    "naam",
    "tekst",
    "omschrijving",
    "antwoord",
    "niet_beantwoord",
)
"""The fields by which a reader knows a thing and what it says, most telling first."""

_NAMES = (
    *TELLING,
    "letterlijk",
    "ambt",
    "veld",
    "passage",
    "organisatie",
    "ref",
    "rij",
    "post",
    "kanaal",
    "soort",
    "onderdeel",
    "kamer",
    "grootheid",
    "waarde",
    "document",
    "datum",
    "bron",
)
"""The fields by which a reader knows a thing, most telling first."""


RUNNING_ON = frozenset(
    {
        "aan", "aangekondigd_in", "deel_van", "geen", "geen_actie", "geen_beperkingen",
        "geen_termijn", "gewogen_in", "heroverwegen_op", "invoering_per", "komt_overeen_met",
        "letterlijk", "mede", "niet_beantwoord", "niet_openbaar", "tegen", "toegezegd_aan", "tot",
        "uiterlijk", "van", "verwacht", "voor",
    }
)  # fmt: skip
"""Fields whose title would run on into the sentence: it is quoted."""


SAYING = {"kring": "{} de regeling"}
"""Fields whose value, in these words, says all: they are not named beside it."""


def named_by(item: object) -> str:
    """The field by which a reader knows a thing, ``""`` if it has none of those.

    What was done on a day is known by that day.
    """
    if getattr(item, "datum", None) and getattr(item, "tekst", None):
        return "datum"
    return next((name for name in _NAMES if getattr(item, name, None)), "")


def cut(text: str, most: int = LONGEST) -> str:
    """A text on one line of at most ``most`` characters, broken off between two words."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: most - 1].rpartition(" ")[0].rstrip(" ,;:.") + " …"
