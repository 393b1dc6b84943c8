"""Options of commands that mark an assignment, and what they refuse.

Light to import: ``grader batch`` starts the processes that mark before anything heavy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from grader.cli import refuse
from grader.store.place import FROM_ENVIRONMENT

F = TypeVar("F", bound=Callable[..., Any])

roster_of_assignment = click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="With an assignment: its students; roster.csv beside it if not given.",
)


def store_option(function: F) -> F:
    """``--store``: where results are kept."""
    return click.option(
        "--store",
        "store_said",
        metavar="FILE|URL",
        help="With an assignment: where its results are kept, a file or postgresql://USER@HOST/DB. "
        f"If not given: what {FROM_ENVIRONMENT} says, or private/store.sqlite beside the "
        "assignment.",
    )(function)


def cluster_option(function: F) -> F:
    """``--cluster``: where the workers are."""
    return click.option(
        "--cluster",
        "cluster",
        metavar="tcp://HOST:PORT",
        help="With an assignment: have the workers of this scheduler of Dask mark, and not this "
        "machine. Each needs the same version of the grader.",
    )(function)


def course_batch_options(function: F) -> F:
    """Options of marking the submissions of an assignment."""
    options = (
        roster_of_assignment,
        click.option(
            "--feedback",
            type=click.Path(path_type=Path, file_okay=False),
            metavar="DIR",
            help="With an assignment: write a page and a text for each student, in folders.",
        ),
        click.option(
            "--times",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="CSV",
            help="With an assignment: when files were handed in (columns file or student, time). "
            "The dates of the files themselves are never looked at.",
        ),
        click.option(
            "--spreadsheet",
            is_flag=True,
            help="With an assignment: write the CSV for spreadsheets of countries with a decimal "
            "comma (semicolons, and a mark of UTF-8).",
        ),
        store_option,
        cluster_option,
        click.option(
            "--anew",
            is_flag=True,
            help="With an assignment: mark what was marked before once more, and run all programs.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


def refuse_given(names: Sequence[str], why: str) -> None:
    """Refuses each option of these that was given, as it is typed. Raises UnusableError."""
    context = click.get_current_context()
    for option in context.command.params:
        source = context.get_parameter_source(option.name or "")
        if option.name in names and source is not ParameterSource.DEFAULT:
            raise refuse(f"{option.opts[0]} {why}")
