"""The kinds of layers that a network's file may have: their keys, and what each puts out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from problems.network_values import (
    FLAG,
    Reader,
    WrongValueError,
    connections,
    cut,
    one_of,
    padding,
    text_of,
    whole,
)
from reference import map_shapes
from reference.geometry import Geometry, PoolWindow
from reference.sizes import conv_output_shape, flatten_shape, pool_output_shape

MOST_CELLS = 4096
"""Along a side of a map."""
MOST_CHANNELS = 2**16
_MOST_OF_WINDOW = 64

Shape = tuple[int, ...]
Numbers = dict[str, Any]
Inputs = Sequence[tuple[str, Shape]]
"""The layers, by name, that a layer takes its input from, and what they put out."""

_CHANNELS, _SIDE = whole(1, MOST_CHANNELS), whole(1, _MOST_OF_WINDOW)
_PADDING = padding(_MOST_OF_WINDOW, two_sided=True)


def _without_norm(numbers: Numbers) -> bool:
    """A bias stands where no normalisation follows, whose shift would take its place."""
    return not numbers["norm"]


_WINDOW: Mapping[str, tuple[Reader, Any]] = {
    "kernel": (_SIDE, None),
    "stride": (_SIDE, 1),
    "padding": (_PADDING, 0),
    "dilation": (_SIDE, 1),
}
_BIAS: Mapping[str, tuple[Reader, Any]] = {
    "norm": (FLAG, False),
    "bias": (FLAG, _without_norm),
}

FIELDS: Mapping[str, Mapping[str, tuple[Reader, Any]]] = {
    "conv": {
        "channels": (_CHANNELS, None),
        **_WINDOW,
        "groups": (_CHANNELS, 1),
        **_BIAS,
    },
    "depthwise": {"multiplier": (whole(1, 64), 1), **_WINDOW, **_BIAS},
    "transposed": {
        "channels": (_CHANNELS, None),
        "kernel": (_SIDE, None),
        "stride": (_SIDE, 1),
        "padding": (whole(0, _MOST_OF_WINDOW), 0),
        "output-padding": (whole(0, _MOST_OF_WINDOW), 0),
        "bias": (FLAG, True),
    },
    "pool": {
        "kernel": (_SIDE, None),
        "stride": (_SIDE, lambda numbers: numbers["kernel"]),
        "padding": (padding(_MOST_OF_WINDOW, two_sided=False), 0),
        "of": (one_of("max", "mean"), "max"),
        "round": (one_of("down", "up"), "down"),
    },
    "adaptive-pool": {"size": (_SIDE, 1)},
    "norm": {},
    "sum": {},
    "concat": {},
    "crop": {"cells": (cut(MOST_CELLS), None)},
    "shortcut": {"channels": (_CHANNELS, None), "stride": (_SIDE, 1)},
    "flatten": {},
    "fc": {"features": (_CHANNELS, None), "bias": (FLAG, True)},
    "table": {"kernel": (_SIDE, None), "inputs": (connections(MOST_CHANNELS), None)},
}
"""By kind and key: what is expected, and what it is without one (None: it has to be there)."""

ALIASES = {"adaptive-pool": "pool", "depthwise": "dw", "transposed": "up"}
"""How a layer without a name is called, before its number, where it is not by its kind."""

LEFT_OUT = frozenset(
    ("relu", "leakyrelu", "gelu", "silu", "swish", "sigmoid", "tanh", "softmax", "dropout")
)
"""Layers that change no shape and learn nothing."""


def output(kind: str, numbers: Numbers, inputs: Inputs) -> tuple[str, Numbers, Shape]:
    """A layer with numbers that fit its input, and the shape of what it puts out.

    Raises ShapeError and WrongValueError, in words.
    """
    name, shape = inputs[0]
    if kind == "fc" and len(shape) > 1:
        raise WrongValueError(
            f"a vector was expected, but `{name}` puts out {text_of(shape)}; put a flatten between",
            "after",
        )
    if kind not in ("flatten", "fc") and any(len(one) == 1 for _, one in inputs):
        name, shape = next(each for each in inputs if len(each[1]) == 1)
        raise WrongValueError(
            f"a map was expected, but `{name}` puts out {text_of(shape)}; only fc can follow it",
            "after",
        )
    if kind == "depthwise":
        kind, numbers = "conv", _as_grouped(numbers, shape[0])
    return kind, numbers, _SHAPES[kind](numbers, inputs)


def _as_grouped(numbers: Numbers, depth: int) -> Numbers:
    """A depthwise convolution as one with as many groups as channels."""
    found = {key: each for key, each in numbers.items() if key not in ("multiplier", *_BIAS)}
    bias = {key: numbers[key] for key in _BIAS}
    return {"channels": depth * numbers["multiplier"], **found, "groups": depth, **bias}


def _convolved(numbers: Numbers, inputs: Inputs) -> Shape:
    (name, shape), groups = inputs[0], numbers["groups"]
    for what, channels in ((f"`{name}` puts out", shape[0]), ("it has", numbers["channels"])):
        if channels % groups:
            raise WrongValueError(
                f"groups that divide all channels were expected, but {what} {channels} channels, "
                f"which {groups} does not divide",
                "groups",
            )
    stride, dilation = numbers["stride"], numbers["dilation"]
    if numbers["padding"] == "same":
        sides = map_shapes.same_pool_shape(shape, stride)[1:]
        return (numbers["channels"], *sides)
    both = numbers["padding"]
    pads = (tuple(both),) * 2 if isinstance(both, list) else both
    geometry = Geometry(stride, pads, dilation)
    return conv_output_shape(shape, numbers["channels"], numbers["kernel"], geometry)


def _transposed(numbers: Numbers, inputs: Inputs) -> Shape:
    (_, shape), stride = inputs[0], numbers["stride"]
    if numbers["output-padding"] >= stride:
        raise WrongValueError(
            f"an output padding below the stride was expected (the stride is {stride})",
            "output-padding",
        )
    more = numbers["kernel"] - 2 * numbers["padding"] + numbers["output-padding"]
    sides = [(n - 1) * stride + more for n in shape[1:]]
    if min(sides) < 1:
        raise WrongValueError("a smaller padding was expected: it crops all of it", "padding")
    return (numbers["channels"], *sides)


def _pooled(numbers: Numbers, inputs: Inputs) -> Shape:
    if numbers["padding"] == "same":
        if numbers["round"] == "up":
            raise WrongValueError('padding "same" rounds by itself: leave out `round`', "round")
        return map_shapes.same_pool_shape(inputs[0][1], numbers["stride"])
    up = numbers["round"] == "up"
    window = PoolWindow(numbers["kernel"], numbers["stride"], numbers["padding"], up)
    return pool_output_shape(inputs[0][1], window)


def _summed(numbers: Numbers, inputs: Inputs) -> Shape:
    if len(inputs) != 2:
        raise WrongValueError(f"two inputs were expected, but {len(inputs)} came", "after")
    (one, first), (other, second) = inputs
    if first != second:
        raise WrongValueError(
            f"two inputs of one shape were expected, but `{one}` puts out {text_of(first)} and "
            f"`{other}` {text_of(second)}; put a conv or a shortcut between",
            "after",
        )
    return first


def _concatenated(numbers: Numbers, inputs: Inputs) -> Shape:
    (one, first), *others = inputs
    for other, shape in others:
        if shape[1:] != first[1:]:
            raise WrongValueError(
                f"maps of one height and width were expected, but `{one}` puts out "
                f"{text_of(first)} and `{other}` {text_of(shape)}; put a crop between",
                "after",
            )
    return map_shapes.concatenated_maps([shape for _, shape in inputs])


def _cropped(numbers: Numbers, inputs: Inputs) -> Shape:
    return map_shapes.cropped_shape(inputs[0][1], *numbers["cells"])


def _shortcut(numbers: Numbers, inputs: Inputs) -> Shape:
    name, shape = inputs[0]
    if numbers["channels"] < shape[0]:
        raise WrongValueError(
            f"at least the {shape[0]} channels that `{name}` puts out were expected", "channels"
        )
    return map_shapes.shortcut_shape(shape, numbers["channels"], numbers["stride"])


def _by_table(numbers: Numbers, inputs: Inputs) -> Shape:
    (name, shape), seen = inputs[0], numbers["inputs"]
    if max(seen) > shape[0]:
        raise WrongValueError(
            f"at most the {shape[0]} maps that `{name}` puts out can be seen, but a map sees "
            f"{max(seen)}",
            "inputs",
        )
    return conv_output_shape(shape, len(seen), numbers["kernel"])


_SHAPES: Mapping[str, Callable[[Numbers, Inputs], Shape]] = {
    "conv": _convolved,
    "transposed": _transposed,
    "pool": _pooled,
    "adaptive-pool": lambda numbers, inputs: map_shapes.grid_shape(inputs[0][1], numbers["size"]),
    "norm": lambda numbers, inputs: inputs[0][1],
    "sum": _summed,
    "concat": _concatenated,
    "crop": _cropped,
    "shortcut": _shortcut,
    "flatten": lambda numbers, inputs: flatten_shape(inputs[0][1]),
    "fc": lambda numbers, inputs: (numbers["features"],),
    "table": _by_table,
}
