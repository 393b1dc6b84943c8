"""``grader report``."""

from __future__ import annotations

from pathlib import Path

import click

from grader.class_report.page import class_page
from grader.class_report.people import Names
from grader.class_report.summary import summary
from grader.cli.cases import course_in, require_not_handed_out
from grader.cli.courses import told
from grader.cli.marking_options import store_option
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.cli.stored import standings_in, store_of
from grader.copying.answers import shared_answers
from grader.copying.programs import MissingLibraryError, similar_programs
from grader.course.download import DownloadError, unpacked
from grader.files.whole import UnwritableError, require_writable, write_whole
from grader.sheet.sheet import SheetError


@click.command()
@click.argument("path", metavar="ASSIGNMENT", type=click.Path(path_type=Path))
@families_option
@languages_option
@store_option
@click.option(
    "--html",
    "html_file",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="Where to write the page.",
)
@click.option(
    "--without-names",
    is_flag=True,
    help="Call students by pseudonyms, which are the same in each report on the assignment.",
)
@click.option(
    "--submissions",
    type=click.Path(path_type=Path, exists=True),
    metavar="FOLDER",
    help="What was handed in, as 'batch' had it: compares programs as well.",
)
def command(
    path: Path,
    store_said: str | None,
    html_file: Path,
    without_names: bool,
    submissions: Path | None,
) -> None:
    """Write one page on a class that was marked: marks, problems, mistakes, fairness, times.

    It needs no network, and is for you: it has names and marks.
    """
    course = course_in(path)
    assignment, record = course.assignment, course.record
    with told(UnwritableError):
        require_writable(html_file)
    require_not_handed_out(course, html_file)
    with store_of(assignment, store_said) as store, told(SheetError, UnwritableError):
        standings = standings_in(store, assignment)
        programs = None
        if submissions is not None:
            try:
                with told(DownloadError), unpacked(submissions) as below:
                    programs = similar_programs(
                        assignment, record, course.key, standings, below.folder
                    )
            except MissingLibraryError as error:
                click.echo(f"not compared: {error}", err=True)
        names = Names(assignment, course.key, are_shown=not without_names)
        found = summary(assignment, record, standings, names)
        answers = shared_answers(assignment, record, standings)
        write_whole(html_file, class_page(found, names, answers, programs), make_folder=False)
