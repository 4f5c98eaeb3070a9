"""What a schema cannot say of a toets: one function per rule, all of them listed here.

The docstring of a rule is its page for the reader, and therefore in Dutch.
"""

from __future__ import annotations

from collections.abc import Mapping

from invoeringstoets.diagnostic import Finding, Manual, Severity
from invoeringstoets.model import Toets
from invoeringstoets.rules import (
    brief,
    cijfers,
    datums,
    identiteit,
    opmaak,
    organisaties,
    privacy,
    publicatie,
    taal,
    uitkomsten,
    verwijzingen,
    volledigheid,
)
from invoeringstoets.rules.rule import Remark, Rule, Words

__all__ = ["MANUALS", "RULES", "Remark", "Rule", "Words", "check"]

RULES: tuple[Rule, ...] = (
    Rule("T201", Severity.FOUT, identiteit.id_is_file_name),
    Rule("T202", Severity.FOUT, identiteit.ids_are_unique),
    Rule("T203", Severity.FOUT, identiteit.rij_is_unique),
    Rule("T301", Severity.FOUT, verwijzingen.reference_resolves),
    Rule("T302", Severity.FOUT, organisaties.organisatie_is_known),
    Rule("T303", Severity.FOUT, verwijzingen.deel_van_has_no_cycle),
    Rule("T304", Severity.FOUT, verwijzingen.voetnoot_resolves),
    Rule("T305", Severity.WAARSCHUWING, verwijzingen.voetnoot_is_used),
    Rule("T306", Severity.WAARSCHUWING, verwijzingen.bron_is_used),
    Rule("T307", Severity.FOUT, organisaties.eigenaar_has_rol),
    Rule("T401", Severity.FOUT, datums.datum_exists),
    Rule("T402", Severity.FOUT, datums.peildatum_follows_inwerkingtreding),
    Rule("T403", Severity.FOUT, datums.brief_follows_peildatum),
    Rule("T404", Severity.WAARSCHUWING, datums.status_datum_is_current),
    Rule("T405", Severity.FOUT, datums.opvolging_is_sorted),
    Rule("T406", Severity.FOUT, datums.periode_is_ordered),
    Rule("T407", Severity.FOUT, datums.heroverwegen_op_follows_datum),
    Rule("T501", Severity.FOUT, uitkomsten.ingrijpen_needs_actie),
    Rule("T502", Severity.FOUT, uitkomsten.conclusie_rests_on_bevinding),
    Rule("T503", Severity.WAARSCHUWING, uitkomsten.knelpunt_is_concluded),
    Rule("T504", Severity.FOUT, uitkomsten.afgerond_needs_opvolging),
    Rule("T505", Severity.WAARSCHUWING, uitkomsten.categorie_is_not_derived),
    Rule("T601", Severity.FOUT, volledigheid.indexrecord_is_empty),
    Rule("T602", Severity.FOUT, volledigheid.conclusie_has_actie),
    Rule("T701", Severity.WAARSCHUWING, brief.ondernummer_is_not_early),
    Rule("T702", Severity.HINT, brief.ondernummer_is_filled_in),
    Rule("T703", Severity.FOUT, brief.ondernummer_has_dossier),
    Rule("T704", Severity.FOUT, brief.ondernummer_fits_kamer),
    Rule("T705", Severity.WAARSCHUWING, publicatie.samenvatting_is_short),
    Rule("T706", Severity.FOUT, publicatie.officieel_needs_aangeboden),
    Rule("T720", Severity.FOUT, privacy.bsn_is_absent),
    Rule("T721", Severity.FOUT, privacy.iban_is_absent),
    Rule("T722", Severity.FOUT, privacy.email_is_not_personal),
    Rule("T723", Severity.FOUT, privacy.mobile_number_is_absent),
    Rule("T730", Severity.WAARSCHUWING, opmaak.teken_is_in_lettertype),
    Rule("T740", Severity.HINT, taal.zin_is_short),
    Rule("T741", Severity.HINT, taal.zinnen_are_active),
    Rule("T742", Severity.HINT, taal.afkorting_is_explained),
    Rule("T743", Severity.HINT, taal.woord_is_plain),
    Rule("T801", Severity.HINT, cijfers.vergelijking_is_like_with_like),
    Rule("T802", Severity.HINT, cijfers.aantal_is_not_small),
    Rule("T803", Severity.FOUT, cijfers.conflict_has_distinct_bronnen),
)
"""Every rule on one toets, by code."""

MANUALS: Mapping[str, Manual] = {rule.code: rule.manual for rule in RULES}
"""The page of each rule, by code."""


def check(toets: Toets, words: Words) -> tuple[Finding, ...]:
    """All that the rules find in a toets, in the order of ``RULES``."""
    return tuple(finding for rule in RULES for finding in rule(toets, words))
