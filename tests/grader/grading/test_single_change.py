"""Which changes of a program are tried, on which check, and what is run through all checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome as Told
from grader.grading.single_change import MOST_CHANGES, MOST_SECONDS, runs_changed
from grader.marking.mended import Mended
from grader.marking.result import FieldResult
from grader.sandbox.inside.single_changes import MOST
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import Execution, Outcome, Raised, Returned
from grader.sandbox.outside.program import Cell, Probe
from problems.drawing import draw_variant
from problems.probe import Call, Change, Check, LoadParameters, Read

CHECKS = draw_variant("conv1d-layer-code", "hard", "1").checks
CELLS = (Cell("", None, 1, "1"), Cell("\n" * 8, "cell 5", 1, "1"))
LOST = [FieldResult(check.name, Told.WRONG, 0.0, check.marks) for check in CHECKS]


class Program:
    """One that is right after some changes, and has so many of them."""

    def __init__(
        self, right: Sequence[int], many: int, place: Any = (1, 8, "order"), seconds: float = 0.0
    ) -> None:
        """``seconds`` are what it is charged with for each run."""
        self.seconds = seconds
        self.right = right
        self.many = many
        self.place = place
        self.runs: list[tuple[Sequence[Check], bool]] = []

    def __call__(
        self, checks: Mapping[str, Sequence[Check]], mending: bool, /, *, hasty: bool = False
    ) -> Execution:
        assert not mending
        self.runs.append((checks["1"], hasty))
        seen = {("1", check.name): self._seen(check) for check in checks["1"]}
        return Execution(observations=seen, charged_seconds=self.seconds)

    def _seen(self, check: Check) -> tuple[Outcome, ...]:
        change = check.probe.steps[0]
        assert isinstance(change, Change)
        assert change.names == ("LayerConv1d",)
        meant = next((one for one in CHECKS if check.name.startswith(f"{one.name} ")), check)
        if change.number >= self.many:
            beyond = Raised("NoSuchChangeError", "50")
            return (beyond,) * (len(meant.probe.observations) + 1)
        is_right = change.number in self.right
        values = [one.true if is_right else np.zeros(1) for one in meant.probe.observations]
        return (Returned(self.place), *map(Returned, values))


def runs(program: Program, fields: Sequence[FieldResult] = LOST) -> list[Mended]:
    return list(runs_changed("1", CHECKS, program, CELLS, fields))


def test_a_change_that_makes_a_check_right_is_put_through_all_and_its_place_is_told() -> None:
    program = Program([3], many=50)
    (run,) = runs(program)
    assert (run.place, run.kind) == ("cell 5, line 8", "order")
    assert [check.name for check in run.checks] == [check.name for check in CHECKS]
    assert all(check.probe.steps[0] == Change(3, ("LayerConv1d",)) for check in run.checks)
    assert [hasty for _, hasty in program.runs] == [True, False, True]


def test_the_check_that_looks_at_most_of_what_is_lost_is_tried() -> None:
    program = Program([], many=1)
    assert runs(program) == []
    ((tries, _),) = program.runs
    (name,) = {check.name.rpartition(" ")[0] for check in tries}
    (tried,) = (check for check in CHECKS if check.name == name)
    assert {one.rule.key for one in tried.probe.observations} > {
        one.rule.key
        for check in CHECKS
        if check.name in ("input-gradient", "kernel-gradient", "bias-gradient")
        for one in check.probe.observations
    }


@pytest.mark.parametrize(("many", "chunks"), [(1, 1), (46, 2), (10_000, MOST_CHANGES // 45)])
def test_no_more_is_tried_than_there_is(many: int, chunks: int) -> None:
    program = Program([], many)
    assert runs(program) == []
    assert len(program.runs) == chunks


def test_three_programs_at_most_are_put_through_all_checks() -> None:
    assert len(runs(Program(range(20), many=50))) == 3


def test_an_error_of_the_program_itself_ends_no_search() -> None:
    class Failing(Program):
        def _seen(self, check: Check) -> tuple[Outcome, ...]:
            seen = super()._seen(check)
            if check.name.endswith(" 0"):
                return (Raised("IndexError", "list index out of range"),) * len(seen)
            return seen

    (run,) = runs(Failing([1], many=5))
    assert (run.place, run.kind) == ("cell 5, line 8", "order")


def test_no_more_is_looked_for_when_a_program_has_used_up_its_time() -> None:
    searching = Program([], many=10_000, seconds=MOST_SECONDS / 2)
    assert runs(searching) == []
    assert len(searching.runs) == 2
    found = Program(range(20), many=50, seconds=MOST_SECONDS)
    assert len(runs(found)) == 1, "what was found is put through all checks all the same"


def test_nothing_is_tried_where_nothing_is_lost() -> None:
    right = [FieldResult(check.name, Told.CORRECT, check.marks, check.marks) for check in CHECKS]
    program = Program([0], many=5)
    assert runs(program, right) == []
    assert program.runs == []


@pytest.mark.parametrize(
    "place",
    [
        *((9, 1), (-1, 1), "line 1", (1,), None),
        *((1, -5), (1, 0), (1, 9), (1, 10**18), (1, True), (0, 1), (1, 1.0), (1, "1")),
    ],
)
def test_a_place_that_is_none_is_not_told(place: Any) -> None:
    told = (*place, "order") if isinstance(place, tuple) else place
    assert [run.place for run in runs(Program([0], many=1, place=told))] == [""]


@pytest.mark.parametrize("kind", ["another", ""])
def test_a_kind_of_change_that_is_none_is_not_told(kind: str) -> None:
    (run,) = runs(Program([0], many=1, place=(1, 8, kind)))
    assert (run.place, run.kind) == ("cell 5, line 8", "")


def test_both_sides_know_as_many_changes() -> None:
    assert MOST == MOST_CHANGES


def test_haste_allows_no_more_than_there_was() -> None:
    hasty = Limits().in_haste()
    assert (hasty.call_seconds, hasty.total_seconds, hasty.probe_restarts) == (1.0, 8.0, 2)
    assert hasty.all_results_bytes < Limits().all_results_bytes
    strict = Limits(
        call_seconds=0.5,
        total_seconds=4.0,
        probe_restarts=1,
        result_bytes=1024,
        all_results_bytes=4096,
    )
    assert strict.in_haste() == strict


def test_what_is_run_afresh_is_of_the_program_as_changed() -> None:
    change = Change(3, ("f",))
    steps = (change, Call("y", "f"), Read("y"), Call("z", "f"), Read("z"))
    afresh = Probe("1", "a", steps, optional_from=3).afresh
    assert afresh is not None
    assert tuple(afresh.steps) == (change, *steps[3:])
    assert Probe("1", "a", (*steps, LoadParameters("m", ())), optional_from=3).afresh is None
