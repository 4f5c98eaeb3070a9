"""The page of a toets leads from every claim to its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from invoeringstoets.model import Toets
from site_library import library, page

ELSEWHERE = (".brief.voetnoten", ".brief.bijlagen")
"""What of a letter only the letter itself tells."""


def cited(node: object, path: str = "") -> Iterator[str]:
    """The id of a source for each time that something in a toets refers to one."""
    if isinstance(node, str) and path.endswith((".bron", ".bronnen", ".ref")):
        yield node
    for name, value in parts_of(node):
        if not (path + name).startswith(ELSEWHERE):
            yield from cited(value, path + name)


def parts_of(node: object) -> Iterator[tuple[str, object]]:
    """What a value of a toets consists of, with what that adds to its path."""
    if is_dataclass(node):
        yield from ((f".{one.name}", getattr(node, one.name)) for one in fields(node))
    elif isinstance(node, Mapping):
        yield from ((f".{key}", value) for key, value in node.items())
    elif isinstance(node, tuple):
        yield from (("", value) for value in node)


@pytest.mark.parametrize("one", library().toetsen, ids=lambda one: one.id)
def test_page_leads_from_every_claim_to_its_source(one: Toets) -> None:
    known = {bron.id for bron in one.bronnen}
    html = page(f"toetsen/{one.id}.html").html
    links = Counter(re.findall(r'href="#bron-([^"]+)"', html))
    own = Counter(bron.id for bron in one.bronnen)  # each has a link to itself
    wanted = Counter(source for source in cited(one) if source in known)
    assert wanted - (links - own) == Counter()
