"""What GitHub Classroom's reporter adds up is what was earned."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from grader.exports.classroom import ClassroomError, as_output, result_in
from grader.report.as_json import as_document
from tests.grader.report.results import FULL, RESULT


def told(document: dict[str, Any]) -> dict[str, Any]:
    """As the reporter reads it: JSON in base64, in one line."""
    output = as_output(result_in(json.dumps(document).encode()))
    assert output.isascii()
    assert len(output.split()) == 1
    found: dict[str, Any] = json.loads(base64.b64decode(output, validate=True))
    return found


def test_scores_are_told_by_problem() -> None:
    found = told(as_document(RESULT))
    assert (found["version"], found["status"], found["max_score"]) == (1, "error", 9)
    assert [(test["name"], test["status"], test["score"]) for test in found["tests"]] == [
        ("1 cnn-table", "fail", 2.67),
        ("2 conv1d-code", "error", 0),
    ]
    assert set(found["tests"][0]) == {
        *("name", "status", "score", "message", "test_code", "filename", "line_no", "duration"),
    }


def test_full_marks_pass() -> None:
    found = told(as_document(FULL))
    assert (found["status"], [test["score"] for test in found["tests"]]) == ("pass", [1])
    assert found["tests"][0]["message"] is None


def test_what_being_late_costs_is_taken_off_the_sum() -> None:
    document = as_document(FULL) | {"deducted": 0.25, "score": 0.75}
    found = told(document)
    assert sum(test["score"] for test in found["tests"]) == 0.75
    assert found["status"] == "fail"


def test_no_message_is_a_command_where_it_is_printed() -> None:
    document = as_document(FULL)
    field = document["problems"][0]["fields"][0]
    field |= {"score": 0, "message": "line\n::error::x ##[add-mask]y"}
    (test,) = told(document)["tests"]
    assert "##[" not in test["message"]
    assert "\n" not in test["message"]


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b'{"format": "grader-batch", "version": 1, "submissions": []}']
)
def test_what_is_no_result_is_refused(text: bytes) -> None:
    with pytest.raises(ClassroomError, match=r"a result as 'grader check --json' prints it"):
        result_in(text)


def test_a_result_without_marks_is_refused() -> None:
    with pytest.raises(ClassroomError, match=r"there are no marks in this result"):
        told(as_document(FULL) | {"max_score": 0})
