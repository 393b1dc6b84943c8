"""Gradients of a fully connected layer: of one datum, of a batch, and what the Jacobian costs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, TypedDict

import numpy as np

from problems.affine_gradients import rules
from problems.family import ByHand, Example, Family, Level
from problems.forms import Integer, Rational, Shape
from problems.forms import exact as whole
from problems.rule import Rule
from problems.stream import Stream
from problems.working import Working


class Layer(TypedDict):
    """A fully connected layer of which sizes and costs are asked, and a batch for it."""

    inputs: int
    outputs: int
    batch: int


class Convolution(TypedDict):
    """A convolution (C, H, W) to (O, H', W') of which Jacobians are asked."""

    in_shape: list[int]
    out_shape: list[int]
    kernel: int


class Parameters(TypedDict):
    """Weights, inputs, and the gradient by the outputs.

    ``given`` says how they stand: ``datum`` (vectors), ``columns`` or ``rows`` of gradients of a
    batch, whose inputs stand in rows.
    """

    given: str
    weights: list[list[int]]
    inputs: list[Any]
    gradients: list[Any]
    layer: Layer | None
    conv: Convolution | None


_SMALL = (-3, -2, -1, 1, 2, 3)


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a layer with what arrives at it, and another one of which the costs are asked."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    outputs, inputs = 2, 3
    of_layer = stream.choice(((784, 10), (100, 10), (500, 10), (100, 20), (200, 20), (300, 20)))
    return {
        "given": "datum",
        "weights": stream.matrix(outputs, inputs, (-2, -1, 0, 1, 2, 3)),
        "inputs": stream.shuffled((-3, -2, -1, 1, 2, 3, 4), inputs),
        "gradients": stream.shuffled((-3, -2, -1, 2, 3), outputs),
        "layer": {
            "inputs": of_layer[0],
            "outputs": of_layer[1],
            "batch": 1,
        },
        "conv": None,
    }


def _standard(stream: Stream) -> Parameters:
    size, batch = 3, 2
    return {
        "given": "columns",
        "weights": stream.matrix(size, size, _SMALL),
        "inputs": [stream.shuffled((-3, -2, -1, 0, 1, 2, 3, 4), size) for _ in range(batch)],
        "gradients": [stream.shuffled((-4, -3, -2, -1, 1, 2, 3, 4), batch) for _ in range(size)],
        "layer": {
            "inputs": stream.choice((64, 128, 256, 784)),
            "outputs": stream.choice((10, 20, 50, 100)),
            "batch": stream.choice((16, 32, 50, 64)),
        },
        "conv": None,
    }


def _hard(stream: Stream) -> Parameters:
    outputs, inputs = 2, 3
    batch = stream.choice((5, 6))
    kernel = stream.choice((3, 5))
    out = [stream.integer(4, 9), stream.integer(10, 16)]
    return {
        "given": "rows",
        "weights": stream.matrix(outputs, inputs, (-4, -3, -2, 2, 3, 4, 5)),
        "inputs": [stream.shuffled((-4, -3, -2, -1, 1, 2, 3, 4, 5), inputs) for _ in range(batch)],
        "gradients": [
            [str(Fraction(cell, batch)) for cell in row]
            for row in zip(
                *(stream.shuffled(_OF_OWN_LOSS, batch) for _ in range(outputs)), strict=True
            )
        ],
        "layer": None,
        "conv": {
            "in_shape": [stream.integer(2, 4), *(n + kernel - 1 for n in out)],
            "out_shape": [stream.integer(5, 8), *out],
            "kernel": kernel,
        },
    }


_OF_OWN_LOSS = (-4, -3, -2, -1, 1, 2, 3, 4)
"""Gradients of the losses of single data, before they are divided by the size of the batch."""


def exact(cells: Any) -> Any:
    """Integers, and texts such as ``"1/2"``, in nested lists, as exact numbers."""
    array = np.asarray(whole(cells))
    result = np.empty(array.shape, dtype=object)
    for place, cell in np.ndenumerate(array):
        number = Fraction(cell)
        result[place] = number.numerator if number.denominator == 1 else number
    return result


def flaws(p: Parameters) -> Iterator[str]:
    """An input that no output depends on."""
    if not np.all(np.any(np.asarray(p["weights"]), axis=0)):
        yield "an input has no weight"


def _partial(above: str, below: str) -> str:
    return rf"\frac{{\partial {above}}}{{\partial {below}}}"


_SYMBOLS = {"datum": ("p", _partial("L", "q")), "columns": ("P", "G"), "rows": ("P", "G")}


def working(p: Parameters) -> Working:
    """The gradients, then the Jacobians and their costs."""
    w = Working()
    of_inputs, of_gradients = _SYMBOLS[p["given"]]
    weights = w.given("W", exact(p["weights"]))
    inputs = w.given(of_inputs, exact(p["inputs"]))
    name = "dq" if p["given"] == "datum" else "G"
    gradients = w.given(name, exact(p["gradients"]), of_gradients)

    def ask(name: str, rule: Rule, symbol: str, marks: int, **quantities: Any) -> None:
        step = w.derive(name, rule, symbol, **quantities)
        w.ask(step, Rational(), marks, per_cell=True, meaning=f"{name}-of-{p['given']}")

    if p["given"] == "datum":
        seen = {"x": inputs, "dq": gradients, "weights": weights}
        ask("dp", rules.INPUT_GRADIENT, _partial("L", "p"), 3, **seen)
        ask("dW", rules.WEIGHTS_GRADIENT, _partial("L", "W"), 4, **seen)
    else:
        by_weights, by_bias, by_inputs = {
            "columns": (
                rules.MEAN_WEIGHTS_GRADIENT,
                rules.MEAN_BIAS_GRADIENT,
                rules.OWN_INPUT_GRADIENTS,
            ),
            "rows": (
                rules.BATCH_WEIGHTS_GRADIENT,
                rules.BATCH_BIAS_GRADIENT,
                rules.BATCH_INPUT_GRADIENTS,
            ),
        }[p["given"]]
        seen = {"inputs": inputs, "gradients": gradients, "weights": weights}
        ask("dW", by_weights, _partial("L", "W"), 4, **seen)
        ask("db", by_bias, _partial("L", "b"), 2, **seen)
        symbol = _partial("L", "P") if p["given"] == "rows" else "D"
        ask("dP", by_inputs, symbol, 3, **seen)
    if p["layer"]:
        _costs(w, p["layer"])
    if p["conv"]:
        _tensors(w, p["conv"])
    return w


def _costs(w: Working, layer: Layer) -> None:
    """The Jacobians of a fully connected layer, and products with and without them."""
    sizes: dict[str, Any] = {"inputs": layer["inputs"], "outputs": layer["outputs"]}
    matrix = Shape("R, K")
    w.ask(w.derive("J_p", rules.INPUT_JACOBIAN, _partial("q", "p"), **sizes), matrix)
    flat = _partial("q", r"\operatorname{vec}(W)")
    w.ask(w.derive("J_W", rules.WEIGHTS_JACOBIAN, flat, **sizes), matrix)
    batch: dict[str, Any] = {"batch": layer["batch"]} if layer["batch"] > 1 else {}
    full = w.derive("full", rules.WITH_JACOBIAN, **sizes, **batch)
    direct = w.derive("direct", rules.OF_OUTER_PRODUCT, **sizes, **batch)
    of = "-of-batch" if batch else ""
    w.ask(full, Integer(), meaning=f"full{of}")
    w.ask(direct, Integer(), meaning=f"direct{of}")
    w.ask(w.derive("fewer", rules.TIMES_FEWER, full=full, direct=direct), Rational())


def _tensors(w: Working, conv: Convolution) -> None:
    """The Jacobians of a convolution, and how many of their cells are not 0."""
    sizes: dict[str, Any] = {
        "in_shape": tuple(conv["in_shape"]),
        "out_shape": tuple(conv["out_shape"]),
        "kernel": conv["kernel"],
    }
    by_input, by_weights = _partial("q", "p"), _partial("q", "w")
    by_p = w.derive("J_p", rules.CONV_INPUT_JACOBIAN, by_input, **sizes)
    by_w = w.derive("J_w", rules.CONV_WEIGHTS_JACOBIAN, by_weights, **sizes)
    w.ask(by_p, Shape("N"), size_told=False, meaning="tensor-by-input")
    w.ask(by_w, Shape("N"), size_told=False, meaning="tensor-by-weights")
    w.ask(w.derive("cells", rules.JACOBIAN_CELLS, **sizes), Integer(), 2)
    w.ask(w.derive("nonzero", rules.JACOBIAN_NONZERO, **sizes), Integer(), 2)


_NOTHING_MORE: dict[str, None] = {"layer": None, "conv": None}

FAMILY = Family(
    key="affine-gradients",
    draw=draw,
    flaws=flaws,
    task=ByHand(working, tensors=frozenset(("weights", "inputs", "gradients"))),
    core={
        "easy": (
            "weights-gradient-transposed",
            "arriving-gradient-left-out",
            "outputs-counted-once",
        ),
        "standard": ("sum-for-mean", "weights-not-transposed", "summed-over-outputs"),
        "hard": ("divided-by-batch-again", "reshaped-for-transposed", "input-channels-forgotten"),
    },
    examples={
        "lecture": Example(
            {
                "given": "datum",
                "weights": [[1, 2, 0], [-1, 0, 3]],
                "inputs": [2, -1, 1],
                "gradients": [1, -2],
                "layer": {"inputs": 784, "outputs": 10, "batch": 1},
                "conv": None,
            },
            source="lecture on the backward pass through convolutions: products for MNIST with and "
            "without the Jacobian; the rest was worked out on paper",
            answers={
                "dp": [3, 2, -6],
                "dW": [[2, -1, 1], [-4, 2, -2]],
                "J_p": (10, 784),
                "J_W": (10, 7840),
                "full": 78400,
                "direct": 7840,
                "fewer": 10,
            },
        ),
        "batch": Example(
            {
                "given": "columns",
                "weights": [[1, 0, 2], [0, 1, -1], [1, 1, 0]],
                "inputs": [[1, 2, 0], [3, 0, -2]],
                "gradients": [[2, 0], [0, 4], [-2, 2]],
                **_NOTHING_MORE,
            },
            source="worked out on paper, by G P / N of the lecture on the backward pass",
            answers={
                "dW": [[1, 2, 0], [6, 0, -4], [2, -2, -2]],
                "db": [1, 2, 0],
                "dP": [[0, -2, 4], [2, 6, -4]],
            },
        ),
        "rows": Example(
            {
                "given": "rows",
                "weights": [[1, 0, 2], [0, 1, -1]],
                "inputs": [[1, 2, 0], [3, 0, -2]],
                "gradients": [["1/2", "-1/2"], [-1, 1]],
                "layer": None,
                "conv": {"in_shape": [3, 6, 6], "out_shape": [4, 4, 4], "kernel": 3},
            },
            source="worked out on paper",
            answers={
                "dW": [["-5/2", 1, 2], ["5/2", -1, -2]],
                "db": ["-1/2", "1/2"],
                "dP": [["1/2", "-1/2", "3/2"], [-1, 1, -3]],
                "J_p": (4, 4, 4, 3, 6, 6),
                "J_w": (4, 4, 4, 4, 3, 3, 3),
                "cells": 6912,
                "nonzero": 1728,
            },
        ),
    },
)
