"""An SVG picture (W3C SVG 2) that holds shapes only: no text, script, picture or address."""

from __future__ import annotations

import re
from xml.parsers import expat

DAMAGED = "het bestand is beschadigd"

_ALLOWED = frozenset(
    (
        *("svg", "g", "defs", "title", "desc", "metadata", "use", "symbol", "style", "stop"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("clipPath", "mask", "linearGradient", "radialGradient"),
    )
)
_TOLD = ("sodipodi:", "inkscape:", "rdf:", "cc:", "dc:")
"""What drawing programs say of themselves; nothing draws it."""

_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)(?:px|pt|mm|cm|in|pc)?\s*")
_ELSEWHERE = re.compile(
    r"@import|url\(\s*['\"]?\s*(?!['\"]?#)|expression\(|javascript:", re.IGNORECASE
)
_BOX = 4
_SIDES = 2


class PictureError(Exception):
    """Why a picture cannot be used, in Dutch."""


def svg(data: bytes) -> tuple[float, float]:
    """Width and height as a ratio; raises ``PictureError`` for anything but plain shapes."""
    parser = expat.ParserCreate()
    found: list[tuple[float, float]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append(_ratio(name.rpartition(":")[2], attributes))
        _refuse_foreign(name, attributes)

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.CharacterDataHandler = _refuse_addresses
    try:
        data.decode("utf-8")
        parser.Parse(data, True)  # noqa: FBT003 - the whole file at once
    except (expat.ExpatError, UnicodeDecodeError) as error:
        raise PictureError(DAMAGED) from error
    return found[0]


def _refuse_foreign(name: str, attributes: dict[str, str]) -> None:
    if name.rpartition(":")[2] not in _ALLOWED and not name.startswith(_TOLD):
        raise PictureError(f"het bevat <{name}>; zet alles om in vormen (paden)")
    for key, value in attributes.items():
        href = key.rpartition(":")[2] == "href" and not value.startswith("#")
        if href or key.lower().startswith("on") or _ELSEWHERE.search(value):
            raise PictureError(f"het verwijst naar iets anders of bevat een script ({key})")


def _refuse_doctype(*_: object) -> None:
    raise PictureError("het bevat een DOCTYPE; bewaar het als gewone svg")


def _refuse_addresses(words: str) -> None:
    if _ELSEWHERE.search(words):
        raise PictureError("het verwijst naar iets anders")


def _ratio(name: str, attributes: dict[str, str]) -> tuple[float, float]:
    if name != "svg":
        raise PictureError("het is geen svg")
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    sizes = box[2:] if len(box) == _BOX else [attributes.get(k, "") for k in ("width", "height")]
    matches = [_LENGTH.fullmatch(size) for size in sizes]
    numbers = [float(match[1]) for match in matches if match]
    if len(numbers) != _SIDES or min(numbers) <= 0:
        raise PictureError("het heeft geen viewBox of geen breedte en hoogte")
    return numbers[0], numbers[1]
