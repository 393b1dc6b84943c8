"""Separable kernels, and the cost of grouped and depthwise-separable convolutions without bias.

All convolutions here are padded to "same" with stride 1: a map keeps its size.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import gcd, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import operations, wrong_parameters, wrong_separable
from problems.rules.costs import CONV_PARAMETERS, IMAGES, taps_inside
from problems.rules.printed_counts import count_rounded, operations_and_biases
from reference import costs
from reference import separable as kernels
from reference.errors import ShapeError

Array = NDArray[Any]
_Shape = tuple[int, ...]


SEPARABLE = Rule("separable", kernels.separability)
"""Whether a kernel (H, W) is the product of a column and a row: ``yes`` or ``no``.

It has no slips: a wrong one of two words does not show which mistake led to it.
"""


def _columns(kernel: Array) -> tuple[Array, ...]:
    """The columns that leave a row of whole numbers; the kernel's entries are whole."""
    column = kernels.column_factor(kernel)
    most = gcd(*(int(cell) for cell in kernels.row_factor(kernel, column)))
    scales = [scale for scale in range(1, most + 1) if most % scale == 0]
    return tuple(column * sign * scale for scale in scales for sign in (1, -1))


def _row_for_column(kernel: Array) -> Array:
    return kernels.row_factor(kernel, kernels.column_factor(kernel))


def _smallest(row: Array) -> Array:
    """The smallest whole numbers in the same proportions."""
    return np.asarray(row / gcd(*(int(cell) for cell in row)))


COLUMN = Rule(
    "column-factor",
    kernels.column_factor,
    slips=(
        Slip(
            "factors-swapped",
            _row_for_column,
            other_ways=(
                lambda kernel: -_row_for_column(kernel),
                lambda kernel: _smallest(_row_for_column(kernel)),
                lambda kernel: -_smallest(_row_for_column(kernel)),
                *wrong_separable.ROWS_FOR_COLUMN,
            ),
        ),
        Slip("factor-signs-lost", lambda kernel: abs(kernels.column_factor(kernel))),
        Slip("sums-of-wrong-axis", lambda kernel: np.sum(kernel, axis=0)),
    ),
    accepts=lambda value, kernel: kernels.is_column_factor(value, kernel),
    alternatives=_columns,
)
"""The column of a separable kernel, right up to a factor."""


def _is_row(value: Any, kernel: Array, column: Array) -> bool:
    """The row itself, also written as a matrix of one row."""
    row = kernels.row_factor(kernel, column)
    return np.shape(value) == (1, len(row)) and bool(np.all(value == row))


def _kernel_row(kernel: Array, column: Array) -> Array:
    """The first row of the kernel in which there is anything."""
    return np.asarray(kernel[_first_nonzero(kernel, column)])


def _divided(kernel: Array, column: Array) -> Array:
    """The row that goes with the first entry of a column, which need not be a factor."""
    place = _first_nonzero(kernel, column)
    return np.asarray(kernel[place] * Fraction(1) / np.reshape(column, -1)[place])


_NOTHING = Fraction(1, 10**12)
"""What floats leave of a 0, in parts of the largest."""


def _first_nonzero(kernel: Array, column: Array) -> int:
    """The first row of the kernel for which a column has a number other than 0."""
    sizes = [abs(cell) for cell in np.reshape(column, -1)[: len(kernel)]]
    least = max(sizes, default=0) * _NOTHING
    places = [place for place, size in enumerate(sizes) if size > least]
    if not places:
        raise ShapeError(
            f"a number other than 0 is needed for one of the {len(kernel)} rows of the kernel, "
            "but the column has none"
        )
    return places[0]


def _without_scale(kernel: Array, column: Array) -> Array:
    return _smallest(_divided(kernel, column))


