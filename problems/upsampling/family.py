"""Upsampling by hand: zeros, copies, interpolation, and transposed convolution beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, TypedDict

import numpy as np

from problems.family import ByHand, Example, Family, Level
from problems.forms import Integer, Rational, exact
from problems.quantity import Given, Step
from problems.rule import Rule
from problems.stream import Stream
from problems.upsampling import rules
from problems.working import Working


class Vector(TypedDict):
    """A vector that is made about twice as long: ``between`` or ``cells``, or to a ``size``."""

    kind: str
    x: list[int]
    size: int


class Map(TypedDict):
    """A map that is made larger, with aligned ``corners`` or else with cells of equal width."""

    x: list[list[int]]
    height: int
    width: int
    corners: bool


class Overlaps(TypedDict):
    """A transposed convolution of which it is asked how many kernels lie on each cell."""

    size: int
    kernel: int
    stride: int


class Layer(TypedDict):
    """Maps that are to become twice as large, in two ways."""

    inputs: int
    outputs: int
    height: int
    width: int
    kernel: int
    transposed_kernel: int


class Parameters(TypedDict):
    """What is made larger, and layers that do so; None where it is not asked."""

    vector: Vector
    map: Map | None
    overlaps: Overlaps | None
    layer: Layer | None


_HALVES = [Fraction(1, 2), 1, Fraction(1, 2)]
_QUARTERS = [Fraction(n, 4) for n in (1, 3, 3, 1)]
_KERNELS = {"between": _HALVES, "cells": _QUARTERS}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose what is made larger."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    size = 4
    shift = stream.integer(0, 1)
    return {
        "vector": {
            "kind": "between",
            "x": [2 * n + shift for n in stream.shuffled((-3, -2, -1, 1, 2, 3, 4), size)],
            "size": 2 * size - 1,
        },
        "map": None,
        "overlaps": None,
        "layer": None,
    }


def _standard(stream: Stream) -> Parameters:
    size = 4
    height, width = stream.choice(((2, 3), (3, 2)))
    return {
        "vector": {
            "kind": "cells",
            "x": [4 * n for n in stream.shuffled((-3, -2, -1, 1, 2, 3, 4), size)],
            "size": 2 * size,
        },
        "map": {
            "x": stream.matrix_of_different((height, width), tuple(range(-5, 8))),
            "height": 2 * height - 1,
            "width": 2 * width - 1,
            "corners": True,
        },
        "overlaps": {"size": stream.integer(4, 5), "kernel": stream.choice((3, 5)), "stride": 2},
        "layer": None,
    }


def _hard(stream: Stream) -> Parameters:
    size, wanted = stream.choice(((4, 6), (3, 6), (5, 7), (4, 7)))
    return {
        "vector": {
            "kind": "size",
            "x": stream.shuffled(tuple(range(-6, 10)), size),
            "size": wanted,
        },
        "map": {
            "x": stream.matrix_of_different((2, 2), tuple(range(-7, 12))),
            "height": 4,
            "width": 4,
            "corners": False,
        },
        "overlaps": None,
        "layer": {
            "inputs": 16 * stream.integer(2, 6),
            "outputs": 8 * stream.integer(1, 3),
            "height": stream.integer(8, 20),
            "width": stream.integer(21, 32),
            "kernel": stream.choice((3, 5)),
            "transposed_kernel": 4,
        },
    }


def working(p: Parameters) -> Working:
    """Vectors and maps, then overlaps and costs."""
    w = Working()
    _vector(w, p["vector"])
    if p["map"]:
        _map(w, p["map"])
    if p["overlaps"]:
        numbers: Any = p["overlaps"]
        w.ask(w.derive("n", rules.OVERLAPS, **numbers), Rational(), 2, per_cell=True)
    if p["layer"]:
        _layer(w, p["layer"])
    return w


def _vector(w: Working, p: Vector) -> None:
    x, size = w.given("x", exact(p["x"])), p["size"]
    if p["kind"] == "size":
        for name, rule in (("a", rules.WHERE_CORNERS), ("c", rules.WHERE_CELLS)):
            w.ask(_linear(w, name, rule, x, size), Rational(), 3, per_cell=True)
        return
    kernel = w.given("w", np.array(_KERNELS[p["kind"]], dtype=object))
    if p["kind"] == "between":
        zeros = w.derive("z", rules.ZEROS, x=x, stride=2, around=0)
        copies = w.derive("r", rules.COPIES, x=x, factor=2)
        w.ask(zeros, Rational(), per_cell=True, size_told=False)
        w.ask(copies, Rational(), per_cell=True, size_told=False)
        linear = w.derive("a", rules.MIDPOINTS, x=x, size=size)
        w.ask(linear, Rational(), 2, per_cell=True, size_told=False, meaning="between")
    else:
        linear = _linear(w, "c", rules.WHERE_CELLS, x, size)
        w.ask(linear, Rational(), 3, per_cell=True)
    laid = w.derive("t", rules.BY_TRANSPOSED, x=x, w=kernel, stride=2, padding=1)
    w.ask(laid, Rational(), 3, per_cell=True, size_told=False)


def _linear(w: Working, name: str, where: Rule, x: Given, size: int) -> Step:
    """Where the outputs lie, and what stands there."""
    places = w.derive(f"p_{name}", where, f"p_{name}", length=len(x.value), size=size)
    w.tell(places, "places", of=name)
    return w.derive(name, rules.BETWEEN, x=x, places=places)


def _map(w: Working, p: Map) -> None:
    x = w.given("m", exact(p["x"]))
    rule = rules.BILINEAR_CORNERS if p["corners"] else rules.BILINEAR_CENTRES
    larger = w.derive("b", rule, x=x, height=p["height"], width=p["width"])
    w.ask(larger, Rational(), 4, per_cell=True, meaning="b-corners" if p["corners"] else "b-cells")


def _layer(w: Working, p: Layer) -> None:
    """Weights and operations of interpolation with a convolution, and of a transposed one."""
    channels: Any = {"inputs": p["inputs"], "outputs": p["outputs"]}
    size: Any = {name: p[name] for name in ("outputs", "height", "width")} | {"factor": 2}
    first = w.derive("params_up", rules.WEIGHTS, kernel=p["kernel"], **channels)
    second = w.derive("params_t", rules.WEIGHTS, kernel=p["transposed_kernel"], **channels)
    more = w.derive("macs_up", rules.AT_OUTPUTS, weights=first, **size)
    fewer = w.derive("macs_t", rules.AT_INPUTS, weights=second, **size)
    for step in (first, second):
        w.ask(step, Integer())
    for step in (more, fewer):
        w.ask(step, Integer("MAC"))
    w.ask(w.derive("ratio", rules.RATIO, more=more, fewer=fewer), Rational())


_NOTHING_MORE: dict[str, None] = {"overlaps": None, "layer": None}

FAMILY = Family(
    key="upsampling",
    draw=draw,
    task=ByHand(working),
    core={
        "easy": ("zeros-for-interpolated", "copied-as-a-whole", "sum-overwritten"),
        "standard": ("corners-for-centres", "weights-exchanged", "overlaps-all-alike"),
        "hard": ("centres-for-corners", "corners-for-centres", "kernel-at-each-output"),
    },
    examples={
        "between": Example(
            {
                "vector": {"kind": "between", "x": [2, 4, 0], "size": 5},
                "map": None,
                **_NOTHING_MORE,
            },
            source="worked out on paper",
            answers={
                "z": [2, 0, 4, 0, 0],
                "r": [2, 2, 4, 4, 0, 0],
                "a": [2, 3, 4, 2, 0],
                "t": [2, 3, 4, 2, 0],
            },
        ),
        "cells": Example(
            {
                "vector": {"kind": "cells", "x": [4, 8, 0, -4], "size": 8},
                "map": {"x": [[1, 3, 2], [5, -1, 0]], "height": 3, "width": 5, "corners": True},
                "overlaps": {"size": 4, "kernel": 3, "stride": 2},
                "layer": None,
            },
            source="worked out on paper",
            answers={
                "c": [4, 5, 7, 6, 2, -1, -3, -4],
                "t": [3, 5, 7, 6, 2, -1, -3, -3],
                "b": [[1, 2, 3, "5/2", 2], [3, 2, 1, 1, 1], [5, 2, -1, "-1/2", 0]],
                "n": [1, 1, 2, 1, 2, 1, 2, 1, 1],
            },
        ),
        "size": Example(
            {
                "vector": {"kind": "size", "x": [6, 0, 3, -3], "size": 6},
                "map": {"x": [[4, 8], [0, -4]], "height": 4, "width": 4, "corners": False},
                "overlaps": None,
                "layer": {
                    "inputs": 64,
                    "outputs": 32,
                    "height": 14,
                    "width": 20,
                    "kernel": 3,
                    "transposed_kernel": 4,
                },
            },
            source="worked out on paper",
            answers={
                "a": [6, "12/5", "3/5", "12/5", "3/5", -3],
                "c": [6, 3, "1/2", "5/2", 0, -3],
                "b": [
                    [4, 5, 7, 8],
                    [3, "7/2", "9/2", 5],
                    [1, "1/2", "-1/2", -1],
                    [0, -1, -3, -4],
                ],
                "params_up": 18432,
                "params_t": 32768,
                "macs_up": 20643840,
                "macs_t": 9175040,
                "ratio": "9/4",
            },
        ),
    },
)
