"""What can be wrong with files and folders, in plain Dutch, with a code for each."""

from __future__ import annotations

import errno
from pathlib import Path

from invoeringstoets.diagnostic import START, Diagnostic, Manual, Severity

BAD_HOUSE_STYLE = "T088"
UNUSED_HOUSE_STYLE = "T089"
MISSING = "T090"
NOTHING_TO_CHECK = "T091"
UNREADABLE = "T092"
BAD_SETTINGS = "T093"
BAD_VALUE_LIST = "T094"

_FAULT = Severity.FOUT

MANUALS = (
    Manual(
        BAD_HOUSE_STYLE,
        "huisstijl_onjuist",
        "huisstijl klopt niet",
        _FAULT,
        "In huisstijl.toml staat iets dat niet kan. Er mogen een naam in staan en de groepen"
        " [kleuren], [lettertypen], [logo] en per organisatie uit de waardelijst [afzender.…].",
        "Een sleutel die stil wordt overgeslagen, doet iets anders dan u denkt.",
        '[kleur]\naccent = "#01689b"',
        '[kleuren]\naccent = "#01689b"',
    ),
    Manual(
        UNUSED_HOUSE_STYLE,
        "huisstijl_niet_bruikbaar",
        "deel van de huisstijl is niet te gebruiken",
        Severity.WAARSCHUWING,
        "Een kleur, lettertype of logo uit huisstijl.toml of een eigen sjabloon is er niet, is te"
        " groot, is beschadigd of is niet te gebruiken. De neutrale opmaak komt ervoor in de"
        " plaats.",
        "Tekst met te weinig contrast kan niet iedereen lezen (WCAG 1.4.3), en een stuk met een"
        " kapot lettertype of logo is geen goede PDF.",
        '[kleuren]\naccent = "#ffe600"',
        '[kleuren]\naccent = "#01689b"',
    ),
    Manual(
        MISSING,
        "bestand_ontbreekt",
        "bestand of map bestaat niet",
        _FAULT,
        "Er is een bestand of map genoemd die er niet is.",
        "Zonder bestand valt er niets te controleren. Kijk of de naam goed gespeld is en of u in"
        " de goede map staat.",
        "toets controleer toetsen/2024-kot-wzl.yaml",
        "toets controleer toetsen/2024-kot-wlz.yaml",
    ),
    Manual(
        NOTHING_TO_CHECK,
        "map_zonder_toetsen",
        "map zonder toetsen",
        _FAULT,
        "In de map staat geen enkel bestand waarvan de naam op .yaml of .yml eindigt.",
        "Een toets is één YAML-bestand in de map toetsen. Een lege map is meestal de verkeerde"
        " map. Met ‘toets nieuw’ maakt u een eerste toets.",
        "toets controleer documenten/",
        "toets controleer toetsen/",
    ),
    Manual(
        UNREADABLE,
        "bestand_onleesbaar",
        "bestand kan niet worden gelezen",
        _FAULT,
        "Het bestand is er wel, maar kan niet worden geopend: leesrechten ontbreken, een ander"
        " programma houdt het bezet, of het is geen gewoon bestand.",
        "Een toets die niet gelezen kan worden, kan ook niet worden gepubliceerd.",
        "# een bestand zonder leesrechten, of een map met de naam toets.yaml",
        "# een gewoon bestand dat u in uw tekstverwerker kunt openen",
    ),
    Manual(
        BAD_SETTINGS,
        "instelling_onjuist",
        "instelling van het project klopt niet",
        _FAULT,
        "In toets.toml (of onder [tool.toets] in pyproject.toml) staat iets dat niet kan. De"
        " instellingen zijn toetsen, waardelijsten, site, sjablonen en bouw (mappen), nulmeting"
        " en huisstijl (bestanden), voettekst_versie (true of false),"
        " repository (het openbare adres van de map met toetsen) en schema_url. Onder [ernst] staat"
        " per code fout, waarschuwing, hint of uit; onder [negeer] per pad een lijst met codes."
        " Onder [uitgever] staan naam, tooi, contact en licentie van wie de verzameling uitgeeft.",
        "Een instelling die stil wordt overgeslagen, doet iets anders dan u denkt.",
        'repo = "https://voorbeeld.nl/toetsen"',
        'repository = "https://voorbeeld.nl/toetsen"',
    ),
    Manual(
        BAD_VALUE_LIST,
        "waardelijst_onjuist",
        "waardelijst van het project klopt niet",
        _FAULT,
        "Een waardelijst in de map waardelijsten heeft een titel en waarden; elke waarde heeft"
        " ten minste een id en een naam.",
        "Waarden uit deze lijsten worden in elke uitvoer voluit geschreven; zonder naam kan dat"
        " niet.",
        "titel: Organisaties\nwaarden:\n  - id: gemeente-x",
        "titel: Organisaties\nwaarden:\n  - id: gemeente-x\n    naam: Gemeente X",
    ),
)
"""The manual of every code that is given here."""

_REASONS = {
    errno.ENOENT: "de map bestaat niet",
    errno.EACCES: "geen rechten",
    errno.EPERM: "geen rechten",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EEXIST: "er staat al iets met die naam",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.ELOOP: "de koppeling verwijst naar zichzelf",
    errno.ENAMETOOLONG: "de naam is te lang",
}


def reason(error: OSError) -> str:
    """Why the operating system refused, in Dutch."""
    known = _REASONS.get(error.errno or 0)
    return known or error.strerror or type(error).__name__


class WriteError(Exception):
    """A file could not be written; what was there is untouched. Says so in Dutch."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"kan ‘{path}’ niet schrijven: {reason(error)}")


def fault(name: str, code: str, *, message: str, advice: str = "") -> Diagnostic:
    """A fault on a file as a whole."""
    return Diagnostic(name=name, span=START, code=code, message=message, help=advice)
