"""A slip whose value was rounded is that slip, and what follows is carried on from either value."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np
import pytest

from grader.answers.answer import read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from grader.marking.rounding import is_rounded
from problems.drawing import draw_variant
from problems.forms import Decimal, Rational
from problems.quantity import RULE_ERRORS
from problems.rule import Rule, Slip
from problems.variant import Variant, example_variant
from problems.working import Working

Round = Callable[[float], float]

PLACES: dict[str, Round] = {
    "two places": lambda number: round(number, 2),
    "three places": lambda number: round(number, 3),
    "three digits": lambda number: float(f"{number:.3g}"),
}
POOLING = partial(draw_variant, "pooling-hand", "standard", "2")
BORDERS = partial(draw_variant, "pooling-hand", "hard", "3")
NETWORK = partial(example_variant, "conv2d-backprop", "lecture")


def in_decimals(value: Any, rounded: Round) -> Any:
    """A value as a student would type it: whole numbers as they are, and all others rounded."""
    if isinstance(value, np.ndarray):
        return [in_decimals(part, rounded) for part in value]
    if isinstance(value, Fraction | float):
        return int(value) if value == int(value) else rounded(float(value))
    return value


def carried(
    variant: Variant, key: str, rounded: Round, *, from_rounded: bool
) -> dict[str, Any] | None:
    """What one who makes a slip types, and works on with: what was typed, or what was before.

    None where the slip leaves a later step impossible.
    """
    working, values = variant.working, dict(variant.working.given_values)
    asked = {each.name: each for each in working.asked}
    for step in working.steps:
        try:
            value = working.evaluate(step, values, swap=lambda each: each.slip(key))
        except RULE_ERRORS:
            return None
        if from_rounded and step.name in asked:
            value = read_answer(asked[step.name].form, in_decimals(value, rounded))
        values[step.name] = value
    return {name: in_decimals(values[name], rounded) for name in asked}


def marks(working: Working, values: dict[str, Any]) -> tuple[FieldResult, ...]:
    answers = {each.name: read_answer(each.form, values[each.name]) for each in working.asked}
    return mark_by_hand(working, answers)


@pytest.mark.parametrize(
    ("drawn", "places", "from_rounded"),
    [
        (POOLING, "two places", False),
        (POOLING, "three digits", True),
        (BORDERS, "three places", False),
        (NETWORK, "two places", True),
        (NETWORK, "two places", False),
    ],
)
def test_a_slip_in_decimals_costs_once_and_rounding_once(
    drawn: Callable[[], Variant], places: str, *, from_rounded: bool
) -> None:
    variant = drawn()
    for key in variant.working.slip_keys:
        if key in variant.working.notations:  # nothing follows from how a value is written
            continue
        values = carried(variant, key, PLACES[places], from_rounded=from_rounded)
        if values is None:
            continue
        lost = [f for f in marks(variant.working, values) if f.score < f.max_score]
        by_slip = [f.name for f in lost if f.slips]
        by_rounding = [f.name for f in lost if not f.slips]
        assert len(by_slip) <= 1, (key, by_slip)
        assert len(by_rounding) <= 1, (key, by_rounding)
        assert all(f.remarks[0].key == "rounded" for f in lost if not f.slips), (key, by_rounding)


def seventh(*slips: Slip) -> Working:
    """A seventh of a number, and three times that."""
    w = Working()
    rule = Rule("seventh", lambda n: Fraction(n, 7), slips)
    step = w.derive("part", rule, n=w.given("n", 20))
    w.ask(step, Rational())
    w.ask(w.derive("thrice", Rule("thrice", lambda n: 3 * n), n=step), Rational())
    return w


SIXTH = Slip("sixth-for-seventh", lambda n: Fraction(n, 6))
NINTH = Slip("ninth-for-seventh", lambda n: Fraction(n, 9))


@pytest.mark.parametrize("thrice", [10, 9.99, 9.999])
def test_what_follows_from_a_rounded_slip_may_follow_from_what_was_rounded(thrice: float) -> None:
    part, rest = marks(seventh(SIXTH, NINTH), {"part": 3.33, "thrice": thrice})
    assert (part.outcome, part.slips) == (Outcome.SLIP, ("sixth-for-seventh",))
    assert [remark.key for remark in part.remarks] == ["slip", "rounded"]
    assert rest.score == (0 if thrice == 9.999 else rest.max_score)


@pytest.mark.parametrize("part", [3.34, 3.32, 3.3, 3, "7/2", 3.334, 3.3334])
def test_what_is_no_rounding_of_a_slip_is_wrong(part: Any) -> None:
    found, _ = marks(seventh(SIXTH), {"part": part, "thrice": ...})
    assert (found.outcome, found.slips) == (Outcome.WRONG, ())


def test_slips_that_are_rounded_to_one_number_are_all_kept_and_carry_nothing_on() -> None:
    near = Slip("a-trifle-less", lambda n: Fraction(n, 6) - Fraction(1, 400))
    part, rest = marks(seventh(SIXTH, near), {"part": 3.33, "thrice": 10})
    assert part.slips == ("sixth-for-seventh", "a-trifle-less")
    assert rest.score == 0
    more, _ = marks(seventh(SIXTH, near), {"part": 3.3333, "thrice": 10})
    assert more.slips == ("sixth-for-seventh",)


def test_a_rounded_slip_in_a_sheet_of_rounded_values_costs_no_second_mark_for_rounding() -> None:
    w = seventh(SIXTH)
    w.ask(w.derive("half", Rule("half", lambda n: Fraction(n, 3)), n=w["n"]), Rational())
    fields = marks(w, {"part": 3.33, "thrice": 9.99, "half": 6.67})
    assert [f.score for f in fields] == [0, 1, 1]


@pytest.mark.parametrize(
    ("found", "value", "told"),
    [
        (Fraction(233, 100), Fraction(7, 3), True),
        (2.333333, Fraction(7, 3), True),
        (2.333, Fraction(7, 3), True),
        (2.334, Fraction(7, 3), False),
        (2.66, Fraction(8, 3), False),
        (123, Fraction(370, 3), True),
        (123.4, Fraction(370, 3), False),
        (12, Fraction(37, 3), False),
        (0.08, Fraction(1, 12), True),
        (0.0, Fraction(1, 300), False),
        (7, 7, False),
        (7.004, 7, False),
        (7.3, Fraction(22, 3), False),
        (0.12, Fraction(1, 8), True),
        (0.13, Fraction(1, 8), True),
        (Fraction(7, 3), Fraction(7, 3) + Fraction(1, 900), False),
    ],
)
def test_a_number_is_another_in_decimals_by_the_places_that_it_has(
    found: Any, value: Any, *, told: bool
) -> None:
    number = read_answer(Rational(), found)
    assert is_rounded(Rational(), number, value) is told
    assert is_rounded(Decimal(0.005), float(found), float(value)) is False


def test_each_cell_of_a_tensor_is_rounded_or_exact() -> None:
    value = np.array([Fraction(7, 3), Fraction(2)], dtype=object)
    for cells, told in (([2.33, 2], True), ([2.33, 2.01], False), (["7/3", 2], False)):
        found = read_answer(Rational(), cells)
        assert is_rounded(Rational(), found, value) is told
