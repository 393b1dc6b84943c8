"""Models of which sizes are not as asked, with what follows from these: judged from the student's.

``own_shapes`` are the shapes of a student's parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, WouldFailError
from reference.errors import ShapeError
from reference.model import Layer, Layers, Shape, parameter_shapes

Array = NDArray[Any]

_MOST_CELLS_BEYOND = 1_000_000


MOST_WAYS = 12
"""So many sequences of layers at most are tried that have the shapes of a student's parameters."""


def of_one_size(
    in_shape: Sequence[int], layers: Layers, own_shapes: Sequence[Shape], way: int = 0
) -> Layers:
    """The layers with one thing changed that have the student's shapes of parameters.

    One number is changed, or a pooling is left out, added before the flattening, or has both of its
    numbers changed: several of these may lead to the same shapes, as where somebody has fitted the
    first fully connected layer to what comes to it. They are numbered by ``way``.

    Raises ShapeError where there are not so many.
    """
    found = _ways(in_shape, layers, own_shapes)
    if way >= len(found):
        raise ShapeError("more than one number of the layers is not as asked")
    return found[way]


def in_each_way(of: Callable[..., Any]) -> tuple[Function, ...]:
    """What a function gives for the layers that `of_one_size` finds, each of them."""

    def sizes(way: int) -> Function:
        return lambda in_shape, layers, own_shapes: of_one_size(in_shape, layers, own_shapes, way)

    return tuple(of_own_sizes(of, sizes(way)) for way in range(MOST_WAYS))


_KNOWN: dict[str, list[Layers]] = {}
_MOST_KNOWN = 50


def _ways(in_shape: Sequence[int], layers: Layers, own_shapes: Sequence[Shape]) -> Sequence[Layers]:
    """The first of the sequences that have the shapes; kept, since every slip asks for one."""
    key = repr((list(map(int, in_shape)), list(layers), sorted(own_shapes)))
    if key not in _KNOWN:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[key] = _found_ways(in_shape, layers, own_shapes)
    return _KNOWN[key]


def _found_ways(
    in_shape: Sequence[int], layers: Layers, own_shapes: Sequence[Shape]
) -> list[Layers]:
    asked = parameter_shapes(in_shape, layers)
    if sorted(own_shapes) == sorted(asked):
        raise ShapeError("other shapes are needed than those that were asked for")
    if sum(map(prod, own_shapes)) > sum(map(prod, asked)) + _MOST_CELLS_BEYOND:
        raise ShapeError("the parameters are too many to work out what comes of them")
    found: list[Layers] = []
    wanted = sorted(own_shapes)
    for changed in _changed_layers(layers, own_shapes):
        try:
            shapes = parameter_shapes(in_shape, changed)
        except ShapeError:
            continue
        if sorted(shapes) == wanted and changed not in found:
            found.append(changed)
            if len(found) == MOST_WAYS:
                break
    return found


def _changed_layers(layers: Layers, own_shapes: Sequence[Shape]) -> Iterator[Layers]:
    """The layers with one thing changed: poolings first, which are the fewest, and then numbers."""
    for at, layer in enumerate(layers):
        if layer["kind"] in _POOLS:
            yield [*layers[:at], *layers[at + 1 :]]
            for other in _other_windows(layer):
                yield [*layers[:at], other, *layers[at + 1 :]]
        if layer["kind"] == "flatten":
            for kind in _POOLS:
                for size in _SMALL:
                    added = {"kind": kind, "kernel": size, "stride": size}
                    yield [*layers[:at], added, *layers[at:]]
    for number in _SMALL:
        for names in (("kernel", "stride"), ("kernel",), ("stride",)):
            change = dict.fromkeys(names, number)
            yield [{**one, **change} if one["kind"] in _POOLS else one for one in layers]
    for at, layer in enumerate(layers):
        for name in _NUMBERS.get(layer["kind"], ()):
            for number in _numbers(name, own_shapes):
                yield [*layers[:at], {**layer, name: number}, *layers[at + 1 :]]


def _other_windows(layer: Layer) -> Iterator[Layer]:
    """A pooling with another window that is moved by its own size."""
    for size in _SMALL:
        yield {**layer, "kernel": size, "stride": size}


_POOLS = ("max-pool", "mean-pool")
_SMALL = range(2, 5)


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
    """What a function gives for layers of which one size, or several, are not as asked.

    It raises WouldFailError for a class that a model with fewer classes does not have.
    """

    def wrong(
        x: Array,
        layers: Layers,
        arrays: Sequence[Array],
        own_shapes: Sequence[Shape],
        y: Array | None = None,
    ) -> Any:
        sized = sizes(np.shape(x)[1:], layers, own_shapes)
        labels = () if y is None else (y,)
        classes = sized[-1].get("features")
        if y is not None and classes is not None and np.max(y) >= classes:
            raise WouldFailError(int(np.max(y)), words=("out of bounds",))
        return of(x, *labels, sized, arrays)

    return wrong