def _of_another_column(kernel: Array, column: Array) -> Array:
    """The row that goes with the column of smallest whole numbers, or if that is the own, minus it.

    So the product is a multiple of the kernel.
    """
    smallest = kernels.column_factor(kernel)
    is_own = np.array_equal(np.reshape(column, -1), smallest)
    return kernels.row_factor(kernel, -smallest if is_own else smallest)


def _times_norm(kernel: Array, column: Array) -> Array:
    """The row that goes with the column made 1 long: of an SVD whose value is in both factors."""
    return _divided(kernel, column) * float(np.linalg.norm(np.asarray(column, dtype=np.float64)))


def _multiplied(kernel: Array, column: Array) -> Array:
    place = _first_nonzero(kernel, column)
    return np.asarray(kernel[place] * np.reshape(column, -1)[place])


ROW = Rule(
    "row-factor",
    kernels.row_factor,
    slips=(
        Slip(
            "factors-swapped",
            lambda kernel, column: kernels.row_factor(np.transpose(kernel), column),
        ),
        Slip("factor-signs-lost", lambda kernel, column: abs(_divided(kernel, column))),
        Slip("row-not-divided", _kernel_row),
        Slip("row-multiplied", _multiplied),
        Slip("row-scale-lost", _without_scale),
        wrong_separable.ROW_ADDS_TO_ONE,
        Slip(
            "row-of-another-column",
            _of_another_column,
            other_ways=(
                _times_norm,
                *map(wrong_separable.own_column, range(3)),
                *map(wrong_separable.unit_row, (1, -1)),
            ),
            last_resort=True,  # of a row taken as it is, this is what has come of it
        ),
        Slip("sums-of-wrong-axis", lambda kernel: np.sum(kernel, axis=1)),
        Slip("sums-for-row", lambda kernel: np.sum(kernel, axis=0)),
    ),
    accepts=_is_row,
)
"""The row with which a column gives the kernel."""


def _bias_counted(in_shape: _Shape, channels: int, kernel: int, groups: int = 1) -> int:
    return costs.conv_parameters(in_shape, channels, kernel, groups, bias=True)


CONV_WEIGHTS = CONV_PARAMETERS.but(
    "conv-weights",
    without=(
        "bias-forgotten",
        "one-bias-in-all",
        "bias-per-input-channel",
        "bias-per-output-cell",
        "batch-norm-added",
        "weights-of-every-place",  # which would be as many as multiply-accumulates
        "dilation-fills-kernel",
        "kernel-depth-of-image",  # there is one layer, which has the image before it
        "brackets-left-out-of-parameters",  # which are about the bias
        "kernel-cubed",
        "bias-per-kernel-slice",
    ),
    first=(Slip("bias-counted", _bias_counted),),
    also=(
        Slip("kernel-cubed", wrong_parameters.cubed_without_groups),
        Slip(
            "bias-per-kernel-slice",
            lambda in_shape, channels, kernel, groups=1: (
                in_shape[0] // groups * (kernel * kernel + 1) * channels
            ),
            mistake="bias-counted",  # which no kernel has here
            last_resort=True,
        ),
    ),
    operations=lambda groups=1: operations.of_convolution_weights(groups, bias=False),
)
"""The parameters of a convolution; ``bias=False`` has to be among the inputs."""

DEPTHWISE_WEIGHTS = Rule(
    "depthwise-weights",
    costs.depthwise_parameters,
    slips=(
        Slip(
            "output-channels-in-depthwise",
            lambda channels, kernel: kernel * kernel * channels,
        ),
        Slip(
            "groups-ignored",
            lambda in_shape, kernel: costs.conv_parameters(
                in_shape, in_shape[0], kernel, bias=False
            ),
        ),
        Slip("kernel-not-squared", lambda in_shape, kernel: in_shape[0] * kernel),
        Slip("kernel-doubled", lambda in_shape, kernel: 2 * in_shape[0] * kernel, last_resort=True),
        Slip("one-kernel-for-all-channels", lambda kernel: kernel * kernel),
        Slip("two-maps-per-channel", lambda in_shape, kernel: 2 * in_shape[0] * kernel * kernel),
        Slip(
            "bias-counted",
            lambda in_shape, kernel: _bias_counted(in_shape, in_shape[0], kernel, in_shape[0]),
        ),
        Slip("shape-read-channels-last", lambda in_shape, kernel: in_shape[-1] * kernel * kernel),
        *wrong_separable.OF_DEPTHWISE,
    ),
    operations=lambda: 2,
)


