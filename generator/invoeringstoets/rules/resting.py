"""What the findings of each rule rest on, besides the value they point at.

Where one of these places is unsound, a finding might not be there once it is repaired: a source
only seems unused while the reference to it stands under a misspelt key. ``partial`` then leaves
the finding out. A rule that is not listed here is silent in a file with any unsound place.

A pattern is written as in ``places.values``; ``acties[.].opvolging`` means: of the very action
that the finding lies in, ``acties[].opvolging``: of any.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from invoeringstoets.route import Route
from invoeringstoets.rules.identiteit import LISTS_WITH_IDS
from invoeringstoets.rules.verwijzingen import GRONDSLAG, LETTER_TEXTS, REFERENCES

RestsOn = tuple[str, ...] | Callable[[Route], tuple[str, ...]]


def pattern_of(route: Route) -> str:
    """A route as a pattern: ``acties[0].bronnen[2]`` is ``acties[].bronnen[]``."""
    text = ""
    for step in route.steps:
        text += "[]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _targets(route: Route) -> tuple[str, ...]:
    """The ids among which the reference at a route is looked up."""
    pattern = pattern_of(route)
    if pattern.startswith("centrale_vragen."):
        return (LISTS_WITH_IDS["bevindingen"],)
    lists = [name for name, patterns in REFERENCES.items() if pattern in patterns]
    return tuple(LISTS_WITH_IDS[name] for name in lists or {*GRONDSLAG.values()})


_OWN_ORGANISATIES = ("organisaties[].id", "organisaties[].naam")
_GROUNDS = ("acties[].grondslag",)
_CATEGORIE = ("conclusies[.].categorieen[.].waarde", "uitkomst[.].waarde")

_VINDPLAATS = ("bronnen[].kamer", "bronnen[].dossier", "bronnen[].ondernummer")
_NUMBER = tuple(
    f"bronnen[.].{name}"
    for name in ("soort", "dossier", "ondernummer", "vergaderjaar", "bijlage_nr")
)
_SENT = ("brief.datum", "brief.verzendingen[].datum")

RESTS_ON: Mapping[str, RestsOn] = {
    "T201": (),
    "T202": (),
    "T203": (),
    "T301": _targets,
    "T302": _OWN_ORGANISATIES,
    "T303": ("bevindingen[].deel_van", "bevindingen[].id"),
    "T304": ("brief.voetnoten[].id",),
    "T305": LETTER_TEXTS,
    "T306": (*REFERENCES["bronnen"], *_GROUNDS, "volledigheid"),
    "T307": (*_OWN_ORGANISATIES, "organisaties[].rol"),
    "T308": ("conclusies[].id", "conclusies[].stem"),
    "T309": ("aanbevelingen[.].van",),
    "T310": ("acties[.].grondslag",),
    "T311": ("acties[.].eigenaar",),
    "T312": (),
    "T313": ("bronnen[.].datum", "bronnen[.].soort"),
    "T314": _NUMBER,
    "T315": (),
    "T316": tuple(pattern.replace("[.]", "[]") for pattern in _NUMBER),
    "T317": (*_VINDPLAATS, "brief.verzendingen[.]"),
    "T318": ("fictief", "bronnen[.].soort"),
    "T401": (),
    "T402": ("regeling.inwerkingtreding[].datum",),
    "T403": ("peildatum",),
    "T404": ("acties[.].opvolging[].datum",),
    "T405": ("acties[.].opvolging[].datum",),
    "T406": ("aanpak.periode.van",),
    "T407": ("afweging.datum",),
    "T408": (*_SENT, "acties[.].status"),
    "T409": (*_SENT, "bronnen[].id", "bronnen[].datum", "bevindingen[.].stem"),
    "T410": _SENT,
    "T411": ("regeling.inwerkingtreding",),
    "T412": ("brief.datum",),
    "T413": _SENT,
    "T414": ("regeling.inwerkingtreding",),
    "T415": ("bronnen[].id", "bronnen[].datum", "kerncijfers[.].bron", "kerncijfers[.].grootheid"),
    "T501": (*_GROUNDS, "conclusies[.].id"),
    "T502": ("conclusies[.].bevindingen", "status"),
    "T503": (
        *("conclusies[].bevindingen", *_GROUNDS),
        *("bevindingen[].deel_van", "bevindingen[].id", "bevindingen[.].stem"),
    ),
    "T504": ("acties[.].opvolging",),
    "T505": (*_CATEGORIE, "fictief"),
    "T506": ("bronnen[].id", "bronnen[].soort", "bevindingen[.].bronnen"),
    "T507": ("bevindingen[].id", "bevindingen[].stem", "conclusies[.].bevindingen"),
    "T508": ("centrale_vragen", "bevindingen[.]"),
    "T509": ("centrale_vragen", "bevindingen"),
    "T510": ("centrale_vragen", "bevindingen", "status"),
    "T511": ("risicotabel[.].bevindingen",),
    "T512": ("bevindingen[].stem", "bevindingen[].titel", "conclusies[].stem"),
    "T513": (*_GROUNDS, "aanbevelingen[.]"),
    "T514": ("aanbevelingen[.].motivering",),
    "T515": (*_GROUNDS, "aanbevelingen[.]"),
    "T516": (*_GROUNDS, "conclusies[.].id"),
    "T517": ("uitkomst", "conclusies[.].categorieen"),
    "T518": ("acties[.].aard",),
    "T519": ("acties[.].opvolging",),
    "T601": ("volledigheid",),
    "T602": (
        *_GROUNDS,
        *("conclusies[].id", "conclusies[].komt_overeen_met", "conclusies[].geen_actie"),
        *("conclusies[.].stem", "status"),
    ),
    "T603": (),
    "T604": ("status",),
    "T701": ("status",),
    "T702": ("status", "brief.verzendingen[.].ondernummer"),
    "T703": (
        *("brief.verzendingen[.].dossiers", "bronnen[.].dossier"),
        *("bronnen[.].vergaderjaar", "bronnen[.].soort"),
    ),
    "T704": ("brief.verzendingen[.].kamer", "bronnen[.].kamer", "bronnen[.].soort"),
    "T705": (),
    "T706": ("status", "fictief"),
    "T707": ("brief.verzendingen[].kamer",),
    "T708": ("brief.bijlagen",),
    "T709": ("brief.ondertekenaars",),
    "T712": ("status", "fictief", "brief"),
    "T713": (),
    "T714": (
        *("bronnen[].id", "bronnen[].soort", "publicatie"),
        *REFERENCES["bronnen"],
        *_GROUNDS,
    ),
    "T720": (),
    "T721": (),
    "T722": (),
    "T723": (),
    "T730": (),
    "T731": (),
    "T732": (),
    "T733": (),
    "T740": ("taal",),
    "T741": ("taal",),
    "T742": ("taal", "organisaties[].korte_naam"),
    "T743": ("taal",),
    "T801": (
        *("aannames[.].verwacht", "aannames[.].praktijk"),
        *("kerncijfers[].id", "kerncijfers[].grootheid", "kerncijfers[].eenheid"),
    ),
    "T802": ("kerncijfers[.].grootheid", "kerncijfers[.].eenheid"),
    "T803": ("conflicten[.].waarden",),
    "T804": ("kerncijfers[.].grootheid", "kerncijfers[.].eenheid"),
    "T805": ("kerncijfers",),
    "T806": ("kerncijfers",),
    "T807": ("kerncijfers[.].eenheid",),
    "T808": ("kerncijfers[.].bron", "status"),
    "T809": ("aannames[.].praktijk",),
}
"""By code. ``()``: nothing but the value itself."""

MISLEADING = frozenset({"T301", "T302", "T304", "T401"})
"""The codes that say of a value that it is not what was meant, as a schema would."""
