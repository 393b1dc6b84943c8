"""``grader key``."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli import refuse


@click.group()
def command() -> None:
    """Make the key of a course, from which the variants of all its students come."""


@command.command("new")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default="course.key")
def new(file: Path) -> None:
    """Write a new key to FILE (course.key), which only you may read.

    A key that is there is never overwritten.
    """
    from grader.course.key import CourseKeyError, new_key

    try:
        new_key(file)
    except CourseKeyError as error:
        raise refuse(str(error)) from None
    click.echo(file)
    click.echo(
        "Keep a copy in a safe place: without this key no sheet can be drawn again. Keep it out\n"
        "of repositories and from students: with it every sheet can be drawn, and solved.",
        err=True,
    )
