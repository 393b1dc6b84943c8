"""``grader batch``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from grader.answers.notation import in_print
from grader.cli import OUR_FAULT, nothing_marked_yet, refuse
from grader.cli.own_families import families_option
from grader.cli.running import limit_option, unsafe_option
from grader.files.whole import UnwritableError, readable, require_writable, write_whole
from grader.grading.batch import Conditions, mark_all, others_in, submissions_in
from grader.grading.limits import LimitChange, LimitChanges
from grader.report.as_csv import as_csv, status
from grader.report.batch_as_json import batch_as_json
from grader.report.marked import Marked
from grader.report.terminal import marks
from grader.sandbox.outside.sandbox import NoSandboxError, Sandbox
from grader.sandbox.wire.level import NONE

SOME_UNUSABLE = 1


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
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
@families_option
@limit_option
@unsafe_option
def command(
    folder: Path,
    jobs: int,
    json_file: Path | None,
    csv_file: Path | None,
    limits: tuple[LimitChange, ...],
    trusting: bool,
) -> None:
    """Mark every .py and .ipynb file, and every archive of one, in FOLDER and the folders in it.

    Archives are .zip, .tar, .tar.gz (.tgz), .tar.bz2 and .tar.xz; they are read in memory only.

    Exit status: 0 every file was marked, 1 some file is unusable, 2 the folder or command is
    unusable, 3 a fault of the grader itself.
    """
    if not folder.is_dir():
        raise refuse(f"{folder}: a folder of submissions was expected, but there is none")
    paths = submissions_in(folder)
    if not paths:
        raise refuse(f"{folder}: there is no .py or .ipynb file in this folder, and no archive")
    try:
        for report in filter(None, (json_file, csv_file)):
            require_writable(report)  # said before the work, not after it
    except UnwritableError as error:
        raise refuse(readable(str(error))) from None
    with nothing_marked_yet():
        conditions = Conditions(NONE if trusting else _best_level(), LimitChanges(limits))
        marked = _mark(paths, min(jobs, len(paths)), conditions)
    reports: list[tuple[Path, str]] = []
    if json_file is not None:
        reports.append((json_file, batch_as_json(marked, folder)))
    if csv_file is not None:
        reports.append((csv_file, as_csv(marked, folder)))
    unwritten = _write(reports)  # first of all: what is printed can be lost
    _print(marked, folder)
    if others := others_in(folder, paths):
        click.echo(_left_out(others), err=True)
    if unwritten:
        raise refuse("; ".join(unwritten))
    kinds = {status(each) for each in marked}
    sys.exit(OUR_FAULT if "grader-fault" in kinds else SOME_UNUSABLE if "unusable" in kinds else 0)


def _write(reports: list[tuple[Path, str]]) -> list[str]:
    """Write every report that can be written; says of the others why not."""
    unwritten = []
    for path, text in reports:
        try:
            write_whole(path, text, make_folder=False)
        except UnwritableError as error:
            unwritten.append(readable(str(error)))
    return unwritten


def _best_level() -> str:
    with Sandbox() as sandbox:
        try:
            return sandbox.level
        except NoSandboxError as error:
            raise refuse(str(error)) from None


def _mark(paths: list[Path], jobs: int, conditions: Conditions) -> list[Marked]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("marking", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("marking", total=len(paths))
        marked = []
        for each in mark_all(paths, jobs, conditions):
            marked.append(each)
            progress.advance(task)
    return sorted(marked, key=lambda each: each.path)


def _print(marked: list[Marked], folder: Path) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    table.add_column("file", overflow="fold", ratio=2)
    table.add_column("marks", justify="right", no_wrap=True)
    table.add_column("", overflow="fold", ratio=3)
    for each in marked:
        name = each.name_in(folder)
        earned = marks(each.result.score, each.result.max_score) if each.result else "–"
        table.add_row(Text(in_print(name)), earned, Text(in_print(_note(each))))
    Console(highlight=False).print(table)


_MOST_NAMES = 8


def _left_out(others: list[Path]) -> str:
    names = [readable(in_print(path.name)) for path in others[:_MOST_NAMES]]
    more = len(others) - len(names)
    if more:
        names.append(f"and {more} more")
    return f"left out, since no .py, .ipynb, zip or tar file: {', '.join(names)}"


def _note(marked: Marked) -> str:
    """What stands out in a file: why there are no marks, or not all, or the mistakes by name."""
    if marked.result is None or marked.error:
        names = (readable(marked.path.name), readable(str(marked.path)))
        return marked.error.removeprefix(f"{names[0]}: ").removeprefix(f"{names[1]}: ")
    slips = [
        slip
        for p in marked.result.problems
        for f in p.fields
        if f.score < f.max_score
        for slip in f.slips[:1]
    ]
    return ", ".join(dict.fromkeys(slips))
