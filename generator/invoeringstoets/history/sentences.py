"""A change as a sentence: ``Actie A2: status lopend → afgerond op 3 mei 2025``."""

from __future__ import annotations

from invoeringstoets import notation
from invoeringstoets.history.values import Change, Kind, Mark, Piece

_DONE = {
    Kind.ADDED: "toegevoegd",
    Kind.REMOVED: "verwijderd",
    Kind.CHANGED: "gewijzigd",
    Kind.MOVED: "andere volgorde",
    Kind.FORM: "gewijzigd",
}
_MARKED = {Mark.ADDED: "[nieuw: {}]", Mark.REMOVED: "[weg: {}]"}


def sentence(change: Change) -> str:
    """What changed, in one line of plain text."""
    marked = "".join(_told(piece) for piece in change.pieces).replace("][", "] [")
    return f"{head(change)}: ‘{' '.join(marked.split())}’" if marked else head(change)


def head(change: Change) -> str:
    """What changed, in one line of plain text, without the marked text; begins with its item."""
    owner = ", ".join(filter(None, (change.item, change.within)))
    field = _form(change.field) if change.kind is Kind.FORM else change.field
    about = notation.capitalised(", ".join(filter(None, (owner, field))))
    if change.kind is Kind.MOVED:
        return f"{about}: {_DONE[change.kind]}"
    if change.kind is Kind.CHANGED and not change.pieces:
        said = f"{change.before} → {change.after}{_day(change)}"
        if not owner or change.field.startswith("‘"):
            return f"{about}: {said}"
        return " ".join(filter(None, (f"{owner}:", _field(change), said)))
    value = "" if change.pieces else change.after or change.before
    return f"{about} {_DONE[change.kind]}{f': {value}' if value else ''}{_day(change)}"


def _form(field: str) -> str:
    return f"opmaak van {field}" if field else "opmaak"


def _field(change: Change) -> str:
    """The field, unless its values begin with its name: ``kolom 2`` of the field ``kolom``."""
    sides = (change.before, change.after)
    named = all(side.lstrip("‘").casefold().startswith(change.field) for side in sides)
    return "" if named else change.field


def _day(change: Change) -> str:
    if not change.on or change.kind is Kind.REMOVED:
        return ""
    return f" {notation.moment(change.on)}"


def _told(piece: Piece) -> str:
    """A piece in words; what was left out is an ellipsis."""
    if piece.mark is Mark.SKIPPED:
        return " … "
    if piece.mark is Mark.KEPT:
        return piece.text
    words = piece.text.strip()
    return piece.text.replace(words, _MARKED[piece.mark].format(words)) if words else piece.text
