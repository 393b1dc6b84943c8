"""Models of which sizes are not as asked, with what follows from these: judged from the student's.

``own_shapes`` are the shapes of a student's parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function
from reference.errors import ShapeError
from reference.model import Layers, Shape, parameter_shapes

Array = NDArray[Any]

_MOST_CELLS_BEYOND = 1_000_000


def of_one_size(in_shape: Sequence[int], layers: Layers, own_shapes: Sequence[Shape]) -> Layers:
    """The layers with one number changed that have the student's shapes of parameters.

    Raises ShapeError where it takes more than that.
    """
    asked = parameter_shapes(in_shape, layers)
    if sorted(own_shapes) == sorted(asked):
        raise ShapeError("other shapes are needed than those that were asked for")
    if sum(map(prod, own_shapes)) > sum(map(prod, asked)) + _MOST_CELLS_BEYOND:
        raise ShapeError("the parameters are too many to work out what comes of them")
    for at, layer in enumerate(layers):
        for name in _NUMBERS.get(layer["kind"], ()):
            for number in _numbers(name, own_shapes):
                changed = [*layers[:at], {**layer, name: number}, *layers[at + 1 :]]
                try:
                    shapes = parameter_shapes(in_shape, changed)
                except ShapeError:
                    continue
                if sorted(shapes) == sorted(own_shapes):
                    return changed
    raise ShapeError("more than one number of the layers is not as asked")


def of_several_sizes(
    in_shape: Sequence[int], layers: Layers, own_shapes: Sequence[Shape]
) -> Layers:
    """The layers with the numbers of kernels, of channels and of features that the student has.

    Raises ShapeError where these do not lead to the student's shapes, or fewer than two differ.
    """
    with_parameters = [at for at, layer in enumerate(layers) if layer["kind"] in ("conv", "affine")]
    weights = [shape for shape in own_shapes if len(shape) > 1]
    if len(weights) != len(with_parameters):
        raise ShapeError("as many layers as asked are needed")
    if sum(map(prod, own_shapes)) > _MOST_CELLS_BEYOND:
        raise ShapeError("the parameters are too many to work out what comes of them")
    changed, others = list(layers), 0
    for at, shape in zip(with_parameters, weights, strict=True):
        is_conv = layers[at]["kind"] == "conv"
        read = {"channels": shape[0], "kernel": shape[-1]} if is_conv else {"features": shape[0]}
        changed[at] = {**layers[at], **read}
        others += sum(layers[at][name] != number for name, number in read.items())
    if others < 2 or sorted(parameter_shapes(in_shape, changed)) != sorted(own_shapes):
        raise ShapeError("shapes are needed that come of other numbers of channels and kernels")
    return changed


_NUMBERS: Mapping[str, Sequence[str]] = {
    "conv": ("channels", "kernel", "padding", "stride"),
    "affine": ("features",),
    "max-pool": ("kernel", "stride"),
    "mean-pool": ("kernel", "stride"),
}


def _numbers(name: str, own_shapes: Sequence[Shape]) -> Sequence[int]:
    """The numbers that may stand there: sizes of the shapes, or a few small ones."""
    if name in ("channels", "features"):
        return sorted({shape[0] for shape in own_shapes if shape})
    return range(0 if name == "padding" else 1, 8)


def sizes_at_the_flattening(
    in_shape: Sequence[int], layers: Layers, own_shapes: Sequence[Shape]
) -> tuple[Shape, ...]:
    """The student's shapes, where only the first fully connected layer takes another number."""
    asked = list(parameter_shapes(in_shape, layers))
    kinds = [layer["kind"] for layer in layers if layer["kind"] in ("conv", "affine")]
    first = 2 * kinds.index("affine")
    other = [shape for shape in own_shapes if shape not in asked]
    if len(other) != 1 or len(other[0]) != 2 or other[0][0] != asked[first][0]:
        raise ShapeError("shapes are needed that differ in the inputs of one layer alone")
    return (*asked[:first], other[0], *asked[first + 1 :])


def of_own_sizes(of: Callable[..., Any], sizes: Function = of_one_size) -> Function:
    """What a function gives for layers of which one size, or several, are not as asked."""

    def wrong(
        x: Array,
        layers: Layers,
        arrays: Sequence[Array],
        own_shapes: Sequence[Shape],
        y: Array | None = None,
    ) -> Any:
        sized = sizes(np.shape(x)[1:], layers, own_shapes)
        labels = () if y is None else (y,)
        return of(x, *labels, sized, arrays)

    return wrong
