"""What every output must say of itself; none of it can be switched off by a format."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Blocks, Notice, Text, Tone
from invoeringstoets.notation import capitalised
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import meta

COLOPHON = "Werkexemplaar; het archiefexemplaar staat bij de verzendende organisatie."
"""The last line of every report."""


def notices(context: Context) -> tuple[Notice, ...]:
    """The notices of one toets, most important first."""
    return tuple(_notices(context))


def is_official(context: Context) -> bool:
    """Whether the output may go without "geen officieel document"."""
    toets = context.toets
    return toets.status == "aangeboden" and toets.publicatie.officieel and not toets.fictief


def _notices(context: Context) -> Iterator[Notice]:
    toets = context.toets
    if toets.fictief:
        yield Notice("Fictief", "Dit is een verzonnen voorbeeld. De inhoud is geen werkelijkheid.")
    if not toets.public or context.library.internal:
        yield Notice("Intern", "Deze versie is niet bestemd voor openbaarmaking.")
    if toets.status != "aangeboden" and toets.soort != "afweging":
        word = context.word(toets.status)
        yield Notice(capitalised(word), "De toets is niet aangeboden aan de Kamer.")
    yield from _completeness(context)
    if context.brief.tekst == "bewerking":
        yield Notice(
            "Bewerking", "De tekst van de brief is een bewerking, niet de authentieke tekst."
        )
    if not is_official(context):
        yield Notice(
            "Geen officieel document",
            "Aan deze weergave kunnen geen rechten worden ontleend.",
            Tone.INFO,
        )


def _completeness(context: Context) -> Iterator[Notice]:
    if context.toets.volledigheid == "gedeeltelijk":
        text = "Niet alle gegevens van deze toets zijn vastgelegd."
        yield Notice("Gedeeltelijk", text, Tone.INFO)
    elif context.toets.volledigheid == "indexrecord":
        text = "Van deze toets is alleen de vindplaats vastgelegd, niet de inhoud."
        yield Notice("Indexrecord", text)


def original(context: Context) -> Blocks:
    """Where the authentic text of an adapted letter is; stands below the notices."""
    if context.brief.tekst != "bewerking":
        return ()
    found = context.full_reference(context.brief.origineel)
    return (
        (meta((Text("De authentieke tekst van de brief: "), *found, Text("."))),) if found else ()
    )
