"""Fully connected, locally connected and convolutional layers: connections, parameters, cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Decimal, Form, Integer, Rational, Shape
from problems.layer_costs import rules
from problems.quantity import Quantity
from problems.stream import Stream
from problems.working import Working


class Parameters(TypedDict):
    """A layer from ``input``, (N,) or (C, H, W), to so many channels, and what is asked of it.

    Its windows stay within the input ("valid"), or it is padded as TensorFlow's "SAME". ``asked``
    are names of blanks. ``images`` are those of a batch whose outputs are kept.
    """

    input: list[int]
    channels: int
    kernel: int
    stride: int
    padding: str
    asked: list[str]
    images: NotRequired[int]


MEGA, MEBI = 10**6, 2**20

EASY = (
    *("n", "fc_links", "fc_params", "local_links", "local_params", "conv_links", "conv_params"),
    "times",
)
STANDARD = (
    *("out", "fc_links", "fc_params", "local_links", "local_params", "conv_links", "conv_params"),
    "flops",
)
HARD = (
    *("out", "pad_top", "pad_bottom", "conv_links", "local_params", "plain_params"),
    "pair_params",
    *("norm_learned", "norm_stored", "flops", "memory", "mb", "mib"),
)


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a layer."""
    if level == "easy":
        return {
            "input": [stream.integer(14, 60)],
            "channels": 1,
            "kernel": stream.integer(3, 11),  # so that another sheet has another one, mostly
            "stride": 1,
            "padding": "valid",
            "asked": list(EASY),
        }
    if level == "standard":
        side = stream.integer(9, 14)
        return {
            "input": [stream.choice((2, 3)), side, side + stream.integer(1, 4)],
            "channels": stream.integer(5, 9),
            "kernel": stream.choice((3, 5)),
            "stride": 1,
            "padding": "valid",
            "asked": list(STANDARD),
        }
    side = 2 * stream.integer(24, 56)  # even, so that the padding differs on the two sides
    kernel, stride = stream.choice(((5, 2), (7, 2), (7, 4)))
    return {
        "input": [8 * stream.integer(1, 4), side, side + stream.integer(3, 30)],
        "channels": 8 * stream.integer(5, 12),
        "kernel": kernel,
        "stride": stride,
        "padding": "same",
        "asked": list(HARD),
        "images": 8 * stream.integer(2, 8),
    }


FORMS: Mapping[str, Form] = {
    "out": Shape("C, H, W"),
    "times": Rational(),
    "mb": Decimal(0.005),
    "mib": Decimal(0.005),
}
"""Of the blanks that are no whole numbers."""

CELLS: Mapping[str, tuple[str, str]] = {
    f"{layer}_{column}": (layer, column)
    for layer in ("fc", "local", "conv")
    for column in ("links", "params")
}

MARKS: Mapping[str, int] = {"n": 1, "conv_links": 1, "norm_stored": 1}
"""Of what is soon had; other blanks have more."""

_MARKS = 2


def working(p: Parameters) -> Working:
    """The layer in its three kinds, then what else it costs."""
    w = Working()
    rows = [row for row in ("fc", "local", "conv") if any(n.startswith(row) for n in p["asked"])]
    w.lay_out(rows=rows, columns=("links", "params"))
    kernel: Any = p["kernel"]
    layer: dict[str, Any] = {"channels": p["channels"], "kernel": kernel}
    if len(p["input"]) == 1:
        size = w.given("m", p["input"][0])
        in_shape: Any = (1, size)
        n = w.derive("n", rules.VALID_SIZE, size=size, kernel=kernel)
        out: Any = (1, n)
    else:
        in_shape = w.given("in_shape", tuple(p["input"]), meaning="input")
        if p["padding"] == "same":
            numbers = {**layer, "stride": p["stride"]}
            out = w.derive("out", rules.SAME_SHAPE, in_shape=in_shape, **numbers)
            side: dict[str, Any] = {"size": p["input"][1], "kernel": kernel, "stride": p["stride"]}
            if "pad_top" in p["asked"]:
                w.derive("pad_top", rules.SAME_BEFORE, **side)
                w.derive("pad_bottom", rules.SAME_AFTER, **side)
        else:
            plain: dict[str, Any] = {**layer, "stride": 1, "padding": 0, "dilation": 1}
            out = w.derive("out", rules.VALID_SHAPE, in_shape=in_shape, **plain)
    shapes: dict[str, Any] = {"in_shape": in_shape, "out_shape": out}
    _connections(w, p, {**shapes, **layer})
    if "pair_params" in p["asked"]:
        w.derive("pair_params", rules.PAIR_PARAMETERS, parameters=w["plain_params"], **shapes)
    _memory(w, p, shapes)
    for quantity in list(w.steps):
        name = quantity.name
        if name in p["asked"]:
            w.ask(
                quantity,
                FORMS.get(name, Integer()),
                MARKS.get(name, _MARKS),
                cell=CELLS.get(name),
            )
        else:
            w.tell(quantity, name)
    return w


