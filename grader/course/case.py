"""One sheet of one student, as it is looked at after an appeal, with the file that answers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from grader.course.assignment import Assignment, read_assignment
from grader.course.claims import Says, said_by
from grader.course.finishing import finish
from grader.course.handed import Handed
from grader.course.issue import set_sheet
from grader.course.key import Key, read_key
from grader.course.lateness import lateness
from grader.course.matching import Match, Matching
from grader.course.overrides import Override, read_overrides
from grader.course.record import Record, Sitting, read
from grader.course.roster import (
    ROSTER,
    Student,
    comparable,
    folder_name,
    read_roster,
    require_languages,
)
from grader.course.times import Times, read_times
from grader.course.unchanged import require_unchanged
from grader.files.whole import readable
from grader.formats.table import FOR_STUDENTS, FORMATS
from grader.marking.result import SheetResult
from grader.messages.say import say
from grader.render.statement import marks_of
from grader.sheet.set_sheet import SetSheet
from grader.sheet.sheet import Problem
from problems.frozen import frozen
from problems.sentences import Language


class CaseError(ValueError):
    """No sheet that could be looked at: whose, why, and what to do."""


@frozen(eq=False)
class Course:
    """An assignment with all that says what was drawn for whom, and what was set by hand."""

    assignment: Assignment
    key: Key
    record: Record
    students: tuple[Student, ...]
    overrides: tuple[Override, ...] = ()
    times: Times = field(default_factory=Times)


def read_course(path: Path, roster: Path | None = None, times: Path | None = None) -> Course:
    """The assignment of a file or folder, with all that belongs to it.

    Raises AssignmentError, CourseKeyError, RecordError, ChangedError, RosterError, OverrideError
    and TimesError, each in a line or two for the lecturer.
    """
    assignment = read_assignment(path)
    key = read_key(assignment.folder)
    deadline = assignment.handing_in.deadline
    zone = deadline.tzinfo if deadline else None
    record = read(assignment.folder, assignment.id)
    require_unchanged(assignment, key, record)
    where = roster or assignment.folder / ROSTER
    students = read_roster(where)
    require_languages(students, assignment.languages, where)
    overrides = read_overrides(assignment.folder)
    known = read_times(times, zone) if times else Times()
    return Course(assignment, key, record, tuple(students), tuple(overrides), known)


@frozen(eq=False)
class Case:
    """The sheet of a student at an attempt, and the file that answers it, if one is looked at."""

    course: Course
    student: Student
    sitting: Sitting
    set_sheet: SetSheet
    handed: Handed | None = None

    def in_language(self, language: Language | None) -> Case:
        """The same with its sheet in another language; as it is for None."""
        if language is None:
            return self
        return replace(self, set_sheet=replace(self.set_sheet, language=language))

    def finished(self, result: SheetResult) -> SheetResult:
        """What marks come to in the points of the assignment, with what was set by hand."""
        assert self.handed is not None
        sheet = self.set_sheet.sheet()
        return finish(result, self.course.assignment, self.handed, self.course.overrides, sheet)


def case_of(course: Course, student: Student, attempt: int | None = None) -> Case:
    """The sheet of a student: of an attempt, or the only one. Raises CaseError."""
    own = _sittings(course, student)
    if attempt is None and len(own) > 1:
        told = ", ".join(str(one.attempt) for one in own)
        raise CaseError(f"{student.id} has sheets of attempts {told}; say which one with --attempt")
    for sitting in own:
        if attempt in (None, sitting.attempt):
            return _case(course, student, sitting)
    which = "" if attempt is None else f" of attempt {attempt}"
    raise CaseError(f"{student.id} has no sheet{which} yet; 'grader generate' draws it")


def case_of_file(
    course: Course, file: Path, student: Student | None = None, attempt: int | None = None
) -> Case:
    """The sheet that a file answers, by what stands in its path and header, as in a batch.

    With a ``student`` the path says nothing. Raises CaseError, also for what earns nothing, and
    OSError.
    """
    assignment = course.assignment
    said, name = said_by(file), readable(str(file))
    path = "/".join(file.absolute().parts[-_PARTS:])
    owner = None if student is None else comparable(student.id)
    matching = Matching(assignment, course.key, course.record, course.students)
    match = matching.match(path, said, owner)
    if match.student is None:
        raise CaseError(f"{name}: {match.about}; say whose it is with --student")
    if match.sitting is None:
        raise CaseError(f"{name}: {_why(match)}")
    who = next(each for each in course.students if comparable(each.id) == match.student)
    sitting = match.sitting
    if isinstance(said.header, Says) and not said.codes:  # nothing says which of several it is
        sitting = case_of(course, who, attempt).sitting
    elif attempt not in (None, sitting.attempt):
        raise CaseError(
            f"{name}: this is a sheet of attempt {sitting.attempt}, but --attempt {attempt} was "
            "asked for; leave it out"
        )
    when = _when(course, file, match.student)
    handed = Handed(name, replace(match, sitting=sitting), when, lateness(assignment, who.id, when))
    return replace(_case(course, who, sitting), handed=handed)


def _when(course: Course, file: Path, student: str) -> datetime | None:
    """When a file was handed in; how much of its path a table names is not known here."""
    parts = file.absolute().parts
    names = ("/".join(parts[-number:]) for number in range(_PARTS, 0, -1))
    moments = (course.times.of(name, student) for name in names)
    return next((moment for moment in moments if moment is not None), None)


_PARTS = 3
"""So many of the last parts of a path may say whose a file is."""


def _why(match: Match) -> str:
    if match.refusal is None:
        return match.about
    return say("en", f"handed.{match.refusal.key}", **match.refusal.details) + f" ({match.about})"


def _sittings(course: Course, student: Student) -> list[Sitting]:
    revision, key = course.assignment.revision, comparable(student.id)
    found = [
        one for one in course.record.sittings if (one.revision, one.student) == (revision, key)
    ]
    return sorted(found, key=lambda one: one.attempt)


def _case(course: Course, student: Student, sitting: Sitting) -> Case:
    problems = course.record.problems(sitting)
    redrawn = course.record.redrawn(sitting)
    given = set_sheet(course.assignment, course.key, student, sitting, problems, redrawn)
    return Case(course, student, sitting, given)


def worth_of_fields(problem: Problem) -> Mapping[str, Fraction]:
    """The points of each blank, check and rule of a problem, by its name."""
    every = marks_of(problem.variant).items()
    return {name: Fraction(problem.points_for(name, marks)) for name, marks in every}


def handed_out_in(course: Course, folder: Path) -> str | None:
    """The name of a file in a folder, or in one of a student in it, that students are given."""
    try:
        there = {entry.name for entry in folder.iterdir()}
    except OSError:
        return None
    own = (folder_name(student) for student in course.students)
    for place in (folder, *(folder / name for name in own if name in there)):
        for pattern in (*_handed_out(course.assignment.id), "feedback.html", "feedback.txt"):
            for found in place.glob(pattern):
                return readable(str(found))
    return None


def _handed_out(name: str) -> Iterator[str]:
    """Patterns of the files of sheets, in all forms that students are given."""
    for ending in (FORMATS[each].ending for each in FOR_STUDENTS):
        yield from (f"{name}.{ending}", f"{name}-[0-9]*.{ending}")
