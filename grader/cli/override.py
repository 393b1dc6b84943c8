"""``grader override``."""

from __future__ import annotations

import difflib
from fractions import Fraction
from pathlib import Path

import click

from grader.cli import refuse
from grader.cli.cases import case_in, course_in, student_in
from grader.cli.courses import assignment_option, problem_of, roster_option, told
from grader.course.amounts import AmountError, whole_hundredths
from grader.course.case import Case, Course, worth_of_fields
from grader.course.overrides import Override, OverrideError, add_override
from grader.course.roster import comparable
from grader.course.set_problem import MOST_POINTS
from grader.files.whole import readable
from grader.marking.marks import written
from grader.sheet.sheet import Problem

_MOST_CHARACTERS = 200
FULL = "full"


@click.command()
@click.argument("student", required=False)
@click.argument("place", required=False, metavar="PROBLEM[.BLANK]")
@click.option(
    "--marks", metavar="X", help="The points that it gets, from 0 to those that it has, or 'full'."
)
@click.option("--reason", help="Why, in the language of the student, who is told.")
@click.option("--withdraw", is_flag=True, help="Take back what was set before.")
@click.option("--list", "listing", is_flag=True, help="List what is set, of all or of STUDENT.")
@assignment_option
@roster_option
@click.option(
    "--attempt", type=click.IntRange(min=1), help="Of which sheet; the only one if not given."
)
def command(
    student: str | None,
    place: str | None,
    marks: str | None,
    reason: str | None,
    withdraw: bool,
    listing: bool,
    path: Path,
    roster: Path | None,
    attempt: int | None,
) -> None:
    """Set the points of STUDENT for PROBLEM (its number), or for a blank or check of it.

    They hold each time that the work is marked, come before what lateness costs, and are told with
    the reason in the feedback. Nothing that was set is ever lost: what is set again or withdrawn
    stays in the file of overrides.
    """
    course = course_in(path, roster)
    if listing:
        if place or marks or reason or withdraw:
            raise refuse("--list goes with STUDENT at most")
        _list(course, student)
        return
    if student is None or place is None:
        raise refuse(
            "a student and a problem were expected, such as: grader override 1191234567 "
            "2.dw --marks 3 --reason '...'; --list lists what is set"
        )
    who = student_in(course, student)
    number, _, field = place.partition(".")
    problem_of(course.assignment, number)
    case = case_in(course, who, attempt)
    problem = next(each for each in case.set_sheet.sheet().problems if each.key == number)
    of = _points(problem, field, place)
    why = _reason(reason)
    if withdraw == (marks is not None):
        raise refuse("--marks X or --withdraw was expected, one of the two")
    before = _before(course, case, number, field)
    if withdraw and before is None:
        raise refuse(f"nothing is set for {place} of {who.id}; --list lists what is")
    points = None if marks is None else _read_marks(marks, of, place)
    sitting = case.sitting
    new = Override(sitting.student, sitting.revision, sitting.attempt, number, field, points, why)
    with told(OverrideError):
        add_override(course.assignment.folder, new)
    _tell(course, case, new, before, of, path)


def _points(problem: Problem, field: str, place: str) -> Fraction:
    """The points that there are for a problem, or a blank or check of it."""
    worth = worth_of_fields(problem)
    if place.endswith(".") or (field and field not in worth):
        close = difflib.get_close_matches(field, worth, n=1)
        meant = f"is {problem.key}.{close[0]} meant? " if close else ""
        raise refuse(
            f"problem {problem.key} has nothing called {field!r}; {meant}there are "
            f"{', '.join(worth)}"
        )
    return worth[field] if field else sum(worth.values(), Fraction(0))


def _reason(text: str | None) -> str:
    why = " ".join((text or "").split())
    if not why or len(why) > _MOST_CHARACTERS or not why.isprintable():
        raise refuse(
            f"--reason: a text of 1 to {_MOST_CHARACTERS} characters was expected, which the "
            "student is told"
        )
    return why


def _read_marks(text: str, of: Fraction, place: str) -> Fraction:
    if text.strip() == FULL:
        return of
    try:
        points = whole_hundredths(float(text), MOST_POINTS)
    except (ValueError, AmountError):
        raise refuse(
            f"--marks: a number from 0 to {written(of)} with at most two decimals was expected, or "
            f"'{FULL}', but {text!r} came"
        ) from None
    if written(points) == written(of):
        return of  # two thirds of a point are told as 0.67
    if points > of:
        raise refuse(
            f"--marks: {place} has {written(of)} points, but {text} came; points beyond those that "
            "there are have no place in the marks of a sheet"
        )
    return points


def _before(course: Course, case: Case, problem: str, field: str) -> Override | None:
    wanted = (*_whose(case), problem, field)
    return next((one for one in course.overrides if one.place == wanted), None)


def _whose(case: Case) -> tuple[str, int, int]:
    return (case.sitting.student, case.sitting.revision, case.sitting.attempt)


def _tell(
    course: Course, case: Case, new: Override, before: Override | None, of: Fraction, path: Path
) -> None:
    place = new.about
    earlier = "" if before is None else f" (before: {written(before.points or Fraction(0))})"
    what = (
        "is marked as before again"
        if new.points is None
        else (f"gets {written(new.points)} of {written(of)} points")
    )
    click.echo(f"{place} of {case.student.id} {what}{earlier}")
    if new.field and _before(course, case, new.problem, "") is not None and new.points is not None:
        click.echo(
            f"problem {new.problem} as a whole is set by hand too, and that counts; withdraw it "
            f"with: grader override {case.student.id} {new.problem} --withdraw --reason '...'",
            err=True,
        )
    click.echo(
        "the marks change with the next batch, or with: "
        f"grader regrade {click.format_filename(path)} --apply"
    )


def _list(course: Course, student: str | None) -> None:
    """What is set for the present revision, a line each."""
    wanted = None if student is None else student_in(course, student)
    whom = {comparable(each.id): each for each in course.students}
    found = [
        one
        for one in course.overrides
        if one.revision == course.assignment.revision
        and (wanted is None or whom.get(one.student) is wanted)
    ]
    for one in found:
        who = whom[one.student].id if one.student in whom else one.student
        which = f", attempt {one.attempt}" if one.attempt > 1 else ""
        click.echo(
            readable(
                f"{who}{which}: {one.about}: {written(one.points or Fraction(0))}: {one.reason}"
            )
        )
    if not found:
        click.echo("nothing is set by hand", err=True)
