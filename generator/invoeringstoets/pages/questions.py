"""The six fixed questions with their answers and findings."""

from __future__ import annotations

from dataclasses import dataclass

from invoeringstoets.model import CENTRALE_VRAGEN, Antwoord, Bevinding, Toets, ValueLists

GROUPS = (("1", CENTRALE_VRAGEN[:3]), ("2", CENTRALE_VRAGEN[3:]))
"""The two main questions: their key and the keys of the questions under them."""

WORDING = "centrale_vragen"
"""The value list with the wording of the questions."""


@dataclass(frozen=True)
class Question:
    """A fixed question with what the toets says to it."""

    key: str
    wording: str
    answer: Antwoord | None
    findings: tuple[Bevinding, ...]


@dataclass(frozen=True)
class Group:
    """A main question with its three parts."""

    id: str
    title: str
    questions: tuple[Question, ...]


def groups(toets: Toets, words: ValueLists) -> tuple[Group, ...]:
    """The two main questions of a toets, each finding under the question it belongs to."""
    return tuple(
        Group(
            f"vraag-{main}",
            words.name(WORDING, main),
            tuple(_question(toets, key, words=words) for key in keys),
        )
        for main, keys in GROUPS
    )


def outside(toets: Toets) -> tuple[Bevinding, ...]:
    """The findings that belong to none of the six questions."""
    return tuple(item for item in toets.bevindingen if item.vraag not in CENTRALE_VRAGEN)


def _question(toets: Toets, key: str, *, words: ValueLists) -> Question:
    findings = tuple(item for item in toets.bevindingen if item.vraag == key)
    return Question(key, words.name(WORDING, key), toets.centrale_vragen.get(key), findings)
