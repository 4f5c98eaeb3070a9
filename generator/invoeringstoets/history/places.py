"""Where a changed value stands, in words: what it belongs to, and the field it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from invoeringstoets import notation
from invoeringstoets.history.naming import NUMBERED, SHORT, cut, named_by
from invoeringstoets.history.values import Change, Kind
from invoeringstoets.history.wording import Node, Wording
from invoeringstoets.model import Kerncijfer, Organisatie

_ANCHORED: Mapping[str, str] = {
    "acties": "actie-{}",
    "aanbevelingen": "aanbeveling-{}",
    "aannames": "aanname-{}",
    "bevindingen": "bevinding-{}",
    "bronnen": "bron-{}",
    "conclusies": "conclusie-{}",
    "kerncijfers": "cijfer-{}",
    "signalen": "signaal-{}",
}
"""The lists whose items have an id on the page of the toets, and what that is."""

_CALLED = {"Rij van de risicotabel": "Rij {} van de risicotabel", "Meedoende": "Samen met {}"}
"""How an item is called with its name, where the name does not come last."""


@dataclass(frozen=True)
class Place:
    """The thing that a value belongs to, and the fields on the way to it.

    ``key`` is the field in the words of the schema. Of an item of a list ``named`` is the field
    that names it, ``bare`` the same place without that name, for when that field changes, and
    ``said`` what tells readers more of the item than its name.
    """

    item: str = ""
    anchor: str = ""
    way: tuple[str, ...] = ()
    key: str = ""
    named: str = ""
    bare: Place | None = field(default=None, repr=False)
    said: str = ""

    @property
    def is_section(self) -> bool:
        """Whether this is a field of the toets itself."""
        return not self.item and len(self.way) == 1

    def field(self, key: str, title: str) -> Place:
        """A field of what is here; the one that an item is called by is not named again."""
        own = self.bare if self.bare and key == self.named else self
        if not title:
            return Place(own.item, own.anchor, (*own.way, ""), key)
        kind = (own.way[-1] if own.way else own.item).casefold()
        again = kind.startswith(title.casefold()) or (own is not self and own.named == "tekst")
        return Place(own.item, own.anchor, own.way if again else (*own.way, title), key)

    def change(self, kind: Kind, **more: Any) -> Change:  # noqa: ANN401
        """A change of the value here."""
        return self._change(kind, self.way, **more)

    def whole(self, kind: Kind) -> Change:
        """The coming or going of the item here."""
        return self._change(kind, (*self.way, ""), after=self.said)

    def _change(self, kind: Kind, way: tuple[str, ...], **more: Any) -> Change:  # noqa: ANN401
        item = self.item
        if not item and len(way) > 1:
            item, way = notation.capitalised(way[0]), way[1:]
        return Change(kind, item, self.anchor, ", ".join(way[:-1]), "".join(way[-1:]), **more)


def of_question(key: str) -> Place:
    """The place of one of the six questions."""
    return Place(f"Centrale vraag {key}", f"vraag-{key.lower()}")


def of_item(item: object, place: Place, *, node: Node, words: Wording) -> Place:
    """The place of an item of the list at ``place``, by its number, its day or its name."""
    own, by = str(getattr(item, "id", "")), named_by(item)
    title, label = str(node.get("title", place.key)), words.label(item, node)
    name, said = _short(label, item, by=by), ""
    if place.key in NUMBERED:
        title = f"{title} {own}"
        name, said = (f"({name})", "") if by == "titel" else ("", label)
    elif by == "datum" and hasattr(item, "tekst"):
        name = f"van {label}"
        said = words.value(getattr(item, "tekst", ""), words.inside(node, "tekst"))
    elif isinstance(item, Kerncijfer):
        said = notation.quantity(item.waarde, item.eenheid)
    nameless = title if not own or place.key in NUMBERED else f"{title} met kenmerk {own}"
    bare = replace(_at(nameless, place, own=own), named="" if place.key in NUMBERED else by)
    full = _at(_CALLED.get(title, title + " {}").format(name).strip(), place, own=own)
    return replace(full, named=by, bare=bare, said=said)


def _at(text: str, place: Place, *, own: str) -> Place:
    """An item with this text: a thing of its own in a list of the toets, else part of one."""
    if not place.is_section:
        return Place(place.item, place.anchor, (*place.way[:-1], notation.lowered(text)))
    anchor = _ANCHORED.get(place.key, "")
    return Place(text, anchor.format(own if place.key == "bronnen" else own.lower()))


def _short(label: str, item: object, *, by: str) -> str:
    """A label as a name, short and quoted; an organisation, a day or an id stands bare."""
    if isinstance(item, Organisatie) or by in ("datum", "ref"):
        return label
    return f"‘{cut(label.strip('‘’'), SHORT)}’" if label else ""
