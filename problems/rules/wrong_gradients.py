"""Further mistakes on the way back through a cross-correlation in two dimensions, as slips."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Slip
from reference import convolution as conv
from reference import descent
from reference.errors import ShapeError

Array = NDArray[Any]


def cut(x: Any) -> Array:
    """Cells cut to whole numbers towards 0, as an array of integers does."""
    return np.array([int(cell) for cell in np.asarray(x).flat], dtype=object).reshape(np.shape(x))


def cut_in_part(x: Any) -> Array:
    """The same, if something is left. Raises NotApplicableError: zeros may come of anything."""
    found = cut(x)
    if not found.any():
        raise NotApplicableError("a gradient is needed of which a whole number is left")
    return found


def _wide(x: Any, around: int) -> Array:
    return np.pad(np.asarray(x, dtype=object), around)


def kernel_gradient_of_part(x: Array, dq: Array, kernel_size: int) -> Array:
    """The gradient where a mistake has left outputs out at the end: their windows are missed."""
    rows, columns = (n + kernel_size - 1 for n in np.shape(dq))
    return conv.correlate2d_kernel_gradient(np.asarray(x)[:rows, :columns], dq, kernel_size)


def input_gradient_of_part(dq: Array, w: Array, in_size: int) -> Array:
    """The gradient where a mistake has left outputs out at the end: their windows have none."""
    outputs = in_size - len(w) + 1
    missing = [(0, outputs - n) for n in np.shape(dq)]
    if any(after < 0 for _, after in missing):
        raise ShapeError(f"at most {outputs} outputs a side are needed, but {np.shape(dq)} came")
    return conv.correlate2d_input_gradient(np.pad(np.asarray(dq), missing), w, in_size)


def _kernel_gradient_centred(x: Array, dq: Array, kernel_size: int) -> Array:
    """Windows of x with their middle, and not their corner, at the place of the gradient."""
    rows, columns = np.shape(dq)
    before = kernel_size // 2
    wide = _wide(x, before)[: rows + kernel_size - 1, : columns + kernel_size - 1]
    return conv.correlate2d_kernel_gradient(wide, dq, kernel_size)


def _input_gradient_centred(dq: Array, w: Array, in_size: int) -> Array:
    """The kernel laid with its middle at the place of the gradient; what falls outside is cut."""
    size = len(w)
    before = size // 2
    rows, columns = np.shape(dq)
    wide = np.zeros((rows + size - 1, columns + size - 1), dtype=object)
    for (row, column), value in np.ndenumerate(np.asarray(dq, dtype=object)):
        wide[row : row + size, column : column + size] += value * np.asarray(w, dtype=object)
    result = np.zeros((in_size, in_size), dtype=object)
    part = wide[before : before + in_size, before : before + in_size]
    result[: part.shape[0], : part.shape[1]] = part
    return result


def _ones_where_positive(x: Array) -> Array:
    return np.where(np.asarray(x, dtype=object) > 0, 1, 0).astype(object)


def _overwritten(*, backwards: bool) -> Callable[..., Array]:
    """Each window takes the place of what was there before."""

    def wrong(dq: Array, w: Array, in_size: int) -> Array:
        size = len(w)
        result = np.zeros((in_size, in_size), dtype=object)
        places = list(np.ndenumerate(np.asarray(dq, dtype=object)))
        for (row, column), value in reversed(places) if backwards else places:
            window = value * np.asarray(w, dtype=object)
            result[row : row + size, column : column + size] = window
        return result

    return wrong


def overwritten_together(*, backwards: bool) -> Callable[..., Array]:
    """The windows of two maps at one place together take the place of what was there."""

    def wrong(
        gradient_1: Array, gradient_2: Array, kernel_1: Array, kernel_2: Array, in_size: int
    ) -> Array:
        first, second = np.asarray(gradient_1), np.asarray(gradient_2)
        size = len(kernel_1)
        result = np.zeros((in_size, in_size), dtype=object)
        if first.shape != second.shape:
            raise ShapeError(
                f"gradients of one shape are needed, but {first.shape} and {second.shape} came"
            )
        places = list(np.ndindex(first.shape))
        for row, column in reversed(places) if backwards else places:
            window = first[row, column] * np.asarray(kernel_1, dtype=object)
            window = window + second[row, column] * np.asarray(kernel_2, dtype=object)
            result[row : row + size, column : column + size] = window
        return result

    return wrong


def _of_first_window(x: Array, dq: Array, kernel_size: int) -> Array:
    """The sum of the gradient times the first window of x."""
    return np.asarray(np.sum(np.asarray(dq)) * np.asarray(x)[:kernel_size, :kernel_size])


def _last_turn(place: int) -> Callable[..., Array]:
    """What the last turn of a loop leaves, or the first one of a loop that runs backwards."""

    def wrong(x: Array, dq: Array, kernel_size: int) -> Array:
        top, left = (place % n for n in np.shape(dq))
        window = np.asarray(x)[top : top + kernel_size, left : left + kernel_size]
        return np.asarray(np.asarray(dq)[top, left] * window)

    return wrong


def _ones_at(dq: Any) -> Array:
    """1 in place of each gradient that is not 0."""
    return np.where(np.asarray(dq, dtype=object) != 0, 1, 0).astype(object)


def _times_kernel(x: Array, dq: Array, w: Array, kernel_size: int) -> Array:
    """Each weight times its own gradient."""
    return np.asarray(w) * conv.correlate2d_kernel_gradient(x, dq, kernel_size)


def _of_every_window(x: Array, dq: Array, kernel_size: int) -> Array:
    """As if the gradient came back from each place of the map, and not from the maximum alone."""
    whole = np.full(np.shape(dq), np.sum(np.asarray(dq, dtype=object)), dtype=object)
    return conv.correlate2d_kernel_gradient(x, whole, kernel_size)


def _without_rim(dq: Array, w: Array, in_size: int) -> Array:
    """What comes of too narrow a padding of the gradient: by 1, for kernels of 3."""
    around = len(w) // 2
    inner = slice(around, in_size - around)
    return conv.correlate2d_input_gradient(dq, w, in_size)[inner, inner]


def _rim_at_zero(dq: Array, w: Array, in_size: int) -> Array:
    """The same in the middle of zeros."""
    return _wide(_without_rim(dq, w, in_size), len(w) // 2)


_MIRRORS: tuple[Callable[[Any], Array], ...] = (np.fliplr, np.flipud)


def mirrored(function: Callable[..., Any]) -> Slip:
    """A kernel, or its gradient, mirrored in one direction; ``function`` takes the mirroring."""
    first, *others = map(function, _MIRRORS)
    return Slip("kernel-mirrored", first, other_ways=tuple(others))


OF_KERNEL_GRADIENT = (
    Slip("sum-overwritten", _last_turn(-1), other_ways=(_last_turn(0),)),
    Slip("one-window-for-all", _of_first_window, last_resort=True),
    Slip("kernel-for-window", lambda dq, w: np.sum(np.asarray(dq)) * np.asarray(w)),
    mirrored(
        lambda mirror: (
            lambda x, dq, kernel_size: mirror(conv.correlate2d_kernel_gradient(x, dq, kernel_size))
        )
    ),
    Slip("windows-centred", _kernel_gradient_centred, mistake="same-for-valid"),
    Slip(
        "input-taken-as-ones",
        lambda x, dq, kernel_size: conv.correlate2d_kernel_gradient(
            _ones_where_positive(x), dq, kernel_size
        ),
    ),
    Slip(
        "gradient-as-for-bias",
        lambda x, dq, kernel_size: conv.correlate2d_kernel_gradient(
            np.ones(np.shape(x), dtype=int).astype(object), dq, kernel_size
        ),
    ),
    Slip(
        "integer-result",
        lambda x, dq, kernel_size: cut(conv.correlate2d_kernel_gradient(x, dq, kernel_size)),
    ),
    Slip(
        "kernel-gradient-averaged",
        lambda x, dq, kernel_size: (
            conv.correlate2d_kernel_gradient(x, dq, kernel_size) / np.size(dq)
        ),
        last_resort=True,
    ),
    Slip("kernel-gradient-times-kernel", _times_kernel),
    Slip("every-window-gets-gradient", _of_every_window),
    Slip(
        "arriving-gradient-left-out",
        lambda x, dq, kernel_size: conv.correlate2d_kernel_gradient(x, _ones_at(dq), kernel_size),
    ),
)
"""Slips of the gradient with respect to the kernel."""


def _with(change: Callable[..., Any]) -> Callable[..., Array]:
    """The gradient with another kernel: ``change`` takes w."""
    return lambda dq, w, in_size: conv.correlate2d_input_gradient(
        dq, np.asarray(change(np.asarray(w))), in_size
    )


OF_INPUT_GRADIENT = (
    mirrored(_with),
    Slip("windows-centred", _input_gradient_centred, mistake="same-for-valid"),
    Slip(
        "kernel-turned-by-90",  # np.rot90 once
        _with(lambda w: np.rot90(w, -1)),
        other_ways=(_with(np.rot90),),
    ),
    Slip(
        "sum-overwritten",
        _overwritten(backwards=False),
        other_ways=(_overwritten(backwards=True),),
    ),
    Slip(
        "gradient-for-kernel",
        lambda dq, kernel_gradient, in_size: conv.correlate2d_input_gradient(
            dq, kernel_gradient, in_size
        ),
    ),
    Slip(
        "parameters-updated-first",
        lambda dq, w, kernel_gradient, rate, in_size: conv.correlate2d_input_gradient(
            dq, descent.descent_step(w, kernel_gradient, rate), in_size
        ),
    ),
    Slip("signs-for-flip", _with(lambda w: -np.flip(w))),
    Slip("rim-of-gradient-missing", _rim_at_zero, other_ways=(_without_rim,)),
    Slip(
        "arriving-gradient-left-out",
        lambda dq, w, in_size: conv.correlate2d_input_gradient(_ones_at(dq), w, in_size),
    ),
)
"""Slips of the gradient with respect to the input."""
