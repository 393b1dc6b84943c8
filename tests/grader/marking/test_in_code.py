"""A check earns its marks if all of it is right, and one mistake costs once."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.in_code import mark_code
from grader.marking.result import FieldResult
from grader.sandbox.outside.outcome import (
    Blank,
    Ended,
    Facts,
    Missing,
    NotReached,
    OverLimit,
    Raised,
    Returned,
)
from grader.sandbox.outside.outcome import Outcome as Seen
from problems.probe import Check, Probe
from problems.rule import Rule, Slip
from tests.grader.marking.cumulate import (
    CHECKS,
    CUMULATE,
    HALVES,
    TWICE,
    WHOLE,
    X,
    Y,
    check,
    keys,
    marks,
    seen,
    untouched,
)


def test_right_values_get_their_marks() -> None:
    assert [(f.outcome, f.score, f.max_score) for f in marks()] == [
        (Outcome.CORRECT, 1, 1),
        (Outcome.CORRECT, 2, 2),
    ]


@pytest.mark.parametrize(
    ("failure", "outcome", "told"),
    [
        (Blank(), Outcome.UNANSWERED, "blank"),
        (Missing("cumulate"), Outcome.UNANSWERED, "missing"),
        (Missing("cumulate", ("Cumulate",)), Outcome.UNREADABLE, "renamed"),
        (Missing("cumulate", inside="line 7"), Outcome.UNREADABLE, "stands-inside"),
        (Missing("cumulate", ("S.cumulate",), "line 7"), Outcome.UNREADABLE, "stands-inside"),
        (Raised("ValueError", "no", "line 7"), Outcome.CRASHED, "raised error-of-value"),
        (Raised("E", "no"), Outcome.CRASHED, "raised-somewhere error-of-another-kind"),
        (Ended("exit", "status 0", "line 7"), Outcome.CRASHED, "ended"),
        (Ended("crash", "SIGSEGV"), Outcome.CRASHED, "ended-somewhere"),
        (OverLimit("time", "10 s", "line 7"), Outcome.OVER_LIMIT, "over-limit-at"),
        (OverLimit("result", "64 MB"), Outcome.OVER_LIMIT, "over-limit"),
        (NotReached(OverLimit("time", "10 s", "line 7")), Outcome.OVER_LIMIT, "not-reached"),
        (NotReached(Ended("exit", "status 0", "line 7")), Outcome.CRASHED, "not-reached-ended"),
        (NotReached(Raised("E", "no", "line 7")), Outcome.CRASHED, "not-reached-ended"),
    ],
)
def test_each_way_to_fail_is_an_outcome_of_its_own(
    failure: Seen, outcome: Outcome, told: str
) -> None:
    field = marks(whole=failure)[0]
    assert (field.outcome, field.score, keys(field)) == (outcome, 0, told.split())
    ran = outcome in (Outcome.CRASHED, Outcome.OVER_LIMIT) and not isinstance(failure, NotReached)
    assert (field.inputs is not None) is ran


def test_a_renamed_class_is_told_by_the_name_that_is_there() -> None:
    failure = Missing("Conv1dLayer", ("Conv1DLayer",))
    field = marks(whole=failure, halves=failure)[0]
    assert field.remarks[0].details == {"name": "Conv1dLayer", "similar": "Conv1DLayer"}


def test_a_slip_costs_the_first_check_that_it_fails_and_no_other() -> None:
    assert [field.score for field in marks(whole=X[:-1], halves=Y[:-1])] == [0, 2]
    assert [field.score for field in marks(halves=np.trunc(Y))] == [1, 0]


def test_a_wrong_value_that_no_slip_explains_costs_each_check() -> None:
    assert [field.score for field in marks(whole=X + 1, halves=Y + 1)] == [0, 0]


def test_an_error_is_not_excused_by_a_slip_of_the_other_checks() -> None:
    whole, halves = marks(whole=X[:-1], halves=Raised("ValueError", "no"))
    assert (whole.slips, whole.score) == (("last-missing",), 0)
    assert (halves.outcome, halves.score) == (Outcome.CRASHED, 0)


def test_a_slip_in_one_rule_does_not_excuse_one_in_another() -> None:
    checks = (*CHECKS, check("twice", WHOLE, TWICE), check("twice-halves", HALVES, TWICE))
    came = {
        "whole": seen(X[:-1]),
        "halves": seen(Y[:-1]),
        "twice": seen(3 * WHOLE),
        "twice-halves": seen(3 * HALVES),
    }
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.score for field in fields] == [0, 2, 0, 1]
    assert [field.slips[0] for field in fields] == ["last-missing"] * 2 + ["thrice"] * 2


def test_the_same_slip_in_two_rules_is_one_mistake() -> None:
    again = Rule("again", lambda x: -x, slips=(Slip("last-missing", lambda x: -x[:-1]),))
    checks = (*CHECKS, check("again", WHOLE, again))
    came = {"whole": seen(X[:-1]), "halves": seen(Y[:-1]), "again": seen(-WHOLE[:-1])}
    assert [f.score for f in mark_code(checks, (), came, Facts(), "1")] == [0, 2, 1]


def test_of_two_mistakes_in_one_check_the_new_one_costs_and_is_named() -> None:
    probe = Probe()
    for result, rule in (("sums", CUMULATE), ("doubles", TWICE)):
        probe.call(result, "both", probe.put("x", WHOLE))
        probe.read(result, f"{result}(x)", rule, x=WHOLE)
    checks = (*CHECKS, Check("both", probe))
    both = (Returned(X[:-1]), Returned(3 * WHOLE))
    came = {"whole": seen(X[:-1]), "halves": seen(Y[:-1]), "both": both}
    field = mark_code(checks, (), came, Facts(), "1")[2]
    assert (field.score, field.slips) == (0, ("thrice",))


def test_slips_that_cannot_be_told_apart_cost_once_and_none_is_named_for_sure() -> None:
    slips = (Slip("a", lambda x: 3 * x), Slip("b", lambda x: x + 2 * x))
    rule = Rule("twice", lambda x: 2 * x, slips=slips)
    checks = (check("whole", WHOLE, rule), check("halves", HALVES, rule))
    came = {"whole": seen(3 * WHOLE), "halves": seen(3 * HALVES)}
    first, second = mark_code(checks, (), came, Facts(), "1")
    assert (first.score, second.score) == (0, 1)
    assert first.slips == second.slips == ("a", "b")
    assert (keys(first)[0], keys(second)) == ("check-several-slips", ["several-slips-again"])


def test_candidates_that_have_no_slip_in_common_are_two_mistakes() -> None:
    def rule(key: str, *wrong: str) -> Rule:
        return Rule(key, lambda x: 2 * x, slips=tuple(Slip(w, lambda x: 3 * x) for w in wrong))

    rules = (rule("first", "a", "b"), rule("second", "b", "c"), rule("third", "a"))
    checks = tuple(check(rule.key, WHOLE, rule) for rule in rules)
    came = {rule.key: seen(3 * WHOLE) for rule in rules}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.score for field in fields] == [
        0,
        0,
        1,
    ]  # the first is a, as the third is for sure


def purity(result: Any, after: Any) -> list[FieldResult]:
    checks = (*CHECKS[:1], untouched(WHOLE))
    return list(
        mark_code(checks, (), {"whole": seen(result), "unchanged": seen(after)}, Facts(), "1")
    )


def test_an_input_that_was_left_alone_earns_its_mark_once_something_is_right() -> None:
    assert purity(X, WHOLE)[1].score == 1
    idle = purity(X + 1, WHOLE)[1]
    assert (idle.outcome, idle.score, keys(idle)) == (Outcome.NOT_JUDGED, 0, ["idle"])


@pytest.mark.parametrize("after", [WHOLE + 1, np.zeros(3), WHOLE[::-1]])
def test_any_change_of_an_input_is_the_slip(after: object) -> None:
    result, unchanged = purity(X, after)
    assert result.score == 1
    assert (unchanged.outcome, unchanged.slips) == (Outcome.SLIP, ("changed-in-place",))
