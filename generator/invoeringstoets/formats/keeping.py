"""What stays together on a page, as much of it in every format that has pages."""

from __future__ import annotations

KEPT_ITEMS = 4
"""How many items a list may have that is not broken over pages (the annexes of a letter)."""
