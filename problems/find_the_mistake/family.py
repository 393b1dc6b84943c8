"""Find the mistake in a printed solution, put it right, and say what follows of that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypedDict

import numpy as np

from problems.family import ByHand, Example, Family, Level
from problems.find_the_mistake import rules
from problems.find_the_mistake.rules import Line
from problems.forms import Form, Integer, Rational, Shape, exact
from problems.quantity import RULE_ERRORS, Given, Quantity
from problems.rule import Rule
from problems.stream import Stream
from problems.working import Working

Layer = Mapping[str, Any]
"""A line's layer by its ``kind``, with its numbers; ``in_shape`` where it has one of its own."""


class Parameters(TypedDict):
    """A printed solution of one of three kinds, in which one line, or one cell, is wrong.

    ``lines`` are layers whose shapes are printed, each of what the line before it says, or whose
    ``counts`` are, with a total below them where ``total`` says so. A ``map`` is printed in rows.
    """

    kind: Literal["shapes", "counts", "map"]
    input: list[int] | None
    lines: list[Layer]
    total: bool
    x: list[list[int]] | None
    w: list[list[int]] | None
    printed: list[Any]


def conv(channels: int, kernel: int, **own: list[int]) -> Layer:
    """A convolution with so many output maps."""
    return {"kind": "conv", "channels": channels, "kernel": kernel, **own}


def pool(kernel: int, stride: int, **own: list[int]) -> Layer:
    """A max-pooling."""
    return {"kind": "pool", "kernel": kernel, "stride": stride, **own}


def dense(kind: Literal["affine", "weights"], in_shape: Sequence[int], features: int) -> Layer:
    """A fully connected layer, with biases (``affine``) or without."""
    return {"kind": kind, "in_shape": list(in_shape), "features": features}


RULES: Mapping[tuple[str, str], Rule] = {
    ("shapes", "conv"): rules.CONV_SHAPE,
    ("shapes", "pool"): rules.POOL_SHAPE,
    ("counts", "conv"): rules.CONV_PARAMETERS,
    ("counts", "affine"): rules.AFFINE_PARAMETERS,
    ("counts", "weights"): rules.WEIGHTS,
}

PRINTED: Mapping[tuple[str, str], Sequence[str]] = {
    ("shapes", "conv"): (
        *("plus-one-forgotten", "two-for-plus-one", "half-kernel-subtracted", "channels-of-input"),
    ),
    ("shapes", "pool"): ("rounded-up", "pooling-with-stride-one", "plus-one-forgotten"),
    ("counts", "conv"): (
        *("bias-forgotten", "input-channels-forgotten", "kernel-not-squared", "maps-for-kernel"),
        *("one-bias-in-all", "bias-per-kernel-slice"),
    ),
    ("counts", "affine"): ("bias-forgotten", "bias-per-input", "one-bias-in-all"),
}
"""The mistakes that may be printed in a line."""

