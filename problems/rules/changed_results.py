"""Right outputs of a function that something happens to afterwards, and windows that lie elsewhere.

The functions take a vector x (N,), a kernel w (K,), a bias or None and the geometry, and give the
outputs (M,).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Slip, WouldFailError
from problems.rules.windows import bare, padded, require_vectors
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry

Array = NDArray[Any]
Inputs = Mapping[str, Any]

_CLOSE = 1e-9
_FURTHEST = 3
_WIDEST = 6
"""How far from its place a window is looked for, and by how large a stride."""


def slips_of_results(function: Function) -> tuple[Slip, ...]:
    """The slips of a convolution or cross-correlation of a vector with a kernel."""

    def after(change: Callable[[Array], Any]) -> Function:
        return lambda x, w, bias=None, geometry=PLAIN: change(
            np.asarray(function(x, w, bias, geometry), np.float64)
        )

    def in_one_place(place: int) -> Function:
        """All outputs are put where one belongs: the last one stays there."""

        def put(right: Array) -> Array:
            if len(right) < 2:
                raise ShapeError("more than one output is needed")
            found = np.zeros(len(right))
            found[place] = right[-1]
            return found

        return after(put)

    def scaled(
        x: Array, w: Array, own_factor: float, own_constant: float, geometry: Geometry
    ) -> Any:
        return own_factor * function(x, w, None, geometry) + own_constant

    def sum_of_both(x: Array, w: Array, geometry: Geometry) -> Any:
        """``np.sum(window + kernel)``."""
        return function(x, np.ones_like(w), None, geometry) + np.sum(w)

    moved = _moved_windows(function)
    return (
        Slip("result-negated", after(np.negative)),
        Slip("negative-results-cut-off", after(lambda right: np.maximum(right, 0))),
        Slip("outputs-in-one-place", in_one_place(0), other_ways=(in_one_place(-1),)),
        Slip(
            "outputs-in-the-next-place",
            after(lambda right: np.roll(right, -1)),
            other_ways=(after(lambda right: np.roll(right, 1)),),
            last_resort=True,
        ),
        Slip("kernel-added-to-window", sum_of_both, leaves_out=frozenset({"w"})),
        Slip("result-scaled-or-shifted", scaled, last_resort=True, throughout=True),
        *moved,
    )


def windows_begun_elsewhere(function: Function) -> tuple[Slip, ...]:
    """The slips in which all windows begin some cells before or after their places.

    A layer may have them from another padding, which goes first.
    """
    moved = _moved_windows(function)
    return tuple(replace(s, last_resort=True) for s in moved if s.key in _BEGUN_ELSEWHERE)


_BEGUN_ELSEWHERE = ("windows-begin-later", "windows-begin-earlier")


def told_of_results(function: Function) -> Function:
    """What all values tell together: ``own_factor`` times the right ones plus ``own_constant``.

    The function is one of `Rule.together`.
    """

    def together(checks: Sequence[Sequence[tuple[str, Any, Inputs]]]) -> Iterator[Inputs]:
        every = [(value, seen) for check in checks for _, value, seen in check]
        pairs = [(np.asarray(value, np.float64), _right(function, seen)) for value, seen in every]
        if any(np.shape(found) != np.shape(right) for found, right in pairs):
            raise ShapeError("as many values as there should be are needed")
        found = np.concatenate([value for value, _ in pairs])
        right = np.concatenate([value for _, value in pairs])
        rows = np.stack((right, np.ones(len(right))), axis=1)
        solution = np.linalg.lstsq(rows, found, rcond=None)[0]
        factor, constant = map(float, solution)
        size = max(float(np.max(np.abs(found))), 1.0)
        is_exact = np.max(np.abs(rows @ solution - found)) <= _CLOSE * size
        if not is_exact or abs(factor) <= _CLOSE:
            raise ShapeError("values are needed that are right but for a factor and a constant")
        for _ in every:
            yield {"own_factor": factor, "own_constant": constant}

    return together


def _right(function: Function, seen: Inputs) -> Array:
    names = ("stride", "padding", "dilation", "mode")
    geometry = Geometry(**{name: seen[name] for name in names if name in seen})
    return np.asarray(function(seen["x"], seen["w"], None, geometry), np.float64)


def _moved_windows(function: Function) -> tuple[Slip, ...]:
    """As many windows as there should be, a step of another size apart, or all further on.

    And windows that are changed as they are multiplied, or whose cells are another step apart.
    """
    is_flipped = function(np.array([1.0, 2.0]), np.array([1.0, 0.0]))[0] == 2

    def windows(step: int | None, first: int, multiply: _Multiply) -> Function:
        def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
            require_vectors(x, w)
            stride: Any = geometry.stride
            dilation: Any = geometry.dilation
            if step == stride:
                raise ShapeError("another stride is needed")
            wide = padded(np.asarray(x), geometry)
            outputs = len(function(wide, w, None, bare(geometry)))
            taps = np.flip(w) if is_flipped else np.asarray(w)
            apart = stride if step is None else step
            starts = [apart * number + first for number in range(outputs)]
            found = multiply(np.asarray(wide), taps, starts, dilation)
            return np.asarray(found) + (0 if bias is None else bias)

        return wrong

    def of_work(work: Callable[[Array, Array, Sequence[int], int], Any]) -> Function:
        """What is made of the padded vector, the kernel as it lies there, starts and dilation."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
            require_vectors(x, w)
            stride: Any = geometry.stride
            dilation: Any = geometry.dilation
            wide = np.asarray(padded(np.asarray(x), geometry))
            outputs = len(function(wide, w, None, bare(geometry)))
            taps = np.flip(w) if is_flipped else np.asarray(w)
            starts = [stride * number for number in range(outputs)]
            found = work(wide, taps, starts, dilation)
            return np.asarray(found) + (0 if bias is None else bias)

        return wrong

    ways = [_by_elements, _by_dot, _by_index]
    inner = [
        of_work(_with_cells_apart(step, way)) for step in range(1, _FURTHEST + 1) for way in _CUT
    ]
    shifted = [windows(None, first, way) for first in range(1, _FURTHEST + 1) for way in ways]
    earlier = [
        windows(None, -first, _from(begins, way))
        for first in range(1, _FURTHEST + 1)
        for begins in (_at_least_0, _from_the_end)
        for way in (_by_elements, _by_dot)
    ]
    apart = [
        windows(step, 0, way)
        for step in range(2, _WIDEST + 1)
        for way in (*ways, _as_far_as_they_fit)
    ]
    return (
        Slip("windows-begin-later", shifted[0], other_ways=tuple(shifted[1:]), may_fail=True),
        Slip("windows-begin-earlier", earlier[0], other_ways=tuple(earlier[1:]), may_fail=True),
        Slip("windows-another-step-apart", apart[0], other_ways=tuple(apart[1:]), may_fail=True),
        Slip("cells-another-step-apart", inner[0], other_ways=tuple(inner[1:]), may_fail=True),
        Slip("window-changed-in-place", of_work(_changing_windows), may_fail=True),
    )


