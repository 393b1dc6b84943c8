"""More mistakes in a model: in its layers, in what lies between them, and in what it is given.

A mistake in the layers is a function of these; where nothing can be mistaken, it leaves them as
they are. Mistakes between layers change the scores alone: ``x`` (N, C, H, W) are the images, and
``arrays`` the parameters, of the shapes that were asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from math import erf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Slip
from reference.errors import ShapeError
from reference.model import Layers, Shape, logits, parameter_shapes
from reference.softmax import softmax

Array = NDArray[Any]
Mistake = Callable[[Layers], Layers]
Made = Callable[[Array], Array]

_POOLS = ("max-pool", "mean-pool")
_WITH_PARAMETERS = ("conv", "affine")


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
}
"""Other layers to which a mistake leads."""


# -- parameters of other shapes --------------------------------------------------------------------


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


# -- mistakes between the layers -------------------------------------------------------------------


def _parts(layers: Layers, arrays: Sequence[Array], *kinds: str) -> list[Any]:
    """The layers between those of some kinds, each part with its own arrays."""
    if len(arrays) != 2 * len(places_of(layers, *_WITH_PARAMETERS)):
        raise ShapeError("weights and a bias of each layer are needed")
    ends = [*places_of(layers, *kinds), len(layers)]
    parts, begin, used = [], 0, 0
    for end in ends:
        part = layers[begin:end]
        count = 2 * len(places_of(part, *_WITH_PARAMETERS))
        parts.append((part, arrays[used : used + count]))
        begin, used = end + 1, used + count
    return parts


def _scores(
    made: Made, *kinds: str, chosen: Callable[[int, int], bool] = lambda number, of: True
) -> Callable[..., Any]:
    """The scores where something else is made in place of layers of these kinds, or of some."""

    def wrong(x: Array, layers: Layers, arrays: Sequence[Array]) -> Any:
        first, *rest = _parts(layers, arrays, *kinds)
        if not rest:
            raise ShapeError(f"a layer is needed among {kinds}")
        h = logits(x, *first)
        for number, (part, own) in enumerate(rest):
            is_flat = h.ndim == 2
            if chosen(number, len(rest)):
                h = made(h)
            else:
                h = np.maximum(h, 0)
            if is_flat and h.ndim != 2:
                raise ShapeError("a vector for each image is needed")
            h = logits(h, part, own) if part else h
        return h

    return wrong


def _of_images(change: Made) -> Callable[..., Any]:
    """The scores of other images."""

    def wrong(x: Array, layers: Layers, arrays: Sequence[Array]) -> Any:
        other = change(np.asarray(x, np.float64))
        if other.shape == np.shape(x) and np.array_equal(other, x):
            raise ShapeError("images are needed that the mistake changes")
        return logits(other, layers, arrays)

    return wrong


def _of_scores(change: Made) -> Callable[..., Any]:
    return lambda x, layers, arrays: change(logits(x, layers, arrays))


def _sigmoid(z: Array) -> Array:
    return np.asarray((1 + np.tanh(z / 2)) / 2)


def _gelu(z: Array) -> Array:
    return np.asarray(z * (1 + np.vectorize(erf)(z / np.sqrt(2))) / 2)


def _elu(z: Array) -> Array:
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


def _leaky(slope: float) -> Made:
    return lambda z: np.where(z > 0, z, slope * z)


_ACTIVATIONS: Sequence[Made] = (
    *(_sigmoid, np.tanh, _leaky(0.01), _leaky(0.1), _leaky(0.2), _elu, _gelu),
    *(lambda z: z * _sigmoid(z), lambda z: np.logaddexp(0, z), np.abs),
    *(lambda z: np.clip(z, 0, 6), lambda z: np.minimum(z, 0), lambda z: softmax(z)),
)


def _mixed(read: Callable[[Array], Array]) -> Made:
    """Maps read into a row for each image, with others' numbers in it, if there are others."""

    def made(h: Array) -> Array:
        if len(h) < 2:
            return h.reshape(len(h), -1)
        return read(h).reshape(len(h), -1)

    return made


