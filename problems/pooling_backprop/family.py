"""The way back through pooling by hand: global, by windows, tied, overlapping and padded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Rational, exact
from problems.pooling_backprop import rules
from problems.rule import Rule
from problems.stream import Stream
from problems.working import Working

Pooling = Mapping[str, Any]
"""A pooling: its ``number``, its ``kind`` (in `KINDS`), its kernel, stride and padding, and the
gradient ``arriving``, with respect to what it gives."""


class Input(TypedDict):
    """A vector or a map, and how it is pooled."""

    name: str
    cells: list[Any]
    poolings: list[Pooling]


class Parameters(TypedDict):
    """What is pooled."""

    inputs: list[Input]


@dataclass(frozen=True)
class Kind:
    """A kind of pooling: how its gradient comes, whether its values are asked, and its windows."""

    gradient: Rule
    values: Rule | None = None
    how: Mapping[str, bool] = field(default_factory=dict)


KINDS: Mapping[str, Kind] = {
    "global-max": Kind(rules.GLOBAL_MAX_GRADIENT),
    "global-mean": Kind(rules.GLOBAL_MEAN_GRADIENT),
    "max-of-row": Kind(rules.MAX_GRADIENT_OF_VECTOR, rules.MAX_OF_VECTOR),
    "max": Kind(rules.MAX_GRADIENT_OF_MAP, rules.MAX_OF_MAP),
    "max-up": Kind(
        rules.MAX_GRADIENT_OVERLAPPING, rules.MAX_OF_MAP_OVERLAPPING, {"ceil_mode": True}
    ),
    "mean": Kind(rules.MEAN_GRADIENT_OF_MAP),
    "mean-counted": Kind(rules.MEAN_GRADIENT_COUNTED, None, {"count_include_pad": True}),
    "mean-inside": Kind(rules.MEAN_GRADIENT_INSIDE, None, {"count_include_pad": False}),
}

_TIED = [(a, b) for a, b in combinations(range(9), 2) if divmod(a, 3) != divmod(b, 3)[::-1]]
"""Two cells of a 3 × 3 map that are not each other's when rows and columns are swapped."""

