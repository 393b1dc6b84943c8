"""The padding left out on the way back alone: windows that run over the end of the bare input.

A program with this mistake fails at the first window that does not fit. With its loop ended there
(which the grader does in a second run) it gives what the windows before have given, and perhaps
half of that turn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from problems.rule import Slip, WouldFailError
from reference.errors import ShapeError

if TYPE_CHECKING:
    from problems.rules.gradients import Pass

UNPADDED = "padding-forgotten-on-the-way-back"

_Way = Callable[["Pass"], Any]


def fitting(one: Pass) -> int:
    """How many windows fit on the input without its padding; fewer than there are outputs."""
    count = max((len(one.x) - one.kernel) // one.stride + 1, 0)
    if one.padding == 0 or count >= len(one.dq):
        raise ShapeError("a window that needs the padding is needed")
    return count


def fails(one: Pass) -> Any:
    """The loop fails where a window is cut off. Raises WouldFailError with both lengths."""
    left = len(one.x) - one.stride * fitting(one)
    raise WouldFailError(max(left, 0), one.kernel)


def _cut(more: int) -> Callable[[Pass], Any]:
    """The incoming gradient of the windows that fit, and of so many more."""

    def cut(one: Pass) -> Any:
        count = fitting(one) + more
        return np.where(np.arange(len(one.dq)) < count, one.dq, 0.0)

    return cut


def _on_padded(dq: _Way) -> _Way:
    return lambda one: one.inside(one.by_input(dq(one)))


def _on_bare(*, is_cropped: bool) -> _Way:
    """The windows laid on an array as long as the input, of which the padding is perhaps cut."""

    def laid(one: Pass) -> Any:
        whole = one.by_input(_cut(0)(one))[: len(one.x)]
        return whole[one.padding : len(whole) - one.padding] if is_cropped else whole

    return laid


def _of_bare_windows(one: Pass) -> Any:
    count = fitting(one)
    windows = [one.x[at : at + one.kernel] for at in one.starts[:count]]
    return one.by_kernel(np.sum([d * w for d, w in zip(one.dq, windows, strict=False)], axis=0))


def _of_fitting_windows(one: Pass) -> Any:
    return one.by_kernel(_cut(0)(one) @ one.windows)


def slips_of_input_gradient(made: Callable[..., Slip]) -> tuple[Slip, ...]:
    """The slips of the gradient by the input; ``made`` makes one of a key and its ways."""
    ways = (_on_padded(_cut(0)), _on_padded(_cut(1)))
    bare = (_on_bare(is_cropped=True), _on_bare(is_cropped=False))
    return (made(UNPADDED, fails, *ways, *bare, may_fail=True),)


def slips_of_kernel_gradient(made: Callable[..., Slip]) -> tuple[Slip, ...]:
    """Those of the gradient by the kernel: a last resort, since it has a name by itself."""
    ways = (fails, _of_bare_windows, _of_fitting_windows)
    return (made(UNPADDED, *ways, last_resort=True, may_fail=True),)


def slips_of_bias_gradient(made: Callable[..., Slip]) -> tuple[Slip, ...]:
    """That of the gradient by the bias, which nothing but the error keeps from being right."""
    return (made(UNPADDED, fails, last_resort=True, may_fail=True),)
