"""Gradients of a fully connected layer: both layouts of a batch say the same."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from problems.affine_gradients import rules

P = np.array([[1, 2, 0], [3, 0, -2]], dtype=object)
G = np.array([[2, 0], [0, 4], [-2, 2]], dtype=object)
"""Columns: the gradients of two data."""


def test_columns_and_rows_with_the_mean_in_them_give_the_same_gradients() -> None:
    in_rows = G.T * Fraction(1, len(P))
    assert np.array_equal(
        rules.mean_weights_gradient(P, G), rules.batch_weights_gradient(P, in_rows)
    )
    assert np.array_equal(rules.mean_bias_gradient(G), rules.batch_bias_gradient(in_rows))


def test_the_gradient_of_a_batch_is_the_mean_of_those_of_its_data() -> None:
    each = [np.outer(G[:, place], P[place]) for place in range(len(P))]
    assert np.array_equal(rules.mean_weights_gradient(P, G), np.sum(each, axis=0) * Fraction(1, 2))


def test_the_gradient_by_an_input_is_that_of_its_own_loss() -> None:
    weights = np.array([[1, 0, 2], [0, 1, -1], [1, 1, 0]], dtype=object)
    alone = rules.own_input_gradients(weights, G[:, :1])
    assert np.array_equal(rules.own_input_gradients(weights, G)[:1], alone)
