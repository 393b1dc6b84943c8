"""A tied maximum has several right gradients; nothing else passes for one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from reference.geometry import PoolWindow
from reference.global_pooling import (
    global_max_gradient,
    global_max_subgradients,
    is_global_max_subgradient,
)
from reference.pooling import max_pool2d_gradient
from reference.relu import relu_gradient

TIED = [[5, 1, 5], [0, 5, 2]]


@pytest.mark.parametrize(
    "value",
    [
        [[3, 0, 0], [0, 0, 0]],
        [[0, 0, 3], [0, 0, 0]],
        [[1, 0, 1], [0, 1, 0]],
        [[Fraction(1, 2), 0, 2], [0, Fraction(1, 2), 0]],
        [[1.5, 0.0, 1.5], [0.0, 0.0, 0.0]],
    ],
)
def test_every_split_that_keeps_the_total_is_right(value: Any) -> None:
    assert is_global_max_subgradient(value, TIED, 3)


@pytest.mark.parametrize(
    "value",
    [
        [[3, 0, 3], [0, 3, 0]],  # the whole to each
        [[0, 3, 0], [0, 0, 0]],  # off the maxima
        [[4, 0, -1], [0, 0, 0]],  # a weight beyond 1, and one below 0
        [[1, 0, 1], [0, 0, 0]],  # not the total
        [[1, 0, 1], [0, 1, 0], [0, 0, 0]],  # another shape
        [3, 0, 0, 0, 0, 0],
        [[float("nan"), 0, 0], [0, 0, 0]],
        [["3", 0, 0], [0, 0, 0]],
        [[3, 0], [0]],
        None,
    ],
)
def test_nothing_else_is_right(value: Any) -> None:
    assert not is_global_max_subgradient(value, TIED, 3)


def test_a_negative_gradient_is_split_into_negative_shares() -> None:
    assert is_global_max_subgradient([[-1, 0, -2], [0, 0, 0]], TIED, -3)
    assert not is_global_max_subgradient([[-4, 0, 1], [0, 0, 0]], TIED, -3)


def test_no_gradient_leaves_nothing_to_split() -> None:
    assert is_global_max_subgradient(np.zeros((2, 3), dtype=int), TIED, 0)
    assert not is_global_max_subgradient([[1, 0, -1], [0, 0, 0]], TIED, 0)


def test_exact_shares_are_compared_exactly_and_floats_within_rounding() -> None:
    third = Fraction(1, 3)
    assert is_global_max_subgradient([third, third, third], [2, 2, 2], 1)
    assert is_global_max_subgradient([0.1] * 10, [2] * 10, 1)
    near = Fraction(1, 3) - Fraction(1, 10**12)
    assert not is_global_max_subgradient([near, third, third], [2, 2, 2], 1)
    assert not is_global_max_subgradient([0.33, 0.33, 0.33], [2, 2, 2], 1)


def test_the_tolerance_is_the_callers() -> None:
    assert is_global_max_subgradient([0.33, 0.33, 0.33], [2, 2, 2], 1, tolerance=0.02)
    near = [Fraction(33, 100)] * 3
    assert is_global_max_subgradient(near, [2, 2, 2], 1, tolerance=0.02)


def test_each_map_is_judged_by_itself() -> None:
    x = [[[1, 1, 0]], [[2, 3, 3]]]
    assert is_global_max_subgradient([[[0, 5, 0]], [[0, 4, 3]]], x, [5, 7])
    assert not is_global_max_subgradient([[[0, 7, 0]], [[0, 2, 3]]], x, [5, 7])


def test_the_gradient_is_its_own_first_alternative() -> None:
    choices = global_max_subgradients(TIED, 3)
    assert np.array_equal(choices[0], global_max_gradient(TIED, 3))
    assert [c.tolist() for c in choices[1:]] == [
        [[0, 0, 3], [0, 0, 0]],
        [[0, 0, 0], [0, 3, 0]],
        [[1, 0, 1], [0, 1, 0]],
    ]


def test_without_a_tie_there_is_one_alternative() -> None:
    assert [c.tolist() for c in global_max_subgradients([1, 4, 2], 3)] == [[0, 3, 0]]


def test_ties_in_several_maps_are_combined() -> None:
    x = [[[1, 1]], [[2, 2]]]
    choices = global_max_subgradients(x, [4, 6])
    assert len(choices) == 5
    assert choices[1].tolist() == [[[4, 0]], [[0, 6]]]
    assert choices[-1].tolist() == [[[2, 2]], [[3, 3]]]
    assert all(is_global_max_subgradient(c, x, [4, 6]) for c in choices)


def test_many_ties_are_cut_off_after_64_combinations_and_the_even_split() -> None:
    x, dq = np.zeros((5, 2, 3), dtype=int), [1, 2, 3, 4, 5]
    choices = global_max_subgradients(x, dq)
    assert len(choices) == 65
    assert choices[-1][4].tolist() == [[Fraction(5, 6)] * 3] * 2


def test_the_first_maximum_in_row_major_order_takes_a_windows_gradient() -> None:
    dx = max_pool2d_gradient([[0, 7, 2, 2], [7, 7, 2, 2]], [[1, 4]], PoolWindow(2))
    assert dx.tolist() == [[0, 1, 4, 0], [0, 0, 0, 0]]


def test_windows_that_overlap_add_up() -> None:
    dx = max_pool2d_gradient([[0, 9, 0, 1]], [[1, 10, 100]], PoolWindow((1, 2), stride=1))
    assert dx.tolist() == [[0, 11, 0, 100]]


def test_a_maximum_of_negative_cells_does_not_take_the_padding() -> None:
    dx = max_pool2d_gradient([[-5, -3, -4]], [[1, 2]], PoolWindow((1, 2), padding=(0, 1)))
    assert dx.tolist() == [[1, 2, 0]]


def test_relu_has_no_gradient_at_zero() -> None:
    assert relu_gradient([-1, 0, 2], [5, 6, 7]).tolist() == [0, 0, 7]
