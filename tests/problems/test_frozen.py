"""Frozen records are those of `dataclasses`, by all that can be seen of them."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from functools import cached_property
from typing import Any

import pytest

from problems.frozen import frozen

Making = Callable[[type[Any]], type[Any]]
FIRST = {"a": 1}


def bodies() -> list[type[Any]]:
    """Classes that are no records yet."""

    class Empty:
        """Nothing."""

    class One:
        """A field."""

        a: Any

    class Several:
        """Defaults of each kind, and one that is not compared."""

        a: int
        b: str = "b"
        c: list[int] = field(default_factory=list)
        d: float = field(default=0.5, compare=False)

        @property
        def doubled(self) -> int:
            return 2 * self.a

    class Checked:
        """One that looks at what it gets."""

        a: int = 1

        def __post_init__(self) -> None:
            if self.a < 0:
                raise ValueError("0 or more was needed")

    return [Empty, One, Several, Checked]


GIVEN: dict[str, list[tuple[tuple[Any, ...], dict[str, Any]]]] = {
    "Empty": [((), {}), ((1,), {}), ((), {"a": 1})],
    "One": [((1,), {}), ((float("nan"),), {}), (([1],), {}), ((), {}), ((1, 2), {})],
    "Several": [
        ((1,), {}),
        ((1, "x", [3]), {}),
        ((1,), {"d": 2.0}),
        ((1,), {"c": [3], "b": "x"}),
        ((), {"b": "x"}),
        ((1,), {"a": 1}),
        ((1,), {"e": 1}),
    ],
    "Checked": [((), {}), ((1,), {}), ((-1,), {})],
}


def seen(make: Making, kind: type[Any], given: list[Any]) -> list[Any]:
    """What can be seen of a record: of each made, and of each two of them."""
    made = make(kind)
    found: list[Any] = [made.__match_args__, [each.name for each in fields(made)]]
    records = []
    for positional, named in given:
        try:
            records.append(made(*positional, **named))
        except (TypeError, ValueError) as error:
            found.append((type(error), str(error)))
    for one in records:
        found += [repr(one), vars(one), vars(replace(one)), copy.deepcopy(one) == one]
        for act in (hash, lambda one: setattr(one, "a", 3), lambda one: delattr(one, "a")):
            try:
                found.append(act(one))
            except (TypeError, FrozenInstanceError) as error:
                found.append((type(error), str(error)))
        found += [one == other for other in records]
        found.append(one == object())
    return found


@pytest.mark.parametrize("number", range(len(bodies())))
@pytest.mark.parametrize("eq", [True, False])
def test_a_record_is_as_dataclasses_makes_it(number: int, *, eq: bool) -> None:
    kind = bodies()[number]
    given = GIVEN[kind.__name__]
    ours = seen(frozen(eq=eq), kind, given)
    theirs = seen(dataclass(frozen=True, eq=eq), bodies()[number], given)
    if not eq:  # by where they are
        ours, theirs = ([x for x in one if type(x) is not int] for one in (ours, theirs))
    assert ours == theirs


@frozen
class Pair:
    """Of this module, so that it can be pickled."""

    a: int
    b: tuple[Any, ...] = ()

    @cached_property
    def total(self) -> int:
        return self.a + len(self.b)


def test_a_record_can_be_sent_matched_and_kept_values_in() -> None:
    pair = Pair(1, (2,))
    assert pickle.loads(pickle.dumps(pair)) == pair  # noqa: S301  (its own)
    assert (pair.total, pair.total) == (2, 2)
    match pair:
        case Pair(a, b=(first,)):
            assert (a, first) == (1, 2)
        case _:
            pytest.fail("it did not match")


def test_a_record_is_not_equal_to_one_of_another_class() -> None:
    one, other = (frozen(kind)(1) for kind in (bodies()[1], bodies()[3]))
    assert one != other


def test_what_was_made_by_default_is_each_records_own() -> None:
    several = frozen(bodies()[2])
    assert several(1).c is not several(1).c


def test_a_record_in_itself_can_be_shown() -> None:
    pair = Pair(1, (values := [],))
    values.append(pair)
    assert repr(pair) == "Pair(a=1, b=([...],))"


def test_a_class_that_says_what_its_hash_is_keeps_that() -> None:
    @frozen
    class Keyed:
        """Known by its key."""

        key: str
        cells: list[int]

        def __hash__(self) -> int:
            return hash(self.key)

    assert hash(Keyed("a", [1])) == hash("a")
    assert Keyed("a", [1]) != Keyed("a", [2])
