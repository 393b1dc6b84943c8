"""Training a small convolutional model: a step, a new head on a frozen backbone, its optimizer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from problems.family import Example, Family, InCode, Level
from problems.probe import Check
from problems.stream import Stream
from problems.torch_train_code.checks import group_checks, head_checks, step_checks
from problems.torch_train_code.network import FLATTEN, POOL, RELU, Parameters, affine, conv
from reference.model import Layer, parameter_shapes

NAMES: Mapping[str, tuple[str, ...]] = {
    "step": ("train_step", "training_step", "learn"),
    "head": ("replace_head", "new_head", "swap_head"),
    "groups": ("make_optimizer", "build_optimizer", "new_optimizer"),
    "accuracy": ("accuracy", "evaluate", "share_right"),
}
"""What the functions of a sheet may be called, by what they are for."""

ORDERS = (
    ("model", "optimizer", "x", "y"),
    ("optimizer", "model", "x", "y"),
    ("x", "y", "model", "optimizer"),
    ("model", "x", "y", "optimizer"),
)
"""Of the arguments of a step."""

ASKED: Mapping[Level, tuple[str, ...]] = {
    "easy": ("step",),
    "standard": ("head", "step"),
    "hard": ("groups", "step", "accuracy"),
}
"""What functions a sheet asks for; it is about the first of them."""

CHECKS = {"step": step_checks, "head": head_checks, "groups": group_checks}


def draw(stream: Stream, level: Level) -> dict[str, Any]:
    """Propose a model and what is done with it: a step, a new head, or groups and an evaluation.

    What it is called, the order of the arguments and the reduction differ from sheet to sheet.
    """
    asked = ASKED[level]
    drawn: dict[str, Any] = {
        "kind": asked[0],
        "names": {kind: stream.choice(NAMES[kind]) for kind in asked},
        "order": list(stream.choice(ORDERS)),
        "reduction": stream.choice(("mean", "sum")),
    }
    is_pooled, has_bias = stream.chance(1, 2), True
    if level == "standard":
        has_bias = stream.chance(1, 2)
        parts = stream.choice((("backbone", "head"), ("features", "classifier"), ("body", "top")))
        drawn |= {"parts": list(parts), "frozen": stream.choice((parts[0], f"{parts[0]}.0"))}
    if level == "hard":
        option = stream.choice(("momentum", "weight_decay"))
        values = (0.5, 0.75, 0.9) if option == "momentum" else (0.1, 0.2, 0.25)
        drawn |= {"each": stream.chance(1, 2), "divides": stream.chance(1, 2), "option": option}
        drawn |= {"value": stream.choice(values), "clip": stream.choice((0.5, 1.0))}
    return {**drawn, **model(stream, level, is_pooled=is_pooled, has_bias=has_bias)}


def model(stream: Stream, level: Level, *, is_pooled: bool, has_bias: bool) -> dict[str, Any]:
    """A convolution or two, and a fully connected layer, for images that are wider than high."""
    channels = stream.integer(1, 3)
    others = [count for count in (2, 3, 4) if count != channels]
    filters = stream.shuffled(others, 1 if level == "easy" else 2)
    layers: list[Layer] = []
    high = stream.integer(1, 2)
    size = [2 * high, 2 * high + 2] if is_pooled else [high + 1, high + 3]
    for number, count in enumerate(filters):
        kernel = stream.integer(2, 3)
        size = [length + kernel - 1 for length in size]
        pool = [POOL] if is_pooled and number == len(filters) - 1 else []
        layers += [conv(count, kernel), RELU, *pool]
    layers += [FLATTEN, affine(stream.integer(3, 5), bias=has_bias)]
    features = parameter_shapes([channels, *size], [*layers[:-1], affine(1)])[-2][-1]
    return {"input": [channels, *size], "layers": layers, "features": features}


def flaws(p: Parameters) -> Iterator[str]:
    """Each parameter is known by its shape."""
    shapes = parameter_shapes(p["input"], p["layers"])
    if len(set(shapes)) < len(shapes):
        yield "two parameters have one shape"


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """Those of what a sheet is about."""
    return CHECKS[p["kind"]](p, stream)


def names(p: Mapping[str, Any]) -> tuple[str, ...]:
    """The functions that a sheet asks for."""
    return tuple(p["names"].values())


FAMILY = Family(
    key="torch-train-code",
    draw=draw,
    flaws=flaws,
    task=InCode(names=names, checks=checks, torch=True, kits=("random_arrays",)),
    examples={
        "lecture": Example(
            {
                "kind": "head",
                "names": {"head": "replace_head", "step": "train_step"},
                "order": ["model", "optimizer", "x", "y"],
                "reduction": "mean",
                "parts": ["backbone", "classifier"],
                "frozen": "backbone",
                "input": [3, 8, 10],
                "layers": [
                    *(conv(2, 3), RELU, conv(4, 3), RELU, POOL),
                    *(FLATTEN, affine(5)),
                ],
                "features": 24,
            },
            source="laboratory on convolutional networks: a frozen backbone and a new head",
        ),
    },
)
