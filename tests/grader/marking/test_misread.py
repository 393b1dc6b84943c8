"""A number that was misread costs once, in whatever blanks it enters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking import misread
from grader.marking.by_hand import mark_by_hand
from grader.marking.misread import Misread
from grader.marking.misread import told as told_of
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.catalogue import family
from problems.derivation import Derivation
from problems.drawing import draw_variant
from problems.family import ByHand
from problems.forms import Rational, exact
from problems.misreadings import Misreading, _tried, gives, misreadings
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
    told = again[-1].remarks[0].details
    assert told == {"right": right, "taken": (right + more,), "name": told["name"]}
    assert told["name"] in (name, f"${given.symbol}$")


@pytest.mark.parametrize(
    ("layer", "name", "more"),
    [("conv1", "kernel", 2), ("conv2", "kernel", 2), ("conv1", "channels", 3)],
)
def test_a_number_of_a_layer_that_was_misread_costs_once(layer: str, name: str, more: int) -> None:
    fields = marked(TABLE, of_layer(TABLE, layer, name, more))
    assert list(lost(fields)) == [f"{layer}_shape"]


@pytest.mark.parametrize(
    ("name", "copied", "turn"),
    [
        ("w1", lambda w: w.T, ("transposed", 0, 0)),
        ("w2", lambda w: w[[1, 0, 2]], ("rows-exchanged", 1, 2)),
        ("w1", lambda w: w[:, [0, 2, 1]], ("columns-exchanged", 2, 3)),
        ("w2", lambda w: np.rot90(w), ("turned-left", 0, 0)),
        ("x", lambda x: x[::-1, ::-1], ("half-turn", 0, 0)),
        ("x", lambda x: x[[0, 2, 1, 3]], ("rows-exchanged", 2, 3)),
        ("x", lambda x: x[:, [0, 0, 2, 3]], None),
        ("W", lambda weights: weights[[1, 0, 2]], ("rows-exchanged", 1, 2)),
    ],
)
def test_data_that_were_copied_wrongly_cost_once_and_are_told_by_how(
    name: str, copied: Any, turn: tuple[str, int, int] | None
) -> None:
    given = NETWORK[name]
    assert isinstance(given, Given)
    fields = marked(NETWORK, NETWORK.solve({name: copied(given.value)}))
    assert 0 < sum(lost(fields).values()) <= 1
    told = {r.key: r for field in fields.values() for r in field.remarks}
    key = "copied" if turn is None else "turned"
    assert {f"{key}-first", key} <= told.keys()
    assert told[key].details.get("turn") == turn


def test_cells_that_changed_places_cost_once_in_whatever_data() -> None:
    for name in ("x", "w1", "w2", "W"):
        given = NETWORK[name]
        assert isinstance(given, Given)
        cells = [cell for cell in np.ndindex(given.value.shape) if given.value[cell]]
        other = next(c for c in cells[1:] if given.value[c] != given.value[cells[0]])
        changed = given.value.copy()
        changed[cells[0]], changed[other] = changed[other], changed[cells[0]]
        assert sum(lost(marked(NETWORK, NETWORK.solve({name: changed}))).values()) <= 1.5, name


def test_two_kernels_that_were_taken_for_each_other_cost_once() -> None:
    values = {name: NETWORK.evaluate(NETWORK[name]) for name in ("w1", "w2")}
    fields = marked(NETWORK, NETWORK.solve({"w1": values["w2"], "w2": values["w1"]}))
    assert list(lost(fields)) == ["q1"]


def test_a_misread_weight_that_saturates_the_loss_takes_nothing_from_what_follows() -> None:
    for seed in range(3):
        working = draw_variant("conv2d-backprop", "hard", str(seed)).working
        for cell in np.ndindex(3, 3):
            fields = marked(working, of_reading(working, "w2", cell, 9))
            assert sum(lost(fields).values()) <= 1, (seed, cell)


def test_a_side_of_the_image_that_was_misread_costs_once() -> None:
    parameters = draw_variant("cnn-table", "standard", "74").parameters
    channels, height, width = parameters["input"]
    for other in ([channels, height + 2, width], [channels, height, width - 2]):
        task = family("cnn-table").task
        assert isinstance(task, ByHand)
        values = task.working({**parameters, "input": other}).solve()
        assert len(lost(marked(TABLE, {**TABLE.solve(), **values}))) == 1


def test_a_number_of_one_layer_that_several_layers_are_made_of_is_misread_once() -> None:
    """The channels and the kernel of a convolution that is worked out in three ways."""
    variant = draw_variant("separable-conv", "hard", "1")
    task = variant.family.task
    assert isinstance(task, ByHand)
    for name, factor in (("channels", 2), ("channels", 0.5), ("size", 2)):
        changed = {**variant.parameters, name: int(variant.parameters[name] * factor)}
        values = task.working(changed).solve()
        assert list(lost(marked(variant.working, values))) == ["regular_params"], (name, factor)


def test_maxima_of_misread_cells_cost_once() -> None:
    working = draw_variant("pooling-hand", "hard", "0").working
    given = working["x"]
    assert isinstance(given, Given)
    for cell in np.ndindex(given.value.shape):
        fields = marked(working, of_reading(working, "x", cell, 20))
        assert sum(lost(fields).values()) <= 1, cell


def test_a_largest_value_that_was_overlooked_is_no_number_misread_where_its_gradient_goes() -> None:
    variant = draw_variant("pooling-backprop", "hard", "6018")
    working, q1, dx1 = variant.working, variant.truth["q1"].copy(), variant.truth["dx1"].copy()
    assert (q1[1, 2], dx1[3, 4], dx1[4, 4]) == (16, -4, 0)
    q1[1, 2], dx1[3, 4], dx1[4, 4] = 10, 0, -4  # the value below
    fields = marked(working, {**variant.truth, "q1": q1, "dx1": dx1})
    assert lost(fields) == {"q1": 1}
    assert [r.key for r in fields["q1"].remarks] == ["wrong-cells", "another-of-its-window"]
    assert [r.key for r in fields["dx1"].remarks] == ["another-of-its-window", "mix-up-again"]


def test_one_number_that_all_of_several_answers_show_is_misread_and_not_overlooked() -> None:
    working = draw_variant("pooling-hand", "easy", "6155").working
    fields = marked(working, of_reading(working, "x", (0, 0), -3))  # 6, where 7 stands beside it
    assert [r.key for r in fields["x_max"].remarks] == ["wrong-cells", "misread-first"]
    assert fields["x_max"].remarks[-1].details["taken"] == (6,)


RESTS_ON_DATA = [
    ("conv1d-compare:standard", "w", lambda w: np.array([w[0] + 1, *w[1:]])),
    ("conv1d-compare:hard", "w", lambda w: np.array([w[1], w[0], *w[2:]])),
    ("conv1d-hand:easy", "x", lambda x: -x),
    ("conv1d-hand:hard", "w", lambda w: np.array([*w[:-1], -w[-1]])),
    ("conv2d-hand:standard", "x", lambda x: x.T),
    ("conv2d-hand:easy", "w", lambda w: w[::-1]),
    ("equivariance:easy", "x", lambda x: np.array([x[0] + 2, *x[1:]])),
    ("relu-backprop:easy", "q", lambda q: np.array([*q[:3], -q[3], *q[4:]])),
    ("multichannel-backprop:easy", "dq", lambda dq: np.flip(dq, (-2, -1))),
    ("multichannel-backprop:hard", "dq", lambda dq: np.rot90(dq, axes=(-2, -1))),
    ("upsampling:easy", "x", lambda x: np.array([-x[0], *x[1:]])),
    ("affine-gradients:hard", "G", np.fliplr),
    ("pooling-hand:hard", "x", np.rot90),
    ("pooling-backprop:easy", "x", lambda x: x[::-1]),
    ("separable-conv:easy", "kernel", np.flip),
    ("conv2d-backprop:standard", "W", lambda W: W.T.reshape(W.shape)),
]
"""Families in which most of what is asked comes straight from the data, and a way to misread it."""


def of_reading_all(request: str, name: str, read: Any) -> tuple[Working, Values]:
    key, _, level = request.partition(":")
    working = draw_variant(key, level, "0").working  # type: ignore[arg-type]
    given = working[name]
    assert isinstance(given, Given)
    return working, working.solve({name: np.asarray(read(given.value), dtype=given.value.dtype)})


@pytest.mark.parametrize(("request_", "name", "read"), RESTS_ON_DATA)
def test_data_misread_cost_one_blank_also_where_no_answer_is_right_then(
    request_: str, name: str, read: Any
) -> None:
    fields = marked(*of_reading_all(request_, name, read))
    assert len(lost(fields)) == 1
    again = {"misread", "copied", "turned", "mix-up-again", "slip-again"}
    assert again & {remark.key for field in fields.values() for remark in field.remarks}


def test_without_vectors_that_come_of_a_misreading_each_blank_would_cost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Misread, "vectors", 0)
    assert len(lost(marked(*of_reading_all(*RESTS_ON_DATA[0])))) == 4


def test_vectors_that_come_of_no_one_misreading_show_no_work() -> None:
    working, values = of_reading_all(*RESTS_ON_DATA[0])
    for name in ("q2", "q3", "q4"):
        values[name] = values[name][::-1] * 3 + 1
    assert len(lost(marked(working, values))) == 4


def test_the_given_vector_moved_on_is_no_work_though_a_misread_kernel_would_give_it() -> None:
    working = draw_variant("conv1d-hand", "easy", "n3").working
    vector = working.given_values["x"].tolist()
    moved = np.array((vector[1:] + vector[:1]) * 2, dtype=object)
    values = {one.name: moved[: working.evaluate(one.step).size] for one in working.asked}
    for name, value in values.items():
        right = working.evaluate(working[name])
        values[name] = value.reshape(right.shape)
    assert all(field.score < field.max_score for field in marked(working, values).values())


def test_a_scalar_is_misread_with_its_sign_as_a_fraction_too() -> None:
    working = draw_variant("relu-backprop", "hard", "1").working
    weight = working.evaluate(working["w"])
    assert weight.denominator > 1
    assert len(lost(marked(working, working.solve({"w": -weight})))) == 1


@pytest.mark.parametrize("constant", [0, 1, 3])
def test_one_number_in_every_blank_is_no_misreading(constant: int) -> None:
    for working in (NETWORK, TABLE):
        truth = working.solve()
        values = {
            one.name: np.full(np.shape(truth[one.name]), constant, dtype=object)
            if isinstance(truth[one.name], np.ndarray)
            else (constant,) * len(truth[one.name])
            if isinstance(truth[one.name], tuple)
            else constant
            for one in working.asked
        }
        fields = marked(working, values)
        assert not any(
            r.key in ("misread", "copied", "turned") for f in fields.values() for r in f.remarks
        )


def test_two_mistakes_that_are_no_one_misreading_cost_twice() -> None:
    params, field = (TABLE.evaluate(TABLE[name]) for name in ("conv1_params", "conv1_rf"))
    fields = marked(TABLE, TABLE.solve({"conv1_params": params + 3, "conv1_rf": field + 2}))
    assert list(lost(fields)) == ["conv1_params", "conv1_rf"]


def test_a_right_answer_speaks_against_a_misreading() -> None:
    values = of_layer(TABLE, "conv1", "kernel", 2)
    shape, field = values["conv1_shape"], values["conv1_rf"]
    fields = marked(TABLE, TABLE.solve({"conv1_shape": shape, "conv1_rf": field}))
    assert list(lost(fields)) == ["conv1_shape", "conv1_rf"]  # its parameters are right


def test_what_may_have_been_misread_in_several_ways_is_not_told_for_sure() -> None:
    working = Working()
    size = working.given("n", 14)
    step = working.derive("q", ONE_WEIGHT, x=exact([1, 2]), w=size, bias=0)
    working.ask(step, Rational())
    both = [Misreading("n", 14, taken, {"n": taken}) for taken in (11, 12)]
    assert told_of(both, working, is_again=False) == Remark(
        "misread-first", {"right": 14, "taken": (11, 12), "name": "n"}
    )
    copied = Misreading("n", given={"n": 3})
    assert told_of([copied, *both], working, is_again=True).details["taken"] == (11, 12)
    others = [Misreading("n", right, 2, {"n": 2}) for right in (14, 15)]
    assert told_of(others, working, is_again=False) == Remark(
        "misread-somewhere-first", {"names": ("n",)}
    )


def test_what_comes_of_a_misreading_is_told_from_what_does_not() -> None:
    fixed = {one.name: NETWORK.evaluate(one.step) for one in NETWORK.asked if one.name != "q1"}
    values = of_reading(NETWORK, "x", (1, 1), 2)
    derivation, blank = Derivation(NETWORK, fixed), asked(NETWORK, "q1")
    found = list(misreadings(derivation, blank, values["q1"]))
    given = NETWORK["x"]
    assert isinstance(given, Given)
    right = int(given.value[1, 1])
    (one,) = (each for each in found if (each.right, each.taken) == (right, right + 2))
    assert one.name == "x"
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
        told = {(one.right, one.taken) for one in misreadings(derivation, blank, found)}
        assert (-12, other) in told


def test_what_is_misread_is_what_gives_a_blank_among_all_that_is_tried() -> None:
    truth = TABLE.solve()
    for name, read in (("conv2_shape", {"kernel": 4}), ("conv1_params", {"kernel": 8})):
        one = asked(TABLE, name)
        found = one.step.rule({**TABLE.inputs(one.step), **read})
        derivation = Derivation(TABLE, {n: v for n, v in truth.items() if n != name})
        every = [each for _, read_so in _tried(derivation, one, found, {}) for each in read_so]
        expected = [each for each in every if gives(derivation, one, found, each)]
        assert 0 < len(expected) < len(every)
        alike = [(each.name, each.taken) for each in misreadings(derivation, one, found)]
        assert alike == [(each.name, each.taken) for each in expected]
        assert list(misreadings(derivation, one, truth[name])) == []


def test_no_misreading_is_looked_for_where_one_slip_explains_all_that_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_for: list[str] = []

    def noted(derivation: Derivation, one: Asked, found: Any) -> Iterator[Misreading]:
        looked_for.append(one.name)
        return misreadings(derivation, one, found)

    monkeypatch.setattr(misread, "misreadings", noted)
    slipped = marked(TABLE, TABLE.with_slip("bias-forgotten"))
    assert sum(field.outcome is Outcome.SLIP for field in slipped.values()) > 1
    assert looked_for == []
    marked(TABLE, of_layer(TABLE, "conv1", "kernel", 2))
    assert looked_for != []
