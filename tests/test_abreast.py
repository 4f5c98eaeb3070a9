"""Work in threads: in order, not too much at a time, and faults where they come."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from invoeringstoets.workspace.abreast import abreast


def test_what_comes_of_it_is_in_order() -> None:
    def work(number: int) -> int:
        time.sleep(0.02 if number % 2 == 0 else 0)
        return number * number

    assert list(abreast(work, range(9), count=3)) == [number * number for number in range(9)]


def test_several_are_at_work_and_few_wait() -> None:
    both = threading.Barrier(2, timeout=5)
    begun: list[int] = []

    def items() -> Iterator[int]:
        for number in range(10):
            begun.append(number)
            yield number

    def work(number: int) -> int:
        both.wait()
        return number

    results = abreast(work, items(), count=2)
    assert next(results) == 0
    assert len(begun) <= 4
    assert list(results) == list(range(1, 10))


def test_a_fault_is_raised_in_its_place_and_the_rest_is_left() -> None:
    done: list[int] = []

    def work(number: int) -> int:
        if number == 1:
            raise ValueError(number)
        done.append(number)
        return number

    results = abreast(work, range(100), count=1)
    assert next(results) == 0
    with pytest.raises(ValueError, match="1"):
        next(results)
    assert len(done) < 5
