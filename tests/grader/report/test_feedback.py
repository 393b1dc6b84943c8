"""How much of a result is told: all, hints without right values, or marks alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from grader.answers.outcome import Outcome
from grader.grading.grade import grade_file
from grader.marking.compared import Compared
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from grader.report.as_json import as_data
from grader.report.as_page import as_page
from grader.report.feedback import (
    Feedback,
    FeedbackError,
    Level,
    as_told,
    parse_feedback,
    unused_patterns,
)
from grader.report.junit import as_junit
from grader.report.terminal import print_result
from grader.sheet.header import header_lines
from grader.sheet.sheet import draw_sheet
from tests.warm import warm_sandbox

HINTS, SCORE = Feedback(Level.HINTS), Feedback(Level.SCORE)
SHEET = draw_sheet("3", ["cnn-table:easy", "conv1d-code:easy"], "en")


def one_field(*remarks: Remark, outcome: Outcome = Outcome.WRONG) -> FieldResult:
    return FieldResult(
        *("plain", outcome, 0.0, 3.0, "314", "271", ("kernel-flipped",), remarks, "x = 1"),
        compared=Compared(np.zeros(2), np.ones(2), np.ones(2, dtype=bool)),
    )


def told(field: FieldResult, feedback: Feedback) -> FieldResult:
    problem = ProblemResult("2", "conv1d-code", "easy", (field,))
    (found,) = as_told(SheetResult("s", "en", (problem,)), feedback).problems
    return found.fields[0]


def every_output(result: SheetResult) -> Iterator[str]:
    titles = {problem.key: "" for problem in result.problems}
    console = Console(file=StringIO(), width=200)
    print_result(console, result, titles, verbose=True)
    assert isinstance(console.file, StringIO)
    yield console.file.getvalue()
    yield json.dumps(as_data(result))
    yield as_junit(result)
    yield re.sub(r"base64,[^)]*", "", as_page(result, titles))


def test_in_full_nothing_is_left_out() -> None:
    field = one_field(Remark("check-value", {"what": "f", "found": "1", "expected": "2"}))
    assert told(field, Feedback()) is field


def test_hints_name_no_right_value_but_what_was_found_and_the_mistake() -> None:
    value = Remark("check-value", {"what": "f(x)", "found": "314", "expected": "271"})
    field = told(one_field(Remark("check-slip", {"slips": ("kernel-flipped",)}), value), HINTS)
    assert [one.key for one in field.remarks] == ["check-slip", "check-found"]
    assert (field.found, field.expected, field.compared) == ("314", None, None)
    assert field.slips == ("kernel-flipped",)


@pytest.mark.parametrize("outcome", [Outcome.SLIP, Outcome.CRASHED, Outcome.UNREADABLE])
def test_the_score_alone_says_right_or_wrong(outcome: Outcome) -> None:
    field = told(one_field(Remark("wrong"), outcome=outcome), SCORE)
    assert field == FieldResult("plain", Outcome.WRONG, 0.0, 3.0)


@pytest.mark.parametrize("outcome", [Outcome.UNANSWERED, Outcome.GRADER_FAULT])
def test_the_score_says_why_there_was_nothing_to_judge(outcome: Outcome) -> None:
    field = told(one_field(Remark("blank"), outcome=outcome), SCORE)
    assert (field.outcome, field.remarks) == (outcome, (Remark("blank"),))


def test_a_level_holds_for_all_or_for_problems_and_checks_and_the_last_one_counts() -> None:
    feedback = parse_feedback(["hints", "2=score", "2.plain*=full", "2.plain-hidden=score"])
    levels = [feedback.of(*each) for each in (("1", "x"), ("2", "edge"), ("2", "plain"))]
    assert levels == [Level.HINTS, Level.SCORE, Level.FULL]
    assert feedback.of("2", "plain-hidden") is Level.SCORE


@pytest.mark.parametrize("text", ["", "all", "2=", "=score", "2=3=marks"])
def test_what_is_no_level_is_refused(text: str) -> None:
    with pytest.raises(FeedbackError, match=r"level|before the ="):
        parse_feedback([text])


def test_patterns_that_fit_nothing_are_known() -> None:
    result = SheetResult("s", "en", (ProblemResult("2", "f", "easy", (one_field(),)),))
    feedback = parse_feedback(["2=score", "2.plain=hints", "3=score", "2.none*=full"])
    assert unused_patterns(feedback, result) == ["3", "2.none*"]


def wrong_submission(folder: Path) -> SheetResult:
    """A sheet with a wrong answer in each blank, and a function that gives zeros."""
    path = folder / "submission.py"
    names = [asked.name for asked in SHEET.problems[0].variant.working.asked]
    shape = ("shape", '"1x1x1"')
    blanks = [f"{name} = {shape[1] if shape[0] in name else 987}" for name in names]
    program = "import numpy as np\ndef conv1d(vector, kernel):\n    return vector[:2] * 0.0 + 0.321"
    lines = [*header_lines(SHEET), "# %% problem 1", *blanks, "# %% problem 2", program]
    path.write_text("\n".join(lines), encoding="utf-8")
    return grade_file(path, sandbox=warm_sandbox())


def test_no_output_has_a_right_value_where_hints_are_told(tmp_path: Path) -> None:
    result = wrong_submission(tmp_path)
    code = result.problems[1]
    right = {field.expected for field in code.fields if field.expected}
    assert right
    assert any(one in text for one in right for text in every_output(result))
    for text in every_output(as_told(result, HINTS)):
        assert not [one for one in right if one in text]
        assert "expected" not in text.replace('"expected": null', "")


def test_no_output_has_more_than_marks_where_these_are_told(tmp_path: Path) -> None:
    result = as_told(wrong_submission(tmp_path), SCORE)
    for text in every_output(result):
        assert "0.321" not in text
        assert "kernel = " not in text
    assert (result.score, result.max_score) == (0, wrong_submission(tmp_path).max_score)
