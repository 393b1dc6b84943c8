"""A second run is put through the checks that the program was written for, under its own names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from grader.answers.outcome import Outcome as Marked
from grader.grading.second_run import as_called, names_found, renamed, runs_mended
from grader.marking.result import FieldResult
from grader.sandbox.outside.outcome import Execution, Missing, Outcome, Raised, Returned
from problems.drawing import draw_variant
from problems.probe import Call, Check, LoadParameters, Read

LAYER = draw_variant("conv1d-layer-code", "hard", "1")
MODEL = draw_variant("torch-model-code", "easy", "1")
FUNCTION = draw_variant("conv1d-code", "easy", "1")


class Runs:
    """Runs of a program that gives the same each time, and with what they were asked for."""

    def __init__(self, outcome: Outcome, mended: tuple[str, ...] = ()) -> None:
        self.outcome = outcome
        self.mended = mended
        self.asked: list[tuple[Mapping[str, Sequence[Check]], bool]] = []

    def __call__(
        self, checks: Mapping[str, Sequence[Check]], mending: bool, /, *, hasty: bool = False
    ) -> Execution:
        self.asked.append((checks, mending))
        names = [check.name for check in LAYER.checks]
        observations = {("1", name): (self.outcome,) for name in names}
        return Execution(observations=observations, mended={"1": self.mended} if mending else {})


def lost(*slips: str) -> list[FieldResult]:
    return [FieldResult("forward", Marked.SLIP, 0, 3, slips=slips)]


def test_a_mistake_that_comes_to_another_exercise_is_run_through_the_checks_of_that() -> None:
    run = Runs(Returned(1.0))
    (mended,) = runs_mended("1", LAYER, {}, lost("padding-forgotten"), run)
    assert mended.slips == ("padding-forgotten",)
    (asked,) = run.asked[0][0].values()
    assert list(asked) == list(mended.checks)
    assert [check.marks for check in asked] == [check.marks for check in LAYER.checks]
    inputs = asked[0].probe.observations[0].inputs
    assert inputs["padding"] == 0 != LAYER.parameters["padding"]
    assert inputs["stride"] == LAYER.parameters["stride"]
    assert run.asked[1] == ({"1": LAYER.checks}, True)


@pytest.mark.parametrize("slips", [(), ("bias-left-out",), ("padding-forgotten", "same-for-valid")])
def test_no_other_mistake_leads_to_other_checks(slips: tuple[str, ...]) -> None:
    run = Runs(Returned(1.0))
    assert list(runs_mended("1", LAYER, {}, lost(*slips), run)) == []
    assert [mending for _, mending in run.asked] == [True]


def test_what_was_found_to_mend_is_named() -> None:
    (mended,) = runs_mended("1", LAYER, {}, lost(), Runs(Returned(1.0), ("return-forgotten",)))
    assert mended.slips == ("return-forgotten",)
    assert mended.names == {}


def test_a_name_that_is_missing_is_looked_for_under_the_one_that_is_there() -> None:
    first = {"forward": (Missing("fwd_pass", ("forward", "fwd")),)}
    run = Runs(Missing("bwd_pass", ("backward",)))
    (mended,) = runs_mended("1", LAYER, first, lost(), run)
    assert mended.slips == ("named-otherwise",)
    assert mended.names == {"fwd_pass": "forward", "bwd_pass": "backward"}
    assert len(run.asked) == 2  # the second name is found to be missing in the first of these
    called = {
        step.function.rpartition(".")[2]
        for check in run.asked[-1][0]["1"]
        for step in check.probe.steps
        if isinstance(step, Call)
    }
    assert called == {"LayerConv1d", "forward", "backward"}


def test_a_function_inside_of_a_class_is_called_by_way_of_that() -> None:
    first = {"integers": (Missing("conv1d", ("Solution.conv1d",), "line 3"),)}
    run = Runs(Returned(1.0))
    (mended,) = runs_mended("1", LAYER, first, lost(), run)
    assert mended.slips == ("stands-inside",)
    assert mended.names == {"conv1d": "Solution.conv1d"}
    (function, *_) = renamed(FUNCTION.checks, mended.names)
    calls = [step for step in function.probe.steps if isinstance(step, Call)]
    assert {call.function for call in calls} == {"Solution.conv1d"}


def test_a_name_with_none_like_it_is_not_looked_for() -> None:
    seen: dict[str, tuple[Outcome, ...]] = {"a": (Missing("fwd_pass"), Raised("E", "no"))}
    assert names_found(seen) == {}


def test_all_paths_have_the_names_of_the_program_and_the_checks_stay_as_they_are() -> None:
    names = {"ConvModel": "Net", "fwd": "forward", "conv1d": "convolve"}
    (function, *_) = renamed(FUNCTION.checks, names)
    calls = [step for step in function.probe.steps if isinstance(step, Call)]
    assert {call.function for call in calls} == {"convolve"}
    assert {call.function for call in FUNCTION.checks[0].probe.steps if isinstance(call, Call)} == {
        "conv1d"
    }
    model = renamed(MODEL.checks, names)[1].probe.steps
    assert {step.function for step in model if isinstance(step, Call)} == {
        "Net",
        "model.forward",
        "other.forward",
    }
    assert {step.forward for step in model if isinstance(step, LoadParameters)} == {
        *("", "model.forward", "other.forward")
    }
    layer = renamed(LAYER.checks, {"dw": "dW"})
    reads = {step.path for check in layer for step in check.probe.steps if isinstance(step, Read)}
    assert "layer.dW" in reads
    assert "layer.dw" not in reads


def test_a_method_may_have_the_name_that_it_has_elsewhere() -> None:
    first = {check.name: (Missing("fwd_pass", ("forward",)),) for check in LAYER.checks}
    run = Runs(Missing("bwd_pass", ("backward",)))
    seen, again = as_called("1", LAYER.checks, first, run)
    assert len(run.asked) == 2
    assert {type(one) for outcomes in seen.values() for one in outcomes} == {Missing}
    again({"1": LAYER.checks}, True)
    asked, mending = run.asked[-1]
    assert mending
    called = {
        step.function.rpartition(".")[2]
        for check in asked["1"]
        for step in check.probe.steps
        if isinstance(step, Call)
    }
    assert called == {"LayerConv1d", "forward", "backward"}


@pytest.mark.parametrize("other", ["fwdpass", "backward", "go"])
def test_any_other_name_is_no_answer_to_what_is_asked(other: str) -> None:
    first = {check.name: (Missing("fwd_pass", (other,)),) for check in LAYER.checks}
    run = Runs(Returned(1.0))
    seen, _ = as_called("1", LAYER.checks, first, run)
    assert seen is first
    assert run.asked == []
