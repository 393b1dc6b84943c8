"""A function for 1D convolution, written in NumPy with one loop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from problems.family import Example, Family, InCode, Level
from problems.probe import Check, Probe, Style
from problems.rules.convolution import CONVOLVE_1D, CORRELATE_1D
from problems.rules.purity import UNCHANGED
from problems.stream import Stream

Array = NDArray[Any]

READY_MADE = (
    *("numpy.convolve", "numpy.correlate", "numpy.ma.convolve", "numpy.ma.correlate"),
    *("numpy.fft", "numpy.polymul", "numpy.poly1d", "numpy.polynomial", "scipy", "torch"),
)
"""What convolves by itself; windows (``sliding_window_view``) and products of matrices do not."""


class Parameters(TypedDict):
    """What the function works out; without ``flip`` it is cross-correlation."""

    flip: bool
    stride: int
    padding: int
    dilation: int
    mode: str


def draw(stream: Stream, level: Level) -> Parameters:
    """Plain at ``easy``, as in networks at ``standard``, with everything at ``hard``."""
    return {
        "flip": {"easy": stream.chance(1, 2), "standard": False, "hard": True}[level],
        "stride": 1 if level == "easy" else stream.integer(2, 3),
        "padding": {"easy": 0, "standard": stream.integer(1, 3), "hard": stream.integer(2, 3)}[
            level
        ],
        "dilation": stream.integer(2, 3) if level == "hard" else 1,
        "mode": stream.choice(("edge", "mirror", "circular")) if level == "hard" else "zero",
    }


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Inputs on which a wrong program shows: integers, decimals, both signs, all lengths.

    No two entries are of one size, so that no kernel is its own mirror image; all are 1 or more,
    so that what is cut off to an integer is not 0.
    """

    def sizes(length: int, least: int, most: int) -> Array:
        return np.array(stream.shuffled(range(least, most + 1), length))

    def floats(length: int) -> Array:
        return sizes(length, least=16, most=80) * stream.vector(length, (-1, 1)) / 16

    def integers(length: int) -> Array:
        return sizes(length, least=1, most=max(9, length)) * (-1) ** np.arange(length)

    span = 2 * p["dilation"] + 1
    yield check("integers", p, integers(11), integers(3), marks=3)  # a slip is charged here
    yield check("decimals", p, floats(13), floats(4))
    fitting = span + 6 * p["stride"] - 2 * p["padding"]  # the last output reaches the very end
    yield check("integer-vector", p, integers(fitting), floats(3))
    yield check("kernel-of-one", p, floats(7), floats(1))
    yield check("shortest-vector", p, floats(span), floats(3))
    yield untouched(floats(10), floats(3))


def check(name: str, p: Parameters, vector: Array, kernel: Array, marks: int = 1) -> Check:
    """One call, and what it returns."""
    geometry: dict[str, Any] = {key: value for key, value in p.items() if key != "flip"}
    rule = CONVOLVE_1D if p["flip"] else CORRELATE_1D
    probe = Probe()
    probe.put("vector", vector)
    probe.put("kernel", kernel)
    probe.call("result", "conv1d", "vector", "kernel")
    probe.read("result", "conv1d(vector, kernel)", rule, x=vector, w=kernel, **geometry)
    return Check(name, probe, marks)


def untouched(vector: Array, kernel: Array) -> Check:
    """The inputs after a call."""
    probe = Probe()
    probe.put("vector", vector)
    probe.put("kernel", kernel)
    probe.call("result", "conv1d", "vector", "kernel")
    probe.read("vector", "conv1d(vector, kernel); vector", UNCHANGED, x=vector)
    probe.read("kernel", "conv1d(vector, kernel); kernel", UNCHANGED, x=kernel)
    return Check("inputs-unchanged", probe, secondary=True)


FAMILY = Family(
    key="conv1d-code",
    draw=draw,
    task=InCode(
        names=("conv1d",),
        checks=checks,
        style=(
            Style("one-loop", "conv1d", slip="second-loop", loops=1),
            Style(
                "own-code",
                "conv1d",
                slip="library-convolution",
                forbidden=READY_MADE,
                unseen="library-unseen",
            ),
        ),
    ),
    examples={
        "lecture": Example(
            {"flip": True, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"},
            source="lecture on convolutional models, problem 2",
        ),
    },
)
