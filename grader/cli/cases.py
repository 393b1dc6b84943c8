"""What the commands for one sheet share: a course, a case in it, and its file marked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.cli import refuse
from grader.cli.courses import chosen, told
from grader.course.assignment import AssignmentError
from grader.course.case import (
    Case,
    CaseError,
    Course,
    case_of,
    case_of_file,
    handed_out_in,
    read_course,
)
from grader.course.key import CourseKeyError
from grader.course.overrides import OverrideError
from grader.course.record import RecordError
from grader.course.roster import RosterError, Student
from grader.course.times import TimesError
from grader.course.unchanged import ChangedError
from grader.files.whole import readable
from grader.grading.grade import grade
from grader.intake.submission import Submission, read_submission
from grader.marking.result import SheetResult
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.sandbox import NoSandboxError, Sandbox
from grader.sheet.sheet import Sheet, SheetError


def course_in(path: Path, roster: Path | None = None, times: Path | None = None) -> Course:
    """The assignment of a file or folder, with its key, record, roster and overrides."""
    with told(
        *(AssignmentError, CourseKeyError, RecordError, ChangedError, RosterError),
        *(OverrideError, TimesError),
    ):
        return read_course(path, roster, times)


def student_in(course: Course, student_id: str) -> Student:
    """The student of this id."""
    return chosen(course.students, [student_id])[0]


def case_in(
    course: Course, student: Student | None, attempt: int | None, file: Path | None = None
) -> Case:
    """The sheet of a student, or the one that a file answers."""
    with _told_of_case():
        if file is not None:
            return case_of_file(course, file, student, attempt)
        assert student is not None
        return case_of(course, student, attempt)


@contextmanager
def _told_of_case() -> Iterator[None]:
    try:
        yield
    except CaseError as error:
        raise refuse(str(error)) from None
    except OSError as error:
        name = readable(str(error.filename))
        raise refuse(f"{name}: the file cannot be read ({error.strerror})") from None


def require_not_handed_out(course: Course, path: Path) -> None:
    """Refuses to write where students are given what lies there: it solves a sheet."""
    target = path.resolve()
    for folder in target.parents:
        if folder == course.assignment.folder.resolve():
            break
        if (found := handed_out_in(course, folder)) is not None:
            raise refuse(
                f"{readable(str(path))}: a folder that no student is given was expected, since "
                f"this solves a sheet, but {found} lies there; choose another, such as "
                f"{readable(str(course.assignment.folder / 'private'))}"
            )


def marked_in(
    assignment: Path,
    file: Path,
    sandbox: Sandbox,
    student_id: str | None,
    attempt: int | None,
    roster: Path | None,
    times: Path | None,
) -> tuple[SheetResult, Sheet]:
    """A file marked by the sheet that it answers, in the points of the assignment."""
    course = course_in(assignment, roster, times)
    student = None if student_id is None else student_in(course, student_id)
    case = case_in(course, student, attempt, file)
    return marked_case(case, submission_to(case, file), sandbox)


def submission_to(case: Case, file: Path) -> Submission:
    """What answers the sheet of a case."""
    try:
        return read_submission(file, case.set_sheet)
    except SheetError as error:
        raise refuse(str(error), error.language) from None


def marked_case(case: Case, submission: Submission, sandbox: Sandbox) -> tuple[SheetResult, Sheet]:
    """The marks of a submission in the points of the assignment, with what was set by hand."""
    limits = case.course.assignment.limits
    try:
        result = grade(submission, limits=limits, sandbox=sandbox)
    except (NoSandboxError, MissingModuleError) as error:
        raise refuse(str(error)) from None
    return case.finished(result), submission.sheet
