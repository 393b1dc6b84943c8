"""A convolution as one matrix product by hand, forward and backward, and the memory it takes."""

from __future__ import annotations

from typing import Any, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Decimal, Integer, Rational, Shape, exact
from problems.im2row import rules
from problems.stream import Stream
from problems.working import Working


class Map(TypedDict):
    """A map and a kernel; with ``dq``, the way back is asked, and else the way there."""

    x: list[list[int]]
    w: list[list[int]]
    dq: list[list[int]] | None


class Maps(TypedDict):
    """Several maps (C, H, W), kernels (C, k, k), and what arrives, a row for each output map."""

    x: list[list[list[int]]]
    w: list[list[list[list[int]]]]
    dq: list[list[int]]


class Layer(TypedDict):
    """A layer of which the memory is asked."""

    in_shape: list[int]
    kernel_shape: list[int]
    stride: int
    padding: int


class Parameters(TypedDict):
    """What is multiplied, and a layer; in ``megabytes`` if that is asked too."""

    map: Map | None
    maps: Maps | None
    layer: Layer
    megabytes: bool


_TOLERANCE = 0.005


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose what is multiplied, and a layer."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    kernel = stream.choice((3, 5))
    side = stream.choice((10, 20, 30)) + kernel - 1
    return {
        "map": {
            "x": stream.matrix_of_different((3, 4), tuple(range(-3, 10))),
            "w": stream.matrix_of_different((2, 2), (-1, 0, 1, 2)),
            "dq": None,
        },
        "maps": None,
        "layer": {
            "in_shape": [1, side, side],
            "kernel_shape": [kernel, kernel],
            "stride": 1,
            "padding": 0,
        },
        "megabytes": False,
    }


def _standard(stream: Stream) -> Parameters:
    kernel = stream.choice((3, 5))
    height, width = stream.integer(5, 12), stream.integer(14, 24)
    return {
        "map": {
            "x": stream.matrix_of_different((3, 3), tuple(range(-4, 8))),
            "w": stream.matrix_of_different((2, 2), (-3, -2, -1, 1, 2, 3)),
            "dq": stream.matrix_of_different((2, 2), (-3, -2, -1, 1, 2, 3)),
        },
        "maps": None,
        "layer": {
            "in_shape": [stream.choice((3, 4, 8)), 2 * height, 2 * width],
            "kernel_shape": [kernel, kernel],
            "stride": 2,
            "padding": (kernel - 1) // 2,
        },
        "megabytes": False,
    }


def _hard(stream: Stream) -> Parameters:
    kernel = stream.choice(((3, 5), (5, 3), (3, 7), (7, 3)))
    stride, padding = stream.choice(((1, 1), (2, 1)))
    return {
        "map": None,
        "maps": {
            "x": [stream.matrix_of_different((3, 3), tuple(range(-3, 7))) for _ in range(2)],
            "w": [
                [stream.matrix_of_different((2, 2), (-2, -1, 0, 1, 2, 3)) for _ in range(2)]
                for _ in range(2)
            ],
            "dq": [stream.shuffled((-2, -1, 0, 1, 2, 3), 4) for _ in range(2)],
        },
        "layer": {
            "in_shape": [
                16 * stream.integer(1, 4),
                8 * stream.integer(4, 9),
                8 * stream.integer(10, 16),
            ],
            "kernel_shape": list(kernel),
            "stride": stride,
            "padding": padding,
        },
        "megabytes": True,
    }


def working(p: Parameters) -> Working:
    """Products first, then what they take."""
    w = Working()
    if p["map"]:
        _map(w, p["map"])
    if p["maps"]:
        _maps(w, p["maps"])
    _layer(w, p["layer"], in_megabytes=p["megabytes"])
    return w


def _partial(below: str) -> str:
    return rf"\frac{{\partial L}}{{\partial {below}}}"


