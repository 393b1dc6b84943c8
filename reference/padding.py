"""Padding of arrays before a convolution, and its adjoint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from reference.errors import ShapeError
from reference.geometry import Padding
from reference.numbers import Array, as_numbers, counted

__all__ = ["MODES", "pad", "pad_axes", "pad_gradient", "padding_pairs"]

MODES = ("zero", "edge", "mirror", "reflect", "circular")
"""`mirror` repeats the edge (NumPy's symmetric), `reflect` does not."""


def pad(x: Any, padding: Padding, mode: str = "zero", axes: Sequence[int] | None = None) -> Array:
    """Pad an array of any shape along its last axes, or along `axes`.

    `padding` in cells is one number, one per axis, or a pair (before, after) per axis. Without
    `axes` one number pads the last two axes (the only one of a vector), a sequence as many last
    axes as it has items. Where there is a single axis, (before, after) may stand without its outer
    brackets. Exact in, exact out. Raises ShapeError if the padding does not fit.
    """
    numbers = as_numbers(x)
    return pad_axes(numbers, _by_axis(numbers.ndim, padding, axes), mode)


def pad_axes(x: Array, by_axis: Sequence[tuple[int, tuple[int, int]]], mode: str) -> Array:
    """Pad an array from `as_numbers` along each of these axes by its (before, after) in cells.

    For callers that have read the padding already: only the mode and its reach are looked at. The
    array itself is given back where there is nothing to add. Raises ShapeError as `pad` does.
    """
    if mode == "zero":
        return _with_zeros(x, by_axis) if any(any(pair) for _, pair in by_axis) else x
    for axis, pair in by_axis:
        cells = _source_cells(x.shape[axis], pair, mode)  # refuses an unknown mode
        if any(pair):
            x = np.take(x, cells, axis=axis)
    return x


def pad_gradient(
    dq: Any,
    x_shape: Sequence[int],
    padding: Padding,
    mode: str = "zero",
    axes: Sequence[int] | None = None,
) -> Array:
    """Adjoint of `pad`: the gradient by the input of shape `x_shape`, from `dq` by the padded one.

    Each padded cell hands its gradient to the cell that it copies; what falls on zeros is lost.
    Raises ShapeError if `dq` has not the shape of the padded input.
    """
    gradient = as_numbers(dq)
    shape = tuple(x_shape)
    by_axis = _by_axis(len(shape), padding, axes)
    extra = dict.fromkeys(range(len(shape)), 0) | {axis: sum(pair) for axis, pair in by_axis}
    padded_shape = tuple(n + extra[axis] for axis, n in enumerate(shape))
    if gradient.shape != padded_shape:
        raise ShapeError(
            f"the gradient must have the padded shape {padded_shape}, but has {gradient.shape}"
        )
    for axis, pair in by_axis:
        cells = _source_cells(shape[axis], pair, mode)
        if not any(pair):
            continue
        along = np.moveaxis(gradient, axis, 0)
        total = np.zeros((shape[axis], *along.shape[1:]), dtype=gradient.dtype)
        for position, cell in enumerate(cells):
            if cell >= 0:
                total[cell] = total[cell] + along[position]
        gradient = np.moveaxis(total, 0, axis)
    return np.ascontiguousarray(gradient)


def padding_pairs(padding: Padding, axes: int) -> tuple[tuple[int, int], ...]:
    """(before, after) in cells for each of so many axes. Raises ShapeError."""
    if np.ndim(padding) == 0:
        both = counted("the padding", padding, 0)
        return ((both, both),) * axes
    items = [np.asarray(item).tolist() for item in padding]  # type: ignore[union-attr]
    if axes == 1 and len(items) == 2 and all(np.ndim(item) == 0 for item in items):
        items = [items]
    if len(items) != axes:
        raise ShapeError(f"the padding needs 1 item or {axes}, one per axis, but {len(items)} came")
    pairs = [item if isinstance(item, list) else [item, item] for item in items]
    if any(len(pair) != 2 for pair in pairs):
        raise ShapeError(f"the padding of an axis is one number or (before, after), not {padding}")
    return tuple(
        (counted("the padding", before, 0), counted("the padding", after, 0))
        for before, after in pairs
    )


def _by_axis(
    ndim: int, padding: Padding, axes: Sequence[int] | None
) -> list[tuple[int, tuple[int, int]]]:
    """Axes, and (before, after) of each."""
    if axes is None:
        last = 2 if np.ndim(padding) == 0 else len(padding)  # type: ignore[arg-type]
        if ndim < last and not (ndim == 1 and np.ndim(padding) < 2):
            raise ShapeError(f"the padding is for {last} axes, but the input has {ndim}")
        axes = range(max(ndim - last, 0), ndim)
    if any(not -ndim <= axis < ndim for axis in axes):
        raise ShapeError(f"the input has {ndim} axes, but {tuple(axes)} are to be padded")
    places = [axis % ndim for axis in axes]
    if len(set(places)) < len(places):
        raise ShapeError(f"each axis can be padded once, but {tuple(axes)} came")
    return list(zip(places, padding_pairs(padding, len(places)), strict=True))


def _with_zeros(x: Array, by_axis: Sequence[tuple[int, tuple[int, int]]]) -> Array:
    shape, inside = list(x.shape), [slice(None)] * x.ndim
    for axis, (before, after) in by_axis:
        inside[axis] = slice(before, before + shape[axis])
        shape[axis] += before + after
    padded = np.zeros(shape, dtype=x.dtype)
    padded[tuple(inside)] = x
    return padded


def _source_cells(size: int, pair: tuple[int, int], mode: str) -> Array:
    """For every padded cell along an axis the cell that it copies; -1 where it is a zero."""
    before, after = pair
    positions = np.arange(-before, size + after)
    if mode == "zero":
        return np.where((positions < 0) | (positions >= size), -1, positions)
    reach = {"edge": None if size else 0, "mirror": size, "circular": size, "reflect": size - 1}
    if mode not in reach:
        raise ValueError(f"the padding mode must be one of {', '.join(MODES)}, but {mode!r} came")
    most = reach[mode]
    if most is not None and max(pair) > most:
        raise ShapeError(
            f"padding {mode!r} can add at most {most} px to {size} px, but {max(pair)} are wanted"
        )
    if mode == "edge":
        return np.clip(positions, 0, size - 1)
    if mode == "circular":
        return positions % size
    if mode == "mirror":
        return np.minimum(positions % (2 * size), 2 * size - 1 - positions % (2 * size))
    return size - 1 - abs(size - 1 - abs(positions))
