"""A mistake is named where it gives all that came, and not where it gives only some of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.code_diagnosis import slips_by_check
from grader.marking.in_code import mark_code
from grader.marking.observed import observed_in
from grader.sandbox.outside.outcome import Facts, Raised, Returned
from problems.probe import Check
from problems.rule import Rule, Slip, WouldFailError
from tests.grader.marking.cumulate import (
    CHECKS,
    HALVES,
    TWICE,
    WHOLE,
    X,
    Y,
    check,
    keys,
    marks,
    seen,
    two_sided,
    untouched,
)
from tests.problems.test_working import FAULTS


def test_a_slip_is_named_if_it_gives_all_outputs() -> None:
    fields = marks(whole=X[:-1], halves=Y[:-1])
    assert {(field.outcome, field.slips) for field in fields} == {(Outcome.SLIP, ("last-missing",))}
    assert [keys(field) for field in fields] == [["check-slip", "check-shape"], ["slip-again"]]


def test_a_slip_that_gives_only_the_outputs_of_one_check_is_named_there_alone() -> None:
    whole, halves = marks(whole=X[:-1], halves=Y + 1)
    assert (whole.outcome, whole.slips) == (Outcome.SLIP, ("last-missing",))
    assert (halves.outcome, halves.slips) == (Outcome.WRONG, ())
    assert whole.score == halves.score == 0


def test_a_slip_that_gives_only_one_of_the_outputs_of_a_check_is_not_named() -> None:
    assert two_sided(X[:-1], Y + 1).slips == two_sided(X + 1, Y[:-1]).slips == ()


def test_a_slip_that_gives_all_outputs_is_better_evidence_than_one_that_gives_some() -> None:
    slips = (Slip("thrice", lambda x: 3 * x), Slip("plus-three", lambda x: 2 * x + 3))
    rule = Rule("twice", lambda x: 2 * x, slips=slips)
    checks = (check("threes", np.full(4, 3), rule), check("whole", WHOLE, rule))
    came = {"threes": seen(np.full(4, 9)), "whole": seen(3 * WHOLE)}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.slips for field in fields] == [("thrice",)] * 2
    came["whole"] = seen(2 * WHOLE + 1)
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.slips for field in fields] == [("thrice", "plus-three"), ()]


def test_a_slip_that_leaves_some_inputs_right_is_named_on_the_others() -> None:
    whole, halves = marks(halves=np.trunc(Y))
    assert whole.outcome is Outcome.CORRECT
    assert halves.slips == ("whole-numbers",)


def test_a_slip_that_cannot_be_made_on_an_input_is_not_named_for_it() -> None:
    assert all("impossible" not in field.slips for field in marks(whole=X + 1, halves=Y + 1))


def test_a_value_that_follows_rightly_from_wrong_ones_names_no_mistake_of_its_own() -> None:
    own = Slip("plus-two", lambda x: sum(x) + 2)  # which is what the wrong values lead to here
    shared = Slip("all-plus-one", lambda x: sum(x) + 2)
    values = Rule("values", lambda x: x, slips=(Slip("all-plus-one", lambda x: x + 1),))
    total = Rule("total", lambda x: sum(x), slips=(own,), carried=lambda value, x: value == 11)
    checks = (check("values", np.array([4, 5]), values), check("total", np.array([4, 5]), total))

    def slips_of_total(came: Any, rule: Rule = total) -> tuple[str, ...]:
        both = (checks[0], check("total", np.array([4, 5]), rule))
        outcomes = {"values": seen(np.array([5, 6])), "total": seen(came)}
        return mark_code(both, (), outcomes, Facts(), "1")[1].slips

    assert slips_of_total(11) == ()
    assert slips_of_total(11, replace(total, carried=None)) == ("plus-two",)
    assert slips_of_total(11, replace(total, slips=(own, shared))) == ("all-plus-one",)


@pytest.mark.parametrize("error", FAULTS)
def test_a_slip_with_a_mistake_of_ours_is_loud(error: type[Exception]) -> None:
    def broken(x: Any) -> Any:
        raise error(f"no {x[0]}")

    checks = (check("whole", WHOLE, Rule("sum", lambda x: x + x, (Slip("broken", broken),))),)
    with pytest.raises(error, match="no 3"):
        mark_code(checks, (), {"whole": seen(5 * WHOLE)}, Facts(), "1")


def test_several_slips_that_give_all_outputs_are_kept() -> None:
    rule = Rule(
        "sum", lambda x: x + x, slips=(Slip("a", lambda x: 0 * x), Slip("b", lambda x: x - x))
    )
    checks = (check("whole", WHOLE, rule),)
    (field,) = mark_code(checks, (), {"whole": seen(np.zeros(3))}, Facts(), "1")
    assert field.slips == ("a", "b")
    assert keys(field)[0] == "check-several-slips"


def test_an_empty_value_in_one_check_alone_names_no_slip() -> None:
    checks = (check("one", WHOLE[:1]), *CHECKS)
    came = {"one": seen(np.zeros(0)), "whole": seen(X + 1), "halves": seen(Y + 1)}
    field = mark_code(checks, (), came, Facts(), "1")[0]
    assert (field.outcome, field.slips) == (Outcome.WRONG, ())


def test_an_error_in_one_check_alone_is_not_said_to_do_no_harm_elsewhere() -> None:
    slips = (Slip("sized", lambda x: 2 * x, crashes=True),)
    rule = Rule("twice", lambda x: 2 * x, slips=slips)
    one = check("one", WHOLE, rule).probe.followed_by_hidden(check("one", HALVES, rule).probe)
    checks = (Check("one", one), check("other", HALVES, rule))
    came = {"one": (Returned(2 * WHOLE), Raised("E", "no")), "other": seen(2 * HALVES)}
    assert mark_code(checks, (), came, Facts(), "1")[0].slips == ("sized",)
    came["other"] = seen(HALVES)
    assert mark_code(checks, (), came, Facts(), "1")[0].slips == ()


def test_a_check_without_a_value_does_not_stand_against_a_slip() -> None:
    whole, halves = marks(whole=Raised("ValueError", "no"), halves=Y[:-1])
    assert whole.outcome is Outcome.CRASHED
    assert halves.slips == ("last-missing",)


def test_the_slips_are_told_for_each_check_and_each_of_its_rules() -> None:
    checks = {"sums": check("sums", WHOLE), "doubles": check("doubles", HALVES, TWICE)}
    came = {"sums": seen(X[:-1]), "doubles": seen(2 * HALVES)}
    observed = {name: observed_in(one, came[name]) for name, one in checks.items()}
    found = {"cumulate": ("last-missing",)}
    assert slips_by_check(observed) == {"sums": found, "doubles": found}


def overflowing(x: Any) -> Any:
    return np.where(x > 3, np.nan, 2 * x)


OVERFLOWING = Rule("twice", lambda x: 2 * x, slips=(Slip("overflows", overflowing),))
NAN, INF = np.nan, np.inf


@pytest.mark.parametrize(
    ("came", "named"),
    [
        ([2, 6, NAN, NAN], True),
        ([2, 6, INF, -INF], True),
        ([2, 6, NAN, 10], False),
        ([2, NAN, NAN, NAN], False),
        ([2, 7, NAN, NAN], False),
        ([2, 6, NAN], False),
        ([2, 6, 8, 9], False),
        (NAN, False),
    ],
)
def test_a_mistake_that_leaves_no_numbers_is_named_where_just_these_cells_are_none(
    came: Any, *, named: bool
) -> None:
    checks = (check("whole", np.array([1.0, 3.0, 4.0, 5.0]), OVERFLOWING),)
    value = Returned(np.array(came, dtype=np.float64))
    (field,) = mark_code(checks, (), {"whole": (value,)}, Facts(), "1")
    assert field.score == 0
    assert field.slips == (("overflows",) if named else ())


def beyond(x: Any) -> Any:
    if len(x) > 2:
        raise WouldFailError(2, len(x), words=("out of bounds",))
    return 3 * x


FAILING = Rule("twice", lambda x: 2 * x, slips=(Slip("beyond", beyond, may_fail=True),))
SHORT = WHOLE[:2]
ERROR = Raised("IndexError", f"index 2 is out of bounds, {len(WHOLE)}")


@pytest.mark.parametrize(
    ("short", "whole", "named"),
    [
        (Returned(3 * SHORT), ERROR, True),
        (Returned(2 * SHORT), ERROR, False),
        (Returned(3 * SHORT), Raised("IndexError", "index 77 is out of bounds"), False),
        (Returned(3 * SHORT), Raised("ValueError", f"2 and {len(WHOLE)} places"), False),
        (Returned(3 * SHORT), Returned(2 * WHOLE), False),
        (ERROR, ERROR, False),
    ],
)
def test_a_mistake_that_ends_in_an_error_is_named_where_it_fails_just_so(
    short: Any, whole: Any, named: bool
) -> None:
    checks = (check("short", SHORT, FAILING), check("whole", WHOLE, FAILING))
    fields = mark_code(checks, (), {"short": (short,), "whole": (whole,)}, Facts(), "1")
    assert [("beyond" in field.slips) for field in fields] == [named, named]
    if named:  # it shows in a value as well, which has cost marks
        assert keys(fields[1])[0] == "slip-again"
        assert [field.score for field in fields] == [0, 1]


def test_errors_by_a_slip_cost_where_no_value_of_several_inputs_shows_it() -> None:
    checks = [check("one", WHOLE[:1], FAILING), check("whole", WHOLE, FAILING)]
    came: dict[str, Any] = {"one": (Returned(3 * WHOLE[:1]),), "whole": (ERROR,)}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.score for field in fields] == [0, 0]
    assert keys(fields[1])[0] == "fail-slip"
    assert fields[1].outcome is Outcome.CRASHED


def test_an_error_by_a_slip_costs_once_whatever_comes_first() -> None:
    checks = (check("whole", WHOLE, FAILING), check("short", SHORT, FAILING))
    came: dict[str, Any] = {"short": (Returned(3 * SHORT),), "whole": (ERROR,)}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.score for field in fields] == [0, 1]


@pytest.mark.parametrize(
    ("other", "earned"),
    [
        (Raised("IndexError", "index 2 is out of bounds, 5"), 1),
        (Raised("ValueError", "index 2 is out of bounds, 5"), 0),
        (Raised("IndexError", "no index 2, 5"), 0),
        (Raised("IndexError", "index 2 is out of bounds, 5", "line 7"), 0),
    ],
)
def test_an_error_with_other_lengths_is_the_same_where_no_slip_tells_them(
    other: Raised, earned: int
) -> None:
    checks = (check("whole", WHOLE, FAILING), check("short", SHORT, FAILING), untouched(HALVES))
    came: dict[str, Any] = {"short": (Returned(3 * SHORT),), "whole": (ERROR,)}
    fields = mark_code(checks, (), {**came, "unchanged": (other,)}, Facts(), "1")
    assert [field.score for field in fields] == [0, 1, earned]


def test_a_last_resort_is_the_mistake_where_another_rule_names_it_and_no_other() -> None:
    def rule(key: str, *slips: Slip) -> Rule:
        return Rule(key, lambda x: 2 * x, slips=slips)

    there = rule("there", Slip("same", lambda x: x))
    back = rule("back", Slip("own", lambda x: x), Slip("same", lambda x: x, last_resort=True))
    checks = {"there": check("there", WHOLE, there), "back": check("back", WHOLE, back)}

    def slips(there_came: Any) -> Any:
        came = {"there": seen(there_came), "back": seen(WHOLE)}
        observed = {name: observed_in(one, came[name]) for name, one in checks.items()}
        return slips_by_check(observed)["back"]["back"]

    assert slips(WHOLE) == ("same",)
    assert slips(2 * WHOLE) == ("own",)
