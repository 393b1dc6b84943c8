"""A layer class for 2D convolution: with channels, padding, bias and stride, by few loops."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from problems.family import Example, Family, InCode, Level
from problems.layer_class.checks import standard_checks
from problems.layer_class.convolution import Convolution
from problems.probe import Check, Style
from problems.stream import Stream

NAME = "LayerConv2d"
MOST_LOOPS = 2
"""As many as it takes to go through the windows, or through the cells of the kernel."""


class Parameters(TypedDict):
    """The layer. ``kernel`` is (K, L); ``channels`` are those of input and output (None: plain).

    ``few_loops`` asks for matrix products in place of loops over channels and cells.
    """

    kernel: list[int]
    stride: int
    padding: int
    bias: bool
    channels: list[int] | None
    few_loops: bool


def draw(stream: Stream, level: Level) -> Parameters:
    """A plain map at ``easy``, channels and padding at ``standard``, a stride at ``hard``.

    A kernel is no square, but where the padding keeps the size. The windows overlap, so that
    gradients have to be added up.
    """
    if level == "easy":
        return {
            "kernel": stream.shuffled((2, 3, 4), 2),
            "stride": 1,
            "padding": 0,
            "bias": stream.chance(1, 2),
            "channels": None,
            "few_loops": False,
        }
    channels = stream.shuffled((2, 3, 4), 2)
    if level == "standard":
        padding = stream.integer(1, 2)
        return {
            "kernel": [2 * padding + 1] * 2,
            "stride": 1,
            "padding": padding,
            "bias": stream.chance(1, 2),
            "channels": channels,
            "few_loops": False,
        }
    stride = stream.integer(2, 3)
    kernel = stream.shuffled((stride + 1, stride + 2), 2)
    return {
        "kernel": kernel,
        "stride": stride,
        "padding": stream.integer(1, 2),
        "bias": True,
        "channels": channels,
        "few_loops": True,
    }


def made(p: Parameters) -> Convolution:
    """The class that is asked for."""
    height, width = p["kernel"]
    channels = None if p["channels"] is None else (p["channels"][0], p["channels"][1])
    return Convolution(NAME, (height, width), p["stride"], p["padding"], p["bias"], channels)


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Those of every layer class."""
    return standard_checks(made(p).kind, stream)


def style(p: Parameters) -> tuple[Style, ...]:
    """Few loops in each pass, where they are asked for."""
    if not p["few_loops"]:
        return ()
    return tuple(
        Style(
            f"few-loops-{way}", f"{NAME}.{way}_pass", slip="loops-over-all-axes", loops=MOST_LOOPS
        )
        for way in ("fwd", "bwd")
    )


def misread(p: Parameters) -> dict[str, list[Parameters]]:
    """The layers with another padding or stride, or none: their gradients are of other sizes."""
    found: dict[str, list[Parameters]] = {}
    if p["padding"]:
        found["padding-forgotten"] = [{**p, "padding": 0}]
        found["padding-doubled"] = [{**p, "padding": 2 * p["padding"]}]
    if p["stride"] > 1:
        found["stride-forgotten"] = [{**p, "stride": 1}]
    return found


def of(
    kernel: tuple[int, int], padding: int = 0, channels: tuple[int, int] | None = None
) -> Parameters:
    """The layer of a lecture: without stride and bias."""
    return {
        "kernel": [*kernel],
        "stride": 1,
        "padding": padding,
        "bias": False,
        "channels": None if channels is None else [*channels],
        "few_loops": False,
    }


FAMILY = Family(
    key="conv2d-layer-code",
    draw=draw,
    task=InCode(
        names=(NAME,),
        checks=checks,
        style=style,
        kits=("layer_class", "weighted_layer"),
        misread=misread,
    ),
    examples={
        "lecture": Example(
            of((3, 3), padding=1),
            source="lecture on the backward pass through convolutions, a kernel k x k on a map",
        ),
        "lecture-tensors": Example(
            of((3, 3), padding=1, channels=(2, 3)),
            source="lecture on the backward pass through convolutions, tensors of third order",
        ),
    },
)
