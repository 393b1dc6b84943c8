"""A number that was misread costs once, in whatever blanks it enters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from problems.derivation import Derivation
from problems.drawing import draw_variant
from problems.forms import Rational, exact
from problems.misreadings import Misreading, gives, misreadings
from problems.quantity import Given, Values
from problems.relu_backprop.rules import ONE_WEIGHT
from problems.working import Asked, Working

NETWORK = draw_variant("conv2d-backprop", "standard", "71").working
TABLE = draw_variant("cnn-table", "standard", "74").working


def asked(working: Working, name: str) -> Asked:
    return next(one for one in working.asked if one.name == name)


def of_reading(working: Working, name: str, cell: tuple[int, ...], more: int) -> Values:
    """The answers of who reads one number of the data so much larger."""
    given = working[name]
    assert isinstance(given, Given)
    changed = given.value.copy()
    changed[cell] += more
    return working.solve({name: changed})


def of_layer(working: Working, layer: str, name: str, more: int) -> Values:
    """The answers of who reads a number of a layer so much larger."""

    def swap(step: Any) -> Any:
        if not step.name.startswith(f"{layer}_") or name not in step.inputs:
            return None
        return lambda inputs: step.rule({**inputs, name: inputs[name] + more})

    return working.solve(swap=swap)


def marked(working: Working, values: Mapping[str, Any]) -> dict[str, FieldResult]:
    answers = {one.name: values[one.name] for one in working.asked}
    return {field.name: field for field in mark_by_hand(working, answers)}


def lost(fields: Mapping[str, FieldResult]) -> dict[str, float]:
    return {f.name: f.max_score - f.score for f in fields.values() if f.score < f.max_score}


@pytest.mark.parametrize(
    ("name", "cell", "more", "first"),
    [("x", (1, 1), 2, {"q1", "q2"}), ("W", (0, 1), 1, {"s"}), ("w1", (1, 0), -3, {"q1"})],
)
def test_data_that_were_misread_cost_the_blanks_that_show_them_first(
    name: str, cell: tuple[int, ...], more: int, first: set[str]
) -> None:
    fields = marked(NETWORK, of_reading(NETWORK, name, cell, more))
    assert lost(fields).keys() <= first
    assert sum(lost(fields).values()) <= 1
    again = [f for f in fields.values() if any(r.key == "misread" for r in f.remarks)]
    given = NETWORK[name]
    assert isinstance(given, Given)
    right = int(given.value[cell])
    assert again
    assert again[-1].remarks[0].details == {"right": right, "taken": right + more, "name": name}


@pytest.mark.parametrize(
    ("layer", "name", "more"),
    [("conv1", "kernel", 2), ("conv2", "kernel", 2), ("conv1", "channels", 3)],
)
def test_a_number_of_a_layer_that_was_misread_costs_once(layer: str, name: str, more: int) -> None:
    fields = marked(TABLE, of_layer(TABLE, layer, name, more))
    assert list(lost(fields)) == [f"{layer}_shape"]


def test_two_mistakes_that_are_no_one_misreading_cost_twice() -> None:
    params, field = (TABLE.evaluate(TABLE[name]) for name in ("conv1_params", "conv1_rf"))
    fields = marked(TABLE, TABLE.solve({"conv1_params": params + 3, "conv1_rf": field + 2}))
    assert list(lost(fields)) == ["conv1_params", "conv1_rf"]


def test_a_right_answer_speaks_against_a_misreading() -> None:
    values = of_layer(TABLE, "conv1", "kernel", 2)
    shape, field = values["conv1_shape"], values["conv1_rf"]
    fields = marked(TABLE, TABLE.solve({"conv1_shape": shape, "conv1_rf": field}))
    assert list(lost(fields)) == ["conv1_shape", "conv1_rf"]  # its parameters are right


def test_what_comes_of_a_misreading_is_told_from_what_does_not() -> None:
    fixed = {one.name: NETWORK.evaluate(one.step) for one in NETWORK.asked if one.name != "q1"}
    values = of_reading(NETWORK, "x", (1, 1), 2)
    given = NETWORK["x"]
    assert isinstance(given, Given)
    right = int(given.value[1, 1])
    one = Misreading("x", right, right + 2, (1, 1))
    derivation, blank = Derivation(NETWORK, fixed), asked(NETWORK, "q1")
    assert one in set(misreadings(derivation, blank, values["q1"]))
    assert not gives(derivation, blank, NETWORK.evaluate(NETWORK["q1"]), one)
    assert not list(misreadings(derivation, blank, np.array([[0, 0], [0, 0]], dtype=object)))


def test_a_negative_number_is_misread_as_one_near_it_or_with_its_digits_exchanged() -> None:
    working = Working()
    weight = working.given("w", -12)
    q = working.derive("q", ONE_WEIGHT, x=exact([1, 2]), w=weight, bias=0)
    working.ask(q, Rational())
    derivation, blank = Derivation(working, {}), asked(working, "q")
    for other in (-13, -21):
        found = exact([other, 2 * other])
        assert Misreading("w", -12, other) in set(misreadings(derivation, blank, found))
