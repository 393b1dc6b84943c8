"""``grader publish``."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from grader.cli import refuse
from grader.cli.courses import (
    assignment_in,
    key_of,
    require_apart_from_private,
    roster_of,
    roster_option,
    told,
)
from grader.cli.options import read_formats
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.course.assignment import Assignment
from grader.course.issue import files_of_solution, name_of, sheet_of
from grader.course.record import RecordError, read
from grader.course.roster import Student, comparable, folder_name
from grader.course.unchanged import ChangedError, require_unchanged
from grader.files.whole import UnwritableError, readable, write_whole
from grader.formats.table import FOR_STUDENTS
from grader.messages.numbers import moment_in_words


def _read_forms(context: click.Context, option: click.Parameter, text: str) -> tuple[str, ...]:
    """The forms in a list, each once; banks of questions are for the lecturer alone."""
    found = read_formats(context, option, text)
    if banks := [each for each in found if each not in FOR_STUDENTS]:
        raise click.BadParameter(
            f"{banks[0]} is a bank of questions for the lecturer; for students there are "
            f"{', '.join(FOR_STUDENTS)}"
        )
    return found


@click.command()
@click.argument("path", metavar="ASSIGNMENT", type=click.Path(path_type=Path))
@roster_option
@families_option
@languages_option
@click.option(
    "--format",
    "formats",
    default="md,html",
    show_default=True,
    callback=_read_forms,
    metavar="LIST",
    help=f"Which forms, of {', '.join(FOR_STUDENTS)}.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write to, a folder for each student; it is made if need be.",
)
def command(path: Path, roster: Path | None, formats: tuple[str, ...], out: Path) -> None:
    """Write the worked solution of every sheet of ASSIGNMENT, once the last deadline has passed.

    That is the deadline of all or of the last extension, and until when late work still counts.
    Before that nothing is written.
    """
    assignment = assignment_in(path)
    students = roster_of(assignment, roster)
    require_apart_from_private(assignment, out, name="solutions")
    _require_over(assignment)
    key = key_of(assignment)
    with told(RecordError, ChangedError, UnwritableError):
        record = read(assignment.folder, assignment.id)
        require_unchanged(assignment, key, record)
        known = {comparable(student.id): student for student in students}
        sittings = [one for one in record.sittings if one.revision == assignment.revision]
        if not sittings:
            raise refuse("no sheet was drawn yet of which a solution could be told")
        for sitting in sittings:
            student = known.get(sitting.student, Student(sitting.student))
            problems = record.problems(sitting)
            redrawn = record.redrawn(sitting)
            sheet = sheet_of(assignment, key, student, sitting, problems, redrawn)
            for file, content in files_of_solution(
                sheet, name_of(assignment, sitting), formats
            ).items():
                write_whole(out / folder_name(student) / file, content, durable=False)
    click.echo(f"{readable(str(out))}: the solutions of {len(sittings)} sheets")
    if assignment.late is not None and assignment.late.until is None:
        click.echo(
            "late work counts without an end, also that of who has seen these; write `until` in "
            "[late] of assignment.toml",
            err=True,
        )


def now() -> datetime:
    """The present moment, with its zone."""
    return datetime.now(UTC)


def _require_over(assignment: Assignment) -> None:
    """Refuses while somebody may still hand in, or where nobody can tell."""
    if assignment.handing_in.deadline is None:
        raise refuse(
            "solutions are published after the last deadline, but this assignment has none; write "
            "`deadline` in [handing-in] of its assignment.toml"
        )
    last, whose = last_moment(assignment)
    if now() <= last:
        told_of = f" (that of {whose})" if whose else ""
        raise refuse(
            f"work may be handed in until {moment_in_words(last, 'en')}{told_of}; solutions are "
            "published after that"
        )


def last_moment(assignment: Assignment) -> tuple[datetime, str]:
    """Until when anybody may hand in something that counts, and who that is if not all.

    An extension counts also of who is not in the roster: it may be written otherwise there.
    """
    common = assignment.handing_in.deadline
    assert common is not None
    ends = [(common, "")]
    for student, extension in assignment.handing_in.extensions.items():
        if extension.deadline is not None:
            ends.append((extension.deadline, student))
    last, whose = max(ends, key=lambda end: end[0])
    if assignment.late is not None and assignment.late.until is not None:
        last += assignment.late.until
    return last, whose
