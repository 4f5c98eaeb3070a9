"""What can go wrong with a site."""

from __future__ import annotations


class SiteError(Exception):
    """The site could not be built, or MkDocs warned of something; says what."""
