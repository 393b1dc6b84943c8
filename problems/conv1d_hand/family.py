"""Convolution and cross-correlation of a vector by hand, with padding, stride and dilation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from problems.conv1d_hand import rules
from problems.family import ByHand, Example, Family, Level
from problems.forms import Rational, exact
from problems.quantity import Quantity
from problems.rule import Rule
from problems.stream import Stream
from problems.working import Working

Map = Mapping[str, Any]
"""One output of the vector: its ``name`` (that of its blank), its ``kind`` (in `KINDS`), and its
own numbers: padding, the value that it is filled with, stride and dilation."""


class Parameters(TypedDict):
    """A vector, a kernel, and what is worked out of them."""

    x: list[int]
    w: list[int]
    maps: list[Map]


KINDS: Mapping[str, Rule] = {
    "correlation": rules.CORRELATION,
    "convolution": rules.CONVOLUTION,
    "strided": rules.STRIDED,
    "dilated": rules.DILATED,
    "zeros": rules.CORRELATION,
    "edge": rules.CORRELATION,
    "mirror": rules.CORRELATION,
    "circular": rules.CORRELATION,
    "constant": rules.CORRELATION,
    "together": rules.STRIDED_AND_DILATED,
}

PADDED: Mapping[str, tuple[Rule, Mapping[str, str]]] = {
    "zeros": (rules.PADDED_WITH_ZEROS, {"mode": "zero"}),
    "together": (rules.PADDED_WITH_ZEROS, {"mode": "zero"}),
    "edge": (rules.PADDED_WITH_EDGE, {"mode": "edge"}),
    "mirror": (rules.PADDED_BY_MIRROR, {"mode": "mirror"}),
    "circular": (rules.PADDED_CIRCULARLY, {"mode": "circular"}),
    "constant": (rules.PADDED_WITH_CONSTANT, {}),
}
"""How the vector is padded first, by kind."""

_OF_PADDING = ("padding", "fill")

_MARKS = 2


def one(name: str, kind: str, **numbers: int) -> Map:
    """One output, with the numbers that its kind has."""
    return {"name": name, "kind": kind, **numbers}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a vector, a kernel, and maps that are about the level."""
    if level == "easy":
        return {
            "x": stream.vector(6, tuple(range(6))),
            "w": stream.shuffled((*stream.choice(((1, -1), (2, -1), (1, -2))), 0)),
            "maps": [one("q1", "correlation"), one("q2", "convolution")],
        }
    if level == "standard":
        return {
            "x": stream.vector(stream.integer(8, 9), tuple(range(-3, 6))),
            "w": _kernel(stream, 3),
            "maps": [
                one("q1", "convolution"),
                one("q2", "strided", stride=stream.integer(2, 3)),
                one("q3", "dilated", dilation=2),
                one("q4", "zeros", padding=stream.integer(1, 2)),
            ],
        }
    stride, dilation = stream.choice(((2, 3), (3, 2)))
    left_out = stream.choice(("edge", "circular", "constant"))
    ways = [way for way in ("edge", "mirror", "circular", "constant") if way != left_out]
    fill = {"constant": {"fill": stream.choice((-2, -1, 1, 3))}}
    return {
        "x": stream.vector(stream.integer(6, 7), tuple(range(-4, 8))),
        "w": _kernel(stream, 4),
        "maps": [
            *(
                one(f"q{place}", way, padding=2, **fill.get(way, {}))
                for place, way in enumerate(ways, start=1)
            ),
            one("q4", "together", padding=3, stride=stride, dilation=dilation),
        ],
    }


def _kernel(stream: Stream, size: int) -> list[int]:
    """Small entries of both signs, and not the same from both ends."""
    return stream.shuffled((1, -1, *stream.vector(size - 2, (-2, 1, 2, 3))))


