"""What came is right or not, and what failed is told by the calls that led to it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.in_code import mark_code
from grader.marking.observed import observed_in
from grader.sandbox.outside.outcome import Facts, Missing, OverLimit, Raised, Returned
from grader.sandbox.outside.outcome import Outcome as Seen
from problems.forms import Numeric
from problems.probe import Check, Probe
from tests.grader.marking.cumulate import (
    CUMULATE,
    SCALAR,
    TWO_SIDED,
    WHOLE,
    X,
    check,
    keys,
    marks,
    seen,
    untouched,
)


def test_a_number_is_compared_as_a_number() -> None:
    checks = (check("whole", WHOLE, SCALAR),)

    def outcome(value: object) -> Outcome:
        return mark_code(checks, (), {"whole": seen(value)}, Facts(), "1")[0].outcome

    assert outcome(6) is outcome(np.float32(6)) is outcome(np.array(6)) is Outcome.CORRECT
    assert outcome(2.0) is Outcome.SLIP
    assert outcome([6]) is outcome(5) is Outcome.WRONG
    assert outcome(10**400) is Outcome.UNREADABLE


def test_zeros_are_not_right_however_wide_the_tolerance_is() -> None:
    probe = Probe()
    probe.call("total", "total")
    probe.read("total", "total(x)", SCALAR, Numeric(atol=np.inf), x=WHOLE)

    def outcome(value: float) -> Outcome:
        fields = mark_code((Check("total", probe),), (), {"total": seen(value)}, Facts(), "1")
        return fields[0].outcome

    assert outcome(5) is Outcome.CORRECT
    assert outcome(0) is outcome(-0.0) is Outcome.WRONG


def test_a_failure_is_told_of_the_call_and_not_of_what_was_to_be_read() -> None:
    failure = Raised("ValueError", "no", "line 7")
    (field,) = mark_code((untouched(WHOLE),), (), {"unchanged": seen(failure)}, Facts(), "1")
    assert field.remarks[0].details["what"] == "cumulate(x)"


def test_a_failure_after_several_calls_tells_those_since_the_last_value() -> None:
    probe = Probe()
    probe.put("x", WHOLE)
    probe.call("layer", "Layer", size="x")
    probe.call("q", "layer.fwd", "x")
    probe.read("q", "layer.fwd(x)", CUMULATE, x=WHOLE)
    probe.call("dp", "layer.bwd", "x")
    probe.read("layer.dw", "layer.dw after layer.bwd(x)", CUMULATE, x=WHOLE)

    def told(*outcomes: Seen) -> Any:
        fields = mark_code((Check("passes", probe),), (), {"passes": outcomes}, Facts(), "1")
        return fields[0].remarks[0].details["what"]

    failure = Raised("ValueError", "no")
    assert told(Returned(X), failure) == "layer.bwd(x)"
    assert told(failure, failure) == "Layer(size=x), layer.fwd(x)"


def test_a_failure_in_a_method_of_an_input_is_not_told_as_a_call_of_the_students() -> None:
    probe = Probe()
    probe.put("x", WHOLE)
    probe.call("value", "loss", "x")
    probe.read("value", "loss(x)", CUMULATE, x=WHOLE)
    probe.call("product", "x.mul", "value")
    probe.read("product", "loss(x).product", CUMULATE, x=WHOLE)
    came = {"loss": (Returned(X), Raised("TypeError", "no"))}
    (field,) = mark_code((Check("loss", probe),), (), came, Facts(), "1")
    assert field.remarks[0].details["what"] == "loss(x).product"


def test_an_attribute_or_a_method_that_is_not_there_is_told_by_its_name() -> None:
    probe = Probe()
    probe.call("layer", "Layer")
    probe.call("dp", "layer.bwd")
    probe.read("layer.dw", "layer.dw after layer.bwd()", SCALAR, x=WHOLE)

    def told(name: str) -> tuple[Outcome, list[str], Any]:
        came = {"dw": (Missing(name),)}
        (field,) = mark_code((Check("dw", probe),), (), came, Facts(), "1")
        return field.outcome, keys(field), field.remarks[0].details.get("what")

    attribute = (Outcome.WRONG, ["missing-attribute"], "layer.dw after layer.bwd()")
    assert told("dw") == attribute
    assert told("bwd") == (Outcome.UNANSWERED, ["missing-attribute"], "layer.bwd")
    assert told("Layer") == (Outcome.UNANSWERED, ["missing"], None)


def test_a_value_that_is_too_large_is_told_of_itself() -> None:
    field = marks(whole=OverLimit("result", "64 MB"))[0]
    assert field.remarks[0].details["what"] == "cumulate(x)"


@pytest.mark.parametrize(
    ("value", "is_trivial", "has_trivial_numbers"),
    [
        (X, False, False),
        (np.zeros(3), True, True),
        (np.zeros(0), True, True),
        (X * np.inf, True, True),
        ([3, 2, 0], False, False),
    ],
)
def test_zeros_nothing_and_what_is_not_finite_are_trivial(
    value: object, is_trivial: bool, has_trivial_numbers: bool
) -> None:
    (one,) = observed_in(check("whole", WHOLE), seen(value))
    assert (one.is_trivial, one.has_trivial_numbers) == (is_trivial, has_trivial_numbers)


@pytest.mark.parametrize("outcome", [Raised("ValueError", "no"), None, (X, X)])
def test_what_is_no_number_is_no_trivial_number(outcome: object) -> None:
    (one,) = observed_in(check("whole", WHOLE), seen(outcome))
    assert not one.has_trivial_numbers


def test_each_observation_has_its_outcome_and_the_size_of_its_inputs() -> None:
    both = observed_in(TWO_SIDED[0], (*seen(X), *seen(Missing("cumulate"))))
    assert [one.is_right for one in both] == [True, False]
    assert [one.input_size for one in both] == [3, 4]
    assert both[0].found is X
    assert both[1].found is None
