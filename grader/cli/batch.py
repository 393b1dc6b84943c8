"""``grader batch``."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from grader.batch import Marked, mark_all, submissions_in
from grader.cli import OUR_FAULT, refuse
from grader.files import UnwritableError, write_whole
from grader.marking.notation import in_print
from grader.report.as_csv import as_csv, status
from grader.report.as_json import as_data

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
def command(folder: Path, jobs: int, json_file: Path | None, csv_file: Path | None) -> None:
    """Mark every .py and .ipynb file in FOLDER and the folders in it.

    Exit status: 0 every file was marked, 1 some file is unusable, 2 the folder or command is
    unusable, 3 a fault of the grader itself.
    """
    if not folder.is_dir():
        raise refuse(f"{folder}: a folder of submissions was expected, but there is none")
    paths = submissions_in(folder)
    if not paths:
        raise refuse(f"{folder}: there is no .py or .ipynb file in this folder")
    marked = _mark(paths, min(jobs, len(paths)))
    _print(marked, folder)
    try:
        if json_file is not None:
            write_whole(
                json_file, json.dumps(_data(marked, folder), indent=2, ensure_ascii=False) + "\n"
            )
        if csv_file is not None:
            write_whole(csv_file, as_csv(marked, folder))
    except UnwritableError as error:
        raise refuse(str(error)) from None
    kinds = {status(each) for each in marked}
    sys.exit(OUR_FAULT if "grader-fault" in kinds else SOME_UNUSABLE if "unusable" in kinds else 0)


def _mark(paths: list[Path], jobs: int) -> list[Marked]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("marking", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("marking", total=len(paths))
        marked = []
        for each in mark_all(paths, jobs):
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
        name = each.path.relative_to(folder).as_posix()
        result = each.result
        marks = f"{result.score:.4g}/{result.max_score:.4g}" if result else "–"
        table.add_row(Text(in_print(name)), marks, Text(in_print(_note(each))))
    Console(highlight=False).print(table)


def _note(marked: Marked) -> str:
    """What stands out in a file: the mistakes that have a name, or why there are no marks."""
    if marked.result is None:
        return marked.error.removeprefix(f"{marked.path.name}: ").removeprefix(f"{marked.path}: ")
    slips = [
        slip
        for p in marked.result.problems
        for f in p.fields
        if f.score < f.max_score
        for slip in f.slips[:1]
    ]
    return ", ".join(dict.fromkeys(slips))


def _data(marked: list[Marked], folder: Path) -> dict[str, Any]:
    return {
        "submissions": [
            {
                "file": each.path.relative_to(folder).as_posix(),
                "status": status(each),
                "error": each.error or None,
                "result": as_data(each.result) if each.result else None,
            }
            for each in marked
        ]
    }
