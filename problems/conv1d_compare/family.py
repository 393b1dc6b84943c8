"""What NumPy, SciPy, PyTorch, JAX and Keras print for one input, predicted by hand.

Variants come from a bank of calls that were run once, with the versions that a sheet names; see
``tools/record_conv1d.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

from problems.conv1d_compare.calls import BORDERS, CALLS, LIBRARIES
from problems.conv1d_compare.rules import BY_KIND
from problems.family import ByHand, Example, Family, Level
from problems.forms import Rational, exact
from problems.stream import Stream
from problems.working import Working

_MARKS = 2


class Asked(TypedDict):
    """One call: the name of its blank, and what one writes, a key of `calls.CALLS`."""

    name: str
    code: str


class Parameters(TypedDict):
    """A vector, a kernel (of halves, exactly), the calls, and the versions that were recorded."""

    x: list[int]
    w: list[int] | list[float]
    calls: list[Asked]
    versions: dict[str, str]


@cache
def bank() -> Mapping[str, Any]:
    """The inputs, the outputs of each call for each of them, and the versions."""
    found: Mapping[str, Any] = json.loads(
        Path(__file__).with_name("bank.json").read_text(encoding="utf-8")
    )
    return found


_FUNCTIONS = ("convolve", "correlate")


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose an input of the bank and the calls that are compared on it."""
    given = stream.choice([each for each in bank()["inputs"] if _suits(each, level)])
    codes = {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)
    libraries = {CALLS[code].library for code in codes}
    return {
        "x": given["x"],
        "w": given["w"],
        "calls": [{"name": f"q{n}", "code": code} for n, code in enumerate(codes, start=1)],
        "versions": {name: bank()["versions"][name] for name in LIBRARIES if name in libraries},
    }


def _suits(given: Mapping[str, Any], level: Level) -> bool:
    """Three whole numbers below ``hard``; there four, and not all of them whole."""
    halves = any(entry % 1 for entry in given["w"])
    return halves and len(given["w"]) == 4 if level == "hard" else len(given["w"]) == 3


def _easy(stream: Stream) -> list[str]:
    mode = stream.choice(("full", "valid"))
    return [f'np.convolve(x, w, "{mode}")', "F.conv1d(x, w)"]


def _standard(stream: Stream) -> list[str]:
    how = stream.choice(("padding=2", "stride=2", "dilation=2"))
    same = f'np.{stream.choice(_FUNCTIONS)}(x, w, "same")'
    return [same, *_images(stream), f"F.conv1d(x, w, {how})"]


def _hard(stream: Stream) -> list[str]:
    same = f'{stream.choice(("np", "jnp"))}.{stream.choice(_FUNCTIONS)}(x, w, "same")'
    padding = stream.choice(("same", "valid"))
    return [
        *_images(stream),
        same,
        'F.conv1d(x, w, padding="same")',
        f'keras.ops.conv(x, w, strides=2, padding="{padding}")',
    ]


def _images(stream: Stream) -> list[str]:
    """SciPy with two of its modes."""
    modes = stream.shuffled(tuple(BORDERS), 2)
    return [
        f'scipy.ndimage.{function}1d(x, w, mode="{mode}")'
        for function, mode in zip(_FUNCTIONS, modes, strict=True)
    ]


def flaws(p: Parameters) -> Iterator[str]:
    """No two calls print the same."""
    w = working(p)
    printed = [tuple(w.evaluate(asked.step)) for asked in w.asked]
    if len(set(printed)) < len(printed):
        yield "two calls print the same"


def working(p: Parameters) -> Working:
    """The output of each call."""
    w = Working()
    x = w.given("x", exact(p["x"]))
    kernel = w.given("w", exact([Fraction(entry) for entry in p["w"]]))
    for asked in p["calls"]:
        call, name = CALLS[asked["code"]], asked["name"]
        numbers: dict[str, Any] = dict(call.numbers)
        symbol = name.replace("q", "q_")
        q = w.derive(name, BY_KIND[call.kind], symbol, x=x, w=kernel, **numbers)
        w.ask(q, Rational(), _MARKS, per_cell=True, size_told=False, meaning=call.library.lower())
    return w


FAMILY = Family(
    key="conv1d-compare",
    draw=draw,
    flaws=flaws,
    task=ByHand(working),
    core={
        "easy": ("kernel-not-flipped", "kernel-flipped"),
        "standard": ("kernel-not-flipped", "kernel-flipped", "modes-named-as-in-numpy"),
        "hard": ("anchor-at-the-other-cell", "decimals-kept", "odd-zero-in-front"),
    },
    effort={"easy": (34, 62), "standard": (76, 132), "hard": (120, 215)},
    examples={
        "lecture": Example(
            {
                "x": [2, 2, 2, 6, 6, 6, 6],
                "w": [-1, 1],
                "calls": [
                    {"name": "q1", "code": 'np.convolve(x, w, "valid")'},
                    {"name": "q2", "code": 'scipy.ndimage.convolve1d(x, w, mode="nearest")'},
                    {"name": "q3", "code": "F.conv1d(x, w)"},
                ],
                "versions": {"NumPy": "2.4.6", "SciPy": "1.17.1", "PyTorch": "2.13.0"},
            },
            source="lecture on convolutional models, problem 3",
            answers={
                "q1": [0, 0, -4, 0, 0, 0],
                "q2": [0, 0, -4, 0, 0, 0, 0],
                "q3": [0, 0, 4, 0, 0, 0],
            },
        ),
    },
)
