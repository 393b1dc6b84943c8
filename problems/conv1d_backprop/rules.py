"""Rules of the way back through a convolution of a vector, by hand, and their mistakes.

A vector is (N,), a kernel (K,), and the gradient dq with respect to the outputs (M,).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.relu_backprop import rules as of_one_weight
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules.operations import nonzero
from reference import convolution as conv
from reference import padding

Array = NDArray[Any]


def _numbers(x: Any) -> Array:
    return np.asarray(x, dtype=object)


# -- a kernel of size 1 ----------------------------------------------------------------------------

WEIGHT_INPUT_GRADIENT = of_one_weight.WEIGHT_INPUT_GRADIENT.but(
    without=("relu-left-out-of-gradient", "bias-added-to-gradient")
)
WEIGHT_GRADIENT = of_one_weight.WEIGHT_GRADIENT.but(
    without=("relu-left-out-of-gradient", "output-for-input-in-gradient")
)
BIAS_GRADIENT = of_one_weight.BIAS_GRADIENT.but(
    without=("relu-left-out-of-gradient", "bias-gradient-times-weight", "bias-gradient-times-bias")
)

# -- zeros around --------------------------------------------------------------------------------


def pad_vector(x: Any, before: int, after: int) -> Array:
    """The vector between so many zeros: (N,) -> (before + N + after,). Raises ShapeError."""
    return padding.pad(x, [(before, after)])


def pad_gradient(dq: Any, kernel_size: int, before: int, after: int) -> Array:
    """The gradient with respect to the outputs, ready for the kernel to slide over it.

    (M,) between K - 1 zeros less those that the input had on this side. Raises ShapeError.
    Source: Dumoulin & Visin 2016, relation 9.
    """
    return pad_vector(dq, kernel_size - 1 - before, kernel_size - 1 - after)


def _if_padded(x: Any, before: int, after: int) -> Array:
    if not before + after:
        raise NotApplicableError("a padding is needed")
    return pad_vector(x, before, after)


def _with_sides_exchanged(dq: Any, kernel_size: int, before: int, after: int) -> Array:
    if before == after:
        raise NotApplicableError("a padding that differs on the two sides is needed")
    return pad_gradient(dq, kernel_size, after, before)


PADDED = Rule(
    "pad-vector",
    pad_vector,
    slips=(
        Slip("padding-all-on-the-left", lambda x, before, after: pad_vector(x, before + after, 0)),
        Slip("padding-all-on-the-right", lambda x, before, after: pad_vector(x, 0, before + after)),
        Slip(
            "padded-with-edge", lambda x, before, after: padding.pad(x, [(before, after)], "edge")
        ),
        Slip("padding-sides-exchanged", lambda x, before, after: pad_vector(x, after, before)),
    ),
    operations=lambda: 1,
)


def _cropped_at_one_end(first: bool) -> Any:
    """All of the padding cropped from one end of the gradient, and none from the other."""

    def wrong(dq: Any, kernel_size: int, before: int, after: int) -> Array:
        beside = kernel_size - 1
        if not 0 < before + after <= beside or not min(before, after):
            raise NotApplicableError("a padding on both sides is needed")
        rest = beside - before - after
        return pad_vector(dq, rest, beside) if first else pad_vector(dq, beside, rest)

    return wrong


WIDE_GRADIENT = Rule(
    "pad-vector-gradient",
    pad_gradient,
    slips=(
        Slip("gradient-cropped", lambda dq: np.array(dq, copy=True)),
        Slip(
            "gradient-not-cropped",
            lambda dq, kernel_size, before, after: (
                _if_padded(dq, before, after) is not None and pad_gradient(dq, kernel_size, 0, 0)
            ),
        ),
        Slip("padding-sides-exchanged", _with_sides_exchanged),
        Slip(
            "all-cropped-at-one-end",
            _cropped_at_one_end(first=False),
            other_ways=(_cropped_at_one_end(first=True),),
        ),
    ),
    operations=lambda: 1,
)

# -- the gradient with respect to the input --------------------------------------------------------


def _products(x: Any, w: Any) -> int:
    """Of each output of the layer, with each entry of the kernel."""
    return nonzero(x) * nonzero(w)


def _overwritten(*, backwards: bool = False, flipped: bool = False) -> Any:
    """What comes of windows that take the place of what was there, instead of being added."""

    def wrong(x: Any, w: Any, dq: Any, kernel_size: int, before: int, after: int) -> Array:
        kernel = np.flip(_numbers(w)) if flipped else _numbers(w)
        size = len(_numbers(x)) - kernel_size + 1
        found = np.zeros(size + before + after, dtype=object)
        places = list(enumerate(_numbers(dq)))
        for place, value in reversed(places) if backwards else places:
            found[place : place + kernel_size] = value * kernel
        return found[before : before + size]

    return wrong


def _ones_at(wide: Any) -> Array:
    return np.where(_numbers(wide) != 0, 1, 0).astype(object)


def _without_weights(wide: Any, w: Any) -> Array:
    return conv.correlate1d(_numbers(wide), np.ones(len(w), dtype=int).astype(object))


def where_no_window_begins(gradient: Any, last: Sequence[int]) -> Array:
    """Zeros in the cells behind the ``last`` one along each axis in which a window begins.

    Raises NotApplicableError if there are none.
    """
    found = np.zeros(np.shape(gradient), dtype=object)
    kept = tuple(slice(max(place + 1, 0)) for place in last)
    found[kept] = _numbers(gradient)[kept]
    if np.array_equal(found, gradient):
        raise NotApplicableError("cells are needed in which no window begins")
    return found


def _of_input(key: str, slid: Any, *slips: Slip, flipped: bool = False) -> Rule:
    """A rule of the gradient with respect to the input, of what slides the kernel over ``x``."""
    return Rule(
        key,
        slid,
        slips=(
            *slips,
            Slip("arriving-gradient-left-out", lambda x, w: slid(_ones_at(x), w)),
            Slip("weights-left-out-of-gradient", _without_weights),
            Slip(
                "gradient-overwritten",
                _overwritten(flipped=flipped),
                other_ways=(_overwritten(backwards=True, flipped=flipped),),
            ),
            Slip(
                "input-gradient-averaged",
                lambda x, w: slid(_numbers(x), w) * Fraction(1, len(w)),
            ),
            Slip("gradient-reversed", lambda x, w: slid(np.flip(_numbers(x)), w)),
            Slip("gradient-times-input", lambda x, w, image: slid(x, w) * _numbers(image)),
            Slip(
                "only-where-windows-begin",
                lambda x, w, dq, before: where_no_window_begins(slid(x, w), [len(dq) - 1 - before]),
                other_ways=(lambda x, w, dq: _without_last_cell(slid(x, w), dq),),
                keeps_cells=True,
            ),
        ),
        operations=_products,
    )


def _without_last_cell(gradient: Any, dq: Any) -> Array:
    """The last cell alone left without. Raises NotApplicableError where it has its own output."""
    if len(gradient) <= len(dq):
        raise NotApplicableError("fewer outputs than cells are needed")
    return where_no_window_begins(gradient, [len(gradient) - 2])


INPUT_GRADIENT = _of_input(
    "vector-input-gradient",
    conv.convolve1d,
    Slip("kernel-not-flipped-in-gradient", lambda x, w: conv.correlate1d(x, w)),
    Slip("signs-for-flip", lambda x, w: -conv.correlate1d(x, w)),
)
INPUT_GRADIENT_OF_CONVOLUTION = _of_input(
    "vector-input-gradient-of-convolution",
    conv.correlate1d,
    Slip("kernel-flipped-in-gradient", lambda x, w: conv.convolve1d(x, w)),
    flipped=True,
)

# -- the gradient with respect to the kernel -------------------------------------------------------


def convolution_kernel_gradient(x: Any, dq: Any, kernel_size: int) -> Array:
    """Gradient (K,) of a convolution, which flips its kernel, with respect to this kernel.

    x is (N,), with its padding; dq is (M,). Raises ShapeError.
    """
    return np.flip(conv.correlate1d_kernel_gradient(x, dq, kernel_size))


def _last_window(x: Any, dq: Any, kernel_size: int) -> Array:
    return np.asarray(_numbers(dq)[-1] * _numbers(x)[len(dq) - 1 : len(dq) - 1 + kernel_size])


def _first_window(x: Any, dq: Any, kernel_size: int) -> Array:
    return np.asarray(_numbers(dq)[0] * _numbers(x)[:kernel_size])


def _first_for_all(x: Any, dq: Any, kernel_size: int) -> Array:
    return np.asarray(np.sum(_numbers(dq)) * _numbers(x)[:kernel_size])


_OF_KERNEL = (
    Slip(
        "gradient-averaged",
        lambda x, dq, kernel_size: (
            conv.correlate1d_kernel_gradient(x, dq, kernel_size) * Fraction(1, len(dq))
        ),
    ),
    Slip(
        "gradient-as-for-bias",
        lambda dq, kernel_size: np.full(kernel_size, np.sum(_numbers(dq)), dtype=object),
    ),
    Slip(
        "arriving-gradient-left-out",
        lambda x, dq, kernel_size: conv.correlate1d_kernel_gradient(
            _numbers(x), _ones_at(dq), kernel_size
        ),
    ),
    Slip("kernel-for-window", lambda dq, w: np.sum(_numbers(dq)) * _numbers(w)),
    Slip("one-window-for-all", _first_for_all),
    Slip("sum-overwritten", _last_window, other_ways=(_first_window,)),
    Slip(
        "kernel-gradient-times-kernel",
        lambda x, dq, w, kernel_size: (
            conv.correlate1d_kernel_gradient(x, dq, kernel_size) * _numbers(w)
        ),
    ),
    Slip(
        "output-gradient-flipped",
        lambda x, dq, kernel_size: conv.correlate1d_kernel_gradient(
            x, np.flip(_numbers(dq)), kernel_size
        ),
    ),
)


def _products_of_kernel(x: Any, dq: Any, kernel_size: int) -> int:
    """Of each gradient with each cell of its window that is not 0."""
    cells = _numbers(x)
    return sum(nonzero(cells[i : i + kernel_size]) for i, value in enumerate(dq) if value)


KERNEL_GRADIENT = Rule(
    "vector-kernel-gradient",
    conv.correlate1d_kernel_gradient,
    slips=(
        Slip("kernel-gradient-flipped", convolution_kernel_gradient, mistake="kernel-flipped"),
        *_OF_KERNEL,
    ),
    operations=_products_of_kernel,
)
KERNEL_GRADIENT_OF_CONVOLUTION = Rule(
    "vector-kernel-gradient-of-convolution",
    convolution_kernel_gradient,
    slips=(
        Slip(
            "kernel-gradient-not-flipped",
            lambda x, dq, kernel_size: conv.correlate1d_kernel_gradient(x, dq, kernel_size),
            mistake="kernel-not-flipped",
        ),
        Slip(
            "signs-for-flip",
            lambda x, dq, kernel_size: -conv.correlate1d_kernel_gradient(x, dq, kernel_size),
        ),
        *(slip for slip in _OF_KERNEL if slip.key in ("gradient-as-for-bias", "kernel-for-window")),
    ),
    operations=_products_of_kernel,
)
