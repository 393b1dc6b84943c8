"""A convolution of several channels, backwards: the parts and slices are those of the whole."""

from __future__ import annotations

import numpy as np

from problems.forms import exact
from problems.multichannel_backprop import rules
from reference import convolution as conv
from reference.geometry import Geometry

X = exact(np.arange(18).reshape(2, 3, 3) % 7 - 2)
W = exact(np.arange(54).reshape(3, 2, 3, 3) % 5 - 2)
DQ = exact(np.arange(27).reshape(3, 3, 3) % 4 - 1)
AROUND = Geometry(padding=1)


def test_the_parts_of_the_output_channels_add_up_to_the_gradient_of_the_input() -> None:
    parts = [rules.part_of_output(DQ, W, output, (3, 3), around=1) for output in range(3)]
    right = conv.correlate2d_input_gradient(DQ, W, (3, 3), AROUND)
    assert np.sum(parts, axis=0).tolist() == right.tolist()


def test_a_slice_is_that_of_the_gradient_with_respect_to_all_kernels() -> None:
    right = conv.correlate2d_kernel_gradient(X, DQ, 3, AROUND)
    for output, channel in np.ndindex(3, 2):
        found = rules.kernel_slice_gradient(X, DQ, output, channel, 3, around=1)
        assert found.tolist() == right[output, channel].tolist()


def test_kernels_of_size_1_in_a_matrix_have_the_gradients_of_such_a_layer() -> None:
    matrix, kernels = W[:, :, 0, 0], W[:, :, :1, :1]
    by_input = conv.correlate2d_input_gradient(DQ, kernels, (3, 3))
    assert rules.pointwise_input_gradient(DQ, matrix).tolist() == by_input.tolist()
    by_kernel = conv.correlate2d_kernel_gradient(X, DQ, 1)
    assert rules.pointwise_kernel_gradient(X, DQ).tolist() == by_kernel[:, :, 0, 0].tolist()
