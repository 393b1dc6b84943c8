"""Probes: a script of inputs and calls, and beside it what each observation ought to be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from problems.forms import Integer, Numeric, Shape
from problems.probe import (
    Call,
    Check,
    Column,
    Gather,
    GroupOptions,
    LoadParameters,
    Observation,
    ParameterShapes,
    Probe,
    Put,
    Read,
    Style,
    TrainedNames,
    Use,
    Witness,
)
from problems.rule import Rule

DOUBLE = Rule("double", lambda x: 2 * x)
SHAPES = Rule("shapes", lambda channels: (channels, 3))


def layer_probe() -> Probe:
    probe = Probe()
    probe.put("p", 3)
    probe.put("w", np.array([1.5, -2.0]), tensor=True)
    probe.call("layer", "Layer", "w", stride="p")
    probe.call("q", "layer.fwd_pass", "p")
    probe.read("q", "layer.fwd_pass(p)", DOUBLE, x=3, dilation=7)
    probe.load_parameters("layer", [np.zeros((2, 3)), np.ones(4)])
    probe.read_parameter_shapes("layer", "the parameters", SHAPES, Shape("O, C"), channels=5)
    probe.read("layer.bias", "layer.bias", DOUBLE, Integer(), x=1)
    return probe


def test_the_steps_stand_in_the_order_in_which_they_were_written() -> None:
    kinds = [type(step) for step in layer_probe().steps]
    assert kinds == [Put, Put, Call, Call, Read, LoadParameters, ParameterShapes, Read]


def test_a_step_says_what_is_done_with_which_names() -> None:
    first, second, made, called, read, _, shapes, last = layer_probe().steps
    assert first == Put("p", 3, tensor=False)
    assert isinstance(second, Put)
    assert second.tensor
    assert made == Call("layer", "Layer", ("w",), {"stride": "p"})
    assert called == Call("q", "layer.fwd_pass", ("p",))
    assert read == Read("q")
    assert shapes == ParameterShapes("layer")
    assert last == Read("layer.bias")


def test_the_steps_hold_inputs_and_no_answers() -> None:
    # What goes down to the student's process is the steps: nothing in them knows a rule.
    assert not any(
        isinstance(value, Rule) for step in layer_probe().steps for value in vars(step).values()
    )


def test_there_is_one_observation_for_each_value_that_is_read() -> None:
    probe = layer_probe()
    observed = probe.observations
    readings = [step for step in probe.steps if isinstance(step, Read | ParameterShapes)]
    assert len(observed) == len(readings) == 3
    assert [one.what for one in observed] == ["layer.fwd_pass(p)", "the parameters", "layer.bias"]
    assert [one.rule(one.inputs) for one in observed] == [6, (5, 3), 2]


def test_a_value_is_compared_as_numbers_unless_another_form_is_said() -> None:
    assert [one.form for one in layer_probe().observations] == [
        Numeric(),
        Shape("O, C"),
        Integer(),
    ]


def test_a_table_is_read_once_for_each_of_its_columns() -> None:
    probe = Probe()
    probe.call("t", "f")
    first, second = Rule("first", lambda: [1]), Rule("second", lambda n: [n])
    probe.read_columns("t", "f()", [(first, {}), (second, {"n": 2})])
    assert probe.steps[1:] == [Read("t"), Read("t")]
    assert [one.what for one in probe.observations] == [
        "[row[0] for row in f()]",
        "[row[1] for row in f()]",
    ]
    assert [one.column for one in probe.observations] == [Column(0, 2, "f()"), Column(1, 2, "f()")]
    assert [one.true for one in probe.observations] == [[1], [2]]


def test_putting_and_calling_give_the_name_back_for_the_next_step() -> None:
    probe = Probe()
    assert probe.call("result", "conv1d", probe.put("vector", [1, 2])) == "result"


def test_a_hidden_probe_follows_and_the_steps_shown_are_those_of_the_first() -> None:
    first, second = layer_probe(), layer_probe()
    both = first.followed_by_hidden(second)
    assert both.steps == [*first.steps, *second.steps]
    assert list(both.shown_steps) == first.steps
    assert [one.shown for one in both.observations] == [True] * 3 + [False] * 3
    assert list(first.shown_steps) == first.steps  # where nothing is hidden


def test_two_probes_share_no_steps() -> None:
    one, two = Probe(), Probe()
    one.put("x", 1)
    assert two.steps == []
    assert two.observations == []


def test_a_check_and_a_style_rule_count_one_mark_unless_more_are_said() -> None:
    assert Check("forward", Probe()).marks == 1
    assert Check("forward", Probe(), marks=3).marks == 3
    assert not Check("forward", Probe()).secondary
    style = Style("one-loop", "conv1d", slip="second-loop", loops=1)
    assert (style.marks, style.forbidden) == (1, ())


def test_a_check_is_about_the_function_that_it_calls_first() -> None:
    assert Check("layer", layer_probe()).about == "Layer"
    assert Check("nothing", Probe()).about == ""


def test_what_is_called_aside_is_handed_over_as_tensors_unless_it_is_said_otherwise() -> None:
    probe = layer_probe()
    probe.call_aside("own", "r", "f", x=1)
    probe.call_aside("own", "r", "f", tensor=False, x=1)
    assert [step.tensor for step in probe.asides if isinstance(step, Put)] == [True, False]


def test_a_witness_leaves_what_is_right_as_it_was_worked_out() -> None:
    times: list[int] = []

    def doubled(x: int) -> int:
        times.append(x)
        return 2 * x

    one = Observation("f(x)", Rule("doubled", doubled), {"x": 3})
    assert one.true == 6
    assert one.judged_from({"own": 5}).true == 6
    assert times == [3]
    assert one.judged_from({"x": 4}).true == 8
    assert replace(one).true == 6
    assert times == [3, 4, 3]


def test_what_a_probe_has_is_gathered_in_a_list_or_a_tuple() -> None:
    probe = Probe()
    pair = probe.gather("pair", "x", "y", as_tuple=True)
    assert probe.gather("pairs", pair) == "pairs"
    assert probe.steps == [Gather("pair", ("x", "y"), as_tuple=True), Gather("pairs", ("pair",))]


def training_probe() -> Probe:
    probe = Probe()
    probe.use("SGD", "torch.optim.SGD")
    probe.call("model", "Net")
    probe.set_parameters("model", [np.zeros((2, 3))])
    probe.read_trained_names("model", "the names", SHAPES, Shape("O, C"), channels=5)
    probe.read_group_options("optimizer", "lr", ["model.a"], "the rates", DOUBLE, x=1)
    probe.read_aside("own", "model.a.grad")
    return probe


def test_a_model_that_is_trained_is_set_and_looked_at_by_steps_of_its_own() -> None:
    probe = training_probe()
    used, _, _, names, rates = probe.steps
    assert used == Use("SGD", "torch.optim.SGD")
    assert names == TrainedNames("model")
    assert rates == GroupOptions("optimizer", "lr", ("model.a",))
    assert [one.what for one in probe.observations] == ["the names", "the rates"]


def test_what_is_read_aside_is_a_witness_of_the_latest_observation() -> None:
    probe = training_probe()
    assert probe.asides == [Read("model.a.grad")]
    assert probe.witnesses == [Witness(1, "own")]
