"""Hands the pages to MkDocs as virtual files, and puts the site that comes of it in place.

What MkDocs loads by the name of this package is the plugin. After an edit a site is often renewed
without MkDocs, so that it is loaded when somebody asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from invoeringstoets import late

if TYPE_CHECKING:
    from invoeringstoets.mkdocs_plugin.plugin import InvoeringstoetsPlugin

__all__ = ["InvoeringstoetsPlugin"]

__getattr__ = late.names(__name__, {"plugin": __all__})
