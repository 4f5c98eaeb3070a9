"""Tabs of one window: a tab costs a third of what a window of its own costs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def lasting_window(chromium: Any, **look: Any) -> Iterator[Any]:
    """A window with an empty tab, which keeps it open when all other tabs are closed."""
    context = chromium.new_context(**look)
    context.new_page()
    yield context
    context.close()


def new_tab(context: Any) -> Any:
    """A tab that finds nothing of what other tabs of its window fetched before."""
    page = context.new_page()
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    return page
