"""What changed in a toets over time: by id, in words, and never more than was public."""

from invoeringstoets.history.compare import changes
from invoeringstoets.history.marked import pieces
from invoeringstoets.history.revisions import Told, reader, tell
from invoeringstoets.history.sentences import head, sentence
from invoeringstoets.history.values import (
    Change,
    Kind,
    Mark,
    Past,
    Piece,
    Revision,
    Stage,
    Version,
)

__all__ = [
    "Change",
    "Kind",
    "Mark",
    "Past",
    "Piece",
    "Revision",
    "Stage",
    "Told",
    "Version",
    "changes",
    "head",
    "pieces",
    "reader",
    "sentence",
    "tell",
]
