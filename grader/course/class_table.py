"""The marks of a class: one line per student of the roster, as CSV, and all of it as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import Annotated, Any, Literal, TypedDict, cast

from msgspec import Meta

from grader.answers.notation import in_print
from grader.course.assignment import Assignment
from grader.course.counting import Standing, Status
from grader.files.cells import harmless, lines_of
from grader.files.json_text import json_with_list
from grader.report.data import ResultData

FORMAT, VERSION = "grader-class", 1
_BYTE_ORDER_MARK = "\ufeff"
_OWN = ("student", "name")


def as_csv(
    assignment: Assignment, standings: Sequence[Standing], *, for_spreadsheets: bool = False
) -> Iterator[str]:
    """One line per student, with the columns of the roster and one for each problem.

    ``for_spreadsheets`` writes semicolons and decimal commas, with a mark of UTF-8 in front, as
    spreadsheets of many countries read it. The lines come one by one.
    """
    if for_spreadsheets:
        yield _BYTE_ORDER_MARK
    rows = _rows(assignment, standings, comma=for_spreadsheets)
    yield from lines_of(rows, ";" if for_spreadsheets else ",")


def _rows(
    assignment: Assignment, standings: Sequence[Standing], *, comma: bool
) -> Iterator[list[str]]:
    of_roster = list(dict.fromkeys(column for each in standings for column in each.student.others))
    problems = [f"problem {problem.key}" for problem in assignment.problems]
    head = [*_OWN, *of_roster, *problems, "late", "score", "max_score"]
    yield [*map(_safe, head), "status", "attempt", "handed_in", "file", "notes"]
    for each in standings:
        row = [each.student.id, each.student.name]
        row += [each.student.others.get(column, "") for column in of_roster]
        shown = [_number(number, comma=comma) for number in _numbers(assignment, each)]
        yield [*map(_safe, row), *shown, *map(_safe, _rest(each))]


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
    return harmless(in_print(text))


class StudentData(TypedDict):
    """What one student of the roster gets."""

    student: str
    name: str
    status: Status
    file: Annotated[str | None, Meta(description="The file that counts.")]
    attempt: Annotated[int | None, Meta(description="Which of the student's sheets it answers.")]
    handed_in: Annotated[str | None, Meta(description="When, in ISO 8601; null: nobody knows.")]
    notes: Annotated[list[str], Meta(description="What was odd, for the lecturer.")]
    other_files: Annotated[list[str], Meta(description="Those that do not count.")]
    replay: Annotated[
        str | None,
        Meta(
            description="Marks it again, in the folder of the assignment; with a field, that one."
        ),
    ]
    result: ResultData | None


class ClassDocument(TypedDict):
    """What ``grader batch ASSIGNMENT FOLDER --json`` writes."""

    format: Literal["grader-class"]
    version: Literal[1]
    assignment: str
    revision: int
    students: list[StudentData]
    unmatched: Annotated[list[str], Meta(description="Files of which nobody knows whose they are.")]


def as_json(
    assignment: Assignment, standings: Sequence[Standing], unmatched: Sequence[str]
) -> Iterator[str]:
    """All results, by student, and the files of which nobody can tell whose they are.

    The text comes in parts, so that no more than one result is held at a time.
    """
    head: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    head |= {"assignment": assignment.id, "revision": assignment.revision}
    students = (_student(each) for each in standings)
    return json_with_list(head, "students", students, {"unmatched": list(unmatched)})


def _student(standing: Standing) -> StudentData:
    counted = standing.counted
    when = None if counted is None else counted.handed.when
    data = None if counted is None else counted.data
    return {
        "student": standing.student.id,
        "name": standing.student.name,
        "status": standing.status,
        "file": None if counted is None else counted.handed.name,
        "attempt": None if counted is None else counted.attempt,
        "handed_in": None if when is None else when.isoformat(),
        "notes": list(standing.notes),
        "other_files": [file.handed.name for file in standing.others],
        "replay": None if counted is None else f"grader replay {quote(standing.student.id)}",
        "result": None if data is None else cast(ResultData, dict(data)),
    }
