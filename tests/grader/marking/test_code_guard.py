"""A slip made again is excused only where its values show that the rest was worked out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.marking.code_guard import no_evidence
from grader.marking.in_code import mark_code
from grader.marking.observed import observed_in
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Facts
from problems.probe import Check, Probe
from problems.rule import Rule, Slip
from tests.grader.marking.cumulate import CHECKS, HALVES, WHOLE, X, Y, check, keys, seen
from tests.problems.test_working import FAULTS


@pytest.mark.parametrize(("count", "earned"), [(1, 1), (3, 1), (4, 0)])
def test_a_slip_that_leaves_nothing_earns_where_checks_in_which_it_shows_weigh_as_much(
    count: int, earned: int
) -> None:
    ones = [check(f"one {n}", WHOLE[:1]) for n in range(count)]  # without its last output: empty
    came = {"whole": seen(X[:-1]), "halves": seen(Y[:-1])}
    came |= {one.name: seen(np.zeros(0)) for one in ones}
    fields = mark_code((*CHECKS, *ones), (), came, Facts(), "1")
    assert [field.score for field in fields] == [0, 2, *[earned] * count]
    told = ["slip-again"] if earned else ["slip-leaves-nothing", "check-shape"]
    assert keys(fields[2]) == told


def test_a_slip_that_shows_in_one_check_alone_earns_nothing_where_it_leaves_nothing() -> None:
    checks = (CHECKS[0], check("one", WHOLE[:1]))
    came = {"whole": seen(X[:-1]), "one": seen(np.zeros(0))}
    assert [field.score for field in mark_code(checks, (), came, Facts(), "1")] == [0, 0]


def test_a_slip_that_ends_the_work_early_is_no_evidence_of_the_rest() -> None:
    first = Slip("first-only", lambda x: np.cumsum(x)[:1], ends_early=True)
    rule = Rule("cumulate", lambda x: np.cumsum(x), slips=(first,))
    checks = (check("whole", WHOLE, rule), check("halves", HALVES, rule))
    fields = mark_code(checks, (), {"whole": seen(X[:1]), "halves": seen(Y[:1])}, Facts(), "1")
    assert [field.slips for field in fields] == [("first-only",)] * 2
    assert [field.score for field in fields] == [0, 0]
    assert keys(fields[1])[0] == "slip-ends-early"


def test_a_slip_by_which_an_input_does_not_matter_earns_nothing_where_it_shows_again() -> None:
    rule = Rule("scaled", lambda x, w: x * w, slips=(Slip("input-ignored", lambda w: w + 3),))

    def scaled(name: str, factor: float) -> Check:
        probe = Probe()
        probe.call("result", "scaled")
        w = np.full(3, factor)
        probe.read("result", "scaled(x, w)", rule, x=np.array([3.0, -1.0, 5.0]), w=w)
        return Check(name, probe)

    checks = (scaled("a", 2.0), scaled("b", 4.0))
    came = {"a": seen(np.full(3, 5.0)), "b": seen(np.full(3, 7.0))}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.slips for field in fields] == [("input-ignored",)] * 2
    assert [field.score for field in fields] == [0, 0]
    assert keys(fields[1])[0] == "slip-hides-inputs"


@pytest.mark.parametrize(("hiding", "earned"), [(1, 1), (2, 0)])
def test_a_slip_that_hides_an_input_in_few_checks_earns_where_others_show_all(
    hiding: int, earned: int
) -> None:
    def product(x: Any, w: Any) -> Any:
        return np.cumsum(x * w) if len(x) > 1 else w * 2

    slip = Slip("input-left-out", product)
    rule = Rule("scaled", lambda x, w: np.cumsum(x * w) + w, slips=(slip,))

    def scaled(name: str, x: Any) -> Check:
        probe = Probe()
        probe.call("result", "scaled")
        probe.read("result", "scaled(x, w)", rule, x=x, w=np.full(len(x), 4.0))
        return Check(name, probe)

    shown = [scaled("charged", WHOLE), scaled("shown", HALVES)]
    ones = [scaled(f"one {n}", np.array([3.0 + n])) for n in range(hiding)]
    came = {
        check.name: seen(product(**one.inputs))
        for check in (*shown, *ones)
        for one in check.probe.observations
    }
    fields = mark_code((*shown, *ones), (), came, Facts(), "1")
    assert [field.score for field in fields] == [0, 1, *[earned] * hiding]


@pytest.mark.parametrize(("stride", "key"), [(1, "slip-again"), (2, "slip-leaves-more-out")])
def test_a_slip_beside_which_more_was_left_out_earns_nothing_where_it_shows_again(
    stride: int, key: str
) -> None:
    slip = Slip("last-missing", lambda x: np.cumsum(x)[:-1], must_show=frozenset({"stride"}))
    rule = Rule("cumulate", lambda x, stride: np.cumsum(x)[::stride], slips=(slip,))

    def cumulated(name: str, x: Any) -> Check:
        probe = Probe()
        probe.call("result", "cumulate")
        probe.read("result", "cumulate(x)", rule, x=x, stride=stride)
        return Check(name, probe)

    checks = (cumulated("whole", WHOLE), cumulated("halves", HALVES))
    came = {"whole": seen(np.cumsum(WHOLE)[:-1]), "halves": seen(np.cumsum(HALVES)[:-1])}
    fields = mark_code(checks, (), came, Facts(), "1")
    assert [field.score for field in fields] == [0, key == "slip-again"]
    assert keys(fields[1])[0] == key


def test_an_input_without_which_a_slip_cannot_be_made_does_matter() -> None:
    def of_positive(x: Any) -> Any:
        if not np.any(x):
            raise ValueError("a number other than 0 is needed")
        return np.cumsum(x)[:-1]

    slip = Slip("last-missing", of_positive)
    checks = (check("whole", WHOLE, Rule("cumulate", lambda x: np.cumsum(x), (slip,))),)
    slips = {"cumulate": ("last-missing",)}
    assert no_evidence(observed_in(checks[0], seen(X[:-1])), slips) is None


@pytest.mark.parametrize("error", FAULTS)
def test_a_slip_with_a_mistake_of_ours_is_loud(error: type[Exception]) -> None:
    def broken(x: Any) -> Any:
        if not np.any(x):
            raise error("nothing but zeros")
        return np.cumsum(x)[:-1]

    rule = Rule("cumulate", lambda x: np.cumsum(x), (Slip("last-missing", broken),))
    seen_ones = observed_in(check("whole", WHOLE, rule), seen(X[:-1]))
    with pytest.raises(error, match="nothing but zeros"):
        no_evidence(seen_ones, {"cumulate": ("last-missing",)})


def test_values_that_depend_on_all_inputs_are_evidence() -> None:
    slips = {"cumulate": ("last-missing",)}
    assert no_evidence(observed_in(CHECKS[0], seen(X[:-1])), slips) is None
    zeros = no_evidence(observed_in(CHECKS[0], seen(np.zeros(2))), slips)
    assert zeros == Remark("slip-leaves-nothing")
