"""The toetsen of this repository as a library, and pages made of them."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from typing import Any

from invoeringstoets import pages
from invoeringstoets.mkdocs_plugin.loading import surroundings
from invoeringstoets.model import Library, Toets
from invoeringstoets.workspace import find_project, load
from surroundings import ROOT

DAY = "2026-06-01"


@cache
def library(*, internal: bool = True) -> Library:
    """Every toets there is (or only what is public), looked at from a fixed day."""
    loaded = load(find_project(ROOT), internal=internal, reference_date=DAY)
    assert not loaded.failed
    return loaded.library


@cache
def site() -> tuple[pages.Page, ...]:
    """The pages of the internal site, without reports."""
    return pages.build(surroundings(find_project(ROOT), library()))


def toets(toets_id: str) -> Toets:
    """A toets of this repository."""
    found = library().by_id(toets_id)
    assert found is not None
    return found


def page(path: str) -> pages.Page:
    """The page at an output path."""
    return next(one for one in site() if one.path == path)


def scripted(script: bytes) -> Any:
    """The data of a register in the script that leaves them on its element."""
    form = r"document\.currentScript\.gegevens=JSON\.parse\((.*)\);\n"
    found = re.fullmatch(form, script.decode())
    assert found is not None
    return json.loads(ast.literal_eval(found[1]))