def _connections(w: Working, p: Parameters, layer: Mapping[str, Any]) -> None:
    """Connections and parameters, and the operations of the convolution."""
    asked = set(p["asked"])
    if asked & {"fc_links", "fc_params", "times"}:
        dense = w.derive("fc_links", rules.DENSE_CONNECTIONS, **layer)
        if "fc_params" in asked:
            w.derive("fc_params", rules.DENSE_PARAMETERS, connections=dense, **layer)
    if asked & {"local_links", "times"}:
        local = w.derive("local_links", rules.LOCAL_CONNECTIONS, **layer)
        if "local_params" in asked:
            w.derive("local_params", rules.LOCAL_PARAMETERS, connections=local, **layer)
    conv: Quantity | None = None
    if asked & {"conv_links", "flops"}:
        conv = w.derive("conv_links", rules.CONV_CONNECTIONS, **layer)
    if "local_params" in asked and "local_links" not in asked:
        w.derive("local_params", rules.LOCAL_PARAMETERS, connections=conv, **layer)
    if "conv_params" in asked:
        vector = len(p["input"]) == 1
        rule = rules.VECTOR_PARAMETERS if vector else rules.MAP_PARAMETERS
        w.derive("conv_params", rule, **(layer if vector else {**layer, "groups": 1}))
    if "plain_params" in asked:
        w.derive("plain_params", rules.PLAIN_PARAMETERS, **layer)
    if "norm_learned" in asked:
        w.derive("norm_learned", rules.NORM_LEARNED, **layer)
        w.derive("norm_stored", rules.NORM_STORED, **layer)
    if "times" in asked:
        w.derive(
            "times",
            rules.TIMES_FEWER,
            more=w["fc_links"],
            fewer=w["local_links"],
            out_shape=layer["out_shape"],
        )
    if "flops" in asked:
        parameters: dict[str, Any] = (
            {"parameters": w["conv_params"]} if "conv_params" in asked else {}
        )
        w.derive("flops", rules.ARITHMETIC_OPERATIONS, connections=conv, **layer, **parameters)


def _memory(w: Working, p: Parameters, shapes: Mapping[str, Any]) -> None:
    if "memory" not in p["asked"]:
        return
    images: dict[str, Any] = {"images": p["images"]} if "images" in p else {}
    count = w.derive("memory", rules.ACTIVATION_BYTES, width=4, **images, **shapes)
    if "mb" in p["asked"]:
        w.derive("mb", rules.IN_UNITS, count=count, unit=MEGA)
        w.derive("mib", rules.IN_UNITS, count=count, unit=MEBI)


FAMILY = Family(
    key="layer-costs",
    draw_version=2,
    draw=draw,
    task=ByHand(working),
    core={
        "easy": ("plus-one-forgotten", "bias-forgotten", "weights-of-every-place"),
        "standard": ("input-channels-forgotten", "bias-forgotten", "macs-for-operations"),
        "hard": (
            *("larger-half-in-front", "macs-for-operations", "norm-statistics-forgotten"),
            "shared-layer-counted-twice",
        ),
    },
    examples={
        "lenet": Example(
            {
                "input": [1, 32, 32],
                "channels": 6,
                "kernel": 5,
                "stride": 1,
                "padding": "valid",
                "asked": ["out", "conv_links", "conv_params", "local_params"],
            },
            source="LeCun, Bottou, Bengio, Haffner, Gradient-based learning applied to document "
            "recognition (1998), section II.B: C1 has 6 maps of 28 x 28, 156 parameters, and "
            "122,304 connections, here without the 4,704 of the biases; unshared, a parameter for "
            "each of the 122,304",
            answers={
                "out": (6, 28, 28),
                "conv_links": 117600,
                "conv_params": 156,
                "local_params": 122304,
            },
        ),
        "pair": Example(
            {
                "input": [1, 32, 32],
                "channels": 6,
                "kernel": 5,
                "stride": 1,
                "padding": "valid",
                "asked": ["out", "plain_params", "pair_params"],
            },
            source="LeCun, Bottou, Bengio, Haffner (1998), section II.B: C1 has 6 maps of 28 x 28 "
            "and 156 parameters, 6 of which are biases; what follows it here was worked out on "
            "paper: 150 + 2 * 4704 + 1",
            answers={"out": (6, 28, 28), "plain_params": 150, "pair_params": 9559},
        ),
        "lecture": Example(
            {
                "input": [3, 128, 128],
                "channels": 16,
                "kernel": 3,
                "stride": 1,
                "padding": "same",
                "asked": ["out", "conv_links", "plain_params"],
            },
            source="lecture on convolutional networks: a regular convolution of 128 x 128",
            answers={"out": (16, 128, 128), "conv_links": 7077888, "plain_params": 432},
        ),
        "filters": Example(
            {
                "input": [3, 256, 256],
                "channels": 64,
                "kernel": 3,
                "stride": 1,
                "padding": "valid",
                "asked": ["out", "conv_params"],
            },
            source="laboratory on convolutional networks, corrected: 64 filters 3 x 3 on RGB have "
            "(3 * 3 * 3 + 1) * 64 parameters",
            answers={"out": (64, 254, 254), "conv_params": 1792},
        ),
        "whole-image": Example(
            {
                "input": [3, 256, 256],
                "channels": 1000,
                "kernel": 256,
                "stride": 1,
                "padding": "valid",
                "asked": ["out", "fc_links", "conv_links", "conv_params"],
            },
            source="laboratory on convolutional networks, corrected: a fully connected layer from "
            "3 x 256 x 256 to 1000 has 196,608,000 weights; a convolution with a kernel as large "
            "as the image is the same layer",
            answers={
                "out": (1000, 1, 1),
                "fc_links": 196608000,
                "conv_links": 196608000,
                "conv_params": 196609000,
            },
        ),
        "vgg": Example(
            {
                "input": [3, 224, 224],
                "channels": 64,
                "kernel": 3,
                "stride": 1,
                "padding": "same",
                "asked": ["out", "conv_links", "plain_params", "memory"],
            },
            source="course CS231n, notes on VGGNet: memory 224*224*64 = 3.2M numbers of 4 bytes, "
            "weights (3*3*3)*64 = 1,728; 86.7 million multiply-accumulate operations",
            answers={
                "out": (64, 224, 224),
                "conv_links": 86704128,
                "plain_params": 1728,
                "memory": 12845056,
            },
        ),
    },
)
