"""The matrix of a convolution by hand: of a vector, of a map, its sizes, and what it costs."""

from __future__ import annotations

from typing import Any, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Integer, Rational, Shape, exact
from problems.stream import Stream
from problems.toeplitz import rules
from problems.working import Working


class Vector(TypedDict):
    """A vector and a kernel; with ``x`` None, only the matrix is asked."""

    x: list[int] | None
    w: list[int]
    size: int
    stride: int
    padding: int


class Map(TypedDict):
    """A map and a kernel."""

    x: list[list[int]]
    w: list[list[int]]


class Back(TypedDict):
    """A kernel on a map of a size, what arrives, and the row and column that are asked."""

    w: list[list[int]]
    height: int
    width: int
    dq: list[list[int]]
    row: int
    column: int


class Layer(TypedDict):
    """A map and a kernel of which sizes and costs are asked; ``asked`` are those."""

    height: int
    width: int
    kernel: int
    padding: int
    asked: list[str]


class Parameters(TypedDict):
    """What is asked; None where it is not."""

    vector: Vector | None
    map: Map | None
    back: Back | None
    layer: Layer


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose kernels, and a layer."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    size = stream.choice((5, 6))
    side, kernel = stream.choice(((5, 2), (6, 3), (7, 3), (12, 3), (11, 2), (22, 3)))
    return {
        "vector": {
            "x": stream.shuffled((-2, -1, 0, 1, 2, 3, 4), size),
            "w": stream.shuffled((1, 2, -1)),
            "size": size,
            "stride": 1,
            "padding": 0,
        },
        "map": None,
        "back": None,
        "layer": {
            "height": side,
            "width": side,
            "kernel": kernel,
            "padding": 0,
            "asked": ["shape"],
        },
    }


def _standard(stream: Stream) -> Parameters:
    kernel = stream.choice((2, 3))
    height, width = stream.choice(((4, 5), (5, 4), (4, 6)))
    return {
        "vector": None,
        "map": {
            "x": stream.matrix_of_different((3, 3), tuple(range(-4, 8))),
            "w": stream.matrix_of_different((2, 2), (-3, -2, -1, 1, 2, 3)),
        },
        "back": None,
        "layer": {
            "height": height,
            "width": width,
            "kernel": kernel,
            "padding": 0,
            "asked": ["starts", "shape", "matrix", "directly", "ratio"],
        },
    }


def _hard(stream: Stream) -> Parameters:
    kernel = stream.choice((3, 5, 7))
    return {
        "vector": {
            "x": None,
            "w": stream.shuffled((1, 2, -1, -3, 4), 3),
            "size": stream.choice((5, 7)),
            "stride": 2,
            "padding": 1,
        },
        "map": None,
        "back": {
            "w": stream.matrix_of_different((2, 2), (-4, -3, -2, 2, 3, 4, 5)),
            "height": 3,
            "width": 4,
            "dq": stream.matrix_of_different((2, 3), (-4, -3, -2, -1, 1, 2, 3, 4, 5)),
            "row": stream.integer(4, 5),
            "column": stream.choice((6, 7)),
        },
        "layer": {
            "height": stream.integer(12, 20),
            "width": stream.integer(22, 30),
            "kernel": kernel,
            "padding": (kernel - 1) // 2,
            "asked": ["shape", "matrix", "entries"],
        },
    }


def working(p: Parameters) -> Working:
    """Matrices and products with them, then sizes and costs."""
    w = Working()
    if p["vector"]:
        _vector(w, p["vector"])
    if p["map"]:
        _map(w, p["map"])
    if p["back"]:
        _back(w, p["back"])
    _layer(w, p["layer"])
    return w


def _vector(w: Working, p: Vector) -> None:
    kernel = w.given("w", exact(p["w"]))
    if p["x"] is None:
        numbers: Any = {"stride": p["stride"], "padding": p["padding"]}
        matrix = w.derive("S", rules.OF_PADDED_VECTOR, w=kernel, size=p["size"], **numbers)
        w.ask(matrix, Rational(), 3, per_cell=True, size_told=False)
        return
    x = w.given("p", exact(p["x"]))
    matrix = w.derive("T", rules.OF_VECTOR, w=kernel, size=p["size"])
    q = w.derive("q", rules.TIMES_VECTOR, matrix=matrix, vector=x)
    w.ask(matrix, Rational(), 3, per_cell=True, size_told=False, meaning="of-vector")
    w.ask(q, Rational(), 2, per_cell=True)


def _map(w: Working, p: Map) -> None:
    x, kernel = w.given("p", exact(p["x"])), w.given("w", exact(p["w"]))
    height, width = x.value.shape
    matrix = w.derive("T", rules.OF_MAP, w=kernel, height=height, width=width)
    out: Any = {"height": height - len(p["w"]) + 1, "width": width - len(p["w"][0]) + 1}
    q = w.derive("q", rules.TIMES_MAP, matrix=matrix, x=x, **out)
    w.ask(matrix, Rational(), 4, per_cell=True, size_told=False, meaning="of-map")
    w.ask(q, Rational(), 2, per_cell=True, meaning="map")


