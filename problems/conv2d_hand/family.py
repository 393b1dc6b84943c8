"""Convolution and cross-correlation of maps by hand: one channel, then several with bias."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from problems.conv2d_hand import rules
from problems.family import ByHand, Example, Family, Level
from problems.forms import Rational, Shape, exact
from problems.quantity import Quantity
from problems.rule import Rule
from problems.stream import Stream
from problems.working import Working

Map = Mapping[str, Any]
"""One output: its ``name`` (that of its blank), its ``kind`` (in `KINDS`), its ``kernel`` (``w`` or
``v``) and its own numbers: ``before`` and ``after`` (padding), stride and dilation."""


class Layer(TypedDict):
    """A layer with numbers of its own along each axis, of which the output's shape is asked."""

    in_shape: list[int]
    channels: int
    kernels: list[int]
    strides: list[int]
    pads: list[int]
    gaps: list[int]


class Parameters(TypedDict):
    """A map or maps, kernels, biases where there are several channels, and what is asked."""

    x: list[Any]
    w: list[Any]
    v: list[Any] | None
    bias: list[int] | None
    maps: list[Map]
    layer: Layer | None


KINDS: Mapping[str, Rule] = {
    "correlation": rules.CORRELATION,
    "convolution": rules.CONVOLUTION,
    "strided": rules.STRIDED,
    "dilated": rules.DILATED,
    "padded-strided": rules.STRIDED,
    "padded-after": rules.CORRELATION,
    "channels": rules.CHANNELS,
}

_TOLD = ("correlation", "convolution")
_MARKS = 2


def one(name: str, kind: str, kernel: str = "w", **numbers: int) -> Map:
    """One output, with the numbers that its kind has."""
    return {"name": name, "kind": kind, "kernel": kernel, **numbers}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a map, kernels, and outputs that are about the level."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    return {
        "x": stream.matrix(3, 3, tuple(range(6))),
        "w": _rows(stream.shuffled((0, 1, -1, 2)), 2),
        "v": None,
        "bias": None,
        "maps": [one("q1", "correlation"), one("q2", "convolution")],
        "layer": None,
    }


def _standard(stream: Stream) -> Parameters:
    entries = (1, -1, *stream.vector(2, (-2, 2, 3)), *(0,) * 5)
    return {
        "x": stream.matrix(5, 5, tuple(range(-3, 6))),
        "w": _rows(stream.shuffled(entries), 3),
        "v": _rows(stream.shuffled((1, -1, 2, -3)), 2),
        "bias": None,
        "maps": [
            one("q1", "strided", stride=2),
            one("q2", "dilated", "v", dilation=2),
            one("q3", "padded-strided", before=1, after=1, stride=2),
        ],
        "layer": None,
    }


def _hard(stream: Stream) -> Parameters:
    kernel_shape = stream.choice(((2, 3), (3, 2)))
    kernels = [[_kernel(stream, *kernel_shape) for _ in range(2)] for _ in range(2)]
    kernel_size = stream.choice(((3, 5), (5, 3), (1, 3), (3, 7), (4, 3)))
    stride = stream.choice(((2, 1), (1, 2), (3, 2), (2, 3)))
    gap = stream.choice(((3, 1), (1, 2), (2, 3), (2, 1)))
    return {
        "x": [stream.matrix(5, 5, tuple(range(-3, 5))) for _ in range(2)],
        "w": kernels,
        "v": None,
        "bias": stream.shuffled((-3, -2, -1, 1, 2, 3), 2),
        "maps": [one("q1", "channels", before=0, after=1, stride=2)],
        "layer": {
            "in_shape": [stream.integer(2, 16), stream.integer(30, 60), stream.integer(61, 99)],
            "channels": stream.integer(17, 64),
            "kernels": list(kernel_size),
            "strides": list(stride),
            "pads": stream.shuffled((1, 2, 3, 4), 2),
            "gaps": list(gap),
        },
    }


def _kernel(stream: Stream, rows: int, columns: int) -> list[list[int]]:
    """Four entries that are not 0, and two that are."""
    values = [1, -1, *stream.vector(2, (-2, 1, 2, 3)), 0, 0]
    return _rows(stream.shuffled(values), columns)[:rows]


def _rows(cells: Sequence[int], width: int) -> list[list[int]]:
    return [list(cells[at : at + width]) for at in range(0, len(cells), width)]


