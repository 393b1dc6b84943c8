"""The marks of a class: one line per student of the roster, as CSV, and all of it as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from grader.answers.notation import in_print
from grader.course.assignment import Assignment
from grader.course.counting import Standing

_BYTE_ORDER_MARK = "\ufeff"
_OWN = ("student", "name")


def as_csv(
    assignment: Assignment, standings: Sequence[Standing], *, for_spreadsheets: bool = False
) -> str:
    """One line per student, with the columns of the roster and one for each problem.

    ``for_spreadsheets`` writes semicolons and decimal commas, with a mark of UTF-8 in front, as
    spreadsheets of many countries read it.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if for_spreadsheets else ",", lineterminator="\n")
    of_roster = list(dict.fromkeys(column for each in standings for column in each.student.others))
    problems = [f"problem {problem.key}" for problem in assignment.problems]
    head = [*_OWN, *of_roster, *problems, "late", "score", "max_score"]
    writer.writerow([*map(_safe, head), "status", "attempt", "handed_in", "file", "notes"])
    for each in standings:
        row = [each.student.id, each.student.name]
        row += [each.student.others.get(column, "") for column in of_roster]
        numbers = _numbers(assignment, each)
        shown = [_number(number, comma=for_spreadsheets) for number in numbers]
        writer.writerow([*map(_safe, row), *shown, *map(_safe, _rest(each))])
    return (_BYTE_ORDER_MARK if for_spreadsheets else "") + text.getvalue()


def _numbers(assignment: Assignment, standing: Standing) -> list[float | None]:
    """The points of each problem, what lateness costs, all together, and those that there are."""
    data = None if standing.counted is None else standing.counted.data
    if data is None:
        if standing.status == "grader-fault":  # it is not a 0 that the student has earned
            return [None] * (len(assignment.problems) + 3)
        return [*(0.0 for _ in assignment.problems), 0.0, 0.0, None]
    earned = [float(problem["score"]) for problem in data["problems"]]
    return [*earned, -float(data["deducted"]), float(data["score"]), float(data["max_score"])]


def _number(number: float | None, *, comma: bool) -> str:
    if number is None:
        return ""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.replace(".", ",") if comma else text


def _rest(standing: Standing) -> list[str]:
    handed = None if standing.counted is None else standing.counted.handed
    when = "" if handed is None or handed.when is None else handed.when.isoformat(" ", "minutes")
    attempt = "" if standing.counted is None else str(standing.counted.attempt)
    name = "" if handed is None else handed.name
    return [standing.status, attempt, when, name, "; ".join(standing.notes)]


def _safe(text: str) -> str:
    """A cell of one line that no spreadsheet takes for a formula."""
    text = in_print(text)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def as_json(assignment: Assignment, standings: Sequence[Standing], unmatched: Sequence[str]) -> str:
    """All results, by student, and the files of which nobody can tell whose they are."""
    told = {
        "assignment": assignment.id,
        "revision": assignment.revision,
        "students": [_student(each) for each in standings],
        "unmatched": list(unmatched),
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _student(standing: Standing) -> dict[str, Any]:
    counted = standing.counted
    return {
        "student": standing.student.id,
        "name": standing.student.name,
        "status": standing.status,
        "file": None if counted is None else counted.handed.name,
        "attempt": None if counted is None else counted.attempt,
        "handed_in": None
        if counted is None or counted.handed.when is None
        else counted.handed.when.isoformat(),
        "notes": list(standing.notes),
        "other_files": [file.handed.name for file in standing.others],
        "result": None if counted is None or counted.data is None else dict(counted.data),
    }
