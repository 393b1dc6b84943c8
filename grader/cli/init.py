"""``grader init``."""

from __future__ import annotations

import datetime
from importlib.metadata import version
from pathlib import Path

import click

from grader.cli import refuse


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Begin an assignment in DIR: an assignment.toml and a roster to change, and files for CI.

    Nothing that is there is overwritten, and either all files are written or none.
    """
    from grader.course.start import StartError, start, start_files

    today = datetime.datetime.now(tz=datetime.UTC).date()
    files = start_files(folder.resolve().name, today, version("conv-grader"))
    try:
        start(folder, files)
    except StartError as error:
        raise refuse(str(error)) from None
    for name in files:
        click.echo(folder / name)
    click.echo(_next(folder), err=True)


def _next(folder: Path) -> str:
    """What is to be done now: a course has one key, which may be in the folder above."""
    from grader.course.key import FILE_NAME, CourseKeyError, read_key

    try:
        read_key(folder)
    except CourseKeyError:
        return f"Next: grader key new {folder / FILE_NAME}"
    return "The course key is there already; the assignment uses it."
