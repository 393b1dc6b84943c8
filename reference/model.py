"""Models as sequences of layers: the shapes of their parameters, their scores and their loss.

A layer is a mapping with its ``kind`` and its hyperparameters: ``conv`` (channels, kernel, stride,
padding), ``max-pool`` and ``mean-pool`` (kernel, stride), ``affine`` (features), and ``relu``,
``flatten`` and ``softmax``, which have none. Beside these, a layer with parameters may be without
``bias``, and flattening may have ``channels_last``; both are mistakes that people make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from reference.affine import affine
from reference.convolution import correlate2d
from reference.errors import ShapeError
from reference.geometry import Geometry, PoolWindow
from reference.numbers import Array
from reference.pooling import max_pool2d, mean_pool2d
from reference.relu import relu
from reference.sizes import conv_output_shape, flatten_shape, pool_output_shape
from reference.softmax import cross_entropy, softmax

__all__ = [
    "Layer",
    "Layers",
    "Shape",
    "layer_shapes",
    "logits",
    "loss",
    "loss_has_gradient",
    "parameter_shapes",
]

Shape = tuple[int, ...]
Layer = Mapping[str, Any]
Layers = Sequence[Layer]


def parameter_shapes(in_shape: Sequence[int], layers: Layers) -> tuple[Shape, ...]:
    """The shapes of all parameters, in the order of the layers, for inputs (C, H, W).

    A convolution has (O, C, K, K) and the bias (O,), a fully connected layer (O, I) and (O,).
    Raises ShapeError where a layer does not fit its input.
    """
    return tuple(shape for _, own, _ in layer_shapes(in_shape, layers) for shape in own)


def layer_shapes(
    in_shape: Sequence[int], layers: Layers
) -> Iterator[tuple[Layer, tuple[Shape, ...], Shape]]:
    """Each layer with the shapes of its parameters and that of its output, for inputs (C, H, W).

    Raises ShapeError where a layer does not fit its input.
    """
    shape = tuple(in_shape)
    for layer in layers:
        own = _own_shapes(layer, shape)
        match layer["kind"]:
            case "conv":
                shape = conv_output_shape(
                    shape, layer["channels"], layer["kernel"], _geometry(layer)
                )
            case "max-pool" | "mean-pool":
                shape = pool_output_shape(shape, _window(layer))
            case "flatten":
                shape = flatten_shape(shape)
            case "affine":
                shape = (layer["features"],)
        yield layer, own, shape


def logits(x: Any, layers: Layers, arrays: Sequence[Array]) -> Array:
    """The scores (N, classes) of images (N, C, H, W); the arrays are the parameters, in any order.

    Each parameter is the first unused array of its shape, or zeros where no array has it. Raises
    ShapeError where a layer does not fit its input.
    """
    h = np.asarray(x, dtype=np.float64)
    unused = list(arrays)
    for layer in layers:
        own: list[Any] = [_taken(unused, shape) for shape in _own_shapes(layer, h.shape[1:])]
        match layer["kind"]:
            case "conv":
                bias = own[1] if len(own) > 1 else None
                h = correlate2d(h, own[0], bias, _geometry(layer))
            case "affine":
                h = affine(h, *own)
            case "max-pool":
                h = max_pool2d(_maps(h), _window(layer))
            case "mean-pool":
                h = mean_pool2d(_maps(h), _window(layer))
            case "relu":
                h = relu(h)
            case "softmax":
                h = softmax(h)
            case "flatten":
                maps = np.moveaxis(h, 1, -1) if layer.get("channels_last") else h
                h = maps.reshape(len(h), -1)
    return h


def loss(x: Any, y: Any, layers: Layers, arrays: Sequence[Array]) -> float:
    """The mean negative log-likelihood of classes y (N,), from 0, for images (N, C, H, W).

    Raises ShapeError where a layer does not fit its input, or a class does not exist.
    """
    return cross_entropy(logits(x, layers, arrays), y)


def loss_has_gradient() -> bool:
    """That a gradient can flow from a loss back to the parameters: it can if nothing cuts it off.

    Source: the manual of PyTorch, "Autograd mechanics": the result of differentiable operations on
    a tensor that requires a gradient requires one.
    """
    return True


def _own_shapes(layer: Layer, in_shape: Shape) -> tuple[Shape, ...]:
    """The shapes of a layer's weights and bias; none where it has no parameters."""
    match layer["kind"]:
        case "conv":
            weights = (layer["channels"], in_shape[0], layer["kernel"], layer["kernel"])
        case "affine" if len(in_shape) != 1:
            raise ShapeError(f"a vector per image is needed, but one of shape {in_shape} came")
        case "affine":
            weights = (layer["features"], *in_shape)
        case _:
            return ()
    return (weights, weights[:1]) if layer.get("bias", True) else (weights,)


def _geometry(layer: Layer) -> Geometry:
    return Geometry(stride=layer["stride"], padding=layer["padding"])


def _window(layer: Layer) -> PoolWindow:
    return PoolWindow(layer["kernel"], layer["stride"])


def _taken(unused: list[Array], shape: Shape) -> Array:
    """The first unused array of this shape, which is then used, or zeros."""
    for place, array in enumerate(unused):
        if array.shape == shape:
            return unused.pop(place)
    return np.zeros(shape)


def _maps(h: Array) -> Array:
    """What a pooling works on; a vector per image, which it would take for one map, is refused."""
    if h.ndim != 4:
        raise ShapeError(f"a shape (N, C, H, W) is needed, but {h.shape} came")
    return h
