"""A layer class for 1D convolution: forward pass, backward pass and its own gradients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from problems.conv1d_layer_code.layer import Layer
from problems.family import Family, InCode, Level
from problems.probe import Check, Probe
from problems.stream import Stream

Array = NDArray[Any]


class Parameters(TypedDict):
    """The layer; a kernel of size 1 is a number, not an array."""

    kernel: int
    stride: int
    padding: int
    bias: bool


def draw(stream: Stream, level: Level) -> Parameters:
    """One weight at ``easy``, "same" at ``standard``, a stride and perhaps a bias at ``hard``."""
    if level == "easy":
        return {"kernel": 1, "stride": 1, "padding": 0, "bias": False}
    if level == "standard":
        kernel = stream.choice((3, 5, 7))
        return {"kernel": kernel, "stride": 1, "padding": kernel // 2, "bias": False}
    return {
        "kernel": stream.integer(2, 5),
        "stride": stream.integer(2, 3),
        "padding": 0,
        "bias": stream.chance(1, 2),
    }


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Each pass by itself, then what a layer has to remember, and what it has to forget."""

    def distinct(count: int) -> Array:
        """Odd numbers, no two of one size: no kernel is its own mirror image."""
        sizes = [2 * n + 1 for n in stream.shuffled(range(1, 51), count)]
        return np.array([size * stream.choice((-1, 1)) for size in sizes])

    def decimals(count: int) -> Array:
        return distinct(count) / 8

    def length(outputs: int, left_over: int = 0) -> int:
        """The length of an input that gives so many outputs; a stride may leave cells over."""
        least = p["stride"] * (outputs - 1) + p["kernel"] - 2 * p["padding"]
        return max(least, 1) + min(left_over, p["stride"] - 1)

    def new_layer(probe: Probe, index: str = "") -> Layer:
        bias = float(decimals(1)[0]) if p["bias"] else None
        return Layer(probe, decimals(p["kernel"]), bias, p["stride"], p["padding"], index)

    layer = new_layer(Probe())
    layer.forward(decimals(length(9)))
    yield Check("forward", layer.probe, marks=3)  # a slip is charged at the first check it fails

    layer = new_layer(Probe())
    layer.forward(distinct(length(8)))
    yield Check("forward-integers", layer.probe)

    layer = new_layer(Probe())
    layer.forward(decimals(length(1)))
    yield Check("shortest-input", layer.probe)

    for name, gradient in (("input-gradient", "dp"), ("kernel-gradient", "dw")):
        layer = new_layer(Probe())
        layer.forward(decimals(length(10, left_over=2)), read=False)
        layer.backward(decimals(10), read=(gradient,))
        yield Check(name, layer.probe, marks=3)

    if p["bias"]:
        layer = new_layer(Probe())
        layer.forward(decimals(length(11)), read=False)
        layer.backward(decimals(11), read=("db",))
        yield Check("bias-gradient", layer.probe)

    layer = new_layer(Probe())
    layer.forward(distinct(length(9, left_over=1)), read=False)
    layer.backward(decimals(9))
    yield Check("backward-integers", layer.probe)

    layer = new_layer(Probe())
    for _ in range(2):
        layer.forward(decimals(length(8)))
    layer.backward(decimals(8))
    yield Check("latest-input", layer.probe)

    layer = new_layer(Probe())
    layer.forward(decimals(length(12)), read=False)
    for _ in range(2):
        layer.backward(decimals(12))
    yield Check("two-backward-passes", layer.probe)

    probe = Probe()
    one, other = new_layer(probe, "_a"), new_layer(probe, "_b")
    for each in (one, other):
        each.forward(decimals(length(13)))
    one.other_x = other.inputs[0]
    one.backward(decimals(13))
    yield Check("two-layers", probe)

    layer = new_layer(Probe())
    layer.forward(decimals(length(10)), read=False)
    layer.backward(decimals(10), read=())
    layer.look_at_inputs()
    yield Check("inputs-unchanged", layer.probe, secondary=True)


FAMILY = Family(
    key="conv1d-layer-code",
    draw=draw,
    task=InCode(names=("LayerConv1d",), checks=checks),
    examples={
        "lecture": {"kernel": 1, "stride": 1, "padding": 0, "bias": False},
        "lecture-kernel-of-3": {"kernel": 3, "stride": 1, "padding": 1, "bias": False},
    },
)
