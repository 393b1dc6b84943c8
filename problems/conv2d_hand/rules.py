"""Rules of convolution by hand in two dimensions: of one map, padded, and of several channels.

The functions take a map x (H, W) or maps (C, H, W), and a kernel w (K, L) or kernels (O, C, K, L).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules.convolution import dilation_as_stride, signs_for_flip, slips_of_windows
from problems.rules.operations import nonzero
from problems.rules.wrong_gradients import mirrored
from reference import convolution as conv
from reference import padding, sizes
from reference.geometry import PLAIN, Geometry

Array = NDArray[Any]

# -- the padded map --------------------------------------------------------------------------------


def pad_map(x: Any, before: int, after: int) -> Array:
    """Zeros around a map: so many rows above and columns on the left, and below and on the right.

    (H, W) -> (before + H + after, before + W + after), and (C, H, W) map by map.
    Raises ShapeError.
    """
    return padding.pad(x, [(before, after)] * 2)


def _rows_alone(x: Any, before: int, after: int) -> Array:
    return padding.pad(x, [(before, after), (0, 0)])


def _columns_alone(x: Any, before: int, after: int) -> Array:
    return padding.pad(x, [(0, 0), (before, after)])


def _both_sides(function: Callable[[Any, int], Array]) -> Callable[..., Array]:
    """A mistake in a padding on all sides. Raises NotApplicableError elsewhere."""

    def wrong(x: Any, before: int, after: int) -> Array:
        if before != after:
            raise NotApplicableError("a padding on all sides is needed")
        return function(x, before)

    return wrong


def _one_side(function: Callable[[Any, int], Array]) -> Callable[..., Array]:
    """A mistake in a padding below and on the right. Raises NotApplicableError elsewhere."""

    def wrong(x: Any, before: int, after: int) -> Array:
        if before or not after:
            raise NotApplicableError("a padding on one side is needed")
        return function(x, after)

    return wrong


PADDED = Rule(
    "pad-map",
    pad_map,
    slips=(
        Slip("padding-forgotten", lambda x: np.array(x, copy=True)),
        Slip("padding-on-one-side", _both_sides(lambda x, p: pad_map(x, p, 0))),
        Slip("padding-on-the-right", _both_sides(lambda x, p: pad_map(x, 0, p))),
        Slip("padding-doubled", _both_sides(lambda x, p: pad_map(x, 2 * p, 2 * p))),
        Slip("padding-along-one-axis", _rows_alone, other_ways=(_columns_alone,)),
    ),
    operations=lambda: 1,
)

PADDED_AFTER = Rule(
    "pad-map-after",
    pad_map,
    slips=(
        Slip("padding-forgotten", lambda x: np.array(x, copy=True)),
        Slip("padding-on-the-wrong-side", _one_side(lambda x, p: pad_map(x, p, 0))),
        Slip("padding-on-all-sides", _one_side(lambda x, p: pad_map(x, p, p))),
        Slip("padding-along-one-axis", _rows_alone, other_ways=(_columns_alone,)),
    ),
    operations=lambda: 1,
)

# -- one kernel on one map -------------------------------------------------------------------------


def _products(x: Any, w: Any, geometry: Geometry = PLAIN) -> int:
    """A product for each entry of the kernels that is not 0, at each place where they lie."""
    outputs = conv_shape_of(x, w, geometry)
    return nonzero(w) * outputs[0] * outputs[1]


def conv_shape_of(x: Any, w: Any, geometry: Geometry) -> tuple[int, int]:
    """Height and width of a cross-correlation without padding."""
    stride: Any = geometry.stride
    dilation: Any = geometry.dilation
    height, width = (
        sizes.conv_output_size(n, k, stride, 0, dilation)
        for n, k in zip(np.shape(x)[-2:], np.shape(w)[-2:], strict=True)
    )
    return height, width


def _along_one_axis(axis: int) -> Callable[..., Array]:
    def wrong(x: Any, w: Any, geometry: Geometry, bias: Any = None) -> Array:
        if geometry.stride == 1:
            raise NotApplicableError("a stride is needed")
        stride: Any = geometry.stride
        strides = (stride, 1) if axis == 0 else (1, stride)
        return conv.correlate2d(x, w, bias, geometry.but(stride=strides))

    return wrong


def _transposed(function: Callable[..., Array]) -> Callable[..., Array]:
    return lambda x, w, geometry=PLAIN: function(x, np.transpose(w), None, geometry)


def _same_for_valid(function: Callable[..., Array]) -> Callable[..., Array]:
    """An output as large as the input."""

    def wrong(x: Any, w: Any) -> Array:
        around = [((k - 1) // 2, k // 2) for k in np.shape(w)]
        return function(x, w, None, Geometry(padding=around))

    return wrong


_OUTPUTS = ("full-for-valid", "products-averaged")


def _one_map(key: str, function: Callable[..., Array], *keys: str) -> Rule:
    """A rule of one kernel on one map, with the slips of these keys beside those of every map."""
    of_windows = slips_of_windows(function, 2)
    return Rule(
        key,
        function,
        slips=(
            *(
                Slip("kernel-flipped", conv.convolve2d)
                if function is conv.correlate2d
                else Slip("kernel-not-flipped", conv.correlate2d),
            ),
            Slip(
                "kernel-transposed",
                _transposed(function),
                other_ways=(_transposed(conv.correlate2d),),  # in the place of flipped
            )
            if function is conv.convolve2d
            else Slip("kernel-transposed", _transposed(function)),
            *((signs_for_flip(conv.correlate2d),) if function is conv.convolve2d else ()),
            mirrored(
                lambda mirror: (
                    lambda x, w, geometry=PLAIN: function(x, mirror(np.asarray(w)), None, geometry)
                )
            ),
            Slip("same-for-valid", _same_for_valid(function)),
            Slip(
                "map-transposed",
                lambda x, w, geometry=PLAIN: np.transpose(function(x, w, None, geometry)),
            ),
            *_chosen(of_windows, (*_OUTPUTS, *keys)),
        ),
        operations=_products,
    )


def _chosen(slips: Collection[Slip], keys: Collection[str]) -> tuple[Slip, ...]:
    return tuple(slip for slip in slips if slip.key in keys)


CORRELATION = _one_map("map-correlation", conv.correlate2d)
CONVOLUTION = _one_map("map-convolution", conv.convolve2d)
STRIDED = _one_map(
    "strided-map-correlation", conv.correlate2d, "stride-forgotten", "last-output-missing"
).but(
    without=("same-for-valid",),
    also=(Slip("stride-along-one-axis", _along_one_axis(0), other_ways=(_along_one_axis(1),)),),
)
DILATED = _one_map(
    "dilated-map-correlation",
    conv.correlate2d,
    *("dilation-forgotten", "dilation-as-gaps", "last-output-missing"),
).but(without=("same-for-valid",), also=(dilation_as_stride(conv.correlate2d),))

# -- several channels ------------------------------------------------------------------------------


def _numbers(x: Any) -> Array:
    return np.asarray(x, dtype=object)


def _of_channel(place: int) -> Callable[..., Array]:
    return lambda x, w, bias, geometry: conv.correlate2d(
        _numbers(x)[place][None], _numbers(w)[:, place][:, None], bias, geometry
    )


def _kept_apart(x: Any, w: Any, bias: Any, geometry: Geometry) -> Array:
    """Each output of the input channel of its own number. Raises ShapeError."""
    own = [_numbers(w)[g, g][None, None] for g in range(len(w))]
    maps = [conv.correlate2d(_numbers(x)[g][None], k, None, geometry) for g, k in enumerate(own)]
    return np.concatenate(maps) + _numbers(bias)[:, None, None]


def _channels(x: Any) -> int:
    return int(np.shape(x)[0])


CHANNELS = Rule(
    "channels-correlation",
    conv.correlate2d,
    slips=(
        Slip("bias-left-out", lambda x, w, geometry: conv.correlate2d(x, w, None, geometry)),
        Slip(
            "bias-added-per-channel",
            lambda x, w, bias, geometry: conv.correlate2d(
                x, w, _numbers(bias) * _channels(x), geometry
            ),
        ),
        Slip(
            "bias-added-per-product",
            lambda x, w, bias, geometry: conv.correlate2d(
                x, w, _numbers(bias) * np.size(w[0]), geometry
            ),
            other_ways=(
                lambda x, w, bias, geometry: conv.correlate2d(
                    x, w, _numbers(bias) * np.size(w[0][0]), geometry
                ),
            ),
        ),
        Slip(
            "biases-exchanged",
            lambda x, w, bias, geometry: conv.correlate2d(x, w, _numbers(bias)[::-1], geometry),
        ),
        Slip("only-one-channel", _of_channel(0), other_ways=(_of_channel(-1),)),
        Slip(
            "kernel-channels-exchanged",
            lambda x, w, bias, geometry: conv.correlate2d(
                x, np.swapaxes(_numbers(w), 0, 1), bias, geometry
            ),
        ),
        Slip("channels-kept-apart", _kept_apart),
        Slip(
            "channels-averaged",
            lambda x, w, bias, geometry: conv.correlate2d(
                x, _numbers(w) * Fraction(1, _channels(x)), bias, geometry
            ),
        ),
        Slip(
            "kernel-flipped",
            lambda x, w, bias, geometry: conv.convolve2d(x, w, bias, geometry),
        ),
        *_chosen(slips_of_windows(conv.correlate2d, 2), ("stride-forgotten",)),
        Slip("stride-along-one-axis", _along_one_axis(0), other_ways=(_along_one_axis(1),)),
    ),
    operations=lambda x, w, geometry: (
        _products(x, w, geometry) + int(np.prod(conv_shape_of(x, w, geometry))) * len(w)
    ),
)

# -- sizes of which each axis has its own numbers --------------------------------------------------

Pair = Sequence[int]


def rectangular_shape(
    in_shape: Sequence[int], channels: int, kernels: Pair, strides: Pair, pads: Pair, gaps: Pair
) -> tuple[int, ...]:
    """(C, H, W) -> (channels, H', W'), with a kernel, stride, padding and dilation for each axis.

    ``gaps`` are the dilations, 1 for none. Raises ShapeError.
    Source: Dumoulin & Visin 2016, relations 6 and 15.
    """
    geometry = Geometry(tuple(strides), tuple(pads), tuple(gaps))
    return sizes.conv_output_shape(in_shape, channels, tuple(kernels), geometry)


def _each(size: Callable[[int, int, int, int, int], int]) -> Callable[..., tuple[int, ...]]:
    """The shape by another formula for a size, of n, kernel, stride, padding and dilation."""

    def wrong(
        in_shape: Any, channels: int, kernels: Pair, strides: Pair, pads: Pair, gaps: Pair
    ) -> tuple[int, ...]:
        along = zip(in_shape[1:], kernels, strides, pads, gaps, strict=True)
        found = (channels, *(size(*numbers) for numbers in along))
        if min(found) < 1:
            raise NotApplicableError("sizes are needed that are positive")
        return found

    return wrong


def _swapped(*places: int) -> Callable[..., tuple[int, ...]]:
    """The numbers of the axes swapped in the pairs of these places, or in all."""

    def wrong(
        in_shape: Any, channels: int, kernels: Pair, strides: Pair, pads: Pair, gaps: Pair
    ) -> tuple[int, ...]:
        pairs = [tuple(pair) for pair in (kernels, strides, pads, gaps)]
        for place in places or range(len(pairs)):
            pairs[place] = pairs[place][::-1]
        return rectangular_shape(in_shape, channels, *pairs)

    return wrong


RECTANGULAR_SHAPE = Rule(
    "rectangular-shape",
    rectangular_shape,
    slips=(
        Slip(
            "padding-counted-once", _each(lambda n, k, s, p, d: (n + p - d * (k - 1) - 1) // s + 1)
        ),
        Slip("padding-forgotten", _each(lambda n, k, s, p, d: (n - d * (k - 1) - 1) // s + 1)),
        Slip("plus-one-forgotten", _each(lambda n, k, s, p, d: (n + 2 * p - d * (k - 1) - 1) // s)),
        Slip("dilation-forgotten", _each(lambda n, k, s, p, d: (n + 2 * p - k) // s + 1)),
        Slip("dilation-times-kernel", _each(lambda n, k, s, p, d: (n + 2 * p - d * k) // s + 1)),
        Slip("stride-forgotten", _each(lambda n, k, s, p, d: n + 2 * p - d * (k - 1))),
        Slip("rounded-up", _each(lambda n, k, s, p, d: -((d * (k - 1) + 1 - n - 2 * p) // s) + 1)),
        Slip("stride-before-kernel", _each(lambda n, k, s, p, d: (n + 2 * p) // s - d * (k - 1))),
        Slip(
            "numbers-of-axes-swapped",
            _swapped(),
            other_ways=tuple(_swapped(place) for place in range(4)),
        ),
        Slip(
            "channels-of-input",
            lambda in_shape, kernels, strides, pads, gaps: rectangular_shape(
                in_shape, in_shape[0], kernels, strides, pads, gaps
            ),
        ),
    ),
    operations=lambda: 12,
)
