"""Effort: operations, signs and digits of what is worked out, in a number."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from problems.effort import Effort, effort_by_hand, effort_in_code
from problems.forms import Integer
from problems.rule import Rule
from problems.working import Working


def of(value: Any, rule: Rule | None = None) -> Effort:
    """The effort of a working of one step."""
    w = Working()
    step = w.derive("y", rule or Rule("given", lambda: value))
    w.ask(step, Integer())
    return effort_by_hand(w, w.solve())


@pytest.mark.parametrize(
    ("value", "effort"),
    [
        (7, Effort(1, 0, 0)),
        (-7, Effort(1, 1, 0)),
        (1234, Effort(1, 0, 3)),
        (Fraction(-3, 10), Effort(1, 1, 2)),
        (0.1234567, Effort(1, 0, 3)),
        (0.0, Effort(1, 0, 0)),
        ((16, 24, 24), Effort(3, 0, 3)),
        (np.array([[1, -12], [0, 3]], dtype=object), Effort(4, 1, 1)),
        ("yes", Effort(1, 0, 0)),
        (None, Effort(1, 0, 0)),
    ],
)
def test_a_value_costs_an_operation_a_cell_its_signs_and_its_further_digits(
    value: Any, effort: Effort
) -> None:
    assert of(value) == effort
    assert effort.total == effort.operations + effort.signs + effort.digits


def test_a_rule_says_how_many_operations_it_takes() -> None:
    rule = Rule("total", lambda: 12, operations=lambda: 5)
    assert of(12, rule) == Effort(5, 0, 1)


def test_every_step_counts_also_one_that_is_not_asked() -> None:
    w = Working()
    product = Rule("product", lambda a, b: a * b, operations=lambda a, b: len(str(a * b)))
    first = w.derive("first", product, a=w.given("a", 12), b=11)
    w.ask(w.derive("second", product, a=first, b=-2), Integer())
    assert effort_by_hand(w, w.solve()) == Effort(3 + 4, 1, 2 + 2)


def test_a_program_costs_what_it_consists_of() -> None:
    short = effort_in_code("def f(x):\n    return x + 1\n")
    long = effort_in_code("def f(x):\n    y = np.pad(x, 2, mode='edge')\n    return y[::2] + 1\n")
    assert 0 < short.total < long.total
    assert (short.digits, long.digits) == (0, 3)  # the 1 is what is usual anyway


def test_names_and_comments_cost_nothing() -> None:
    plain = "def f(x):\n    return x + 1\n"
    wordy = 'def function_of(vector):\n    """Adds one."""\n    # one\n    return vector + 1\n'
    assert effort_in_code(plain) == effort_in_code(wordy)