def working(p: Parameters) -> Working:
    """Each output; where the input is padded, it is padded first."""
    w = Working()
    x = w.given("x", exact(p["x"]))
    kernels = {"w": w.given("w", exact(p["w"]))}
    if p["v"]:
        kernels["v"] = w.given("v", exact(p["v"]))
    bias: dict[str, Quantity] = {"bias": w.given("b", exact(p["bias"]))} if p["bias"] else {}
    for place, each in enumerate(p["maps"], start=1):
        kind = each["kind"]
        numbers = {k: v for k, v in each.items() if k not in ("name", "kind", "kernel")}
        source: Quantity = x
        if "after" in numbers:
            before, after = numbers.pop("before"), numbers.pop("after")
            rule = rules.PADDED if before else rules.PADDED_AFTER
            source = w.derive(f"x{place}", rule, f"x_{place}", x=x, before=before, after=after)
            w.tell(source, "padded", of=str(place))
        symbol = each["name"].replace("q", "q_")
        q = w.derive(
            each["name"],
            KINDS[kind],
            symbol,
            x=source,
            w=kernels[each["kernel"]],
            **bias,
            **numbers,
        )
        marks = 2 * _MARKS if kind == "channels" else _MARKS
        w.ask(q, Rational(), marks, per_cell=True, size_told=kind in _TOLD, meaning=kind)
    if p["layer"]:
        layer: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in p["layer"].items()
        }
        w.ask(w.derive("shape", rules.RECTANGULAR_SHAPE, **layer), Shape("C, H, W"), _MARKS)
    return w


def _published(
    x: list[Any], w: list[Any], source: str, answers: Mapping[str, Any], *maps: Map
) -> Example:
    return Example(
        {"x": x, "w": w, "v": None, "bias": None, "maps": list(maps), "layer": None},
        source=source,
        answers=answers,
    )


_RU = "lecture on convolutional networks"
_SMALL = [[1, 2, 3], [3, 4, 5], [1, 0, 2]]
_LARGE = [[1, 2, 3, 1, 0], [3, 4, 5, 2, 1], [1, 0, 2, 3, 4], [0, 1, 3, 1, 2], [1, 2, 4, 2, 3]]

FAMILY = Family(
    key="conv2d-hand",
    draw=draw,
    task=ByHand(working),
    core={
        "easy": ("kernel-flipped", "kernel-not-flipped", "kernel-transposed"),
        "standard": ("stride-forgotten", "dilation-as-gaps", "padding-doubled"),
        "hard": (
            "only-one-channel",
            "bias-added-per-channel",
            "padding-on-the-wrong-side",
            "numbers-of-axes-swapped",
        ),
    },
    examples={
        "small": _published(
            _SMALL,
            [[0, 1], [1, -1]],
            f"{_RU}: a 2 × 2 kernel",
            {"q1": [[1, 2], [5, 3]]},
            one("q1", "correlation"),
        ),
        "below": _published(
            _SMALL,
            [[0, 1], [1, -1]],
            f"{_RU}: the same padded below and on the right. It prints 4 in row 2, column 3, "
            "where 2 is right; worked out on paper",
            {"q1": [[1, 2, 5], [5, 3, 2], [0, 2, 0]]},
            one("q1", "padded-after", before=0, after=1),
        ),
        "stride": _published(
            _LARGE,
            [[0, 1, 0], [1, 0, -1], [0, -1, 0]],
            f"{_RU}: stride 2",
            {"q1": [[0, 2], [-5, 2]]},
            one("q1", "strided", stride=2),
        ),
        "slides": _published(
            [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]],
            [[0, 1, 2], [2, 2, 0], [0, 1, 2]],
            f"{_RU}: a 3 × 3 kernel",
            {"q1": [[12, 12, 17], [10, 17, 19], [9, 6, 14]]},
            one("q1", "correlation"),
        ),
        "laboratory": _published(
            [[0, 1, 2], [3, 4, 5], [6, 7, 8]],
            [[0, 1], [2, 3]],
            "laboratory on convolutional networks: 0 to 8",
            {"q1": [[19, 25], [37, 43]]},
            one("q1", "correlation"),
        ),
        "binary": _published(
            [[1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]],
            [[1, 0, 1], [0, 1, 0], [1, 0, 1]],
            "laboratory on convolutional networks: an image of 0 and 1",
            {"q1": [[4, 3, 4], [2, 4, 3], [2, 3, 4]]},
            one("q1", "correlation"),
        ),
        "sizes": Example(
            {
                "x": _SMALL,
                "w": [[0, 1], [1, -1]],
                "v": None,
                "bias": None,
                "maps": [],
                "layer": {
                    "in_shape": [16, 50, 100],
                    "channels": 33,
                    "kernels": [3, 5],
                    "strides": [2, 1],
                    "pads": [4, 2],
                    "gaps": [3, 1],
                },
            },
            source=f"{_RU}: Conv2d(16, 33, (3, 5), stride=(2, 1), padding=(4, 2), "
            "dilation=(3, 1)) on 20 × 16 × 50 × 100",
            answers={"shape": [33, 26, 100]},
        ),
    },
)
