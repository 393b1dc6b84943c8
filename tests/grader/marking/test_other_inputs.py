"""A value that is right for an input of another call is known as one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.marking.other_inputs import comes_of_another_input
from problems.probe import Observation
from problems.rule import Rule

RULE = Rule("added", lambda x, w: x + w.sum())


def call(*x: float, w: Any, rule: Rule = RULE) -> Observation:
    return Observation("add(x, w)", rule, {"x": np.array(x), "w": np.array(w), "seed": 3})


ONE, OTHER = call(1.0, 2.0, w=[1.0, 1.0]), call(7.0, 5.0, w=[4.0, 1.0])


@pytest.mark.parametrize("found", [[6.0, 7.0], [9.0, 7.0]])
def test_a_value_of_one_input_of_its_own_and_one_of_another_call_is_known(
    found: list[float],
) -> None:
    assert comes_of_another_input(ONE, np.array(found), [OTHER])


@pytest.mark.parametrize("found", [[3.0, 4.0], [12.0, 10.0], [0.0, 0.0], [6.0, 7.5]])
def test_a_right_value_that_of_the_other_call_and_any_other_is_not(found: list[float]) -> None:
    assert not comes_of_another_input(ONE, np.array(found), [OTHER])


def test_inputs_of_another_rule_or_of_none_do_not_count() -> None:
    of_another = call(7.0, 5.0, w=[4.0, 1.0], rule=RULE.but(key="other"))
    assert not comes_of_another_input(ONE, np.array([6.0, 7.0]), [of_another])
    assert not comes_of_another_input(ONE, np.array([6.0, 7.0]), [])


def test_an_input_with_which_the_rule_cannot_be_applied_is_passed_over() -> None:
    of_another_shape = call(7.0, 5.0, 2.0, w=[4.0, 1.0])
    rule = Rule("checked", lambda x, w: x + w.sum() if len(x) == 2 else x / np.zeros((5, 0)))
    one = call(1.0, 2.0, w=[1.0, 1.0], rule=rule)
    others = [call(7.0, 5.0, 2.0, w=[4.0, 1.0], rule=rule), of_another_shape]
    assert comes_of_another_input(one, np.array([6.0, 7.0]), others)
