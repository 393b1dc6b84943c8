"""``grader show``."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from grader.cli import refuse
from grader.cli.options import (
    language_option,
    level_option,
    network_option,
    solution_option,
    variant_seed_option,
)
from grader.cli.own_families import blamed_on_own, families_option
from grader.cli.own_languages import languages_option
from grader.files.whole import UnwritableError, write_whole
from grader.render.blanks import wanted_definition, wanted_format
from grader.render.page import page
from grader.render.plain import plain_data
from grader.render.statement import code, heading, points_of, problem_document
from grader.render.text import one_line, text
from grader.sheet.sheet import Problem, SheetError, draw_sheet
from problems.family import ByHand, Level
from problems.sentences import Language

_COLUMNS = 80  # where there is no terminal
_MOST_COLUMNS = 100


@click.command()
@families_option
@languages_option
@click.argument("family")
@variant_seed_option
@level_option
@language_option
@network_option
@click.option("--example", help="A published example instead of a drawn variant.")
@solution_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--html",
    "page_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page of HTML to this file, which needs nothing else.",
)
def command(
    family: str,
    seed: str,
    level: Level,
    language: Language,
    network: Mapping[str, Any] | None,
    example: str | None,
    solution: bool,
    as_json: bool,
    page_file: Path | None,
) -> None:
    """Print one variant of FAMILY, for the terminal; or write it as a page of HTML."""
    if as_json and page_file is not None:
        raise refuse("one output is written at a time: --json or --html was expected, not both")
    source = click.get_current_context().get_parameter_source("level")
    if example is not None and source is not ParameterSource.DEFAULT:
        raise refuse("an example has no level: --example or --level was expected, not both")
    if example is not None and network is not None:
        raise refuse("an example is drawn already: --example or --network was expected, not both")
    request = f"{family}:{level}" if example is None else f"{family}@{example}"
    with blamed_on_own([family]):
        try:
            problem = draw_sheet(seed, [request], language, network).problems[0]
        except SheetError as error:
            raise refuse(str(error)) from None
        if as_json:
            data = variant_data(problem, language, solution=solution)
            click.echo(json.dumps(data, indent=2, ensure_ascii=False))
            return
        document = problem_document(problem, language, solution=solution, level=1)
        if page_file is None:
            click.echo(text(document, width_of_lines()))
            return
        try:
            write_whole(page_file, page(document, heading(problem, language), language))
        except UnwritableError as error:
            raise refuse(str(error)) from None
        click.echo(page_file)


def width_of_lines() -> int:
    """Columns to write in: those of the terminal, as far as lines of that length can be read."""
    if not sys.stdout.isatty():
        return _COLUMNS
    return min(shutil.get_terminal_size().columns, _MOST_COLUMNS)


def variant_data(problem: Problem, language: Language, *, solution: bool) -> dict[str, Any]:
    """A variant as plain data; exact values that are not whole are strings like ``"1/2"``."""
    variant = problem.variant
    data: dict[str, Any] = {
        "family": variant.family.key,
        "kind": variant.family.kind,
        "level": variant.level,
        "language": language,
        "seed": variant.seed,
        "example": variant.example,
        "given": dict(variant.parameters),
    }
    if isinstance(variant.family.task, ByHand):
        asked = variant.working.asked
        data["asked"] = [
            {
                "name": a.name,
                "marks": a.marks,
                "format": one_line(wanted_format(problem, a, language)),
            }
            for a in asked
        ]
        if solution:
            values = variant.exact
            data["answers"] = {a.name: plain_data(values[a.name]) for a in asked}
    else:
        data["asked"] = [
            {
                "name": name,
                "marks": points_of(problem, name),
                "format": wanted_definition(problem, name, language),
            }
            for name in variant.functions
        ]
        if solution:
            source = code(problem, language, "solution.py.j2")
            data["answers"] = dict.fromkeys(variant.functions, source)
    return data
