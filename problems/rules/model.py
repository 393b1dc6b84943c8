"""Models as sequences of layers: their parameters, scores and loss, and the mistakes made in them.

A layer is a mapping with its ``kind`` and its hyperparameters: ``conv`` (channels, kernel, stride,
padding), ``max-pool`` and ``mean-pool`` (kernel, stride), ``affine`` (features), and ``relu``,
``flatten`` and ``softmax``, which have none. A mistaken model is a sequence of layers like any
other; it is given its parameters as a student's is: each the first unused array of its shape, or
zeros where no array has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Rule, Slip
from reference import affine, convolution, pooling, relu, sizes, softmax
from reference.errors import ShapeError

Array = NDArray[Any]
Shape = tuple[int, ...]
Layer = Mapping[str, Any]
Layers = Sequence[Layer]
Mistake = Callable[[Layers], Layers]


def parameter_shapes(in_shape: Sequence[int], layers: Layers) -> tuple[Shape, ...]:
    """The shapes of all parameters, in the order of the layers, for inputs (C, H, W).

    A convolution has (O, C, K, K) and the bias (O,), a fully connected layer (O, I) and (O,).
    Raises ShapeError where a layer does not fit its input.
    """
    return tuple(shape for _, shape in _parameters(in_shape, layers))


def logits(x: Array, layers: Layers, arrays: Sequence[Array]) -> Array:
    """The scores (N, classes) of images (N, C, H, W); the arrays are the parameters, in any order.

    Raises ShapeError where a layer does not fit its input.
    """
    h = np.asarray(x, dtype=np.float64)
    shapes = parameter_shapes(h.shape[1:], layers)
    parameters = iter(_loaded(shapes, arrays))
    for layer in layers:
        match layer["kind"]:
            case "conv":
                weights, bias = next(parameters), next(parameters) if _has_bias(layer) else None
                geometry = {"stride": layer["stride"], "padding": layer["padding"]}
                h = convolution.correlate2d(h, weights, bias, **geometry)
            case "affine":
                weights, bias = next(parameters), next(parameters) if _has_bias(layer) else None
                h = affine.affine(h, weights, bias)
            case "max-pool":
                h = pooling.max_pool2d(h, layer["kernel"], layer["stride"])
            case "mean-pool":
                h = pooling.mean_pool2d(h, layer["kernel"], layer["stride"])
            case "relu":
                h = relu.relu(h)
            case "softmax":
                h = softmax.softmax(h)
            case "flatten":
                maps = np.moveaxis(h, 1, -1) if layer.get("channels_last") else h
                h = maps.reshape(len(h), -1)
    return h


def loss(x: Array, y: Array, layers: Layers, arrays: Sequence[Array]) -> float:
    """The mean negative log-likelihood of classes y (N,), from 0, for images (N, C, H, W)."""
    return softmax.cross_entropy(logits(x, layers, arrays), y)


def _parameters(in_shape: Sequence[int], layers: Layers) -> Iterator[tuple[str, Shape]]:
    """The kind of layer that a parameter belongs to, and its shape."""
    shape = tuple(in_shape)
    for layer in layers:
        match layer["kind"]:
            case "conv" as kind:
                channels, kernel = layer["channels"], layer["kernel"]
                yield kind, (channels, shape[0], kernel, kernel)
                if _has_bias(layer):
                    yield kind, (channels,)
                shape = sizes.conv_output_shape(
                    shape, channels, kernel, stride=layer["stride"], padding=layer["padding"]
                )
            case "max-pool" | "mean-pool":
                shape = sizes.pool_output_shape(shape, layer["kernel"], layer["stride"])
            case "flatten":
                shape = sizes.flatten_shape(shape)
            case "affine" as kind:
                yield kind, (layer["features"], *shape)
                if _has_bias(layer):
                    yield kind, (layer["features"],)
                shape = (layer["features"],)


def _has_bias(layer: Layer) -> bool:
    return bool(layer.get("bias", True))


def _loaded(shapes: Sequence[Shape], arrays: Sequence[Array]) -> Iterator[Array]:
    unused = list(arrays)
    for shape in shapes:
        at = next((i for i, array in enumerate(unused) if array.shape == shape), None)
        yield np.zeros(shape) if at is None else unused.pop(at)


# -- mistakes in the sequence of layers ------------------------------------------------------------


def _changed(kinds: Sequence[str], change: Callable[[Layer], Mapping[str, Any]]) -> Mistake:
    """The mistake that changes something of all layers of these kinds."""
    return lambda layers: [
        {**layer, **change(layer)} if layer["kind"] in kinds else layer for layer in layers
    ]


def _without(*kinds: str) -> Mistake:
    return lambda layers: [layer for layer in layers if layer["kind"] not in kinds]


def _appended(kind: str) -> Mistake:
    return lambda layers: [*layers, {"kind": kind}]


def _without_some_relu(*, before_flatten: bool) -> Mistake:
    """ReLU left out on one side of flattening; not where that leaves none: then all are forgotten.

    A mistake that cannot be made leaves the layers as they are, and so explains no wrong value.
    """

    def mistake(layers: Layers) -> Layers:
        kinds = [layer["kind"] for layer in layers]
        flat = kinds.index("flatten")
        mistaken = [
            layer
            for at, layer in enumerate(layers)
            if layer["kind"] != "relu" or (at < flat) != before_flatten
        ]
        return mistaken if any(layer["kind"] == "relu" for layer in mistaken) else layers

    return mistake


_POOLS = ("max-pool", "mean-pool")

_MISTAKES_IN_VALUES: Mapping[str, Mistake] = {
    "relu-forgotten": _without("relu"),
    "relu-forgotten-after-convolutions": _without_some_relu(before_flatten=True),
    "relu-forgotten-after-affine": _without_some_relu(before_flatten=False),
    "relu-after-last-layer": _appended("relu"),
    "mean-for-max": _changed(("max-pool",), lambda _: {"kind": "mean-pool"}),
    "max-for-mean": _changed(("mean-pool",), lambda _: {"kind": "max-pool"}),
    "flattened-channels-last": _changed(("flatten",), lambda _: {"channels_last": True}),
}

_MISTAKES_IN_SHAPES: Mapping[str, Mistake] = {
    "pooling-forgotten": _without(*_POOLS),
    "pooling-with-stride-one": _changed(_POOLS, lambda _: {"stride": 1}),
    "same-for-valid": _changed(("conv",), lambda layer: {"padding": layer["kernel"] // 2}),
    "padding-forgotten": _changed(("conv",), lambda _: {"padding": 0}),
    "stride-forgotten": _changed(("conv",), lambda _: {"stride": 1}),
    "layers-without-bias": _changed(("conv", "affine"), lambda _: {"bias": False}),
}
"""Mistakes that change the parameters too (or, where rounding hides them, the values alone)."""

_MISTAKES = {**_MISTAKES_IN_VALUES, **_MISTAKES_IN_SHAPES}


def _mistaken(mistake: Mistake, layers: Layers) -> Layers:
    """The mistaken layers. Raises ShapeError where the mistake cannot be made."""
    changed = mistake(layers)
    if list(changed) == list(layers):
        raise ShapeError("a layer is needed in which the mistake can be made, but there is none")
    return changed


def _shapes_slip(key: str, mistake: Mistake) -> Slip:
    return Slip(key, lambda in_shape, layers: parameter_shapes(in_shape, mistake(layers)))


def _logits_slip(key: str, mistake: Mistake) -> Slip:
    return Slip(key, lambda x, layers, arrays: logits(x, _mistaken(mistake, layers), arrays))


def _loss_slip(key: str, mistake: Mistake) -> Slip:
    return Slip(key, lambda x, y, layers, arrays: loss(x, y, _mistaken(mistake, layers), arrays))


def _of_kind(kind: str) -> Callable[..., tuple[Shape, ...]]:
    return lambda in_shape, layers: tuple(
        shape for of, shape in _parameters(in_shape, layers) if of == kind
    )


PARAMETER_SHAPES = Rule(
    "parameter-shapes",
    parameter_shapes,
    slips=(
        *(_shapes_slip(key, mistake) for key, mistake in _MISTAKES_IN_SHAPES.items()),
        Slip("layers-not-registered", lambda: ()),
        Slip("convolutions-not-registered", _of_kind("affine")),
        Slip("affine-not-registered", _of_kind("conv")),
    ),
)

LOGITS = Rule(
    "logits",
    logits,
    slips=(
        *(_logits_slip(key, mistake) for key, mistake in _MISTAKES.items()),
        _logits_slip("probabilities-for-logits", _appended("softmax")),
        Slip("batch-size-hard-coded", logits, crashes=True),
    ),
)


def _chosen(scores: Array, y: Array) -> Array:
    """The score of the true class of each image: (N,)."""
    return np.asarray(scores[np.arange(len(scores)), y])


LOSS = Rule(
    "model-loss",
    loss,
    slips=(
        *(_loss_slip(key, mistake) for key, mistake in _MISTAKES.items()),
        _loss_slip("softmax-before-cross-entropy", _appended("softmax")),
        Slip("loss-summed-over-batch", lambda **inputs: loss(**inputs) * len(inputs["y"])),
        Slip("log-sign-forgotten", lambda **inputs: -loss(**inputs)),
        Slip(
            "log-softmax-forgotten",
            lambda x, y, layers, arrays: -_chosen(logits(x, layers, arrays), y).mean(),
        ),
        Slip(
            "logarithm-forgotten",
            lambda x, y, layers, arrays: (
                -_chosen(softmax.softmax(logits(x, layers, arrays)), y).mean()
            ),
        ),
    ),
)

LOSS_HAS_GRADIENT = Rule(
    "loss-has-gradient",
    lambda: True,
    slips=(Slip("loss-without-gradient", lambda: False),),
)