_SIGNED = tuple(n for n in range(-6, 7) if n)


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose what is pooled, with gradients that all differ."""
    return {"inputs": {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)}


def _easy(stream: Stream) -> list[Input]:
    kernel = stream.choice((2, 3))
    share = stream.choice((-3, -2, -1, 1, 2, 3))
    return [
        {
            "name": "x",
            "cells": _with_negative_largest(stream, 6, 9),
            "poolings": [
                {"number": 1, "kind": "global-max", "arriving": stream.choice(_SIGNED)},
                {"number": 2, "kind": "global-mean", "arriving": 3 * share},
                {
                    "number": 3,
                    "kind": "max-of-row",
                    "arriving": stream.shuffled(_SIGNED, 6 // kernel),
                    "kernel": kernel,
                    "stride": kernel,
                },
            ],
        }
    ]


def _standard(stream: Stream) -> list[Input]:
    largest = stream.integer(5, 9)
    tied = stream.shuffled(range(-9, largest), 9)
    for place in stream.choice(_TIED):
        tied[place] = largest
    window = {"kernel": 2, "stride": 2}
    return [
        {
            "name": "x",
            "cells": _rows(_distinct(stream, 20, 15), stream.choice((4, 5))),
            "poolings": [
                {"number": 1, "kind": "max", "arriving": _arriving(stream, 2, 2), **window},
                {"number": 2, "kind": "mean", "arriving": _arriving(stream, 2, 2), **window},
            ],
        },
        {
            "name": "y",
            "cells": _rows(tied, 3),
            "poolings": [
                {"number": 3, "kind": "global-max", "arriving": stream.choice(_SIGNED)},
                {"number": 4, "kind": "global-mean", "arriving": stream.choice(_SIGNED)},
            ],
        },
    ]


def _hard(stream: Stream) -> list[Input]:
    height, width = stream.choice(((5, 6), (6, 5)))
    overlapping, padded = {"kernel": 3, "stride": 2}, {"kernel": 2, "stride": 2, "padding": 1}
    up = (2, 3) if width == 6 else (3, 2)
    cells = _distinct(stream, height * width, 20)
    # The largest cell where two of the first windows overlap, so that it gets both gradients.
    row, column = stream.choice(((2, 0), (2, 1), (0, 2), (1, 2)))
    shared, place = row * width + column, cells.index(max(cells))
    cells[shared], cells[place] = cells[place], cells[shared]
    return [
        {
            "name": "x",
            "cells": _rows(cells, width),
            "poolings": [
                {"number": 1, "kind": "max-up", "arriving": _arriving(stream, *up)} | overlapping,
            ],
        },
        {
            "name": "y",
            "cells": _rows(_distinct(stream, 12, 12), 4),
            "poolings": [
                {"number": 2, "kind": "mean-counted", "arriving": _arriving(stream, 2, 3)} | padded,
                {"number": 3, "kind": "mean-inside", "arriving": _arriving(stream, 2, 3)} | padded,
            ],
        },
    ]


def _distinct(stream: Stream, count: int, most: int) -> list[int]:
    """Values of both signs up to ``most``, none of them twice."""
    return stream.shuffled(range(-most, most + 1), count)


def _with_negative_largest(stream: Stream, count: int, most: int) -> list[int]:
    """Values of which the largest without its sign is negative, and two or more are positive."""
    sizes = sorted(stream.shuffled(range(1, most + 1), count))
    signs = [*stream.shuffled((1, 1, *stream.vector(count - 3, (1, -1)))), -1]
    return stream.shuffled([size * sign for size, sign in zip(sizes, signs, strict=True)])


def _rows(cells: list[int], width: int) -> list[list[int]]:
    return [cells[at : at + width] for at in range(0, len(cells), width)]


def _arriving(stream: Stream, height: int, width: int) -> list[list[int]]:
    return _rows(stream.shuffled(_SIGNED, height * width), width)


def working(p: Parameters) -> Working:
    """Of each pooling the values, where they are asked, and the gradient."""
    w = Working()
    for each in p["inputs"]:
        x = w.given(each["name"], exact(each["cells"]))
        shape = tuple(x.value.shape)
        for one in each["poolings"]:
            kind, number = KINDS[one["kind"]], one["number"]
            window: dict[str, Any] = {
                key: one[key] for key in ("kernel", "stride", "padding") if key in one
            }
            window |= kind.how
            if kind.values:
                q = w.derive(f"q{number}", kind.values, f"q_{number}", x=x, **window)
                w.ask(q, Rational(), meaning="values", of=str(number))
            upstream = rf"\frac{{\partial L}}{{\partial q_{number}}}"
            dq = w.given(f"dq{number}", exact(one["arriving"]), upstream)
            symbol = rf"\frac{{\partial L}}{{\partial {each['name']}}}"
            gradient = w.derive(
                f"d{each['name']}{number}",
                kind.gradient,
                symbol,
                x=x,
                dq=dq,
                in_size=shape,
                **window,
            )
            w.ask(gradient, Rational(), 2, meaning="gradient", of=str(number))
    return w


FAMILY = Family(
    key="pooling-backprop",
    draw=draw,
    task=ByHand(working),
    core={
        "easy": (
            "max-gradient-spread-evenly",
            "mean-gradient-not-divided",
            "max-gradient-in-corner",
        ),
        "standard": (
            "max-gradient-to-every-tie",
            "max-gradient-spread-evenly",
            "mean-divided-by-side",
        ),
        "hard": ("sum-overwritten", "rounded-down", "padding-counted-in-mean"),
    },
    subjects={"standard": ("tie", "several right values")},
    examples={
        "lecture": Example(
            {
                "inputs": [
                    {
                        "name": "x",
                        "cells": [1, 2, 3, 4, 5, 6],
                        "poolings": [
                            {
                                "number": 1,
                                "kind": "max-of-row",
                                "arriving": [5, -2, 3],
                                "kernel": 2,
                                "stride": 2,
                            },
                            {"number": 2, "kind": "global-max", "arriving": -4},
                        ],
                    }
                ]
            },
            source="lecture on the backward pass through convolutions: max-pooling of 1 to 6 by "
            "2; its gradients were worked out on paper",
            answers={"q1": [2, 4, 6], "dx1": [0, 5, 0, -2, 0, 3], "dx2": [0, 0, 0, 0, 0, -4]},
        ),
        "tie": Example(
            {
                "inputs": [
                    {
                        "name": "x",
                        "cells": [[1, 0], [0, 1]],
                        "poolings": [{"number": 1, "kind": "global-max", "arriving": -3}],
                    }
                ]
            },
            source="lecture on the backward pass through convolutions, problem: a map with a "
            "tie; worked out on paper, with all of the gradient at the first of the two maxima",
            answers={"dx1": [[-3, 0], [0, 0]]},
        ),
    },
)