def _pointwise_grouped(in_shape: _Shape, channels: int, groups_elsewhere: int) -> int:
    if groups_elsewhere == 1:
        raise NotApplicableError("groups are needed that could be kept")
    return in_shape[0] // groups_elsewhere * channels


POINTWISE_WEIGHTS = Rule(
    "pointwise-weights",
    costs.pointwise_parameters,
    slips=(
        Slip(
            "kernel-in-pointwise",
            lambda in_shape, channels, kernel: costs.conv_parameters(
                in_shape, channels, kernel, bias=False
            ),
        ),
        Slip("input-channels-forgotten", lambda channels: channels),
        Slip("one-pointwise-filter", lambda in_shape: in_shape[0]),
        Slip("pointwise-grouped", _pointwise_grouped),
        Slip("shape-read-channels-last", lambda in_shape, channels: in_shape[-1] * channels),
        Slip("two-maps-per-channel", lambda in_shape, channels: 2 * in_shape[0] * channels),
        Slip("bias-counted", lambda in_shape, channels: _bias_counted(in_shape, channels, 1)),
    ),
    operations=operations.one,
)

SEPARABLE_WEIGHTS = Rule(
    "separable-weights",
    costs.separable_total,
    slips=(
        Slip("pointwise-forgotten", lambda depthwise: depthwise),
        Slip("depthwise-forgotten", lambda pointwise: pointwise),
        Slip("steps-multiplied", lambda depthwise, pointwise: depthwise * pointwise),
        # A column and a row over all channels, as in Inception-v3 (Szegedy et al. 2016).
        Slip(
            "spatial-for-depthwise",
            lambda in_shape, channels, kernel: kernel * channels * (in_shape[0] + channels),
            other_ways=(
                lambda in_shape, channels, kernel: kernel * in_shape[0] * (in_shape[0] + channels),
                lambda in_shape, channels, kernel: 2 * kernel * in_shape[0] * channels,
            ),
        ),
        *wrong_separable.OF_BOTH,
    ),
    operations=operations.one,
)


def _of_batch(images: int) -> Callable[..., int]:
    return lambda weights, out_shape: images * costs.macs_of_weights(weights, out_shape)


def _over_padded_map(weights: int, out_shape: _Shape, kernel: int) -> int:
    """An output for every cell of the padded input."""
    return weights * prod(n + kernel - 1 for n in out_shape[1:])