def _map(w: Working, p: Map) -> None:
    x, kernel = w.given("p", exact(p["x"])), w.given("w", exact(p["w"]))
    (height, width), size = x.value.shape, len(p["w"])
    rows = w.derive("P", rules.ROWS_OF_MAP, x=x, kernel=size)
    w.ask(rows, Rational(), 2, per_cell=True, size_told=False)
    if p["dq"] is None:
        out: dict[str, Any] = {"height": height - size + 1, "width": width - size + 1}
        q = w.derive("q", rules.FORWARD, rows=rows, kernel=kernel, **out)
        w.ask(q, Rational(), 3, per_cell=True)
        return
    dq = w.given("dq", exact(p["dq"]), _partial("q"))
    by_kernel = w.derive("dw", rules.KERNEL_GRADIENT, _partial("w"), rows=rows, dq=dq, size=size)
    back = w.derive("G", rules.ROWS_OF_GRADIENT, x=dq, kernel=size, around=size - 1)
    by_input = w.derive(
        "dp",
        rules.INPUT_GRADIENT,
        _partial("p"),
        rows=back,
        kernel=kernel,
        height=height,
        width=width,
    )
    w.ask(by_kernel, Rational(), 3, per_cell=True)
    w.ask(back, Rational(), 2, per_cell=True, size_told=False)
    w.ask(by_input, Rational(), 3, per_cell=True)


def _maps(w: Working, p: Maps) -> None:
    size = len(p["w"][0][0])
    x = w.given("p", exact(p["x"]))
    kernels = tuple(
        w.given(f"w{place}", exact(each), f"w^{{({place})}}")
        for place, each in enumerate(p["w"], start=1)
    )
    rows = w.derive("P", rules.ROWS_OF_MAPS, x=x, kernel=size)
    weights = w.derive("F", rules.WEIGHTS_IN_ROWS, kernels=kernels)
    maps = w.derive("Q", rules.FORWARD_OF_MAPS, weights=weights, rows=rows)
    w.ask(rows, Rational(), 2, per_cell=True, size_told=False)
    w.ask(weights, Rational(), 1, per_cell=True, size_told=False)
    w.ask(maps, Rational(), 3, per_cell=True)
    dq = w.given("dQ", exact(p["dq"]), _partial("Q"))
    by_weights = w.derive(
        "dF", rules.WEIGHTS_GRADIENT_OF_MAPS, _partial("F"), gradients=dq, rows=rows
    )
    by_rows = w.derive("dP", rules.ROWS_GRADIENT, _partial("P"), gradients=dq, weights=weights)
    shape = (len(p["x"]), len(p["x"][0]), len(p["x"][0][0]))
    by_input = w.derive(
        "dp", rules.ROW2IM, _partial("p"), rows=by_rows, kernel=size, in_shape=shape
    )
    w.ask(by_weights, Rational(), 3, per_cell=True)
    w.tell(by_rows, "rows-gradient")
    w.ask(by_input, Rational(), 4, per_cell=True)


def _layer(w: Working, p: Layer, *, in_megabytes: bool) -> None:
    numbers: dict[str, Any] = {
        "in_shape": tuple(p["in_shape"]),
        "kernel_shape": tuple(p["kernel_shape"]),
    }
    rule = rules.SHAPE_OF_MAP
    if p["in_shape"][0] > 1:
        rule = rules.SHAPE_OF_MAPS
        numbers |= {"stride": p["stride"], "padding": p["padding"]}
    shape = w.derive("size", rule, **numbers)
    cells = w.derive("cells", rules.NUMBERS, shape=shape, in_shape=numbers["in_shape"])
    times = w.derive("times", rules.TIMES, numbers=cells, **numbers)
    w.ask(shape, Shape("R, K"), 2)
    w.ask(cells, Integer())
    w.ask(times, Rational())
    if in_megabytes:
        memory = w.derive("memory", rules.MEGABYTES, numbers=cells)
        w.ask(memory, Decimal(_TOLERANCE))


_IMAGE: Layer = {"in_shape": [1, 12, 12], "kernel_shape": [3, 3], "stride": 1, "padding": 0}

