"""What every report about a toets says of itself, whatever is in it."""

from __future__ import annotations

from collections.abc import Iterable

from invoeringstoets.document import Block, Cover, Document
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.head import sender
from invoeringstoets.reports.notices import COLOPHON, notices


def paper(
    context: Context, blocks: Iterable[Block], *, front: Cover, subject: str, date: str
) -> Document:
    """A report that is no letter: ``date`` (jjjj-mm-dd, or ``""``) is the day it speaks of."""
    return Document(
        title=context.toets.titel,
        front=front,
        blocks=tuple(blocks),
        notices=notices(context),
        language=context.toets.taal,
        author=sender(context),
        subject=subject,
        date=date,
        footer=COLOPHON,
        short_title=context.toets.korte_titel or "",
    )
