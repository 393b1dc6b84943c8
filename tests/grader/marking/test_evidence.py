"""Inputs and values are shown, and how they differ; of hidden inputs no number is told."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.evidence import differences, shown_inputs
from grader.marking.observed import observed_in
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Raised
from grader.sandbox.wire.frames import Opaque
from problems.forms import Shapes
from problems.probe import Check, Probe
from problems.rule import Rule
from tests.grader.marking.cumulate import TWO_SIDED, X, Y, keys, marks, seen, two_sided


def test_a_wrong_value_is_shown_with_the_true_one_and_the_inputs() -> None:
    field = marks(whole=X + 1, halves=Y + 1)[0]
    assert (field.outcome, keys(field)) == (Outcome.WRONG, ["check-value", "off-shift"])
    assert (field.found, field.expected) == ("[4, 3, 7]", "[3, 2, 6]")
    assert field.inputs == "x = [3, -1, 4]"


def test_a_right_value_shows_nothing() -> None:
    field = marks(whole=X + 1)[1]
    assert (field.found, field.expected, field.inputs, field.remarks) == (None, None, None, ())


@pytest.mark.parametrize("value", [6, np.float64(6), X[None], X[:, None], [], np.zeros((3, 3))])
def test_another_shape_is_wrong_even_if_it_would_broadcast(value: object) -> None:
    field = marks(whole=value)[0]
    key = "check-number-for-array" if np.isscalar(value) else "check-shape"
    assert (field.outcome, keys(field)) == (Outcome.WRONG, [key])
    assert field.remarks[0].details["expected"] == "(3,)"


@pytest.mark.parametrize("value", [X * np.nan, X + np.inf, [3, 2, -np.inf]])
def test_values_that_are_not_finite_are_wrong_and_it_is_told(value: object) -> None:
    field = marks(whole=value)[0]
    assert (field.outcome, keys(field)) == (Outcome.WRONG, ["check-not-finite"])


def test_what_is_right_on_the_inputs_shown_alone_earns_nothing() -> None:
    assert two_sided(X, Y).score == 1
    field = two_sided(X, Y + 1)
    assert (field.outcome, field.score, keys(field)) == (Outcome.WRONG, 0, ["other-inputs"])


@pytest.mark.parametrize("hidden", [Y + 1, np.trunc(Y), Y[:-2], Y * np.nan, "7", Raised("E", "no")])
def test_of_hidden_inputs_neither_they_nor_the_values_are_told(hidden: Any) -> None:
    field = two_sided(X, hidden)
    assert field.score == 0
    assert (field.inputs, field.found, field.expected) == (None, None, None)
    assert not {"check-value"} & {*keys(field)}


def test_a_slip_on_hidden_inputs_is_named_all_the_same() -> None:
    field = two_sided(X, np.trunc(Y))
    assert (field.slips, keys(field)) == (("whole-numbers",), ["check-slip", "other-inputs"])


def test_of_two_wrong_values_the_one_that_is_shown_is_told() -> None:
    field = two_sided(X + 1, Y + 1)
    assert (keys(field), field.inputs) == (["check-value", "off-shift"], "x = [3, -1, 4]")


@pytest.mark.parametrize(
    ("found", "remark"),
    [
        ([(6, 1, 5)], Remark("check-shapes-missing", {"missing": "[(6,)]"})),
        ([(6,), (6, 1, 5), (7, 2)], Remark("check-shapes-surplus", {"surplus": "[(7, 2)]"})),
        ([(6,), (7, 2)], Remark("check-shapes", {"missing": "[(6, 1, 5)]", "surplus": "[(7, 2)]"})),
        (6, Remark("check-other")),
    ],
)
def test_shapes_of_parameters_that_are_missing_and_surplus_are_told(
    found: object, remark: Remark
) -> None:
    probe = Probe()
    rule = Rule("shapes", lambda: [(6, 1, 5), (6,)])
    probe.read_parameter_shapes("model", "the parameters", rule, Shapes())
    (one,) = observed_in(Check("parameters", probe), seen(found))
    details = {"what": "the parameters", **remark.details}
    assert differences(one) == (Remark(remark.key, details),)


def test_the_inputs_of_a_check_are_those_that_are_shown() -> None:
    (check,) = TWO_SIDED
    shown, hidden = observed_in(check, (*seen(X), *seen(Y)))
    assert shown_inputs(check, shown) == "x = [3, -1, 4]"
    assert shown_inputs(check, hidden) is None


def test_a_number_that_was_too_large_to_send_is_told_in_no_language() -> None:
    field = marks(whole=Opaque("int", "an integer of 33220 bits"))[0]
    assert (field.found, keys(field)) == ("…", ["check-huge"])
