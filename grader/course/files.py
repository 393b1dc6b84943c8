"""The files that a class has handed in: whose each is, and by which sheet it is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from grader.course.assignment import Assignment
from grader.course.case import Course
from grader.course.claims import Said, Says, said_by
from grader.course.gradescope import exported_in, told_by
from grader.course.handed import Handed
from grader.course.issue import unweighed_sheet
from grader.course.lateness import Timing, lateness
from grader.course.matching import Matching
from grader.course.overrides import Override, overrides_of
from grader.course.roster import comparable
from grader.course.times import is_late_by_name
from grader.files.whole import readable
from grader.sheet.set_sheet import SetSheet


def handed_in(course: Course, folder: Path, paths: Sequence[Path]) -> dict[Path, Handed]:
    """Whose each file below a folder is, and when it came."""
    matching = Matching(course.assignment, course.key, course.record, course.students)
    exported = exported_in(folder)
    handed: dict[Path, Handed] = {}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            said = said_by(path)
        except OSError:
            said = Said(Says.NOTHING)  # why is said when it is marked
        export = told_by(exported, name)
        match = matching.match(name, said, also=export.names if export else ())
        when = None if match.student is None else course.times.of(name, match.student)
        if when is None and match.student is not None and export is not None:
            when = export.created
        late = None
        if match.sitting is not None:
            late = lateness(course.assignment, match.sitting.student, when)
            if late.timing is Timing.UNKNOWN and is_late_by_name(name):
                about = (
                    "marked as late by Canvas, which does not say when; give its time by --times"
                )
                both = "; ".join(text for text in (match.about, about) if text)
                match = replace(match, about=both)
        handed[path] = Handed(readable(name), match, when, late)
    return handed


class SheetsOf(Mapping[Path, SetSheet]):
    """The sheets by which files are marked, each made from the record when it is asked for.

    What their blanks are worth is for who marks by them: `issue.weighed`.
    """

    def __init__(self, course: Course, handed: Mapping[Path, Handed]) -> None:
        self._course = course
        self._students = {comparable(student.id): student for student in course.students}
        self._handed = {path: each for path, each in handed.items() if each.sitting is not None}

    def __getitem__(self, path: Path) -> SetSheet:
        sitting = self._handed[path].sitting
        assert sitting is not None
        record = self._course.record
        return unweighed_sheet(
            self._course.assignment,
            self._course.key,
            self._students[sitting.student],
            sitting,
            record.problems(sitting),
            record.redrawn(sitting),
        )

    def __iter__(self) -> Iterator[Path]:
        return iter(self._handed)

    def __len__(self) -> int:
        return len(self._handed)


def rests_on(assignment: Assignment, handed: Handed, overrides: Sequence[Override]) -> str:
    """What a result rests on beside its file and sheet: the assignment, overrides, lateness."""
    sitting = handed.sitting
    assert sitting is not None
    own = overrides_of(overrides, sitting.student, sitting.revision, sitting.attempt)
    return repr([assignment.digest, [*own.values()], handed.lateness])
