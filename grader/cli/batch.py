"""``grader batch``.

The processes that mark are started first, so that their imports overlap with ours; hence the
imports inside the function.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli import refuse
from grader.cli.actions import Step, github_option
from grader.cli.marking_options import course_batch_options, refuse_given
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.cli.running import limit_option, style_cost_option, unsafe_option
from grader.grading.crew import begun_early

if TYPE_CHECKING:
    from grader.grading.limits import LimitChange
    from grader.grading.style_costs import StyleCost


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="[ASSIGNMENT] FOLDER", type=click.Path(path_type=Path)
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="all cores",
    help="How many submissions are marked at a time.",
)
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path), help="Write all results to this file."
)
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(path_type=Path),
    help="Write one line per file to this file.",
)
@click.option(
    "--junit",
    "junit_file",
    type=click.Path(path_type=Path),
    help="Write JUnit XML to this file, a test suite for each problem of each file or student.",
)
@github_option
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    metavar="[PATTERN=]FILE",
    help="Mark by the sheet in this file, and not by what a submission says that it is: all "
    "submissions, or those whose path, folder or name fits the pattern (such as 'group-a/*'). "
    "A FILE.csv is a table of students and seeds, or files and sheets. May be given again.",
)
@click.option(
    "--resume", is_flag=True, help="Without an assignment: go on with a batch that was stopped."
)
@click.option(
    "--journal",
    "journal_file",
    type=click.Path(path_type=Path),
    help="Keep results in this file as they come, and not in the usual place.",
)
@course_batch_options
@families_option
@languages_option
@limit_option
@style_cost_option
@unsafe_option
def command(
    paths: tuple[Path, ...],
    jobs: int,
    json_file: Path | None,
    csv_file: Path | None,
    junit_file: Path | None,
    step: Step,
    sheets: tuple[str, ...],
    resume: bool,
    journal_file: Path | None,
    roster: Path | None,
    feedback: Path | None,
    times: Path | None,
    spreadsheet: bool,
    store_said: str | None,
    anew: bool,
    cluster: str | None,
    limits: tuple[LimitChange, ...],
    style_costs: tuple[StyleCost, ...],
    trusting: bool,
) -> None:
    """Mark every .py and .ipynb file, and every archive of one, in FOLDER and the folders in it.

    Archives are .zip, .tar, .tar.gz (.tgz), .tar.bz2 and .tar.xz; they are read in memory only.

    With ASSIGNMENT, an assignment.toml or its folder, each file is matched to the roster and
    marked by the sheet that was drawn for its student, in the points of the assignment.

    Results are kept as they come. With an ASSIGNMENT they are in its store, and the same command
    goes on where it was stopped; without one they are in a journal, and --resume goes on. Files
    that have changed since are marked anew.

    Exit status: 0 every file was marked, 1 some file is unusable, 2 the folder or command is
    unusable, 3 a fault of the grader itself, 130 or 143 if it was stopped.
    """
    *assignments, folder = paths
    if len(assignments) > 1:
        raise refuse("a folder of submissions was expected, or an assignment and a folder")
    if assignments:
        refuse_given(
            ("sheets", "limits", "style_costs"), "is said by an assignment in its assignment.toml"
        )
        with begun_early(folder, 0 if cluster else jobs) as crew:
            from grader.cli.course_batch import mark_course

            mark_course(
                *(assignments[0], folder, roster, feedback, times, jobs, json_file, csv_file),
                *(junit_file, journal_file, store_said, step, crew),
                anew=anew,
                trusting=trusting,
                spreadsheet=spreadsheet,
                cluster=cluster,
            )
        return
    refuse_given(
        ("roster", "feedback", "times", "spreadsheet", "store_said", "anew", "cluster"),
        "goes with an assignment: name its folder before that of the submissions",
    )
    with begun_early(folder, 0 if resume else jobs) as crew:
        from grader.cli.folder_batch import mark_folder

        mark_folder(
            *(folder, jobs, json_file, csv_file, junit_file, sheets, journal_file),
            *(limits, style_costs, step, crew),
            resume=resume,
            trusting=trusting,
        )
