"""Softmax and its losses, in floats and in exact symbols."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from reference import symbolic
from reference.affine import affine_weights_gradient
from reference.softmax import (
    cross_entropy,
    logits_gradient,
    negative_log_likelihood,
    one_hot,
    softmax,
)
from reference.statements import second_statement
from tests.reference.laws import same


def test_equal_exact_logits_have_exact_probabilities() -> None:
    assert softmax([7, 7, 7]).tolist() == [Fraction(1, 3)] * 3
    assert softmax([[1, 1], [2, 2]]).tolist() == [[Fraction(1, 2)] * 2] * 2


def test_other_logits_have_float_probabilities() -> None:
    assert softmax([1, 2]).dtype == np.float64
    assert softmax([[1, 1], [1, 2]]).dtype == np.float64
    assert softmax([0.5, 0.5]).dtype == np.float64


def test_large_logits_do_not_overflow() -> None:
    assert softmax([1000.0, 1000.0, -1000.0]).tolist() == [0.5, 0.5, 0.0]
    assert cross_entropy([0.0, 5000.0], 0) == 5000.0


def test_large_exact_logits_keep_their_differences() -> None:
    near = softmax([10**20, 10**20 + 1])
    assert np.allclose(near, softmax([0, 1]), rtol=1e-15)
    assert cross_entropy([10**20, 10**20 + 1], 1) == pytest.approx(cross_entropy([0, 1], 1))


def test_a_shift_of_the_logits_changes_nothing() -> None:
    s = np.array([0.25, -1.5, 3.0])
    assert np.allclose(softmax(s), softmax(s + 8.0), rtol=1e-15)


def test_the_loss_of_an_impossible_class_is_infinite() -> None:
    assert negative_log_likelihood([0, 1], 0) == math.inf
    assert negative_log_likelihood([[0, 1], [1, 0]], [1, 1]) == math.inf


def test_the_loss_of_a_batch_is_the_mean() -> None:
    s = [[1.0, 2.0, 0.5], [0.0, -1.0, 4.0]]
    rows = [cross_entropy(row, y) for row, y in zip(s, (2, 0), strict=True)]
    assert cross_entropy(s, [2, 0]) == pytest.approx(sum(rows) / 2, rel=1e-15)
    assert negative_log_likelihood(softmax(s), [2, 0]) == pytest.approx(sum(rows) / 2, rel=1e-14)


def test_one_hot_is_exact_and_has_a_row_per_class() -> None:
    assert one_hot(4, 2).tolist() == [0, 0, 1, 0]
    assert one_hot(3, [2, 0]).tolist() == [[0, 0, 1], [1, 0, 0]]
    assert type(one_hot(3, 1)[1]) is int


def test_the_gradient_is_the_slope_of_the_loss() -> None:
    s, y, step = np.array([0.3, -1.2, 0.9, 2.0]), 1, 1e-5
    slope = [
        (cross_entropy(s + step * e, y) - cross_entropy(s - step * e, y)) / (2 * step)
        for e in np.eye(4)
    ]
    assert np.allclose(logits_gradient(softmax(s), y), slope, rtol=1e-8, atol=1e-9)


def test_the_mean_gradient_of_a_batch_is_the_rows_gradients_over_their_number() -> None:
    s, y, x = np.array([[0.5, 1.0, -2.0], [0.0, 0.25, 3.0]]), [0, 1], np.array([[2.0], [3.0]])
    ds = logits_gradient(softmax(s), y) / len(y)
    by_rows = [np.outer(logits_gradient(softmax(s[i]), y[i]), x[i]) / 2 for i in range(2)]
    assert np.allclose(affine_weights_gradient(x, ds), sum(by_rows))


@given(
    st.lists(st.fractions(-5, 5, max_denominator=6), min_size=2, max_size=5),
    st.integers(0, 1),
)
def test_the_symbolic_functions_have_the_numeric_values(s: list[Fraction], y: int) -> None:
    second = second_statement(symbolic.softmax)
    assert second is not None
    p, loss = symbolic.softmax(s), symbolic.cross_entropy(s, y)
    assert same(p, softmax(s))
    assert same(p, second(s))
    assert float(loss) == pytest.approx(cross_entropy(s, y), rel=1e-12)
    assert float(symbolic.negative_log_likelihood(p, y)) == pytest.approx(float(loss), rel=1e-12)


def test_symbolic_probabilities_are_what_a_person_would_write() -> None:
    e = sympy.E
    first, second = symbolic.softmax([1, 0])
    assert sympy.simplify(first - e / (1 + e)) == 0
    assert sympy.simplify(second - 1 / (1 + e)) == 0
    assert symbolic.negative_log_likelihood([Fraction(1, 2), Fraction(1, 2)], 0) == sympy.log(2)
    assert sympy.simplify(symbolic.cross_entropy([3, 3], 1) - sympy.log(2)) == 0
    losses = [symbolic.negative_log_likelihood(symbolic.softmax([1, 0]), y) for y in (0, 1)]
    assert losses == [sympy.log(1 + e) - 1, sympy.log(1 + e)]
    assert symbolic.negative_log_likelihood([Fraction(2, 3), Fraction(1, 3)], 1) == sympy.log(3)


def test_symbolic_batches_keep_their_shape_and_mean_their_losses() -> None:
    s = [[0, 0, 1], [2, 2, 2]]
    p = symbolic.softmax(s)
    assert p.shape == (2, 3)
    assert all(sympy.simplify(sum(row) - 1) == 0 for row in p)
    loss = symbolic.cross_entropy(s, [2, 0])
    assert float(loss) == pytest.approx(cross_entropy(s, [2, 0]))
    assert float(symbolic.negative_log_likelihood(p, [2, 0])) == pytest.approx(float(loss))


def test_a_symbolic_gradient_flows_on_through_a_linear_layer() -> None:
    ds = logits_gradient(symbolic.softmax([1, 0]), 0)
    dw = affine_weights_gradient([2, Fraction(1, 2), 0], ds)
    assert dw.shape == (2, 3)
    assert sympy.simplify(dw[0, 0] - 2 * (sympy.E / (1 + sympy.E) - 1)) == 0