def _within(weights: int, out_shape: _Shape, kernel: int) -> int:
    """The products of kernels with cells of the map, and not of the padding around it."""
    taps = prod(
        taps_inside(n, n, kernel, stride=1, padding=kernel // 2, dilation=1) for n in out_shape[1:]
    )
    return weights // kernel**2 * taps


def _values_of_both(in_shape: _Shape, out_shape: _Shape) -> int:
    """The values that the two steps put out."""
    return (in_shape[0] + out_shape[0]) * prod(out_shape[1:])


_COUNTING_SLIPS = (
    Slip("parameters-for-macs", lambda weights: weights),
    Slip(
        "multiplications-and-additions",
        lambda weights, out_shape: 2 * costs.macs_of_weights(weights, out_shape),
    ),
    Slip("positions-along-one-side", lambda weights, out_shape: weights * out_shape[1]),
    Slip("weights-times-inputs", lambda weights, in_shape: weights * prod(in_shape)),
    Slip("weights-times-outputs", lambda weights, out_shape: weights * prod(out_shape)),
    Slip(
        "macs-of-a-batch",
        _of_batch(IMAGES[0]),
        other_ways=tuple(map(_of_batch, IMAGES[1:])),
        last_resort=True,
    ),
    Slip(
        "padding-forgotten",
        lambda weights, out_shape, kernel: (
            weights * (out_shape[1] - kernel + 1) * (out_shape[2] - kernel + 1)
        ),
    ),
    Slip("places-of-padding", _over_padded_map),
    count_rounded(costs.macs_of_weights),
)

MACS_OF_WEIGHTS = Rule(
    "macs-of-weights",
    costs.macs_of_weights,
    slips=(
        *_COUNTING_SLIPS,
        Slip("padding-not-multiplied", _within),
        Slip(
            "additions-counted-apart",
            lambda weights, out_shape: (
                2 * costs.macs_of_weights(weights, out_shape) - prod(out_shape)
            ),
            mistake="multiplications-and-additions",
        ),
        Slip(
            "bias-counted-in-macs",
            lambda weights, out_shape: costs.macs_of_weights(weights, out_shape) + prod(out_shape),
        ),
        operations_and_biases(
            lambda weights, out_shape: (
                2 * costs.macs_of_weights(weights, out_shape) + prod(out_shape)
            )
        ),
        Slip(
            "input-channels-forgotten",
            lambda channels, kernel, out_shape: costs.macs_of_weights(
                kernel * kernel * channels, out_shape
            ),
        ),
        Slip(
            "groups-ignored",
            lambda in_shape, out_shape, kernel: costs.conv_macs(in_shape, out_shape, kernel),
        ),
        Slip(
            "groups-applied-twice",
            lambda in_shape, out_shape, kernel, groups=1: (
                costs.conv_macs(in_shape, out_shape, kernel) // groups**2
            ),
        ),
    ),
    operations=operations.of_macs_from_weights,
)

SEPARABLE_MACS = Rule(
    "separable-macs",
    costs.macs_of_weights,
    slips=(
        *_COUNTING_SLIPS,
        Slip(
            "step-counted-once",
            lambda depthwise, pointwise, out_shape: (
                costs.macs_of_weights(depthwise, out_shape) + pointwise
            ),
            other_ways=(
                lambda depthwise, pointwise, out_shape: (
                    depthwise + costs.macs_of_weights(pointwise, out_shape)
                ),
            ),
            mistake="parameters-for-macs",
        ),
        Slip(
            "padding-not-multiplied",
            lambda depthwise, pointwise, out_shape, kernel: (
                _within(depthwise, out_shape, kernel) + costs.macs_of_weights(pointwise, out_shape)
            ),
        ),
        Slip(
            "additions-counted-apart",
            lambda weights, in_shape, out_shape: (
                2 * costs.macs_of_weights(weights, out_shape) - _values_of_both(in_shape, out_shape)
            ),
            mistake="multiplications-and-additions",
        ),
        Slip(
            "bias-counted-in-macs",
            lambda weights, in_shape, out_shape: (
                costs.macs_of_weights(weights, out_shape) + _values_of_both(in_shape, out_shape)
            ),
        ),
        operations_and_biases(
            lambda weights, in_shape, out_shape: (
                2 * costs.macs_of_weights(weights, out_shape) + _values_of_both(in_shape, out_shape)
            )
        ),
        Slip(
            "pointwise-forgotten",
            lambda depthwise, out_shape: costs.macs_of_weights(depthwise, out_shape),
        ),
        Slip(
            "depthwise-forgotten",
            lambda pointwise, out_shape: costs.macs_of_weights(pointwise, out_shape),
        ),
        Slip(
            "output-channels-in-depthwise",
            lambda pointwise, channels, kernel, out_shape: costs.macs_of_weights(
                kernel * kernel * channels + pointwise, out_shape
            ),
        ),
    ),
    operations=operations.of_macs_from_weights,
)
