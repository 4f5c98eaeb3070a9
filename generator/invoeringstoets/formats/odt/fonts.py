"""Fonts in the package of an OpenDocument file (ODF 1.3, part 3, 16.21 ``style:font-face``).

What an office program finds under ``svg:font-face-src`` it uses, whether or not it knows the font.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from invoeringstoets.formats.embedding import Face
from invoeringstoets.formats.escaping import attribute

__all__ = ["OURS", "font_parts", "with_sources", "without_sources"]

_QUOTE = "(?:'|&apos;|&quot;)?"
OURS = "Fonts/toets"
"""How the paths of the fonts begin that we put in a package."""

_SOURCES = re.compile(
    rf'><svg:font-face-src>(?:(?!</svg:font-face-src>).)*"{OURS}.*?</svg:font-face-src>'
    r"\s*</style:font-face>",
    re.DOTALL,
)
_WEIGHTS = {False: "", True: "-bold"}
_SLANTS = {False: "", True: "-italic"}


def _path(face: Face) -> str:
    ending = "ttf" if face.truetype else "otf"
    return f"{OURS}{_WEIGHTS[face.bold]}{_SLANTS[face.italic]}.{ending}"


def font_parts(faces: Sequence[Face]) -> Mapping[str, bytes]:
    """The files of these faces by their path in the package."""
    return {_path(face): face.data for face in faces}


def without_sources(xml: str) -> str:
    """Styles that do not say where the fonts that our templates take along are."""
    return _SOURCES.sub("/>", xml)


def with_sources(xml: str, faces: Sequence[Face]) -> str:
    """Styles in which the fonts of the family of these faces say where their files are.

    A font that has a source of its own already (a designer had it saved along) keeps it.
    """
    if not faces:
        return xml
    sources = "".join(
        f'<svg:font-face-uri xlink:href="{_path(face)}" xlink:type="simple"><svg:font-face-format'
        f' svg:string="{"truetype" if face.truetype else "opentype"}"/></svg:font-face-uri>'
        for face in faces
    )
    name = re.escape(attribute(faces[0].family))
    face = re.compile(
        rf'(<style:font-face\b[^>]*\bsvg:font-family="{_QUOTE}{name}{_QUOTE}[",;][^>]*)/>'
    )
    return face.sub(
        lambda found: (
            f"{found[1]}><svg:font-face-src>{sources}</svg:font-face-src></style:font-face>"
        ),
        xml,
    )
