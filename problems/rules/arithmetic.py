"""Mistakes in the arithmetic of a convolution along one axis: its sums, products and numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Slip
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry

Array = NDArray[Any]
Cut = Callable[[Any], Any]


def _as_unsigned(x: Any) -> Any:
    """What ``astype(np.uint8)`` makes of numbers."""
    return np.mod(np.trunc(x), 256)


def _as_signed(x: Any) -> Any:
    """What ``astype(np.int8)`` makes of numbers."""
    return np.mod(np.trunc(x) + 128, 256) - 128


_WRAPS: tuple[Cut, ...] = (_as_unsigned, _as_signed)


def unlike_numbers(function: Function) -> tuple[Slip, ...]:
    """The slips along one axis in what is made of the products, and of the numbers themselves."""

    def changed(change: Callable[[Array], Any]) -> Function:
        return lambda x, w, bias=None, geometry=PLAIN: change(
            np.asarray(function(x, w, bias, geometry), dtype=np.float64)
        )

    def one_tap(w: Array, place: int) -> Array:
        only_one = np.zeros_like(w)
        only_one[place] = w[place]
        return only_one

    def overwritten(place: int) -> Function:
        """What one tap alone gives: it is assigned last."""
        return lambda x, w, bias=None, geometry=PLAIN: function(
            x, one_tap(np.asarray(w), place), bias, geometry
        )

    def not_summed(step: int) -> Function:
        def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
            taps = range(len(w))[::step]
            each = [function(x, one_tap(np.asarray(w), at), bias, geometry) for at in taps]
            return np.stack(each, axis=-1)

        return wrong

    def made_odd(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        if len(w) % 2:
            raise ShapeError("a kernel of even size is needed to make it odd")
        return function(x, np.append(w, 0), bias, geometry)

    def cut(of_x: Cut, of_w: Cut) -> Function:
        return lambda x, w, bias=None, geometry=PLAIN: function(of_x(x), of_w(w), bias, geometry)

    def of_one_byte(wrap: Cut, *, products: bool) -> Function:
        """Sums, or each product too, in whole numbers that begin again beyond 8 bits."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
            x, w = np.trunc(x), np.trunc(w)
            if not products:
                return wrap(np.asarray(function(x, w, bias, geometry)))
            taps = [function(x, one_tap(w, at), None, geometry) for at in range(len(w))]
            return np.sum([wrap(np.asarray(tap)) for tap in taps], axis=0)

        return wrong

    bytes_ = [of_one_byte(wrap, products=each) for wrap in _WRAPS for each in (False, True)]
    bytes_ += [cut(of_bytes, of_bytes) for of_bytes in (_as_unsigned, _as_signed)]

    def rounded(decimals: int) -> Function:
        return changed(lambda right: np.round(right, decimals))

    def normalised(total: Cut, *, or_not: bool = False) -> Function:
        """The kernel divided by a sum of its weights.

        Where it is 0, they are divided by that of their sizes, or stay as they are: ``or_not``.
        """

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
            size = total(w) or (0 if or_not else np.sum(np.abs(w)))
            if size == 0:
                raise ShapeError("a kernel with a sum other than 0 is needed")
            return function(x, np.asarray(w) / size, bias, geometry)

        return wrong

    by_sum, *by_others = (
        normalised(total) for total in (np.sum, lambda w: np.sum(np.abs(w)), np.linalg.norm)
    )
    return (
        Slip(
            "kernel-normalised",
            by_sum,
            other_ways=(*by_others, normalised(np.sum, or_not=True)),
            leaves_out=frozenset({"w"}),  # a kernel of one entry is 1 then
        ),
        Slip("sum-overwritten", overwritten(-1), other_ways=(overwritten(0),)),
        Slip("sum-never-reset", changed(lambda right: np.cumsum(right, axis=-1))),
        Slip("products-not-summed", not_summed(1), other_ways=(not_summed(-1),)),
        Slip("absolute-values", changed(np.abs)),
        Slip("outputs-in-a-column", changed(lambda right: right[..., None])),
        Slip("outputs-in-a-row", changed(lambda right: right[None])),
        Slip("even-kernel-made-odd", made_odd),
        Slip(
            "integers-made-of-inputs",
            cut(np.trunc, np.trunc),
            other_ways=(cut(np.trunc, np.asarray), cut(np.asarray, np.trunc)),
        ),
        Slip("integers-of-one-byte", bytes_[0], other_ways=tuple(bytes_[1:]), last_resort=True),
        Slip("result-rounded", rounded(0), other_ways=tuple(map(rounded, range(1, 5)))),
    )
