"""Classes for a batch: the affine layer, with ReLU, or with a loss that has softmax in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypedDict

import numpy as np
from numpy.typing import NDArray

from problems.affine_layer_code import rules
from problems.affine_layer_code.loss import loss_checks
from problems.family import Example, Family, InCode, Level
from problems.layer_class.checks import standard_checks
from problems.layer_class.inputs import decimals
from problems.layer_class.layer import RETURNED, Gradient, LayerKind, new_layer
from problems.probe import Check
from problems.stream import Stream

Array = NDArray[Any]

AFFINE, RELU, LOSS = "LayerAffine", "LayerReLU", "LossSoftmax"
INPUTS, OUTPUTS = 5, 4
"""As many as the layers of the checks have, of which the sheet says nothing."""


class Parameters(TypedDict):
    """The classes. The weights are (outputs, inputs), or (inputs, outputs).

    ``bias_first`` is the order of the arguments. With ``mean`` each row of a gradient is that of
    its own datum's loss, so that those with respect to the parameters are means; else all are those
    of the batch's loss. ``second`` is another class that is asked for (None: there is one), of
    which ``mean_loss`` says whether a loss is a mean or a sum.
    """

    outputs_first: bool
    bias: bool
    bias_first: bool
    mean: bool
    second: Literal["relu", "softmax"] | None
    mean_loss: bool


def draw(stream: Stream, level: Level) -> Parameters:
    """The affine layer alone at ``easy``, then with ReLU, then with the loss.

    Without a bias there are means, so that there is enough to do. A loss has the mean in it.
    """
    bias = level != "easy" or stream.chance(2, 3)
    return {
        "outputs_first": stream.chance(1, 2),
        "bias": bias,
        "bias_first": bias and stream.chance(1, 2),
        "mean": level != "hard" and (stream.chance(1, 2) or not bias),
        "second": {"easy": None, "standard": "relu", "hard": "softmax"}[level],
        "mean_loss": level == "hard" and stream.chance(1, 2),
    }


def names(p: Parameters) -> tuple[str, ...]:
    """The classes that are asked for."""
    if p["second"] is None:
        return (AFFINE,)
    return (AFFINE, RELU if p["second"] == "relu" else LOSS)


def _rows(outputs: int) -> int:
    """The data of a batch: fewer than there are inputs and outputs, or many more."""
    return max(outputs // 4, 1)


def affine(p: Parameters) -> LayerKind:
    """The affine layer."""

    def arguments(stream: Stream) -> dict[str, Any]:
        shape = (OUTPUTS, INPUTS) if p["outputs_first"] else (INPUTS, OUTPUTS)
        w = decimals(stream, shape)
        if not p["bias"]:
            return {"w": w}
        b = decimals(stream, (OUTPUTS,))
        return {"b": b, "w": w} if p["bias_first"] else {"w": w, "b": b}

    gradients = [
        Gradient("input-gradient", RETURNED, rules.AFFINE_INPUT_GRADIENT),
        Gradient("weights-gradient", "dw", rules.AFFINE_WEIGHTS_GRADIENT),
    ]
    if p["bias"]:
        gradients.append(Gradient("bias-gradient", "db", rules.AFFINE_BIAS_GRADIENT, marks=1))
    return LayerKind(
        AFFINE,
        arguments,
        rules.AFFINE_FORWARD,
        tuple(gradients),
        lambda outputs, left_over: (_rows(outputs), INPUTS),
        lambda outputs: (_rows(outputs), OUTPUTS),
        constants={
            **({} if p["bias"] else {"bias": None}),
            **{"outputs_first": p["outputs_first"], "mean": p["mean"]},
        },
        prefix="affine-",
    )


def relu() -> LayerKind:
    """ReLU, which keeps the shape of a batch."""
    return LayerKind(
        RELU,
        lambda stream: {},
        rules.RELU_FORWARD,
        (Gradient("input-gradient", RETURNED, rules.RELU_GRADIENT),),
        lambda outputs, left_over: (_rows(outputs), INPUTS),
        lambda outputs: (_rows(outputs), INPUTS),
        prefix="relu-",
    )


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Those of every layer class, of ReLU also zeros, and those of a loss."""
    yield from standard_checks(affine(p), stream)
    if p["second"] == "relu":
        kind = relu()
        yield from standard_checks(kind, stream)
        yield at_zero(kind, stream)
    if p["second"] == "softmax":
        yield from loss_checks(LOSS, p["mean_loss"], stream)


def at_zero(kind: LayerKind, stream: Stream) -> Check:
    """Both passes of inputs among which there are 0 and -0, where the gradient is 0."""
    layer = new_layer(kind, stream)
    x = decimals(stream, kind.input_shape(9, 0))
    x[0, 1], x[1, 2] = 0.0, -0.0
    layer.forward(x)
    layer.backward(np.abs(decimals(stream, kind.output_shape(9))))
    return Check("relu-at-zero", layer.probe)


def misread(p: Parameters) -> dict[str, list[Parameters]]:
    """The layers with weights the other way round, whose shapes differ."""
    return {"weights-transposed": [{**p, "outputs_first": not p["outputs_first"]}]}


FAMILY = Family(
    key="affine-layer-code",
    draw=draw,
    task=InCode(names=names, checks=checks, kits=("layer_class",), misread=misread),
    examples={
        "lecture": Example(
            {
                "outputs_first": True,
                "bias": False,
                "bias_first": False,
                "mean": True,
                "second": None,
                "mean_loss": False,
            },
            source="lecture on the backward pass through convolutions: a fully connected layer on "
            "a batch, 1/N · G · P",
        ),
    },
)