_Multiply = Callable[[Array, Array, Sequence[int], int], list[Any]]
_MEETING = ("together", "not aligned", "mismatch", "different from")
"""What NumPy says of two lengths that should be one."""


def _windows(x: Array, taps: Array, starts: Sequence[int], dilation: int) -> list[Array]:
    span = (len(taps) - 1) * dilation + 1
    return [x[start : start + span : dilation] for start in starts]


def _by_elements(x: Array, taps: Array, starts: Sequence[int], dilation: int) -> list[Any]:
    """``np.sum(window * kernel)``, which takes one cell for as many as are needed."""
    return _summed(_windows(x, taps, starts, dilation), taps)


def _by_dot(x: Array, taps: Array, starts: Sequence[int], dilation: int) -> list[Any]:
    """``np.dot(window, kernel)``, which takes nothing but the same length."""
    return _dotted(_windows(x, taps, starts, dilation), taps)


def _at_least_0(x: Array, starts: Sequence[int]) -> tuple[Array, Sequence[int]]:
    """Windows that would begin before the first cell begin with it."""
    return x, [max(start, 0) for start in starts]


def _from_the_end(x: Array, starts: Sequence[int]) -> tuple[Array, Sequence[int]]:
    """What lies before the first cell is counted from the end, as ``x[-1]``."""
    before = -min(starts)
    return np.concatenate((x[len(x) - before :], x)), [start + before for start in starts]