def _standardised(axes: tuple[int, ...], ddof: int) -> Made:
    def made(x: Array) -> Array:
        spread = x.std(axis=axes, ddof=ddof, keepdims=True)
        return np.asarray((x - x.mean(axis=axes, keepdims=True)) / spread)

    return made


_ALL_OR_EACH = ((0, 1, 2, 3), (1, 2, 3))
"""The axes of all images together, and of each by itself."""


def _read_as_last(x: Array) -> Array:
    """Images read as though they came with the channels last."""
    n, c, h, w = x.shape
    return np.moveaxis(x.reshape(n, h, w, c), -1, 1)


def _turned_and_read(x: Array) -> Array:
    """Images with the channels last, read as though they came with them first."""
    return np.moveaxis(x, 1, -1).reshape(x.shape)


def logits_slips() -> tuple[Slip, ...]:
    """The slips of scores alone."""
    behind = _scores(_sigmoid, "relu", chosen=lambda number, of: number == of - 1)
    return (
        _slip(
            "another-activation",
            *(_scores(each, "relu") for each in _ACTIVATIONS),
            behind,
            _scores(np.tanh, "relu", chosen=lambda number, of: number == of - 1),
            _scores(_sigmoid, "relu", chosen=lambda number, of: number < of - 1),
            _scores(np.tanh, "relu", chosen=lambda number, of: number < of - 1),
        ),
        _slip(
            "images-rescaled",
            *map(
                _of_images,
                (
                    *(lambda x: x / 255, lambda x: x * 255, lambda x: x / 256),
                    *(lambda x: 2 * x - 1, lambda x: (x - 0.1307) / 0.3081, lambda x: x - 0.5),
                    *(lambda x: x - x.mean(), lambda x: x / np.abs(x).max()),
                    *(_standardised(axes, ddof) for axes in _ALL_OR_EACH for ddof in (0, 1)),
                    *(lambda x: (x - x.min()) / np.ptp(x), lambda x: np.clip(x, 0, 1)),
                ),
            ),
        ),
        _slip(
            "images-transposed",
            _of_images(lambda x: np.swapaxes(x, 2, 3)),
            _scores(lambda h: np.swapaxes(h, 2, 3).reshape(len(h), -1), "flatten"),
        ),
        _slip("channels-read-last", _of_images(_read_as_last), _of_images(_turned_and_read)),
        _slip(
            "images-mixed",
            _scores(_mixed(lambda h: h.reshape(-1, len(h)).T), "flatten"),
            _scores(_mixed(lambda h: np.moveaxis(h, 0, -1)), "flatten"),
            _scores(_mixed(lambda h: np.swapaxes(h, 0, 1)), "flatten"),
            _of_images(lambda x: np.swapaxes(x, 0, 1).reshape(x.shape)),
            _of_images(lambda x: np.moveaxis(x, 0, -1).reshape(x.shape)),
        ),
        _slip("batch-of-one-squeezed", _of_scores(np.squeeze)),
        _slip("scores-transposed", _of_scores(np.transpose)),
        _slip("classes-for-scores", _of_scores(lambda s: np.argmax(s, axis=-1))),
        _slip("sigmoid-of-logits", _of_scores(_sigmoid)),
    )


def _slip(key: str, *ways: Callable[[Array, Layers, Sequence[Array]], Any]) -> Slip:
    def made(way: Callable[[Array, Layers, Sequence[Array]], Any]) -> Callable[..., Any]:
        def wrong(x: Array, layers: Layers, arrays: Sequence[Array]) -> Any:
            with np.errstate(all="ignore"):  # images that are all alike have no spread
                return way(x, layers, arrays)

        return wrong

    first, *others = map(made, ways)
    return Slip(key, first, other_ways=tuple(others))
