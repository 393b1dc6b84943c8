"""The table of a convolutional network: shape, parameters and receptive field of every layer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from problems.cnn_table.own import of_network
from problems.family import SOUND, ByHand, Example, Family, Level
from problems.forms import Form, Integer, Shape
from problems.quantity import Quantity
from problems.rule import Rule
from problems.rules import costs, receptive_field, sizes
from problems.stream import Stream
from problems.working import Working
from reference.sizes import conv_output_size, pool_output_size

Layer = Mapping[str, Any]
"""A layer by its name, its kind and its hyperparameters; a convolution is followed by ReLU."""


SUBJECTS: Mapping[Level, tuple[str, ...]] = {"hard": ("rounding",)}
"""What a level teaches that the others do without."""


class Parameters(TypedDict):
    """The network; ``input`` is (C, H, W). ``macs`` asks for multiply-accumulates as well.

    ``marks`` are those of a blank that takes work; without them it has one. ``told`` asks as well
    for what the sheet says itself: the size of a vector, and the field behind another fully
    connected layer. Older sheets have neither, and ask for it.
    """

    input: list[int]
    layers: list[Layer]
    macs: bool
    marks: NotRequired[int]
    told: NotRequired[bool]


_MARKS: Mapping[Level, int] = {"easy": 4, "standard": 4, "hard": 3}
"""So that what can be had without work is a tenth at most."""


_DILATED = ((3, 4, 3), (5, 2, 3))
"""Kernel, dilation and padding of the layer with a dilation at the level ``hard``.

Behind strides of 2 and 2 a dilation of 2 left out looks like one of the strides left out, so there
are two; and kernel times dilation looks like gaps counted otherwise where both are equal, so they
are not. A map gets 2 cells smaller by each.
"""


def conv(
    name: str,
    channels: int,
    kernel: int,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
    groups: int = 1,
) -> Layer:
    """A convolutional layer with bias."""
    return {
        "kind": "conv",
        "name": name,
        "channels": channels,
        "kernel": kernel,
        "stride": stride,
        "padding": padding,
        "dilation": dilation,
        "groups": groups,
    }


def pool(name: str, kernel: int, stride: int) -> Layer:
    """A max-pooling layer."""
    return {"kind": "pool", "name": name, "kernel": kernel, "stride": stride}


def flatten(name: str) -> Layer:
    """A layer that makes a vector of its input."""
    return {"kind": "flatten", "name": name}


def affine(name: str, features: int) -> Layer:
    """A fully connected layer with bias."""
    return {"kind": "affine", "name": name, "features": features}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a network."""
    kernels = (3, 5, 7)
    side = stream.integer(20, 64)
    if level == "easy":
        return {
            "input": [stream.choice((1, 3)), side, side],
            "layers": [
                conv("conv1", stream.integer(4, 8), stream.choice(kernels)),
                pool("pool1", 2, 2),
                conv("conv2", stream.integer(10, 16), 3),
                flatten("flatten"),
                affine("fc1", stream.choice((5, 10, 20))),
            ],
            "macs": False,
            "marks": _MARKS[level],
            "told": False,
        }
    if level == "standard":
        return {
            "input": [stream.choice((1, 3)), side, side],
            "layers": [
                conv("conv1", stream.choice((6, 8, 12, 16)), stream.choice(kernels)),
                pool("pool1", 2, 2),
                conv("conv2", stream.choice((20, 24, 32)), stream.choice(kernels), padding=2),
                pool("pool2", *stream.choice(((2, 2), (3, 3)))),
                flatten("flatten"),
                affine("fc1", stream.choice((64, 100, 128, 256, 512))),
                affine("fc2", stream.choice((5, 10, 20))),
            ],
            "macs": False,
            "marks": _MARKS[level],
            "told": False,
        }
    groups = stream.choice((2, 4))
    kernel, dilation, padding = stream.choice(_DILATED)
    return {
        "input": [3, side, side + stream.integer(5, 32)],
        "layers": [
            conv("conv1", 8 * stream.integer(1, 3), stream.choice((5, 7)), stride=2, padding=2),
            pool("pool1", 3, 2),
            conv(
                "conv2",
                8 * stream.integer(4, 6),
                kernel,
                padding=padding,
                dilation=dilation,
                groups=groups,
            ),
            conv("conv3", 8 * stream.integer(7, 9), 3, stride=2, padding=1),
            flatten("flatten"),
            affine("fc1", stream.choice((10, 20, 50))),
        ],
        "macs": True,
        "marks": _MARKS[level],
        "told": False,
    }


