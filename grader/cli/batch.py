"""``grader batch``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from grader.cli import OUR_FAULT, nothing_marked_yet, refuse
from grader.cli.apart import require_apart
from grader.cli.marking import (
    Work,
    journal_of,
    level_of,
    look_through_folder,
    mark,
    name_below,
    stopped_in_words,
)
from grader.cli.options import course_batch_options, refuse_given
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.cli.running import limit_option, style_cost_option, unsafe_option
from grader.cli.stopping import Stopped, stops_raised
from grader.files.whole import (
    UnwritableError,
    is_same_file,
    readable,
    require_writable,
    write_whole,
)
from grader.grading.assignment import Assignment, AssignmentError, NoSheetError, read_assignment
from grader.grading.batch import Conditions
from grader.grading.folder import Found
from grader.grading.limits import LimitChange, LimitChanges
from grader.grading.set_aside import SetAside
from grader.grading.style_costs import StyleCost
from grader.report.as_csv import as_csv
from grader.report.batch_as_json import batch_as_json
from grader.report.console import console_for_tables
from grader.report.files import print_files, shown
from grader.report.marked import Marked
from grader.sheet.drawn import AsDrawn
from grader.sheet.set_sheet import SetSheet

SOME_UNUSABLE = 1


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
    "--sheet",
    "sheets",
    multiple=True,
    metavar="[PATTERN=]FILE",
    help="Mark by the sheet in this file, and not by what a submission says that it is: all "
    "submissions, or those whose path, folder or name fits the pattern (such as 'group-a/*'). "
    "A FILE.csv is a table of students and seeds, or files and sheets. May be given again.",
)
@click.option("--resume", is_flag=True, help="Go on with a batch that was stopped.")
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

    Results are kept in a journal as they come: with --resume, the same command goes on where it
    was stopped. Files that have changed since are marked anew.

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
        from grader.cli.course_batch import mark_course

        mark_course(
            *(assignments[0], folder, roster, feedback, times, jobs, json_file, csv_file),
            *(journal_file, store_said),
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
    found = look_through_folder(folder)
    written = [path for path in (json_file, csv_file, journal_file) if path is not None]
    require_apart(written, [*found.submissions, *map(Path, sheets)])
    try:
        for report in filter(None, (json_file, csv_file)):
            require_writable(report)  # said before the work, not after it
    except UnwritableError as error:
        raise refuse(readable(str(error))) from None
    assignment = _assignment(sheets)
    by_path, without = _set_sheets(assignment, found, folder)
    able = [path for path in found.submissions if path not in without]
    with closing(SetAside()) as done:
        work: Work | None = None
        try:
            with stops_raised():
                with nothing_marked_yet():
                    level = level_of(trusting=trusting)
                    conditions = Conditions(level, LimitChanges(limits), style_costs)
                    journal = journal_of(journal_file, folder, resume=resume)
                    work = Work(folder, able, by_path, conditions, journal, done)
                    mark(work, jobs)
                for each in (*without.values(), *found.closed):
                    done.add(each)
                marked = done.in_order()
                unwritten = _write(
                    marked, folder, json_file, csv_file
                )  # a printed line can be lost
        except Stopped as stop:
            click.echo(stopped_in_words(stop, work), err=True)
            sys.exit(stop.status)
        finally:
            if work is not None and work.journal is not None:
                work.journal.close()
        _print(marked, folder)
        for line in (
            *_left_over(assignment, found, written, folder),
            *_headers_told(assignment, done),
        ):
            click.echo(line, err=True)
        if unwritten:
            kept = "; the results are kept, and --resume writes them" if work.journal else ""
            raise refuse("; ".join(unwritten) + kept)
        kinds = done.statuses
        sys.exit(
            OUR_FAULT if "grader-fault" in kinds else SOME_UNUSABLE if "unusable" in kinds else 0
        )


def _assignment(sheets: Sequence[str]) -> Assignment | None:
    if not sheets:
        return None
    try:
        return read_assignment(sheets)
    except AssignmentError as error:
        raise refuse(str(error)) from None


def _set_sheets(
    assignment: Assignment | None, found: Found, folder: Path
) -> tuple[dict[Path, SetSheet], dict[Path, Marked]]:
    """Which sheet each file was set, and what is to be said of those of which nobody can tell."""
    by_path: dict[Path, SetSheet] = {}
    without: dict[Path, Marked] = {}
    if assignment is not None:
        for path in found.submissions:
            try:
                by_path[path] = assignment.sheet_for(name_below(path, folder))
            except NoSheetError as error:
                without[path] = Marked(path, error=readable(f"{path.name}: {error}"))
    return by_path, without


def _write(
    marked: Iterable[Marked], folder: Path, json_file: Path | None, csv_file: Path | None
) -> list[str]:
    """Write every report that can be written; says of the others why not."""
    reports = ((json_file, batch_as_json), (csv_file, as_csv))
    unwritten = []
    for path, report in reports:
        if path is not None:
            try:
                write_whole(path, report(marked, folder), make_folder=False)
            except UnwritableError as error:
                unwritten.append(readable(str(error)))
    return unwritten


def _print(marked: Iterable[Marked], folder: Path) -> None:
    print_files(console_for_tables(), marked, folder)


def _left_over(
    assignment: Assignment | None, found: Found, written: Sequence[Path], folder: Path
) -> Iterator[str]:
    """What somebody may miss in the table: files of other kinds, and students without a file."""
    others = [p for p in found.others if not any(is_same_file(p, each) for each in written)]
    if others:
        names = _listed([path.name for path in others])
        yield f"left out, since no .py, .ipynb, zip or tar file: {names}"
    if assignment is not None:
        names_of_all = [name_below(path, folder) for path in found.submissions]
        if missing := assignment.without_a_file(names_of_all):
            yield f"no file came from: {_listed(missing)}"


def _headers_told(assignment: Assignment | None, done: SetAside) -> Iterator[str]:
    """What to do about headers that do not say what their seeds draw today."""
    if assignment is not None:
        return
    told = [
        f"{count} {word}" for word, count in sorted(done.draws.items()) if word != AsDrawn.YES.value
    ]
    if told:
        yield (
            f"marked by headers that do not say what their seeds draw today: {', '.join(told)}; "
            "with --sheet each file is marked by the sheet that you set"
        )


_MOST_NAMES = 8


def _listed(names: Sequence[str]) -> str:
    told = [shown(name) for name in names[:_MOST_NAMES]]
    more = len(names) - len(told)
    return ", ".join([*told, *([f"and {more} more"] if more else [])])
