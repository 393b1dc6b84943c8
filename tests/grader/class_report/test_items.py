"""Difficulty and discrimination of problems and fields."""

from __future__ import annotations

from typing import Any

import pytest

from grader.class_report.items import SAME_AGAIN, Items, outcome_of


def field(
    name: str, score: float, of: float = 1, outcome: str = "wrong", **more: Any
) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "slips": [],
        "read": None,
        "found": None,
        "expected": None,
        "inputs": None,
    }
    told = {"name": name, "score": score, "max_score": of, "outcome": outcome, "style": False}
    return {**plain, **told, **more}


def result(**problems: list[dict[str, Any]]) -> dict[str, Any]:
    """A result by problems ``p1``, ``p2``, with their fields."""
    return {
        "problems": [
            {
                "key": name[1:],
                "family": "cnn-table",
                "score": sum(each["score"] for each in fields),
                "max_score": sum(each["max_score"] for each in fields),
                "fields": fields,
            }
            for name, fields in problems.items()
        ]
    }


def test_difficulty_is_the_mean_share_and_discrimination_leaves_the_item_itself_out() -> None:
    items = Items(["1", "2"])
    for first, second in [(1, 2), (2, 1), (3, 4), (4, 3)]:
        items.add(result(p1=[field("a", first, 4)], p2=[field("b", second, 8)]))
    assert items.problems["1"].difficulty == pytest.approx(10 / 16)
    assert items.problems["2"].difficulty == pytest.approx(10 / 32)
    assert items.problems["1"].discrimination == pytest.approx(0.6)
    assert items.fields["1", "a"].discrimination == pytest.approx(0.6)
    assert items.problems["1"].interval_of_discrimination is not None


def test_one_problem_alone_is_told_from_nothing_but_its_blanks_are() -> None:
    items = Items(["1"])
    for a, b in [(1, 1), (0, 0), (1, 1), (0, 0), (1, 0)]:
        items.add(result(p1=[field("a", a), field("b", b)]))
    assert items.problems["1"].discrimination is None
    assert items.problems["1"].interval_of_discrimination is None
    assert items.fields["1", "a"].discrimination == pytest.approx(2 / 3)


def test_what_all_have_right_has_no_discrimination() -> None:
    items = Items(["1"])
    for b in (0, 1, 0, 1, 1):
        items.add(result(p1=[field("a", 1), field("b", b)]))
    assert items.fields["1", "a"].discrimination is None
    assert items.fields["1", "a"].difficulty == 1


def test_a_fault_of_ours_says_nothing_on_difficulty_and_is_counted() -> None:
    items = Items(["1"])
    items.add(result(p1=[field("a", 1)]))
    items.add(result(p1=[field("a", 0, 0, "grader-fault")]))
    item = items.fields["1", "a"]
    assert (item.difficulty, item.number, item.outcomes["grader-fault"]) == (1, 1, 1)


def test_a_problem_of_blanks_is_not_answered() -> None:
    items = Items(["1"])
    items.add(result(p1=[field("a", 0, outcome="unanswered")]))
    items.add(result(p1=[field("a", 0, outcome="unreadable")]))
    assert items.problems["1"].answers == 1


def test_nobody_has_no_difficulty() -> None:
    assert Items(["1"]).problems["1"].interval_of_difficulty is None


@pytest.mark.parametrize(
    ("score", "of", "expected"),
    [(1, 1, SAME_AGAIN), (0, 1, "slip"), (0.5, 1, "slip"), (0, 0, "slip")],
)
def test_a_mistake_that_costs_nothing_was_made_before(
    score: float, of: float, expected: str
) -> None:
    assert outcome_of(field("a", score, of, "slip")) == expected
