"""``grader verify``."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from grader.certification.as_html import as_html
from grader.certification.certificate import Certificate, as_data
from grader.certification.survey import Plan, certify
from grader.certification.terminal import print_certificate
from grader.cli import refuse
from grader.cli.own_families import blamed_on_own, families_option
from grader.files.whole import UnwritableError, require_writable, write_whole
from grader.render.proofreading import proofread
from grader.report.console import console_for_tables
from grader.sandbox.outside.sandbox import NoSandboxError, Sandbox
from problems.catalogue import UnknownFamilyError, family, family_keys
from problems.family import LEVELS, Level

FAULTY = 1


@click.command()
@click.argument("families", nargs=-1, metavar="[FAMILY]...")
@click.option(
    "--seeds",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="How many seeds of each level.",
)
@click.option(
    "--first",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="The first of the seeds.",
)
@click.option("--level", type=click.Choice(LEVELS), help="One level only.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="all cores",
    help="How many processes work at a time.",
)
@click.option(
    "--every-slip",
    is_flag=True,
    help="Hand in each mistake on every variant; without it they take turns.",
)
@click.option("--texts", is_flag=True, help="Only list what is missing in a language, or off.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    help="Also write a page with drawings of all this to this file.",
)
@families_option
def command(
    families: tuple[str, ...],
    seeds: int,
    first: int,
    level: Level | None,
    jobs: int,
    every_slip: bool,
    texts: bool,
    as_json: bool,
    html: Path | None,
) -> None:
    """Certify FAMILIES, or all: what has to hold before a student sees a variant.

    Variants are drawn, solved by two engines, written in every language, handed in rightly, empty
    and with each known mistake, and marked.

    Exit status: 0 everything holds, 1 there are faults, 2 the command is unusable, 3 a fault of
    the grader itself.
    """
    keys = _known(families)
    if texts:
        with blamed_on_own(keys):
            found_any = _list_texts(keys, as_json=as_json)
        sys.exit(FAULTY if found_any else 0)
    try:
        if html is not None:
            require_writable(html)  # said before the work, not after it
        with Sandbox() as sandbox:
            sandbox.level  # noqa: B018  (which is found out by trying)
    except (UnwritableError, NoSandboxError) as error:
        raise refuse(str(error)) from None
    plan = Plan(keys, (level,) if level else LEVELS, seeds, first, every_slip)
    found: list[Certificate] = []
    console = console_for_tables()
    for each in _with_progress(plan, jobs):
        found.append(each)
        if not as_json:
            print_certificate(console, each)
    if as_json:
        click.echo(json.dumps([as_data(each) for each in found], indent=2, ensure_ascii=False))
    if html is not None:
        write_whole(html, as_html(found))
    sys.exit(0 if all(each.is_clean for each in found) else FAULTY)


def _known(families: tuple[str, ...]) -> tuple[str, ...]:
    try:
        for key in families:
            family(key)
    except UnknownFamilyError as error:
        raise refuse(f"{error}; 'grader families' lists them") from None
    return tuple(dict.fromkeys(families)) or family_keys()


def _list_texts(keys: tuple[str, ...], *, as_json: bool) -> bool:
    """Print what is missing or off in some language; whether anything is."""
    found = [fault for fault in proofread(keys) if fault.family in ("", *keys)]
    if as_json:
        click.echo(json.dumps([vars(each) for each in found], indent=2, ensure_ascii=False))
    for each in found if not as_json else ():
        click.echo(str(each))
    return bool(found)


def _with_progress(plan: Plan, jobs: int) -> Iterator[Certificate]:
    """The certificates as they get ready, with a bar on the terminal meanwhile."""
    total = len(plan.families) * (len(plan.levels) * plan.seeds + 1)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("variants", total=total)

        def advance(key: str, variants: int) -> None:
            progress.update(task, advance=variants, description=key)

        yield from certify(plan, jobs, advance)
