"""Convolution and cross-correlation in one and two dimensions, forward and backward."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Rule, Slip
from reference import convolution as conv
from reference.errors import ShapeError
from reference.padding import pad

Array = NDArray[Any]


def _slips_1d(function: Function) -> tuple[Slip, ...]:
    """The slips that a 1D convolution and a 1D cross-correlation have in common."""
    return (*_same_1d(function), *_sizes_1d(function), *_values_1d(function))


def _same_1d(function: Function) -> tuple[Slip, ...]:
    """One mistake, an output of the input's size, with the values that the ways to make it give."""

    def longer_left(x: Array, w: Array, stride: int, dilation: int, mode: str) -> Any:
        if dilation % 2 == 0:
            raise ShapeError(f"an odd dilation is needed to differ from the other, not {dilation}")
        wide = (len(w) - 1) * dilation
        around = [(wide - wide // 2, wide // 2)]
        return function(x, w, stride=stride, padding=around, dilation=dilation, mode=mode)

    def of_padded(x: Array, w: Array, stride: int, padding: int, dilation: int, mode: str) -> Any:
        if padding == 0:
            raise ShapeError("a padding is needed to differ from the others, but 0 came")
        wide, padded = (len(w) - 1) * dilation, pad(x, padding, mode)
        full = function(padded, w, padding=wide, dilation=dilation)
        first = min(len(padded) - 1, wide) // 2
        return full[first : first + max(len(padded), wide + 1)][::stride]

    return (
        Slip(
            "same-for-valid",
            lambda x, w, stride=1, dilation=1, mode="zero": function(
                x,
                w,
                stride=stride,
                padding=((len(w) - 1) * dilation // 2, len(w) * dilation // 2),
                dilation=dilation,
                mode=mode,
            )[: -(-len(x) // stride)],
        ),
        Slip("same-for-valid-left", longer_left),  # an even kernel has its extra cell on the left
        Slip("same-for-valid-numpy", of_padded),  # np.convolve(padded, w, "same")
    )


def _sizes_1d(function: Function) -> tuple[Slip, ...]:
    """Outputs too many, too few, or not computed."""

    def longer(
        left: int, right: int, x: Array, padding: int = 0, mode: str = "zero", **rest: Any
    ) -> Any:
        return function(x=np.pad(pad(x, padding, mode), (left, right)), **rest)

    def full(w: Array, dilation: int = 1, **rest: Any) -> Any:
        wide = (len(w) - 1) * dilation
        return longer(wide, wide, w=w, dilation=dilation, **rest)

    def past_the_end(stride: int = 1, **rest: Any) -> Any:
        return longer(0, stride, stride=stride, **rest)

    def from_every_cell(w: Array, dilation: int = 1, **rest: Any) -> Any:
        return longer(0, (len(w) - 1) * dilation, w=w, dilation=dilation, **rest)

    def zeros_after_first(**inputs: Any) -> Array:
        right = np.array(function(**inputs), copy=True)
        right[1:] = 0
        return right

    def with_zero(index: int) -> Function:
        def wrong(**inputs: Any) -> Array:
            right = np.array(function(**inputs), copy=True)
            right[index] = 0
            return right

        return wrong

    return (
        Slip("full-for-valid", full),
        Slip("first-output-missing", lambda **inputs: function(**inputs)[1:]),
        Slip("first-output-not-computed", with_zero(0)),
        Slip("last-output-missing", lambda **inputs: function(**inputs)[:-1]),
        Slip("last-output-not-computed", with_zero(-1)),
        Slip("one-output-too-many", past_the_end),
        Slip("windows-cut-off", from_every_cell),
        Slip("zero-after-last-output", lambda **inputs: np.append(function(**inputs), 0)),
        Slip("return-in-loop", zeros_after_first, ends_early=True),
        Slip("return-in-loop-list", lambda **inputs: function(**inputs)[:1], ends_early=True),
        Slip("return-in-loop-number", lambda **inputs: function(**inputs)[0], ends_early=True),
    )


def _values_1d(function: Function) -> tuple[Slip, ...]:
    """Decimals cut off, and stride, padding or dilation misread."""

    def integer_dtype_kept(x: Array, w: Array, **geometry: Any) -> Array:
        right = np.asarray(function(x, w, **geometry), dtype=np.float64)
        return np.trunc(right) if np.asarray(x).dtype.kind in "iu" else right

    return (
        Slip("integer-dtype-kept", integer_dtype_kept),
        Slip(
            "integer-result",
            lambda **inputs: np.trunc(np.asarray(function(**inputs), dtype=np.float64)),
        ),
        Slip("stride-forgotten", lambda **inputs: function(**{**inputs, "stride": 1})),
        Slip("padding-forgotten", lambda **inputs: function(**{**inputs, "padding": 0})),
        Slip("dilation-forgotten", lambda **inputs: function(**{**inputs, "dilation": 1})),
        Slip("padded-with-zeros", lambda **inputs: function(**{**inputs, "mode": "zero"})),
        Slip(
            "padding-on-one-side",
            lambda x, w, padding=0, **rest: function(x, w, padding=[(padding, 0)], **rest),
        ),
    )


CONVOLVE_1D = Rule(
    "convolve-1d",
    conv.convolve1d,
    slips=(
        Slip("kernel-not-flipped", conv.correlate1d),
        Slip("vector-flipped", lambda x, **rest: conv.correlate1d(np.flip(x), **rest)),
        *_slips_1d(conv.convolve1d),
    ),
)

CORRELATE_1D = Rule(
    "correlate-1d",
    conv.correlate1d,
    slips=(Slip("kernel-flipped", conv.convolve1d), *_slips_1d(conv.correlate1d)),
)

CORRELATE_2D = Rule(
    "correlate-2d",
    conv.correlate2d,
    slips=(
        Slip("kernel-flipped", conv.convolve2d),
        Slip("kernel-transposed", lambda x, w: conv.correlate2d(x, np.transpose(w))),
        Slip("same-for-valid", lambda x, w: conv.correlate2d(x, w, padding=len(w) // 2)),
    ),
)

KERNEL_GRADIENT_2D = Rule(
    "kernel-gradient-2d",
    conv.correlate2d_kernel_gradient,
    slips=(
        Slip(
            "kernel-gradient-flipped",
            lambda **inputs: np.flip(conv.correlate2d_kernel_gradient(**inputs)),
        ),
        Slip(
            "output-gradient-flipped",
            lambda x, dq, kernel_size: conv.correlate2d_kernel_gradient(
                x, np.flip(dq), kernel_size
            ),
        ),
        Slip(
            "kernel-gradient-transposed",
            lambda **inputs: np.transpose(conv.correlate2d_kernel_gradient(**inputs)),
        ),
    ),
)

INPUT_GRADIENT_2D = Rule(
    "input-gradient-2d",
    conv.correlate2d_input_gradient,
    slips=(
        Slip(
            "kernel-not-flipped-in-gradient",
            lambda dq, w, in_size: conv.correlate2d_input_gradient(dq, np.flip(w), in_size),
        ),
        Slip(
            "kernel-transposed-in-gradient",
            lambda dq, w, in_size: conv.correlate2d_input_gradient(dq, np.transpose(w), in_size),
        ),
    ),
)
