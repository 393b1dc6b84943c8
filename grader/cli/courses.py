"""What the commands for courses share: an assignment, its key and its roster, or why not."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from grader.cli import refuse
from grader.course.assignment import Assignment, AssignmentError, SetProblem, read_assignment
from grader.course.key import FILE_NAME, FILE_VARIABLE, CourseKeyError, Key, read_key
from grader.course.record import PRIVATE
from grader.course.roster import (
    ROSTER,
    RosterError,
    Student,
    comparable,
    read_roster,
    require_languages,
)
from grader.files.whole import readable

F = TypeVar("F", bound=Callable[..., Any])


@contextmanager
def told(*kinds: type[Exception]) -> Iterator[None]:
    """Has these errors end the command, in their own words."""
    try:
        yield
    except kinds as error:
        raise refuse(str(error)) from None


def assignment_in(path: Path) -> Assignment:
    """The assignment in a file or folder."""
    with told(AssignmentError):
        return read_assignment(path)


def key_of(assignment: Assignment) -> Key:
    """The key of the course."""
    with told(CourseKeyError):
        return read_key(assignment.folder)


def roster_of(assignment: Assignment, path: Path | None) -> tuple[Student, ...]:
    """The students of an assignment: of a file, or of the one beside it."""
    with told(RosterError):
        where = path or assignment.folder / ROSTER
        students = read_roster(where)
        require_languages(students, assignment.languages, where)
        return students


def chosen(students: Sequence[Student], only: Sequence[str]) -> tuple[Student, ...]:
    """The students of these ids, in the order of the roster; all if none is named."""
    if not only:
        return tuple(students)
    known = {comparable(student.id) for student in students}
    for name in only:
        if comparable(name) not in known:
            close = difflib.get_close_matches(name, [s.id for s in students], n=1)
            meant = f"; is {close[0]!r} meant?" if close else ""
            raise refuse(f"there is no student {name!r} in the roster{meant}")
    wanted = {comparable(name) for name in only}
    return tuple(student for student in students if comparable(student.id) in wanted)


def require_apart_from_private(
    assignment: Assignment, out: Path, others: Sequence[Path] = (), name: str = "sheets"
) -> None:
    """Refuses a folder that is handed out with the key, the record or ``others`` in it.

    ``name`` is that of a folder which would do.
    """
    home, target = assignment.folder.resolve(), out.resolve()
    instead = readable(str(assignment.folder / name))
    of_key = os.environ.get(FILE_VARIABLE, "")
    secret = [home / FILE_NAME, *([Path(of_key).resolve()] if of_key else [])]
    if (home / PRIVATE) in (target, *target.parents) or any(
        target in each.parents for each in secret
    ):
        raise refuse(
            f"{readable(str(out))}: a folder of its own was expected for what is handed out, but "
            "this one has the assignment with its key and record in it; choose another, such as "
            f"{instead}"
        )
    for each in others:
        if target in each.resolve().parents:
            raise refuse(
                f"{readable(str(each))}: this is for you alone, and would lie in "
                f"{readable(str(out))}, which is handed out; write it elsewhere"
            )


def problem_of(assignment: Assignment, number: str) -> SetProblem:
    """The problem of this number."""
    found = assignment.problem(number)
    if found is None:
        keys = ", ".join(each.key for each in assignment.problems)
        raise refuse(f"there is no problem {number!r} in the assignment; there are {keys}")
    return found


def assignment_option(function: F) -> F:
    """``--assignment``: which one, where a command names something in it."""
    return click.option(
        "--assignment",
        "path",
        type=click.Path(path_type=Path),
        default=Path(),
        show_default="this folder",
        help="The assignment.toml, or the folder that has it.",
    )(function)


def roster_option(function: F) -> F:
    """``--roster``: the students of an assignment."""
    return click.option(
        "--roster",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="CSV",
        help="Its students; roster.csv beside it if not given.",
    )(function)