_SIDE = 5
_CELLS = tuple(range(-9, 10))


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a solution, and what is wrong with it."""
    return {"easy": _easy, "standard": _standard, "hard": _hard}[level](stream)


def _easy(stream: Stream) -> Parameters:
    height = stream.integer(22, 40)
    lines = [
        conv(4 * stream.integer(1, 4), stream.choice((3, 5))),
        pool(*stream.choice(((2, 2), (3, 2), (3, 3)))),
        conv(8 * stream.integer(2, 5), 3),
    ]
    found: Parameters = {
        "kind": "shapes",
        "input": [stream.choice((1, 3)), height, height + stream.integer(1, 9)],
        "lines": lines,
        "total": False,
        "x": None,
        "w": None,
        "printed": [],
    }
    return _with_mistake(stream, found)


def _standard(stream: Stream) -> Parameters:
    channels, maps, more = stream.choice((1, 3)), 4 * stream.integer(2, 4), 8 * stream.integer(2, 4)
    side = 2 * stream.integer(4, 7)
    lines = [
        conv(maps, stream.choice((3, 5)), in_shape=[channels, 4 * side, 4 * side + 4]),
        conv(more, 3, in_shape=[maps, 2 * side, 2 * side + 2]),
        dense("affine", [more, side, side + 1], 20),
        dense("affine", [20, 1, 1], stream.choice((5, 8, 10))),
    ]
    found: Parameters = {
        "kind": "counts",
        "input": None,
        "lines": lines,
        "total": True,
        "x": None,
        "w": None,
        "printed": [],
    }
    return _with_mistake(stream, found)


def _with_mistake(stream: Stream, p: Parameters) -> Parameters:
    """The solution, each line as it follows from those before, but for one and a mistake in it."""
    place = stream.choice(range(len(p["lines"]) - (p["kind"] == "shapes")))
    printed: list[Any] = []
    for number, layer in enumerate(p["lines"]):
        before = printed[-1] if printed else p["input"]
        inputs = {**_numbers(p["kind"], layer), **_of_line(layer, before)}
        rule = RULES[p["kind"], layer["kind"]]
        value = rule(inputs)
        if number == place:
            value = stream.choice(_mistaken(rule, PRINTED[p["kind"], layer["kind"]], inputs, value))
        printed.append(list(value) if isinstance(value, tuple) else value)
    if p["total"]:
        printed.append(sum(printed))
    return {**p, "printed": printed}


def _mistaken(
    rule: Rule, keys: Sequence[str], inputs: Mapping[str, Any], right: Line
) -> Sequence[Line]:
    """What comes of each mistake that can be made here, but for those that show nothing."""
    found = []
    for key in keys:
        try:
            value = rule.slips_by_key[key](inputs)
        except RULE_ERRORS:
            continue
        if value != right:
            found.append(value)
    return found


def _flaws(p: Parameters) -> Iterable[str]:
    """A mistake gives the wrong line one number three times: nobody can tell that from a guess."""
    if p["kind"] != "shapes":
        return
    for number, layer in enumerate(p["lines"]):
        before = p["printed"][number - 1] if number else p["input"]
        inputs = {**_numbers("shapes", layer), **_of_line(layer, before)}
        rule = RULES["shapes", layer["kind"]]
        right = rule(inputs)
        if right == tuple(p["printed"][number]):
            continue
        shapes = _mistaken(rule, tuple(rule.slips_by_key), inputs, right)
        if any(isinstance(shape, tuple) and len(set(shape)) == 1 for shape in shapes):
            yield "a mistake gives a shape with the same number three times"


def _hard(stream: Stream) -> Parameters:
    x = stream.matrix(_SIDE, _SIDE, _CELLS)
    w = [stream.shuffled((1, -1, 2, -2, 3, -3, 4), 2) for _ in range(2)]
    right = rules.MAP({"x": rules.PADDED_AFTER({"x": x, "before": 0, "after": 1}), "w": w})
    cells: list[list[int]] = [[int(cell) for cell in row] for row in right]
    row, column = stream.integer(1, _SIDE), stream.integer(1, _SIDE - 1)
    if row == column:
        column += 1
    true = cells[row - 1][column - 1]
    # A sign lost, the border taken as if the map went round, or one less or more.
    around = np.pad(np.array(x), [(0, 1), (0, 1)], mode="wrap")
    window = around[row - 1 : row + 1, column - 1 : column + 1]
    values = (true - 2 * w[0][0] * x[row - 1][column - 1], int((window * w).sum()))
    others = [value for value in values if value != true]
    cells[row - 1][column - 1] = stream.choice(others or [true - 1, true + 1])
    return _map(x, w, cells)


def _map(x: list[list[int]], w: list[list[int]], printed: list[list[int]]) -> Parameters:
    return {
        "kind": "map",
        "input": None,
        "lines": [],
        "total": False,
        "x": x,
        "w": w,
        "printed": printed,
    }


def _numbers(kind: str, layer: Layer) -> dict[str, Any]:
    """What a layer's rule is given beside the shape of its input."""
    if kind == "shapes":
        if layer["kind"] == "pool":
            return {"kernel": layer["kernel"], "stride": layer["stride"]}
        plain = {"stride": 1, "padding": 0, "dilation": 1}
        return {"channels": layer["channels"], "kernel": layer["kernel"], **plain}
    if layer["kind"] == "conv":
        shape = (layer["channels"], *layer["in_shape"][1:])  # with padding that keeps the sides
        numbers = {"channels": layer["channels"], "kernel": layer["kernel"], "groups": 1}
        return {**numbers, "out_shape": shape}
    if layer["kind"] == "weights":
        return {"out_shape": (layer["features"],)}
    return {"features": layer["features"]}


