"""How the submissions of a run are marked: by which sheets, under which conditions, and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from grader.course.assignment import AssignmentError
from grader.course.case import Case, CaseError, Course, case_of_file, read_course
from grader.course.key import CourseKeyError
from grader.course.overrides import OverrideError
from grader.course.record import RecordError
from grader.course.roster import RosterError
from grader.course.unchanged import ChangedError
from grader.files.whole import readable
from grader.grading import assignment as practice
from grader.grading.batch import Conditions, Finish, Finished, mark_one
from grader.grading.limits import LimitChanges, LimitError, parse_limit
from grader.grading.style_costs import StyleCostError, parse_style_cost
from grader.intake.submission import read_submission
from grader.marking.result import SheetResult
from grader.report.feedback import Feedback, Level, as_told
from grader.report.marked import Marked
from grader.sandbox.outside.sandbox import Sandbox, require_linux
from grader.sandbox.wire.level import NONE
from grader.sheet.set_sheet import SetSheet
from grader.sheet.sheet import Sheet, SheetError
from problems.frozen import frozen

T = TypeVar("T")
_UNUSABLE = (
    *(LimitError, StyleCostError, practice.AssignmentError, AssignmentError, CourseKeyError),
    *(OverrideError, RecordError, RosterError, ChangedError),
)


class NotMarkedError(ValueError):
    """A file of which nothing can be marked: says why, in the student's or lecturer's words."""


@frozen(eq=False)
class Asked:
    """What the options of a run say."""

    course: Course | None
    practice: practice.Assignment | None
    conditions: Conditions
    feedback: Feedback
    trusting: bool


@frozen(eq=False)
class Found:
    """A submission that can be marked: the sheet that it answers, and how its points come about."""

    sheet: Sheet
    set_sheet: SetSheet | None
    finish: Finish | None


@frozen(eq=False)
class _InPoints:
    """What marks come to in the points of an assignment."""

    case: Case

    def sheet(self, sheet: SetSheet) -> SetSheet:
        """It was looked up with the case."""
        return sheet

    def __call__(self, path: Path, result: SheetResult, sheet: Sheet) -> Finished:
        """The result in points."""
        return Finished(self.case.finished(result))


def asked_by(config: pytest.Config) -> Asked:
    """The options of a run. Raises UsageError for what cannot be used."""
    path, sheets = config.getoption("--grader-assignment"), config.getoption("--grader-sheet")
    limits, costs = config.getoption("--grader-limit"), config.getoption("--grader-style-cost")
    if path and (sheets or limits or costs):
        raise pytest.UsageError(
            "--grader-sheet, --grader-limit and --grader-style-cost: this is said by an assignment "
            "in its assignment.toml; leave them out"
        )
    here = config.invocation_params.dir
    try:
        course = read_course(here / path) if path else None
        conditions = Conditions(
            limits=course.assignment.limits if course else LimitChanges(_each(parse_limit, limits)),
            style_costs=_each(parse_style_cost, costs),
        )
        by_sheet = practice.read_assignment(sheets) if sheets else None
    except _UNUSABLE as error:
        raise pytest.UsageError(str(error)) from None
    feedback = Feedback(Level(config.getoption("--grader-feedback-level")))
    trusting = config.getoption("--grader-unsafe-i-trust-this-code")
    return Asked(course, by_sheet, conditions, feedback, trusting)


def _each(read: Callable[[str], T], texts: Sequence[str]) -> tuple[T, ...]:
    return tuple(read(text) for text in texts)


class Grading:
    """Marks the submissions of a run, each once, in a sandbox that stays warm."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._sandbox: Sandbox | None = None

    def find(self, path: Path, name: str) -> Found:
        """The sheet that a file answers; its program is not run.

        ``name`` is that of the file with the folders that may say whose it is. Raises
        NotMarkedError.
        """
        course, by_sheet = self._asked.course, self._asked.practice
        if path.is_symlink():  # it may lead to the work of another, or anywhere on this machine
            raise NotMarkedError(f"{readable(path.name)}: a link, which is not followed")
        try:
            if course is not None:
                case = case_of_file(course, path)
                sheet = read_submission(path, case.set_sheet).sheet
                return Found(sheet, case.set_sheet, _InPoints(case))
            set_sheet = by_sheet.sheet_for(name) if by_sheet else None
            return Found(read_submission(path, set_sheet).sheet, set_sheet, None)
        except (SheetError, CaseError, practice.NoSheetError) as error:
            raise NotMarkedError(readable(str(error))) from None
        except OSError as error:
            said = f"{readable(path.name)}: the file cannot be read ({error.strerror})"
            raise NotMarkedError(said) from None

    def mark(self, path: Path, found: Found) -> Marked:
        """The marks of a file, with no more told than was asked for. Raises NoSandboxError."""
        sandbox = self._warm()
        conditions = replace(self._asked.conditions, level=sandbox.level, finish=found.finish)
        marked = mark_one(path, sandbox, conditions, found.set_sheet)
        if marked.result is None:
            return marked
        return replace(marked, result=as_told(marked.result, self._asked.feedback))

    def _warm(self) -> Sandbox:
        if self._sandbox is None:
            if not self._asked.trusting:
                require_linux()
            self._sandbox = Sandbox(NONE if self._asked.trusting else None, thorough=True)
        return self._sandbox

    def close(self) -> None:
        """Ends all processes."""
        if self._sandbox is not None:
            self._sandbox.close()
