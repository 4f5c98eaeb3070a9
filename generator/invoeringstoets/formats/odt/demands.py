"""What a template must hold: the styles that the writer names, and places for all the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["DEMANDS", "Demand"]

_STYLES = (
    *("Standard", "Text_20_body", "Caption", "Footnote", "Inleiding", "Toelichting", "Aanhef"),
    *("Nog_20_niet_20_ingevuld", "Lijsttekst", "Lijsttekst_20_einde", "Begrip", "Omschrijving"),
    *("Quotations", "Citaat_20_in_20_lijst"),
    *("Tabelkop", "Tabelrijkop", "Tabeltekst", "Kadertitel", "Kadertekst", "Let_20_op_20_titel"),
    *("Let_20_op_20_tekst", "Melding", "Melding_20_let_20_op", "Actiekop", "Actie"),
    *(
        "Actie_20_in_20_lijst",
        "Actiegegevens",
        "Ambt",
        "Naam",
        "Figuur",
        "Beeldmerk",
        "Beeldmerk_20_met_20_logo",
    ),
    *(f"Heading_20_{level}" for level in range(1, 7)),
    *("Strong_20_Emphasis", "Emphasis", "Internet_20_link", "Footnote_20_anchor", "Feitlabel"),
    *("Opsomming", "Nummering", "Actielijst", "First_20_Page"),
    *("Opsomming_20_in_20_citaat", "Nummering_20_in_20_citaat"),
)


@dataclass(frozen=True)
class Demand:
    """The names of styles as ODF writes them, and of slots."""

    styles: tuple[str, ...]
    slots: tuple[str, ...]


_SLOTS = ("meldingen", "gegevens", "inhoud", "meldingslabels", "voettekst")

DEMANDS: Mapping[str, Demand] = {
    "brief": Demand(
        (*_STYLES, "Kenmerklabel", "Kenmerk", "Feit"),
        (
            *_SLOTS,
            *("afzender", "retouradres", "geadresseerde", "kenmerken", "vervolgkenmerken"),
        ),
    ),
    "rapport": Demand(
        (
            *(
                *_STYLES,
                "Title",
                "Subtitle",
                "Titel_20_kort",
                "Ondertitel_20_kort",
                "Index_20_Link",
            ),
            *("Contents_20_Heading", "Contents_20_1", "Contents_20_2", "Kort_20_rapport"),
        ),
        (*_SLOTS, "logo", "titel", "ondertitel", "inhoudsopgave"),
    ),
}
"""What the template of a letter and of a report must hold."""
