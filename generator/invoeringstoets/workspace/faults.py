"""What can be wrong with files and folders, in plain Dutch, with a code for each."""

from __future__ import annotations

import errno
from pathlib import Path

from invoeringstoets.diagnostic import START, Diagnostic
from invoeringstoets.source import Span

MISSING = "T090"
NOTHING_TO_CHECK = "T091"
UNREADABLE = "T092"
NOT_UTF8 = "T093"
TOO_LARGE = "T094"
BAD_SETTINGS = "T095"
BAD_VALUE_LIST = "T096"

MANUALS: dict[str, str] = {
    MISSING: (
        "bestand of map bestaat niet\n\n"
        "Er is een bestand of map genoemd die er niet is. Kijk of de naam goed gespeld is en of u"
        " in de goede map staat.\n\nFout: toets controleer toetsen/2024-kot-wzl.yaml\n"
        "Goed: toets controleer toetsen/2024-kot-wlz.yaml"
    ),
    NOTHING_TO_CHECK: (
        "map zonder toetsen\n\n"
        "In de map staat geen enkel bestand dat op .yaml of .yml eindigt. Een toets is één"
        " YAML-bestand in de map toetsen. Met ‘toets nieuw 2026-mijn-regeling’ maakt u er een."
    ),
    UNREADABLE: (
        "bestand kan niet worden gelezen\n\n"
        "Het bestand is er wel, maar kan niet worden geopend: er ontbreken leesrechten, een ander"
        " programma houdt het bezet, of het is geen gewoon bestand."
    ),
    NOT_UTF8: (
        "bestand is niet opgeslagen als UTF-8\n\n"
        "Alle toetsen zijn tekst in UTF-8, zodat é, € en ‘ ’ overal hetzelfde zijn. Kies in uw"
        " tekstverwerker ‘Opslaan met codering: UTF-8’. Een byte order mark mag."
    ),
    TOO_LARGE: (
        "bestand is te groot\n\n"
        "Een toets is hooguit 2 MB. Is het wel een toets, of is er per ongeluk een ander bestand"
        " onder deze naam opgeslagen?"
    ),
    BAD_SETTINGS: (
        "instelling van het project klopt niet\n\n"
        "In toets.toml (of onder [tool.toets] in pyproject.toml) staat iets dat niet kan. De"
        " instellingen zijn: toetsen, waardelijsten, site en bouw (mappen), repository (het"
        " openbare adres van de map met toetsen) en schema_url."
    ),
    BAD_VALUE_LIST: (
        "waardelijst van het project klopt niet\n\n"
        "Een waardelijst in de map waardelijsten heeft een titel en waarden; elke waarde heeft"
        " ten minste een id en een naam.\n\n"
        "Goed:\n  titel: Organisaties\n  waarden:\n    - id: gemeente-x\n      naam: Gemeente X"
    ),
}
"""Code -> manual: the first line is the title, the rest what it means and what to do."""

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


def fault(
    name: str, code: str, message: str, *, advice: str = "", span: Span = START
) -> Diagnostic:
    """A fault on a file as a whole, or on a place in a file without readable text."""
    return Diagnostic(name=name, span=span, code=code, message=message, help=advice)