def _of_line(layer: Layer, before: Any) -> dict[str, Any]:
    """The shape of the input: the layer's own, or what the line before says."""
    own = layer.get("in_shape", before)
    return {"in_shape": tuple(own) if isinstance(own, list) else own}


_SHAPE = Shape("C, H, W")


def working(p: Parameters) -> Working:
    """What each line should say, the wrong one, and what follows once it is put right."""
    return _of_map(p) if p["kind"] == "map" else _of_lines(p)


def _of_lines(p: Parameters) -> Working:
    w = Working()
    kind, layers = p["kind"], p["lines"]
    form: Form = _SHAPE if kind == "shapes" else Integer()
    printed = [
        w.given(
            f"p{number}",
            tuple(value) if isinstance(value, list) else value,
            meaning="line",
            of=str(number),
        )
        for number, value in enumerate(p["printed"], start=1)
    ]
    lines: list[Any] = []
    for number, layer in enumerate(layers, start=1):
        before = printed[number - 2] if number > 1 else p["input"]
        rule = RULES[kind, layer["kind"]]
        line = w.derive(
            f"c{number}", _checked(rule), **_of_line(layer, before), **_numbers(kind, layer)
        )
        w.tell(line, "check", of=str(number))
        lines.append(line)
    if p["total"]:
        line = w.derive(f"c{len(printed)}", _checked(rules.TOTAL), lines=tuple(printed[:-1]))
        w.tell(line, "check", of=str(len(printed)))
        lines.append(line)
    wrong = w.derive(
        "line",
        rules.WRONG_LINE,
        lines=tuple(lines),
        printed=tuple(printed),
        goes_on=p["total"] or "in_shape" not in layers[-1],
    )
    w.ask(wrong, Integer())
    place = w.evaluate(wrong) - 1
    layer = layers[place]
    before = printed[place - 1] if place else p["input"]
    inputs = {**_of_line(layer, before), **_numbers(kind, layer)}
    rule = _unlike(w, RULES[kind, layer["kind"]], inputs, printed[place])
    right = w.derive("right", rule, **inputs)
    w.ask(right, form, 4)
    if p["total"]:
        counted = (*printed[:place], right, *printed[place + 1 : -1])
        result = w.derive(
            "result",
            rules.TOTAL,
            lines=counted,
            printed=printed[-1],
            wrong=printed[place],
            right=right,
        )
        w.ask(result, form, 3)
    elif kind == "shapes":
        _go_on(w, p, place, right, printed[-1])
    return w


def _checked(rule: Rule) -> Rule:
    """The rule without its mistakes: what the printed lines are held against."""
    return rule.but(without=tuple(rule.slips_by_key))


def _unlike(w: Working, rule: Rule, inputs: Mapping[str, Any], printed: Quantity) -> Rule:
    """The rule without the mistakes that are printed: who makes one of them finds no other line."""
    values = {name: w.evaluate(v) if isinstance(v, Given) else v for name, v in inputs.items()}
    found = w.evaluate(printed)
    made = [slip.key for slip in rule.slips if found in _mistaken(rule, (slip.key,), values, ())]
    return rule.but(without=made)


