"""More mistakes in the layers of a model, each a function of them.

Where nothing can be mistaken, it leaves them as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any

from problems.rule import Slip
from reference.errors import ShapeError
from reference.model import Layers, Shape, parameter_shapes

Mistake = Callable[[Layers], Layers]

_POOLS = ("max-pool", "mean-pool")


def places_of(layers: Layers, *kinds: str) -> list[int]:
    """Where the layers of these kinds are."""
    return [at for at, layer in enumerate(layers) if layer["kind"] in kinds]


# -- mistakes in the layers ------------------------------------------------------------------------


def _changed_at(layers: Layers, changes: Mapping[int, Mapping[str, Any]]) -> Layers:
    return [{**layer, **changes.get(at, {})} for at, layer in enumerate(layers)]


def _relu_after_pooling(layers: Layers) -> Layers:
    """ReLU and the mean that follows it in the other order; with a maximum that is the same."""
    mistaken = list(layers)
    for at in range(1, len(mistaken)):
        if mistaken[at]["kind"] == "mean-pool" and mistaken[at - 1]["kind"] == "relu":
            mistaken[at - 1], mistaken[at] = mistaken[at], mistaken[at - 1]
    return mistaken


def _some_of_padded(number: int) -> Mistake:
    """The padding left out in some of the convolutions that have one: the n-th choice of them."""

    def mistake(layers: Layers) -> Layers:
        have = [at for at in places_of(layers, "conv") if layers[at]["padding"]]
        choices = [some for count in range(1, len(have)) for some in combinations(have, count)]
        if number >= len(choices):
            return layers
        return _changed_at(layers, {at: {"padding": 0} for at in choices[number]})

    return mistake


def _padding_and_stride_swapped(only: int | None) -> Mistake:
    def mistake(layers: Layers) -> Layers:
        convs = places_of(layers, "conv")
        chosen = convs if only is None else convs[only : only + 1]
        changes = {
            at: {"stride": layers[at]["padding"], "padding": layers[at]["stride"]}
            for at in chosen
            if layers[at]["padding"]
        }
        return _changed_at(layers, changes)

    return mistake


def _pooling_stride_of_kernel(layers: Layers) -> Layers:
    pools = places_of(layers, *_POOLS)
    return _changed_at(layers, {at: {"stride": layers[at]["kernel"]} for at in pools})


def _poolings(order: Callable[[Sequence[Any]], Sequence[Any]], *keys: str) -> Mistake:
    """The poolings in another order, or what the keys say of them."""

    def mistake(layers: Layers) -> Layers:
        pools = places_of(layers, *_POOLS)
        if (
            "kernel" in keys
            and len({(layers[at]["kernel"], layers[at]["stride"]) for at in pools}) < 2
        ):
            return layers  # only the kinds may differ, which has a name of its own
        others = order([layers[at] for at in pools])
        changes = {
            at: {key: other[key] for key in keys} for at, other in zip(pools, others, strict=True)
        }
        return _changed_at(layers, changes)

    return mistake


def _all_as_first(pools: Sequence[Any]) -> Sequence[Any]:
    return list(pools[:1]) * len(pools)


def _all_as_last(pools: Sequence[Any]) -> Sequence[Any]:
    return list(pools[-1:]) * len(pools)


def _without_biases(kind: str) -> Mistake:
    def mistake(layers: Layers) -> Layers:
        of_kind = places_of(layers, kind)
        others = of_kind if len(of_kind) > 1 else []  # one alone has a name of its own
        return _changed_at(layers, {at: {"bias": False} for at in others})

    return mistake


def _without_bias_of_third(layers: Layers) -> Layers:
    return _changed_at(layers, {at: {"bias": False} for at in places_of(layers, "conv")[2:3]})


def _without_layer(kind: str, place: int) -> Mistake:
    """A layer and the ReLU behind it left out; not the one of its kind that has to be there."""

    def mistake(layers: Layers) -> Layers:
        of_kind = places_of(layers, kind)
        if len(of_kind) < 2 or place >= len(of_kind) - (kind == "affine"):
            return layers
        at = of_kind[place]
        has_relu = at + 1 < len(layers) and layers[at + 1]["kind"] == "relu"
        return [*layers[:at], *layers[at + 1 + has_relu :]]

    return mistake


def _without_pooling(place: int) -> Mistake:
    """One of several poolings left out; without any of them it is a mistake with another name."""

    def mistake(layers: Layers) -> Layers:
        pools = places_of(layers, *_POOLS)
        if len(pools) < 2 or place >= len(pools):
            return layers
        return [*layers[: pools[place]], *layers[pools[place] + 1 :]]

    return mistake


def _without_relu_after_third(layers: Layers) -> Layers:
    behind = [at + 1 for at in places_of(layers, "conv")[2:3] if layers[at + 1]["kind"] == "relu"]
    return [layer for at, layer in enumerate(layers) if at not in behind]


MORE_IN_VALUES: Mapping[str, Mistake] = {
    "relu-after-pooling": _relu_after_pooling,
    "relu-forgotten-after-third-convolution": _without_relu_after_third,
}
"""Mistakes that leave the parameters as they are."""

MORE_IN_SHAPES: Mapping[str, Mistake] = {
    "padding-and-stride-swapped": _padding_and_stride_swapped(None),
    "pooling-stride-of-its-kernel": _pooling_stride_of_kernel,
    "poolings-mixed-up": _poolings(lambda p: p[::-1], "kind", "kernel", "stride"),
    "layer-left-out": _without_layer("affine", 0),
    "one-pooling-left-out": _without_pooling(0),
}
"""Mistakes that change the parameters too, or where rounding hides them the values alone."""

MORE_WAYS: Mapping[str, Sequence[Mistake]] = {
    "padding-forgotten": [_some_of_padded(number) for number in range(6)],
    "padding-and-stride-swapped": [_padding_and_stride_swapped(place) for place in range(3)],
    "poolings-mixed-up": [
        _poolings(lambda p: p[::-1], "kind"),
        _poolings(lambda p: p[::-1], "kernel", "stride"),
        *(
            _poolings(order, *keys)
            for keys in (("kind", "kernel", "stride"), ("kernel", "stride"))
            for order in (_all_as_first, _all_as_last)
        ),
    ],
    "layers-without-bias": [
        _without_biases("conv"),
        _without_biases("affine"),
        _without_bias_of_third,
    ],
    "layer-left-out": [_without_layer("conv", place) for place in range(3)],
    "one-pooling-left-out": [_without_pooling(place) for place in (1, 2)],
}
"""Other layers to which a mistake leads."""


# -- parameters of other shapes --------------------------------------------------------------------


def _without_one(place: int) -> Callable[..., tuple[Shape, ...]]:
    def shapes(in_shape: Sequence[int], layers: Layers) -> tuple[Shape, ...]:
        found = parameter_shapes(in_shape, layers)
        kinds = [layer["kind"] for layer in layers if layer["kind"] in ("conv", "affine")]
        if place >= len(kinds) or kinds.count(kinds[place]) < 2:
            raise ShapeError("several layers of a kind are needed, that one of them can be missing")
        return (*found[: 2 * place], *found[2 * place + 2 :])

    return shapes


WITHOUT_ONE = tuple(map(_without_one, range(5)))
"""The shapes without those of one layer, its weights and its biases: by the place of the layer."""


def channels_exchanged() -> Slip:
    """Numbers of inputs and of outputs in the other order: in one layer, or in all of a kind."""

    def turned(shapes: Sequence[Shape], chosen: Sequence[int]) -> tuple[Shape, ...]:
        found = list(shapes)
        for at in chosen:
            outputs, inputs, *kernel = shapes[at]
            found[at] = (inputs, outputs, *kernel)
            found[at + 1] = (inputs,)
        return tuple(found)

    def way(choose: Callable[[list[int], list[int]], Sequence[int]]) -> Callable[..., Any]:
        def wrong(in_shape: Sequence[int], layers: Layers) -> tuple[Shape, ...]:
            shapes = parameter_shapes(in_shape, layers)
            convs = [at for at, shape in enumerate(shapes) if len(shape) == 4]
            linear = [at for at, shape in enumerate(shapes) if len(shape) == 2]
            chosen = choose(convs, linear)
            if not chosen:
                raise ShapeError("a layer is needed whose channels can be exchanged")
            return turned(shapes, chosen)

        return wrong

    first, *others = (
        way(lambda convs, linear: convs[:1]),
        way(lambda convs, linear: convs[1:2]),
        way(lambda convs, linear: convs[2:3]),
        way(lambda convs, linear: convs if len(convs) > 1 else []),
        way(lambda convs, linear: linear[:1]),
        way(lambda convs, linear: linear[1:2]),
        way(lambda convs, linear: linear if len(linear) > 1 else []),
        way(lambda convs, linear: [*convs, *linear]),
    )
    return Slip("channels-exchanged", first, other_ways=tuple(others))
