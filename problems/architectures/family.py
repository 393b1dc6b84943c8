"""Rows of LeNet-5, AlexNet, VGG, ResNet and MobileNet: shapes, parameters, operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from problems.architectures import rules
from problems.architectures.networks import NETWORKS, Layer, Net, basic, bottleneck, inverted
from problems.family import LEVELS, ByHand, Example, Family, Level
from problems.forms import Form, Integer, Shape
from problems.quantity import Quantity
from problems.stream import Stream
from problems.working import Working

Row = Mapping[str, Any]
"""A layer of `networks`, and what is asked of it: ``asked`` are columns.

Its ``input`` is a shape, or, where ``after`` is there, what the rows of these names put out.
"""


class Stack(TypedDict):
    """Three 3 x 3 of C to C channels, against one 7 x 7."""

    channels: int


class Dense(TypedDict):
    """A block of DenseNet: each layer adds so many maps to all before it."""

    input: list[int]
    growth: int
    layers: int


class Head(TypedDict):
    """A new head for so many classes on features of a frozen backbone."""

    features: int
    classes: int
    frozen: int


class Parameters(TypedDict):
    """Rows of a network on square images, and what else is asked.

    ``total`` asks for the parameters of all rows together.
    """

    network: str
    image: list[int]
    rows: list[Row]
    total: bool
    stack: Stack | None
    dense: Dense | None
    head: Head | None


class _OnlyRows(TypedDict):
    stack: None
    dense: None
    head: None


_ONLY_ROWS: _OnlyRows = {"stack": None, "dense": None, "head": None}
"""Nothing is asked but rows."""


def asked(layer: Layer, *columns: str, after: Sequence[str] = ()) -> Row:
    """A row, and what is asked of it; its input is that of the layer, or other rows."""
    if not after:
        return {**layer, "asked": list(columns)}
    others = {key: value for key, value in layer.items() if key != "input"}
    return {**others, "after": list(after), "asked": list(columns)}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose rows of a network."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    column = stream.choice("abcde")
    network = stream.choice(("lenet5", "alexnet", "alexnet-one", f"vgg-{column}"))
    if network == "lenet5":
        return _of_lenet(stream)
    side = {"alexnet": 195, "alexnet-one": 192}.get(network, 160) + 32 * stream.integer(0, 3)
    layers = NETWORKS[network](side)
    convs = [each for each in layers if each["kind"] == "conv" and each["channels"] <= 256]
    first, *others = convs
    pools = [each for each in layers if each["kind"] == "pool"][:3]
    return {
        "network": network,
        "image": [3, side, side],
        "rows": [
            asked(first, "shape", "params"),
            asked(stream.choice(pools), "shape"),
            asked(stream.choice(others), "params"),
        ],
        "total": False,
        **_ONLY_ROWS,
        "stack": {"channels": 10 * stream.integer(1, 12)},
    }


def _of_lenet(stream: Stream) -> Parameters:
    side = 32 + 4 * stream.integer(0, 16)
    layers = {layer["name"]: layer for layer in NETWORKS["lenet5"](side)}
    return {
        "network": "lenet5",
        "image": [1, side, side],
        "rows": [
            asked(layers["c1"], "shape", "params"),
            asked(layers[stream.choice(("s2", "s4"))], "shape", "params"),
            asked(layers["c5"], "params"),
        ],
        "total": False,
        **_ONLY_ROWS,
        "stack": {"channels": 10 * stream.integer(1, 12)},
    }


def _standard(stream: Stream) -> Parameters:
    depth = stream.choice((18, 34))
    width = stream.choice((128, 256, 512))
    side = 32 * stream.integer(5, 9)
    net = Net(width // 2, side * 16 // width)
    basic(net, "", width, 2)
    a, b, shortcut, total = _named_shortly(net)
    return {
        "network": f"resnet-{depth}",
        "image": [3, side, side],
        "rows": [
            asked(a, "shape", "params", "norm"),
            asked(b, "params", after=[a["name"]]),
            asked(shortcut, "shape", "params"),
            asked(total, "adds", after=[b["name"], shortcut["name"]]),
        ],
        "total": True,
        **_ONLY_ROWS,
        "head": {
            "features": 512,
            "classes": stream.integer(5, 120),
            "frozen": {18: 11176512, 34: 21284672}[depth],
        },
    }


def _hard(stream: Stream) -> Parameters:
    network = stream.choice(("resnet-50", "resnet-50-paper", "mobilenet-v1", "mobilenet-v2"))
    side = 32 * stream.integer(5, 9)
    columns = ("shape", "params", "macs")
    if network == "mobilenet-v1":
        place = stream.choice((4, 6, 12))  # of a depthwise convolution with stride 2
        layers = {layer["name"]: layer for layer in NETWORKS[network](side)}
        names = [f"{kind}{n}" for n in (1, 2) for kind in ("dw", "pw")]
        found = [f"{kind}{n}" for n in (place, place + 1) for kind in ("dw", "pw")]
        own = [{**layers[one], "name": name} for one, name in zip(found, names, strict=True)]
        rows = [
            asked(own[0], *columns),
            asked(own[1], *columns, after=names[:1]),
            asked(own[2], "params", "macs", after=names[1:2]),
            asked(own[3], "params", "macs", after=names[2:3]),
        ]
    elif network == "mobilenet-v2":
        width, before, scale = stream.choice(((32, 24, 4), (64, 32, 8), (160, 96, 16)))
        net = Net(before, side // scale)
        inverted(net, "", 6, width, 2)
        a, b, c = _named_shortly(net)
        rows = [
            asked(a, *columns),
            asked(b, *columns, after=[a["name"]]),
            asked(c, *columns, after=[b["name"]]),
        ]
    else:
        width = stream.choice((128, 256, 512))
        net = Net(2 * width, side * 16 // width)
        bottleneck(net, "", width, 2, stride_first=network == "resnet-50-paper")
        a, b, c, shortcut, total = _named_shortly(net)
        rows = [
            asked(a, *columns),
            asked(b, *columns, after=[a["name"]]),
            asked(c, "params", "macs", after=[b["name"]]),
            asked(shortcut, "params"),
            asked(total, "adds", after=[c["name"], shortcut["name"]]),
        ]
    few, many = stream.integer(4, 8), stream.integer(5, 9)
    maps = [3] * few + [4] * many + [6]
    table = {
        "kind": "table",
        "name": "c3",
        "input": [6, 14, 14],
        "inputs": maps,
        "kernel": stream.choice((3, 5)),
    }
    return {
        "network": network,
        "image": [3, side, side],
        "rows": [*rows, asked(table, "params")],
        "total": True,
        **_ONLY_ROWS,
        "dense": {
            "input": [16 * stream.integer(2, 8), 28, 28],
            "growth": stream.choice((12, 24, 32)),
            "layers": stream.integer(4, 8),
        },
    }


FORMS: Mapping[str, Form] = {
    "shape": Shape("C, H, W"),
    "params": Integer(),
    "norm": Integer(),
    "macs": Integer("MAC"),
    "adds": Integer(),
}
"""The columns."""

_MARKS = 2


def working(p: Parameters) -> Working:
    """Row by row, then what else is asked."""
    w = Working()
    columns = [name for name in FORMS if any(name in row["asked"] for row in p["rows"])]
    w.lay_out(columns=columns)
    outputs: dict[str, Quantity] = {}
    weights: list[Quantity] = []
    norms: list[Quantity] = []
    for row in p["rows"]:
        in_shape = (
            outputs[row["after"][0]]
            if "after" in row
            else w.given(f"{row['name']}_input", tuple(row["input"]))
        )
        found = _row(w, row, in_shape)
        if "shape" in found:
            outputs[row["name"]] = found["shape"]
        if row["kind"] == "conv":
            weights.append(found["params"])
        if "norm" in found:
            norms.append(found["norm"])
        for column, step in found.items():
            if column in row["asked"]:
                w.ask(step, FORMS[column], _MARKS, cell=(f"`{row['name']}`", column))
            else:
                w.tell(step, column, of=row["name"])
    if p["total"]:
        total = w.derive(
            "total", rules.TOTAL_PARAMETERS, weights=tuple(weights), norms=tuple(norms)
        )
        w.ask(total, Integer(), _MARKS)
    _others(w, p)
    return w


def _row(w: Working, row: Row, in_shape: Quantity) -> dict[str, Any]:
    """What is worked out of a row, by its columns; only what is asked or needed."""
    name, kind = row["name"], row["kind"]
    numbers: dict[str, Any] = {"in_shape": in_shape}
    found: dict[str, Any] = {}
    if kind == "fc":
        numbers["features"] = row["features"]
        return {"params": w.derive(f"{name}_params", rules.AFFINE_PARAMETERS, **numbers)}
    if kind == "sum":
        return {"adds": w.derive(f"{name}_adds", rules.RESIDUAL_ADDITIONS, **numbers)}
    if kind == "table":
        numbers |= {"inputs": tuple(row["inputs"]), "kernel": row["kernel"]}
        return {"params": w.derive(f"{name}_params", rules.TABLE_PARAMETERS, **numbers)}
    numbers |= {key: row[key] for key in ("kernel", "stride", "padding")}
    if kind == "pool":
        found["shape"] = w.derive(f"{name}_shape", rules.POOL_SHAPE, **numbers)
        if row.get("scaled"):
            found["params"] = w.derive(f"{name}_params", rules.SCALED_PARAMETERS, **numbers)
        return found
    numbers |= {"channels": row["channels"], "dilation": 1}
    found["shape"] = w.derive(f"{name}_shape", rules.CONV_SHAPE, **numbers)
    numbers |= {"out_shape": found["shape"], "groups": row["groups"]}
    if row["groups"] == row["channels"]:
        rule = rules.DEPTHWISE_PARAMETERS
    else:
        rule = rules.CONV_PARAMETERS if row["bias"] else rules.PLAIN_PARAMETERS
    found["params"] = w.derive(f"{name}_params", rule, **numbers)
    if row["norm"]:
        found["norm"] = w.derive(f"{name}_norm", rules.NORM_LEARNED, **numbers)
    if "macs" in row["asked"]:
        found["macs"] = w.derive(f"{name}_macs", rules.CONV_MACS, **numbers)
    return found


def _others(w: Working, p: Parameters) -> None:
    if stack := p["stack"]:
        channels = w.given("channels", stack["channels"])
        three = w.derive("stacked", rules.STACKED, channels=channels, kernel=3, layers=3)
        w.ask(three, Integer(), _MARKS)
        one = w.derive("single", rules.SINGLE, channels=channels, kernel=7, layers=1)
        w.ask(one, Integer(), _MARKS)
    if dense := p["dense"]:
        in_shape = w.given("dense_input", tuple(dense["input"]))
        numbers: dict[str, Any] = {"growth": dense["growth"], "layers": dense["layers"]}
        shape = w.derive("dense_shape", rules.CONCATENATED_SHAPE, in_shape=in_shape, **numbers)
        w.ask(shape, Shape("C, H, W"), _MARKS)
        last = w.derive("dense_params", rules.DENSE_WEIGHTS, in_shape=in_shape, kernel=3, **numbers)
        w.ask(last, Integer(), _MARKS)
    if head := p["head"]:
        trained = w.derive("trained", rules.HEAD_PARAMETERS, **head)
        w.ask(trained, Integer(), _MARKS)


def _named_shortly(net: Net) -> list[Layer]:
    """The layers of a block that has no name of its own."""
    return [{**layer, "name": layer["name"].strip("_")} for layer in net.layers]


def _layer(network: str, side: int, name: str) -> Layer:
    """One layer of a network by its name."""
    return next(each for each in NETWORKS[network](side) if each["name"] == name)


FAMILY = Family(
    key="architectures",
    draw=draw,
    task=ByHand(working),
    subjects=dict.fromkeys(LEVELS, ("rounding",)),  # the first layers of these networks round
    core={
        "easy": ("bias-forgotten", "kernel-not-squared", "stack-as-one-kernel"),
        "standard": ("bias-counted", "norms-left-out", "frozen-counted"),
        "hard": ("norms-left-out", "table-ignored", "only-input-seen"),
    },
    examples={
        "lenet": Example(
            {
                "network": "lenet5",
                "image": [1, 32, 32],
                "rows": [
                    asked(_layer("lenet5", 32, "c1"), "shape", "params"),
                    asked(_layer("lenet5", 32, "s2"), "shape", "params"),
                    asked(_layer("lenet5", 32, "c3"), "params"),
                    asked(_layer("lenet5", 32, "s4"), "shape", "params"),
                    asked(_layer("lenet5", 32, "c5"), "shape", "params"),
                    asked(_layer("lenet5", 32, "f6"), "params"),
                ],
                "total": False,
                **_ONLY_ROWS,
            },
            source="LeCun, Bottou, Bengio, Haffner, Gradient-based learning applied to document "
            "recognition (1998), section II.B",
            answers={
                "c1_shape": (6, 28, 28),
                "c1_params": 156,
                "s2_shape": (6, 14, 14),
                "s2_params": 12,
                "c3_params": 1516,
                "s4_shape": (16, 5, 5),
                "s4_params": 32,
                "c5_shape": (120, 1, 1),
                "c5_params": 48120,
                "f6_params": 10164,
            },
        ),
        "alexnet": Example(
            {
                "network": "alexnet",
                "image": [3, 227, 227],
                "rows": [
                    asked(_layer("alexnet", 227, "conv1"), "shape", "params"),
                    asked(_layer("alexnet", 227, "pool1"), "shape"),
                    asked(_layer("alexnet", 227, "conv2"), "shape", "params"),
                    asked(_layer("alexnet", 227, "pool2"), "shape"),
                    asked(_layer("alexnet", 227, "conv3"), "params"),
                    asked(_layer("alexnet", 227, "conv4"), "params"),
                    asked(_layer("alexnet", 227, "conv5"), "params"),
                    asked(_layer("alexnet", 227, "pool5"), "shape"),
                    asked(_layer("alexnet", 227, "fc6"), "params"),
                ],
                "total": False,
                **_ONLY_ROWS,
            },
            source="course CS231n, notes on AlexNet: 55 x 55 x 96 and 35K, 27 x 27 x 96, "
            "27 x 27 x 256, 13 x 13 x 256, 6 x 6 x 256; the counts of the two groups and of fc6 "
            "are worked out on paper: 256 * (25 * 48 + 1), 384 * (9 * 256 + 1), "
            "384 * (9 * 192 + 1), 256 * (9 * 192 + 1), 4096 * 9217",
            answers={
                "conv1_shape": (96, 55, 55),
                "conv1_params": 34944,
                "pool1_shape": (96, 27, 27),
                "conv2_shape": (256, 27, 27),
                "conv2_params": 307456,
                "pool2_shape": (256, 13, 13),
                "conv3_params": 885120,
                "conv4_params": 663936,
                "conv5_params": 442624,
                "pool5_shape": (256, 6, 6),
                "fc6_params": 37752832,
            },
        ),
        "vgg": Example(
            {
                "network": "vgg-e",
                "image": [3, 224, 224],
                "rows": [
                    *(
                        asked(_layer("vgg-e", 224, name), "params")
                        for name in ("conv1_1", "conv1_2", "conv2_1", "conv2_2")
                    ),
                    *(
                        asked(_layer("vgg-e", 224, f"conv3_{place}"), "params")
                        for place in range(1, 5)
                    ),
                    asked(_layer("vgg-e", 224, "pool3"), "shape"),
                    asked(_layer("vgg-e", 224, "fc6"), "params"),
                ],
                "total": False,
                **_ONLY_ROWS,
                "stack": {"channels": 1},
            },
            source="Simonyan, Zisserman, arXiv:1409.1556, section 2.3: 27 C^2 against 49 C^2; "
            "course CS231n, notes on VGGNet: 1,728, 36,864, 73,728, 147,456, 294,912, 589,824 and "
            "102,760,448 weights, here with a bias for each output",
            answers={
                "conv1_1_params": 1792,
                "conv1_2_params": 36928,
                "conv2_1_params": 73856,
                "conv2_2_params": 147584,
                "conv3_1_params": 295168,
                "conv3_2_params": 590080,
                "conv3_3_params": 590080,
                "conv3_4_params": 590080,
                "pool3_shape": (256, 28, 28),
                "fc6_params": 102764544,
                "stacked": 27,
                "single": 49,
            },
        ),
        "vgg-13": Example(
            {
                "network": "vgg-b",
                "image": [3, 224, 224],
                "rows": [asked(_layer("vgg-b", 224, "conv5_2"), "shape", "params")],
                "total": False,
                **_ONLY_ROWS,
            },
            source="documentation of Keras, summary of VGG16: 2,359,808 parameters of the layer "
            "block5_conv2, which VGG-13 has as well",
            answers={"conv5_2_shape": (512, 14, 14), "conv5_2_params": 2359808},
        ),
        "vgg-11": Example(
            {
                "network": "vgg-a",
                "image": [3, 224, 224],
                "rows": [asked(_layer("vgg-a", 224, "conv3_2"), "shape", "params")],
                "total": False,
                **_ONLY_ROWS,
            },
            source="documentation of Keras, summary of VGG16: 590,080 parameters of the layer "
            "block3_conv2, which VGG-11 has as well",
            answers={"conv3_2_shape": (256, 56, 56), "conv3_2_params": 590080},
        ),
        "vgg-c": Example(
            {
                "network": "vgg-c",
                "image": [3, 224, 224],
                "rows": [asked(_layer("vgg-c", 224, "conv3_3"), "shape", "params")],
                "total": False,
                **_ONLY_ROWS,
            },
            source="Simonyan, Zisserman, arXiv:1409.1556, table 1, column C: conv1-256; worked out "
            "on paper: 257 * 256",
            answers={"conv3_3_shape": (256, 56, 56), "conv3_3_params": 65792},
        ),
    },
)
