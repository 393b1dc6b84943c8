"""Mistakes along one axis that end in an error: windows that run over an end, or end too early.

Each is worked out as programs do it, window by window, so that it is known on which inputs they
fail, and with which numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.frozen import frozen
from problems.rule import Function, Slip, WouldFailError
from problems.rules.windows import bare, padded, require_vectors
from reference.errors import ShapeError
from reference.geometry import PLAIN

Array = NDArray[Any]


@frozen
class _Work:
    """What a program works with: the padded vector, the kernel as it lies on it, and the sizes.

    ``outputs`` is the right number of them, ``length`` that of the vector before padding.
    """

    x: Array
    taps: Array
    bias: Any
    stride: int
    dilation: int
    outputs: int
    length: int

    @property
    def span(self) -> int:
        """From the first cell of a window to the last."""
        return (len(self.taps) - 1) * self.dilation + 1


_MEETING = ("together", "not aligned", "mismatch", "different from")
"""What NumPy says of two lengths that should be one."""
_BEYOND = ("out of bounds",)
_ASSIGNED = ("input array",)


Count = Callable[[_Work], int]
End = Callable[[_Work], int]
Loop = Callable[[_Work, int, int], list[Any]]


def slips_of_overruns(function: Function) -> tuple[Slip, ...]:
    """The slips of a convolution or cross-correlation of a vector with a kernel."""

    def loops(count: Count, *, needs: Callable[[_Work], bool] = lambda _: True) -> list[Function]:
        """More windows than fit, in each way in which they are multiplied."""

        def made(loop: Loop) -> Function:
            def wrong(work: _Work) -> Any:
                if count(work) <= work.outputs or not needs(work):
                    raise ShapeError("more windows are needed than fit")
                return loop(work, count(work), work.span)

            return _working(function, wrong)

        return [made(loop) for loop in _LOOPS]

    def ending(end: End) -> list[Function]:
        """Slices that end elsewhere than behind the last cell of a window."""

        def made(loop: Loop) -> Function:
            def wrong(work: _Work) -> Any:
                if end(work) >= work.span:
                    raise ShapeError("a window of several cells is needed")
                return loop(work, work.outputs, end(work))

            return _working(function, wrong)

        return [made(loop) for loop in (_by_elements, _by_dot)]

    def unpadded(loop: Loop) -> Function:
        """As many windows as the padded vector has, on the vector as it is."""

        def wrong(work: _Work) -> Any:
            beside = (len(work.x) - work.length) // 2
            if beside == 0:
                raise ShapeError("a padding is needed to leave it out, but 0 came")
            bare_x = work.x[beside : beside + work.length]
            own = _Work(
                bare_x, work.taps, work.bias, work.stride, work.dilation, work.outputs, work.length
            )
            return loop(own, own.outputs, own.span)

        return _working(function, wrong)

    def numbered_by_starts(work: _Work) -> Any:
        """Outputs put in the place that is the start of their window."""
        if work.stride == 1:
            raise ShapeError("a stride is needed to number outputs by it, but 1 came")
        last = (work.outputs - 1) * work.stride
        if last < work.outputs:
            return _by_elements(work, work.outputs, work.span)
        first_beyond = -(-work.outputs // work.stride) * work.stride
        raise WouldFailError(first_beyond, work.outputs, words=_BEYOND)

    def spread_too_short(work: _Work) -> Any:
        """The kernel put into an array of (k - 1) · dilation places, which lack the last one."""
        taps = len(work.taps)
        if work.dilation == 1:
            raise ShapeError("a dilation is needed to spread the kernel, but 1 came")
        if taps > 1:
            raise WouldFailError(taps, taps - 1, words=_ASSIGNED)
        return np.zeros(len(work.x) // work.stride + 1) + work.bias

    def dilated(work: _Work) -> bool:
        return work.dilation > 1

    return (
        _slip("outputs-counted-without-stride", loops(lambda work: len(work.x) - work.span + 1)),
        _slip(
            "outputs-counted-without-dilation",
            loops(lambda work: (len(work.x) - len(work.taps)) // work.stride + 1, needs=dilated),
        ),
        _slip(
            "loop-runs-over-the-end",
            [
                *loops(lambda work: work.outputs + 1),
                *loops(lambda work: (len(work.x) - work.span + 1) // work.stride + 1),
                *loops(lambda work: -(-(len(work.x) - work.span) // work.stride) + 1),
                *loops(lambda work: work.length),
                *loops(lambda work: len(work.x)),
                *loops(lambda work: -(-len(work.x) // work.stride)),
                *loops(lambda work: -(-work.length // work.stride)),
            ],
        ),
        _slip("window-ends-without-dilation", ending(lambda work: len(work.taps))),
        _slip("window-one-cell-short", ending(lambda work: work.span - 1)),
        _slip("spread-kernel-too-short", [_working(function, spread_too_short)]),
        _slip("counted-with-padding-not-added", [unpadded(loop) for loop in _LOOPS]),
        _slip("outputs-numbered-by-starts", [_working(function, numbered_by_starts)]),
    )


def _slip(key: str, ways: list[Function]) -> Slip:
    return Slip(key, ways[0], other_ways=tuple(ways[1:]), may_fail=True)


def _working(function: Function, wrong: Callable[[_Work], Any]) -> Function:
    """The wrong function of a vector, a kernel and a geometry that ``wrong`` makes of the work."""
    is_flipped = function(np.array([1.0, 2.0]), np.array([1.0, 0.0]))[0] == 2

    def made(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
        require_vectors(x, w)
        x, w = np.asarray(x), np.asarray(w)
        wide = padded(x, geometry)
        stride, dilation = geometry.stride, geometry.dilation
        outputs = len(function(wide, w, bias, bare(geometry)))
        taps = np.flip(w) if is_flipped else w
        added = 0 if bias is None else bias
        return np.asarray(wrong(_Work(wide, taps, added, stride, dilation, outputs, len(x))))

    return made


def _windows(work: _Work, count: int, end: int) -> list[Array]:
    starts = (work.stride * number for number in range(count))
    return [work.x[start : start + end : work.dilation] for start in starts]


def _by_elements(work: _Work, count: int, end: int) -> list[Any]:
    """``np.sum(window * kernel)``, which takes one cell for as many as are needed."""
    for window in _windows(work, count, end):
        if len(window) != len(work.taps) and 1 not in (len(window), len(work.taps)):
            raise WouldFailError(len(window), len(work.taps), words=_MEETING)
    return [np.sum(each * work.taps) + work.bias for each in _windows(work, count, end)]


def _by_dot(work: _Work, count: int, end: int) -> list[Any]:
    """``np.dot(window, kernel)``, which takes nothing but the same length."""
    for window in _windows(work, count, end):
        if len(window) != len(work.taps):
            raise WouldFailError(len(window), len(work.taps), words=_MEETING)
    return [np.dot(each, work.taps) + work.bias for each in _windows(work, count, end)]


def _by_index(*, taps_first: bool) -> Loop:
    """``vector[start + tap] * kernel[tap]``, tap by tap within a window or the other way round."""

    def loop(work: _Work, count: int, end: int) -> list[Any]:
        taps = range(len(work.taps))
        order = (
            ((i, j) for j, i in product(taps, range(count)))
            if taps_first
            else product(range(count), taps)
        )
        for i, j in order:
            at = work.stride * i + work.dilation * j
            if at >= len(work.x):
                raise WouldFailError(at, len(work.x), words=_BEYOND)
        return _by_dot(work, count, end)

    return loop


_LOOPS: tuple[Loop, ...] = (
    _by_elements,
    _by_dot,
    _by_index(taps_first=False),
    _by_index(taps_first=True),
)
