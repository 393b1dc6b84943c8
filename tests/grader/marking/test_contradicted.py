"""A slip that gives what came in one check is not told where other checks speak against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.in_code import mark_code
from grader.marking.result import FieldResult
from grader.sandbox.outside.outcome import Facts, Raised
from problems.rule import Rule, Slip
from tests.grader.marking.cumulate import check, keys, seen

INPUTS = (np.array([2.0]), np.array([3.0, 5, 4]), np.array([1.0, 7]), np.array([6.0, 8]))
SLIPS = (
    Slip("squared", lambda x: x**2),
    Slip("only-of-one", lambda x: x**2 if len(x) == 1 else 3 * x),
)
RULE = Rule("thrice", lambda x: 3 * x, slips=SLIPS)
SQUARED = Rule("thrice", lambda x: 3 * x, slips=SLIPS[:1])


def marks(rule: Rule, *came: Any) -> Sequence[FieldResult]:
    checks = [check(str(number), x, rule) for number, x in enumerate(INPUTS[: len(came)])]
    found = {str(number): seen(value) for number, value in enumerate(came)}
    return mark_code(checks, (), found, Facts(), "1")


ONE, THREE, TWO, LAST = INPUTS


@pytest.mark.parametrize(
    ("others", "named"),
    [
        ((3 * THREE,), False),  # right, which it would have changed
        ((3 * THREE, 3 * TWO), False),
        ((), True),
        ((THREE**2, TWO + 1), True),  # it is wrong otherwise once, and twice as by the slip
        ((THREE + 1,), True),  # another mistake may be in there as well
        ((THREE + 1, TWO + 1), False),
        ((Raised("ValueError", "no"),), True),  # which tells nothing of values
    ],
)
def test_a_slip_of_one_check_is_told_unless_others_speak_against_it(
    others: Sequence[Any], named: bool
) -> None:
    first = marks(SQUARED, ONE**2, *others)[0]
    assert first.slips == (("squared",) if named else ())
    assert first.outcome is (Outcome.SLIP if named else Outcome.WRONG)
    assert keys(first) == ["check-slip", "check-value"][not named :]
    assert first.score == 0


def test_many_numbers_are_no_chance_though_other_checks_show_another_mistake_too() -> None:
    many = np.array([2.0, 5, 7, 9])
    checks = [check(str(n), x, SQUARED) for n, x in enumerate((many, THREE, TWO))]
    came = {"0": seen(many**2), "1": seen(THREE + 1), "2": seen(TWO + 1)}
    assert mark_code(checks, (), came, Facts(), "1")[0].slips == ("squared",)


def test_what_is_right_of_numbers_of_another_kind_does_not_speak_against_a_slip() -> None:
    checks = (check("whole", np.array([2]), SQUARED), check("decimals", THREE, SQUARED))
    came = {"whole": seen(np.array([4])), "decimals": seen(3 * THREE)}
    assert mark_code(checks, (), came, Facts(), "1")[0].slips == ("squared",)


def test_of_several_slips_those_stay_that_nothing_speaks_against() -> None:
    first, _ = marks(RULE, ONE**2, 3 * THREE)
    assert first.slips == ("only-of-one",)
    assert keys(first)[0] == "check-slip"


def test_a_name_by_which_a_later_check_keeps_its_marks_stays() -> None:
    first, second, third, right = marks(SQUARED, ONE**2, THREE + 1, TWO**2, 3 * LAST)
    assert [field.slips for field in (first, third)] == [("squared",)] * 2
    assert (third.score, second.score, right.score) == (1, 0, 1)


def test_no_mark_hangs_on_whether_a_name_is_told() -> None:
    told = marks(SQUARED, ONE**2, THREE + 1)
    untold = marks(SQUARED, ONE**2, THREE + 1, TWO + 1)
    assert [field.score for field in told] == [field.score for field in untold[:2]] == [0, 0]
