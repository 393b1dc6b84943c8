"""What people build into a layer though nobody asks for it: activations, clipping, rounding."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Slip
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry

Array = NDArray[Any]


def activated(correlate: Function) -> Slip:
    """An activation after the sum, which is a layer of its own."""

    def after(function: Function) -> Function:
        return lambda x, w, bias=None, geometry=PLAIN: function(correlate(x, w, bias, geometry))

    first, *others = (after(function) for function, _ in _ACTIVATIONS)
    return Slip("activation-in-the-layer", first, other_ways=tuple(others))


def _sigmoid(z: Array) -> Array:
    return np.asarray((1 + np.tanh(z / 2)) / 2)


_ACTIVATIONS: tuple[tuple[Function, Function], ...] = (
    (lambda z: np.maximum(z, 0), lambda z: z > 0),
    (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    (_sigmoid, lambda z: _sigmoid(z) * (1 - _sigmoid(z))),
)
"""Activations and their derivatives."""


def back_through(correlate: Function, gradient: Function) -> Slip:
    """The gradient of a layer with an activation after its sum.

    ``gradient`` names what it takes, ``dq`` among it.
    """
    takes = inspect.signature(gradient).parameters

    def before(derivative: Function) -> Function:
        def wrong(x: Array, w: Array, dq: Array, bias: Any, **inputs: Any) -> Any:
            geometry = Geometry(inputs["stride"], inputs["padding"])
            z = correlate(x, w, bias, geometry)
            if np.shape(z) != np.shape(dq):
                raise ShapeError(f"a gradient of shape {np.shape(z)} is needed")
            seen = {**inputs, "x": x, "w": w, "geometry": geometry, "dq": dq * derivative(z)}
            return gradient(**{name: seen[name] for name in takes if name in seen})

        return wrong

    first, *others = (before(derivative) for _, derivative in _ACTIVATIONS)
    return Slip("activation-in-the-layer", first, other_ways=tuple(others))


def cut_weights(correlate: Function) -> Slip:
    """Weights of which the decimals are cut off."""
    return Slip(
        "integers-made-of-inputs",
        lambda x, w, bias=None, geometry=PLAIN: correlate(x, np.trunc(w), bias, geometry),
    )


_LIMITS = (1.0, 0.5, 2.0, 5.0, 10.0, 50.0, 100.0, 1000.0)
"""To which people clip gradients."""


def clipped(gradient: Function) -> Slip:
    """A gradient of which no number, or which as a whole, is larger than a limit."""
    takes = inspect.signature(gradient).parameters

    def value(inputs: dict[str, Any]) -> Array:
        given = {**inputs, "geometry": Geometry(inputs["stride"], inputs["padding"])}
        return np.asarray(gradient(**{name: given[name] for name in takes if name in given}))

    def by_number(limit: float) -> Function:
        def wrong(**inputs: Any) -> Array:
            right = value(inputs)
            if np.all(np.abs(right) >= limit):
                raise ShapeError("numbers are needed that are not clipped")
            return np.clip(right, -limit, limit)

        return wrong

    def as_a_whole(limit: float) -> Function:
        def wrong(**inputs: Any) -> Array:
            right = value(inputs)
            return np.asarray(right * min(1.0, limit / float(np.linalg.norm(right) or limit)))

        return wrong

    first, *others = (made(limit) for made in (by_number, as_a_whole) for limit in _LIMITS)
    return Slip("gradients-clipped", first, other_ways=tuple(others))
