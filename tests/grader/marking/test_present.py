"""An earlier wrong answer may have made a later one a present."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from grader.marking.present import identical, is_one_whole_number, is_present, same
from problems.derivation import Derivation
from problems.formula import variable
from problems.quantity import Step
from problems.rule import Function, Rule
from problems.rules.affine import AFFINE
from problems.rules.softmax import NEGATIVE_LOG_LIKELIHOOD, SOFTMAX
from problems.working import Working
from reference.tensors import component


def step_of(function: Function, first: Any, **more: Any) -> tuple[Working, Step]:
    """``value = function(first, ...)``, where ``first`` is the step that comes before."""
    w = Working()
    before = w.derive("first", Rule("first", lambda: first))
    inputs: dict[str, Any] = {name: w.given(name, value) for name, value in more.items()}
    return w, w.derive("value", Rule("rule", function), first=before, **inputs)


def is_trivial(function: Function, true: Any, own: Any, **more: Any) -> bool:
    w, step = step_of(function, true, **more)
    return is_present(step, own=Derivation(w, {"first": own}), true=Derivation(w))


def cells(*values: Any) -> Any:
    return np.array(values, dtype=object)


@pytest.mark.parametrize("own", [cells(0, 0, 0), cells(Fraction(0), 0, 0)])
def test_zeros_in_place_of_numbers_are_trivial(own: Any) -> None:
    assert is_trivial(lambda first: 2 * first, cells(3, 0, 5), own)


def test_a_value_that_is_not_finite_is_trivial() -> None:
    def quotient(first: float) -> float:
        with np.errstate(all="ignore"):
            return float(np.float64(1) / np.float64(first))

    assert is_trivial(quotient, 4.0, 0.0)
    assert is_trivial(lambda first: first * np.array([np.nan, 1]), 2.0, 3.0) is False  # truly so


def test_an_empty_value_is_trivial() -> None:
    assert is_trivial(lambda first: first[2:], cells(1, 2, 3), cells(1, 2))


def test_a_word_is_not_trivial() -> None:
    assert not is_trivial(lambda first: "yes" if first > 1 else "no", 2, 1)


def test_what_is_truly_zero_may_follow_as_zero() -> None:
    assert not is_trivial(lambda first: 0 * first, cells(3, 4, 5), cells(1, 0, 2))


def test_a_jump_of_zero_hides_the_kernel() -> None:
    def field(first: int, kernel: int) -> int:
        return 1 + (kernel - 1) * first

    assert is_trivial(field, 6, 0, kernel=5)
    assert not is_trivial(field, 6, 4, kernel=5)


def test_an_input_that_is_hidden_by_a_maximum_counts_as_hidden() -> None:
    assert is_trivial(lambda first, size: min(first, size), 50, 3, size=28)


def test_an_input_that_did_not_matter_truly_need_not_matter() -> None:
    assert not is_trivial(lambda first, size: min(first, size), 3, 4, size=28)


@pytest.mark.parametrize("own", [4, *range(6, 20)])
def test_a_rounded_quotient_still_depends_on_its_input(own: int) -> None:
    assert not is_trivial(lambda first, size: (size - first) // 8, 5, own, size=28)


def test_weights_that_meet_zeros_in_some_places_only_are_not_hidden() -> None:
    w = Working()
    x = w.derive("x", Rule("x", lambda: cells(1, 2)))
    weights = w.given("W", np.array([[1, 0], [2, -1], [0, 3]], dtype=object))
    step = w.derive("s", AFFINE, x=x, weights=weights)
    assert not is_present(step, own=Derivation(w, {"x": cells(0, 5)}), true=Derivation(w))
    assert is_present(step, own=Derivation(w, {"x": cells(0, 0)}), true=Derivation(w))


def test_an_input_that_the_student_had_wrong_too_is_not_counted() -> None:
    w = Working()
    a = w.derive("a", Rule("a", lambda: 6))
    b = w.derive("b", Rule("b", lambda: 5))
    step = w.derive("c", Rule("c", lambda a, b: a * b + 1), a=a, b=b)
    assert not is_present(step, own=Derivation(w, {"a": 7, "b": 8}), true=Derivation(w))


@pytest.mark.parametrize("p", [Fraction(1, 3), 0.333])
def test_equal_probabilities_hide_the_class_from_the_loss(p: Any) -> None:
    w = Working()
    probabilities = w.derive("p", SOFTMAX, s=w.given("s", cells(5, 3, 3)))
    step = w.derive("L", NEGATIVE_LOG_LIKELIHOOD, p=probabilities, y=w.given("y", 1))
    assert is_present(step, own=Derivation(w, {"p": cells(p, p, p)}), true=Derivation(w))
    assert not is_present(step, own=Derivation(w, {"p": cells(0.2, p, p)}), true=Derivation(w))


def test_an_input_on_which_the_rule_breaks_is_left_alone() -> None:
    assert not is_trivial(
        lambda first, index: component(first, index), cells(1, 2), cells(3, 4), index=1
    )


# -- what nothing tells apart ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (3, 3),
        (Fraction(1, 3), Fraction(1, 3)),
        ((2, 3), (2, 3)),
        (cells(Fraction(1, 2), 1), cells(Fraction(1, 2), 1)),
        (np.array([0.5, 1.0]), np.array([0.5, 1.0])),
        ("yes", "yes"),
    ],
)
def test_equal_values_of_one_kind_are_identical(one: Any, other: Any) -> None:
    assert identical(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (3, 4),
        (1, True),
        (1, 1.0),
        (Fraction(1, 2), 0.5),
        (1 / 3, 1 / 3 + 1e-15),
        ((2, 3), (2, 3, 4)),
        (cells(Fraction(1, 2)), cells(0.5)),
        (cells(1, 2), cells(1)),
        (np.array([1.0]), cells(1.0)),
        (variable("n"), variable("n")),
    ],
)
def test_values_that_anything_tells_apart_are_not_identical(one: Any, other: Any) -> None:
    assert not identical(one, other)


def test_several_arrays_are_compared_one_by_one_whatever_their_lengths() -> None:
    maps = (cells(1, 2, 3), cells(4, 5))
    assert same(maps, (cells(1, 2, 3), cells(4, 5)))
    assert not same(maps, (cells(1, 2, 3), cells(4, 6)))
    assert not same(maps, (cells(1, 2, 3),))
    assert not same(maps, (cells(1, 2), cells(4, 5)))


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        (0, True),
        (0.0, True),
        (3, False),  # one number alone may be anything
        (np.array([1, 1.0, Fraction(1)], dtype=object), True),
        (np.array([[0, 0], [0, 0]]), True),
        (np.array([0.25, 0.25]), False),
        (np.array([1, 2]), False),
        (np.array([np.inf, np.inf]), False),
        (np.array([10**400] * 2, dtype=object), True),
        (variable("x"), False),
    ],
)
def test_zeros_and_one_whole_number_throughout_are_told_from_all_else(
    value: Any, is_one: bool
) -> None:
    assert is_one_whole_number(value) == is_one
