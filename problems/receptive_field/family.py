"""Receptive fields by forward and backward analysis, and how deep a network has to be or can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Integer, Rational, ReasonedChoice
from problems.quantity import Quantity
from problems.receptive_field import rules
from problems.receptive_field.own import of_network
from problems.rule import Rule
from problems.rules import receptive_field
from problems.stream import Stream
from problems.working import Working
from reference.receptive_field import jump
from reference.receptive_field import receptive_field as field_after

Layer = Mapping[str, Any]
"""A layer by its kind, its name and its numbers; a sum or concatenation has ``paths``."""


class Reach(TypedDict):
    """Further convolutions of this kernel, until the field is so large.

    They follow the network, or the image itself where ``on_image`` says so; their dilations are 1,
    ``growth``, ``growth`` squared and so on.
    """

    field: int
    kernel: int
    growth: int
    on_image: bool


class Room(TypedDict):
    """Convolutions without padding on an input of that size, with or without pooling 2 x 2."""

    size: int
    kernel: int
    pooled: bool


class Lack(TypedDict):
    """A network by the field and total jump of its last map, and what it is for, all in px.

    It is to tell patterns of that extent apart, at places that matter to that precision.
    """

    rf: int
    jump: int
    extent: int
    precision: int


class Parameters(TypedDict):
    """A network, whether it is gone through backwards as well, and what else is asked.

    A lecturer's own is ``called`` something. ``marks`` are those of the sizes of blocks; without
    them they have as many as what else is asked beside the table, as in older sheets.
    """

    called: NotRequired[str]
    layers: list[Layer]
    back: bool
    reach: NotRequired[Reach]
    room: NotRequired[Room]
    lack: NotRequired[Lack]
    marks: NotRequired[int]


def conv(name: str, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> Layer:
    """A convolution."""
    numbers = {"kernel": kernel, "stride": stride, "padding": padding, "dilation": dilation}
    return {"kind": "conv", "name": name, **numbers}


def pool(name: str, kernel: int, stride: int) -> Layer:
    """A max-pooling."""
    return {"kind": "pool", "name": name, "kernel": kernel, "stride": stride}


def block(name: str, *paths: Sequence[Layer]) -> Layer:
    """Paths side by side whose outputs are summed; one without layers is the identity."""
    return {"kind": "sum", "name": name, "paths": [list(path) for path in paths]}


def concatenation(name: str, *paths: Sequence[Layer]) -> Layer:
    """Paths side by side whose outputs are concatenated along the channels."""
    return {"kind": "concatenation", "name": name, "paths": [list(path) for path in paths]}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a network, and what is to be done with it."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    kernel = stream.choice((3, 5, 7))
    room = stream.choice((3, 5))
    return {
        "layers": [
            conv("conv1", kernel, padding=kernel // 2),
            pool("pool1", 2, 2),
            conv("conv2", stream.choice((3, 5)), padding=1),
            pool("pool2", *stream.choice(((2, 2), (3, 3)))),
            conv("conv3", 3, padding=1),
        ],
        "back": False,
        "reach": {
            "field": stream.integer(22, 42),
            "kernel": 3,
            "growth": 1,
            "on_image": True,
        },
        "room": {"size": stream.integer(33, 64), "kernel": room, "pooled": False},
        "lack": _lack(stream, ("larger-field", "smaller-regions")),
    }


def _standard(stream: Stream) -> Parameters:
    layers = [
        conv("conv1", stream.choice((3, 5, 7, 9)), stride=2, padding=2),
        pool("pool1", *stream.choice(((2, 2), (3, 2), (3, 3)))),
        conv("conv2", stream.choice((3, 5, 7)), padding=2, dilation=2),
        conv("conv3", stream.choice((3, 5, 7, 9)), stride=2, padding=2),
        conv("conv4", stream.choice((3, 5, 7, 9)), padding=1),
    ]
    field, distance = _after(layers)
    kernel = stream.choice((3, 5))
    step = (kernel - 1) * distance
    steps = field // step + stream.integer(3, 4)  # so that a field twice as large is not enough
    room = stream.choice((5, 7))
    return {
        "layers": layers,
        "back": True,
        "reach": {
            "field": field + step * steps - stream.integer(7, step - 8),
            "kernel": kernel,
            "growth": 1,
            "on_image": False,
        },
        "room": {"size": stream.integer(28, 64), "kernel": room, "pooled": False},
        "lack": _lack(stream, ("larger-field", "smaller-regions", "more-channels")),
    }


def _hard(stream: Stream) -> Parameters:
    strides = stream.shuffled((2, 1))  # of the 1 x 1 or of the 3 x 3
    middle = stream.choice((3, 5, 7))
    beside = stream.shuffled((3, 5))  # the longer path is the first or the last
    layers = [
        conv("conv1", 7, stride=2, padding=3),
        pool("pool1", stream.choice((2, 3)), 2),
        conv("conv2", stream.choice((3, 5, 7)), padding=2, dilation=stream.choice((2, 3))),
        block(
            "sum1",
            [
                conv("a1", 1, stride=strides[0]),
                conv("a2", middle, stride=strides[1], padding=middle // 2),
                conv("a3", 1),
            ],
            [conv("b1", 1, stride=2)],
        ),
        concatenation(
            "cat1",
            [conv("c1", 1), conv("c2", beside[0], padding=beside[0] // 2)],
            [pool("d1", beside[1], 1)],
        ),
    ]
    field, distance = _after(layers)
    steps = (field // (2 * distance) + 1).bit_length() + 2  # with two fewer the field is doubled
    reach = field + 2 * distance * (2**steps - 1)
    return {
        "layers": layers,
        "back": False,
        "reach": {
            "field": reach - stream.integer(8, distance * 2 ** (steps - 1)),
            "kernel": 3,
            "growth": 2,
            "on_image": False,
        },
        "room": {
            "size": stream.integer(100, 250),
            "kernel": stream.choice((3, 5)),
            "pooled": True,
        },
        "lack": _lack(stream, ("larger-field", "smaller-regions", "more-channels")),
        "marks": 12,  # of five numbers or six, so that a table from another sheet is a small part
    }


def _after(layers: Sequence[Layer], field: int = 1, distance: int = 1) -> tuple[int, int]:
    """Field and total jump behind layers."""
    for layer in layers:
        if "paths" in layer:
            ends = [_after(path, field, distance) for path in layer["paths"]]
            field, distance = max(end[0] for end in ends), ends[0][1]
        else:
            field = field_after(field, distance, layer["kernel"], layer.get("dilation", 1))
            distance = jump(distance, layer["stride"])
    return field, distance


def _lack(stream: Stream, options: Sequence[str]) -> Lack:
    """A network for which one of the options is right."""
    field, distance = stream.integer(40, 120), stream.choice((8, 16, 32))
    option = stream.choice(options)
    if option == "larger-field":
        extent = field + stream.integer(10, field // 2)
    else:
        extent = field - stream.integer(10, field // 2)
    if option == "smaller-regions":
        precision = stream.integer(2, distance // 2)
    else:
        precision = distance + stream.integer(1, 8)
    return {"rf": field, "jump": distance, "extent": extent, "precision": precision}


FIELDS: Mapping[str, Rule] = {
    "conv": receptive_field.CONV_FIELD.but(without=("dilation-moves-window",)),
    "pool": receptive_field.POOL_FIELD.but(
        also=(receptive_field.CONV_FIELD.slips_by_key["padding-widens-field"],)
    ),
}
JUMPS: Mapping[str, Rule] = {
    "conv": receptive_field.JUMP.but(also=(receptive_field.DILATION_AS_STRIDE,)),
    "pool": receptive_field.JUMP.but(
        also=(receptive_field.STRIDE_IS_KERNEL, receptive_field.STRIDE_LEFT_OUT)
    ),
}
BACK: Mapping[str, Rule] = {"conv": rules.CONV_BACK, "pool": rules.POOL_BACK}

CHANGE = ReasonedChoice(
    ("larger-field", "smaller-regions", "more-channels", "fewer-weights"),
    ("pattern-not-seen", "place-lost", "priors-fit", "learns-noise"),
)

_MARKS = 2
"""Of a blank that takes work; the first field of either analysis is a kernel."""
_MARKS_APART = 6
"""Of what is asked beside the table, which no two sheets have in common."""
_MARKS_OF_FEW = 4
"""The same of a number that is 5 or 6."""


def working(p: Parameters) -> Working:
    """The network forwards, backwards, and the questions about it."""
    w = Working()
    w.lay_out(columns=("rf", "jump", "back") if p["back"] else ("rf", "jump"))
    rf, distance = _forward(w, p["layers"], 1, 1)
    if p["back"]:
        _backward(w, p["layers"])
    if reach := p.get("reach"):
        _reach(w, reach, rf, distance)
    if room := p.get("room"):
        size = w.given("size", room["size"], meaning="side")
        if room["pooled"]:
            sizes = w.derive("sizes", rules.BLOCK_SIZES, size=size, kernel=room["kernel"])
            marks = p.get("marks", _MARKS_APART)
            w.ask(sizes, Rational(), marks, per_cell=True, size_told=False)
        else:
            depth = w.derive("deepest", rules.GREATEST_DEPTH, size=size, kernel=room["kernel"])
            w.ask(depth, Integer(), _MARKS_APART)
    if lack := p.get("lack"):
        w.ask(w.derive("change", rules.WHAT_TO_CHANGE, **lack), CHANGE, 4)
    return w


def _forward(
    w: Working, layers: Sequence[Layer], rf: Quantity | int, distance: Quantity | int
) -> tuple[Quantity | int, Quantity | int]:
    """Field and jump layer by layer; those behind the last."""
    for layer in layers:
        name = layer["name"]
        row = f"`{name}`"
        if "paths" in layer:
            ends = [_forward(w, path, rf, distance) for path in layer["paths"]]
            fields = tuple(end[0] for end in ends)
            rf = w.derive(f"{name}_rf", receptive_field.LONGEST_PATH, fields=fields, rf_in=rf)
            distance = ends[0][1]
            w.ask(rf, Integer("px"), cell=(row, "rf"))
            continue
        before: dict[str, Any] = {"rf_in": rf, "jump_in": distance}
        numbers = {key: value for key, value in layer.items() if key not in ("kind", "name")}
        kind = layer["kind"]
        if kind == "pool" and layer["stride"] == 1:  # the sheet pads it, to keep the size
            numbers.setdefault("padding", layer["kernel"] // 2)
        is_first = rf == 1
        rf = w.derive(f"{name}_rf", FIELDS[kind], **before, **numbers)
        if layer["kernel"] == 1 and layer is layers[0]:  # it widens nothing
            w.tell(rf, "rf", of=name)
        else:
            is_soon_had = is_first or layer["kernel"] == 1
            w.ask(rf, Integer("px"), 1 if is_soon_had else _MARKS, cell=(row, "rf"))
        earlier = distance if isinstance(distance, int) else w.evaluate(distance)
        distance = w.derive(f"{name}_jump", JUMPS[kind], **before, **numbers)
        if layer["stride"] > 1 and earlier > 1:
            w.ask(distance, Integer("px"), 2, cell=(row, "jump"))
        else:
            w.tell(distance, "jump", of=name)
    return rf, distance


def _backward(w: Working, layers: Sequence[Layer]) -> None:
    """The cells of the input of each layer that one value of the last map depends on."""
    cells: Quantity | int = 1
    for layer in reversed(layers):
        name, is_last = layer["name"], cells == 1
        numbers = {key: value for key, value in layer.items() if key not in ("kind", "name")}
        cells = w.derive(
            f"{name}_back", BACK[layer["kind"]], cells=cells, jump=w[f"{name}_jump"], **numbers
        )
        is_field = layer is layers[0]  # which the forward analysis has told
        w.ask(cells, Integer(), 1 if is_last or is_field else _MARKS, cell=(f"`{name}`", "back"))


def _reach(w: Working, reach: Reach, rf: Quantity | int, distance: Quantity | int) -> None:
    field = w.given("field", reach["field"], meaning="least-field")
    numbers: dict[str, Any] = {"field": field, "kernel": reach["kernel"]}
    if not reach["on_image"]:
        numbers |= {"rf_in": rf, "jump_in": distance}
    if reach["growth"] > 1:
        depth = w.derive("depth", rules.LEAST_DEPTH_DILATED, growth=reach["growth"], **numbers)
    else:
        rule = rules.LEAST_DEPTH_OF_IMAGE if reach["on_image"] else rules.LEAST_DEPTH
        depth = w.derive("depth", rule, **numbers)
    is_small = reach["growth"] > 1  # a number with few values, of which one is often right
    w.ask(depth, Integer(), _MARKS_OF_FEW if is_small else _MARKS_APART)


FAMILY = Family(
    key="receptive-field",
    draw_version=2,
    draw=draw,
    network=of_network,
    task=ByHand(working),
    core={
        "easy": ("kernel-not-reduced", "jump-forgotten", "jumps-added"),
        "standard": ("kernel-not-reduced", "jump-forgotten", "cells-not-reduced"),
        "hard": ("jump-forgotten", "shortest-path", "dilation-forgotten"),
    },
    examples={
        "lecture": Example(
            {
                "layers": [
                    conv("conv1", 5),
                    pool("pool1", 2, 2),
                    conv("conv2", 5),
                    pool("pool2", 2, 2),
                ],
                "back": False,
            },
            source="lecture on convolutional models, problem 1 (the fields are published; "
            "the factor is worked out on paper: 2 times 2)",
            answers={"conv1_rf": 5, "pool1_rf": 6, "conv2_rf": 14, "pool2_rf": 16, "pool2_jump": 4},
        ),
        "alexnet": Example(
            {
                "layers": [
                    conv("conv1", 11, 4),
                    pool("pool1", 3, 2),
                    conv("conv2", 5, padding=2),
                    pool("pool2", 3, 2),
                    conv("conv3", 3, padding=1),
                    conv("conv4", 3, padding=1),
                    conv("conv5", 3, padding=1),
                    pool("pool5", 3, 2),
                ],
                "back": False,
            },
            source="Araujo, Norris, Sim, Computing receptive fields of convolutional neural "
            "networks, Distill 2019: field 195 and effective stride 32 of AlexNet; the layers "
            "between are worked out on paper",
            answers={
                "conv1_rf": 11,
                "pool1_rf": 19,
                "pool1_jump": 8,
                "conv2_rf": 51,
                "pool2_rf": 67,
                "pool2_jump": 16,
                "conv3_rf": 99,
                "conv4_rf": 131,
                "conv5_rf": 163,
                "pool5_rf": 195,
                "pool5_jump": 32,
            },
        ),
        "stacked": Example(
            {
                "layers": [conv("conv1", 3, padding=1), conv("conv2", 3, padding=1)],
                "back": True,
                "reach": {"field": 7, "kernel": 3, "growth": 1, "on_image": True},
            },
            source="Simonyan, Zisserman, Very deep convolutional networks, arXiv:1409.1556, "
            "section 2.3: two 3 x 3 layers see 5 x 5, and three 7 x 7",
            answers={"conv1_rf": 3, "conv2_rf": 5, "conv2_back": 3, "conv1_back": 5, "depth": 3},
        ),
        "dilated": Example(
            {
                "layers": [conv("conv1", 3)],
                "back": False,
                "reach": {"field": 15, "kernel": 3, "growth": 2, "on_image": False},
            },
            source="Yu, Koltun, Multi-scale context aggregation by dilated convolutions, "
            "arXiv:1511.07122, section 2: fields of 3, 7 and 15 with dilations of 1, 2 and 4 "
            "(here behind a layer that already sees 3: 3, 5, 9, 17)",
            answers={"conv1_rf": 3, "depth": 3},
        ),
    },
)
