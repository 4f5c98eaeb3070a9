"""Lists by which personal data are told from those of an organisation."""

from __future__ import annotations

from collections.abc import Mapping

PRIVATE_PROVIDERS = frozenset(
    {
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl",
        "live.nl", "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "yahoo.com",
        "yahoo.nl", "proton.me", "protonmail.com", "pm.me", "gmx.net", "gmx.com", "gmx.de",
        "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl", "xs4all.nl",
        "home.nl", "upcmail.nl", "quicknet.nl", "casema.nl", "chello.nl", "zonnet.nl",
        "tele2.nl", "telfort.nl", "telfortglasvezel.nl", "versatel.nl", "wxs.nl", "solcon.nl",
        "caiway.nl", "freedom.nl", "tutanota.com", "tuta.com", "zeelandnet.nl", "freeler.nl",
    }
)  # fmt: skip
"""Who gives e-mail addresses to private persons in the Netherlands."""

OFFICIAL_DOMAINS = frozenset(
    {
        "rijksoverheid.nl", "overheid.nl", "government.nl", "minaz.nl", "minbuza.nl", "mindef.nl",
        "minvws.nl", "minbzk.nl", "minez.nl", "minezk.nl", "minjenv.nl", "minszw.nl", "minfin.nl",
        "minocw.nl", "minienw.nl", "minlnv.nl", "minlvvn.nl", "minaenm.nl", "minvro.nl",
        "minkgg.nl", "belastingdienst.nl", "toeslagen.nl", "douane.nl", "uwv.nl", "svb.nl",
        "duo.nl", "hetcak.nl", "cjib.nl", "ind.nl", "coa.nl", "rvo.nl", "rdw.nl", "rivm.nl",
        "kadaster.nl", "cbr.nl", "ilent.nl", "nlarbeidsinspectie.nl", "inspectieszw.nl",
        "nvwa.nl", "igj.nl", "acm.nl", "afm.nl", "autoriteitpersoonsgegevens.nl", "logius.nl",
        "rijkswaterstaat.nl", "dji.nl", "justid.nl", "rechtspraak.nl", "politie.nl", "om.nl",
        "tweedekamer.nl", "eerstekamer.nl", "vng.nl", "cbs.nl", "cpb.nl", "scp.nl", "pbl.nl",
    }
)  # fmt: skip
"""Domains of ministries, executing bodies and supervisors; the value list adds its own."""

FUNCTIONS = frozenset(
    {
        "info", "contact", "post", "postbus", "communicatie", "voorlichting", "pers", "woo",
        "avg", "privacy", "redactie", "secretariaat", "servicedesk", "helpdesk", "klantcontact",
        "klachten", "bezwaar", "archief", "toezicht", "meldpunt", "loket", "invoeringstoets",
        "invoeringstoetsen", "wetgeving", "regeldruk", "beleid", "noreply", "no-reply",
    }
)  # fmt: skip
"""With what the name of an address of a function begins, up to a point or a dash."""

IBAN_LENGTHS: Mapping[str, int] = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "LU": 20, "GB": 22, "IE": 22, "ES": 24, "PT": 25,
    "IT": 27, "AT": 20, "CH": 21, "LI": 21, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "IS": 26,
    "PL": 28, "CZ": 24, "SK": 24, "HU": 28, "SI": 19, "HR": 21, "RO": 24, "BG": 22, "GR": 27,
    "CY": 28, "MT": 31, "EE": 20, "LV": 21, "LT": 20, "MC": 27, "SM": 27, "TR": 26,
}  # fmt: skip
"""How long an IBAN is, by country (the IBAN registry of ISO 13616)."""
