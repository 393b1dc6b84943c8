"""A result in a terminal: marks first, then what there is to say, in 80 columns or fewer."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from grader.report.terminal import print_result
from grader.report.wording import marks
from tests.grader.report.results import FULL, FUNCTION, RESULT, TABLE

TITLES = {"1": "The table of a [b]network[/b]", "2": "A function"}


def printed(result: SheetResult, width: int = 80, *, verbose: bool = False) -> str:
    text = io.StringIO()
    console = Console(file=text, width=width, highlight=False)
    print_result(console, result, TITLES, verbose=verbose)
    return text.getvalue()


def test_the_marks_of_each_problem_and_of_all_come_first() -> None:
    first, second, total = printed(RESULT).splitlines()[:3]
    assert re.fullmatch(r"1  The table of a \[b\]network\[/b\] +2\.67/6 *", first)
    assert re.fullmatch(r"2  A function +0/3 *", second)
    assert re.fullmatch(r"   total +2\.67/9 *", total)


def test_full_marks_are_told_in_a_few_lines() -> None:
    lines = printed(FULL).splitlines()
    assert len(lines) == 4
    assert "1/1" in lines[0]
    assert lines[3] == "Marked with Python 3.13.0, NumPy 2.4.6."


def test_an_answer_that_lost_marks_is_told_with_what_was_found() -> None:
    text = " ".join(printed(RESULT).split())
    assert "conv1_rf slip 0/1 found: 6. This is the value you get if the kernel size" in text
    assert "fc1_rf wrong 0.67/1 found: [1, 2, 3]. Wrong in 2" in text
    assert "conv1_shape" not in text


def test_neighbours_of_which_the_same_is_said_are_told_together() -> None:
    assert "conv2_rf, pool2_rf  unanswered  0/2" in printed(RESULT)


def test_a_failed_check_is_told_with_its_inputs() -> None:
    text = " ".join(printed(RESULT).split())
    assert "f(x): found [1, 2], but expected [3, 4]. on x = [5, 6]" in text
    assert "ValueError: no (line 41)" in text


def test_checks_that_fail_alike_are_told_once() -> None:
    first = FUNCTION.fields[0]
    fields = (first, replace(first, name="kernel-of-one", found="[7]", inputs="x = [8]"))
    text = printed(SheetResult("s", "en", (replace(FUNCTION, fields=fields),)))
    assert "integers, kernel of one entry  wrong  0/4" in text
    assert "[7]" not in text


def test_what_went_wrong_while_the_program_ran_comes_last() -> None:
    last = printed(RESULT).splitlines()[-1]
    assert last.strip() == "line 9: NameError: <x> & \\x1b[2J\\x00 ]]>"


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = replace(
        RESULT.incidents[0], details={**RESULT.incidents[0].details, "message": "x" * 300}
    )
    text = printed(replace(RESULT, incidents=(long,)), width)
    assert max(map(len, text.splitlines())) <= width


def test_markup_of_a_student_is_shown_as_it_is() -> None:
    field = replace(TABLE.fields[1], found="[red]6[/red][/]")
    problem = ProblemResult("1", "cnn-table", "standard", (field,))
    assert "found: [red]6[/red][/]" in printed(SheetResult("s", "en", (problem,)))


@pytest.mark.parametrize("language", ["hr", "pl", "ru"])
def test_everything_is_said_in_the_language_of_the_sheet(language: str) -> None:
    text = printed(replace(RESULT, language=language))
    for word in ("total", "unanswered", "wrong", "found", "This is", "While"):
        assert word not in text


@pytest.mark.parametrize(
    ("score", "most", "shown"),
    [
        (8 / 3, 9, "2.67/9"),
        (10.0, 100.0, "10/100"),
        (0.5, 1, "0.5/1"),
        (1234.25, 2000, "1234.25/2000"),
    ],
)
def test_marks_have_two_places_at_most_and_no_zeros_at_the_end(
    score: float, most: float, shown: str
) -> None:
    assert marks(score, most) == shown


def test_on_request_it_is_told_how_each_answer_was_read_right_or_wrong() -> None:
    fields = (
        FieldResult("p", Outcome.CORRECT, 1, 1, "[0,2; 0,8]", read="[0.2, 0.8]"),
        FieldResult("L", Outcome.CORRECT, 1, 1, "1/2", read="1/2"),
        FieldResult("h", Outcome.WRONG, 0, 1, "7", remarks=(Remark("wrong"),), read="7"),
        FieldResult("s", Outcome.UNANSWERED, 0, 1, remarks=(Remark("blank"),)),
    )
    result = SheetResult(
        "practice-7", "en", (ProblemResult("2", "conv2d-backprop", "easy", fields),)
    )
    told = [line.strip() for line in printed(result, verbose=True).splitlines()[3:] if line.strip()]
    assert told == [
        "2  A function",
        *("p  correct  1/1", "written: [0,2; 0,8]; read as: [0.2, 0.8]"),
        *("L  correct  1/1", "read: 1/2"),
        *("h  wrong  0/1", "found: 7. This is not the right value."),
        *("s  unanswered  0/1", "This was left blank."),
    ]
    assert "read" not in printed(result)


def test_names_with_commas_of_their_own_are_told_apart() -> None:
    names = ("integers", "integer-vector")
    blank = (Remark("blank"),)
    fields = tuple(FieldResult(n, Outcome.UNANSWERED, 0, 1, remarks=blank) for n in names)
    problem = ProblemResult("2", "conv1d-code", "easy", fields)
    text = printed(SheetResult("practice-7", "en", (problem,)))
    assert "integers; integer vector, decimal kernel  unanswered" in text
