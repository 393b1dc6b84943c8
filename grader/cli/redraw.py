"""``grader redraw``."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli import refuse
from grader.cli.courses import (
    assignment_in,
    assignment_option,
    chosen,
    key_of,
    problem_of,
    roster_of,
    roster_option,
    told,
)
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.course.drawing import Distinct
from grader.course.overrides import OverrideError, overrides_of, read_overrides
from grader.course.record import RecordError, Sitting, opened, sitting_of
from grader.course.sheets_table import write_table
from grader.course.unchanged import ChangedError, require_unchanged
from grader.files.whole import UnwritableError

_MOST_CHARACTERS = 200


@click.command()
@click.argument("student")
@click.argument("problem")
@click.option("--reason", required=True, help="Why; it is kept with the record.")
@assignment_option
@roster_option
@families_option
@languages_option
@click.option(
    "--attempt", type=click.IntRange(min=1), default=1, show_default=True, help="Of which sheet."
)
def command(
    student: str, problem: str, reason: str, path: Path, roster: Path | None, attempt: int
) -> None:
    """Draw PROBLEM (its number) of STUDENT anew: another variant, which nobody else has.

    The record keeps what was there before. The sheet gets another code, and has to be handed out
    again; what is handed in by the old one is said to be so.
    """
    assignment = assignment_in(path)
    key = key_of(assignment)
    everybody = roster_of(assignment, roster)
    who = chosen(everybody, [student])[0]
    which = problem_of(assignment, problem)
    reason = " ".join(reason.split())
    if not reason or len(reason) > _MOST_CHARACTERS or not reason.isprintable():
        raise refuse(f"--reason: a text of 1 to {_MOST_CHARACTERS} characters was expected")
    if not which.is_drawn:
        raise refuse(
            f"problem {which.key} is the same for all, so that nothing can be drawn anew; change "
            "it in assignment.toml, with a new revision"
        )
    sitting = sitting_of(assignment, who, attempt)
    with (
        told(RecordError, ChangedError, UnwritableError),
        opened(assignment.folder, assignment.id) as record,
    ):
        require_unchanged(assignment, key, record)
        if sitting not in record:
            raise refuse(
                f"{who.id} has no sheet of attempt {attempt} yet; 'grader generate' draws it"
            )
        old = next(one for one in record.of(sitting) if one.problem.key == which.key)
        new = Distinct(assignment, key, record).redrawn(old, which, reason)
        if new is None:
            raise refuse(
                f"{which.family}:{which.level} has no variant left that nobody has; take another "
                "level or family, with a new revision"
            )
        record.keep([new])
        write_table(assignment, key, record, everybody)
    with told(OverrideError):
        own = overrides_of(read_overrides(assignment.folder), *_whose(sitting))
    if any(problem == which.key for problem, _ in own):
        click.echo(
            f"points of problem {which.key} of {who.id} were set by hand, and hold for the new "
            "exercise too; 'grader override ... --withdraw' takes them back if that is not meant",
            err=True,
        )
    click.echo(
        f"problem {which.key} of {who.id} was drawn anew; hand the sheet out again: grader "
        f"generate {click.format_filename(path)} --student {who.id} --out ... --force"
    )


def _whose(sitting: Sitting) -> tuple[str, int, int]:
    return sitting.student, sitting.revision, sitting.attempt
