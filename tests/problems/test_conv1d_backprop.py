"""A convolution of a vector, backwards: what slides gives the gradient of the layer."""

from __future__ import annotations

import pytest

from problems.conv1d_backprop import rules
from problems.forms import exact
from reference import convolution as conv
from reference.geometry import Geometry

X = exact([3, -2, 5, 1, 4])
W = exact([2, -1, 3])


@pytest.mark.parametrize("around", [(0, 0), (1, 1), (2, 0), (0, 1)])
def test_the_flipped_kernel_on_the_padded_gradient_gives_that_of_the_input(
    around: tuple[int, int],
) -> None:
    dq = exact([1, -2, 4, 3, -1][: 3 + sum(around)])
    wide = rules.pad_gradient(dq, 3, *around)
    right = conv.correlate1d_input_gradient(dq, W, 5, Geometry(padding=[around]))
    assert conv.convolve1d(wide, W).tolist() == right.tolist()
    padded = rules.pad_vector(X, *around)
    by_kernel = conv.correlate1d_kernel_gradient(X, dq, 3, Geometry(padding=[around]))
    assert conv.correlate1d_kernel_gradient(padded, dq, 3).tolist() == by_kernel.tolist()


def test_a_layer_that_flips_its_kernel_grows_with_it_as_its_gradient_says() -> None:
    dq = exact([1, -2, 4])
    gradient = rules.convolution_kernel_gradient(X, dq, 3)
    for place in range(3):
        more = W.copy()
        more[place] += 1
        grown = conv.convolve1d(X, more) - conv.convolve1d(X, W)
        assert gradient[place] == (grown * dq).sum()
