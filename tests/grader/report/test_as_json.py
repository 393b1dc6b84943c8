"""A result as plain data holds everything, in types that stay."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from grader.report.as_json import as_data, number
from tests.grader.report.results import FULL, RESULT


def test_a_result_is_plain_data_that_survives_json() -> None:
    data = as_data(RESULT)
    assert json.loads(json.dumps(data)) == data
    assert list(data) == [
        *("sheet", "as_drawn", "draw", "odd_header", "score", "max_score", "deducted"),
        *("problems", "incidents"),
        *("confinement", "limits_met", "met_wall_clock", "versions"),
    ]
    assert as_data(FULL)["versions"] == {"python": "3.13.0", "numpy": "2.4.6"}
    assert (data["sheet"], data["score"], data["max_score"]) == ("practice-7", 2.6667, 9)


def test_a_problem_has_its_own_score() -> None:
    table, function = as_data(RESULT)["problems"]
    assert {key: value for key, value in table.items() if key != "fields"} == {
        "key": "1",
        "family": "cnn-table",
        "level": "standard",
        "example": None,
        "as_drawn": True,
        "draw": "as drawn",
        "score": 2.6667,
        "max_score": 6,
        "set_by_hand": None,
        "style_score": 0,
        "style_max_score": 0,
    }
    assert (function["score"], function["max_score"]) == (0, 3)


def test_a_field_says_what_was_found_and_why_marks_were_lost() -> None:
    slip = as_data(RESULT)["problems"][0]["fields"][1]
    message = slip.pop("message")
    assert slip == {
        "name": "conv1_rf",
        "outcome": "slip",
        "score": 0,
        "max_score": 1,
        "found": "6",
        "read": None,
        "expected": None,
        "slips": ["kernel-not-reduced"],
        "inputs": None,
        "style": False,
    }
    assert message.startswith("This is the value you get if the kernel size")


def test_a_failed_check_has_what_was_expected_and_its_inputs() -> None:
    check = as_data(RESULT)["problems"][1]["fields"][0]
    assert (check["found"], check["expected"], check["inputs"]) == (
        "[1, 2]",
        "[3, 4]",
        "x = [5, 6]",
    )


def test_a_right_answer_has_nothing_to_say() -> None:
    assert as_data(FULL)["problems"][0]["fields"][0]["message"] == ""


def test_control_characters_of_a_student_do_nothing() -> None:
    (incident,) = as_data(RESULT)["incidents"]
    assert incident == "line 9: NameError: <x> & \\x1b[2J\\x00 ]]>"


@pytest.mark.parametrize(("score", "shown"), [(3.0, 3), (3, 3), (2 / 3, 0.6667), (0.25, 0.25)])
def test_whole_marks_are_integers_and_parts_have_four_places(score: float, shown: object) -> None:
    assert (number(score), type(number(score))) == (shown, type(shown))


@pytest.mark.parametrize(
    ("met", "of_wall_clock"), [((), False), (("cpu", "memory"), False), (("memory", "time"), True)]
)
def test_limits_that_were_met_are_named_and_those_of_wall_clock_told_apart(
    met: tuple[str, ...], of_wall_clock: bool
) -> None:
    data = as_data(replace(FULL, limits_met=met))
    assert (data["limits_met"], data["met_wall_clock"]) == (list(met), of_wall_clock)
