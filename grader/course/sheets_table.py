"""The lecturer's table of an assignment: which code each student's sheet has, and what is on it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from grader.course.assignment import Assignment
from grader.course.issue import code_of
from grader.course.key import Key
from grader.course.record import PRIVATE, Record
from grader.course.roster import Student, comparable
from grader.files.whole import write_whole
from grader.sheet.recorded import Recorded

NAME = "sheets.csv"
COLUMNS = ("student", "name", "revision", "attempt", "code", "problems", "redrawn")


def write_table(
    assignment: Assignment, key: Key, record: Record, students: Sequence[Student]
) -> Path:
    """Write the table of all sheets that were drawn, beside the record. Raises UnwritableError."""
    names = {comparable(student.id): student.name for student in students}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for sitting in record.sittings:
        drawn = record.of(sitting)
        code = code_of(assignment, key, sitting, record.redrawn(sitting))
        asked = " ".join(_request(one.problem) for one in drawn)
        reasons = "; ".join(f"{one.problem.key}: {one.reason}" for one in drawn if one.reason)
        name = names.get(sitting.student, "")
        writer.writerow(
            [sitting.student, name, sitting.revision, sitting.attempt, code, asked, reasons]
        )
    path = assignment.folder / PRIVATE / NAME
    write_whole(path, text.getvalue())
    return path


def _request(problem: Recorded) -> str:
    if problem.example is not None:
        return f"{problem.family}@{problem.example}"
    return f"{problem.family}:{problem.level}"
