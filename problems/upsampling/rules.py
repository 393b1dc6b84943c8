"""Rules of upsampling: by zeros, by copies, by interpolation, and by transposed convolution.

A vector is (N,), a map is (H, W). Output i of M, counted from 0, lies at `i (N - 1) / (M - 1)`
where corners are aligned, and else at `(i + 1/2) N / M - 1/2`, but never outside of the input.
Source of the formulas: W. Shi et al., Is the deconvolution layer the same as a convolutional layer?
arXiv:1609.07009; A. Odena, V. Dumoulin, C. Olah, Deconvolution and checkerboard artifacts (2016);
the two places are those of PyTorch's `interpolate`, with `align_corners` and without.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import operations
from problems.rules.costs import IMAGES
from problems.rules.printed_counts import count_rounded, operations_and_biases
from problems.transposed_conv.rules import (
    OF_MAP_CROPPED,
    STRIDED,
    WITH_ZEROS,
    transposed,
    with_zeros_between,
)
from reference.errors import ShapeError
from reference.numbers import same_numbers

Array = NDArray[Any]
Places = Callable[[int, int], list[Fraction]]
"""Of a size and the size wanted: where each output lies in the input."""

Weights = Callable[[Fraction], tuple[Fraction, Fraction]]
"""Of the distance from the cell before: the weights of this cell and of the one behind."""

# -- interpolation ---------------------------------------------------------------------------------


def _corners(size: int, wanted: int) -> list[Fraction]:
    return [Fraction(i * (size - 1), wanted - 1) for i in range(wanted)]


def _centres(size: int, wanted: int) -> list[Fraction]:
    return [min(max(place, Fraction(0)), Fraction(size - 1)) for place in _free(size, wanted)]


def _free(size: int, wanted: int) -> list[Fraction]:
    """Where the centres of the outputs lie, also outside of the input."""
    half = Fraction(1, 2)
    return [(i + half) * size / wanted - half for i in range(wanted)]


def _mirrored(size: int, wanted: int) -> list[Fraction]:
    """Places outside of the input mirrored at its first and last value.

    So does scikit-image, `resize(x, size, order=1, mode="reflect")`.
    """
    return [min(abs(place), 2 * (size - 1) - abs(place)) for place in _free(size, wanted)]


def _by_distance(part: Fraction) -> tuple[Fraction, Fraction]:
    """The weights of the cells before and behind a place that lies so far behind the first."""
    return 1 - part, part


def _exchanged(part: Fraction) -> tuple[Fraction, Fraction]:
    return part, 1 - part


def _of_difference(part: Fraction) -> tuple[Fraction, Fraction]:
    """The part of their difference alone, which is not added to the first."""
    return -part, part


def _along(x: Array, axis: int, wanted: int, places: Places, weights: Weights) -> Array:
    """One axis interpolated: ``weights`` has those of the two cells that a place lies between."""
    cells = np.moveaxis(x, axis, 0)
    size = len(cells)
    if size < 2 or wanted < 2:
        raise ShapeError(f"2 values or more are needed before and after, not {size} and {wanted}")
    lines = []
    for place in places(size, wanted):
        at = min(max(place.numerator // place.denominator, 0), size - 2)
        part = place - at
        before, behind = (weights if 0 < part < 1 else _by_distance)(part)
        lines.append(cells[at] * before + cells[at + 1] * behind)
    return np.moveaxis(np.array(lines, dtype=object), 0, axis)


def _interpolated(
    x: Any, wanted: tuple[int, ...], places: Places, weights: Weights = _by_distance
) -> Array:
    (array,) = same_numbers(x)
    if array.ndim != len(wanted):
        raise ShapeError(f"an input of {len(wanted)} axes is needed, not {array.shape}")
    for axis, size in enumerate(wanted):
        array = _along(array, axis, size, places, weights)
    return _whole(array)


def _whole(x: Array) -> Array:
    """Fractions that come out whole as whole numbers."""
    cells = [
        cell.numerator if isinstance(cell, Fraction) and cell.denominator == 1 else cell
        for cell in x.ravel().tolist()
    ]
    result = np.empty(len(cells), dtype=object)
    result[:] = cells
    return result.reshape(x.shape)


def linear_corners(x: Any, size: int) -> Array:
    """(N,) -> (size,) with aligned corners. Raises ShapeError."""
    return _interpolated(x, (size,), _corners)


def linear_centres(x: Any, size: int) -> Array:
    """(N,) -> (size,) with cells of equal width. Raises ShapeError."""
    return _interpolated(x, (size,), _centres)


def bilinear_corners(x: Any, height: int, width: int) -> Array:
    """(H, W) -> (height, width) with aligned corners. Raises ShapeError."""
    return _interpolated(x, (height, width), _corners)


def bilinear_centres(x: Any, height: int, width: int) -> Array:
    """(H, W) -> (height, width) with cells of equal width. Raises ShapeError."""
    return _interpolated(x, (height, width), _centres)


def places_with_corners(length: int, size: int) -> Array:
    """Where the outputs lie in an input of that length, with aligned corners: (size,)."""
    return _whole(np.array(_corners(length, size), dtype=object))


def places_of_cells(length: int, size: int) -> Array:
    """Where the outputs lie in an input of that length, with cells of equal width: (size,)."""
    return _whole(np.array(_centres(length, size), dtype=object))


def at_places(x: Any, places: Any) -> Array:
    """(N,) and places (M,) -> (M,): between two cells in parts of both. Raises ShapeError."""
    (vector,) = same_numbers(x)
    if vector.ndim != 1:
        raise ShapeError(f"a vector is needed, not {vector.shape}")
    found = [Fraction(place) for place in np.ravel(places)]
    return _interpolated(vector, (len(found),), lambda *_: found)


def nearest(x: Any, factor: int) -> Array:
    """(N,) -> (factor N,): each value as often as the factor says. Raises ShapeError."""
    (vector,) = same_numbers(x)
    if vector.ndim != 1 or factor < 1:
        raise ShapeError(f"a vector and a factor are needed, not {vector.shape} and {factor}")
    return np.repeat(vector, factor)


def _nearest_to(places: Places) -> Callable[[Any, tuple[int, ...]], Array]:
    """Each output is the value next to its place, the left one of two."""

    def wrong(x: Any, wanted: tuple[int, ...]) -> Array:
        array = np.asarray(x, dtype=object)
        for axis, size in enumerate(wanted):
            at = [-(-(2 * p - 1) // 2) for p in places(array.shape[axis], size)]
            array = np.take(array, [int(max(n, 0)) for n in at], axis=axis)
        return array

    return wrong


def _of_map(
    change: Callable[[Any, tuple[int, ...]], Array],
) -> Callable[[Any, int, int], Array]:
    return lambda x, height, width: change(x, (height, width))


def _with(
    places: Places, weights: Weights = _by_distance
) -> Callable[[Any, tuple[int, ...]], Array]:
    return lambda x, wanted: _interpolated(x, wanted, places, weights)


def _rows_alone(x: Any, height: int, width: int) -> Array:
    """Interpolated along the rows, and copied down the columns."""
    wide = _along(np.asarray(x, dtype=object), 1, width, _corners, _by_distance)
    return _whole(wide[[i * len(wide) // height for i in range(height)]])


def _middle_not_halved(x: Any, height: int, width: int) -> Array:
    """What lies between four values is a sum of two means, and not half of it."""
    right = bilinear_corners(x, height, width)
    wrong = right.copy()
    for row in range(1, height, 2):
        for column in range(1, width, 2):
            wrong[row, column] = Fraction(right[row, column - 1] + right[row, column + 1])
    return _whole(wrong)


def _adjoint_at_ends(x: Any, height: int, width: int) -> Array:
    """What lies outside of the map counts as 0, as in a transposed convolution."""
    kernel = np.array([Fraction(n, 4) for n in (1, 3, 3, 1)], dtype=object)
    found = transposed(np.asarray(x, dtype=object), np.outer(kernel, kernel), 2, 1)
    if found.shape != (height, width):
        raise NotApplicableError("an output of twice the size is needed")
    return _whole(found)


def _cells(x: Any) -> int:
    return int(np.size(x))


COPIES = Rule(
    "nearest-neighbour",
    nearest,
    slips=(
        Slip(
            "copied-as-a-whole",
            lambda x, factor: np.tile(np.asarray(x), factor),
        ),
        Slip(
            "zeros-for-copies",
            lambda x, factor: np.kron(np.asarray(x), [1] + [0] * (factor - 1)),
        ),
    ),
    operations=lambda x: len(x),
)
ZEROS = WITH_ZEROS.but(
    "zeros-between-features",
    without=("zeros-around-forgotten", "padding-for-zeros-around", "stride-forgotten"),
)
MIDPOINTS = Rule(
    "linear-between",
    linear_corners,
    slips=(
        Slip("nearest-for-linear", lambda x, size: _copied(x, _corners(len(x), size))),
        Slip(
            "zeros-for-interpolated",
            lambda x, size: with_zeros_between(x, 2, 0),
        ),
        Slip(
            "halves-left-out",
            lambda x, size: np.array(
                [
                    x[i // 2] if i % 2 == 0 else x[i // 2] + x[i // 2 + 1]
                    for i in range(2 * len(x) - 1)
                ],
                dtype=object,
            ),
        ),
        Slip(
            "difference-alone",
            lambda x, size: _interpolated(x, (size,), _corners, _of_difference),
        ),
        Slip("centres-for-corners", lambda x: linear_centres(x, 2 * len(x))),
    ),
    operations=lambda x: 2 * (len(x) - 1),
)


def _places(places: Places) -> Callable[[int, int], Array]:
    return lambda length, size: _whole(np.array(places(length, size), dtype=object))


def _multiples(length: int, size: int) -> list[Fraction]:
    """Output i at i N / M, and the last ones at the end."""
    return [min(Fraction(i * length, size), Fraction(length - 1)) for i in range(size)]


def _short_steps(length: int, size: int) -> list[Fraction]:
    """As many steps as outputs, one more than there are."""
    return [Fraction(i * (length - 1), size) for i in range(size)]


def _half_left(length: int, size: int) -> list[Fraction]:
    """The half of the output's cell added, and that of the input's not taken off."""
    half = Fraction(1, 2)
    return [min((i + half) * length / size, Fraction(length - 1)) for i in range(size)]


MIRRORED = "mirrored-beyond-ends"

WHERE_CORNERS = Rule(
    "places-with-corners",
    places_with_corners,
    slips=(
        Slip("centres-for-corners", places_of_cells),
        Slip("places-at-multiples", _places(_multiples)),
        Slip("outputs-for-steps", _places(_short_steps)),
    ),
    operations=lambda size: size,
)
WHERE_CELLS = Rule(
    "places-of-cells",
    places_of_cells,
    slips=(
        Slip("corners-for-centres", places_with_corners),
        Slip("places-at-multiples", _places(_multiples)),
        Slip("continued-beyond-ends", _places(_free)),
        Slip(MIRRORED, _places(_mirrored)),
        Slip("half-not-taken-off", _places(_half_left)),
    ),
    operations=lambda size: 2 * size,
)


def _weighted(weights: Weights) -> Callable[[Any, Any], Array]:
    """At given places, with other weights of the two cells."""

    def wrong(x: Any, places: Any) -> Array:
        found = [Fraction(place) for place in np.ravel(places)]
        return _interpolated(x, (len(found),), lambda *_: found, weights)

    return wrong


def _copied(x: Any, places: Any) -> Array:
    """The value of the nearest cell, the left one of two."""
    last = len(x) - 1
    near = [-(-(2 * Fraction(place) - 1) // 2) for place in np.ravel(places)]
    return np.array([x[int(min(max(n, 0), last))] for n in near], dtype=object)


def _halfway(x: Any, places: Any) -> Array:
    """Whatever lies between two cells halfway between them."""
    found = [Fraction(place) for place in np.ravel(places)]
    half = Fraction(1, 2)
    moved = [p if p.denominator == 1 else p.numerator // p.denominator + half for p in found]
    return _interpolated(x, (len(moved),), lambda *_: moved)


BETWEEN = Rule(
    "linear-at-places",
    at_places,
    slips=(
        Slip("weights-exchanged", _weighted(_exchanged)),
        Slip("difference-alone", _weighted(_of_difference)),
        Slip("nearest-for-linear", _copied),
        Slip("midpoints-throughout", _halfway),
    ),
    operations=lambda places: 3 * sum(Fraction(place).denominator > 1 for place in places),
)
BILINEAR_CORNERS = Rule(
    "bilinear-with-corners",
    bilinear_corners,
    slips=(
        Slip("centres-for-corners", bilinear_centres),
        Slip("nearest-for-linear", _of_map(_nearest_to(_corners))),
        Slip("difference-alone", _of_map(_with(_corners, _of_difference))),
        Slip("one-axis-alone", _rows_alone),
        Slip("middle-not-halved", _middle_not_halved),
        Slip("places-at-multiples", _of_map(_with(_multiples))),
    ),
    operations=lambda x, height, width: height * width - _cells(x),
)
BILINEAR_CENTRES = Rule(
    "bilinear-with-centres",
    bilinear_centres,
    slips=(
        Slip("corners-for-centres", bilinear_corners),
        Slip("weights-exchanged", _of_map(_with(_centres, _exchanged))),
        Slip("difference-alone", _of_map(_with(_centres, _of_difference))),
        Slip("continued-beyond-ends", _of_map(_with(_free))),
        Slip(MIRRORED, _of_map(_with(_mirrored))),
        Slip("zeros-beyond-ends", _adjoint_at_ends),
        Slip("nearest-for-linear", _of_map(_nearest_to(_centres))),
    ),
    operations=lambda x, height, width: 2 * (height * width - _cells(x)),
)

# -- by transposed convolution ---------------------------------------------------------------------

_OF_PADDING = tuple(
    OF_MAP_CROPPED.slips_by_key[key] for key in ("padding-forgotten", "padding-widens-output")
)


def _interpolated_instead(x: Any, w: Any, stride: int) -> Array:
    """The linear interpolation, of which the transposed convolution differs at the ends alone."""
    if not np.array_equal(np.asarray(w) * 4, (1, 3, 3, 1)):
        raise NotApplicableError("the kernel of linear interpolation by 2 is needed")
    return linear_centres(x, stride * len(x))


BY_TRANSPOSED = STRIDED.but(
    "upsampling-by-transposed",
    without=(
        "kernel-laid-flipped",  # the kernel is the same from both ends
        "zeros-after-last-too",
    ),
    also=(*_OF_PADDING, Slip("interpolated-at-ends", _interpolated_instead, keeps_cells=True)),
)


def overlaps(size: int, kernel: int, stride: int) -> Array:
    """How many kernels a transposed convolution lays on each cell. Raises ShapeError."""
    if min(size, kernel, stride) < 1:
        raise ShapeError(f"sizes of at least 1 are needed, not {size}, {kernel} and {stride}")
    result = np.zeros((size - 1) * stride + kernel, dtype=object)
    for place in range(size):
        result[place * stride : place * stride + kernel] += 1
    return result


OVERLAPS = Rule(
    "overlaps",
    overlaps,
    slips=(
        Slip("stride-forgotten", lambda size, kernel: overlaps(size, kernel, 1)),
        Slip("stride-as-gaps", lambda size, kernel, stride: overlaps(size, kernel, stride + 1)),
        Slip(
            "overlaps-all-alike",
            lambda size, kernel, stride: np.full(
                (size - 1) * stride + kernel, -(-kernel // stride), dtype=object
            ),
        ),
        Slip(
            "overlaps-go-on-at-end",
            lambda size, kernel, stride: overlaps(size + kernel, kernel, stride)[
                : (size - 1) * stride + kernel
            ],
            keeps_cells=True,
        ),
    ),
    operations=lambda size, kernel: size * kernel,
)

# -- costs -----------------------------------------------------------------------------------------


def weights_of(inputs: int, outputs: int, kernel: int) -> int:
    """Of a layer without bias, transposed or not."""
    return inputs * outputs * kernel * kernel


def macs_at_outputs(weights: int, height: int, width: int, factor: int) -> int:
    """Of a convolution of maps that have been made larger: each weight at each output."""
    return weights * height * width * factor * factor


def macs_at_inputs(weights: int, height: int, width: int) -> int:
    """Of a transposed convolution: each weight once for each input cell."""
    return weights * height * width


def cost_ratio(more: int, fewer: int) -> int | Fraction:
    """How many times more the first number is. Raises ShapeError if the second one is 0."""
    if fewer == 0:
        raise ShapeError("a number other than 0 is needed to divide by, but 0 came")
    found = Fraction(more, fewer)
    return found.numerator if found.denominator == 1 else found


Counted = Callable[..., int]
"""Of the weights, the size of the input and the factor: the multiply-accumulate operations."""


def _counted_otherwise(macs: Callable[[int, int, int, int], int]) -> tuple[Slip, ...]:
    """The mistakes that are made in counting the operations of any layer."""

    def and_biases(times: int, biases: int) -> Counted:
        """So many operations for each, and so many more for each output value."""
        return lambda weights, outputs, height, width, factor: (
            times * macs(weights, height, width, factor)
            + biases * outputs * height * width * factor**2
        )

    def of_batch(images: int, biases: int) -> Counted:
        one = and_biases(1, biases)
        return lambda weights, outputs, height, width, factor: (
            images * one(weights, outputs, height, width, factor)
        )

    return (
        Slip("multiplications-and-additions", and_biases(2, 0)),
        Slip("additions-counted-apart", and_biases(2, -1), mistake="multiplications-and-additions"),
        operations_and_biases(and_biases(2, 1)),
        Slip(
            "bias-counted-in-macs",
            and_biases(1, 1),
            other_ways=(
                lambda weights, outputs, height, width, factor: (
                    macs(weights, height, width, factor) + outputs
                ),
            ),
        ),
        Slip(
            "macs-of-a-batch",
            of_batch(IMAGES[0], 0),
            other_ways=tuple(of_batch(n, biases) for n in IMAGES for biases in (0, 1)),
            last_resort=True,
        ),
        count_rounded(macs),
    )


def _at_inputs(weights: int, height: int, width: int, factor: int) -> int:
    return macs_at_inputs(weights, height, width)


WEIGHTS = Rule(
    "weights-of-layer",
    weights_of,
    slips=(
        Slip("kernel-not-squared", lambda inputs, outputs, kernel: inputs * outputs * kernel),
        Slip("input-channels-forgotten", lambda outputs, kernel: outputs * kernel * kernel),
        Slip("output-channels-forgotten", lambda inputs, kernel: inputs * kernel * kernel),
        Slip(
            "bias-counted",
            lambda inputs, outputs, kernel: weights_of(inputs, outputs, kernel) + outputs,
        ),
    ),
    operations=lambda: 3,
)
AT_OUTPUTS = Rule(
    "macs-at-outputs",
    macs_at_outputs,
    slips=(
        Slip(
            "input-size-for-output-size",
            lambda weights, height, width: weights * height * width,
        ),
        Slip(
            "factor-along-one-axis",
            lambda weights, height, width, factor: weights * height * width * factor,
        ),
        Slip("parameters-for-macs", lambda weights: weights),
        *_counted_otherwise(macs_at_outputs),
    ),
    operations=lambda: 4,
)
AT_INPUTS = Rule(
    "macs-at-inputs",
    macs_at_inputs,
    slips=(
        Slip("kernel-at-each-output", macs_at_outputs),
        Slip(
            "stride-counted-again",
            lambda weights, height, width, factor: weights * height * width // factor**2,
        ),
        Slip("parameters-for-macs", lambda weights: weights),
        *_counted_otherwise(_at_inputs),
    ),
    operations=lambda: 2,
)
RATIO = Rule(
    "cost-ratio",
    cost_ratio,
    slips=(
        Slip("ratio-upside-down", lambda more, fewer: cost_ratio(fewer, more)),
        Slip("difference-for-ratio", lambda more, fewer: more - fewer),
    ),
    operations=operations.one,
)