def flaws(p: Parameters) -> Iterator[str]:
    """The last map has to have some size left."""
    *_, (_, _, side) = _sides(p)
    if side == 1:
        yield "the last map has one cell"


def judge(p: Parameters, level: Level) -> str:
    """Pooling that leaves cells over, which is a subject of one level alone, and flaws.

    There is nothing else against a table: every number in it stays positive whatever mistake of the
    level is made, and of what that changes a forgotten bias is told from every other mistake.
    """
    if "rounding" not in SUBJECTS.get(level, ()):
        for layer, side, _ in _sides(p):
            if layer["kind"] == "pool" and (side - layer["kernel"]) % layer["stride"]:
                return f"rounding in {layer['name']}_shape"
    return next(flaws(p), SOUND)


def _sides(p: Parameters) -> Iterator[tuple[Layer, int, int]]:
    """The layers that put out maps, and the height of a map before and after each."""
    side = p["input"][1]
    for layer in p["layers"]:
        before = side
        if layer["kind"] == "conv":
            side = conv_output_size(
                side, layer["kernel"], layer["stride"], layer["padding"], layer["dilation"]
            )
        elif layer["kind"] == "pool":
            side = pool_output_size(side, layer["kernel"], layer["stride"])
        else:
            return
        yield layer, before, side


def _last_map(p: Parameters) -> str:
    """The name of the last layer that puts out maps."""
    return str([layer["name"] for layer in p["layers"] if layer["kind"] in ("conv", "pool")][-1])


_OF_FIELDS = (receptive_field.COUNTED_BACK, receptive_field.CUT_AT_IMAGE)

COLUMNS: Mapping[str, Mapping[str, Rule]] = {
    "conv": {
        "shape": sizes.CONV_SHAPE,
        "params": costs.CONV_PARAMETERS,
        "rf": receptive_field.CONV_FIELD.but(also=_OF_FIELDS),
        "macs": costs.CONV_MACS,
        "jump": receptive_field.JUMP.but(also=receptive_field.OF_DILATED_JUMP),
    },
    "pool": {
        "shape": sizes.POOL_SHAPE,
        "params": costs.POOL_PARAMETERS,
        "rf": receptive_field.POOL_FIELD.but(also=_OF_FIELDS),
        "jump": receptive_field.JUMP.but(
            also=(
                receptive_field.STRIDE_IS_KERNEL,
                receptive_field.STRIDE_LEFT_OUT,
                receptive_field.POOLING_LEFT_OUT,
            )
        ),
    },
    "flatten": {
        "shape": sizes.FLATTEN_SHAPE,
        "side": sizes.SIDE,
    },
    "affine": {
        "shape": sizes.AFFINE_SHAPE,
        "params": costs.AFFINE_PARAMETERS,
        "rf": receptive_field.AFFINE_FIELD,
        "macs": costs.AFFINE_MACS,
    },
    "further affine": {
        "shape": sizes.AFFINE_SHAPE,
        "params": costs.AFFINE_PARAMETERS,
        "rf": receptive_field.VECTOR_FIELD,
        "macs": costs.AFFINE_MACS,
    },
}
"""The columns of each kind of layer, and the rules that fill them."""

FORMS: Mapping[str, Form] = {
    "shape": Shape("C, H, W"),
    "params": Integer(),
    "rf": Integer("px"),
    "macs": Integer("MAC"),
}
"""The columns that are asked."""


def working(p: Parameters) -> Working:
    """The table layer by layer."""
    w = Working()
    last: dict[str, Quantity | int] = {
        "shape": w.given("input_shape", tuple(p["input"]), meaning="image"),
        "rf": 1,
        "jump": 1,
        "side": w.given("input_side", p["input"][1], meaning="image"),
    }
    kind = ""
    seen: dict[str, Any] = {}  # shapes further back, which slips take for those before a layer
    image = tuple(p["input"])
    onwards = _onwards(p["layers"])
    for layer in p["layers"]:
        kind = "further affine" if kind == layer["kind"] == "affine" else layer["kind"]
        before = dict(last)
        in_sight: dict[str, Any] = {
            "rf_in": before["rf"],
            "jump_in": before["jump"],
            "map_size": before["side"],
            "in_size": p["input"][1],
            "image_shape": image,
            "onwards": onwards,
            **seen,
            **layer,
        }
        del in_sight["kind"], in_sight["name"]
        onwards = onwards[1:] if _has_window(layer) else onwards
        for column, rule in COLUMNS[kind].items():
            if not is_needed(p, layer, kind, column):
                continue
            last[column] = step = w.derive(
                f"{layer['name']}_{column}",
                rule,
                in_shape=before["shape"],
                out_shape=last["shape"],
                **in_sight,
            )
            if is_asked(p, kind, column):
                marks = p.get("marks", 1) if _takes_work(p, before["rf"], kind, column) else 1
                w.ask(step, FORMS[column], marks, meaning=column, of=layer["name"])
            elif column in FORMS:
                w.tell(step, column, of=layer["name"])
        seen["flat_shape" if kind == "affine" else "earlier_shape"] = before["shape"]
    return w


