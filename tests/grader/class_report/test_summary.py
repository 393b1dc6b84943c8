"""What is gathered of a class."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.course.counting import MarkedFile, Standing
from grader.course.roster import Student
from tests.grader.class_report.classes import Course


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path / "hw3")


def test_the_distribution_by_hand(course: Course) -> None:
    """Of 2, 4, 8, 10 and 14 of 14 points the quartiles are 4 and 10."""
    marks = [(2, 0), (4, 0), (4, 4), (4, 6), (4, 10)]
    several = [course.standing(f"{n}", *each) for n, each in enumerate(marks)]
    missing = Standing(Student("9"))
    found = course.summary([*several, missing])
    assert found.marks is not None
    assert (found.marks.number, found.marks.most, found.marks.are_shares) == (5, 14, False)
    assert (found.marks.lower, found.marks.median, found.marks.upper) == pytest.approx((4, 8, 10))
    assert found.marks.mean == pytest.approx(statistics.fmean([2, 4, 8, 10, 14]))
    assert found.marks.bars == (0, 0, 1, 0, 0, 1, *(0,) * 5, 1, 0, 0, 1, *(0,) * 4, 1)
    assert found.statuses == {"marked": 5, "missing": 1}


def test_where_the_points_differ_shares_are_told(course: Course) -> None:
    one, other = course.standing("1", 4, 3), course.standing("2", 4, 10)
    assert other.counted is not None
    assert other.counted.data is not None
    data = {**other.counted.data, "max_score": 28}
    other = replace(other, counted=MarkedFile(other.counted.handed, data))
    found = course.summary([one, other])
    assert found.marks is not None
    assert found.marks.are_shares
    assert found.marks.median == pytest.approx(50)


def test_nobody_has_marks(course: Course) -> None:
    found = course.summary([Standing(Student("1"))])
    assert found.marks is None
    assert [problem.item.difficulty for problem in found.problems] == [None, None]


def test_problems_mistakes_and_drawn_values_are_there(course: Course) -> None:
    several = [course.standing(f"{n:02}", 4 - 3 * (n % 2), n % 7) for n in range(24)]
    found = course.summary(several)
    assert [problem.key for problem in found.problems] == ["1", "2"]
    assert found.problems[0].item.difficulty == pytest.approx((1 + 0.25) / 2)
    (mistake,) = found.mistakes.by_frequency()
    assert (mistake.slip, mistake.students) == ("outputs-reversed", 12)
    (comparison,) = found.fairness
    assert (comparison.parameter, comparison.is_unequal) == ("by", True)


def test_each_result_is_read_once_and_let_go_of(course: Course) -> None:
    """As the store has results: what is looked at is read again each time."""

    class Kept(Mapping[str, Any]):
        reads = 0

        def __init__(self, whole: Mapping[str, Any]) -> None:
            self._whole = whole

        def _read(self) -> dict[str, Any]:
            Kept.reads += 1
            return dict(self._whole)

        def __getitem__(self, key: str) -> Any:
            if key in ("score", "max_score"):
                return self._whole[key]
            return self._read()[key]

        def __iter__(self) -> Iterator[str]:
            return iter(self._read())

        def __len__(self) -> int:
            return len(self._read())

        def items(self) -> Any:
            return self._read().items()

    several = []
    for number in range(10):
        one = course.standing(f"{number}", 4, 5)
        assert one.counted is not None
        assert one.counted.data is not None
        kept = MarkedFile(one.counted.handed, Kept(one.counted.data))
        several.append(replace(one, counted=kept))
    course.summary(several)
    assert Kept.reads == 10
