"""``grader show``."""

from __future__ import annotations

import json
from typing import Any

import click
from click.core import ParameterSource

from grader.cli import refuse
from grader.cli.options import language_option, level_option, seed_option, solution_option
from grader.cli.own_families import families_option
from grader.render.blanks import wanted_definition, wanted_format
from grader.render.markdown import problem_page
from grader.render.plain import plain_data
from grader.render.statement import code, points_of
from grader.sheet.sheet import Problem, SheetError, requested_variant
from problems.family import ByHand, Level
from problems.sentences import Language


@click.command()
@families_option
@click.argument("family")
@seed_option
@level_option
@language_option
@click.option("--example", help="A published example in place of a drawn variant.")
@solution_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    family: str,
    seed: int,
    level: Level,
    language: Language,
    example: str | None,
    solution: bool,
    as_json: bool,
) -> None:
    """Print one variant of FAMILY."""
    source = click.get_current_context().get_parameter_source("level")
    if example is not None and source is not ParameterSource.DEFAULT:
        raise refuse("an example has no level: --example or --level was expected, not both")
    request = f"{family}:{level}" if example is None else f"{family}@{example}"
    try:
        problem = Problem("1", requested_variant(request, str(seed)))
    except SheetError as error:
        raise refuse(str(error)) from None
    if as_json:
        data = variant_data(problem, language, solution=solution)
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        click.echo(problem_page(problem, language, solution=solution))


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
            {"name": a.name, "marks": a.marks, "format": wanted_format(problem, a, language)}
            for a in asked
        ]
        if solution:
            values = variant.working.solve_in_symbols()
            data["answers"] = {a.name: plain_data(values[a.name]) for a in asked}
    else:
        task = variant.family.task
        data["asked"] = [
            {
                "name": name,
                "marks": points_of(problem, name),
                "format": wanted_definition(problem, name, language),
            }
            for name in task.names
        ]
        if solution:
            source = code(problem, language, "solution.py.j2")
            data["answers"] = dict.fromkeys(task.names, source)
    return data