def flaws(p: Parameters) -> Iterator[str]:
    """The kernel is another one when it is flipped, up to its sign."""
    flipped = p["w"][::-1]
    if flipped in (p["w"], [-entry for entry in p["w"]]):
        yield "the kernel is the same when it is flipped, or only its sign turns"
    if len(set(p["x"])) < len(p["x"]) - 2:
        yield "the vector repeats its numbers"
    for each in p["maps"]:
        if each["kind"] == "together" and len(set(_together(p["x"], p["w"], **each))) == 1:
            yield "the outputs of the last map are all the same"


def _together(
    x: Sequence[int], w: Sequence[int], padding: int, stride: int, dilation: int, **_: Any
) -> list[int]:
    """The outputs of a convolution with all three, which no other blank leads to."""
    cells = [*[0] * padding, *x, *[0] * padding]
    places = range(0, len(cells) - dilation * (len(w) - 1), stride)
    return [
        sum(entry * cells[at + dilation * tap] for tap, entry in enumerate(reversed(w)))
        for at in places
    ]


def working(p: Parameters) -> Working:
    """Each output; where the vector is padded, it is padded first."""
    w = Working()
    x, kernel = w.given("x", exact(p["x"])), w.given("w", exact(p["w"]))
    for place, each in enumerate(p["maps"], start=1):
        kind, numbers = each["kind"], {k: v for k, v in each.items() if k not in ("name", "kind")}
        vector: Quantity = x
        if kind in PADDED:
            rule, mode = PADDED[kind]
            how = {name: numbers.pop(name) for name in _OF_PADDING if name in numbers}
            vector = w.derive(f"x{place}", rule, f"x_{place}", x=x, **how, **mode)
            w.tell(vector, "padded", of=str(place))
        symbol = each["name"].replace("q", "q_")
        q = w.derive(each["name"], KINDS[kind], symbol, x=vector, w=kernel, **numbers)
        w.ask(
            q,
            Rational(),
            _MARKS,
            per_cell=True,
            size_told=kind in ("correlation", "convolution"),
            meaning=kind,
        )
    return w


def _border(kind: str, published: list[int]) -> Example:
    """One of the four ways to pad that the lecture shows on the same vector."""
    return Example(
        {"x": [1, 2, 3, 4, 5], "w": [-1, 0, 2, 0, -1], "maps": [one("q1", kind, padding=2)]},
        source="lecture on convolutional networks: two cells of padding",
        answers={"q1": published},
    )


FAMILY = Family(
    key="conv1d-hand",
    draw_version=2,
    draw=draw,
    flaws=flaws,
    task=ByHand(working),
    core={
        "easy": ("kernel-flipped", "kernel-not-flipped"),
        "standard": ("kernel-not-flipped", "stride-forgotten", "dilation-as-gaps"),
        "hard": ("kernel-flipped", "mirrored-without-edge", "padded-with-zeros"),
    },
    examples={
        "steps": Example(
            {
                "x": [1, 2, 3, 4, 5, 5, 4, 3, 2, 1],
                "w": [-1, 0, 1],
                "maps": [
                    one("q1", "correlation"),
                    one("q2", "strided", stride=3),
                    one("q3", "dilated", dilation=3),
                ],
            },
            source="lecture on convolutional networks: a kernel with stride and dilation",
            answers={
                "q1": [2, 2, 2, 1, -1, -2, -2, -2],
                "q2": [2, 1, -2],
                "q3": [3, 1, -1, -3],
            },
        ),
        "zeros": _border("zeros", [-1, 0, 0, 6, 7]),
        "edge": _border("edge", [-2, -1, 0, 1, 2]),
        "mirror": _border("mirror", [-3, -1, 0, 1, 3]),
        "circular": _border("circular", [-5, -5, 0, 5, 5]),
        "libraries": Example(
            {
                "x": [2, 2, 2, 6, 6, 6, 6],
                "w": [-1, 1],
                "maps": [one("q1", "convolution"), one("q2", "correlation")],
            },
            source="lecture on convolutional models, problem 3: convolution, and what PyTorch "
            "calls so",
            answers={"q1": [0, 0, -4, 0, 0, 0], "q2": [0, 0, 4, 0, 0, 0]},
        ),
    },
)
