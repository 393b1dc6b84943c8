"""Two students never share a variant while distinct ones last, and nobody ever moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from grader.course import drawing
from grader.course.assignment import Assignment, SetProblem
from grader.course.drawing import Distinct, first_draw
from grader.course.key import Key
from grader.course.record import Drawn, Record, Sitting
from grader.sheet.recorded import Recorded
from tests.grader.course.courses import HEAD, Course, course_in

FEW = 7
"""Variants that there are of the one problem."""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    toml = HEAD + '[[problem]]\nfamily = "equivariance"\nlevel = "easy"\n'
    return course_in(tmp_path / "course", toml)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has few variants be drawn, at once."""

    def drawn(
        assignment: Assignment, key: Key, sitting: Sitting, problem: SetProblem, draw: int
    ) -> Recorded:
        told = (assignment.id, sitting.revision, problem.key, sitting.student, sitting.attempt)
        seed = key.seed(*told, draw)
        parameters = {"number": int(seed, 16) % FEW}
        return Recorded(problem.key, problem.family, problem.level, seed, 1, parameters)

    monkeypatch.setattr(drawing, "_drawn", drawn)


def draw_for(course: Course, ids: Sequence[str]) -> tuple[Distinct, dict[str, Drawn]]:
    """One problem for each of these, in turn, and in the record."""
    record = Record(course.variants, "hw3")
    distinct = Distinct(course.assignment, course.key, record)
    found = {}
    for each in ids:
        sitting = Sitting(1, each, 1)
        own = distinct.settled(first_draw(course.assignment, course.key, sitting))
        record.keep(own)
        (found[each],) = own
    return distinct, found


def numbers(drawn: dict[str, Drawn]) -> list[int]:
    return [one.problem.parameters["number"] for one in drawn.values()]


IDS = [f"s{number}" for number in range(FEW + 2)]


@pytest.mark.usefixtures("few")
def test_all_variants_are_handed_out_before_one_comes_twice(course: Course) -> None:
    distinct, found = draw_for(course, IDS)

    assert sorted(numbers(found)[:FEW]) == list(range(FEW))
    assert distinct.shared == {"1": 2}


@pytest.mark.usefixtures("few")
def test_who_joins_later_gets_what_nobody_has_and_moves_nobody(course: Course) -> None:
    _, first = draw_for(course, IDS[:3])
    before = course.variants.read_bytes()

    _, late = draw_for(course, IDS[3:5])

    assert len({*numbers(first), *numbers(late)}) == 5
    assert course.variants.read_bytes().startswith(before)


@pytest.mark.usefixtures("few")
def test_what_was_drawn_for_somebody_who_has_left_is_for_nobody_else(course: Course) -> None:
    _, left = draw_for(course, IDS[:1])
    course.enrol("student,name\n555,Di Eff\n")
    _, others = draw_for(course, IDS[1:FEW])
    assert numbers(left)[0] not in numbers(others)


@pytest.mark.usefixtures("few")
def test_a_problem_drawn_anew_is_one_that_nobody_has_or_none(course: Course) -> None:
    _, found = draw_for(course, IDS[: FEW - 1])
    record = Record(course.variants, "hw3")
    distinct = Distinct(course.assignment, course.key, record)
    (problem,) = course.assignment.problems

    new = distinct.redrawn(found["s0"], problem, "a reason")
    assert new is not None
    assert new.problem.parameters["number"] not in numbers(found)
    assert new.reason == "a reason"

    record.keep([new])
    assert distinct.redrawn(new, problem, "another") is None


def test_the_check_sees_two_who_share(few: None, course: Course) -> None:
    """A mutant that takes each first draw has somebody share."""
    sittings = [Sitting(1, each, 1) for each in IDS[:FEW]]
    first = [first_draw(course.assignment, course.key, each)[0] for each in sittings]
    assert len({one.problem.parameters["number"] for one in first}) < FEW


@pytest.mark.parametrize("seen", [["100"], ["101", "100"]])
def test_the_key_alone_draws_whoever_else_is_there(course: Course, seen: list[str]) -> None:
    _, found = draw_for(course, seen)
    assert found["100"].problem == next(drawn_alone(course, "100"))


def drawn_alone(course: Course, student: str) -> Iterator[Recorded]:
    for one in first_draw(course.assignment, course.key, Sitting(1, student, 1)):
        yield one.problem
