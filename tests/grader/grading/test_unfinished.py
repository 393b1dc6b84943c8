"""A wrong answer says what it rests on that did not come to its end; a right one says nothing."""

from __future__ import annotations

import pytest

from grader.answers.outcome import Outcome
from grader.grading.unfinished import told_of_unfinished
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Execution, Unfinished
from grader.sheet.sheet import draw_sheet

BY_HAND, IN_CODE = draw_sheet("7", ["conv2d-backprop:easy", "conv1d-code:easy"], "en").problems
TOLD = Remark("rests-on-unfinished", {"name": "t", "place": "line 3"})


def execution(key: str, name: str) -> Execution:
    return Execution(unfinished={(key, name): Unfinished("t", "line 3")})


@pytest.mark.parametrize(
    ("outcome", "score", "is_told"),
    [
        (Outcome.WRONG, 0, True),
        (Outcome.SLIP, 0, True),
        (Outcome.SLIP, 1, False),
        (Outcome.CORRECT, 1, False),
        (Outcome.OVER_LIMIT, 0, False),
    ],
)
def test_only_an_answer_that_lost_marks_by_its_value_is_excused(
    outcome: Outcome, score: float, is_told: bool
) -> None:
    name, other = BY_HAND.names[:2]
    fields = [FieldResult(name, outcome, score, 1), FieldResult(other, outcome, score, 1)]
    told = told_of_unfinished(BY_HAND, fields, execution("1", name))
    assert [field.remarks for field in told] == [(TOLD,) if is_told else (), ()]


def test_of_a_function_the_checks_tell_it_and_style_does_not() -> None:
    fields = [
        FieldResult("integers", Outcome.WRONG, 0, 3),
        FieldResult("decimals", Outcome.NOT_JUDGED, 0, 1, remarks=(Remark("idle"),)),
        FieldResult("one-loop", Outcome.SLIP, 0, 1),
    ]
    told = told_of_unfinished(IN_CODE, fields, execution("2", "conv1d"))
    assert [TOLD in field.remarks for field in told] == [True, False, False]
    untold = told_of_unfinished(IN_CODE, fields, execution("1", "conv1d"))
    assert list(untold) == fields
