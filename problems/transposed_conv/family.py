"""Transposed convolution by hand: laid down, by zeros in between, cropped, and its sizes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Integer, Rational, Shape, exact
from problems.stream import Stream
from problems.transposed_conv import rules
from problems.working import Working


class Vector(TypedDict):
    """A vector and a kernel, with stride 1 and with another one."""

    x: list[int]
    w: list[int]
    stride: int


class Adjoint(TypedDict):
    """A vector and a kernel, and a vector of the output's size for the convolution back."""

    x: list[int]
    w: list[int]
    u: list[int]
    stride: int
    padding: int


class Map(TypedDict):
    """A map and a kernel, without padding."""

    x: list[list[int]]
    w: list[list[int]]
    stride: int


class Maps(TypedDict):
    """Two maps, each with its kernel, which make one map together."""

    x: list[list[list[int]]]
    w: list[list[list[int]]]
    stride: int
    padding: int
    output_padding: int


class Size(TypedDict):
    """A size, and the kernel of a layer."""

    size: int
    kernel: int
    stride: int
    padding: int


class Layer(TypedDict):
    """A layer of which the output shape is asked."""

    in_shape: list[int]
    channels: int
    kernel: int
    stride: int
    padding: int
    output_padding: int


class Parameters(TypedDict):
    """What is transposed; what is None is not asked."""

    vector: Vector | None
    adjoint: Adjoint | None
    map: Map | None
    maps: Maps | None
    size: Size | None
    layer: Layer | None
    back: Size | None


_NOTHING: Parameters = {
    "vector": None,
    "adjoint": None,
    "map": None,
    "maps": None,
    "size": None,
    "layer": None,
    "back": None,
}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose what is transposed, and layers of which sizes are asked."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    # A kernel of one more than the padding of both ends would leave a size as it is with stride 1.
    kernel, stride, padding = stream.choice(((4, 2, 1), (3, 2, 0), (2, 2, 0), (4, 2, 0), (5, 2, 1)))
    return {
        **_NOTHING,
        "vector": {
            "x": stream.shuffled((1, 2, 3, 4, 5, -1, -2), 3),
            "w": stream.shuffled((1, -1, 2)),
            "stride": 2,
        },
        "size": {
            "size": stream.integer(7, 16),
            "kernel": kernel,
            "stride": stride,
            "padding": padding,
        },
    }


def _standard(stream: Stream) -> Parameters:
    padding = stream.integer(1, 2)
    kernel, stride, own_padding = stream.choice(((4, 2, 1), (5, 2, 1), (5, 3, 1), (6, 2, 2)))
    return {
        **_NOTHING,
        "adjoint": {
            "x": stream.shuffled((1, 2, 3, 4, -1, -2, -3), 3),
            "w": stream.shuffled((1, 2, -1, 3)),
            "u": stream.shuffled((1, 2, 3, 4, -1, -2, -3), 8 - 2 * padding),
            "stride": 2,
            "padding": padding,
        },
        "map": {
            "x": _map(stream, 2, (-2, -1, 1, 2, 3)),
            "w": _map(stream, 3, (-2, -1, 0, 1, 2, 3)),
            "stride": 2,
        },
        "layer": {
            "in_shape": [16 * stream.integer(2, 8), stream.integer(5, 9), stream.integer(10, 16)],
            "channels": 8 * stream.integer(1, 3),
            "kernel": kernel,
            "stride": stride,
            "padding": own_padding,
            "output_padding": 0,
        },
    }


def _hard(stream: Stream) -> Parameters:
    stride = stream.integer(3, 5)
    kernel, padding = stream.choice(((4, 1), (5, 1), (6, 2), (7, 2)))
    small, rest = stream.integer(8, 20), stream.integer(2, stride - 1)
    own_stride = stream.choice((2, 3))
    return {
        **_NOTHING,
        "maps": {
            "x": [_map(stream, 2, (-3, -2, -1, 1, 2, 3, 4)) for _ in range(2)],
            "w": [_map(stream, 3, (-3, -2, -1, 1, 2, 3)) for _ in range(2)],
            "stride": 2,
            "padding": 1,
            "output_padding": 1,
        },
        "layer": {
            "in_shape": [16 * stream.integer(2, 8), stream.integer(5, 9), stream.integer(10, 16)],
            "channels": 8 * stream.integer(1, 3),
            "kernel": stream.choice((3, 5)),
            "stride": own_stride,
            "padding": stream.integer(1, 2),
            "output_padding": 1,
        },
        "back": {
            "size": (small - 1) * stride + kernel - 2 * padding + rest,
            "kernel": kernel,
            "stride": stride,
            "padding": padding,
        },
    }