def _back(w: Working, p: Back) -> None:
    kernel = w.given("V", exact(p["w"]))
    size: Any = {"height": p["height"], "width": p["width"]}
    dq = w.given("dq", exact(p["dq"]), r"\frac{\partial L}{\partial q}")
    matrix = w.derive("T", rules.NOT_ASKED, w=kernel, **size)
    w.tell(matrix, "of-map")
    row = w.derive("row", rules.ROW, "t", matrix=matrix, row=p["row"])
    column = w.derive("column", rules.COLUMN, "c", matrix=matrix, column=p["column"])
    by_input = w.derive(
        "dp", rules.BACK, r"\frac{\partial L}{\partial p}", matrix=matrix, dq=dq, **size
    )
    w.ask(row, Rational(), 2, per_cell=True, size_told=False)
    w.ask(column, Rational(), 2, per_cell=True, size_told=False)
    w.ask(by_input, Rational(), 4, per_cell=True)


def _layer(w: Working, p: Layer) -> None:
    numbers: Any = {k: p[k] for k in ("height", "width", "kernel")}
    asked = p["asked"]
    if "starts" in asked:
        w.ask(w.derive("starts", rules.STARTS, **numbers), Rational(), 2, per_cell=True)
    if p["padding"]:
        shape = w.derive("size", rules.PADDED_SHAPE, **numbers, padding=p["padding"])
    else:
        shape = w.derive("size", rules.SHAPE, **numbers)
    w.ask(shape, Shape("R, K"), 2)
    if "matrix" in asked:
        full = w.derive("full", rules.WITH_MATRIX, shape=shape, **numbers)
        w.ask(full, Integer())
        if "directly" in asked:
            directly = w.derive("direct", rules.DIRECTLY, **numbers)
            w.ask(directly, Integer())
            w.ask(w.derive("more", rules.RATIO, matrix=full, directly=directly), Rational())
    if "entries" in asked:
        w.ask(w.derive("nonzero", rules.ENTRIES, **numbers), Integer(), 2)


_NOTHING: dict[str, None] = {"vector": None, "map": None, "back": None}

FAMILY = Family(
    key="toeplitz",
    draw=draw,
    task=ByHand(working),
    core={
        "easy": ("kernel-flipped", "kernel-wrapped-around", "rows-and-columns-swapped"),
        "standard": ("matrix-rows-moved-by-one", "kernel-rows-close-together", "zeros-left-out"),
        "hard": ("matrix-rows-moved-by-one", "padding-has-columns", "kernel-flipped"),
    },
    examples={
        "vector": Example(
            {
                **_NOTHING,
                "vector": {
                    "x": [2, 0, 1, -1, 3],
                    "w": [1, 2, -1],
                    "size": 5,
                    "stride": 1,
                    "padding": 0,
                },
                "layer": {
                    "height": 6,
                    "width": 6,
                    "kernel": 3,
                    "padding": 0,
                    "asked": ["shape"],
                },
            },
            source="worked out on paper",
            answers={
                "T": [[1, 2, -1, 0, 0], [0, 1, 2, -1, 0], [0, 0, 1, 2, -1]],
                "q": [1, 3, -4],
                "size": (16, 36),
            },
        ),
        "lecture": Example(
            {
                **_NOTHING,
                "map": {"x": [[1, 2, 3], [3, 4, 5], [1, 0, 2]], "w": [[0, 1], [1, -1]]},
                "layer": {
                    "height": 5,
                    "width": 5,
                    "kernel": 3,
                    "padding": 0,
                    "asked": ["starts", "shape", "matrix", "directly", "ratio"],
                },
            },
            source="lecture on convolutional networks (the map) and lecture on the backward pass "
            "through convolutions (a 9 x 25 matrix, with the places of its rows corrected); the "
            "rest was worked out on paper",
            answers={
                "T": [
                    [0, 1, 0, 1, -1, 0, 0, 0, 0],
                    [0, 0, 1, 0, 1, -1, 0, 0, 0],
                    [0, 0, 0, 0, 1, 0, 1, -1, 0],
                    [0, 0, 0, 0, 0, 1, 0, 1, -1],
                ],
                "q": [[1, 2], [5, 3]],
                "starts": [0, 1, 2, 5, 6, 7, 10, 11, 12],
                "size": (9, 25),
                "full": 225,
                "direct": 81,
                "more": "25/9",
            },
        ),
        "backward": Example(
            {
                "vector": {"x": None, "w": [1, 2, -1], "size": 5, "stride": 2, "padding": 1},
                "map": None,
                "back": {
                    "w": [[1, 2], [3, -1]],
                    "height": 3,
                    "width": 4,
                    "dq": [[1, 0, -1], [2, 1, 0]],
                    "row": 4,
                    "column": 6,
                },
                "layer": {
                    "height": 8,
                    "width": 10,
                    "kernel": 3,
                    "padding": 1,
                    "asked": ["shape", "matrix", "entries"],
                },
            },
            source="worked out on paper",
            answers={
                "S": [[2, -1, 0, 0, 0], [0, 1, 2, -1, 0], [0, 0, 0, 1, 2]],
                "row": [0, 0, 0, 0, 1, 2, 0, 0, 3, -1, 0, 0],
                "column": [-1, 3, 0, 2, 1, 0],
                "dp": [[1, 2, -1, -2], [5, 4, -1, 1], [6, 1, -1, 0]],
                "size": (80, 80),
                "full": 6400,
                "nonzero": 616,
            },
        ),
    },
)
