"""Models as sequences of layers: their parameters, scores and loss, and the mistakes made in them.

A layer is a mapping with its ``kind`` and its hyperparameters: ``conv`` (channels, kernel, stride,
padding), ``max-pool`` and ``mean-pool`` (kernel, stride), ``affine`` (features), and ``relu``,
``flatten`` and ``softmax``, which have none. A mistaken model is a sequence of layers like any
other; it is given its parameters as a student's is: each the first unused array of its shape, or
zeros where no array has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
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
                shape = sizes.conv_output_shape(
                    shape,
                    layer["channels"],
                    layer["kernel"],
                    stride=layer["stride"],
                    padding=layer["padding"],
                )
            case "max-pool" | "mean-pool":
                shape = sizes.pool_output_shape(shape, layer["kernel"], layer["stride"])
            case "flatten":
                shape = sizes.flatten_shape(shape)
            case "affine":
                shape = (layer["features"],)
        yield layer, own, shape


def logits(x: Array, layers: Layers, arrays: Sequence[Array]) -> Array:
    """The scores (N, classes) of images (N, C, H, W); the arrays are the parameters, in any order.

    Raises ShapeError where a layer does not fit its input.
    """
    h = np.asarray(x, dtype=np.float64)
    unused = list(arrays)
    for layer in layers:
        own: list[Any] = [_taken(unused, shape) for shape in _own_shapes(layer, h.shape[1:])]
        match layer["kind"]:
            case "conv":
                geometry = {"stride": layer["stride"], "padding": layer["padding"]}
                h = convolution.correlate2d(h, *own, **geometry)
            case "affine":
                h = affine.affine(h, *own)
            case "max-pool":
                h = pooling.max_pool2d(_maps(h), layer["kernel"], layer["stride"])
            case "mean-pool":
                h = pooling.mean_pool2d(_maps(h), layer["kernel"], layer["stride"])
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


def _own_shapes(layer: Layer, in_shape: Shape) -> tuple[Shape, ...]:
    """The shapes of a layer's weights and bias; none where it has no parameters."""
    match layer["kind"]:
        case "conv":
            weights = (layer["channels"], in_shape[0], layer["kernel"], layer["kernel"])
        case "affine":
            weights = (layer["features"], *in_shape)
        case _:
            return ()
    return (weights, weights[:1]) if layer.get("bias", True) else (weights,)


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


def _without_relu_after_convolution(place: int) -> Mistake:
    """ReLU left out after one of several convolutions that have it."""

    def mistake(layers: Layers) -> Layers:
        kinds = [layer["kind"] for layer in layers]
        active = [at for at, pair in enumerate(pairwise(kinds)) if pair == ("conv", "relu")]
        if len(active) < 2:
            return layers
        return [layer for at, layer in enumerate(layers) if at != active[place] + 1]

    return mistake


def _without_one_bias(kind: str, place: int) -> Mistake:
    """No bias in one layer of a kind; a negative place counts from the last one."""

    def mistake(layers: Layers) -> Layers:
        of_kind = [at for at, layer in enumerate(layers) if layer["kind"] == kind]
        if not -len(of_kind) <= place < len(of_kind):
            return layers
        mistaken = list(layers)
        mistaken[of_kind[place]] = {**mistaken[of_kind[place]], "bias": False}
        return mistaken

    return mistake


_same_padding = _changed(("conv",), lambda layer: {"padding": layer["kernel"] // 2})


def _with_padding_everywhere(layers: Layers) -> Layers:
    """The padding that one convolution has in those without any too, or 1 where none has any.

    Not where each output has the size of its input then: that is a mistake with another name.
    """
    most = max(layer["padding"] for layer in layers if layer["kind"] == "conv") or 1
    mistaken = _changed(("conv",), lambda layer: {"padding": layer["padding"] or most})(layers)
    return layers if mistaken == _same_padding(layers) else mistaken


_POOLS = ("max-pool", "mean-pool")

_MISTAKES_IN_VALUES: Mapping[str, Mistake] = {
    "relu-forgotten": _without("relu"),
    "relu-forgotten-after-convolutions": _without_some_relu(before_flatten=True),
    "relu-forgotten-after-first-convolution": _without_relu_after_convolution(0),
    "relu-forgotten-after-second-convolution": _without_relu_after_convolution(1),
    "relu-forgotten-after-affine": _without_some_relu(before_flatten=False),
    "relu-after-last-layer": _appended("relu"),
    "mean-for-max": _changed(("max-pool",), lambda _: {"kind": "mean-pool"}),
    "max-for-mean": _changed(("mean-pool",), lambda _: {"kind": "max-pool"}),
    "flattened-channels-last": _changed(("flatten",), lambda _: {"channels_last": True}),
}

_MISTAKES_IN_SHAPES: Mapping[str, Mistake] = {
    "pooling-forgotten": _without(*_POOLS),
    "pooling-with-stride-one": _changed(_POOLS, lambda _: {"stride": 1}),
    "same-for-valid": _same_padding,
    "padding-forgotten": _changed(("conv",), lambda _: {"padding": 0}),
    "padding-in-every-convolution": _with_padding_everywhere,
    "stride-forgotten": _changed(("conv",), lambda _: {"stride": 1}),
    "layers-without-bias": _changed(("conv", "affine"), lambda _: {"bias": False}),
    "first-convolution-without-bias": _without_one_bias("conv", 0),
    "second-convolution-without-bias": _without_one_bias("conv", 1),
    "first-affine-without-bias": _without_one_bias("affine", -2),
    "last-affine-without-bias": _without_one_bias("affine", -1),
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
        shape
        for layer, own, _ in layer_shapes(in_shape, layers)
        if layer["kind"] == kind
        for shape in own
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
        _loss_slip("probabilities-for-logits", _appended("softmax")),
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
