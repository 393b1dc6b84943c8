"""Whatever is misread or copied wrongly and carried on costs one blank, in every family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from grader.certification.submissions import marked_in_place
from grader.marking.present import is_one_whole_number
from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, Level
from problems.forms import agree
from problems.mix_ups import INPUTS
from problems.quantity import RULE_ERRORS, Given, Step, Swap, Values
from problems.variant import Variant
from problems.working import Working
from tests.turns import in_this_run

FINDS_A_PLACE = "find-the-mistake"
"""What was printed is compared with what was worked out: of misread data hardly a cell is right."""
EVERY = [
    f"{key}:{level}"
    for key in family_keys()
    if isinstance(family(key).task, ByHand) and key != FINDS_A_PLACE
    for level in LEVELS
]

Misread = tuple[str, Mapping[str, Any], Swap | None]
"""What it is, the given quantities that it changes, and the steps."""


def of_data(given: Given) -> Iterator[Misread]:
    """One number read as another, or without its sign; two exchanged; a row or column twice."""
    right = given.value
    cells = [cell for cell in np.ndindex(right.shape) if right[cell]]
    middle, last = cells[len(cells) // 2], cells[-1]
    unit = Fraction(right[middle]).denominator
    for what, cell, number in (
        ("misread", middle, right[middle] + Fraction(1, unit)),
        ("misread", last, right[last] + (2 if right[last] != -2 else 1)),
        ("without its sign", last, -right[last]),
    ):
        changed = right.copy()
        changed[cell] = number if unit > 1 else type(right[cell])(number)
        yield f"{given.name}{[*cell]} {what}", {given.name: changed}, None
    if right[middle] != right[last]:
        changed = right.copy()
        changed[middle], changed[last] = right[last], right[middle]
        yield f"{given.name}: two numbers exchanged", {given.name: changed}, None
    for axis, size in enumerate(right.shape):
        if size > 1:
            places = list(range(size))
            order = [*places[:-2], places[-2], places[-2]]
            yield f"{given.name}: axis {axis} twice", {given.name: right.take(order, axis)}, None
            order = [*places[:-2], places[-1], places[-2]]
            yield f"{given.name}: axis {axis} changed", {given.name: right.take(order, axis)}, None


def of_layers(working: Working) -> Iterator[Misread]:
    """A number of a layer that the sheet names, read as the next one in all steps of the layer."""
    rows = (row.strip("`") for table in working.tables for row in table.rows if "`" in row)
    layers = {*rows, *(one.of for one in working.asked)} - {""}
    seen: set[tuple[str, str]] = set()
    for step in working.steps:
        layer = step.name.rpartition("_")[0]
        for name, right in step.taken.items():
            if layer not in layers or name not in INPUTS or not isinstance(right, int):
                continue
            if (layer, name) in seen:
                continue
            seen.add((layer, name))

            def swap(each: Step, layer: str = layer, name: str = name) -> Any:
                if each.name.rpartition("_")[0] != layer or name not in each.inputs:
                    return None
                return lambda inputs: each.rule({**inputs, name: inputs[name] + 1})

            yield f"{layer}: {name}", {}, swap


def misread_ways(working: Working) -> Iterator[Misread]:
    for given in working:
        if isinstance(given, Given) and isinstance(given.value, np.ndarray):
            yield from of_data(given)
    yield from of_layers(working)


def carried_on(working: Working, way: Misread) -> Values | None:
    """The answers that it leads to; None where it makes a later step impossible."""
    _, changed, swap = way
    try:
        return working.solve(changed, swap)
    except RULE_ERRORS:
        return None


def leaves_nothing(variant: Variant, values: Values) -> bool:
    """Whether an answer comes out as zeros, or as one number throughout, that is none else."""
    return any(
        is_one_whole_number(values[one.name]) and not is_one_whole_number(variant.truth[one.name])
        for one in variant.working.asked
    )


@pytest.mark.parametrize("request_", in_this_run(EVERY, most=12))
def test_what_is_misread_and_carried_on_costs_one_blank(request_: str) -> None:
    key, _, name = request_.partition(":")
    level: Level = next(each for each in LEVELS if each == name)
    variant = draw_variant(key, level, "copied")
    asked = variant.working.asked
    tried = 0
    for way in misread_ways(variant.working):
        values = carried_on(variant.working, way)
        if values is None or leaves_nothing(variant, values):
            continue
        if all(agree(one.form, values[one.name], variant.truth[one.name]) for one in asked):
            continue
        tried += 1
        lost = [f.name for f in marked_in_place(variant, values) if f.score < f.max_score]
        assert len(lost) <= 1, (way[0], lost)
    assert tried or not any(isinstance(value, np.ndarray) for value in variant.truth.values())


@pytest.mark.parametrize("number", ["first", "second"])
def test_a_row_of_weights_that_stands_there_twice_costs_one_blank(number: str) -> None:
    """Equal scores come of it, and a gradient of zeros: what follows has been worked out."""
    for seed in ("0", "1", "2", "3"):
        variant = draw_variant("conv2d-backprop", "easy", seed)
        weights = variant.working.given_values["W"]
        twice = weights[[0, 0] if number == "first" else [1, 1]]
        fields = marked_in_place(variant, variant.working.solve({"W": twice}))
        assert sum(f.score < f.max_score for f in fields) <= 1, seed


def test_zeros_from_the_scores_on_earn_nothing_where_nothing_was_worked_out_from_them() -> None:
    variant = draw_variant("conv2d-backprop", "easy", "0")
    values = dict(variant.truth)
    values["s"] = np.array([values["s"][0]] * 2, dtype=object)
    after = variant.working.following(["s"]) - {"s"}
    for one in variant.working.asked:
        if one.name in after:
            values[one.name] = np.zeros_like(values[one.name]) if one.name != "L" else 0
    fields = marked_in_place(variant, values)
    assert all(f.score == 0 for f in fields if f.name in after)


LEFT_OUT = [
    ("conv1d-hand:easy", "x", 0),
    ("conv2d-hand:standard", "x", 0),
    ("conv2d-hand:standard", "x", 1),
    ("conv2d-backprop:hard", "x", 0),
    ("conv2d-backprop:hard", "W", 0),
    ("equivariance:easy", "w", 0),
    ("equivariance:standard", "x", 0),
]


@pytest.mark.parametrize(("request_", "name", "axis"), LEFT_OUT)
def test_a_number_or_row_that_was_left_out_costs_one_blank(
    request_: str, name: str, axis: int
) -> None:
    key, _, level = request_.partition(":")
    variant = draw_variant(key, level, "0")  # type: ignore[arg-type]
    shorter = np.delete(variant.working.given_values[name], 0, axis)
    fields = marked_in_place(variant, variant.working.solve({name: shorter}))
    assert sum(f.score < f.max_score for f in fields) == 1
