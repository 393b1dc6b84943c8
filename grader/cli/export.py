"""``grader export``: marks of an assignment for other systems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from grader.cli import refuse
from grader.cli.courses import assignment_in, told
from grader.cli.marking_options import store_option
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.cli.running import feedback_level_option
from grader.cli.stored import standings_in, store_of
from grader.course.assignment import FILE_NAME, Assignment
from grader.course.counting import Standing
from grader.course.key import FILE_NAME as KEY_FILE
from grader.course.roster import ROSTER
from grader.exports.autograder import (
    AutograderError,
    autograder_of_assignment,
    autograder_of_sheet,
)
from grader.exports.canvas import filled_in_canvas
from grader.exports.classroom import ClassroomError, as_output, result_in
from grader.exports.entry import of_class
from grader.exports.gradebook import Filled, GradebookError, Missing
from grader.exports.junit import as_junit
from grader.exports.moodle import filled_in_moodle, moodle_table
from grader.files.whole import UnwritableError, is_same_file, readable, write_whole

F = TypeVar("F", bound=Callable[..., Any])


@click.group()
def command() -> None:
    """Write the marks of the last batch of an assignment for a gradebook or another system.

    A file is written whole, or not at all.
    """


_path = click.argument("path", metavar="ASSIGNMENT", type=click.Path(path_type=Path))
_out = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The file to write.",
)
_missing = click.option(
    "--missing",
    type=click.Choice(["zero", "empty"]),
    default="zero",
    show_default=True,
    help="What a student has from whom no file came: no points, or nothing written.",
)
_only_found = click.option(
    "--only-found",
    is_flag=True,
    help="Write the marks that have a place in it, and tell of the others; else all is refused.",
)
_scale = click.option(
    "--scale",
    is_flag=True,
    help="Scale marks to the points that the gradebook has; else other points are refused.",
)
_column = click.option(
    "--column", metavar="NAME", help="The column of the marks, where it is not found by itself."
)


def _common(function: F) -> F:
    """The options of all that reads the store of an assignment."""
    for option in (languages_option, families_option, store_option, _out, _path):
        function = option(function)
    return function


def _of_gradebook(function: F) -> F:
    for option in (_scale, _only_found, _missing, _column):
        function = option(function)
    return function


@contextmanager
def _class_of(
    path: Path, store_said: str | None, out: Path, read: Path | None = None
) -> Iterator[tuple[Assignment, list[Standing]]]:
    """An assignment with what each student has got, as long as its store is open."""
    assignment = assignment_in(path)
    _require_place(assignment, out, read)
    with store_of(assignment, store_said) as store, told(GradebookError, UnwritableError):
        yield assignment, standings_in(store, assignment)


def _require_place(assignment: Assignment, out: Path, read: Path | None) -> None:
    """Refuses to write over what is read, or over what makes an assignment."""
    own = [assignment.folder / name for name in (FILE_NAME, ROSTER, KEY_FILE)]
    for each in (*own, *([read] if read is not None else [])):
        if out.exists() and is_same_file(out, each):
            raise refuse(
                f"{readable(str(out))}: this is read, and would be overwritten; choose another file"
            )


def _write(out: Path, text: Iterable[str], said: Iterable[str] = ()) -> None:
    write_whole(out, text, make_folder=False)
    click.echo(readable(str(out)))
    for line in said:
        click.echo(line, err=True)


def _write_filled(out: Path, filled: Filled) -> None:
    _write(out, filled.text, filled.told)


@command.command()
@_common
@click.option(
    "--gradebook",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="CSV",
    help="The gradebook as Canvas exports it.",
)
@_of_gradebook
@click.option(
    "--all-columns",
    is_flag=True,
    help="Keep the other assignments too; what was changed there since the export is undone then.",
)
def canvas(path: Path, store_said: str | None, out: Path, gradebook: Path, **options: Any) -> None:
    """Fill in the marks in a gradebook that Canvas has exported; it is imported there again.

    Students are found by the columns SIS User ID, SIS Login ID and Integration ID, which are
    compared with id, email, login, username and number in the roster; and by the numbers of Canvas
    itself, in a column canvas_id of the roster. A mark that a fault of the grader has touched is
    not written.
    """
    with _class_of(path, store_said, out, gradebook) as (assignment, standings):
        _write_filled(out, filled_in_canvas(assignment, standings, gradebook, **options))


@command.command()
@_common
@click.option(
    "--grading-worksheet",
    "worksheet",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="The grading worksheet of the assignment as Moodle offers it for download.",
)
@_of_gradebook
def moodle(
    path: Path,
    store_said: str | None,
    out: Path,
    worksheet: Path | None,
    missing: Missing,
    **options: Any,
) -> None:
    """Fill in a grading worksheet of Moodle, or write a table for the import of its gradebook.

    In a worksheet students are found by their id, email, login, username and number in the roster,
    and by the number of the participant in the paths of what was downloaded. A mark that a fault of
    the grader has touched is not written.
    """
    with _class_of(path, store_said, out, worksheet) as (assignment, standings):
        if worksheet is not None:
            filled = filled_in_moodle(assignment, standings, worksheet, missing=missing, **options)
        elif any(options.values()):
            raise refuse("--column, --only-found and --scale go with --grading-worksheet FILE")
        else:
            filled = moodle_table(assignment, standings, missing=missing)
        _write_filled(out, filled)


@command.command()
@_common
def junit(path: Path, store_said: str | None, out: Path) -> None:
    """Write JUnit XML: a test suite for each problem of each student."""
    with _class_of(path, store_said, out) as (assignment, standings):
        _write(out, as_junit(assignment.id, of_class(standings)))


@command.command()
@click.argument("file", metavar="RESULT", type=click.File("rb"))
def classroom(file: Any) -> None:
    """Print RESULT, what 'check --json' has printed, as GitHub Classroom's reporter reads it.

    It is the line result=... for an output of a step; - is standard input.
    """
    with told(ClassroomError):
        click.echo(f"result={as_output(result_in(file.read()))}")


@command.command()
@click.argument("path", metavar="ASSIGNMENT|SHEET", type=click.Path(path_type=Path))
@_out
@click.option(
    "--with-key",
    is_flag=True,
    help="Put the key of a graded assignment into the archive; it has to be that of it alone.",
)
@feedback_level_option
@click.option("--torch", is_flag=True, help="Install PyTorch there, for exercises that need it.")
@click.option(
    "--wheel",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Install the grader from this wheel, and not from a package index.",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="With an assignment: its students; roster.csv beside it if not given.",
)
@families_option
@languages_option
def gradescope(
    path: Path,
    out: Path,
    with_key: bool,
    levels: tuple[str, ...],
    torch: bool,
    wheel: Path | None,
    roster: Path | None,
) -> None:
    """Build the archive of an autograder of Gradescope.

    For a practice SHEET, a .py or .ipynb file that students are given too, it has no key. For a
    graded ASSIGNMENT it has the key, the roster and what was drawn, and is made with --with-key
    alone. The same files give the same bytes.
    """
    is_assignment = path.is_dir() or path.name == FILE_NAME
    if is_assignment and levels:
        raise refuse("--feedback-level is said by an assignment in its assignment.toml")
    if not is_assignment and (with_key or roster is not None):
        raise refuse("--with-key and --roster go with an assignment, and not with a sheet")
    with told(AutograderError, UnwritableError):
        if is_assignment:
            assignment = assignment_in(path)
            made = autograder_of_assignment(
                assignment,
                roster or assignment.folder / ROSTER,
                with_key=with_key,
                torch=torch,
                wheel=wheel,
            )
        else:
            _require_sheet(path)
            made = autograder_of_sheet(path, levels, torch=torch, wheel=wheel)
        write_whole(out, made, make_folder=False)
    click.echo(readable(str(out)))
    if is_assignment:
        click.echo("it has the key in it: give it to Gradescope, and to nobody else", err=True)


def _require_sheet(path: Path) -> None:
    """Refuses what is no practice sheet that could be marked."""
    from grader.grading.assignment import AssignmentError, NoSheetError, read_assignment

    with told(AssignmentError, NoSheetError):
        read_assignment([str(path)]).sheet_for("")