def _from(
    begins: Callable[[Array, Sequence[int]], tuple[Array, Sequence[int]]], multiply: _Multiply
) -> _Multiply:
    def products(x: Array, taps: Array, starts: Sequence[int], dilation: int) -> list[Any]:
        if not starts or len(x) < -min(starts):
            raise ShapeError("as many cells are needed as windows begin too early")
        cells, begun = begins(x, starts)
        return multiply(cells, taps, begun, dilation)

    return products


def _summed(windows: Sequence[Array], taps: Array) -> list[Any]:
    for window in windows:
        if len(window) != len(taps) and 1 not in (len(window), len(taps)):
            raise WouldFailError(len(window), len(taps), words=_MEETING)
    return [np.sum(window * taps) for window in windows]


def _dotted(windows: Sequence[Array], taps: Array) -> list[Any]:
    for window in windows:
        if len(window) != len(taps):
            raise WouldFailError(len(window), len(taps), words=_MEETING)
    return [np.dot(window, taps) for window in windows]


def _as_far_as_they_fit(x: Array, taps: Array, starts: Sequence[int], dilation: int) -> list[Any]:
    """The outputs before the first window that runs over the end, and zeros for all others."""
    windows = _windows(x, taps, starts, dilation)
    whole = [len(window) == len(taps) for window in windows]
    if all(whole):
        raise ShapeError("a window is needed that runs over the end")
    found = _dotted(windows[: whole.index(False)], taps)
    return [*found, *[0.0] * (len(windows) - len(found))]


_Products = Callable[[Sequence[Array], Array], list[Any]]


def _with_cells_apart(step: int, multiply: _Products | None) -> _Multiply:
    """The cells of a window so many apart, whatever the dilation is.

    A window ends where it should, so that it may have another number of cells than the kernel;
    without ``multiply`` it has as many.
    """

    def products(x: Array, taps: Array, starts: Sequence[int], dilation: int) -> list[Any]:
        if step == dilation:
            raise ShapeError("another dilation is needed")
        span = (len(taps) - 1) * dilation + 1
        if multiply is not None:
            return multiply([x[start : start + span : step] for start in starts], taps)
        return _dotted(_windows(x, taps, starts, step), taps)

    return products


_CUT: tuple[_Products | None, ...] = (_summed, _dotted, None)


def _changing_windows(x: Array, taps: Array, starts: Sequence[int], dilation: int) -> list[Any]:
    """``window *= kernel``, where the window is a part of the vector."""
    if x.dtype.kind in "iuO" and taps.dtype.kind == "f":  # decimals go into no whole numbers
        raise WouldFailError(words=("Cannot cast",))
    windows = _windows(np.array(x, np.float64), taps, starts, dilation)
    kernel = np.asarray(taps, np.float64)
    with np.errstate(over="ignore", invalid="ignore"):
        return [np.sum(np.multiply(window, kernel, out=window)) for window in windows]


def _by_index(x: Array, taps: Array, starts: Sequence[int], dilation: int) -> list[Any]:
    """``vector[start + tap] * kernel[tap]``."""
    for start in starts:
        for tap in range(len(taps)):
            if start + dilation * tap >= len(x):
                raise WouldFailError(start + dilation * tap, len(x), words=("out of bounds",))
    return _by_dot(x, taps, starts, dilation)
