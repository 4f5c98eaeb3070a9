"""What can go wrong when a document is drawn, other than by our own mistake in Python."""

from __future__ import annotations


class FormatError(Exception):
    """A format could not draw a document: a font or template is missing or broken.

    The message is Dutch and meant for the user; the shell turns it into an exit code.
    """
