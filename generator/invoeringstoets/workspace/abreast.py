"""Work on many things at a time, in threads: for work that lets go of Python, as Typst does.

Never in processes: after Typst ran in one, it must not be forked.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from invoeringstoets.workspace.processors import processors

Item = TypeVar("Item")
Result = TypeVar("Result")


def abreast(
    work: Callable[[Item], Result], items: Iterable[Item], *, count: int | None = None
) -> Iterator[Result]:
    """What comes of each item, in their order; never many results wait to be taken.

    The first fault is raised where its result would have come; what had not begun is left undone.
    """
    count = processors() if count is None else count
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(count) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) > count:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()
