"""``grader store``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.cli import refuse
from grader.cli.courses import assignment_in, assignment_option
from grader.cli.marking_options import store_option
from grader.cli.stored import store_of
from grader.files.whole import UnwritableError, readable, require_writable, write_whole

FAULTY = 1
_MOST_TOLD = 20


@click.group()
def command() -> None:
    """Look after the store of an assignment, in which 'grader batch' keeps every result."""


@command.command("verify")
@assignment_option
@store_option
def verify(path: Path, store_said: str | None) -> None:
    """Look whether all that is in the store is as it was written, and fits together.

    Exit status: 0 it does, 1 it does not, 2 there is no store, or it cannot be read.
    """
    from grader.store.verifying import verified

    with store_of(assignment_in(path), store_said) as store:
        found = verified(store)
        click.echo(
            f"{found.batches} batches, {found.results} results, {found.contents} different files: "
            + ("all is as it was written" if not found.faults else f"{len(found.faults)} faults")
        )
        for fault in found.faults[:_MOST_TOLD]:
            click.echo(f"  {fault}")
        if found.faults:
            click.echo("restore the store from a copy that is without faults", err=True)
            sys.exit(FAULTY)


@command.command("log")
@assignment_option
@store_option
def log(path: Path, store_said: str | None) -> None:
    """List the batches and regrades of the assignment: when, by which version, what came of it."""
    from grader.store.reading import batches

    assignment = assignment_in(path)
    with store_of(assignment, store_said) as store:
        found = batches(store, assignment.id)
        for each in found:
            ended = "not applied" if each.kind == "trial" else "not ended"
            if each.files is not None:
                ended = f"{each.files} files"
            click.echo(
                f"{each.number}  {each.began}  {each.kind}  revision {each.revision}  "
                f"grader {each.version}  {ended}, {each.results} results"
            )
        if not found:
            click.echo(f"nothing was marked for {assignment.id!r} yet", err=True)


@command.command("export")
@click.argument("student", metavar="STUDENT")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE.zip",
    help="Where to write it.",
)
@assignment_option
@store_option
def export(student: str, out: Path, path: Path, store_said: str | None) -> None:
    """Write all that the store has of STUDENT: data, files, results, feedback."""
    from grader.store.erasing import exported, number_of

    assignment = assignment_in(path)
    try:
        require_writable(out)
        with store_of(assignment, store_said) as store:
            data = exported(store, number_of(store, assignment.id, student))
        write_whole(out, data, make_folder=False)
    except UnwritableError as error:
        raise refuse(readable(str(error))) from None
    click.echo(readable(str(out)))


@command.command("erase")
@click.argument("student", metavar="STUDENT")
@click.option("--yes", is_flag=True, help="Do it; without this it is only told what would go.")
@assignment_option
@store_option
def erase(student: str, yes: bool, path: Path, store_said: str | None) -> None:
    """Erase what is personal of STUDENT from the store; marks stay, under a pseudonym.

    Names, files, answers, feedback and reasons go, and cannot be had again.
    """
    from grader.store.erasing import erase as erased_of
    from grader.store.erasing import number_of, would_erase

    assignment = assignment_in(path)
    with store_of(assignment, store_said) as store:
        person = number_of(store, assignment.id, student)
        if not yes:
            there = would_erase(store, person)
            raise refuse(
                f"{there.results} results and {there.files} files of {student!r} would be erased "
                "for good; 'grader store export' keeps a copy, and --yes does it"
            )
        store.lock(assignment.id)
        done = erased_of(store, person)
    click.echo(
        f"{done.results} results and {done.files} files of {readable(student)} are erased; the "
        f"marks are those of {done.pseudonym} now"
    )
    click.echo(
        "Not in the store, and so still there: the roster, what was drawn and set by hand "
        "(private), files that were handed in or out, feedback and tables that were written, and "
        "copies.",
        err=True,
    )
