"""Classes that exports are made of: one student of each kind."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from grader.course.assignment import Assignment
from grader.course.counting import MarkedFile, Standing
from grader.course.handed import Handed
from grader.course.matching import Match, Refusal
from grader.course.record import Sitting
from grader.course.roster import Student
from grader.report.as_json import as_data
from tests.grader.course.courses import BY_HAND, DEADLINE, HEAD, course_in
from tests.grader.report.results import FULL, RESULT

WHEN = datetime(2026, 12, 15, 23, 58, tzinfo=ZoneInfo("Europe/Zagreb"))


def assignment_in(folder: Path) -> Assignment:
    return course_in(folder / "hw3", HEAD + DEADLINE + BY_HAND).assignment


def student(student_id: str, name: str = "", **others: str) -> Student:
    return Student(student_id, name, others=others)


def file_of(student_id: str, name: str = "", data: object = None, **more: object) -> MarkedFile:
    """A file that a student handed in on time, with the result of all that there is to show."""
    match = Match(student_id, Sitting(1, student_id, 1))
    handed = Handed(name or f"{student_id}/hw3.py", match, WHEN)
    return MarkedFile(handed, as_data(RESULT) if data is None else data, **more)  # type: ignore[arg-type]


def marked(who: Student, score: float | None = None, of: float = 9) -> Standing:
    """A student with a result; with a score, that of the whole."""
    data = as_data(RESULT)
    for problem in data["problems"]:  # without the fault of ours
        problem["fields"] = [f for f in problem["fields"] if f["outcome"] != "grader-fault"]
    if score is not None:
        data |= {"score": score, "max_score": of}
    return Standing(who, file_of(who.id, data=data))


def missing(who: Student) -> Standing:
    return Standing(who)


def refused(who: Student) -> Standing:
    match = Match(who.id, None, Refusal("practice"))
    file = MarkedFile(Handed(f"{who.id}/hw3.py", match), None)
    return Standing(who, None, (file,), ("hw3.py: a practice sheet",))


def unusable(who: Student) -> Standing:
    file = MarkedFile(Handed(f"{who.id}/hw3.py", Match(who.id)), None, "=no sheet <&")
    return Standing(who, None, (file,), ("hw3.py: =no sheet <&",))


def faulty(who: Student) -> Standing:
    file = MarkedFile(Handed(f"{who.id}/hw3.py", Match(who.id)), None, "a fault", is_our_fault=True)
    return Standing(who, None, (file,), ("hw3.py: a fault",))


def partly_faulty(who: Student) -> Standing:
    """One of whose problems a part could not be marked through a fault of ours."""
    return Standing(who, file_of(who.id, is_our_fault=True))


FULL_DATA = as_data(FULL)
