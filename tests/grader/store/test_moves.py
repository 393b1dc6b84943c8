"""Who moves between two markings, by how much, and why."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.counting import MarkedFile, Standing
from grader.course.handed import Handed
from grader.course.matching import Match, Refusal
from grader.course.roster import Student
from grader.store.moves import Change, Move, moves

Fields = dict[str, tuple[str, float]]
MOST = 2.0
RIGHT: Fields = {"1.a": ("correct", 2.0), "1.b": ("wrong", 0.0), "2.a": ("slip", 0.5)}


def data(fields: Fields, deducted: float = 0.0, by_hand: float | None = None) -> dict[str, Any]:
    keys = dict.fromkeys(place.partition(".")[0] for place in fields)
    problems = [
        {
            "key": key,
            "set_by_hand": by_hand if key == "1" else None,
            "fields": [
                {
                    "name": place[2:],
                    "outcome": outcome,
                    "score": score,
                    "max_score": MOST,
                    "message": place,
                }
                for place, (outcome, score) in fields.items()
                if place.startswith(f"{key}.")
            ],
        }
        for key in keys
    ]
    score = sum(score for _, score in fields.values()) if by_hand is None else by_hand
    return {
        "score": score - deducted,
        "max_score": MOST * len(fields),
        "deducted": deducted,
        "problems": problems,
    }


def standing(
    told: dict[str, Any] | None, number: int, student: str = "ana", match: Match | None = None
) -> Standing:
    file = MarkedFile(Handed(f"{student}.py", match or Match(student)), told, number=number)
    if told is None:
        return Standing(Student(student), None, (file,))
    return Standing(Student(student), file)


def one(before: Standing, after: Standing) -> Move:
    (found,) = moves([before], [after])
    return found


def test_the_same_result_moves_nobody_and_so_does_one_that_is_alike() -> None:
    assert [*moves([standing(data(RIGHT), 1)], [standing(data({}), 1)])] == []
    assert [*moves([standing(data(RIGHT), 1)], [standing(data(RIGHT), 2)])] == []


def test_whoever_was_not_there_before_does_not_move() -> None:
    assert [*moves([], [standing(data(RIGHT), 1)])] == []


def test_a_field_that_is_marked_otherwise_is_told_with_both() -> None:
    found = one(
        standing(data(RIGHT), 1), standing(data({**RIGHT, "1.b": ("follow-through", 1.5)}), 2)
    )
    assert found.changes == (
        Change("1", "b", ("wrong", "follow-through"), (0.0, 1.5), (MOST, MOST), ("1.b", "1.b")),
    )
    assert (found.scores, found.by) == ((2.5, 4.0), Fraction(3, 2))
    assert found.changes[0].place == "1.b"


def test_fields_that_come_and_go_are_told() -> None:
    before, after = {"1.a": ("correct", 2.0)}, {"1.c": ("correct", 2.0)}
    found = one(standing(data(before), 1), standing(data(after), 2))
    assert [(each.place, each.outcomes) for each in found.changes] == [
        ("1.a", ("correct", "")),
        ("1.c", ("", "correct")),
    ]
    assert found.by == 0


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (standing(data(RIGHT, deducted=1.0), 2), "for being late 0 → −1"),
        (standing(data(RIGHT, by_hand=2.5), 2), "problem 1 set by hand to 2.5"),
        (standing(None, 2), "marked → unusable"),
        (
            standing(None, 2, match=Match("ana", None, Refusal("practice"))),
            "marked → refused",
        ),
    ],
)
def test_what_else_has_changed_is_told_in_words(after: Standing, told: str) -> None:
    found = one(standing(data(RIGHT), 1), after)
    assert found.others == (told,)


def test_a_problem_or_field_alone_is_asked_for() -> None:
    change = one(standing(data(RIGHT), 1), standing(data({**RIGHT, "1.b": ("correct", 2.0)}), 2))
    for problem, field, is_within in (
        (None, None, True),
        ("1", None, True),
        (None, "b", True),
        ("1", "b", True),
        ("2", None, False),
        ("1", "a", False),
    ):
        assert change.is_within(problem, field) is is_within
        assert change.touches(problem, field) is is_within
    late = one(standing(data(RIGHT), 1), standing(data(RIGHT, deducted=1.0), 2))
    assert late.is_within(None, None)
    assert not late.is_within("1", None)


MARKINGS = st.dictionaries(
    st.sampled_from(["1.a", "1.b", "2.a", "3.c"]),
    st.sampled_from([("correct", 2.0), ("wrong", 0.0), ("slip", 0.25), ("slip", 0.1)]),
    min_size=1,
)


@given(before=MARKINGS, after=MARKINGS)
def test_by_how_much_is_the_sum_over_the_fields_that_change(before: Fields, after: Fields) -> None:
    found = [*moves([standing(data(before), 1)], [standing(data(after), 2)])]
    assert bool(found) is (before != after)
    for move in found:
        by_fields = sum(change.scores[1] - change.scores[0] for change in move.changes)
        assert float(move.by) == pytest.approx(by_fields)
        there_and_back = one(standing(data(after), 1), standing(data(before), 2))
        assert there_and_back.by == -move.by
