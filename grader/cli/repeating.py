"""What ``grader solution --repeat`` writes: a script that repeats a check."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from grader.cli import refuse
from grader.files.whole import UnwritableError, readable, write_whole
from grader.render.repeat.script import script
from grader.sheet.sheet import Problem, Sheet
from problems.family import InCode


def write_script(sheet: Sheet, wanted: str, file: Path) -> None:
    """Write the script of a check, by the number of its problem and its name: ``3.integers``."""
    key, _, name = wanted.partition(".")
    problem = _problem(sheet, key)
    checks = {check.name: check for check in problem.variant.checks}
    if name not in checks:
        close = difflib.get_close_matches(name, checks, n=1)
        meant = f"is {key}.{close[0]} meant? " if close else ""
        what = f"problem {key} has no check called {name!r}" if name else "a check was expected"
        raise refuse(f"--repeat: {what}; {meant}there are {', '.join(checks)}")
    try:
        write_whole(file, script(sheet, problem, checks[name]), make_folder=False)
    except UnwritableError as error:
        raise refuse(str(error)) from None
    click.echo(f"{readable(str(file))}: run it with: python {readable(str(file))} SUBMISSION")


def _problem(sheet: Sheet, key: str) -> Problem:
    in_code = {
        one.key: one for one in sheet.problems if isinstance(one.variant.family.task, InCode)
    }
    if key not in in_code:
        there_are = f"there are {', '.join(in_code)}" if in_code else "this sheet has none"
        raise refuse(f"--repeat: problem {key!r} is none in code of this sheet; {there_are}")
    return in_code[key]
