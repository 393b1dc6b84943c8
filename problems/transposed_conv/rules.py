"""Rules of transposed convolution: its values, its sizes, and that it goes back to the input.

A vector is (N,) with a kernel (K,), a map is (H, W) with a kernel (K, L). Source of the formulas:
V. Dumoulin, F. Visin, A guide to convolution arithmetic for deep learning, arXiv:1603.07285,
section 4 and relations 13 and 14.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, NotApplicableError, Rule, Slip
from problems.rules import operations
from problems.rules.convolution import CORRELATE_1D
from reference import sizes
from reference.errors import ShapeError
from reference.numbers import as_scalar, same_numbers

Array = NDArray[Any]
_Shape = tuple[int, ...]

# -- values ----------------------------------------------------------------------------------------


def transposed(x: Any, w: Any, stride: int, padding: int = 0, output_padding: int = 0) -> Array:
    """(N,) and (K,) -> (N',), or (H, W) and (K, L) -> (H', W'): see `transposed_size`.

    Each value lays down the kernel, not flipped, times itself, so many cells from the one before;
    what lies in one cell is added up. As many cells as the padding has are cropped at each end, of
    which the output padding leaves some at the last end. Raises ShapeError.
    Source: Dumoulin & Visin 2016, section 4; the output padding is PyTorch's.
    """
    x, w = same_numbers(x, w)
    if x.ndim != w.ndim or x.ndim not in {1, 2} or not (x.size and w.size):
        raise ShapeError(
            "a vector or a map and a kernel of as many axes are needed, "
            f"not {x.shape} and {w.shape}"
        )
    laid = _laid(x, w, stride, [output_padding] * x.ndim, np.ndindex(x.shape))
    ends = [n - padding for n in _full(x, w, stride)]
    if any(end + output_padding <= padding for end in ends):
        raise ShapeError(f"the padding (={padding}) crops all of the output {laid.shape}")
    return laid[tuple(slice(padding, end + output_padding) for end in ends)]


def _full(x: Array, w: Array, stride: int) -> list[int]:
    return [(n - 1) * stride + k for n, k in zip(x.shape, w.shape, strict=True)]


def _laid(
    x: Array, w: Array, stride: int, more: Sequence[int], places: Iterable[tuple[int, ...]]
) -> Array:
    """All kernels laid down and added up, with some zeros after them along each axis."""
    result = np.zeros(
        [n + extra for n, extra in zip(_full(x, w, stride), more, strict=True)],
        dtype=np.result_type(x, w),
    )
    for place in places:
        result[_window(place, w, stride)] += x[place] * w
    return result


def _window(place: Sequence[int], w: Array, stride: int) -> tuple[slice, ...]:
    return tuple(slice(at * stride, at * stride + k) for at, k in zip(place, w.shape, strict=True))


def with_zeros_between(x: Any, stride: int, around: int) -> Array:
    """(N,) -> ((N - 1) stride + 1 + 2 around,): zeros between the values, and at both ends.

    Raises ShapeError. Source: Dumoulin & Visin 2016, relation 13.
    """
    (x,) = same_numbers(x)
    if x.ndim != 1 or not x.size or around < 0:
        raise ShapeError(f"a vector and a number of zeros are needed, not {x.shape} and {around}")
    result = np.zeros((len(x) - 1) * stride + 1 + 2 * around, dtype=x.dtype)
    result[around : len(result) - around : stride] = x
    return result


def dot(left: Any, right: Any) -> Any:
    """(N,) and (N,) -> a number. Raises ShapeError if the lengths differ."""
    a, b = same_numbers(left, right)
    if a.shape != b.shape or a.ndim != 1:
        raise ShapeError(f"vectors of one length are needed, but {a.shape} and {b.shape} came")
    return as_scalar(a @ b)


def added_maps(parts: Sequence[Any]) -> Array:
    """Maps (H, W) of one size, added up cell by cell. Raises ShapeError."""
    maps = same_numbers(*parts)
    if len({each.shape for each in maps}) != 1:
        raise ShapeError(f"maps of one size are needed, not {[each.shape for each in maps]}")
    return np.asarray(sum(maps[1:], maps[0]))


def _with(**changes: Any) -> Function:
    """The values with other numbers than those that are given."""

    def wrong(x: Any, w: Any, stride: int, padding: int = 0, output_padding: int = 0) -> Array:
        numbers = {"stride": stride, "padding": padding, "output_padding": output_padding}
        changed = {k: v(numbers) if callable(v) else v for k, v in changes.items()}
        if changed.items() <= numbers.items():
            raise NotApplicableError(f"another number than {changed} is needed")
        return transposed(x, w, **(numbers | changed))

    return wrong


def _flipped(x: Any, w: Any, stride: int, padding: int = 0, output_padding: int = 0) -> Array:
    return transposed(x, np.flip(np.asarray(w)), stride, padding, output_padding)


def _overwritten(*, backwards: bool) -> Function:
    """Each kernel takes the place of what was there before."""

    def wrong(x: Any, w: Any, stride: int, padding: int = 0, output_padding: int = 0) -> Array:
        x, w = same_numbers(x, w)
        full = [n + output_padding for n in _full(x, w, stride)]
        result = np.zeros(full, dtype=np.result_type(x, w))
        places = list(np.ndindex(x.shape))
        for place in reversed(places) if backwards else places:
            result[_window(place, w, stride)] = x[place] * w
        return result[tuple(slice(padding, n - padding) for n in full)]

    return wrong


def _uncropped(x: Any, w: Any, stride: int, padding: int) -> Array:
    if padding == 0:
        raise NotApplicableError("a padding is needed that could be left uncropped")
    return np.pad(transposed(x, w, stride), padding)


def _cropped(before: int, after: int) -> Function:
    """Some of the ends cropped, and others not."""

    def wrong(x: Any, w: Any, stride: int, padding: int) -> Array:
        if padding == 0:
            raise NotApplicableError("a padding is needed that could be cropped at one end")
        full = transposed(x, w, stride)
        return full[tuple(slice(before * padding, n - after * padding) for n in full.shape)]

    return wrong


def _repeated(x: Any, w: Any, stride: int, padding: int = 0) -> Array:
    """The values repeated, where zeros belong between them."""
    if stride == 1:
        raise NotApplicableError("a stride is needed")
    repeated = np.asarray(x)
    for axis in range(repeated.ndim):
        repeated = np.repeat(repeated, stride, axis=axis)
    return transposed(repeated, w, 1, padding)


def _strided_forwards(x: Any, w: Any) -> Array:
    """The kernel slides over the vector, as in a convolution, and the output is smaller."""
    x, w = same_numbers(x, w)
    if x.ndim != 1 or len(x) < len(w):
        raise NotApplicableError("a vector is needed on which the kernel can lie")
    return np.array([x[at : at + len(w)] @ w for at in range(len(x) - len(w) + 1)])


def _output_padding_of_zeros(
    x: Any, w: Any, stride: int, padding: int, output_padding: int
) -> Array:
    if output_padding == 0:
        raise NotApplicableError("an output padding is needed")
    cropped = transposed(x, w, stride, padding)
    return np.pad(cropped, [(0, output_padding)] * cropped.ndim)


def _output_padding_first(x: Any, w: Any, stride: int, padding: int, output_padding: int) -> Array:
    """The cells that are left stand at the first end."""
    if output_padding == 0:
        raise NotApplicableError("an output padding is needed")
    full = transposed(x, w, stride)
    return full[tuple(slice(padding - output_padding, n - padding) for n in full.shape)]


def _products(x: Any, w: Any) -> int:
    return operations.nonzero(x) * operations.nonzero(w)


_KERNEL_FLIPPED = Slip("kernel-laid-flipped", _flipped)
_OVERWRITTEN = Slip(
    "sum-overwritten", _overwritten(backwards=False), other_ways=(_overwritten(backwards=True),)
)
_STRIDE = (
    Slip("stride-forgotten", _with(stride=1)),
    Slip("stride-as-gaps", _with(stride=lambda numbers: numbers["stride"] + 1)),
    Slip("values-repeated-for-stride", _repeated),
)
_PADDING = (
    Slip("padding-forgotten", _with(padding=0)),
    Slip("padding-widens-output", _uncropped),
    Slip("cropped-at-one-end", _cropped(1, 0), other_ways=(_cropped(0, 1),)),
)

DENSE = Rule(
    "transposed-vector",
    transposed,
    slips=(
        _KERNEL_FLIPPED,
        _OVERWRITTEN,
        Slip("convolution-for-transposed", _strided_forwards),
        Slip("stride-as-gaps", _with(stride=lambda numbers: numbers["stride"] + 1)),
    ),
    operations=_products,
)


def _with_zeros_at_end(x: Any, w: Any, stride: int) -> Array:
    """As many zeros after the last value as after each other one, so that the output is longer."""
    return np.pad(transposed(x, w, stride), (0, stride - 1))


STRIDED = Rule(
    "transposed-vector-with-stride",
    transposed,
    slips=(
        _KERNEL_FLIPPED,
        _OVERWRITTEN,
        *_STRIDE,
        Slip("zeros-after-last-too", _with_zeros_at_end),
    ),
    operations=_products,
)
OF_MAP = Rule(
    "transposed-map",
    transposed,
    slips=(
        _KERNEL_FLIPPED,
        _OVERWRITTEN,
        *_STRIDE,
        Slip("kernel-transposed", lambda x, w, stride: transposed(x, np.transpose(w), stride)),
    ),
    operations=_products,
)
OF_MAP_CROPPED = Rule(
    "transposed-map-cropped",
    transposed,
    slips=(
        _KERNEL_FLIPPED,
        _OVERWRITTEN,
        *_STRIDE[:2],
        *_PADDING[:2],
        Slip("output-padding-forgotten", _with(output_padding=0)),
        Slip("output-padding-of-zeros", _output_padding_of_zeros),
        Slip("output-padding-first", _output_padding_first),
    ),
    operations=_products,
)


def _spread(gap: Callable[[int], int], end: Callable[[int], int]) -> Function:
    """The vector with other numbers of zeros."""

    def wrong(x: Any, stride: int, around: int) -> Array:
        return with_zeros_between(x, gap(stride), end(around))

    return wrong


def _zeros_after_last(x: Any, stride: int, around: int) -> Array:
    """As many zeros after the last value as after each other one, and those around."""
    spread = with_zeros_between(x, stride, 0)
    return np.pad(spread, (around, around + stride - 1))


WITH_ZEROS = Rule(
    "zeros-between",
    with_zeros_between,
    slips=(
        Slip("stride-as-gaps", _spread(lambda stride: stride + 1, lambda around: around)),
        Slip("stride-forgotten", _spread(lambda _: 1, lambda around: around)),
        Slip("zeros-around-forgotten", _spread(lambda stride: stride, lambda _: 0)),
        Slip(
            "padding-for-zeros-around",
            lambda x, stride, padding: with_zeros_between(x, stride, padding),
            other_ways=(
                lambda x, stride, around, padding: with_zeros_between(x, stride, around + padding),
            ),
        ),
        Slip(
            "values-repeated-for-stride",
            lambda x, stride, around: np.pad(np.repeat(np.asarray(x), stride), around),
            other_ways=(
                lambda x, stride, around: np.pad(
                    np.repeat(np.asarray(x), stride)[: (len(x) - 1) * stride + 1], around
                ),
            ),
        ),
        Slip(
            "zeros-after-last-too",
            _zeros_after_last,
        ),
    ),
    operations=operations.none,
)


def slid_flipped(z: Any, w: Any) -> Array:
    """(M,) and (K,) -> (M - K + 1,): the flipped kernel slides over the vector with zeros.

    Raises ShapeError. Source: Dumoulin & Visin 2016, relation 13.
    """
    z, w = same_numbers(z, w)
    if z.ndim != 1 or w.ndim != 1 or not 0 < len(w) <= len(z):
        raise ShapeError(f"the kernel {w.shape} has to lie on the vector {z.shape}")
    return np.array([z[at : at + len(w)] @ w[::-1] for at in range(len(z) - len(w) + 1)], z.dtype)


SLID = Rule(
    "flipped-kernel-on-zeros",
    slid_flipped,
    slips=(
        Slip("kernel-not-flipped", lambda z, w: slid_flipped(z, np.asarray(w)[::-1])),
        Slip(
            "stride-in-second-step",
            lambda z, w, stride: slid_flipped(z, w)[::stride],
        ),
        Slip("first-output-missing", lambda z, w: slid_flipped(z, w)[1:]),
        Slip("last-output-missing", lambda z, w: slid_flipped(z, w)[:-1]),
    ),
    operations=lambda z: 2 * operations.nonzero(z),
)

BACK = CORRELATE_1D.but(
    "convolution-that-is-transposed",
    without=[
        slip.key
        for slip in CORRELATE_1D.slips
        if slip.key
        not in ("kernel-flipped", "stride-forgotten", "padding-forgotten", "padding-on-one-side")
    ],
    operations=lambda w, x, stride: operations.nonzero(w) * (len(x) // stride),
    together=None,
)
DOT = Rule("dot-product", dot, operations=lambda left, right: len(left))
ADDED = Rule(
    "added-maps",
    added_maps,
    slips=(
        Slip("one-input-map-alone", lambda parts: np.asarray(parts[0])),
        Slip("channels-averaged", lambda parts: added_maps(parts) / len(parts)),
    ),
    operations=lambda parts: np.size(parts[0]),
)

# -- sizes -----------------------------------------------------------------------------------------


def transposed_size(
    size: int, kernel: int, stride: int, padding: int = 0, output_padding: int = 0
) -> int:
    """`(size - 1) stride + kernel - 2 padding + output_padding`.

    Raises ShapeError if nothing is left.
    Source: Dumoulin & Visin 2016, relation 14; the output padding is PyTorch's.
    """
    result = (size - 1) * stride + kernel - 2 * padding + output_padding
    if result < 1:
        raise ShapeError(f"the padding (={padding}) crops all of the output")
    return result


def transposed_shape(
    in_shape: Sequence[int],
    channels: int,
    kernel: int,
    stride: int,
    padding: int = 0,
    output_padding: int = 0,
) -> _Shape:
    """(C, H, W) -> (channels, H', W'). Raises ShapeError. Source: see `transposed_size`."""
    numbers = (kernel, stride, padding, output_padding)
    return (channels, *(transposed_size(n, *numbers) for n in in_shape[1:]))


def output_padding_to(size: int, back: int) -> int:
    """The cells that a transposed convolution lacks to give a size again. Raises ShapeError."""
    if back > size:
        raise ShapeError(f"a size of at most {size} is needed, but {back} came")
    return size - back


_Size = Callable[[int, int, int, int, int], int]

_WRONG_SIZES: dict[str, _Size] = {
    "size-of-convolution": lambda n, k, s, p, o: (n + 2 * p - k) // s + 1,
    "size-times-stride": lambda n, k, s, p, o: n * s,
    "padding-widens-output": lambda n, k, s, p, o: (n - 1) * s + k + 2 * p + o,
    "padding-counted-once": lambda n, k, s, p, o: (n - 1) * s + k - p + o,
    "padding-forgotten": lambda n, k, s, p, o: (n - 1) * s + k + o,
    "size-not-reduced": lambda n, k, s, p, o: n * s + k - 2 * p + o,
    "kernel-reduced": lambda n, k, s, p, o: (n - 1) * s + k - 1 - 2 * p + o,
    "kernel-left-out-of-size": lambda n, k, s, p, o: (n - 1) * s - 2 * p + o,
    "stride-forgotten": lambda n, k, s, p, o: n - 1 + k - 2 * p + o,
}
_OF_OUTPUT_PADDING: dict[str, _Size] = {
    "output-padding-forgotten": lambda n, k, s, p, o: (n - 1) * s + k - 2 * p,
    "output-padding-at-both-ends": lambda n, k, s, p, o: (n - 1) * s + k - 2 * p + 2 * o,
}


def _slip_of_size(key: str, by: _Size) -> Slip:
    def wrong(size: int, kernel: int, stride: int, padding: int) -> int:
        return _positive(by(size, kernel, stride, padding, 0))

    return Slip(key, wrong)


def _slip_of_shape(key: str, size: _Size) -> Slip:
    def wrong(
        in_shape: Sequence[int],
        channels: int,
        kernel: int,
        stride: int,
        padding: int,
        output_padding: int = 0,
    ) -> _Shape:
        numbers = (kernel, stride, padding, output_padding)
        return (channels, *(_positive(size(n, *numbers)) for n in in_shape[1:]))

    return Slip(key, wrong)


def _positive(size: int) -> int:
    if size < 1:
        raise NotApplicableError("no cell would be left")
    return size


_OF_CHANNELS = (
    Slip(
        "input-channels-kept",
        lambda in_shape, kernel, stride, padding, output_padding=0: transposed_shape(
            in_shape, in_shape[0], kernel, stride, padding, output_padding
        ),
    ),
)

SIZE = Rule(
    "transposed-size",
    transposed_size,
    slips=tuple(_slip_of_size(key, size) for key, size in _WRONG_SIZES.items()),
    operations=lambda padding=0: 3 + 2 * (padding > 0),
)
SHAPE = Rule(
    "transposed-shape",
    transposed_shape,
    slips=(
        *(_slip_of_shape(key, size) for key, size in _WRONG_SIZES.items()),
        *_OF_CHANNELS,
    ),
    operations=lambda: 10,
)
SHAPE_WITH_OUTPUT_PADDING = Rule(
    "transposed-shape-with-output-padding",
    transposed_shape,
    slips=(
        *(_slip_of_shape(key, size) for key, size in (_WRONG_SIZES | _OF_OUTPUT_PADDING).items()),
        *_OF_CHANNELS,
    ),
    operations=lambda: 12,
)

CONVOLVED_SIZE = Rule(
    "size-before-transposing",
    sizes.conv_output_size,
    slips=(
        Slip(
            "rounded-up",
            lambda size, kernel, stride, padding: -(-(size + 2 * padding - kernel) // stride) + 1,
        ),
        Slip(
            "plus-one-forgotten",
            lambda size, kernel, stride, padding: (size + 2 * padding - kernel) // stride,
        ),
        Slip(
            "padding-counted-once",
            lambda size, kernel, stride, padding: (size + padding - kernel) // stride + 1,
        ),
        Slip(
            "padding-forgotten",
            lambda size, kernel, stride: (size - kernel) // stride + 1,
        ),
        Slip(
            "stride-forgotten",
            lambda size, kernel, padding: size + 2 * padding - kernel + 1,
        ),
    ),
    operations=lambda: 5,
)
OUTPUT_PADDING = Rule(
    "output-padding",
    output_padding_to,
    slips=(
        Slip("transposed-taken-for-inverse", lambda: 0),
        Slip("rest-of-stride", lambda size, back, stride: stride - (size - back)),
    ),
    lenient=lambda size, back: size - back,  # a size that has come out too large
    operations=operations.one,
)
