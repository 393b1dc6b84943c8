"""A result as the reporter of GitHub Classroom's autograding reads it.

It reads JSON in base64 from an output of a step: ``version``, ``status``, ``max_score`` and
``tests``, of which the scores are added up.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import msgspec

from grader.answers.notation import in_print
from grader.answers.outcome import Outcome
from grader.marking.marks import rounded
from grader.report.as_json import FORMAT, VERSION
from grader.report.data import ResultDocument

_FAULT = Outcome.GRADER_FAULT.value
_MOST_CHARACTERS = 500


class ClassroomError(ValueError):
    """No result that could be told: what was expected, and what came."""


def result_in(text: bytes) -> ResultDocument:
    """What ``grader check --json`` has printed. Raises ClassroomError."""
    try:
        return msgspec.json.decode(text, type=ResultDocument)
    except msgspec.DecodeError as error:
        raise ClassroomError(
            f"a result as 'grader check --json' prints it was expected, of the form {FORMAT} in "
            f"version {VERSION}, but this is none ({error})"
        ) from None


def as_output(data: ResultDocument) -> str:
    """The value of an output, in one line. Raises ClassroomError where no marks are told.

    A problem that a fault of ours has touched is an error, by which the whole run fails.
    """
    if not data["max_score"]:
        raise ClassroomError(
            "there are no marks in this result: a sheet of an assignment has them only where its "
            "key is, and that is not in a repository of a student"
        )
    tests = [*_tests(data)]
    words = {test["status"] for test in tests}
    status = next((word for word in ("error", "fail") if word in words), "pass")
    told = {"version": 1, "status": status, "max_score": _number(data["max_score"]), "tests": tests}
    return base64.b64encode(json.dumps(told, ensure_ascii=False).encode()).decode()


def _tests(data: ResultDocument) -> Iterator[Mapping[str, Any]]:
    for problem in data["problems"]:
        lost = [f for f in problem["fields"] if f["score"] < f["max_score"]]
        is_fault = any(field["outcome"] == _FAULT for field in problem["fields"])
        status = "error" if is_fault else "fail" if lost else "pass"
        said = "; ".join(
            f"{field['name']}: {field['message'] or field['outcome']}" for field in lost
        )
        yield _test(f"{problem['key']} {problem['family']}", status, problem["score"], said)
    if data["deducted"]:
        yield _test("late", "fail", -data["deducted"], "handed in late")


def _test(name: str, status: str, score: float, said: str) -> Mapping[str, Any]:
    # the reporter prints it, and a line with this in it would be a command
    message = in_print(said)[:_MOST_CHARACTERS].replace("##[", "## [") or None
    return {
        **{"name": name, "status": status, "score": _number(score), "message": message},
        **{"test_code": "", "filename": "", "line_no": 0, "duration": 0},
    }


def _number(mark: float) -> int | float:
    """A mark to two decimals, a whole one as such."""
    found = rounded(abs(mark)) * (-1 if mark < 0 else 1)
    return int(found) if found == int(found) else float(Fraction(found))
