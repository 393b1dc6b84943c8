"""Separable kernels, and what grouped and depthwise-separable convolutions save."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict

from problems.family import LEVELS, SOUND, ByHand, Example, Family, Level
from problems.forms import Choice, Integer, Rational, exact
from problems.quantity import Step
from problems.rules import separable as rules
from problems.stream import Stream
from problems.working import Working

Matrix = list[list[int]]


class Parameters(TypedDict):
    """Two kernels, and a layer: input (C, H, W), side of its kernels, outputs, groups.

    ``kernel`` is separable, and its factors are asked; of ``other`` it is asked whether it is.
    With one group nothing is asked of groups. ``marks`` are those of each cost; without them it has
    one, as in older sheets.
    """

    kernel: Matrix
    other: Matrix
    input: list[int]
    channels: int
    size: int
    groups: int
    marks: NotRequired[int]


FACTORS: dict[Level, tuple[tuple[int, int, int], ...]] = {
    "easy": ((0, 1, 1), (1, 1, 1), (1, 1, 2), (0, 1, 2)),
    "standard": ((0, 1, 2), (1, 1, 2), (1, 2, 2), (1, 1, 3), (1, 2, 3)),
    "hard": ((0, 2, 3), (1, 2, 3), (2, 3, 3), (1, 3, 4), (2, 3, 4)),
}
"""Magnitudes of a factor's entries, coprime; two lists never make proportional factors."""


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a kernel with factors, one that has them half of the time, and a layer."""
    scale = stream.integer(2, 3) if level == "hard" else 1
    kernel = [[scale * cell for cell in line] for line in _separable(stream, level)]
    other = _separable(stream, level)
    if stream.chance(1, 2):
        # One changed cell makes it rank 2: each factor has two entries that are not 0.
        other[stream.integer(0, 2)][stream.integer(0, 2)] += stream.choice((-2, -1, 1, 2))
    side = 4 * (stream.integer(3, 6) if level == "easy" else stream.integer(8, 32))
    groups = stream.choice((2, 4)) if level == "hard" else 1
    inputs, outputs = {
        "easy": (stream.integer(2, 4), stream.integer(6, 12)),
        "standard": (4 * stream.integer(2, 8), 4 * stream.integer(9, 16)),
        "hard": (groups * stream.integer(3, 10), groups * stream.integer(11, 20)),
    }[level]
    drawn: Parameters = {
        "kernel": kernel,
        "other": other,
        "input": [inputs, side, side if level == "easy" else side + 4 * stream.integer(1, 10)],
        "channels": outputs,
        "size": stream.choice((3, 5)),
        "groups": groups,
    }
    if level == "easy":
        drawn["marks"] = 2  # so that a row, often the first line of the kernel, is a small part
    return drawn


def _separable(stream: Stream, level: Level) -> Matrix:
    """The product of a column and a row that are not proportional."""
    column, row = (_factor(stream, sizes) for sizes in stream.shuffled(FACTORS[level])[:2])
    return [[a * b for b in row] for a in column]


def _factor(stream: Stream, sizes: Sequence[int]) -> list[int]:
    """The entries of a factor in a random order, with random signs."""
    return [stream.choice((-1, 1)) * size for size in stream.shuffled(sizes)]


def judge(p: Parameters, level: Level) -> str:
    """There is nothing against any proposal, as it is made.

    Kernels have the factors that they are made of. All costs are positive, and stay so whatever
    mistake of the level is made; that parameters stand for operations is told from every other.
    """
    del p, level
    return SOUND


def working(p: Parameters) -> Working:
    """The factors of one kernel, a judgement of the other, then the cost of each convolution."""
    w = Working()
    kernel = w.given("kernel", exact(p["kernel"]), meaning="first-kernel")
    in_shape = w.given("in_shape", tuple(p["input"]), meaning="input")
    out_shape = w.given("out_shape", (p["channels"], *p["input"][1:]), meaning="output")

    column = w.derive("column", rules.COLUMN, kernel=kernel)
    row = w.derive("row", rules.ROW, kernel=kernel, column=column)
    other = w.given("other", exact(p["other"]), meaning="second-kernel")
    separable = w.derive("separable", rules.SEPARABLE, kernel=other)
    w.ask(column, Rational())
    w.ask(row, Rational())
    w.ask(separable, Choice(("yes", "no")))

    layer: dict[str, Any] = {
        "in_shape": in_shape,
        "channels": p["channels"],
        "kernel": p["size"],
        "bias": False,
    }

    marks = p.get("marks", 1)

    def cost(name: str, groups: int) -> None:
        weights = w.derive(f"{name}_params", rules.CONV_WEIGHTS, groups=groups, **layer)
        macs = w.derive(
            f"{name}_macs",
            rules.MACS_OF_WEIGHTS,
            weights=weights,
            out_shape=out_shape,
            groups=groups,
            **layer,
        )
        _ask_cost(w, weights, macs, marks)

    cost("regular", groups=1)
    if p["groups"] > 1:
        cost("grouped", groups=p["groups"])

    depthwise = w.derive("depthwise_params", rules.DEPTHWISE_WEIGHTS, **layer)
    pointwise = w.derive(
        "pointwise_params", rules.POINTWISE_WEIGHTS, groups_elsewhere=p["groups"], **layer
    )
    parts: dict[str, Any] = {"depthwise": depthwise, "pointwise": pointwise}
    weights = w.derive("separable_params", rules.SEPARABLE_WEIGHTS, **parts, **layer)
    macs = w.derive(
        "separable_macs",
        rules.SEPARABLE_MACS,
        weights=weights,
        out_shape=out_shape,
        **parts,
        **layer,
    )
    _ask_cost(w, weights, macs, marks)
    return w


def _ask_cost(w: Working, weights: Step, macs: Step, marks: int) -> None:
    w.ask(weights, Integer(), marks)
    w.ask(macs, Integer("MAC"), marks)


_CORE = (
    "pointwise-forgotten",
    "depthwise-forgotten",
    "output-channels-in-depthwise",
    "input-channels-forgotten",
    "parameters-for-macs",
)

FAMILY = Family(
    key="separable-conv",
    draw=draw,
    draw_version=2,
    judge=judge,
    task=ByHand(working, tensors=frozenset(("kernel", "other"))),
    subjects=dict.fromkeys(LEVELS, ("several right values",)),  # a column may be scaled
    core={
        "easy": _CORE,
        "standard": _CORE,
        "hard": (*_CORE, "groups-ignored", "groups-applied-twice"),
    },
    examples={
        "lecture": Example(
            {
                "kernel": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
                "other": [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
                "input": [3, 128, 128],
                "channels": 16,
                "size": 3,
                "groups": 1,
            },
            source="lecture on convolutional networks (factors and costs are published; "
            "the rows of the other kernel are not proportional)",
            answers={
                "column": [1, 2, 1],
                "row": [-1, 0, 1],
                "separable": "no",
                "regular_params": 432,
                "regular_macs": 7077888,
                "separable_params": 75,
                "separable_macs": 1228800,
            },
        ),
    },
)