def _onwards(layers: Sequence[Layer]) -> tuple[tuple[int, int, int], ...]:
    """Kernel, stride and dilation of the layers up to the last that puts out maps."""
    return tuple(
        (layer["kernel"], layer["stride"], layer.get("dilation", 1))
        for layer in layers
        if _has_window(layer)
    )


def _has_window(layer: Layer) -> bool:
    return layer["kind"] in ("conv", "pool")


def _takes_work(p: Parameters, rf_in: Quantity | int, kind: str, column: str) -> bool:
    """Whether a value has to be worked out, and cannot be copied, or is always the same.

    Pooling has no parameters, a first field is a kernel, and a fully connected layer sees the whole
    image. The size of a vector is stated.
    """
    match column:
        case "shape":
            return "affine" not in kind
        case "params":
            return kind != "pool"
        case "rf" if kind == "affine":
            return _asks_what_is_told(p)  # as it was counted in older sheets
        case "rf":
            return rf_in != 1 and kind != "further affine"
    return True


def _asks_what_is_told(p: Parameters) -> bool:
    return p.get("told", True)


def is_asked(p: Parameters, kind: str, column: str) -> bool:
    """Costs are asked where the variant says so; a field that is no square has no single size."""
    is_told = (column == "shape" and "affine" in kind) or (
        column == "rf" and kind == "further affine"
    )
    if is_told and not _asks_what_is_told(p):
        return False
    return column in FORMS and {
        "macs": p["macs"],
        "rf": _is_square(p) or "affine" not in kind,
    }.get(column, True)


def is_needed(p: Parameters, layer: Layer, kind: str, column: str) -> bool:
    """Whether a column is asked or leads to one that is: the working has no others."""
    if column == "side":
        return _is_square(p)  # for the field of a fully connected layer
    if column == "jump":
        return _is_square(p) or layer["name"] != _last_map(p)
    if column == "shape" and layer is not p["layers"][-1]:
        return True
    return is_asked(p, kind, column)


def _is_square(p: Parameters) -> bool:
    return p["input"][1] == p["input"][2]


FAMILY = Family(
    key="cnn-table",
    draw=draw,
    flaws=flaws,
    judge=judge,
    subjects=SUBJECTS,
    task=ByHand(working),
    core={
        "easy": ("bias-forgotten", "kernel-not-reduced", "jump-forgotten", "plus-one-forgotten"),
        "standard": (
            "bias-forgotten",
            "kernel-not-reduced",
            "jump-forgotten",
            "padding-counted-once",
        ),
        "hard": ("bias-forgotten", "jump-forgotten", "dilation-forgotten", "groups-ignored"),
    },
    draw_version=3,
    network=of_network,
    examples={
        "lecture": Example(
            {
                "input": [1, 28, 28],
                "layers": [
                    conv("conv1", 16, 5),
                    pool("pool1", 2, 2),
                    conv("conv2", 32, 5),
                    pool("pool2", 2, 2),
                    flatten("flatten"),
                    affine("fc1", 512),
                    affine("fc2", 10),
                ],
                "macs": False,
            },
            source="lecture on convolutional models, problem 1 (the table is published)",
            answers={
                "conv1_shape": (16, 24, 24),
                "conv1_params": 416,
                "conv1_rf": 5,
                "pool1_shape": (16, 12, 12),
                "pool1_params": 0,
                "pool1_rf": 6,
                "conv2_shape": (32, 8, 8),
                "conv2_params": 12832,
                "conv2_rf": 14,
                "pool2_shape": (32, 4, 4),
                "pool2_params": 0,
                "pool2_rf": 16,
                "flatten_shape": (512,),
                "fc1_shape": (512,),
                "fc1_params": 262656,
                "fc1_rf": 28,
                "fc2_shape": (10,),
                "fc2_params": 5130,
                "fc2_rf": 28,
            },
        ),
    },
)
