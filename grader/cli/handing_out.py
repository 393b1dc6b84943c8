"""What ``grader generate`` does with an assignment: the sheets of a roster."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli import refuse
from grader.cli.courses import (
    assignment_in,
    chosen,
    key_of,
    require_apart_from_private,
    roster_of,
    told,
)
from grader.cli.stopping import Stopped, stops_raised
from grader.course.handing_out import Account, Order, hand_out
from grader.course.record import Record, RecordError, opened
from grader.course.sheets_table import write_table
from grader.course.unchanged import ChangedError
from grader.files.whole import UnwritableError, readable
from grader.render.typst.pdf import NoTypstError, require_typst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.course.assignment import Assignment
    from grader.course.key import Key
    from grader.course.roster import Student

SOME_LEFT_ALONE = 1
_MOST_TOLD = 5


@dataclass(frozen=True)
class ToPrint:
    """The PDF files that are wanted of all sheets together, and of their solutions."""

    sheets: Path | None = None
    solutions: Path | None = None


def write_sheets(
    path: Path,
    roster: Path | None,
    only: Sequence[str],
    formats: tuple[str, ...],
    attempt: int,
    out: Path,
    jobs: int,
    to_print: ToPrint,
    *,
    force: bool,
) -> None:
    """Write the sheets of students, and the lecturer's table of them. Exits with a status."""
    assignment = assignment_in(path)
    key = key_of(assignment)
    everybody = roster_of(assignment, roster)
    students = chosen(everybody, only)
    _require_attempt(assignment, students, attempt)
    private = (to_print.solutions,) if to_print.solutions else ()
    require_apart_from_private(assignment, out, private)
    if to_print.sheets or to_print.solutions:
        with told(NoTypstError):
            require_typst()
    order = Order(path, attempt, formats, out, force)
    written: list[int] = []
    try:
        with (
            told(RecordError, ChangedError, UnwritableError),
            stops_raised(),
            opened(assignment.folder, assignment.id) as record,
        ):
            _tell_of_revision(assignment, record)
            with _progress(len(students)) as advance:

                def done(number: int) -> None:
                    written.append(number)
                    advance(number)

                account = hand_out(order, record, students, _useful(jobs, students), done)
            table = write_table(assignment, key, record, everybody)
            printed = [
                file
                for wanted, solution in ((to_print.sheets, False), (to_print.solutions, True))
                if wanted
                for file in _printed(
                    wanted, assignment, key, record, students, attempt, solution=solution
                )
            ]
    except Stopped as stop:
        click.echo(
            f"stopped ({stop}): {sum(written)} of {len(students)} students have their sheets; the "
            "same command goes on",
            err=True,
        )
        sys.exit(stop.status)
    _tell(account, len(students), out, table)
    for file in printed:
        click.echo(f"{readable(str(file))}: to print, each sheet from a right page on")
    sys.exit(SOME_LEFT_ALONE if account.in_the_way else 0)


def _printed(
    path: Path,
    assignment: Assignment,
    key: Key,
    record: Record,
    students: Sequence[Student],
    attempt: int,
    *,
    solution: bool,
) -> Sequence[Path]:
    from grader.course.printing import write_to_print

    with _progress(len(students)) as advance:
        return write_to_print(
            path, assignment, key, record, students, attempt, solution=solution, done=advance
        )


_FOR_A_PROCESS = 16
"""Sheets that are made while a process is started."""


def _useful(jobs: int, students: Sequence[Student]) -> int:
    """As many processes as have something to do."""
    return max(1, min(jobs, len(students) // _FOR_A_PROCESS))


def _require_attempt(assignment: Assignment, students: Sequence[Student], attempt: int) -> None:
    allowed = {each.id: assignment.handing_in.attempts_for(each.id) for each in students}
    beyond = [student for student, most in allowed.items() if most < attempt]
    if beyond:
        names = ", ".join(beyond[:_MOST_TOLD])
        more = " and others" if len(beyond) > _MOST_TOLD else ""
        raise refuse(
            f"attempt {attempt} was asked for, but {names}{more} may have {allowed[beyond[0]]}; "
            "set attempts in assignment.toml, or name the students with --student"
        )


def _tell_of_revision(assignment: Assignment, record: Record) -> None:
    """Says whom a new revision affects, before it does."""
    now = assignment.revision
    has = {each.student for each in record.sittings if each.revision == now}
    had = {each.student for each in record.sittings if each.revision < now} - has
    if had and not has:
        last = max(each.revision for each in record.sittings if each.revision < now)
        click.echo(
            f"revision {now}: whoever is written now gets new exercises; {len(had)} students have "
            f"sheets of revision {last} or before, by which nothing more is marked",
            err=True,
        )


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("writing", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("writing", total=total)
        yield lambda number: progress.advance(task, number)


def _tell(account: Account, students: int, out: Path, table: Path) -> None:
    before = f" ({account.found} drawn before)" if account.found else ""
    whose = f"the sheets of {students} students" if students > 1 else "the sheet of one student"
    click.echo(f"{readable(str(out))}: {whose}{before}")
    click.echo(f"{readable(str(table))}: which code and which exercises each has, for you alone")
    for key, number in account.shared.items():
        click.echo(
            f"problem {key} has no more different variants: {number} students share one with "
            "somebody else",
            err=True,
        )
    if account.in_the_way:
        names = ", ".join(readable(str(path)) for path in account.in_the_way[:_MOST_TOLD])
        rest = len(account.in_the_way) - _MOST_TOLD
        more = f" and {rest} more" if rest > 0 else ""
        click.echo(
            f"left as they are, since somebody may have filled them in: {names}{more}; choose "
            "another folder, or overwrite them with --force",
            err=True,
        )
