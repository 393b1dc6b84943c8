"""A layer class for 2D convolution, as far as it is not that of the kit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from problems.family import Example, Family, InCode, Level
from problems.layer_class.checks import standard_checks
from problems.layer_class.convolution import Convolution
from problems.probe import Check
from problems.stream import Stream


class Parameters(TypedDict):
    """The layer; a kernel is ``kernel`` high and ``kernel + wider`` wide."""

    kernel: int
    wider: int
    stride: int
    padding: int
    bias: bool
    channels: list[int]


def draw(stream: Stream, level: Level) -> Parameters:
    """A stride at ``standard`` and padding at ``hard``."""
    return {
        "kernel": 3 if level == "hard" else 2,
        "wider": 0 if level == "hard" else 1,
        "stride": 2 if level == "standard" else 1,
        "padding": 1 if level == "hard" else 0,
        "bias": level != "easy" or stream.chance(1, 2),
        "channels": stream.shuffled((1, 2, 3), 2),
    }


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Those of every layer class."""
    kernel = (p["kernel"], p["kernel"] + p["wider"])
    ins, outs = p["channels"]
    made = Convolution("LayerConv2d", kernel, p["stride"], p["padding"], p["bias"], (ins, outs))
    return standard_checks(made.kind, stream)


FAMILY = Family(
    key="layer2d-code",
    draw=draw,
    task=InCode(names=("LayerConv2d",), checks=checks, kits=("layer_class",)),
    examples={
        "plain": Example(
            {
                **{"kernel": 2, "wider": 1, "stride": 1, "padding": 0},
                **{"bias": True, "channels": [2, 3]},
            },
            source="made up",
        ),
    },
)