def _go_on(w: Working, p: Parameters, place: int, right: Quantity, last: Quantity) -> None:
    """The lines after the wrong one, from what it should say, if they go on from it."""
    layers = p["lines"]
    shape = right
    for number in range(place + 1, len(layers)):
        layer = layers[number]
        if "in_shape" in layer:
            return
        numbers = _numbers("shapes", layer)
        if number < len(layers) - 1:
            rule = RULES["shapes", layer["kind"]]
            shape = w.derive(f"r{number + 1}", rule, in_shape=shape, **numbers)
            w.tell(shape, "renewed", of=str(number + 1))
        else:
            rule = rules.LAST_SHAPE
            shape = w.derive("result", rule, in_shape=shape, printed=last, **numbers)
            w.ask(shape, _SHAPE, 3)


def _of_map(p: Parameters) -> Working:
    w = Working()
    x, kernel = w.given("x", exact(p["x"])), w.given("w", exact(p["w"]))
    printed = w.given("z", exact(p["printed"]))
    padded = w.derive("x0", _checked(rules.PADDED_AFTER), "x_0", x=x, before=0, after=1)
    w.tell(padded, "padded")
    q = w.derive("q", _checked(rules.MAP), x=padded, w=kernel)
    w.tell(q, "map")
    w.ask(w.derive("row", rules.WRONG_ROW, q=q, printed=printed), Integer())
    row, column = rules.wrong_place(w.evaluate(q), printed.value)
    right = w.derive("right", rules.CELL, x=padded, w=kernel, row=row, column=column)
    w.ask(right, Rational(), 4)
    return w


def _lines(kind: Literal["shapes", "counts"], lines: list[Layer], printed: list[Any]) -> Parameters:
    """Lines of which none goes on from another."""
    return {
        "kind": kind,
        "input": None,
        "lines": lines,
        "total": False,
        "x": None,
        "w": None,
        "printed": printed,
    }


FAMILY = Family(
    key="find-the-mistake",
    draw=draw,
    task=ByHand(working),
    subjects={"easy": ("rounding",)},
    flaws=_flaws,
    draw_version=2,
    core={
        "easy": ("next-line-for-mistake", "result-not-renewed"),
        "standard": ("last-line-for-mistake", "result-not-renewed"),
        "hard": ("column-for-row", "kernel-flipped"),
    },
    examples={
        "filters": Example(
            _lines(
                "counts",
                [
                    dense("weights", [3, 256, 256], 1000),
                    conv(64, 3, in_shape=[3, 256, 256]),
                ],
                [196_608_000, 786_496],
            ),
            source="laboratory on convolutional networks: about 800k parameters, by "
            "(64 * 64 * 3 + 1) * 64, of 64 filters 3 x 3 on RGB; (3 * 3 * 3 + 1) * 64 was worked "
            "out on paper",
            answers={"line": 2, "right": 1792},
        ),
        "weights": Example(
            _lines(
                "counts",
                [
                    conv(64, 3, in_shape=[3, 256, 256]),
                    dense("weights", [3, 256, 256], 1000),
                ],
                [1792, 200_000_000_000],
            ),
            source="laboratory on convolutional networks: about 200 billion weights of a fully "
            "connected layer from 3 x 256 x 256 to 1000; worked out on paper",
            answers={"line": 2, "right": 196_608_000},
        ),
        "rounding": Example(
            _lines(
                "shapes",
                [pool(2, 2, in_shape=[16, 8, 6]), pool(2, 2, in_shape=[16, 7, 5])],
                [[16, 4, 3], [16, 4, 3]],
            ),
            source="lecture on the backward pass through convolutions: ceil(N / k) in one formula "
            "and floor(N / k) in the next; PyTorch rounds down; worked out on paper",
            answers={"line": 2, "right": (16, 3, 2)},
        ),
        "border": Example(
            _map(
                [[1, 2, 3], [3, 4, 5], [1, 0, 2]],
                [[0, 1], [1, -1]],
                [[1, 2, 5], [5, 3, 4], [0, 2, 0]],
            ),
            source="lecture on convolutional networks: the map padded below and on the right, "
            "with 4 in row 2, column 3; worked out on paper",
            answers={"row": 2, "right": 2},
        ),
    },
)
