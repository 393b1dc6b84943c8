"""Models as sequences of layers: the shapes of their parameters, their scores and their loss.

A layer is a mapping with its ``kind`` and its hyperparameters: ``conv`` (channels, kernel, stride,
padding), ``max-pool`` and ``mean-pool`` (kernel, stride), ``affine`` (features), and ``relu``,
``flatten`` and ``softmax``, which have none. Beside these, a layer with parameters may be without
``bias``, flattening may have ``channels_last``, and pooling may round sizes up (``ceil``) or take
a map as a whole (``whole``); all of these are mistakes that people make.

Each parameter is the array at its own place, if there are as many and this one has its shape, or
else the first unused one of its shape, in the order of the layers. Where no array has its shape, it
holds the numbers of `filling`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod, sqrt
from typing import Any

import numpy as np

from reference.affine import (
    affine,
    affine_bias_gradient,
    affine_input_gradient,
    affine_weights_gradient,
)
from reference.convolution import (
    bias_gradient,
    correlate2d,
    correlate2d_input_gradient,
    correlate2d_kernel_gradient,
)
from reference.errors import ShapeError
from reference.geometry import Geometry, PoolWindow
from reference.numbers import Array
from reference.pooling import (
    max_pool2d,
    max_pool2d_gradient,
    mean_pool2d,
    mean_pool2d_gradient,
)
from reference.relu import relu, relu_gradient
from reference.sizes import conv_output_shape, flatten_shape, pool_output_shape
from reference.softmax import cross_entropy, logits_gradient, softmax

__all__ = [
    "Layer",
    "Layers",
    "Shape",
    "filling",
    "layer_shapes",
    "least_margin",
    "logits",
    "loss",
    "loss_gradients",
    "parameter_gradients",
    "parameter_shapes",
]

Shape = tuple[int, ...]
Layer = Mapping[str, Any]
Layers = Sequence[Layer]
Parameters = list[tuple[int | None, Array]]
"""Those of a layer: the place of each among the arrays, if it is one of them, and its numbers."""


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
                shape = pool_output_shape(shape, _window(layer, shape))
            case "flatten":
                shape = flatten_shape(shape)
            case "affine":
                shape = (layer["features"],)
        yield layer, own, shape


def logits(x: Any, layers: Layers, arrays: Sequence[Array]) -> Array:
    """The scores (N, classes) of images (N, C, H, W); the arrays are the parameters, in any order.

    Raises ShapeError where a layer does not fit its input.
    """
    h = np.asarray(x, dtype=np.float64)
    for layer, parameters in _with_parameters(h.shape, layers, arrays):
        h = _passed_on(layer, [array for _, array in parameters], h)
    return h


def parameter_gradients(x: Any, layers: Layers, arrays: Sequence[Array], dq: Any) -> Array:
    """The gradients by the arrays, each flattened and one after the other.

    They are those of what has the gradient ``dq`` (N, classes) by the scores of images
    (N, C, H, W). That of an array which is no parameter is zero. Raises ShapeError where a layer
    does not fit its input. Source: Goodfellow, Bengio, Courville, Deep Learning (2016),
    algorithm 6.4.
    """
    passed, scores = _passed_through(x, layers, arrays)
    dh = np.asarray(dq, dtype=np.float64)
    if dh.shape != scores.shape:
        raise ShapeError(f"a gradient of shape {scores.shape} is needed, but {dh.shape} came")
    return _gradients(passed, arrays, dh)


def _passed_through(
    x: Any, layers: Layers, arrays: Sequence[Array]
) -> tuple[list[tuple[Layer, Parameters, Array]], Array]:
    """Each layer with its parameters and what it was given, and the scores (N, classes)."""
    h = np.asarray(x, dtype=np.float64)
    passed = []
    for layer, parameters in _with_parameters(h.shape, layers, arrays):
        passed.append((layer, parameters, h))
        h = _passed_on(layer, [array for _, array in parameters], h)
    return passed, h


def _gradients(
    passed: Sequence[tuple[Layer, Parameters, Array]], arrays: Sequence[Array], dh: Array
) -> Array:
    """As `parameter_gradients`; none is passed back to the images, which nobody asks for."""
    found = [np.zeros(np.shape(array)) for array in arrays]
    for number, (layer, parameters, before) in reversed(list(enumerate(passed))):
        own = [array for _, array in parameters]
        gradients = _own_gradients(layer, own, before, dh)
        for (place, _), gradient in zip(parameters, gradients, strict=True):
            if place is not None:
                found[place] = gradient
        if number:
            dh = _passed_back(layer, own, before, dh)
    return np.concatenate([np.ravel(gradient) for gradient in found] or [np.zeros(0)])


def loss(x: Any, y: Any, layers: Layers, arrays: Sequence[Array]) -> float:
    """The mean negative log-likelihood of classes y (N,), from 0, for images (N, C, H, W).

    Raises ShapeError where a layer does not fit its input, or a class does not exist.
    """
    return cross_entropy(logits(x, layers, arrays), y)


def loss_gradients(x: Any, y: Any, layers: Layers, arrays: Sequence[Array]) -> Array:
    """The gradients of the loss by the arrays, each flattened and one after the other.

    Raises ShapeError where a layer does not fit its input, or a class does not exist.
    """
    passed, scores = _passed_through(x, layers, arrays)
    by_logits = logits_gradient(softmax(scores), y)
    return _gradients(passed, arrays, by_logits / len(by_logits))


def least_margin(x: Any, layers: Layers, arrays: Sequence[Array]) -> float:
    """How far the nearest ReLU is from 0, and the nearest maximum from a tie that matters.

    A tie of two numbers that a ReLU has cut off does not; it is relative to the largest number
    that the layer gets. Infinite for a model with neither. Raises ShapeError where a layer does not
    fit its input.
    """
    h = np.asarray(x, dtype=np.float64)
    least = np.inf
    for layer, parameters in _with_parameters(h.shape, layers, arrays):
        scale = float(np.max(np.abs(h), initial=0.0)) or 1.0
        if layer["kind"] == "relu":
            least = min(least, float(np.min(np.abs(h), initial=np.inf)) / scale)
        elif layer["kind"] == "max-pool":
            least = min(least, _margin_of_maxima(h, _window(layer, h.shape)) / scale)
        h = _passed_on(layer, [array for _, array in parameters], h)
    return least


def _margin_of_maxima(h: Array, window: PoolWindow) -> float:
    """The least distance of a largest number in a window to the next one, where it is not 0."""
    kernel = np.broadcast_to(np.asarray(window.kernel), (2,))
    stride = np.broadcast_to(np.asarray(window.stride or window.kernel), (2,))
    views = np.lib.stride_tricks.sliding_window_view(h, tuple(kernel), (-2, -1))
    windows = views[..., :: stride[0], :: stride[1], :, :].reshape(-1, int(np.prod(kernel)))
    ordered = np.sort(windows, axis=-1)
    apart = (ordered[:, -1] - ordered[:, -2])[ordered[:, -1] > 0]
    return float(np.min(apart, initial=np.inf))


def filling(shape: Shape) -> Array:
    """Numbers for a parameter whose shape no array has; zeros would hide all that comes before.

    They are spread evenly over ``-limit <= value < limit``, with a limit that keeps activations of
    one size. Sources: Weyl 1916 (the multiples of the golden ratio, without their whole parts); He
    et al. 2015 (Delving deep into rectifiers), equation 10.
    """
    limit = 0.5 if len(shape) == 1 else sqrt(6 / max(prod(shape[1:]), 1))
    multiples = np.arange(1, prod(shape) + 1) * _GOLDEN
    return np.asarray(limit * (2 * (multiples - np.floor(multiples)) - 1)).reshape(shape)


_GOLDEN = 0.6180339887498949


def _with_parameters(
    x_shape: Shape, layers: Layers, arrays: Sequence[Array]
) -> Iterator[tuple[Layer, Parameters]]:
    """Each layer with its parameters: the place among the arrays, if it is one, and the numbers."""
    rows = [(layer, own) for layer, own, _ in layer_shapes(x_shape[1:], layers)]
    places = iter(_places([shape for _, own in rows for shape in own], arrays))
    for layer, own in rows:
        taken = [(next(places), shape) for shape in own]
        yield layer, [(n, filling(shape) if n is None else arrays[n]) for n, shape in taken]


def _places(shapes: Sequence[Shape], arrays: Sequence[Array]) -> list[int | None]:
    """The place among the arrays of that which each parameter is; None where none has its shape."""
    fits = len(shapes) == len(arrays)
    found = [n if fits and np.shape(arrays[n]) == s else None for n, s in enumerate(shapes)]
    unused = [n for n in range(len(arrays)) if n not in found]
    for at, shape in enumerate(shapes):
        if found[at] is None:
            found[at] = next((n for n in unused if np.shape(arrays[n]) == shape), None)
            unused = [n for n in unused if n != found[at]]
    return found


def _passed_on(layer: Layer, own: Sequence[Array], h: Array) -> Array:
    """What a layer makes of a batch."""
    match layer["kind"]:
        case "conv":
            return correlate2d(h, own[0], own[1] if len(own) > 1 else None, _geometry(layer))
        case "affine":
            return affine(h, *own)
        case "max-pool":
            return max_pool2d(_maps(h), _window(layer, h.shape))
        case "mean-pool":
            return mean_pool2d(_maps(h), _window(layer, h.shape))
        case "relu":
            return np.asarray(relu(h))
        case "softmax":
            return softmax(h)
        case _:
            maps = np.moveaxis(h, 1, -1) if layer.get("channels_last") else h
            return np.asarray(maps.reshape(len(h), -1))


def _own_gradients(layer: Layer, own: Sequence[Array], h: Array, dq: Array) -> list[Array]:
    """The gradients by the parameters of a layer that was given ``h``."""
    if not own:
        return []
    if layer["kind"] == "affine":
        return [affine_weights_gradient(h, dq), affine_bias_gradient(dq)][: len(own)]
    weights = correlate2d_kernel_gradient(h, dq, own[0].shape[-2:], _geometry(layer))
    return [weights, np.asarray(bias_gradient(dq))][: len(own)]


def _passed_back(layer: Layer, own: Sequence[Array], h: Array, dq: Array) -> Array:
    """The gradient by the input ``h`` of a layer, from that by its output."""
    size = h.shape[-2:]
    match layer["kind"]:
        case "conv":
            return correlate2d_input_gradient(dq, own[0], size, _geometry(layer))
        case "affine":
            return affine_input_gradient(dq, own[0])
        case "max-pool":
            return max_pool2d_gradient(h, dq, _window(layer, h.shape))
        case "mean-pool":
            return mean_pool2d_gradient(dq, size, _window(layer, h.shape))
        case "relu":
            return np.asarray(relu_gradient(h, dq))
        case "softmax":
            p = softmax(h)
            return np.asarray(p * (dq - np.sum(p * dq, axis=-1, keepdims=True)))
        case _ if layer.get("channels_last"):
            maps = np.moveaxis(h, 1, -1)
            return np.moveaxis(dq.reshape(maps.shape), -1, 1)
        case _:
            return np.asarray(dq.reshape(h.shape))


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


def _window(layer: Layer, shape: Shape) -> PoolWindow:
    """The window of a pooling layer that is given maps (..., H, W)."""
    if layer.get("whole"):
        return PoolWindow(shape[-2:])
    return PoolWindow(layer["kernel"], layer["stride"], ceil_mode=layer.get("ceil", False))


def _maps(h: Array) -> Array:
    """What a pooling works on; a vector per image, which it would take for one map, is refused."""
    if h.ndim != 4:
        raise ShapeError(f"a shape (N, C, H, W) is needed, but {h.shape} came")
    return h
