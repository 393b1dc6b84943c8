"""Rules of the way back through a convolution of several channels, by hand, and their mistakes.

Maps x are (C, H, W), gradients dq with respect to the outputs (O, H', W'), kernels (O, C, K, L).
Output channels are counted by g and input channels by f, both from 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.conv1d_backprop.rules import where_no_window_begins
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules.operations import nonzero, of_relu_gradient
from reference import convolution as conv
from reference import tensors
from reference.geometry import Geometry

Array = NDArray[Any]


def _numbers(x: Any) -> Array:
    return np.asarray(x, dtype=object)


def _ones(x: Any) -> Array:
    """1 instead of each number that is not 0."""
    return np.where(_numbers(x) != 0, 1, 0).astype(object)


# -- the bias --------------------------------------------------------------------------------------

BIAS_GRADIENT = Rule(
    "channels-bias-gradient",
    conv.bias_gradient,
    slips=(
        Slip(
            "bias-gradient-of-all-channels",
            lambda dq: np.full(len(dq), np.sum(_numbers(dq)), dtype=object),
        ),
        Slip(
            "gradient-averaged",
            lambda dq: conv.bias_gradient(dq) * Fraction(1, int(np.size(dq[0]))),
            other_ways=(
                lambda dq: np.array(
                    [Fraction(int(np.sum(each)), max(nonzero(each), 1)) for each in _numbers(dq)],
                    dtype=object,
                ),
            ),
        ),
        Slip(
            "arriving-gradient-left-out",
            lambda dq: conv.bias_gradient(_ones(dq)),
            other_ways=(
                lambda dq: conv.bias_gradient(np.ones(np.shape(dq), dtype=int).astype(object)),
            ),
        ),
        Slip("outputs-exchanged", lambda dq: conv.bias_gradient(_numbers(dq)[::-1])),
    ),
    operations=of_relu_gradient,
)

# -- kernels of size 1 x 1 -------------------------------------------------------------------------


def pointwise_input_gradient(dq: Any, w: Any) -> Array:
    """Gradient (C, H, W) of a convolution with kernels of size 1: at each place W' dq.

    dq is (O, H, W), w the matrix (O, C).
    """
    return np.tensordot(_numbers(w).T, _numbers(dq), axes=1)


def pointwise_kernel_gradient(x: Any, dq: Any) -> Array:
    """Gradient (O, C) with respect to kernels of size 1: the sums over all places of dq x."""
    maps, gradients = _numbers(x), _numbers(dq)
    return np.tensordot(gradients, maps, axes=((1, 2), (1, 2)))


def _of_one_output(place: int) -> Callable[..., Array]:
    return lambda dq, w: pointwise_input_gradient(
        _numbers(dq)[place][None], _numbers(w)[place][None]
    )


def _diagonal(w: Any) -> Array:
    """Only the kernels of an output channel and the input channel of the same number."""
    kernels = _numbers(w)
    rows, columns = np.indices(kernels.shape[:2])
    same = (rows == columns).reshape(*kernels.shape[:2], *(1,) * (kernels.ndim - 2))
    return np.where(same, kernels, 0)


POINTWISE_INPUT_GRADIENT = Rule(
    "pointwise-input-gradient",
    pointwise_input_gradient,
    slips=(
        Slip("weights-not-transposed", lambda dq, w: pointwise_input_gradient(dq, np.transpose(w))),
        Slip("only-one-output-channel", _of_one_output(0), other_ways=(_of_one_output(-1),)),
        Slip("channels-kept-apart", lambda dq, w: pointwise_input_gradient(dq, _diagonal(w))),
        Slip("arriving-gradient-left-out", lambda dq, w: pointwise_input_gradient(_ones(dq), w)),
        Slip("weights-left-out-of-gradient", lambda dq, w: pointwise_input_gradient(dq, _ones(w))),
        Slip(
            "channels-averaged",
            lambda dq, w: pointwise_input_gradient(dq, w) * Fraction(1, len(w)),
        ),
    ),
    operations=lambda dq, w: nonzero(dq) * int(np.shape(w)[1]),
)

POINTWISE_KERNEL_GRADIENT = Rule(
    "pointwise-kernel-gradient",
    pointwise_kernel_gradient,
    slips=(
        Slip(
            "kernel-channels-exchanged",
            lambda x, dq: np.transpose(pointwise_kernel_gradient(x, dq)),
        ),
        Slip("channels-kept-apart", lambda x, dq: _diagonal(pointwise_kernel_gradient(x, dq))),
        Slip(
            "gradient-averaged",
            lambda x, dq: pointwise_kernel_gradient(x, dq) * Fraction(1, int(np.size(dq[0]))),
        ),
        Slip("arriving-gradient-left-out", lambda x, dq: pointwise_kernel_gradient(x, _ones(dq))),
        Slip(
            "gradient-as-for-bias",
            lambda x, dq: pointwise_kernel_gradient(np.ones(np.shape(x), dtype=int), dq),
        ),
        Slip(
            "input-channels-added",
            lambda x, dq: pointwise_kernel_gradient(_all_added(x), dq),
        ),
    ),
    operations=lambda x, dq: nonzero(dq) * len(x),
)


def _all_added(x: Any) -> Array:
    """In each channel the sum of all of them."""
    maps = _numbers(x)
    return np.broadcast_to(maps.sum(axis=0), maps.shape)


# -- the gradient with respect to the input --------------------------------------------------------


def part_of_output(dq: Any, w: Any, output: int, in_size: Sequence[int], around: int = 0) -> Array:
    """What one output channel contributes to the gradient with respect to the input: (C, H, W).

    ``around`` is the padding of the input with zeros. Raises ShapeError.
    Source: Goodfellow et al. 2016, eq. 9.13, a term of the sum.
    """
    own = slice(output, output + 1)
    padded = [n + 2 * around for n in in_size]
    gradient = conv.correlate2d_input_gradient(_numbers(dq)[own], _numbers(w)[own], padded)
    height, width = (slice(around, around + n) for n in in_size)
    return gradient[:, height, width]


def _with_kernels(change: Callable[[Array], Array]) -> Callable[..., Array]:
    """The part with other kernels, of which ``change`` takes the right ones."""
    return lambda dq, w, output, in_size, around=0: part_of_output(
        dq, change(_numbers(w)), output, in_size, around
    )


def _exchanged(w: Array) -> Array:
    if w.shape[0] != w.shape[1]:
        raise NotApplicableError("as many outputs as inputs are needed")
    return np.swapaxes(w, 0, 1)


def _of_other_output(
    dq: Any, w: Any, output: int, in_size: Sequence[int], around: int = 0
) -> Array:
    """The kernels of this channel with the gradient of another one."""
    return part_of_output(np.roll(_numbers(dq), 1, axis=0), w, output, in_size, around)


def _until_last_window(
    dq: Any, w: Any, output: int, in_size: Sequence[int], around: int = 0
) -> Array:
    """Nothing for the rows and columns in which no window begins."""
    right = part_of_output(dq, w, output, in_size, around)
    last = [n - 1 - around for n in np.shape(dq)[1:]]
    return where_no_window_begins(right, [len(right) - 1, *last])


def _of_own_number(parts: Sequence[Any]) -> Array:
    """Each input channel what the output channel of its number gives it, and nothing else."""
    found = np.zeros(np.shape(parts[0]), dtype=object)
    for channel, part in zip(range(len(found)), parts, strict=False):
        found[channel] = _numbers(part)[channel]
    return found


PART_OF_OUTPUT = Rule(
    "channels-input-gradient-part",
    part_of_output,
    slips=(
        Slip("kernel-not-flipped-in-gradient", _with_kernels(lambda w: np.flip(w, (-2, -1)))),
        Slip("signs-for-flip", _with_kernels(lambda w: -np.flip(w, (-2, -1)))),
        Slip(
            "kernel-transposed-in-gradient",
            _with_kernels(lambda w: np.swapaxes(w, -2, -1)),
            other_ways=(  # transposed in the place of flipped
                _with_kernels(lambda w: np.swapaxes(np.flip(w, (-2, -1)), -2, -1)),
            ),
        ),
        Slip("only-where-windows-begin", _until_last_window),
        Slip(
            "channels-flipped-too",
            _with_kernels(lambda w: np.flip(w, (-3,))),
            other_ways=(_with_kernels(lambda w: np.flip(w, (-4, -3))),),  # np.flip of all axes
        ),
        Slip("kernel-channels-exchanged", _with_kernels(_exchanged)),
        Slip("outputs-exchanged", _of_other_output),
        Slip(
            "arriving-gradient-left-out",
            lambda dq, w, output, in_size, around=0: part_of_output(
                _ones(dq), w, output, in_size, around
            ),
        ),
    ),
    operations=lambda dq, w, output: nonzero(dq[output]) * nonzero(w[output]),
)

SUM_OF_PARTS = Rule(
    "channels-input-gradient",
    tensors.total,
    slips=(
        Slip(
            "only-one-output-channel",
            lambda parts: np.array(parts[0], copy=True),
            other_ways=(lambda parts: np.array(parts[-1], copy=True),),
        ),
        Slip("channels-kept-apart", _of_own_number),
        Slip("channels-averaged", lambda parts: tensors.total(parts) * Fraction(1, len(parts))),
        Slip("input-channels-added", lambda parts: _all_added(tensors.total(parts))),
    ),
    operations=lambda parts: sum(map(nonzero, parts[1:])),
)

# -- the gradient with respect to the kernels ------------------------------------------------------


def _gradient(x: Any, dq: Any, kernel_size: int) -> Array:
    return conv.correlate2d_kernel_gradient(_numbers(x), _numbers(dq), kernel_size)


KERNEL_GRADIENT = Rule(
    "channels-kernel-gradient",
    conv.correlate2d_kernel_gradient,
    slips=(
        Slip(
            "kernel-channels-exchanged",
            lambda x, dq, kernel_size: np.swapaxes(_gradient(x, dq, kernel_size), 0, 1),
        ),
        Slip(
            "channels-kept-apart",
            lambda x, dq, kernel_size: _diagonal(_gradient(x, dq, kernel_size)),
        ),
        Slip(
            "input-channels-added",
            lambda x, dq, kernel_size: _gradient(_all_added(x), dq, kernel_size),
        ),
        Slip(
            "kernel-gradient-flipped",
            lambda x, dq, kernel_size: np.flip(_gradient(x, dq, kernel_size), (-2, -1)),
            mistake="kernel-flipped",
        ),
        Slip(
            "output-gradient-flipped",
            lambda x, dq, kernel_size: _gradient(x, np.flip(_numbers(dq), (-2, -1)), kernel_size),
        ),
        Slip(
            "kernel-gradient-transposed",
            lambda x, dq, kernel_size: np.swapaxes(_gradient(x, dq, kernel_size), -2, -1),
        ),
        Slip(
            "gradient-averaged",
            lambda x, dq, kernel_size: (
                _gradient(x, dq, kernel_size) * Fraction(1, int(np.size(dq[0])))
            ),
        ),
        Slip(
            "arriving-gradient-left-out",
            lambda x, dq, kernel_size: _gradient(x, _ones(dq), kernel_size),
        ),
        Slip(
            "gradient-as-for-bias",
            lambda x, dq, kernel_size: _gradient(np.ones(np.shape(x), dtype=int), dq, kernel_size),
        ),
    ),
    operations=lambda x, dq, kernel_size: nonzero(dq) * len(x) * kernel_size**2,
)


def kernel_slice_gradient(
    x: Any, dq: Any, output: int, channel: int, kernel_size: int, around: int = 0
) -> Array:
    """Gradient (K, K) with respect to one slice of the kernels, of an output and an input channel.

    ``around`` is the padding of the input with zeros. Raises ShapeError.
    """
    geometry = Geometry(padding=around)
    return conv.correlate2d_kernel_gradient(
        _numbers(x)[channel], _numbers(dq)[output], kernel_size, geometry
    )


def _slice_of(output: int, channel: int, x: Any, dq: Any, size: int, around: int) -> Array:
    """The same of other channels. Raises NotApplicableError where there are none."""
    if output >= len(dq) or channel >= len(x):
        raise NotApplicableError("as many channels are needed")
    return kernel_slice_gradient(x, dq, output, channel, size, around)


def _slice_with(change: Callable[[Array], Array]) -> Callable[..., Array]:
    return lambda x, dq, output, channel, kernel_size, around: change(
        kernel_slice_gradient(x, dq, output, channel, kernel_size, around)
    )


KERNEL_SLICE_GRADIENT = Rule(
    "kernel-slice-gradient",
    kernel_slice_gradient,
    slips=(
        Slip(
            "kernel-channels-exchanged",
            lambda x, dq, output, channel, kernel_size, around: _slice_of(
                channel, output, x, dq, kernel_size, around
            ),
        ),
        Slip(
            "input-channels-added",
            lambda x, dq, output, channel, kernel_size, around: kernel_slice_gradient(
                _all_added(x), dq, output, channel, kernel_size, around
            ),
        ),
        Slip("kernel-gradient-flipped", _slice_with(np.flip), mistake="kernel-flipped"),
        Slip("kernel-gradient-transposed", _slice_with(np.transpose)),
        Slip(
            "padding-all-on-the-left",
            lambda x, dq, output, channel, kernel_size, around: _slice_shifted(
                x, dq, output, channel, kernel_size, (2 * around, 0)
            ),
        ),
        Slip(
            "padding-all-on-the-right",
            lambda x, dq, output, channel, kernel_size, around: _slice_shifted(
                x, dq, output, channel, kernel_size, (0, 2 * around)
            ),
        ),
        Slip(
            "gradient-averaged",
            lambda x, dq, output, channel, kernel_size, around: (
                kernel_slice_gradient(x, dq, output, channel, kernel_size, around)
                * Fraction(1, int(np.size(dq[0])))
            ),
        ),
        Slip(
            "arriving-gradient-left-out",
            lambda x, dq, output, channel, kernel_size, around: kernel_slice_gradient(
                x, _ones(dq), output, channel, kernel_size, around
            ),
        ),
    ),
    operations=lambda dq, output, kernel_size: nonzero(dq[output]) * kernel_size**2,
)


def _slice_shifted(
    x: Any, dq: Any, output: int, channel: int, kernel_size: int, pair: tuple[int, int]
) -> Array:
    geometry = Geometry(padding=[pair, pair])
    return conv.correlate2d_kernel_gradient(
        _numbers(x)[channel], _numbers(dq)[output], kernel_size, geometry
    )
