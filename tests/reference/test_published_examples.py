"""Examples with printed answers, from lecture texts.

Two engines can agree on a wrong convention; these cannot.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reference.affine import affine, affine_input_gradient
from reference.convolution import (
    convolve1d,
    correlate1d,
    correlate2d,
    correlate2d_input_gradient,
    correlate2d_kernel_gradient,
)
from reference.costs import (
    affine_parameters,
    conv_macs,
    conv_parameters,
    separable_macs,
    separable_parameters,
)
from reference.descent import descent_step
from reference.geometry import Geometry, PoolWindow, Window
from reference.global_pooling import (
    global_max,
    global_max_gradient,
    global_max_subgradients,
    is_global_max_subgradient,
)
from reference.padding import pad
from reference.pooling import max_pool1d
from reference.receptive_field import (
    affine_receptive_field,
    backward_analysis,
    forward_analysis,
)
from reference.relu import relu, relu_gradient
from reference.separable import column_factor, is_separable, row_factor
from reference.sizes import conv_output_shape, flatten_shape, pool_output_shape, pool_output_size
from reference.softmax import cross_entropy, logits_gradient, negative_log_likelihood, softmax

LETTERS = [2, 2, 2, 6, 6, 6, 6]


def test_the_table_of_a_small_cnn_has_the_printed_shapes() -> None:
    conv1 = conv_output_shape((1, 28, 28), 16, 5)
    pool1 = pool_output_shape(conv1, PoolWindow(2))
    conv2 = conv_output_shape(pool1, 32, 5)
    pool2 = pool_output_shape(conv2, PoolWindow(2))
    assert (conv1, pool1) == ((16, 24, 24), (16, 12, 12))
    assert (conv2, pool2) == ((32, 8, 8), (32, 4, 4))
    assert flatten_shape(pool2) == (512,)


def test_the_table_of_a_small_cnn_has_the_printed_parameters() -> None:
    assert conv_parameters((1, 28, 28), 16, 5) == 416
    assert conv_parameters((16, 12, 12), 32, 5) == 12_832
    assert affine_parameters((32, 4, 4), 512) == 262_656
    assert affine_parameters((512,), 10) == 5_130


def test_the_table_of_a_small_cnn_has_the_printed_receptive_fields() -> None:
    windows = (Window(5), Window(2, stride=2), Window(5), Window(2, stride=2))
    assert [field for field, _ in forward_analysis(windows)] == [5, 6, 14, 16]
    assert backward_analysis(windows) == 16
    assert affine_receptive_field(rf_in=16, jump_in=4, map_size=4, in_size=28) == 28
    assert affine_receptive_field(rf_in=28, jump_in=4, map_size=1, in_size=28) == 28


def test_the_convolution_of_a_step() -> None:
    assert convolve1d(LETTERS, [-1, 1]).tolist() == [0, 0, -4, 0, 0, 0]


def test_the_convolution_of_a_step_as_scipy_anchors_it_at_the_nearest_edge() -> None:
    # It anchors an even kernel so that the cell after the last is needed, not one before the first.
    padded = convolve1d(LETTERS, [-1, 1], geometry=Geometry(padding=(0, 1), mode="edge"))
    assert padded.tolist() == [0, 0, -4, 0, 0, 0, 0]


def test_the_cross_correlation_of_a_step_as_pytorch_prints_it() -> None:
    assert correlate1d(LETTERS, [-1, 1]).tolist() == [0, 0, 4, 0, 0, 0]


class TestTheBackwardPassThroughTwoConvolutions:
    """Two kernels, global maxima, the identity for weights, label 2: worked out in fractions.

    A 3x3 kernel on the padded 4x4 input gives 4x4 maps; both have a tie in their maximum.
    """

    x: NDArray[Any] = np.zeros((1, 4, 4), dtype=int)
    x[0, 1, 1] = x[0, 2, 2] = 1
    w: NDArray[Any] = np.zeros((2, 1, 3, 3), dtype=int)
    w[0, 0, 1, 0], w[0, 0, 1, 1] = -1, 1
    w[1, 0, 2, 1], w[1, 0, 1, 1] = -1, 1
    weights = np.eye(2, dtype=int)

    def forward(self) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        q = correlate2d(self.x, self.w)
        h = relu(q)
        return q, h, affine(global_max(h), self.weights)

    def test_the_loss_is_ln_2(self) -> None:
        _, h, s = self.forward()
        assert h.tolist() == [[[1, 0], [0, 1]], [[1, 0], [0, 1]]]
        assert softmax(s).tolist() == [Fraction(1, 2), Fraction(1, 2)]
        assert negative_log_likelihood(softmax(s), 1) == pytest.approx(math.log(2), rel=1e-15)
        assert cross_entropy(s, 1) == pytest.approx(math.log(2), rel=1e-15)

    def test_the_gradients_by_the_kernels_are_the_printed_ones(self) -> None:
        q, h, s = self.forward()
        ds = logits_gradient(softmax(s), 1)
        assert ds.tolist() == [Fraction(1, 2), Fraction(-1, 2)]
        dm = affine_input_gradient(ds, self.weights)
        dq = relu_gradient(q, global_max_gradient(h, dm))
        dw = correlate2d_kernel_gradient(self.x, dq, 3)
        half = Fraction(1, 2)
        for kernel, value in ((0, half), (1, -half)):
            wanted = np.zeros((3, 3), dtype=object)
            wanted[1, 1] = wanted[2, 2] = value
            assert np.array_equal(dw[kernel, 0], wanted)

    def test_another_choice_at_the_tie_is_right_too(self) -> None:
        _, h, _ = self.forward()
        half = Fraction(1, 2)
        choices = global_max_subgradients(h[0], half)
        assert [c.tolist() for c in choices] == [
            [[half, 0], [0, 0]],
            [[0, 0], [0, half]],
            [[half / 2, 0], [0, half / 2]],
        ]
        assert all(is_global_max_subgradient(c, h[0], half) for c in choices)

    def test_a_step_of_descent_makes_the_loss_smaller(self) -> None:
        q, h, s = self.forward()
        dm = affine_input_gradient(logits_gradient(softmax(s), 1), self.weights)
        dq = relu_gradient(q, global_max_gradient(h, dm))
        dw = correlate2d_kernel_gradient(self.x, dq, 3)
        w = descent_step(self.w, dw, Fraction(1, 10))
        moved = affine(global_max(relu(correlate2d(self.x, w))), self.weights)
        assert cross_entropy(moved, 1) < cross_entropy(s, 1)
        assert correlate2d_input_gradient(dq, self.w, (4, 4)).shape == self.x.shape


def test_max_pooling_by_two() -> None:
    assert max_pool1d([1, 2, 3, 4, 5, 6], PoolWindow(2)).tolist() == [2, 4, 6]


@pytest.mark.parametrize(
    ("how", "wanted"),
    [
        ({}, [2, 2, 2, 1, -1, -2, -2, -2]),
        ({"stride": 3}, [2, 1, -2]),
        ({"dilation": 3}, [3, 1, -1, -3]),
    ],
)
def test_a_one_dimensional_map_with_stride_and_dilation(how: Any, wanted: list[int]) -> None:
    found = correlate1d([1, 2, 3, 4, 5, 5, 4, 3, 2, 1], [-1, 0, 1], geometry=Geometry(**how))
    assert found.tolist() == wanted


@pytest.mark.parametrize(
    ("mode", "wanted"),
    [
        ("zero", [-1, 0, 0, 6, 7]),
        ("edge", [-2, -1, 0, 1, 2]),
        ("mirror", [-3, -1, 0, 1, 3]),
        ("circular", [-5, -5, 0, 5, 5]),
    ],
)
def test_two_cells_of_padding_in_four_modes(mode: str, wanted: list[int]) -> None:
    geometry = Geometry(padding=2, mode=mode)
    found = correlate1d([1, 2, 3, 4, 5], [-1, 0, 2, 0, -1], geometry=geometry)
    assert found.tolist() == wanted


@pytest.mark.parametrize(
    ("x", "w", "stride", "wanted"),
    [
        ([[1, 2, 3], [3, 4, 5], [1, 0, 2]], [[0, 1], [1, -1]], 1, [[1, 2], [5, 3]]),
        (
            [[1, 2, 3, 1, 0], [3, 4, 5, 2, 1], [1, 0, 2, 3, 4], [0, 1, 3, 1, 2], [1, 2, 4, 2, 3]],
            [[0, 1, 0], [1, 0, -1], [0, -1, 0]],
            2,
            [[0, 2], [-5, 2]],
        ),
        (
            [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]],
            [[0, 1, 2], [2, 2, 0], [0, 1, 2]],
            1,
            [[12, 12, 17], [10, 17, 19], [9, 6, 14]],
        ),
        ([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]], 1, [[19, 25], [37, 43]]),
        (
            [[1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]],
            [[1, 0, 1], [0, 1, 0], [1, 0, 1]],
            1,
            [[4, 3, 4], [2, 4, 3], [2, 3, 4]],
        ),
    ],
)
def test_two_dimensional_maps(x: Any, w: Any, stride: int, wanted: list[list[int]]) -> None:
    assert correlate2d(x, w, geometry=Geometry(stride)).tolist() == wanted


def test_the_corner_cell_that_is_printed_wrong_is_recomputed() -> None:
    x, w = [[1, 2, 3], [3, 4, 5], [1, 0, 2]], [[0, 1], [1, -1]]
    padded = correlate2d(x, w, geometry=Geometry(padding=((0, 1), (0, 1))))
    # Row 2, column 3: the text has 4.
    assert padded[1, 2] == 2


def test_a_rectangular_layer_of_pytorchs_manual() -> None:
    geometry = Geometry(stride=(2, 1), padding=(4, 2), dilation=(3, 1))
    shape = conv_output_shape((16, 50, 100), 33, kernel=(3, 5), geometry=geometry)
    assert shape == (33, 26, 100)


def test_the_costs_of_a_regular_and_of_a_separable_layer() -> None:
    x, q = (3, 128, 128), (16, 128, 128)
    assert conv_parameters(x, 16, 3, bias=False) == 432
    assert conv_macs(x, q, 3) == 7_077_888
    assert separable_parameters(x, 16, 3) == 75
    assert separable_macs(x, q, 3) == 1_228_800


def test_the_parameters_that_are_printed_wrong_are_recomputed() -> None:
    assert conv_parameters((3, 224, 224), 64, 3) == 1_792
    assert affine_parameters((3, 256, 256), 1000, bias=False) == 196_608_000


def test_a_gradient_filter_is_a_column_times_a_row() -> None:
    kernel = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    assert is_separable(kernel)
    assert column_factor(kernel).tolist() == [1, 2, 1]
    assert row_factor(kernel, [1, 2, 1]).tolist() == [-1, 0, 1]


def test_rounding_up_drops_a_window_that_starts_beyond_the_input() -> None:
    assert pool_output_size(32, kernel=1, stride=2, ceil_mode=True) == 16


def test_mirrored_and_reflected_padding_differ_in_the_edge() -> None:
    assert pad([1, 2, 3, 4], (2, 1), "mirror").tolist() == [2, 1, 1, 2, 3, 4, 4]
    assert pad([1, 2, 3, 4], (2, 1), "reflect").tolist() == [3, 2, 1, 2, 3, 4, 3]
