"""A vector logo as a PNG, for a program that shows no SVG. Drawn by Typst, without fonts."""

from __future__ import annotations

from functools import lru_cache

import typst

from invoeringstoets.house_style import Logo

DOTS = 600
"""How many pixels to an inch: what a printer of letters can show."""

_SOURCE = b"""\
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.logo), format: "svg", width: float(sys.inputs.width) * 1mm)
"""


@lru_cache(maxsize=4)
def pictured(logo: Logo) -> Logo | None:
    """The logo as PNG at its width, the same bytes every time; ``None`` when it cannot be drawn."""
    try:
        picture = typst.compile(
            _SOURCE,
            format="png",
            ppi=DOTS,
            ignore_system_fonts=True,
            sys_inputs={"logo": logo.data.decode("utf-8"), "width": f"{logo.width:.3f}"},
        )
    except (typst.TypstError, RuntimeError, UnicodeDecodeError):
        return None
    # One page, so the bytes of one picture.
    return Logo(picture, "image/png", logo.alternative, logo.width)
