"""A function for 1D convolution, written in NumPy with one loop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from problems.family import Example, Family, InCode, Level
from problems.probe import Call, Check, Probe, Style
from problems.rules.convolution import CONVOLVE_1D, CORRELATE_1D
from problems.rules.purity import UNCHANGED
from problems.stream import Stream

Array = NDArray[Any]

READY_MADE = (
    *("numpy.convolve", "numpy.correlate", "numpy.ma.convolve", "numpy.ma.correlate"),
    *("numpy.polymul", "numpy.poly1d", "numpy.polynomial", "scipy"),
    *("torch.*conv*", "torch.ops"),
)
"""What convolves by itself; windows, products of matrices and ``numpy.fft`` do not.

Nor do tensors: PyTorch's convolutions have it in their names.
"""

MANY = 486
"""So many cells, or a few more, is a vector longer than most will think of.

With a stride of 2 it has an odd number of outputs more: who rounds m / 2 to even numbers is seen.
"""


class Parameters(TypedDict):
    """What the function works out; without ``flip`` it is cross-correlation."""

    flip: bool
    stride: int
    padding: int
    dilation: int
    mode: str


def draw(stream: Stream, level: Level) -> Parameters:
    """Plain at ``easy``, with stride and zeros at ``standard``, with everything at ``hard``."""
    return {
        "flip": level == "hard" or stream.chance(1, 2),
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
    so that what is cut off to an integer is not 0. With a stride, the last window leaves as many
    cells over as it can, some, or none: whoever miscounts the outputs does so in one of these.
    """

    def sizes(length: int, least: int, most: int) -> Array:
        return np.array(stream.shuffled(range(least, most + 1), length))

    def floats(length: int) -> Array:
        return sizes(length, least=16, most=80) * stream.vector(length, (-1, 1)) / 16

    def integers(length: int) -> Array:
        return sizes(length, least=1, most=max(9, length)) * (-1) ** np.arange(length)

    def length(least: int, kernel: int, left_over: int) -> int:
        """The first length from ``least`` on at which the last window leaves so many cells over."""
        padded = least + 2 * p["padding"] - p["dilation"] * (kernel - 1) - 1
        return least + (left_over - padded) % p["stride"]

    span = 2 * p["dilation"] + 1
    most = p["stride"] - 1  # with one cell more there would be another output
    yield check("integers", p, integers(11), integers(3), marks=3)  # a slip is charged here
    some_more = length(13 + MANY, 4, left_over=min(1, most)) - 13
    yield called_otherwise(
        check("decimals", p, floats(13), floats(4)), p, stream.branch("unseen"), some_more
    )
    fitting = span + 6 * p["stride"] - 2 * p["padding"]  # the last output reaches the very end
    yield check("integer-vector", p, integers(fitting), floats(3))
    yield check("kernel-of-one", p, floats(length(7, 1, left_over=most)), floats(1))
    yield check("shortest-vector", p, floats(span), floats(3))
    yield untouched(floats(10), floats(3))


def check(name: str, p: Parameters, vector: Array, kernel: Array, marks: int = 1) -> Check:
    """One call, and what it returns."""
    probe = Probe()
    call(probe, p, {"vector": vector}, {"kernel": kernel})
    return Check(name, probe, marks)


def call(probe: Probe, p: Parameters, *given: dict[str, Array]) -> None:
    """A call with a vector and a kernel, each laid down under its name, and what it returns."""
    geometry: dict[str, Any] = {key: value for key, value in p.items() if key != "flip"}
    rule = CONVOLVE_1D if p["flip"] else CORRELATE_1D
    ((x_name, x),), ((w_name, w),) = (each.items() for each in given)
    for name, value in ((x_name, x), (w_name, w)):
        probe.put(name, value)
    number = sum(isinstance(step, Call) for step in probe.steps) + 1
    result = probe.call("result" if number == 1 else f"result{number}", "conv1d", x_name, w_name)
    probe.read(result, f"conv1d({x_name}, {w_name})", rule, x=x, w=w, **geometry)


def called_otherwise(plain: Check, p: Parameters, stream: Stream, more: int) -> Check:
    """The check, and then its kernel with a vector longer by so many cells, and two other kernels.

    So it shows what is kept by one of the two alone, or of the length of one, and what has room for
    so many cells only.
    """

    def integers(length: int) -> Array:
        return np.array(stream.shuffled(range(1, length + 1))) * (-1) ** np.arange(length)

    vector, kernel = (plain.probe.observations[0].inputs[name] for name in ("x", "w"))

    def unseen() -> None:
        length, probe = len(kernel), plain.probe
        call(probe, p, {"long_vector": integers(len(vector) + more) / 4}, {"kernel": kernel})
        call(probe, p, {"vector": vector}, {"other_kernel": integers(length) / 4})
        call(probe, p, {"vector": vector}, {"short_kernel": integers(length - 1) * 5 / 4})

    plain.probe.go_on_unseen(unseen)
    return plain


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
