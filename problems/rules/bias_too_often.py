"""A bias that is added in each turn of a loop, and its gradient, which is then summed as often."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, NotApplicableError, Slip
from problems.rules.layer_operations import LayerOperations
from reference import convolution as conv
from reference.errors import ShapeError
from reference.geometry import Geometry

Array = NDArray[Any]
Count = Callable[[tuple[int, ...]], int]
"""How many turns a loop has, by the shape of the kernels."""


def _channels(shape: tuple[int, ...]) -> int:
    """Those of the input. Raises NotApplicableError where there are not several."""
    if len(shape) < 4 or shape[1] < 2:
        raise NotApplicableError("several input channels are needed")
    return shape[1]


def _each_cell(axes: int) -> tuple[Count, ...]:
    """The cells of a kernel, of one channel or of all of them."""

    def of_one(shape: tuple[int, ...]) -> int:
        return prod(shape[-axes:])

    if axes == 1:
        return (of_one,)
    return of_one, lambda shape: of_one(shape) * _channels(shape)


_EACH_ROW: tuple[Count, ...] = (
    lambda shape: shape[-2],
    lambda shape: shape[-2] * _channels(shape),
)


def slips_of_bias_added_too_often(of: LayerOperations) -> tuple[Slip, ...]:
    """Slips of the forward pass."""

    def added(count: Count) -> Function:
        def wrong(x: Array, w: Array, bias: Any, geometry: Geometry) -> Any:
            if bias is None:
                raise ShapeError("a bias is needed to add it too often, but there is none")
            return of.correlate(x, w, np.asarray(bias) * count(np.shape(w)), geometry)

        return wrong

    def slip(key: str, *counts: Count, last_resort: bool = False) -> Slip:
        first, *others = map(added, counts)
        return Slip(key, first, other_ways=tuple(others), last_resort=last_resort)

    in_products = slip("bias-in-every-product", *_each_cell(of.axes))
    if of.axes == 1:
        return (in_products,)
    return (
        in_products,
        slip("bias-in-every-channel", _channels),
        slip("bias-in-every-row", *_EACH_ROW, last_resort=True),
    )


def slips_of_bias_gradient_added_too_often() -> tuple[Slip, ...]:
    """Slips of the gradient by the biases of maps."""

    def added(count: Count) -> Function:
        return lambda dq, w: np.asarray(conv.bias_gradient(dq, 2)) * count(np.shape(w))

    def slip(key: str, *counts: Count, mistake: str) -> Slip:
        first, *others = map(added, counts)
        return Slip(key, first, other_ways=tuple(others), last_resort=True, mistake=mistake)

    return (
        slip("bias-gradient-for-each-channel", _channels, mistake="bias-in-every-channel"),
        slip("bias-gradient-for-each-weight", *_each_cell(2), mistake="bias-in-every-product"),
    )
