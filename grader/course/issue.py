"""The files of a student's sheet: what is handed out, and what is published when all is over."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from grader.course.assignment import Assignment
from grader.course.key import Key
from grader.course.record import Sitting
from grader.course.roster import Student
from grader.course.worth import worth_of
from grader.formats.table import FOR_STUDENTS, Manner, Written, written
from grader.render.statement import marks_of
from grader.sheet.issued import Issued
from grader.sheet.recorded import Recorded, problem_of
from grader.sheet.set_sheet import SetSheet
from grader.sheet.sheet import Problem, Sheet
from problems.family import ByHand
from problems.sentences import Language


def set_sheet(
    assignment: Assignment,
    key: Key,
    student: Student,
    sitting: Sitting,
    problems: Sequence[Recorded],
    redrawn: int = 0,
) -> SetSheet:
    """The sheet of a student, as files that answer it are marked by.

    ``redrawn`` counts how often problems of it were drawn anew.
    """
    return weighed(
        assignment, unweighed_sheet(assignment, key, student, sitting, problems, redrawn)
    )


def unweighed_sheet(
    assignment: Assignment,
    key: Key,
    student: Student,
    sitting: Sitting,
    problems: Sequence[Recorded],
    redrawn: int = 0,
) -> SetSheet:
    """The same as `set_sheet` without what each blank is worth, for which it has to be solved."""
    languages = languages_of(assignment, student)
    issued = _issued(assignment, key, student, sitting, redrawn)
    return SetSheet("", languages[0], issued=issued, recorded=tuple(problems))


def weighed(assignment: Assignment, sheet: SetSheet) -> SetSheet:
    """A sheet with what the assignment gives for each of its blanks and checks."""
    recorded = tuple(
        replace(each, worth=worth_of(set_problem, marks_of(_alike(problem_of(each)).variant)))
        for each, set_problem in zip(sheet.recorded, assignment.problems, strict=True)
    )
    return replace(sheet, recorded=recorded)


def sheet_of(
    assignment: Assignment,
    key: Key,
    student: Student,
    sitting: Sitting,
    problems: Sequence[Recorded],
    redrawn: int = 0,
) -> Sheet:
    """The sheet of a student, to be written."""
    given = set_sheet(assignment, key, student, sitting, problems, redrawn)
    return replace(given.sheet(), also_in=languages_of(assignment, student)[1:])


_IN_CODE: dict[Hashable, Problem] = {}
_MOST_KEPT = 512


def _alike(problem: Problem) -> Problem:
    """One of which the same is written, and perhaps has been: of exercises in code there are few.

    What differs between them besides is the seed, of which nothing is told on a sheet.
    """
    variant = problem.variant
    if isinstance(variant.family.task, ByHand):
        return problem
    told = variant.family.key, variant.level, json.dumps(variant.parameters, sort_keys=True)
    known = problem.key, *told, variant.example, *problem.worth.items()
    found = _IN_CODE.get(known)
    if found is None or found.variant.family is not variant.family:
        if len(_IN_CODE) >= _MOST_KEPT:
            _IN_CODE.clear()
        found = _IN_CODE[known] = problem
    return found


def languages_of(assignment: Assignment, student: Student) -> tuple[Language, ...]:
    """The languages of a student's sheet; who has none of their own gets the first of all."""
    return student.languages or assignment.languages[:1]


def _issued(
    assignment: Assignment,
    key: Key,
    student: Student,
    sitting: Sitting,
    redrawn: int,
) -> Issued:
    return Issued(
        assignment.id,
        sitting.revision,
        code_of(assignment, key, sitting, redrawn),
        titles=dict(assignment.titles),
        student=student.name or student.id,
        attempt=sitting.attempt,
        attempts=assignment.handing_in.attempts_for(student.id),
        deadline=assignment.handing_in.deadline_for(student.id),
        tool=assignment.tool,
    )


def code_of(assignment: Assignment, key: Key, sitting: Sitting, redrawn: int = 0) -> str:
    """The code of a sheet, which is another one once a problem of it was drawn anew."""
    return key.code(assignment.id, sitting.revision, sitting.student, sitting.attempt, redrawn)


def name_of(assignment: Assignment, sitting: Sitting) -> str:
    """What the files of a sheet are called, without their endings."""
    return assignment.id if sitting.attempt == 1 else f"{assignment.id}-{sitting.attempt}"


def files_to_hand_out(sheet: Sheet, name: str, formats: Iterable[str]) -> Mapping[str, Written]:
    """The files of a sheet by their names, without anything that solves it.

    Raises ValueError for a form that has the answers.
    """
    formats = tuple(formats)
    if with_answers := [each for each in formats if each not in FOR_STUDENTS]:
        raise ValueError(f"{with_answers} have the answers, and are handed out to nobody")
    sheet = replace(sheet, problems=tuple(map(_alike, sheet.problems)))
    return written(sheet, formats, Manner(name))


def files_of_solution(sheet: Sheet, name: str, formats: Iterable[str]) -> Mapping[str, Written]:
    """The files of a solved sheet by their names."""
    return written(sheet, formats, Manner(f"{name}-solution", solution=True))
