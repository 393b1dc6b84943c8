"""A small sound family for tests: the larger number of each pair, and their sum."""

from __future__ import annotations

from typing import TypedDict

from problems.family import LEVELS, ByHand, Example, Family, Level
from problems.forms import Integer, Rational, exact
from problems.lab_pairs.rules import PAIR_MAXIMA, SUM
from problems.stream import Stream
from problems.working import Working


class Parameters(TypedDict):
    """A vector of numbers in pairs."""

    x: list[int]


LENGTHS: dict[Level, int] = {"easy": 4, "standard": 6, "hard": 10}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose numbers."""
    return {"x": stream.vector(LENGTHS[level], range(2, 40))}


def working(p: Parameters) -> Working:
    """The larger number of each pair, then their sum."""
    w = Working()
    x = w.given("x", exact(p["x"]))
    r = w.derive("r", PAIR_MAXIMA, x=x)
    s = w.derive("s", SUM, r=r)
    w.ask(r, Rational())
    w.ask(s, Integer())
    return w


FAMILY = Family(
    key="lab-pairs",
    draw=draw,
    task=ByHand(working),
    core=dict.fromkeys(LEVELS, ("minimum-for-maximum", "last-left-out")),
    examples={
        "lecture": Example(
            {"x": [1, 2, 3, 4, 5, 6]},
            source="a lecture on pooling",
            answers={"r": [2, 4, 6], "s": 12},
        ),
    },
)
