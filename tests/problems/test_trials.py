"""A step with others before it done otherwise: worked out once, and no further than it helps."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from problems.derivation import Derivation
from problems.forms import Decimal, Form, Integer
from problems.quantity import Step
from problems.rule import Rule, RuleWith, Slip
from problems.rules import tensors
from problems.trials import NotFoundError, Trials
from problems.working import Asked, Working

DONE: list[tuple[str, float]] = []
"""What was worked out, in order: a rule or slip, and its input."""


def noted(name: str, more: float) -> Rule:
    """A rule that adds a number, and a slip of it that takes twice the number away."""

    def slip(n: float) -> float:
        DONE.append((f"slip in {name}", n))
        return n - 2 * more

    def rule(n: float) -> float:
        DONE.append((name, n))
        return n + more

    return Rule(name, rule, slips=(Slip("turned", slip), Slip("kept", lambda n: n + more)))


def two_branches(form: Form) -> tuple[Working, Asked]:
    """Two numbers by two rules each, side by side."""
    DONE.clear()
    w = Working()
    ends = []
    for name, n in (("a", 3.0), ("b", 7.0)):
        first = w.derive(f"{name}1", noted(f"{name}1", 1.0), n=w.given(name, n))
        ends.append(w.derive(f"{name}2", noted(f"{name}2", 2), n=first))
    w.ask(w.derive("both", tensors.STACK, parts=tuple(ends)), form)
    return w, w.asked[0]


def slip(w: Working, name: str, key: str = "turned") -> dict[str, Slip]:
    step = w[name]
    assert isinstance(step, Step)
    found = step.slip(key)
    assert found is not None
    return {name: found}


def test_each_step_is_worked_out_once_from_the_same_values() -> None:
    w, asked = two_branches(Integer())
    trials = Trials(Derivation(w), asked)
    one, other = slip(w, "a1"), slip(w, "b1")
    assert trials.value(one).tolist() == [3.0, 10.0]
    assert trials.value(other).tolist() == [6.0, 7.0]
    so_far = list(DONE)
    assert trials.value(one | other).tolist() == [3.0, 7.0]
    assert so_far == DONE


def test_what_changes_nothing_is_not_carried_on() -> None:
    w, asked = two_branches(Integer())
    derivation = Derivation(w)
    right = derivation.value(asked.step)
    DONE.clear()
    assert Trials(derivation, asked).value(slip(w, "a1", "kept")) is right
    assert DONE == []


def test_what_was_worked_out_does_not_stand_for_what_is_worked_out_from_other_answers() -> None:
    w, asked = two_branches(Integer())
    derivation = Derivation(w)
    for n in (4.0, 5.0, 4.0, Fraction(4), 4):
        derivation.fix({"a1": n})
        value = Trials(derivation, asked).value(slip(w, "a2"))
        assert value.tolist() == [n - 4, 10.0]
        assert type(value[0]) is type(n)


def test_other_inputs_of_a_rule_are_carried_on() -> None:
    w, asked = two_branches(Integer())
    step = w["a1"]
    assert isinstance(step, Step)
    trials = Trials(Derivation(w), asked)
    for n in (1.0, 2.0):
        assert trials.value({"a1": RuleWith(step.rule, {"n": n})}).tolist() == [n + 3.0, 10.0]


def test_nothing_is_worked_out_that_leaves_a_wrong_part_as_it_is_or_makes_it_another_one() -> None:
    w, asked = two_branches(Decimal(0.01))
    derivation = Derivation(w)
    derivation.value(asked.step)
    trials = Trials(derivation, asked, np.array([3.0, 7.5]))
    DONE.clear()
    with pytest.raises(NotFoundError):
        trials.value(slip(w, "a1"))  # which leaves 10 where 7.5 was found
    assert DONE == []
    with pytest.raises(NotFoundError):
        trials.value(slip(w, "b1") | slip(w, "a1"))  # which gives 3 and 7
    assert [what for what, _ in DONE] == ["slip in a1", "a2", "slip in b1", "b2"]
    found = Trials(derivation, asked, np.array([3.0, 7.0]))
    assert found.value(slip(w, "b1") | slip(w, "a1")).tolist() == [3.0, 7.0]


@pytest.mark.parametrize("found", [np.array([3.0, 7.5, 0.0]), 7.5, None])
def test_a_value_of_another_size_has_no_parts_to_be_looked_at(found: object) -> None:
    w, asked = two_branches(Decimal(0.01))
    trials = Trials(Derivation(w), asked, found)
    assert trials.value(slip(w, "a1")).tolist() == [3.0, 10.0]
