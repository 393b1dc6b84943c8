"""A layer class for 1D convolution: forward pass, backward pass and its own gradients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from problems.family import Example, Family, InCode, Level
from problems.layer_class.checks import standard_checks
from problems.layer_class.convolution import Convolution
from problems.probe import Check
from problems.rules.other_numbers import STRIDES
from problems.stream import Stream


class Parameters(TypedDict):
    """The layer; a kernel of size 1 is a number, not an array."""

    kernel: int
    stride: int
    padding: int
    bias: bool


def draw(stream: Stream, level: Level) -> Parameters:
    """One weight at ``easy``, "same" at ``standard``, stride, padding and bias at ``hard``.

    The windows at ``hard`` overlap, so that gradients have to be added up.
    """
    if level == "easy":
        return {"kernel": 1, "stride": 1, "padding": 0, "bias": False}
    if level == "standard":
        kernel = stream.choice((3, 5, 7))
        return {"kernel": kernel, "stride": 1, "padding": kernel // 2, "bias": False}
    stride = stream.integer(2, 3)
    kernel = stream.integer(stride + 2, 7)
    padding = stream.integer(2, kernel // 2)
    return {"kernel": kernel, "stride": stride, "padding": padding, "bias": True}


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Those of every layer class."""
    made = Convolution("LayerConv1d", (p["kernel"],), p["stride"], p["padding"], p["bias"])
    return standard_checks(made.kind, stream)


def misread(p: Parameters) -> dict[str, list[Parameters]]:
    """The layers with another padding or stride, or none: their gradients are of other sizes."""
    kernel, stride, padding = p["kernel"], p["stride"], p["padding"]

    def padded(*widths: int) -> list[Parameters]:
        return [{**p, "padding": width} for width in widths]

    found: dict[str, list[Parameters]] = {}
    if padding:
        found["padding-forgotten"] = padded(0)
        found["padding-doubled"] = padded(2 * padding)
    if padding > 1:
        found["padding-halved"] = padded(padding // 2)
    if padding != kernel // 2:
        found["same-for-valid"] = padded(kernel // 2)
    others = set(range(1, kernel)) - {padding // 2, padding, 2 * padding}
    found["padding-of-another-width"] = padded(*sorted(others))
    if stride > 1:
        found["stride-forgotten"] = [{**p, "stride": 1}]
    found["another-stride"] = [{**p, "stride": n} for n in STRIDES if n != stride]
    return found


FAMILY = Family(
    key="conv1d-layer-code",
    draw=draw,
    task=InCode(
        names=("LayerConv1d",),
        checks=checks,
        kits=("layer_class", "weighted_layer"),
        misread=misread,
    ),
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
