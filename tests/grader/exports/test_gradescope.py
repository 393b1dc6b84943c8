"""``results.json`` has what Gradescope reads, and nothing that its student may not be told."""

from __future__ import annotations

import json

from grader.exports.gradescope import as_results, results_of_refusal, text_of
from grader.report.feedback import Feedback, Level, as_told
from tests.grader.report.results import FULL, RESULT

TITLES = {"1": "Layers", "2": "Convolution"}
TOP = {
    *("score", "execution_time", "output", "output_format", "test_output_format"),
    *("test_name_format", "visibility", "stdout_visibility", "extra_data", "tests", "leaderboard"),
}
TEST = {
    *("score", "max_score", "status", "name", "name_format", "number", "output", "output_format"),
    *("tags", "visibility", "extra_data"),
}
"""All that Gradescope knows by name."""


def test_it_has_only_what_gradescope_knows() -> None:
    found = json.loads(text_of(as_results(RESULT, TITLES)))
    assert set(found) <= TOP
    assert all(set(test) <= TEST for test in found["tests"])
    assert (found["score"], found["extra_data"]["max_score"]) == (2.6667, 9)
    assert found["stdout_visibility"] == "hidden"


def test_each_field_is_a_test_with_its_marks() -> None:
    tests = {test["number"]: test for test in as_results(RESULT, TITLES)["tests"]}
    assert list(tests) == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3"]
    right, slip = tests["1.1"], tests["1.2"]
    assert (right["name"], right["status"], right["score"]) == ("Layers: conv1_shape", "passed", 1)
    assert (slip["status"], slip["score"], slip["tags"]) == ("failed", 0, ["slip"])
    assert slip["output"].startswith("slip\nThis is the value you get if")
    assert tests["1.3"]["status"] == "passed"
    assert tests["2.1"]["output"].endswith("x = [5, 6]")
    assert tests["2.3"]["status"] == "failed"


def test_the_sum_of_tests_is_the_score_where_nothing_is_deducted() -> None:
    found = as_results(RESULT, TITLES)
    assert round(sum(test["score"] for test in found["tests"]), 3) == round(found["score"], 3)


def test_what_a_program_did_is_told_as_text_without_signs_that_act() -> None:
    found = as_results(RESULT, TITLES)
    assert found["output"] == "line 9: NameError: <x> & \\x1b[2J\\x00 ]]>"
    assert {found["output_format"], found["test_output_format"], found["test_name_format"]} == {
        "text"
    }


def test_a_feedback_level_is_obeyed() -> None:
    told = as_told(RESULT, Feedback(Level.SCORE))
    text = text_of(as_results(told, TITLES))
    assert "[3, 4]" not in text
    assert "This is the value you get" not in text
    assert "[3, 4]" in text_of(as_results(RESULT, TITLES))


def test_what_cannot_be_marked_earns_nothing_and_says_why() -> None:
    found = results_of_refusal("hand in\x1b one file")
    assert (found["score"], found["output"], found["tests"]) == (0, "hand in\\x1b one file", [])
    assert set(found) <= TOP


def test_full_marks_are_those_of_the_sheet() -> None:
    found = as_results(FULL, {"1": "One"})
    assert found["score"] == 1
    assert "Python 3.13.0" in found["output"]
