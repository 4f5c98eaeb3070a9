"""The space that may not break a line."""

from __future__ import annotations

from typing import Final

NBSP: Final = "\u00a0"
"""No-break space: keeps "€ 350" and "nr. 523" on one line."""
