"""Models as sequences of layers: their parameters, scores and loss, and the mistakes made in them.

A mistaken model is a sequence of layers like any other; it is given its parameters as a student's
is: each the first unused array of its shape, or zeros where no array has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Rule, Slip
from reference.errors import ShapeError
from reference.model import (
    Layer,
    Layers,
    Shape,
    layer_shapes,
    logits,
    loss,
    loss_has_gradient,
    parameter_shapes,
)
from reference.softmax import softmax

Array = NDArray[Any]
Mistake = Callable[[Layers], Layers]


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
            lambda x, y, layers, arrays: -_chosen(softmax(logits(x, layers, arrays)), y).mean(),
        ),
    ),
)

LOSS_HAS_GRADIENT = Rule(
    "loss-has-gradient",
    loss_has_gradient,
    slips=(Slip("loss-without-gradient", lambda: False),),
)
