"""What is drawn: rows of the networks as they are, on images of a drawn size."""

from __future__ import annotations

from collections.abc import Mapping

from problems.architectures.branched import INCEPTION
from problems.architectures.net import Layer
from problems.architectures.networks import NETWORKS
from problems.architectures.rows import ONLY_ROWS, Parameters, Row, Skip, asked
from problems.family import Level
from problems.stream import Stream

FROZEN: Mapping[str, int] = {
    "resnet-18": 11176512,
    "resnet-34": 21284672,
    "resnet-18-a": 11002688,
    "resnet-34-a": 21110848,
}
"""Parameters of a network without its head."""


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose rows of a network."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    column = stream.choice("abcde")
    network = stream.choice(
        ("lenet5", "alexnet", "alexnet-two-sided", "alexnet-one", f"vgg-{column}")
    )
    if network == "lenet5":
        return _of_lenet(stream)
    least = {"alexnet": 195, "alexnet-two-sided": 192, "alexnet-one": 192}.get(network, 160)
    side = least + 32 * stream.integer(0, 3)
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
        **ONLY_ROWS,
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
        **ONLY_ROWS,
        "stack": {"channels": 10 * stream.integer(1, 12)},
    }


def _standard(stream: Stream) -> Parameters:
    network = stream.choice(("resnet-18", "resnet-34", "resnet-18-a", "resnet-34-a"))
    stage = stream.integer(3, 5)
    side = 8 * stream.integer(20, 36)  # a block may be given a map of odd sides
    a, b, shortcut, total = _block(network, side, f"conv{stage}_1_")
    columns = ("shape", "params") if shortcut["kind"] == "conv" else ("shape",)
    return {
        "network": network,
        "image": [3, side, side],
        "rows": [
            asked(a, "shape", "params", "norm"),
            asked(b, "params", after=[a["name"]]),
            asked(shortcut, *columns),
            asked(total, "adds", after=[b["name"], shortcut["name"]]),
        ],
        "total": True,
        **ONLY_ROWS,
        "skip": _skip(stream),
        "head": {
            "features": 512,
            "classes": stream.integer(5, 120),
            "frozen": FROZEN[network],
        },
    }


def _skip(stream: Stream) -> Skip:
    """A map of the way down of U-Net, and the smaller one on the way up that it joins."""
    channels = stream.choice((64, 128, 256, 512))
    below, cut = stream.integer(12, 98), stream.integer(3, 44)
    side = 2 * (below + cut)
    return {
        "input": [channels, side, side],
        "cut": cut,
        "below": [2 * channels, below, below],
    }


_PLACES: Mapping[str, tuple[int, ...]] = {
    "mobilenet-v1": (4, 6, 12),  # of a depthwise convolution with stride 2
    "mobilenet-v2": (4, 7, 14),  # of a block with stride 2
}


def _hard(stream: Stream) -> Parameters:
    network = stream.choice(
        ("resnet-50", "resnet-50-paper", "mobilenet-v1", "mobilenet-v2", "googlenet")
    )
    side = 32 * stream.integer(5, 9)
    rows = _ROWS[network](stream, network, side)
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
        **ONLY_ROWS,
        "dense": {
            "input": [16 * stream.integer(2, 8), 28, 28],
            "growth": stream.choice((12, 24, 32)),
            "layers": stream.integer(4, 8),
        },
    }


_COLUMNS = ("shape", "params", "macs")


def _of_resnet(stream: Stream, network: str, side: int) -> list[Row]:
    a, b, c, shortcut, total = _block(network, side, f"conv{stream.integer(3, 5)}_1_")
    return [
        asked(a, *_COLUMNS),
        asked(b, *_COLUMNS, after=["a"]),
        asked(c, "params", "macs", after=["b"]),
        asked(shortcut, "params"),
        asked(total, "adds", after=["c", "s"]),
    ]


def _of_mobilenet_v1(stream: Stream, network: str, side: int) -> list[Row]:
    place = stream.choice(_PLACES[network])
    layers = {layer["name"]: layer for layer in NETWORKS[network](side)}
    names = [f"{kind}{n}" for n in (1, 2) for kind in ("dw", "pw")]
    found = [f"{kind}{n}" for n in (place, place + 1) for kind in ("dw", "pw")]
    own = [{**layers[one], "name": name} for one, name in zip(found, names, strict=True)]
    return [
        asked(own[0], *_COLUMNS),
        asked(own[1], *_COLUMNS, after=names[:1]),
        asked(own[2], "params", "macs", after=names[1:2]),
        asked(own[3], "params", "macs", after=names[2:3]),
    ]


def _of_mobilenet_v2(stream: Stream, network: str, side: int) -> list[Row]:
    a, b, c = _block(network, side, f"block{stream.choice(_PLACES[network])}_")
    return [
        asked(a, *_COLUMNS),
        asked(b, *_COLUMNS, after=["a"]),
        asked(c, *_COLUMNS, after=["b"]),
    ]


def _of_googlenet(stream: Stream, network: str, side: int) -> list[Row]:
    layers = _block(network, side, f"{stream.choice(list(INCEPTION))}_")
    b1, b2a, b2b, b3a, b3b, pool, b4, cat = layers
    branches = ["b1", "b2b", "b3b", "b4"]
    joined = {key: each for key, each in cat.items() if key != "inputs"}
    return [
        asked(b1, "params", "macs"),
        asked(b2a, "params"),
        asked(b2b, "params", "macs", after=["b2a"]),
        asked(b3a, "params"),
        asked(b3b, "params", after=["b3a"]),
        asked(pool, "shape"),
        asked(b4, "params", after=["pool"]),
        asked(joined, "shape", after=branches),
    ]


_ROWS = {
    "resnet-50": _of_resnet,
    "resnet-50-paper": _of_resnet,
    "mobilenet-v1": _of_mobilenet_v1,
    "mobilenet-v2": _of_mobilenet_v2,
    "googlenet": _of_googlenet,
}


def _block(network: str, side: int, prefix: str) -> list[Layer]:
    """The layers of a block of a network, by what their names add to that of the block."""
    return [
        {**layer, "name": layer["name"].removeprefix(prefix)}
        for layer in NETWORKS[network](side)
        if layer["name"].startswith(prefix)
    ]
