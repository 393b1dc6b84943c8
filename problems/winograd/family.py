"""Winograd's minimal filtering by hand: F(2, 3), tiles, F(2 x 2, 3 x 3), and what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Integer, Rational, exact
from problems.stream import Stream
from problems.winograd import rules
from problems.working import Working


class Filtering(TypedDict):
    """What is filtered: ``tile`` (4), ``tiles`` (a vector) or ``matrix`` (4, 4), and the kernel."""

    kind: str
    d: list[Any]
    g: list[Any]


class Layer(TypedDict):
    """Output maps of a size, by kernels 3 x 3, in tiles with so many outputs a side."""

    height: int
    width: int
    inputs: int
    outputs: int
    tile: int


class Parameters(TypedDict):
    """What is filtered, and of what the multiplications are counted: a vector or a layer."""

    filtering: Filtering
    length: int | None
    layer: Layer | None


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose what is filtered, and what is counted."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    first, last = stream.choice(((1, 3), (3, 1), (1, -1), (-1, 3), (2, 4), (2, -2), (4, 2)))
    middle = stream.choice((2, -2))  # so that no halves are left
    return {
        "filtering": {
            "kind": "tile",
            "d": stream.shuffled((-2, -1, 1, 2, 3, 4, 5), 4),
            "g": [first, middle, last],
        },
        "length": 2 * stream.integer(5, 26),
        "layer": None,
    }


def _standard(stream: Stream) -> Parameters:
    return {
        "filtering": {
            "kind": "tiles",
            "d": stream.shuffled((-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6), 8),
            "g": stream.shuffled((-2, -1, 1, 2, 3, 4), 3),
        },
        "length": None,
        "layer": {
            "height": 2 * stream.integer(4, 10),
            "width": 2 * stream.integer(11, 20),
            "inputs": stream.choice((3, 8, 16)),
            "outputs": stream.choice((10, 20, 32)),
            "tile": 2,
        },
    }


def _hard(stream: Stream) -> Parameters:
    return {
        "filtering": {
            "kind": "matrix",
            "d": [stream.shuffled((-3, -2, -1, 0, 1, 2, 3, 4), 4) for _ in range(4)],
            "g": [stream.shuffled((-2, -1, 0, 1, 2, 3), 3) for _ in range(3)],
        },
        "length": None,
        "layer": {
            "height": 4 * stream.integer(3, 7) + stream.integer(1, 3),
            "width": 4 * stream.integer(8, 12) + stream.integer(0, 3),
            "inputs": stream.choice((8, 16, 24)),
            "outputs": stream.choice((10, 20, 32)),
            "tile": 4,
        },
    }


def flaws(p: Parameters) -> Iterator[str]:
    """A kernel that is the same when it is flipped."""
    g = p["filtering"]["g"]
    if p["filtering"]["kind"] != "matrix" and g[0] == g[-1]:
        yield "the kernel is the same when it is flipped"


def working(p: Parameters) -> Working:
    """The transforms, the products, the outputs, then what is counted."""
    w = Working()
    _filtering(w, p["filtering"])
    if p["length"]:
        length = p["length"]
        direct = w.derive("direct", rules.DIRECT_OF_VECTOR, length=length)
        fast = w.derive("fast", rules.FAST_OF_VECTOR, length=length)
        w.ask(direct, Integer())
        w.ask(fast, Integer())
    if p["layer"]:
        numbers: Any = p["layer"]
        tile = numbers["tile"]
        direct = w.derive("direct", rules.DIRECT_OF_LAYER, **numbers)
        rule = rules.FAST_OF_LAYER if tile == 2 else rules.FAST_ROUNDED_UP
        fast = w.derive("fast", rule, **numbers)
        w.ask(direct, Integer())
        w.ask(fast, Integer(), 2)
        w.ask(w.derive("fewer", rules.RATIO, direct=direct, fast=fast), Rational())
    return w


_RULES = {
    "tile": (rules.KERNEL_OF_3, rules.DATA_OF_4, rules.PRODUCTS, rules.OUTPUTS_OF_4),
    "tiles": (rules.KERNEL_OF_3, rules.DATA_OF_TILES, rules.PRODUCTS, rules.OUTPUTS_OF_TILES),
    "matrix": (
        rules.KERNEL_OF_9,
        rules.DATA_OF_16,
        rules.PRODUCTS_OF_MATRICES,
        rules.OUTPUTS_OF_16,
    ),
}


def _filtering(w: Working, p: Filtering) -> None:
    kind = p["kind"]
    data, kernel = w.given("d", exact(p["d"])), w.given("g", exact(p["g"]))
    of_kernel, of_data, of_both, of_products = _RULES[kind]
    u = w.derive("U", of_kernel, g=kernel)
    v = w.derive("V", of_data, x=data) if kind == "tiles" else w.derive("V", of_data, d=data)
    m = w.derive("M", of_both, u=u, v=v)
    y = w.derive("y", of_products, m=m)
    told = kind != "tiles"
    w.ask(u, Rational(), 2, per_cell=True)
    w.ask(v, Rational(), 2, per_cell=True, size_told=told, meaning=f"V-{kind}")
    w.ask(m, Rational(), 2, per_cell=True, size_told=told)
    w.ask(y, Rational(), 2, per_cell=True)


FAMILY = Family(
    key="winograd",
    draw=draw,
    flaws=flaws,
    task=ByHand(working),
    core={
        "easy": ("difference-turned", "half-forgotten", "last-sign-turned"),
        "standard": ("tiles-without-overlap", "half-forgotten", "products-of-tile-per-output"),
        "hard": ("half-forgotten", "matrix-product-for-cells", "tiles-rounded-down"),
    },
    examples={
        "tile": Example(
            {
                "filtering": {"kind": "tile", "d": [1, 2, 3, -1], "g": [2, 1, -1]},
                "length": 10,
                "layer": None,
            },
            source="worked out on paper",
            answers={
                "U": [2, 1, 0, -1],
                "V": [-2, 5, 1, 3],
                "M": [-4, 5, 0, -3],
                "y": [1, 8],
                "direct": 24,
                "fast": 16,
            },
        ),
        "tiles": Example(
            {
                "filtering": {
                    "kind": "tiles",
                    "d": [1, 0, 2, -1, 3, 1, -2, 2],
                    "g": [1, 2, 0],
                },
                "length": None,
                "layer": {"height": 2, "width": 2, "inputs": 1, "outputs": 1, "tile": 2},
            },
            source="Lavin and Gray (36 multiplications against 16: more than twice fewer, as the "
            "lecture on the backward pass says); the rest was worked out on paper",
            answers={
                "U": [1, "3/2", "-1/2", 0],
                "V": [[-1, 2, 2, 1], [-1, 2, 4, -2], [5, -1, -3, -1]],
                "M": [[-1, 3, -1, 0], [-1, 3, -2, 0], [5, "-3/2", "3/2", 0]],
                "y": [1, 4, 0, 5, 5, -3],
                "direct": 36,
                "fast": 16,
                "fewer": "9/4",
            },
        ),
        "matrix": Example(
            {
                "filtering": {
                    "kind": "matrix",
                    "d": [[1, 2, 0, 1], [0, 1, 3, -1], [2, 0, 1, 0], [1, -1, 0, 2]],
                    "g": [[1, 0, 0], [0, 2, 0], [0, 0, -1]],
                },
                "length": None,
                "layer": {"height": 13, "width": 10, "inputs": 8, "outputs": 16, "tile": 4},
            },
            source="worked out on paper",
            answers={
                "U": [
                    [1, "1/2", "1/2", 0],
                    ["1/2", "1/2", "-1/2", "-1/2"],
                    ["1/2", "-1/2", "1/2", "-1/2"],
                    [0, "-1/2", "-1/2", -1],
                ],
                "V": [[0, 1, -3, 1], [-2, 5, 3, 2], [4, -3, -1, -2], [-4, 5, 1, 5]],
                "M": [
                    [0, "1/2", "-3/2", 0],
                    [-1, "5/2", "-3/2", -1],
                    [2, "3/2", "-1/2", 1],
                    [0, "-5/2", "-1/2", -5],
                ],
                "y": [[2, 8], [0, 1]],
                "direct": 149760,
                "fast": 55296,
                "fewer": "65/24",
            },
        ),
    },
)
