"""What does not fit is refused in words that say what was needed and what came."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from reference.affine import affine, affine_bias_gradient, affine_weights_gradient
from reference.convolution import (
    bias_gradient,
    convolve2d,
    correlate1d,
    correlate2d,
    correlate2d_input_gradient,
    correlate2d_kernel_gradient,
    weight_gradient,
)
from reference.costs import conv_parameters
from reference.descent import descent_step
from reference.errors import ShapeError
from reference.geometry import Geometry, PoolWindow, Window
from reference.global_pooling import global_max, global_max_gradient, global_mean_gradient
from reference.model import logits
from reference.padding import pad, pad_gradient
from reference.pooling import max_pool1d, max_pool2d_gradient, mean_pool2d
from reference.receptive_field import backward_analysis, receptive_field
from reference.relu import relu, relu_gradient
from reference.separable import column_factor, is_separable, row_factor
from reference.sizes import (
    conv_output_shape,
    conv_output_size,
    flatten_shape,
    map_height,
    pool_output_size,
)
from reference.softmax import cross_entropy, negative_log_likelihood, one_hot, softmax
from reference.symbolic import softmax as symbolic_softmax
from reference.tensors import component

ONES = np.ones
CASES: list[tuple[Callable[[], Any], type[Exception], str]] = [
    # sizes
    (
        lambda: conv_output_size(5, 4, dilation=2),
        ShapeError,
        "the kernel spans 7 px but the padded input has only 5 px",
    ),
    (lambda: conv_output_size(5, 3, stride=0), ShapeError, "the stride must be at least 1, but 0"),
    (lambda: conv_output_size(5, 3, padding=-1), ShapeError, "padding must be at least 0, but -1"),
    (lambda: conv_output_size(5, 1.5), TypeError, "kernel must be a whole number, but 1.5 came"),  # type: ignore[arg-type]
    (lambda: pool_output_size(3, 5, padding=0), ShapeError, "window spans 5 px but .* only 3 px"),
    (lambda: pool_output_size(9, 3, padding=2), ShapeError, "at most half of the window of 3 px"),
    (lambda: conv_output_shape((4, 5, 6), 2, (1, 2, 3)), ShapeError, "1 number or 2, .* but 3"),
    (lambda: conv_output_shape((7,), 2, 3), ShapeError, r"\(C, N\), \(C, H, W\) or .* \(7,\) came"),
    (lambda: flatten_shape((3, 0)), ShapeError, "every size must be at least 1, but 0 came"),
    (lambda: flatten_shape((2, Fraction(5, 2))), ShapeError, "must be a whole number, but 5/2"),  # type: ignore[arg-type]
    (lambda: flatten_shape(7), TypeError, r"a shape such as \(3, 28, 28\) is needed, but 7 came"),  # type: ignore[arg-type]
    (lambda: map_height((7,)), ShapeError, r"a shape \(C, H, W\) is needed, but \(7,\) came"),
    # costs, receptive fields
    (
        lambda: conv_parameters((3, 8, 9), 4, 2, groups=2),
        ShapeError,
        r"groups \(=2\) must divide the input channels \(=3\) and the output channels \(=4\)",
    ),
    (lambda: receptive_field(5, 0, 3), ShapeError, "the jump must be at least 1, but 0 came"),
    (lambda: backward_analysis([Window(0)]), ShapeError, "the kernel must be at least 1, but 0"),
    # padding
    (
        lambda: pad([1, 2], 2, "reflect"),
        ShapeError,
        "'reflect' can add at most 1 px to 2 px, but 2",
    ),
    (lambda: pad([1, 2], 3, "circular"), ShapeError, "at most 2 px to 2 px, but 3 are wanted"),
    (lambda: pad([1, 2], 1, "same"), ValueError, "one of zero, edge, .* but 'same' came"),
    (lambda: pad([1, 2], 0, "same"), ValueError, "one of zero, edge, .* but 'same' came"),
    (lambda: pad_gradient([1, 2], (2,), 0, "same"), ValueError, "one of zero, .* but 'same' came"),
    (lambda: pad([[1, 2]], (1, 2, 3)), ShapeError, "for 3 axes, but the input has 2"),
    (lambda: pad([[1, 2]], 1, axes=(5,)), ShapeError, r"2 axes, but \(5,\) are to be padded"),
    (lambda: pad([[1, 2]], 1, axes=(1, -1)), ShapeError, r"padded once, but \(1, -1\) came"),
    (lambda: pad([[1, 2]], ((1, 2, 3), (1, 2, 3))), ShapeError, r"one number or \(before, after\)"),  # type: ignore[arg-type]
    (lambda: pad_gradient([1, 2], (2,), 1), ShapeError, r"padded shape \(4,\), but has \(2,\)"),
    # convolution
    (
        lambda: correlate2d(ONES((3, 5, 6)), ONES((4, 2, 2, 3))),
        ShapeError,
        r"for 2 input channels \(groups=1\), but the input has 3",
    ),
    (lambda: correlate2d(ONES((3, 5, 6)), ONES((2, 3))), ShapeError, "need a kernel of 4 axes"),
    (lambda: correlate1d(ONES((2, 2, 3, 9)), ONES(2)), ShapeError, "must have 1 to 3 axes"),
    (lambda: convolve2d(ONES((5, 6)), ONES(2)), ShapeError, "at least 2 axes is needed, but 1"),
    (
        lambda: correlate1d(ONES((2, 7)), ONES((3, 2, 2)), bias=[1, 2]),
        ShapeError,
        r"the bias needs 1 number or 3, but has shape \(2,\)",
    ),
    (
        lambda: correlate1d(ONES(7), ONES(2), bias=[1]),
        ShapeError,
        r"the bias needs 1 number, but has shape \(1,\)",
    ),
    (
        lambda: correlate1d(ONES((4, 7)), ONES((3, 2, 2)), geometry=Geometry(groups=2)),
        ShapeError,
        r"groups \(=2\) must divide the input channels \(=4\) and the output channels \(=3\)",
    ),
    (
        lambda: correlate2d_input_gradient(ONES((3, 4)), ONES((2, 3)), (5, 6)),
        ShapeError,
        r"1 channels of size \(4, 4\), but the gradient has 1 of size \(3, 4\)",
    ),
    (
        lambda: correlate2d_kernel_gradient(ONES((2, 5, 6)), ONES((4, 4)), (2, 3)),
        ShapeError,
        "equally many axes, but have 3 and 2",
    ),
    (
        lambda: correlate2d_kernel_gradient(ONES((2, 1, 5, 6)), ONES((3, 4, 4, 4)), (2, 3)),
        ShapeError,
        "x is a batch of 2, but dq is one of 3",
    ),
    (lambda: bias_gradient([1, 2]), ShapeError, "of 2 to 4 axes is needed, but 1 came"),
    (lambda: weight_gradient([1, 2], [1]), ShapeError, r"input's shape \(2,\), but has \(1,\)"),
    # pooling
    (
        lambda: max_pool1d(ONES((0, 4)), PoolWindow(2)),
        ShapeError,
        r"no empty one, .* shape is \(0, 4\)",
    ),
    (
        lambda: mean_pool2d(ONES(4), PoolWindow(2)),
        ShapeError,
        r"2 to 4 axes .* is \(4,\)",
    ),
    (
        lambda: max_pool2d_gradient(ONES((4, 6)), ONES((3, 2)), PoolWindow(2)),
        ShapeError,
        r"output has shape \(2, 3\), but the gradient has shape \(3, 2\)",
    ),
    (lambda: global_max([]), ShapeError, r"without empty axes is needed, but the shape is \(0,\)"),
    (lambda: global_max_gradient(ONES((2, 3)), [1]), ShapeError, "that is one number, but .*"),
    (lambda: global_max_gradient(ONES((4, 2, 3)), 1), ShapeError, r"a gradient of shape \(4,\)"),
    (lambda: global_mean_gradient([1, 2], 3), ShapeError, r"need maps \(H, W\), but the size is"),
    # the rest
    (lambda: relu_gradient([1, 2], [1]), ShapeError, r"input's shape \(2,\), but has \(1,\)"),
    (lambda: affine([1, 2, 3], ONES((3, 2))), ShapeError, r"must be \(2,\) or \(B, 2\) .* \(3,\)"),
    (lambda: affine([1, 2], [1, 2]), ShapeError, r"be \(outputs, inputs\), but have shape \(2,\)"),
    (lambda: affine([1, 2], ONES((3, 2)), [1, 2]), ShapeError, r"needs 3 numbers, .* \(2,\)"),
    (lambda: affine_weights_gradient(ONES((2, 3)), ONES((4, 3))), ShapeError, r"\(B, I\) and"),
    (lambda: affine_bias_gradient(1), ShapeError, r"\(O,\) or \(B, O\), but has shape \(\)"),
    (lambda: softmax(3), ShapeError, r"one number per row is needed, but the shape is \(\)"),
    (lambda: one_hot(3, 3), ShapeError, "the classes are 0 to 2, but class 3 came"),
    (lambda: one_hot(3, 1.0), TypeError, "a class must be a whole number, but 1.0 came"),
    (lambda: cross_entropy([1, 2], [0]), ShapeError, r"one class, or \(B, n\) and B classes"),
    (lambda: negative_log_likelihood([-1.0, 2.0], 0), ValueError, "at least 0, but -1.0 came"),
    (lambda: symbolic_softmax([0.5, 1]), TypeError, "exact numbers .* are needed, but floats came"),
    (lambda: symbolic_softmax(3), ShapeError, r"one number per row .* the shape is \(\)"),
    (lambda: descent_step([1, 2], [1], 1), ShapeError, r"shapes are \(2,\), \(1,\) and \(\)"),
    (lambda: descent_step([1, 2], [1, 3], [1]), ShapeError, "the rate must be one number"),
    (lambda: is_separable([1, 2]), ShapeError, r"must be \(H, W\), but has shape \(2,\)"),
    (lambda: is_separable([[1.0, np.inf]]), ValueError, "the kernel needs finite numbers"),
    (lambda: column_factor([[1, 2], [3, 4]]), ValueError, "this one is not separable"),
    (lambda: column_factor([[0, 0]]), ValueError, "this one is not separable"),
    (lambda: row_factor([[1, 2], [2, 4]], [1]), ShapeError, "needs 2 numbers, .* but has 1"),
    (lambda: row_factor([[1, 2], [2, 4]], [0, 0]), ValueError, "other than 0, but has none"),
    (lambda: row_factor([[1, 2], [2, 4]], [2, 1]), ValueError, "no outer product of this column"),
    # tensors and models
    (lambda: component([1, 2], 2), ShapeError, "at index 2 is needed, but one of 2 came"),
    (
        lambda: logits(ONES((1, 4)), [{"kind": "max-pool", "kernel": 2, "stride": 2}], []),
        ShapeError,
        r"a shape \(C, N\), \(C, H, W\) or \(C, D, H, W\) is needed, but \(4,\) came",
    ),
    # numbers
    (lambda: relu([[1, 2], [3]]), ShapeError, "rows of equal length are needed"),
    (lambda: relu(["one"]), TypeError, "real numbers are needed, but the data are of type <U3"),
    (lambda: relu([1j]), TypeError, "real numbers are needed, .* complex128"),
    (lambda: relu([None]), TypeError, "real numbers are needed, .* a NoneType"),
]


@pytest.mark.parametrize(("call", "error", "words"), CASES)
def test_a_refusal_says_what_was_needed_and_what_came(
    call: Callable[[], Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        call()


def test_a_shape_error_is_a_value_error() -> None:
    assert issubclass(ShapeError, ValueError)