FAMILY = Family(
    key="im2row",
    draw=draw,
    task=ByHand(working),
    core={
        "easy": ("windows-read-by-columns", "kernel-flipped", "kernel-not-squared"),
        "standard": (
            "output-gradient-flipped",
            "kernel-not-flipped-in-gradient",
            "stride-forgotten",
        ),
        "hard": ("channels-last-in-rows", "sum-overwritten", "binary-for-decimal-units"),
    },
    examples={
        "lecture": Example(
            {
                "map": {
                    "x": [[1, 2, 3], [3, 4, 5], [1, 0, 2]],
                    "w": [[0, 1], [1, -1]],
                    "dq": None,
                },
                "maps": None,
                "layer": _IMAGE,
                "megabytes": False,
            },
            source="lecture on convolutional networks: the map q is published; the rest was "
            "worked out on paper",
            answers={
                "P": [[1, 2, 3, 4], [2, 3, 4, 5], [3, 4, 1, 0], [4, 5, 0, 2]],
                "q": [[1, 2], [5, 3]],
                "size": (100, 9),
                "cells": 900,
                "times": "25/4",
            },
        ),
        "laboratory": Example(
            {
                "map": {
                    "x": [[0, 1, 2], [3, 4, 5], [6, 7, 8]],
                    "w": [[0, 1], [2, 3]],
                    "dq": None,
                },
                "maps": None,
                "layer": _IMAGE,
                "megabytes": False,
            },
            source="laboratory 3 on convolutional networks: the map q is published; the rest was "
            "worked out on paper",
            answers={
                "P": [[0, 1, 3, 4], [1, 2, 4, 5], [3, 4, 6, 7], [4, 5, 7, 8]],
                "q": [[19, 25], [37, 43]],
                "size": (100, 9),
                "cells": 900,
                "times": "25/4",
            },
        ),
        "backward": Example(
            {
                "map": {
                    "x": [[1, 2, 3], [3, 4, 5], [1, 0, 2]],
                    "w": [[0, 1], [1, -1]],
                    "dq": [[1, 0], [2, -1]],
                },
                "maps": None,
                "layer": {
                    "in_shape": [3, 12, 12],
                    "kernel_shape": [3, 3],
                    "stride": 2,
                    "padding": 1,
                },
                "megabytes": False,
            },
            source="worked out on paper",
            answers={
                "P": [[1, 2, 3, 4], [2, 3, 4, 5], [3, 4, 1, 0], [4, 5, 0, 2]],
                "dw": [[3, 5], [5, 2]],
                "G": [
                    [0, 0, 0, 1],
                    [0, 0, 1, 0],
                    [0, 0, 0, 0],
                    [0, 1, 0, 2],
                    [1, 0, 2, -1],
                    [0, 0, -1, 0],
                    [0, 2, 0, 0],
                    [2, -1, 0, 0],
                    [-1, 0, 0, 0],
                ],
                "dp": [[0, 1, 0], [1, 1, -1], [2, -3, 1]],
                "size": (36, 27),
                "cells": 972,
                "times": "9/4",
            },
        ),
        "channels": Example(
            {
                "map": None,
                "maps": {
                    "x": [[[1, 0, 2], [0, 1, 0], [2, 0, 1]], [[0, 1, 0], [1, 0, 1], [0, 2, 0]]],
                    "w": [
                        [[[1, 0], [0, 1]], [[0, 1], [0, 0]]],
                        [[[0, 1], [-1, 0]], [[1, 0], [0, 1]]],
                    ],
                    "dq": [[1, 0, 0, -1], [0, 2, 1, 0]],
                },
                "layer": {
                    "in_shape": [3, 224, 224],
                    "kernel_shape": [3, 3],
                    "stride": 1,
                    "padding": 1,
                },
                "megabytes": True,
            },
            source="worked out on paper",
            answers={
                "P": [
                    [1, 0, 0, 1, 0, 1, 1, 0],
                    [0, 2, 1, 0, 1, 0, 0, 1],
                    [0, 1, 2, 0, 1, 0, 0, 2],
                    [1, 0, 0, 1, 0, 1, 2, 0],
                ],
                "F": [[1, 0, 0, 1, 0, 1, 0, 0], [0, 1, -1, 0, 1, 0, 0, 1]],
                "Q": [[3, 0, 0, 3], [0, 3, 2, 0]],
                "dF": [[0, 0, 0, 0, 0, 0, -1, 0], [0, 5, 4, 0, 3, 0, 0, 4]],
                "dp": [
                    [[1, 0, 2], [0, -1, 0], [-1, 0, -1]],
                    [[0, 3, 0], [1, 0, 1], [0, 1, 0]],
                ],
                "size": (50176, 27),
                "cells": 1354752,
                "times": 9,
                "memory": 5.419,
            },
        ),
    },
)
