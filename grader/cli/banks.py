"""Banks of questions for learning management systems: what they are written with, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from grader.cli import refuse
from grader.files.whole import UnwritableError, write_whole
from grader.formats.table import FORMATS, Manner, Written
from grader.sheet.sheet import Sheet, SheetError
from problems.sentences import Language

F = TypeVar("F", bound=Callable[..., Any])

BANKS = tuple(name for name, form in FORMATS.items() if form.bank is not None)


def variants_option(function: F) -> F:
    """``--variants``: how many of each problem."""
    return click.option(
        "--variants",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help=f"With {', '.join(BANKS)}: a bank of so many different variants of each problem.",
    )(function)


def banks_in(formats: Iterable[str], variants: int) -> tuple[str, ...]:
    """Those of the formats that are banks. Refuses variants where there are none."""
    found = tuple(each for each in formats if each in BANKS)
    if variants > 1 and not found:
        raise refuse(
            f"--variants goes with a form that holds many: one of {', '.join(BANKS)} was expected "
            "in --format"
        )
    return found


def practice_bank(
    seed: str,
    requests: Sequence[str],
    language: Language,
    variants: int,
    network: Mapping[str, Any] | None,
) -> tuple[Sheet, ...]:
    """The sheets of a bank for practice. Raises SheetError."""
    from grader.lms.bank import bank

    return bank(seed, requests, language, variants, network)


def bank_files(
    sheets: Sequence[Sheet], formats: Iterable[str], name: str, *, solution: bool
) -> dict[str, Written]:
    """The files of a bank by their names."""
    manner = Manner(name, solution=solution)
    files: dict[str, Written] = {}
    for each in formats:
        form = FORMATS[each]
        if form.bank is not None:
            files[f"{name}.{form.ending}"] = form.bank(sheets, manner)
    return files


def write_assignment_bank(
    path: Path, formats: Sequence[str], variants: int, out: Path, *, solution: bool
) -> None:
    """Write a bank of an assignment for the lecturer, a file for each of its languages."""
    from grader.cli.courses import assignment_in, key_of, told
    from grader.course.bank import assignment_bank

    if others := [each for each in formats if each not in BANKS]:
        raise refuse(
            f"{', '.join(BANKS)} have the answers and are for the lecturer, but {others[0]} is for "
            "students: write them by two commands, to two folders"
        )
    assignment = assignment_in(path)
    key = key_of(assignment)
    with told(SheetError, UnwritableError):
        for language in assignment.languages:
            name = f"{assignment.id}-{language}" if assignment.languages[1:] else assignment.id
            sheets = assignment_bank(assignment, key, language, variants)
            for file, content in bank_files(sheets, formats, name, solution=solution).items():
                write_whole(out / file, content)
                click.echo(out / file)
