"""A record is a frozen dataclass in all that one can see of it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field

import pytest

from invoeringstoets.record import record


@dataclasses.dataclass(frozen=True)
class Known:
    """What a record must be like."""

    a: str
    b: int = 2
    c: dict[str, int] = field(default_factory=dict)
    d: tuple[str, ...] = ()


@record(frozen=True)
class Own:
    """What is compared with it."""

    a: str
    b: int = 2
    c: dict[str, int] = field(default_factory=dict)
    d: tuple[str, ...] = ()


@record(frozen=True)
class Hashed:
    """A record of values that have a hash."""

    a: str
    b: int = 2


def shown(value: object) -> str:
    return repr(value).partition("(")[2]


def test_a_record_is_made_from_values_by_place_and_by_name() -> None:
    for given, named in ((("x",), {}), (("x", 3), {"d": ("y",)}), ((), {"b": 1, "a": "x"})):
        own, known = Own(*given, **named), Known(*given, **named)  # type: ignore[arg-type]
        assert dataclasses.asdict(own) == dataclasses.asdict(known)
        assert shown(own) == shown(known)
        assert list(vars(own)) == list(vars(known))


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("x",), {"a": "y"}), (("x",), {"e": 1}), (("x", 1, {}, (), 5), {}), ((), {"b": 1})],
)
def test_what_does_not_fit_is_refused_as_elsewhere(
    given: tuple[object, ...], named: dict[str, object]
) -> None:
    for kind in (Own, Known):
        with pytest.raises(TypeError):
            kind(*given, **named)  # type: ignore[arg-type]


def test_a_default_that_can_change_is_made_anew() -> None:
    Own("x").c["y"] = 1
    assert Own("x").c == {}


def test_records_are_equal_by_value_and_of_one_kind() -> None:
    assert Own("x") == Own("x", d=())
    assert Own("x") != Own("y")
    assert Own("x") != Known("x")
    assert {Hashed("x"), Hashed("x", 2), Hashed("x", 3)} == {Hashed("x"), Hashed("x", b=3)}
    with pytest.raises(TypeError):
        hash(Own("x"))


def test_a_record_cannot_be_changed_but_copied_with_a_change() -> None:
    own = Own("x")
    with pytest.raises(dataclasses.FrozenInstanceError):
        own.a = "y"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del own.a  # type: ignore[misc]
    assert dataclasses.replace(own, b=5) == Own("x", 5)
    assert pickle.loads(pickle.dumps(own)) == own == copy.deepcopy(own)  # noqa: S301 -- our own
    with pytest.raises(ValueError, match="cannot be changed"):
        record(frozen=False)
