"""Mistakes in the sequence of layers of a model, each a slip of all that is worked out of them.

A mistaken model is a sequence of layers like any other; it is given its parameters as a student's
is: each the first unused array of its shape, or the numbers of `reference.model.filling` where no
array has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from numpy.typing import NDArray

from problems.rule import Function, Slip
from problems.rules.model_mistakes import (
    MORE_IN_SHAPES,
    MORE_IN_VALUES,
    MORE_WAYS,
)
from problems.rules.model_sizes import (
    in_each_way,
)
from reference.errors import ShapeError
from reference.model import (
    Layer,
    Layers,
    logits,
    loss,
    loss_gradients,
    parameter_shapes,
)

Array = NDArray[Any]
Mistake = Callable[[Layers], Layers]


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


def _whole_maps_pooled(kind: str, *, replacing: bool) -> Mistake:
    """One number for each map before flattening, in place of the last pooling or after all."""

    def mistake(layers: Layers) -> Layers:
        kinds = [layer["kind"] for layer in layers]
        flat = kinds.index("flatten")
        ends = flat - 1 if replacing and kinds[flat - 1] in _POOLS else flat
        if replacing and ends == flat:
            return layers
        whole = {"kind": kind, "kernel": 1, "stride": 1, "whole": True}
        return [*layers[:ends], whole, *layers[flat:]]

    return mistake


MISTAKES_IN_VALUES: Mapping[str, Mistake] = {
    "relu-forgotten": _without("relu"),
    "relu-forgotten-after-convolutions": _without_some_relu(before_flatten=True),
    "relu-forgotten-after-first-convolution": _without_relu_after_convolution(0),
    "relu-forgotten-after-second-convolution": _without_relu_after_convolution(1),
    "relu-forgotten-after-affine": _without_some_relu(before_flatten=False),
    "relu-after-last-layer": _appended("relu"),
    "mean-for-max": _changed(("max-pool",), lambda _: {"kind": "mean-pool"}),
    "max-for-mean": _changed(("mean-pool",), lambda _: {"kind": "max-pool"}),
    "flattened-channels-last": _changed(("flatten",), lambda _: {"channels_last": True}),
    **MORE_IN_VALUES,
}

MISTAKES_IN_SHAPES: Mapping[str, Mistake] = {
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
    "pooling-rounded-up": _changed(_POOLS, lambda _: {"ceil": True}),
    "whole-maps-pooled": _whole_maps_pooled("mean-pool", replacing=True),
    **MORE_IN_SHAPES,
}
"""Mistakes that change the parameters too (or, where rounding hides them, the values alone)."""

_OTHER_WAYS: Mapping[str, Sequence[Mistake]] = {
    "whole-maps-pooled": (
        _whole_maps_pooled("mean-pool", replacing=False),
        _whole_maps_pooled("max-pool", replacing=True),
        _whole_maps_pooled("max-pool", replacing=False),
    ),
    **MORE_WAYS,
}
"""Other layers to which one of these mistakes leads."""

MISTAKES = {**MISTAKES_IN_VALUES, **MISTAKES_IN_SHAPES}


def _mistaken(mistake: Mistake, layers: Layers) -> Layers:
    """The mistaken layers. Raises ShapeError where the mistake cannot be made."""
    changed = mistake(layers)
    if list(changed) == list(layers):
        raise ShapeError("a layer is needed in which the mistake can be made, but there is none")
    return changed


def _slip(key: str, mistake: Mistake, of: Callable[[Mistake], Function]) -> Slip:
    """The slip of a mistake in the layers: ``of`` gives what is worked out of mistaken ones."""
    others = _OTHER_WAYS.get(key, ())
    return Slip(key, of(mistake), other_ways=tuple(map(of, others)))


def shapes_slip(key: str, mistake: Mistake) -> Slip:
    """A mistake in the layers as a slip of the shapes of all parameters."""
    return _slip(
        key,
        mistake,
        lambda made: lambda in_shape, layers: parameter_shapes(in_shape, made(layers)),
    )


def logits_slip(key: str, mistake: Mistake) -> Slip:
    """A mistake in the layers as a slip of the scores (N, classes)."""
    return _slip(
        key,
        mistake,
        lambda made: lambda x, layers, arrays: logits(x, _mistaken(made, layers), arrays),
    )


def loss_slip(key: str, mistake: Mistake) -> Slip:
    """A mistake in the layers as a slip of the loss."""
    return _slip(
        key,
        mistake,
        lambda made: lambda x, y, layers, arrays: loss(x, y, _mistaken(made, layers), arrays),
    )


def gradients_slip(key: str, mistake: Mistake) -> Slip:
    """A mistake in the layers as a slip of the gradients by all parameters, in one row."""
    return _slip(
        key,
        mistake,
        lambda made: (
            lambda x, y, layers, arrays: loss_gradients(x, y, _mistaken(made, layers), arrays)
        ),
    )


def one_size_slip(of: Callable[..., Any], *, may_fail: bool = False) -> Slip:
    """One thing about the layers is not as asked, in each way that leads to a student's shapes.

    What is worked out of classes ``may_fail``.
    """
    first, *others = in_each_way(of)
    key = "one-size-not-as-asked"
    return Slip(key, first, other_ways=tuple(others), last_resort=True, may_fail=may_fail)