def _map(stream: Stream, side: int, cells: tuple[int, ...]) -> list[list[int]]:
    """Cells that are not all the same."""
    return [stream.shuffled(cells, side) for _ in range(side)]


def flaws(p: Parameters) -> Iterator[str]:
    """A kernel that is the same when it is turned round, or only its sign turns."""
    kernels: list[Any] = [p["vector"], p["adjoint"]]
    for each in kernels:
        if each and each["w"][::-1] in (each["w"], [-entry for entry in each["w"]]):
            yield "the kernel is the same when it is flipped, or only its sign turns"


def working(p: Parameters) -> Working:
    """Values first, then sizes."""
    w = Working()
    if p["vector"]:
        _vector(w, p["vector"])
    if p["adjoint"]:
        _adjoint(w, p["adjoint"])
    if p["map"]:
        x = w.given("M", exact(p["map"]["x"]))
        kernel = w.given("V", exact(p["map"]["w"]))
        y = w.derive("Y", rules.OF_MAP, x=x, w=kernel, stride=p["map"]["stride"])
        w.ask(y, Rational(), 4, per_cell=True, size_told=False)
    if p["maps"]:
        _maps(w, p["maps"])
    if p["size"]:
        numbers: Any = p["size"]
        w.ask(w.derive("n_out", rules.SIZE, **numbers), Integer("px"))
    if p["layer"]:
        _layer(w, p["layer"])
    if p["back"]:
        _back(w, p["back"])
    return w


def _vector(w: Working, p: Vector) -> None:
    seen = {"x": w.given("x", exact(p["x"])), "w": w.given("w", exact(p["w"]))}
    dense = w.derive("y1", rules.DENSE, "y_1", **seen, stride=1)
    strided = w.derive("y2", rules.STRIDED, "y_2", **seen, stride=p["stride"])
    w.ask(dense, Rational(), 2, per_cell=True, size_told=False)
    w.ask(strided, Rational(), 2, per_cell=True, size_told=False)


def _adjoint(w: Working, p: Adjoint) -> None:
    """By zeros in between, then the convolution that goes the other way, and both products."""
    x, kernel, u = (w.given(name, exact(p[name])) for name in ("x", "w", "u"))
    numbers: Any = {"stride": p["stride"], "padding": p["padding"]}
    around = len(p["w"]) - 1 - p["padding"]
    z = w.derive("z", rules.WITH_ZEROS, x=x, around=around, **numbers)
    y = w.derive("y", rules.SLID, z=z, w=kernel, **numbers)
    q = w.derive("q", rules.BACK, x=u, w=kernel, **numbers)
    left = w.derive("left", rules.DOT, r"q^\top x", left=q, right=x)
    right = w.derive("right", rules.DOT, r"u^\top y", left=u, right=y)
    w.ask(z, Rational(), per_cell=True, size_told=False)
    w.ask(y, Rational(), 2, per_cell=True)
    w.ask(q, Rational(), 2, per_cell=True)
    w.ask(left, Rational())
    w.ask(right, Rational())


def _maps(w: Working, p: Maps) -> None:
    numbers: Any = {k: p[k] for k in ("stride", "padding", "output_padding")}
    parts = []
    for place, (cells, entries) in enumerate(zip(p["x"], p["w"], strict=True), start=1):
        x = w.given(f"x{place}", exact(cells), f"x_{place}")
        kernel = w.given(f"w{place}", exact(entries), f"w_{place}")
        part = w.derive(f"y{place}", rules.OF_MAP_CROPPED, f"y_{place}", x=x, w=kernel, **numbers)
        w.tell(part, "part", of=str(place))
        parts.append(part)
    y = w.derive("y", rules.ADDED, parts=tuple(parts))
    w.ask(y, Rational(), 6, per_cell=True, size_told=False, meaning="together")


