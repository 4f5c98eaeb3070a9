"""YAML text -> plain data with the place of every route: the only package that knows YAML.

What is accepted is a small, safe part of YAML 1.1: mappings with text keys, lists and scalars. Only
``true``, ``false``, ``null``, plain whole numbers and simple decimals are typed; every other scalar
(dates and ``no`` included) stays text. Anchors, aliases, tags, merge keys, complex keys, a second
document and duplicate keys are refused, each with its reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from invoeringstoets import late

if TYPE_CHECKING:
    from invoeringstoets.syntax.alignment import align
    from invoeringstoets.syntax.comments import Comment, comments
    from invoeringstoets.syntax.decoding import MAX_SIZE, decode
    from invoeringstoets.syntax.explained import explained, place_of
    from invoeringstoets.syntax.manuals import MANUALS
    from invoeringstoets.syntax.parsing import parse
    from invoeringstoets.syntax.place import Place
    from invoeringstoets.syntax.remedies import fixes
    from invoeringstoets.syntax.stream import MAX_DEPTH
    from invoeringstoets.syntax.tree import Tree
    from invoeringstoets.syntax.writing import write
else:
    __getattr__ = late.names(
        __name__,
        {
            "alignment": ("align",),
            "comments": ("Comment", "comments"),
            "decoding": ("MAX_SIZE", "decode"),
            "explained": ("explained", "place_of"),
            "manuals": ("MANUALS",),
            "parsing": ("parse",),
            "place": ("Place",),
            "remedies": ("fixes",),
            "stream": ("MAX_DEPTH",),
            "tree": ("Tree",),
            "writing": ("write",),
        },
    )

__all__ = [
    "MANUALS",
    "MAX_DEPTH",
    "MAX_SIZE",
    "Comment",
    "Place",
    "Tree",
    "align",
    "comments",
    "decode",
    "explained",
    "fixes",
    "parse",
    "place_of",
    "write",
]
