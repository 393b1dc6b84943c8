"""The probes of a problem, and what the grader works out while a program is called again."""

from __future__ import annotations

from typing import Any

import pytest

from grader.grading.probes import probes_of
from grader.sandbox.outside.outcome import Returned
from grader.sheet.sheet import draw_sheet
from problems.probe import Check, Observation, Probe, Reading, Witness
from problems.rule import Rule

CODE, *_ = draw_sheet("probes", ("conv1d-code", "separable-conv"), "en").problems


def known(observation: Observation) -> bool:
    return "true" in vars(observation)


def test_what_is_right_is_worked_out_meanwhile() -> None:
    check = CODE.variant.checks[1]
    (probe,) = (one for one in probes_of(CODE) if one.name == check.name)
    every = [
        one for one in (*check.probe.observations, *check.probe.more) if type(one) is Observation
    ]
    assert len(every) > len(check.probe.observations)
    assert not any(map(known, every))
    assert probe.meanwhile is not None
    probe.meanwhile()
    assert all(map(known, every))


def test_a_rule_that_fails_meanwhile_fails_when_its_value_is_needed() -> None:
    def broken(x: int) -> Any:
        raise ZeroDivisionError(x)

    script = Probe()
    script.put("x", 1)
    script.call("y", "f", "x")
    script.read("y", "f(x)", Rule("broken", broken), x=1)
    (probe,) = probes_of(CODE, [Check("one", script)])
    assert probe.meanwhile is not None
    probe.meanwhile()
    with pytest.raises(ZeroDivisionError):
        script.observations[0].true  # noqa: B018


def test_a_problem_by_hand_has_no_probes() -> None:
    sheet = draw_sheet("probes", ("conv1d-code", "separable-conv"), "en")
    assert [len(list(probes_of(one))) > 0 for one in sheet.problems] == [True, False]


def test_what_only_tells_a_mistake_apart_is_left_out_once_a_value_is_right() -> None:
    (problem,) = draw_sheet("probes", ("torch-model-code",), "en").problems
    (check,) = (one for one in problem.variant.checks if one.name == "fwd")
    (probe,) = (one for one in probes_of(problem) if one.name == "fwd")
    right = [Returned(one.true) for one in check.probe.observations]
    wrong = [Returned(2 * one.true) for one in check.probe.observations]
    assert sum(isinstance(step, Reading) for step in probe.last) == sum(
        isinstance(each, Witness) and each.for_all for each in check.probe.more
    )
    assert probe.is_settled(right)
    assert probe.is_settled([right[0], wrong[1]])
    assert not probe.is_settled(wrong)
    assert not probe.is_settled([Returned(None)] * len(right))
