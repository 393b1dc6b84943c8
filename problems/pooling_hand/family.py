"""Pooling by hand: by windows, of whole maps, across maps, to a grid, and in a network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NotRequired, TypedDict

from problems.family import ByHand, Example, Family, Level
from problems.forms import Form, Integer, Rational, ReasonedChoice, Shape, exact, shape_of
from problems.pooling_hand import rules
from problems.pooling_hand.judgement import judge
from problems.quantity import Quantity
from problems.rule import Rule, Slip
from problems.rules import costs, receptive_field
from problems.stream import Stream
from problems.working import Working

Pooling = Mapping[str, Any]
"""One pooling of an input: its ``name`` (that of its blank), its ``kind`` (in `KINDS`), and its own
numbers: kernel, stride and padding of a window, a grid, or k."""


class Input(TypedDict):
    """A row, several rows, a map or several maps, and how they are pooled."""

    name: str
    cells: list[Any]
    poolings: list[Pooling]


class Layer(TypedDict):
    """A pooling layer in a network: what came before it, its window, and the layer after it.

    ``asked`` are those of shape, params, rf, jump and rf_next that are asked.
    """

    in_shape: list[int]
    rf_in: int
    jump_in: int
    kernel: int
    stride: int
    padding: int
    ceil_mode: bool
    next_kernel: int
    asked: list[str]


class Head(TypedDict):
    """What may follow the layer, with so many channels or outputs.

    See `rules.more_parameters_without`.
    """

    follows: str
    features: int
    size: int


class Resized(TypedDict):
    """Maps of two sizes that a network pools and flattens, by windows or to a grid."""

    in_shape: list[int]
    other_shape: list[int]
    kernel: NotRequired[int]
    grid: NotRequired[int]


class Parameters(TypedDict):
    """What is pooled, and, where they are asked of, a layer, what follows it, and another size.

    ``marks`` are those of a value that takes work; without them it has one, as in older sheets.
    """

    inputs: list[Input]
    layer: Layer | None
    head: Head | None
    resized: Resized | None
    marks: NotRequired[int]


@dataclass(frozen=True)
class Kind:
    """A kind of pooling: its rule, how its windows are taken, and whether its size is told.

    One that does not keep its axes makes one number of a map.
    """

    rule: Rule
    how: Mapping[str, bool] = field(default_factory=dict)
    size_told: bool = True
    keeps_axes: bool = True


KINDS: Mapping[str, Kind] = {
    "max-of-row": Kind(rules.MAX_OF_ROWS),
    "mean-of-rows": Kind(rules.MEAN_OF_ROWS),
    "k-max-of-rows": Kind(rules.K_MAX),
    "max": Kind(rules.MAX_OF_MAPS),
    "max-down": Kind(rules.MAX_ROUNDED_DOWN, {"ceil_mode": False}, size_told=False),
    "max-up": Kind(rules.MAX_ROUNDED_UP, {"ceil_mode": True}, size_told=False),
    "max-padded": Kind(rules.MAX_OF_PADDED_MAPS, {"ceil_mode": True}, size_told=False),
    "mean": Kind(rules.MEAN_OF_MAPS),
    "mean-counted": Kind(rules.MEAN_WITH_PADDING, {"count_include_pad": True}),
    "mean-inside": Kind(rules.MEAN_WITHOUT_PADDING, {"count_include_pad": False}),
    "global-max": Kind(rules.GLOBAL_MAX, keeps_axes=False),
    "global-mean": Kind(rules.GLOBAL_MEAN, keeps_axes=False),
    "across-max": Kind(rules.ACROSS_MAX),
    "grid-max": Kind(rules.ADAPTIVE_MAX),
    "grid-mean": Kind(rules.ADAPTIVE_MEAN),
}

MORE = ReasonedChoice(
    ("yes", "no"),
    ("weight-per-value", "weights-shared", "pooling-has-weights", "fewer-maps", "value-per-map"),
)
FITS = ReasonedChoice(
    ("yes", "no"),
    ("no-parameters", "fixed-grid", "other-length", "weights-shared", "remainder-dropped"),
)

FORMS: Mapping[str, Form] = {
    "shape": Shape("C, H, W"),
    "params": Integer(),
    "rf": Integer("px"),
    "jump": Integer("px"),
    "rf_next": Integer("px"),
}
"""What is asked of a layer."""

# The convolution has neither dilation nor padding that could be forgotten or added, and is not the
# first layer.
_NEXT_FIELD = receptive_field.CONV_FIELD.but(
    without=(
        "field-starts-at-zero",
        "dilation-forgotten",
        "dilation-times-kernel",
        "dilation-as-gaps",
        "kernel-times-gaps",
        "dilated-extent-one-short",
        "dilation-added-to-kernel",
        "dilation-moves-window",
        "padding-widens-field",
        "padding-narrows-field",
    ),
    also=(
        Slip(
            "jump-before-pooling",
            lambda rf_in, jump_before, kernel: rf_in + (kernel - 1) * jump_before,
            mistake="stride-forgotten",
        ),
    ),
)

# Where the jump is not asked, a stride that is left out in it looks like the jump left out.
_ASKED_JUMP = receptive_field.JUMP.but(
    also=(Slip("pooling-with-stride-one", lambda jump_in: jump_in, mistake="stride-forgotten"),)
)

_PADDED_FIELD = receptive_field.POOL_FIELD.but(
    also=(
        Slip(
            "padding-widens-field",
            lambda rf_in, jump_in, kernel, padding: rf_in + (kernel - 1 + 2 * padding) * jump_in,
        ),
    )
)

_AXES_OF_A_MAP = 2
_OVERLAPPING = {"kernel": 3, "stride": 2}
_BY_2 = {"kernel": 2, "stride": 2, "padding": 1}
_CELLS = tuple(range(-5, 10))
_SIGNED = tuple(range(-9, 10))


def pooling(name: str, kind: str, **numbers: Any) -> Pooling:
    """A pooling, with the numbers that its kind has."""
    return {"name": name, "kind": kind, **numbers}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose what is pooled, and a layer."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    row = {"kernel": stream.choice((2, 3))}
    window = {"kernel": 2, "stride": 2}
    kernel = stream.choice((2, 3, 4))
    height = kernel * stream.integer(8, 20)
    return {
        "inputs": [
            {
                "name": "v",
                "cells": stream.vector(6, _CELLS),
                "poolings": [pooling("v_max", "max-of-row", **row, stride=row["kernel"])],
            },
            {
                "name": "x",
                "cells": _map_of_plain_means(stream),
                "poolings": [
                    pooling("x_max", "max", **window),
                    pooling("x_mean", "mean", **window),
                    pooling("x_global_max", "global-max"),
                    pooling("x_global_mean", "global-mean"),
                ],
            },
        ],
        "layer": {
            "in_shape": [8 * stream.integer(1, 8), height, height + kernel * stream.integer(1, 9)],
            "rf_in": stream.choice((3, 5, 7, 9)),
            "jump_in": stream.choice((2, 4)),  # at 1 the next jump is the stride
            "kernel": kernel,
            "stride": kernel,
            "padding": 0,
            "ceil_mode": False,
            "next_kernel": 3,
            "asked": ["shape", "params", "rf", "jump"],
        },
        "head": None,
        "resized": None,
        "marks": 2,  # so that the parameters of pooling, always 0, are a small part
    }


def _map_of_plain_means(stream: Stream) -> list[list[int]]:
    """A 4 × 4 map of which the mean, and those of its blocks of 2 × 2, are whole or halves."""
    blocks: list[list[int]] = []
    for place in range(4):
        cells = stream.vector(3, _CELLS)
        total, divisor = (sum(map(sum, blocks)), 8) if place == 3 else (0, 2)
        last = [cell for cell in _CELLS if (total + sum(cells) + cell) % divisor == 0]
        blocks.append(stream.shuffled([*cells, stream.choice(last)]))
    return [
        [*left[row : row + 2], *right[row : row + 2]]
        for left, right in (blocks[:2], blocks[2:])
        for row in (0, 2)
    ]


def _standard(stream: Stream) -> Parameters:
    height, width = stream.choice(((3, 4), (4, 3)))
    kernel, stride = stream.choice(((2, 2), (3, 2), (3, 3)))
    out = stream.integer(10, 30)
    sides = [(n - 1) * stride + kernel for n in (out, out + stream.integer(1, 12))]
    follows = stream.choice(("flatten", "flatten", "conv", "global"))
    return {
        "inputs": [
            {
                "name": "x",
                "cells": [stream.matrix(height, width, _CELLS) for _ in range(3)],
                "poolings": [
                    pooling("x_max", "max", kernel=2, stride=1),
                    pooling("x_across", "across-max"),
                    pooling("x_global_mean", "global-mean"),
                ],
            },
            {
                "name": "t",
                "cells": [stream.shuffled(_CELLS, 7) for _ in range(2)],  # no tie among the largest
                "poolings": [
                    pooling("t_mean", "mean-of-rows", kernel=3, stride=2),
                    pooling("t_kmax", "k-max-of-rows", k=3),
                ],
            },
        ],
        "layer": {
            "in_shape": [8 * stream.integer(2, 12), *stream.shuffled(sides)],
            "rf_in": stream.integer(5, 16),
            "jump_in": stream.choice((2, 4)),
            "kernel": kernel,
            "stride": stride,
            "padding": 0,
            "ceil_mode": False,
            "next_kernel": stream.choice((3, 5)),
            "asked": ["shape", "rf", "jump", "rf_next"],
        },
        "head": {
            "follows": follows,
            "features": stream.choice((10, 20, 50, 100)),
            "size": stream.choice((1, 3)),
        },
        "resized": None,
    }


def _hard(stream: Stream) -> Parameters:
    height, width = stream.choice(((5, 6), (6, 5)))
    grids = stream.shuffled((3, 4))
    kernel = stream.choice((2, 3))
    # Along one axis rounding up adds a window that lies in the padding, along the other one not.
    sides = [kernel * stream.integer(8, 20) + rest for rest in (kernel - 1, 0)]
    return {
        "inputs": [
            {
                "name": "x",
                "cells": stream.matrix(height, width, _SIGNED),
                "poolings": [
                    pooling("x_down", "max-down", **_OVERLAPPING),
                    pooling("x_up", "max-up", **_OVERLAPPING),
                    pooling("x_padded", "max-padded", kernel=3, stride=3, padding=1),
                    pooling("x_counted", "mean-counted", **_BY_2),
                    pooling("x_inside", "mean-inside", **_BY_2),
                    pooling("x_grid_max", "grid-max", grid=grids[0]),
                    pooling("x_grid_mean", "grid-mean", grid=grids[1]),
                ],
            },
        ],
        "layer": {
            "in_shape": [16 * stream.integer(2, 16), *stream.shuffled(sides)],
            "rf_in": stream.integer(9, 30),
            "jump_in": stream.choice((2, 4, 8)),
            "kernel": kernel,
            "stride": kernel,
            "padding": 1,
            "ceil_mode": True,
            "next_kernel": stream.choice((3, 5)),
            "asked": ["shape", "rf", "rf_next"],
        },
        "head": None,
        "resized": _resized(stream),
    }


def _resized(stream: Stream) -> Resized:
    """A grid, or windows, of which the other size leaves as many as before, or more."""
    kernel = stream.choice((3, 4))
    channels, height, width = stream.integer(4, 32), stream.integer(5, 12), stream.integer(5, 12)
    shape = [channels, kernel * height, kernel * width]
    rest = stream.integer(1, kernel - 1)
    way = stream.choice(("grid", "remainder", "longer"))
    if way == "longer":
        return {
            "in_shape": shape,
            "other_shape": [channels, shape[1] + kernel, shape[2] + rest],
            "kernel": kernel,
        }
    other = [channels, shape[1] + rest, shape[2]]
    if way == "grid":
        return {"in_shape": shape, "other_shape": other, "grid": kernel}
    return {"in_shape": shape, "other_shape": other, "kernel": kernel}


def working(p: Parameters) -> Working:
    """Every pooling of each input, then the layer, and what it means for those after it."""
    w = Working()
    for given in p["inputs"]:
        cells = w.given(given["name"], exact(given["cells"]))
        seen: dict[str, Quantity] = {}
        for each in given["poolings"]:
            step = _pool(w, cells, each, p.get("marks", 1), seen)
            if each["kind"] == "max":  # in sight of those that pool the whole map
                seen = {"pooled": step}
    if p["layer"]:
        shape = _layer(w, p["layer"], p.get("marks", 1))
        if p["head"]:
            before = tuple(p["layer"]["in_shape"])
            more = w.derive(
                "more", rules.MORE_PARAMETERS, in_shape=before, out_shape=shape, **p["head"]
            )
            w.ask(more, MORE)
    if p["resized"]:
        numbers: dict[str, Any] = {
            k: tuple(v) if isinstance(v, list) else v for k, v in p["resized"].items()
        }
        w.ask(w.derive("fits", rules.VECTOR_STILL_FITS, **numbers), FITS)
    return w


def _pool(
    w: Working, cells: Quantity, each: Pooling, marks: int, seen: Mapping[str, Quantity]
) -> Quantity:
    kind = KINDS[each["kind"]]
    numbers: dict[str, Any] = {k: v for k, v in each.items() if k not in ("name", "kind")}
    numbers |= {**kind.how, **seen}
    step = w.derive(each["name"], kind.rule, x=cells, **numbers)
    has_cells = kind.keeps_axes or len(shape_of(w.evaluate(cells))) > _AXES_OF_A_MAP
    w.ask(step, Rational(), marks, per_cell=has_cells, size_told=kind.size_told)
    return step


def _layer(w: Working, p: Layer, marks: int) -> Quantity:
    """What is asked of the layer; the shape of its output."""
    window: dict[str, Any] = {key: p[key] for key in ("kernel", "stride", "padding", "ceil_mode")}
    before: dict[str, Any] = {
        "rf_in": w.given("rf_in", p["rf_in"], meaning="field-before"),
        "jump_in": w.given("jump_in", p["jump_in"], meaning="strides-before"),
    }
    in_shape = w.given("in_shape", tuple(p["in_shape"]), meaning="input")
    rule = rules.POOL_SHAPE_UP if p["ceil_mode"] else rules.POOL_SHAPE
    steps = {"shape": w.derive("shape", rule, in_shape=in_shape, **window)}
    if "params" in p["asked"]:
        steps["params"] = w.derive("params", costs.POOL_PARAMETERS, in_shape=in_shape, **window)
    field = _PADDED_FIELD if p["padding"] else receptive_field.POOL_FIELD
    steps["rf"] = w.derive("rf", field, **before, **window)
    steps["jump"] = w.derive(
        "jump", _ASKED_JUMP if "jump" in p["asked"] else receptive_field.JUMP, **before, **window
    )
    if "rf_next" in p["asked"]:
        steps["rf_next"] = w.derive(
            "rf_next",
            _NEXT_FIELD,
            rf_in=steps["rf"],
            jump_in=steps["jump"],
            jump_before=before["jump_in"],
            kernel=p["next_kernel"],
            stride=1,
            dilation=1,
        )
    for name in p["asked"]:
        w.ask(steps[name], FORMS[name], 1 if name == "params" else marks)
    return steps["shape"]


_NO_LAYER: dict[str, None] = {"layer": None, "head": None, "resized": None}

FAMILY = Family(
    key="pooling-hand",
    draw=draw,
    judge=judge,
    task=ByHand(working),
    core={
        "easy": (
            "mean-for-max",
            "sum-for-mean",
            "pooling-with-stride-one",
            "pooling-has-parameters",
            "pooling-does-not-widen",
        ),
        "standard": (
            "stride-is-kernel",
            "global-for-across",
            "k-max-sorted",
            "pooling-does-not-widen",
            "jump-forgotten",
        ),
        "hard": (
            "padding-as-zeros",
            "padding-counted-in-mean",
            "rounded-down",
            "last-window-kept",
            "region-end-rounded-down",
        ),
    },
    examples={
        "lecture": Example(
            {
                "inputs": [
                    {
                        "name": "v",
                        "cells": [1, 2, 3, 4, 5, 6],
                        "poolings": [pooling("v_max", "max-of-row", kernel=2, stride=2)],
                    }
                ],
                **_NO_LAYER,
            },
            source="lecture on the backward pass through convolutions: max-pooling of 1 to 6 by 2",
            answers={"v_max": [2, 4, 6]},
        ),
        "lecture-network": Example(
            {
                "inputs": [],
                "layer": {
                    "in_shape": [16, 24, 24],
                    "rf_in": 5,
                    "jump_in": 1,
                    "kernel": 2,
                    "stride": 2,
                    "padding": 0,
                    "ceil_mode": False,
                    "next_kernel": 5,
                    "asked": ["shape", "params", "rf", "jump", "rf_next"],
                },
                "head": {"follows": "conv", "features": 32, "size": 5},
                "resized": None,
            },
            source="lecture on convolutional models, problem 1: shape, parameters and fields are "
            "published; the product of strides, and that a convolution keeps its number of "
            "parameters, were worked out on paper",
            answers={
                "shape": (16, 12, 12),
                "params": 0,
                "rf": 6,
                "jump": 2,
                "rf_next": 14,
                "more": "no, b",
            },
        ),
        "borders": Example(
            {
                "inputs": [
                    {
                        "name": "x",
                        "cells": [
                            [1, -2, 3, 0, 4],
                            [-1, -3, 2, 5, -4],
                            [6, 0, -5, 1, 2],
                            [2, -6, -7, -1, -2],
                        ],
                        "poolings": [
                            pooling("x_down", "max-down", **_OVERLAPPING),
                            pooling("x_up", "max-up", **_OVERLAPPING),
                            pooling("x_padded", "max-padded", **_BY_2),
                            pooling("x_counted", "mean-counted", **_BY_2),
                            pooling("x_inside", "mean-inside", **_BY_2),
                            pooling("x_grid_max", "grid-max", grid=3),
                            pooling("x_grid_mean", "grid-mean", grid=2),
                        ],
                    }
                ],
                "layer": {
                    "in_shape": [64, 32, 30],
                    "rf_in": 14,
                    "jump_in": 4,
                    "kernel": 3,
                    "stride": 3,
                    "padding": 1,
                    "ceil_mode": True,
                    "next_kernel": 3,
                    "asked": ["shape", "rf", "rf_next"],
                },
                "head": {"follows": "global", "features": 10, "size": 1},
                "resized": {"in_shape": [16, 8, 8], "other_shape": [16, 9, 9], "kernel": 2},
            },
            source="worked out on paper",
            answers={
                "x_down": [[6, 5]],
                "x_up": [[6, 5], [6, 2]],
                "x_padded": [[1, 3, 4], [6, 2, 5], [2, -6, -1]],
                "x_counted": [
                    ["1/4", "1/4", 1],
                    ["5/4", "-3/2", 1],
                    ["1/2", "-13/4", "-3/4"],
                ],
                "x_inside": [[1, "1/2", 2], ["5/2", "-3/2", 1], [2, "-13/2", "-3/2"]],
                "x_grid_max": [[1, 5, 5], [6, 5, 5], [6, 1, 2]],
                "x_grid_mean": [[0, "5/3"], ["-5/3", -2]],
                "shape": (64, 11, 11),
                "rf": 22,
                "rf_next": 46,
                "more": "no, e",
                "fits": "yes, e",
            },
        ),
    },
)
