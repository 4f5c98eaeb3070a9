"""Under which terms the toets is published, and how its documents are kept."""

from __future__ import annotations

from invoeringstoets.model import Archief
from invoeringstoets.notation import capitalised, dated
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, facts, known


def colophon(context: Context) -> Section | None:
    """Date and licence of publication, and the archive; nothing when none of it is recorded."""
    published = context.toets.publicatie
    archive = context.toets.archief or Archief()
    pairs = known(
        (
            ("Publicatiedatum", capitalised(dated(published.datum))),
            ("Licentie", published.licentie or ""),
            ("Kenmerk in het archief", archive.identificatie or ""),
            ("Selectielijst", archive.selectielijst or ""),
            ("Waardering", capitalised(context.word(archive.waardering))),
        )
    )
    return Section("Publicatie en archief", facts(pairs), "colofon") if pairs else None
