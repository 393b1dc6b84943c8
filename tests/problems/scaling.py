"""A family that asks for 1 / (x * by), for tests of drawing and of variants."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from problems.family import ByHand, Example, Family
from problems.forms import Rational
from problems.rule import Rule, Slip
from problems.variant import Variant
from problems.working import Working

SCALED = Rule(
    "scaled",
    lambda x, by: x * by,
    slips=(
        Slip("scale-forgotten", lambda x: x),
        Slip("scale-added", lambda x, by: x + by),
        Slip("nothing", lambda x: 0),
    ),
)
ANY_OF_TWO = Rule(
    "scaled",
    lambda x, by: x * by,
    slips=(
        Slip("scale-added", lambda x, by: x + by),
        Slip("counted-on", lambda x, by: x + by),
        Slip("scale-squared", lambda x, by: x * by * by),
        Slip("three", lambda x: 3 * x),
    ),
)
INVERSE = Rule("inverse", lambda x: 1 / Fraction(x))


def working(p: dict[str, int]) -> Working:
    w = Working()
    y = w.derive("y", SCALED, x=w.given("x", p["x"]), by=p["by"])
    w.ask(w.derive("z", INVERSE, x=y), Rational())
    return w


def scaling(**changes: Any) -> Family:
    """A family that asks for 1 / (x * by)."""
    settings: dict[str, Any] = {
        "key": "scaling",
        "draw": lambda stream, level: {"x": stream.integer(1, 9), "by": stream.integer(1, 3)},
        "task": ByHand(working),
        "examples": {"lecture": Example({"x": 4, "by": 2}, "a lecture", {"z": "1/8"})},
    }
    return Family(**{**settings, **changes})


def one(x: int, by: int, **changes: Any) -> Variant:
    return Variant(scaling(**changes), "easy", "7", {"x": x, "by": by})
