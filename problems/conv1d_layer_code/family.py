"""A layer class for 1D convolution: forward pass, backward pass and its own gradients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from problems.conv1d_layer_code.layer import Layer
from problems.family import Example, Family, InCode, Level
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
    yield forward(p, stream)  # a slip is charged at the first check it fails
    yield forward_of_integers(p, stream)
    yield shortest_input(p, stream)
    yield gradient("input-gradient", "dp", p, stream)
    yield gradient("kernel-gradient", "dw", p, stream)
    if p["bias"]:
        yield bias_gradient(p, stream)
    yield backward_of_integers(p, stream)
    yield latest_input(p, stream)
    yield two_backward_passes(p, stream)
    yield two_layers(p, stream)
    yield untouched(p, stream)


def forward(p: Parameters, stream: Stream) -> Check:
    """The forward pass."""
    layer = new_layer(p, stream)
    layer.forward(decimals(stream, length(p, 9)))
    return Check("forward", layer.probe, marks=3)


def forward_of_integers(p: Parameters, stream: Stream) -> Check:
    """The forward pass of whole numbers, whose type may cut decimals off."""
    layer = new_layer(p, stream)
    layer.forward(distinct(stream, length(p, 8)))
    return Check("forward-integers", layer.probe)


def shortest_input(p: Parameters, stream: Stream) -> Check:
    """The forward pass of an input that has room for one output."""
    layer = new_layer(p, stream)
    layer.forward(decimals(stream, length(p, 1)))
    return Check("shortest-input", layer.probe)


def gradient(name: str, attribute: str, p: Parameters, stream: Stream) -> Check:
    """One gradient of the backward pass, after an input with cells that a stride leaves over."""
    layer = new_layer(p, stream)
    layer.forward(decimals(stream, length(p, 10, left_over=2)), read=False)
    layer.backward(decimals(stream, 10), read=(attribute,))
    return Check(name, layer.probe, marks=3)


def bias_gradient(p: Parameters, stream: Stream) -> Check:
    """The gradient by the bias, of a layer that has one."""
    layer = new_layer(p, stream)
    layer.forward(decimals(stream, length(p, 11)), read=False)
    layer.backward(decimals(stream, 11), read=("db",))
    return Check("bias-gradient", layer.probe)


def backward_of_integers(p: Parameters, stream: Stream) -> Check:
    """The backward pass after an input of whole numbers."""
    layer = new_layer(p, stream)
    layer.forward(distinct(stream, length(p, 9, left_over=1)), read=False)
    layer.backward(decimals(stream, 9))
    return Check("backward-integers", layer.probe)


def latest_input(p: Parameters, stream: Stream) -> Check:
    """The backward pass after two forward ones, of which the later counts."""
    layer = new_layer(p, stream)
    for _ in range(2):
        layer.forward(decimals(stream, length(p, 8)))
    layer.backward(decimals(stream, 8))
    return Check("latest-input", layer.probe)


def two_backward_passes(p: Parameters, stream: Stream) -> Check:
    """Two backward passes, of which the second has nothing left of the first."""
    layer = new_layer(p, stream)
    layer.forward(decimals(stream, length(p, 12)), read=False)
    for _ in range(2):
        layer.backward(decimals(stream, 12))
    return Check("two-backward-passes", layer.probe)


def two_layers(p: Parameters, stream: Stream) -> Check:
    """Two layers that share nothing: the first goes back after the second went forward."""
    probe = Probe()
    one, other = new_layer(p, stream, probe, "_a"), new_layer(p, stream, probe, "_b")
    for each in (one, other):
        each.forward(decimals(stream, length(p, 13)))
    one.other_x = other.inputs[0]
    one.backward(decimals(stream, 13))
    return Check("two-layers", probe)


def untouched(p: Parameters, stream: Stream) -> Check:
    """What was passed in, after both passes."""
    layer = new_layer(p, stream)
    layer.forward(decimals(stream, length(p, 10)), read=False)
    layer.backward(decimals(stream, 10), read=())
    layer.look_at_inputs()
    return Check("inputs-unchanged", layer.probe, secondary=True)


def new_layer(p: Parameters, stream: Stream, probe: Probe | None = None, index: str = "") -> Layer:
    """A layer with its own kernel and perhaps a bias, in a probe that others may share."""
    bias = float(decimals(stream, 1)[0]) if p["bias"] else None
    kernel = decimals(stream, p["kernel"])
    probe = Probe() if probe is None else probe
    return Layer(probe, kernel, bias, p["stride"], p["padding"], index)


def length(p: Parameters, outputs: int, left_over: int = 0) -> int:
    """The length of an input that gives so many outputs; a stride may leave cells over."""
    least = p["stride"] * (outputs - 1) + p["kernel"] - 2 * p["padding"]
    return max(least, 1) + min(left_over, p["stride"] - 1)


def decimals(stream: Stream, count: int) -> Array:
    """Odd eighths, no two of one size."""
    return distinct(stream, count) / 8


def distinct(stream: Stream, count: int) -> Array:
    """Odd numbers, no two of one size: no kernel is its own mirror image."""
    sizes = [2 * n + 1 for n in stream.shuffled(range(1, 51), count)]
    return np.array([size * stream.choice((-1, 1)) for size in sizes])


FAMILY = Family(
    key="conv1d-layer-code",
    draw=draw,
    task=InCode(names=("LayerConv1d",), checks=checks),
    examples={
        "lecture": Example(
            {"kernel": 1, "stride": 1, "padding": 0, "bias": False},
            source="lecture on the backward pass through convolutions, a kernel of size 1",
        ),
        "lecture-kernel-of-3": Example(
            {"kernel": 3, "stride": 1, "padding": 1, "bias": False},
            source="lecture on the backward pass through convolutions, a kernel of size k",
        ),
    },
)
