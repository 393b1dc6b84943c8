"""``grader copying``."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.cases import course_in, require_not_handed_out
from grader.cli.courses import told
from grader.cli.marking_options import store_option
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.cli.stored import standings_in, store_of
from grader.copying.answers import shared_answers
from grader.copying.programs import MissingLibraryError, similar_programs
from grader.copying.told import as_json, in_lines
from grader.course.download import DownloadError, unpacked
from grader.course.roster import comparable
from grader.files.whole import UnwritableError, readable, require_writable, write_whole
from grader.sheet.sheet import SheetError


@click.command()
@click.argument("path", metavar="ASSIGNMENT", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@families_option
@languages_option
@store_option
@click.option(
    "--json",
    "json_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write all flags as JSON, too.",
)
def command(path: Path, folder: Path, store_said: str | None, json_file: Path | None) -> None:
    """Say which students of ASSIGNMENT, which was marked, are to be asked about copying.

    Those whose wrong answers are right on a classmate's sheet, less likely than by chance, and
    those whose programs in FOLDER are alike. That is a hint to a person: no mark changes by it.
    """
    course = course_in(path)
    assignment = course.assignment
    if json_file is not None:
        with told(UnwritableError):
            require_writable(json_file)
        require_not_handed_out(course, json_file)
    with store_of(assignment, store_said) as store:
        standings = standings_in(store, assignment)
        with told(SheetError):
            answers = shared_answers(assignment, course.record, standings)
        programs = None
        try:
            with told(DownloadError), unpacked(folder) as below:
                programs = similar_programs(
                    *(assignment, course.record, course.key, standings, below.folder)
                )
        except MissingLibraryError as error:
            click.echo(f"not compared: {error}", err=True)
        names = {comparable(each.student.id): each.student for each in standings}

    def called(student: str) -> str:
        who = names.get(student)
        return readable(student if who is None else f"{who.id} {who.name}".strip())

    for line in in_lines(answers, programs, called):
        click.echo(line)
    if programs is not None and programs.unread:
        shown = ", ".join(map(readable, programs.unread[:8]))
        click.echo(f"not compared, since they are not there or cannot be read: {shown}", err=True)
    if json_file is not None:
        with told(UnwritableError):
            write_whole(json_file, as_json(assignment, answers, programs), make_folder=False)
