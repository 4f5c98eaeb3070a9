"""What a schema cannot say of a toets: one function per rule, all of them listed here.

The docstring of a rule is its page for the reader, and therefore in Dutch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from invoeringstoets import late
from invoeringstoets.diagnostic import Finding, Severity
from invoeringstoets.model import Toets
from invoeringstoets.rules import (
    adressen,
    beantwoording,
    brief,
    cijfers,
    datums,
    grootheden,
    identiteit,
    nummers,
    opmaak,
    organisaties,
    privacy,
    publicatie,
    samenhang,
    stemmen,
    taal,
    tijdlijn,
    uitkomsten,
    verwijzingen,
    volledigheid,
)
from invoeringstoets.rules.rule import Remark, Rule, Words, all_findings

if TYPE_CHECKING:
    from invoeringstoets.rules.manuals import MANUALS
else:
    __getattr__ = late.names(__name__, {"manuals": ("MANUALS",)})

__all__ = ["MANUALS", "RULES", "Remark", "Rule", "Words", "all_findings", "check"]

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
    Rule("T308", Severity.WAARSCHUWING, samenhang.overeenkomst_is_between_stemmen),
    Rule("T309", Severity.WAARSCHUWING, samenhang.aanbeveling_is_to_another),
    Rule("T310", Severity.WAARSCHUWING, samenhang.grondslag_is_once),
    Rule("T311", Severity.WAARSCHUWING, samenhang.eigenaar_is_not_mede),
    Rule("T312", Severity.FOUT, nummers.vergaderjaar_is_two_years),
    Rule("T313", Severity.WAARSCHUWING, nummers.vergaderjaar_fits_datum),
    Rule("T314", Severity.FOUT, adressen.url_fits_nummer),
    Rule("T315", Severity.WAARSCHUWING, adressen.ecli_is_whole),
    Rule("T316", Severity.WAARSCHUWING, nummers.bron_is_listed_once),
    Rule("T317", Severity.WAARSCHUWING, nummers.ondernummer_counts_in_first_dossier),
    Rule("T318", Severity.WAARSCHUWING, adressen.adres_fits_fictief),
    Rule("T401", Severity.FOUT, datums.datum_exists),
    Rule("T402", Severity.FOUT, datums.peildatum_follows_inwerkingtreding),
    Rule("T403", Severity.FOUT, datums.brief_follows_peildatum),
    Rule("T404", Severity.WAARSCHUWING, datums.status_datum_is_current),
    Rule("T405", Severity.FOUT, datums.opvolging_is_sorted),
    Rule("T406", Severity.FOUT, datums.periode_is_ordered),
    Rule("T407", Severity.FOUT, datums.heroverwegen_op_follows_datum),
    Rule("T408", Severity.WAARSCHUWING, tijdlijn.termijn_follows_brief),
    Rule("T409", Severity.WAARSCHUWING, tijdlijn.bron_precedes_brief),
    Rule("T410", Severity.WAARSCHUWING, tijdlijn.brief_follows_periode),
    Rule("T411", Severity.WAARSCHUWING, tijdlijn.periode_follows_inwerkingtreding),
    Rule("T412", Severity.WAARSCHUWING, tijdlijn.verzending_follows_brief),
    Rule("T413", Severity.WAARSCHUWING, tijdlijn.publicatie_follows_verzending),
    Rule("T414", Severity.WAARSCHUWING, tijdlijn.inwerkingtreding_is_once),
    Rule("T415", Severity.WAARSCHUWING, tijdlijn.kerncijfer_precedes_bron),
    Rule("T501", Severity.FOUT, uitkomsten.ingrijpen_needs_actie),
    Rule("T502", Severity.FOUT, uitkomsten.conclusie_rests_on_bevinding),
    Rule("T503", Severity.WAARSCHUWING, uitkomsten.knelpunt_is_concluded),
    Rule("T504", Severity.FOUT, uitkomsten.afgerond_needs_opvolging),
    Rule("T505", Severity.WAARSCHUWING, uitkomsten.categorie_is_not_derived),
    Rule("T506", Severity.WAARSCHUWING, stemmen.stem_fits_bronnen),
    Rule("T507", Severity.WAARSCHUWING, stemmen.conclusie_rests_on_earlier_stem),
    Rule("T508", Severity.HINT, stemmen.bevinding_is_under_vraag),
    Rule("T509", Severity.HINT, stemmen.vraag_without_antwoord_has_no_bevinding),
    Rule("T510", Severity.WAARSCHUWING, stemmen.antwoord_names_bevinding),
    Rule("T511", Severity.WAARSCHUWING, stemmen.waarneming_has_bevinding),
    Rule("T512", Severity.WAARSCHUWING, stemmen.bevinding_is_said_once),
    Rule("T513", Severity.WAARSCHUWING, beantwoording.overgenomen_has_actie),
    Rule("T514", Severity.WAARSCHUWING, beantwoording.reactie_is_motivated),
    Rule("T515", Severity.WAARSCHUWING, beantwoording.afgewezen_has_no_actie),
    Rule("T516", Severity.FOUT, beantwoording.geen_actie_is_true),
    Rule("T517", Severity.WAARSCHUWING, beantwoording.geen_actie_stands_alone),
    Rule("T518", Severity.WAARSCHUWING, beantwoording.termijn_fits_aard),
    Rule("T519", Severity.WAARSCHUWING, beantwoording.vervallen_needs_opvolging),
    Rule("T601", Severity.FOUT, volledigheid.indexrecord_is_empty),
    Rule("T602", Severity.FOUT, volledigheid.conclusie_has_actie),
    Rule("T603", Severity.WAARSCHUWING, volledigheid.toezegging_is_traceable),
    Rule("T604", Severity.FOUT, volledigheid.tekst_is_finished),
    Rule("T701", Severity.WAARSCHUWING, brief.ondernummer_is_not_early),
    Rule("T702", Severity.HINT, brief.ondernummer_is_filled_in),
    Rule("T703", Severity.FOUT, brief.ondernummer_has_dossier),
    Rule("T704", Severity.FOUT, brief.ondernummer_fits_kamer),
    Rule("T705", Severity.WAARSCHUWING, publicatie.samenvatting_is_short),
    Rule("T706", Severity.FOUT, publicatie.officieel_needs_aangeboden),
    Rule("T707", Severity.WAARSCHUWING, brief.kamer_is_addressed_once),
    Rule("T708", Severity.WAARSCHUWING, brief.bijlagen_are_numbered),
    Rule("T709", Severity.WAARSCHUWING, brief.ondertekenaar_is_not_mede_namens),
    Rule("T712", Severity.WAARSCHUWING, publicatie.brief_is_not_public_early),
    Rule("T713", Severity.HINT, publicatie.grond_names_artikel),
    Rule("T714", Severity.WAARSCHUWING, publicatie.bron_bears_nothing_public_alone),
    Rule("T720", Severity.FOUT, privacy.bsn_is_absent),
    Rule("T721", Severity.FOUT, privacy.iban_is_absent),
    Rule("T722", Severity.FOUT, privacy.email_is_not_personal),
    Rule("T723", Severity.FOUT, privacy.mobile_number_is_absent),
    Rule("T730", Severity.WAARSCHUWING, opmaak.teken_is_in_lettertype),
    Rule("T731", Severity.WAARSCHUWING, opmaak.opmaak_is_possible),
    Rule("T732", Severity.HINT, opmaak.link_says_where_it_goes),
    Rule("T733", Severity.HINT, opmaak.titel_has_no_period),
    Rule("T740", Severity.HINT, taal.zin_is_short),
    Rule("T741", Severity.HINT, taal.zinnen_are_active),
    Rule("T742", Severity.HINT, taal.afkorting_is_explained),
    Rule("T743", Severity.HINT, taal.woord_is_plain),
    Rule("T801", Severity.HINT, cijfers.vergelijking_is_like_with_like),
    Rule("T802", Severity.HINT, cijfers.aantal_is_not_small),
    Rule("T803", Severity.FOUT, cijfers.conflict_has_distinct_bronnen),
    Rule("T804", Severity.WAARSCHUWING, grootheden.aantal_is_possible),
    Rule("T805", Severity.WAARSCHUWING, grootheden.toekenningen_fit_aanvragen),
    Rule("T806", Severity.HINT, grootheden.kerncijfer_is_told_apart),
    Rule("T807", Severity.WAARSCHUWING, grootheden.waarde_has_eenheid),
    Rule("T808", Severity.WAARSCHUWING, grootheden.kerncijfer_has_bron),
    Rule("T809", Severity.WAARSCHUWING, grootheden.oordeel_needs_praktijk),
)
"""Every rule on one toets, by code."""


def check(toets: Toets, words: Words) -> tuple[Finding, ...]:
    """All that the rules find in a toets, in the order of ``RULES``."""
    return tuple(all_findings(RULES, toets, words=words))
