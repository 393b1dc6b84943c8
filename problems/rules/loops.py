"""Mistakes along one axis in the loop over the outputs: in their count, its indices, its kernel.

The slips take a vector x (N,), a kernel w (K,), perhaps a bias, and the geometry.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Slip
from problems.rules.windows import bare, padded, require_vectors
from reference.errors import ShapeError
from reference.geometry import PLAIN

Array = NDArray[Any]


def slips_of_loops(function: Function) -> tuple[Slip, ...]:
    """The slips of a convolution or cross-correlation of a vector with a kernel."""

    def one_added_first(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
        """``(n - k + 1) // s`` outputs in place of ``(n - k) // s + 1``."""
        require_vectors(x, w)
        right = function(x, w, bias, geometry)
        beyond = len(padded(np.asarray(x), geometry)) - (len(w) - 1) * geometry.dilation - 1
        kept = (beyond + 1) // geometry.stride
        if kept == len(right):
            raise ShapeError("an input is needed on which the other count differs")
        return right[:kept]

    def from_below_zero(*, centred: bool, everywhere: bool) -> Function:
        """Windows that begin before the vector, where an index counts from its end.

        They begin by all of the kernel but one cell too early, or by half of it. ``everywhere``
        says that as many outputs are worked out as windows end on the vector.
        """

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
            require_vectors(x, w)
            wide, plain = padded(np.asarray(x), geometry), bare(geometry)
            beyond = (len(w) - 1) * geometry.dilation
            early = (beyond + 1) // 2 if centred else beyond
            if early == 0 or early > len(wide):
                raise ShapeError("a kernel of several entries is needed, within the vector")
            if not np.any(wide[-early:]):
                raise ShapeError("cells are needed at the end that are no zeros of the padding")
            outputs = len(function(wide, w, bias, plain))
            found = function(np.concatenate((wide[-early:], wide)), w, bias, plain)
            return found if everywhere else found[:outputs]

        return wrong

    def turned_again(first: int) -> Function:
        """The kernel turned round in every pass: every other output is of the one or the other."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
            require_vectors(x, w)
            found = np.array(function(x, w, bias, geometry))
            found[first::2] = function(x, np.flip(w), bias, geometry)[first::2]
            return found

        return wrong

    return (
        Slip("one-added-before-division", one_added_first),
        Slip(
            "indices-below-zero",
            from_below_zero(centred=False, everywhere=False),
            other_ways=(
                from_below_zero(centred=True, everywhere=False),
                from_below_zero(centred=False, everywhere=True),
            ),
        ),
        Slip("kernel-flipped-in-every-pass", turned_again(1), other_ways=(turned_again(0),)),
    )


def longer_of_two(correlate: Function) -> Slip:
    """``np.correlate(x, w, "same")``, which gives as many outputs as the longer of the two has."""

    def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
        require_vectors(x, w)
        if geometry.padding != len(w) // 2 or len(x) >= len(w) or geometry.stride > 1:
            raise ShapeError("a vector shorter than the kernel is needed")
        right = correlate(x, w, bias, geometry)
        longer = np.correlate(np.asarray(x, np.float64), np.asarray(w, np.float64), "same")
        return longer + (0 if bias is None else bias) if len(longer) > len(right) else right

    return Slip("outputs-of-the-longer-one", wrong)