def _layer(w: Working, p: Layer) -> None:
    numbers: Any = {k: p[k] for k in ("channels", "kernel", "stride", "padding")}
    rule = rules.SHAPE
    if p["output_padding"]:
        rule, numbers["output_padding"] = rules.SHAPE_WITH_OUTPUT_PADDING, p["output_padding"]
    shape = w.derive("shape", rule, in_shape=tuple(p["in_shape"]), **numbers)
    w.ask(shape, Shape("C, H, W"), 2)


def _back(w: Working, p: Size) -> None:
    """The size after a convolution, the size that its transposed one gives, and what is missing."""
    numbers: Any = {k: p[k] for k in ("kernel", "stride", "padding")}
    small = w.derive("small", rules.CONVOLVED_SIZE, size=p["size"], **numbers)
    back = w.derive("back", rules.SIZE, size=small, **numbers)
    missing = w.derive(
        "missing", rules.OUTPUT_PADDING, size=p["size"], back=back, stride=p["stride"]
    )
    for step in (small, back):
        w.ask(step, Integer("px"))
    w.ask(missing, Integer())


FAMILY = Family(
    key="transposed-conv",
    draw=draw,
    flaws=flaws,
    task=ByHand(working),
    core={
        "easy": ("kernel-laid-flipped", "sum-overwritten", "size-of-convolution"),
        "standard": ("kernel-not-flipped", "sum-overwritten", "padding-widens-output"),
        "hard": ("sum-overwritten", "output-padding-forgotten", "output-padding-first"),
    },
    examples={
        "vector": Example(
            {
                **_NOTHING,
                "vector": {"x": [1, 2, 3], "w": [1, 0, -1], "stride": 2},
                "size": {"size": 14, "kernel": 4, "stride": 2, "padding": 1},
            },
            source="worked out on paper",
            answers={"y1": [1, 2, 2, -2, -3], "y2": [1, 0, 1, 0, 1, 0, -3], "n_out": 28},
        ),
        "adjoint": Example(
            {
                **_NOTHING,
                "adjoint": {
                    "x": [1, 2, 3],
                    "w": [1, 2, -1],
                    "u": [1, 0, 2, -1, 1],
                    "stride": 2,
                    "padding": 1,
                },
                "map": {
                    "x": [[1, 2], [0, -1]],
                    "w": [[1, 0, 1], [0, 2, 0], [-1, 0, 1]],
                    "stride": 2,
                },
                "layer": {
                    "in_shape": [64, 7, 9],
                    "channels": 32,
                    "kernel": 4,
                    "stride": 2,
                    "padding": 1,
                    "output_padding": 0,
                },
            },
            source="worked out on paper",
            answers={
                "z": [0, 1, 0, 2, 0, 3, 0],
                "y": [2, 1, 4, 1, 6],
                "q": [2, 5, 1],
                "left": 15,
                "right": 15,
                "Y": [
                    [1, 0, 3, 0, 2],
                    [0, 2, 0, 4, 0],
                    [-1, 0, -2, 0, 1],
                    [0, 0, 0, -2, 0],
                    [0, 0, 1, 0, -1],
                ],
                "shape": (32, 14, 18),
            },
        ),
        "output-padding": Example(
            {
                **_NOTHING,
                "maps": {
                    "x": [[[1, 0], [2, -1]], [[0, 1], [1, 1]]],
                    "w": [
                        [[1, 0, 2], [0, 1, 0], [1, 0, 0]],
                        [[0, 1, 0], [1, 0, 1], [0, 0, -1]],
                    ],
                    "stride": 2,
                    "padding": 1,
                    "output_padding": 1,
                },
                "layer": {
                    "in_shape": [16, 7, 5],
                    "channels": 8,
                    "kernel": 5,
                    "stride": 3,
                    "padding": 1,
                    "output_padding": 2,
                },
                "back": {"size": 28, "kernel": 3, "stride": 2, "padding": 1},
            },
            source="worked out on paper",
            answers={
                "y": [[1, 1, 0, 1], [1, 3, 1, -3], [2, 2, -1, 1], [0, -2, 0, -1]],
                "shape": (8, 23, 17),
                "small": 14,
                "back": 27,
                "missing": 1,
            },
        ),
    },
)
