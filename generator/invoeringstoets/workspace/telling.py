"""What changed in the toetsen over time, kept from one build to the next."""

from __future__ import annotations

import json
import os
from enum import Enum
from hashlib import blake2b
from inspect import getmembers, isclass

from invoeringstoets import history
from invoeringstoets.history import Told
from invoeringstoets.incremental import Values
from invoeringstoets.schema import LATEST
from invoeringstoets.workspace.git import GitError, git
from invoeringstoets.workspace.history import past
from invoeringstoets.workspace.models import Stock, plain
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.store import Store

TOLD = "history"
"""What the entry in the store is called that holds the history."""

VALUES = Values(
    kind
    for _, kind in getmembers(history, isclass)
    if hasattr(kind, "__dataclass_fields__") or issubclass(kind, Enum)
)
"""Histories as bytes."""


def told(project: Project, stock: Stock, *, store: Store, program: str) -> Told:
    """What changed in the toetsen of a stock: of the last build, if nothing was committed since."""
    head = _head(project)
    if not head:
        return Told()
    whose = [(one.id, one.earlier, one.kept_back) for one in stock.held]
    facts = json.dumps([program, head, stock.library.internal, whose])
    key = blake2b(facts.encode(), digest_size=20).hexdigest()
    data = store.get(TOLD, key)
    if data is not None:
        try:
            kept: Told = VALUES.unpacked(data)
        except ValueError:
            pass
        else:
            return kept
    schemas = stock.schemas
    new = history.tell(
        past(project), plain(stock), read=history.reader(schemas), schema=schemas[LATEST]
    )
    store.renew(TOLD, store.heads(TOLD), keys=(), new={key: ("", VALUES.packed(new))})
    return new


def _head(project: Project) -> str:
    """The commit one stands on, and whether what lies behind it is all there."""
    try:
        words = ("rev-parse", "HEAD", "--is-shallow-repository")
        return os.fsdecode(git(project.root, *words)).strip()
    except GitError:
        return ""
