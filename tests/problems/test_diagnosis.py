"""The slips that lead from a student's own values to what was found; right values at ties."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from problems.derivation import Derivation
from problems.diagnosis import explaining_slips, right_values, unlike
from problems.forms import Form, Integer, Rational
from problems.quantity import Step
from problems.rule import Rule, Slip
from problems.trials import unfixed_steps
from problems.working import Asked, Working
from tests.problems.test_working import FAULTS

DOUBLE = Rule(
    "double",
    lambda n: 2 * n,
    slips=(Slip("kept", lambda n: n), Slip("impossible", lambda n: n // 0)),
)
ADD = Rule("add", lambda a, b: a + b, slips=(Slip("kept", lambda a, b: a),))
TIED = Rule("tied", lambda n: n, alternatives=lambda n: (n, n + 1, n + 2))


def doubled() -> tuple[Working, Asked]:
    """4 and 5 are doubled twice and once, and added."""
    w = Working()
    once = w.derive("once", DOUBLE, n=w.given("x", 4))
    twice = w.derive("twice", DOUBLE, n=once)
    other = w.derive("other", DOUBLE, n=w.given("y", 5))
    total = w.derive("total", ADD, a=twice, b=other)
    w.ask(total, Integer())
    return w, w.asked[0]


@pytest.mark.parametrize(
    ("fixed", "names"),
    [
        ({}, ["total", "twice", "other", "once"]),
        ({"twice": 1}, ["total", "other"]),
        ({"once": 1, "other": 1}, ["total", "twice"]),
        ({"total": 1}, []),
    ],
)
def test_the_steps_between_an_answer_and_the_nearest_fixed_values_are_walked(
    fixed: dict[str, Any], names: list[str]
) -> None:
    _, asked = doubled()
    assert [step.name for step in unfixed_steps(asked.step, fixed)] == names


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (16, "the sum is left out"),
        (18, "the first or the second doubling is left out"),
        (21, "the doubling of the other is left out"),
        (4, "everything is left out"),
    ],
)
def test_a_slip_is_sought_at_each_step_and_at_all_of_them(found: int, why: str) -> None:
    w, asked = doubled()
    assert explaining_slips(Derivation(w), asked, found) == ("kept",), why


def test_what_no_slip_gives_has_no_name() -> None:
    w, asked = doubled()
    assert explaining_slips(Derivation(w), asked, 17) == ()


def test_slips_start_from_the_fixed_values() -> None:
    w, asked = doubled()
    assert explaining_slips(Derivation(w, {"twice": 7}), asked, 7 + 5) == ("kept",)
    assert explaining_slips(Derivation(w, {"twice": 7}), asked, 18) == ()


@pytest.mark.parametrize(("form", "tried"), [(Integer(), []), (Rational(), [4])])
def test_what_a_rule_only_has_in_sight_is_not_done_otherwise_where_nothing_could_come_of_it(
    form: Form, tried: list[int]
) -> None:
    # Of fractions the right value may be what was rounded, which is looked at value by value.
    met: list[int] = []
    w = Working()
    noted = Slip("noted", lambda n: met.append(n) or 1)  # type: ignore[func-returns-value]
    beside = w.derive("beside", Rule("beside", lambda n: n, (noted,)), n=w.given("x", 4))
    crossed = Slip("crossed", lambda beside: beside + 1)
    total = w.derive("total", Rule("total", lambda n: 2 * n, (crossed,)), n=3, beside=beside)
    assert [step.name for step in unfixed_steps(total, {}, by_rules=True)] == ["total"]
    assert explaining_slips(Derivation(w), Asked(total, form), 5) == ("crossed",)
    assert met == tried


def test_a_slip_that_cannot_be_made_explains_nothing() -> None:
    w, asked = doubled()
    assert "impossible" not in explaining_slips(Derivation(w), asked, 16)


def test_only_derivations_in_which_a_step_stands_on_other_values_are_tried() -> None:
    w, asked = doubled()
    ten, again = 10_000, int("10000")
    first, hidden, equal, free, same = derivations = [
        Derivation(w, {"twice": ten}),
        Derivation(w, {"twice": ten, "once": 3}),  # which is hidden behind twice
        Derivation(w, {"twice": again}),  # equal, but perhaps of another kind
        Derivation(w),
        Derivation(w, {"other": 7, "twice": ten}),
    ]
    assert list(unlike(derivations, asked.step)) == [first, equal, free, same]
    assert hidden.value(asked.step) == first.value(asked.step)


@pytest.mark.parametrize("error", FAULTS)
def test_a_slip_or_a_rule_with_a_mistake_of_ours_is_loud(error: type[Exception]) -> None:
    def broken(n: int) -> int:
        raise error(f"no {n}")

    w = Working()
    slipping = w.derive("slipping", Rule("r", lambda n: n, (Slip("s", broken),)), n=w.given("x", 7))
    ruled = w.derive("ruled", Rule("q", broken), n=w.given("y", 8))
    with pytest.raises(error, match="no 7"):
        explaining_slips(Derivation(w), Asked(slipping, Integer()), 5)
    with pytest.raises(error, match="no 8"):
        list(right_values(Derivation(w), ruled))


def test_there_is_one_right_value_where_nothing_is_tied() -> None:
    w, asked = doubled()
    assert list(right_values(Derivation(w), asked.step)) == [(26, {})]


def tied(count: int) -> tuple[Working, Step]:
    w = Working()
    steps = [w.derive(f"t{i}", TIED, n=w.given(f"x{i}", 10 * i)) for i in range(count)]
    total = w.derive("total", Rule("total", lambda parts: sum(parts)), parts=tuple(steps))
    return w, total


def test_the_canonical_value_comes_first_and_each_other_tells_its_choices() -> None:
    w, total = tied(1)
    assert list(right_values(Derivation(w), total)) == [
        (0, {"t0": 0}),
        (1, {"t0": 1}),
        (2, {"t0": 2}),
    ]


def test_the_choices_at_several_ties_are_combined() -> None:
    w, total = tied(2)
    found = list(right_values(Derivation(w), total))
    assert found[0] == (10, {"t0": 0, "t1": 10})
    assert (13, {"t0": 1, "t1": 12}) in found
    assert len(found) == 9


def test_a_choice_that_was_made_is_not_tried_again() -> None:
    w, total = tied(2)
    assert [value for value, _ in right_values(Derivation(w, {"t0": 2}), total)] == [12, 13, 14]


def test_many_ties_are_not_tried_without_end() -> None:
    w, total = tied(30)
    assert len(list(right_values(Derivation(w), total))) == 64


def test_there_is_no_right_value_where_the_rule_cannot_be_applied() -> None:
    w = Working()
    first = w.derive("first", DOUBLE, n=w.given("x", 1))
    wide = Rule("wide", lambda a: np.ones((2, 3)) @ a)
    step = w.derive("product", wide, a=first)
    assert list(right_values(Derivation(w, {"first": np.ones(7)}), step)) == []


def test_what_slips_make_of_right_values_is_worked_out_once_and_found_again() -> None:
    calls: list[int] = []

    def kept(n: int) -> int:
        calls.append(n)
        return n

    rule = Rule("double", lambda n: 2 * n, slips=(Slip("kept", kept),))
    w = Working()
    once = w.derive("once", rule, n=w.given("x", 4))
    w.ask(w.derive("twice", rule, n=once), Integer())
    (asked,) = w.asked
    for found, keys in ((8, ("kept",)), (4, ("kept",)), (7, ()), (8, ("kept",))):
        assert explaining_slips(Derivation(w), asked, found) == keys
    assert sorted(calls) == [4, 4, 8]  # in both, in the second, in the first and in both
    wrong = Derivation(w, {"once": 5})
    assert explaining_slips(wrong, asked, 5) == ("kept",)
    assert explaining_slips(wrong, asked, 8) == ()
