"""Convolution and cross-correlation in one and two dimensions, forward and backward."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Rule, Slip
from problems.rules import operations, wrong_gradients, wrong_maps
from problems.rules.arithmetic import unlike_numbers
from problems.rules.changed_results import slips_of_results, told_of_results
from problems.rules.loops import slips_of_loops
from problems.rules.other_numbers import slips_of_other_numbers
from problems.rules.overruns import slips_of_overruns
from problems.rules.whole_numbers import kept_as
from problems.rules.windows import padded_by, require_vectors, same_widths, slips_of_vectors
from reference import convolution as conv
from reference import descent
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry
from reference.padding import pad

Array = NDArray[Any]


def cells(places: Iterable[Any]) -> Any:
    """The index of cells by their places along the last axes."""
    return (..., *places)


def or_nothing(function: Function) -> Function:
    """The function of vectors, which gives no outputs where the kernel does not fit at all."""

    def made(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        try:
            return function(x, w, bias, geometry)
        except ShapeError:
            if np.ndim(x) != 1 or np.ndim(w) != 1:
                raise
            return np.zeros(0)

    return made


def slips_of_windows(function: Function, axes: int) -> tuple[Slip, ...]:
    """The slips of a convolution along so many axes, of which each has the same padding and stride.

    ``function`` takes x, w, a bias and the geometry: a convolution or a cross-correlation.
    """
    return (
        *_sizes(function, axes),
        *(integer_dtype_kept(function), _integer_result(function)),
        *_misread(function, axes),
        *_unlike_sums(function, axes),
        *(_slips_along_one_axis(function) if axes == 1 else ()),
    )


def _slips_along_one_axis(function: Function) -> tuple[Slip, ...]:
    return (
        *unlike_numbers(function),
        *slips_of_vectors(function),
        *slips_of_overruns(function),
        *slips_of_loops(function),
        *slips_of_other_numbers(function),
    )


def _same_1d(function: Function) -> tuple[Slip, ...]:
    """One mistake, an output of the input's size, with the values that the ways to make it give."""

    def same(x: Array, w: Array, geometry: Any = PLAIN) -> Any:
        wide = len(w) * geometry.dilation
        around = geometry.but(padding=((wide - geometry.dilation) // 2, wide // 2))
        return function(x, w, geometry=around)[: -(-len(x) // geometry.stride)]

    def longer_left(x: Array, w: Array, geometry: Any) -> Any:
        if geometry.dilation % 2 == 0:
            raise ShapeError(
                f"an odd dilation is needed to differ from the other, not {geometry.dilation}"
            )
        wide = (len(w) - 1) * geometry.dilation
        return function(x, w, geometry=geometry.but(padding=[(wide - wide // 2, wide // 2)]))

    def of_padded(x: Array, w: Array, geometry: Any) -> Any:
        if geometry.padding == 0:
            raise ShapeError("a padding is needed to differ from the others, but 0 came")
        padded = pad(x, geometry.padding, geometry.mode)
        wide = (len(w) - 1) * geometry.dilation
        full = function(padded, w, geometry=Geometry(padding=wide, dilation=geometry.dilation))
        first = min(len(padded) - 1, wide) // 2
        return full[first : first + max(len(padded), wide + 1)][:: geometry.stride]

    half, *other_halves = (padded_by(function, pair) for pair in same_widths())
    return (
        Slip("same-for-valid", same),
        Slip("half-of-the-kernel-added", half, other_ways=tuple(other_halves), last_resort=True),
        Slip("same-for-valid-left", longer_left),  # an even kernel has its extra cell on the left
        Slip("same-for-valid-numpy", of_padded),  # np.convolve(padded, w, "same")
    )


def _sizes(function: Function, axes: int) -> tuple[Slip, ...]:
    """Outputs too many, too few, or not computed, along every axis."""
    everywhere = (slice(None),) * axes

    def longer(before: Any, after: Any) -> Function:
        """More zeros beside the padding: how many along an axis, by the kernel's span there."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
            padded = pad(x, geometry.padding, geometry.mode, axes=range(-axes, 0))
            wide = [(n - 1) * geometry.dilation for n in np.shape(w)[-axes:]]
            more = [(before(n, geometry.stride), after(n, geometry.stride)) for n in wide]
            x = np.pad(padded, [(0, 0)] * (padded.ndim - axes) + more)
            return function(x, w, bias, geometry.but(padding=0, mode="zero"))

        return wrong

    def rounded_up(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        """One more output only where the last window leaves cells over."""
        padded = pad(x, geometry.padding, geometry.mode, axes=range(-axes, 0))
        sizes = zip(np.shape(padded)[-axes:], np.shape(w)[-axes:], strict=True)
        span = [n - (k - 1) * geometry.dilation - 1 for n, k in sizes]
        more = [(0, -n % geometry.stride) for n in span]
        padded = np.pad(padded, [(0, 0)] * (padded.ndim - axes) + more)
        return function(padded, w, bias, geometry.but(padding=0, mode="zero"))

    def without_last_fitting(
        x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN
    ) -> Any:
        """The last output missing only where its window ends with the last cell of all."""
        padded = pad(x, geometry.padding, geometry.mode, axes=range(-axes, 0))
        sizes = zip(np.shape(padded)[-axes:], np.shape(w)[-axes:], strict=True)
        over: Any = [(n - (k - 1) * geometry.dilation - 1) % geometry.stride for n, k in sizes]
        kept = (slice(None if left else -1) for left in over)
        return function(x, w, bias, geometry)[cells(kept)]

    def changed(change: Callable[[Array], Any]) -> Function:
        def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
            return change(np.array(function(x, w, bias, geometry), copy=True))

        return wrong

    def part(where: Any) -> Function:
        return changed(lambda right: right[cells((where,) * axes)])

    def with_zeros(index: int) -> Function:
        def zero(right: Array) -> Array:
            for axis in range(axes):
                right[cells((*everywhere[:axis], index, *everywhere[axis + 1 :]))] = 0
            return right

        return changed(zero)

    def only_first(right: Array) -> Array:
        first = cells((slice(1),) * axes)
        result = np.zeros_like(right)
        result[first] = right[first]
        return result

    return (
        Slip("full-for-valid", longer(lambda wide, _: wide, lambda wide, _: wide)),
        Slip("first-output-missing", part(slice(1, None))),
        Slip("first-output-not-computed", with_zeros(0)),
        Slip("last-output-missing", part(slice(-1)), other_ways=(without_last_fitting,)),
        Slip("last-output-not-computed", with_zeros(-1)),
        Slip(
            "one-output-too-many",
            longer(lambda *_: 0, lambda _, stride: stride),
            other_ways=(rounded_up, longer(lambda *_: 0, lambda *_: 1)),
        ),
        Slip("windows-cut-off", longer(lambda *_: 0, lambda wide, _: wide)),
        Slip(
            "zero-after-last-output", changed(lambda right: np.pad(right, _one_more(right, axes)))
        ),
        Slip("return-in-loop", changed(only_first), ends_early=True),
        Slip("return-in-loop-list", part(slice(1)), ends_early=True),
        Slip("return-in-loop-number", part(0), ends_early=True),
    )


def _one_more(right: Array, axes: int) -> list[tuple[int, int]]:
    return [(0, 0)] * (right.ndim - axes) + [(0, 1)] * axes


def integer_dtype_kept(function: Function) -> Slip:
    """Decimals of the outputs cut off where the input is whole, as an array of its type does."""

    def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        right = np.asarray(function(x, w, bias, geometry), dtype=np.float64)
        return np.asarray(kept_as(x, right))

    return Slip("integer-dtype-kept", wrong)


def _integer_result(function: Function) -> Slip:
    """Decimals of the outputs cut off always."""

    def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        return np.trunc(np.asarray(function(x, w, bias, geometry), dtype=np.float64))

    return Slip("integer-result", wrong)


def _misread(function: Function, axes: int) -> tuple[Slip, ...]:
    """Stride, padding or dilation misread."""

    def read_as(**changes: Any) -> Function:
        return lambda x, w, bias=None, geometry=PLAIN: function(x, w, bias, geometry.but(**changes))

    fitting = or_nothing(function)

    def before_only(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        return fitting(x, w, bias, geometry.but(padding=[(geometry.padding, 0)] * axes))

    def padding_forgotten(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        return fitting(x, w, bias, geometry.but(padding=0))

    def moved_by_one(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        """As many outputs as there should be, at places one beside the other."""
        outputs = np.shape(function(x, w, bias, geometry))[-axes:]
        return function(x, w, bias, geometry.but(stride=1))[cells(map(slice, outputs))]

    def close_together(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        """As many outputs as there should be, of windows without the gaps."""
        outputs = np.shape(function(x, w, bias, geometry))[-axes:]
        return function(x, w, bias, geometry.but(dilation=1))[cells(map(slice, outputs))]

    def as_gaps(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        if geometry.dilation == 1:
            raise ShapeError("a dilation is needed to take it for a number of gaps, but 1 came")
        gaps: Any = geometry.dilation
        return function(x, w, bias, geometry.but(dilation=gaps + 1))

    def swapped(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        turned = geometry.but(stride=geometry.dilation, dilation=geometry.stride)
        return fitting(x, w, bias, turned)

    def reflected(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        """As `np.pad` does it, to and fro where the padding is longer than the input."""
        around = [(0, 0)] * (np.ndim(x) - axes) + [(geometry.padding,) * 2] * axes
        padded = np.pad(x, around, mode="reflect")
        return function(padded, w, bias, geometry.but(padding=0, mode="zero"))

    def with_ends(cells_beside: Callable[[Array, int], tuple[Array, Array]]) -> Function:
        """A vector between others, of so many cells each."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
            count: Any = geometry.padding
            if np.ndim(x) != 1 or not 0 < count <= len(x):
                raise ShapeError("a vector that is longer than its padding is needed")
            before, after = cells_beside(x, count)
            padded = np.concatenate((before, x, after))
            return function(padded, w, bias, geometry.but(padding=0, mode="zero"))

        return wrong

    filled = [
        *(read_as(mode=mode) for mode in ("edge", "mirror", "circular")),
        with_ends(lambda x, count: (x[:count], x[-count:])),  # neither turned round nor swapped
        with_ends(lambda x, count: (x[-count:][::-1], x[:count][::-1])),  # both
        with_ends(lambda x, count: (x[:count][::-1], x[-count:])),  # turned round at one end
        with_ends(lambda x, count: (x[:count], x[-count:][::-1])),
        with_ends(lambda x, count: (x[-count:][::-1], x[-count:][::-1])),
        with_ends(lambda x, count: (x[:count][::-1], x[:count][::-1])),
        with_ends(lambda x, count: (x[:count], x[:count])),
        with_ends(lambda x, count: (x[-count:], x[-count:])),
        with_ends(lambda x, count: (np.full(count, x[-1]), np.full(count, x[0]))),
        with_ends(lambda x, count: (np.full(count, x[0]), np.full(count, x[0]))),
        with_ends(lambda x, count: (np.full(count, np.mean(x)), np.full(count, np.mean(x)))),
        with_ends(lambda _, count: (np.ones(count), np.ones(count))),
    ]
    return (
        Slip("stride-forgotten", read_as(stride=1), other_ways=(moved_by_one,)),
        Slip("padding-forgotten", padding_forgotten),
        Slip("dilation-forgotten", read_as(dilation=1), other_ways=(close_together,)),
        Slip("dilation-as-gaps", as_gaps),
        Slip("stride-and-dilation-swapped", swapped),
        Slip("padded-with-zeros", read_as(mode="zero")),
        Slip("padded-in-another-way", reflected, other_ways=tuple(filled)),
        Slip("padding-on-one-side", before_only),
    )


def _unlike_sums(function: Function, axes: int) -> tuple[Slip, ...]:
    """Each window gives something else than the sum of its products."""

    def averaged(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        taps = np.prod(np.shape(w)[-axes:])
        return function(x, np.asarray(w) / taps, bias, geometry)

    def reversed_(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        return np.flip(function(x, w, bias, geometry), axis=tuple(range(-axes, 0)))

    return (
        Slip("products-averaged", averaged),
        Slip("outputs-reversed", reversed_, last_resort=True),
    )


def padding_elsewhere(function: Function, axes: int, last_resort: bool = False) -> tuple[Slip, ...]:
    """The padding on other sides than half on each; on the left only is a slip of all windows."""

    def padded(before: int, after: int) -> Function:
        def wrong(x: Array, w: Array, geometry: Geometry, bias: Any = None) -> Any:
            cells_beside: Any = geometry.padding
            pair = (before * cells_beside, after * cells_beside)
            if geometry.mode == "circular" and np.ndim(x) == 1:  # as x[i % n] reads it, to any i
                x = np.asarray(x)[np.arange(-pair[0], len(x) + pair[1]) % len(x)]
                return or_nothing(function)(x, w, bias, geometry.but(padding=0, mode="zero"))
            return or_nothing(function)(x, w, bias, geometry.but(padding=[pair] * axes))

        return wrong

    sides = {
        "padding-on-the-right": (0, 1),
        "padding-all-on-the-left": (2, 0),
        "padding-all-on-the-right": (0, 2),
    }
    return tuple(Slip(key, padded(*pair), last_resort=last_resort) for key, pair in sides.items())


def beginning_of_full(*, flips: bool) -> Slip:
    """``np.convolve(x, w)[: len(x)]``, also of the padded vector, and every so many of it.

    It is what people write, whether a convolution is asked for or a cross-correlation, so that it
    has one name, whatever else it leaves out; but of padding, stride and dilation that were left
    out it shows nothing. Where the kernel ``flips`` and nothing is left out, it is the full
    convolution, of which other values are kept.
    """

    def cut(*, after_padding: bool, with_stride: bool) -> Function:
        def wrong(x: Array, w: Array, geometry: Any) -> Any:
            require_vectors(x, w)
            if flips and geometry == PLAIN:
                raise ShapeError("a convolution is needed of which more is left out")
            vector = pad(x, geometry.padding, geometry.mode) if after_padding else np.asarray(x)
            full = np.convolve(vector, np.asarray(w))[: len(vector)]
            return full[:: geometry.stride] if with_stride else full

        return wrong

    first, *others = (
        cut(after_padding=after_padding, with_stride=with_stride)
        for after_padding in (False, True)
        for with_stride in (False, True)
    )
    return Slip(
        "full-convolution-cut",
        first,
        other_ways=tuple(others),
        must_show=frozenset({"padding", "stride", "dilation"}),
    )


CONVOLVE_1D = Rule(
    "convolve-1d",
    conv.convolve1d,
    slips=(
        Slip("kernel-not-flipped", conv.correlate1d),
        Slip(
            "vector-flipped",
            lambda x, w, geometry=PLAIN: conv.correlate1d(np.flip(x), w, None, geometry),
        ),
        *_same_1d(conv.convolve1d),
        *slips_of_windows(conv.convolve1d, axes=1),
        *padding_elsewhere(conv.convolve1d, axes=1, last_resort=True),
        beginning_of_full(flips=True),
        *slips_of_results(conv.convolve1d),
    ),
    together=told_of_results(conv.convolve1d),
)

CORRELATE_1D = Rule(
    "correlate-1d",
    conv.correlate1d,
    slips=(
        Slip("kernel-flipped", conv.convolve1d),
        Slip(
            "vector-flipped",
            lambda x, w, geometry=PLAIN: conv.correlate1d(np.flip(x), w, None, geometry),
        ),
        *_same_1d(conv.correlate1d),
        *slips_of_windows(conv.correlate1d, axes=1),
        *padding_elsewhere(conv.correlate1d, axes=1, last_resort=True),
        beginning_of_full(flips=False),
        *slips_of_results(conv.correlate1d),
    ),
    together=told_of_results(conv.correlate1d),
)


def _after_relu(x: Array, w: Array) -> Array:
    """The map after ReLU. Raises ShapeError where that changes one cell, which is marked itself."""
    before = conv.correlate2d(x, w)
    if np.count_nonzero(np.asarray(before) < 0) < 2:
        raise ShapeError("a map is needed with several cells below zero")
    return np.asarray(np.maximum(before, 0))


CORRELATE_2D = Rule(
    "correlate-2d",
    conv.correlate2d,
    slips=(
        Slip("kernel-flipped", conv.convolve2d),
        Slip("kernel-transposed", lambda x, w: conv.correlate2d(x, np.transpose(w))),
        wrong_gradients.mirrored(
            lambda mirror: lambda x, w: conv.correlate2d(x, mirror(np.asarray(w)))
        ),
        Slip("relu-in-place", _after_relu, keeps_cells=True),
        Slip(
            "same-for-valid",
            lambda x, w: conv.correlate2d(x, w, geometry=Geometry(padding=len(w) // 2)),
        ),
        Slip("last-output-missing", lambda x, w: conv.correlate2d(x, w)[:-1, :-1]),
        *wrong_maps.OF_MAP,
        Slip("products-averaged", lambda x, w: conv.correlate2d(x, w) * Fraction(1, np.size(w))),
    ),
    operations=operations.of_convolution,
)


def signs_for_flip(correlate: Function) -> Slip:
    """To flip the kernel is taken for changing its signs; ``correlate`` lays it as it is."""
    return Slip(
        "signs-for-flip",
        lambda x, w, geometry=PLAIN: correlate(x, -np.asarray(w, dtype=object), None, geometry),
    )


def dilation_as_stride(function: Function) -> Slip:
    """A dilated kernel that is also moved on by as many cells as its entries lie apart."""

    def wrong(x: Array, w: Array, geometry: Geometry) -> Any:
        if geometry.dilation == 1 or geometry.stride != 1:
            raise ShapeError("a dilation is needed, without a stride")
        return function(x, w, None, geometry.but(stride=geometry.dilation))

    return Slip("dilation-moves-window", wrong, mistake="dilation-as-stride")


INPUT_STEPPED = Slip(
    "input-stepped",
    lambda x, w, x_gradient, rate: conv.correlate2d(descent.descent_step(x, x_gradient, rate), w),
    other_ways=(
        lambda x, old_w, x_gradient, rate: conv.correlate2d(
            descent.descent_step(x, x_gradient, rate), old_w
        ),
    ),
)
"""A slip in a map after a step. It takes the gradient of the input, and the kernel before."""

KERNEL_GRADIENT_2D = Rule(
    "kernel-gradient-2d",
    conv.correlate2d_kernel_gradient,
    lenient=wrong_gradients.kernel_gradient_of_part,
    slips=(
        Slip(
            "kernel-gradient-flipped",
            lambda x, dq, kernel_size: np.flip(
                conv.correlate2d_kernel_gradient(x, dq, kernel_size)
            ),
            mistake="kernel-flipped",
        ),
        Slip(
            "output-gradient-flipped",
            lambda x, dq, kernel_size: conv.correlate2d_kernel_gradient(
                x, np.flip(dq), kernel_size
            ),
            mistake="kernel-flipped",
        ),
        Slip(
            "kernel-gradient-transposed",
            lambda x, dq, kernel_size: np.transpose(
                conv.correlate2d_kernel_gradient(x, dq, kernel_size)
            ),
            mistake="kernel-transposed",
        ),
        *wrong_gradients.OF_KERNEL_GRADIENT,
    ),
    operations=operations.of_kernel_gradient,
)

INPUT_GRADIENT_2D = Rule(
    "input-gradient-2d",
    conv.correlate2d_input_gradient,
    lenient=wrong_gradients.input_gradient_of_part,
    slips=(
        Slip(
            "kernel-not-flipped-in-gradient",
            lambda dq, w, in_size: conv.correlate2d_input_gradient(dq, np.flip(w), in_size),
            mistake="kernel-flipped",
        ),
        Slip(
            "kernel-transposed-in-gradient",
            lambda dq, w, in_size: conv.correlate2d_input_gradient(dq, np.transpose(w), in_size),
            other_ways=(  # transposed in the place of flipped
                lambda dq, w, in_size: conv.correlate2d_input_gradient(
                    dq, np.transpose(np.flip(w)), in_size
                ),
            ),
            mistake="kernel-transposed",
        ),
        *wrong_gradients.OF_INPUT_GRADIENT,
    ),
    operations=operations.of_input_gradient,
)
