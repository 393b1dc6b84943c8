"""``grader families``."""

from __future__ import annotations

import json

import click
from rich.padding import Padding
from rich.table import Table

from grader.cli.own_families import families_option
from grader.report.console import console_for_tables
from problems.catalogue import family, family_keys
from problems.family import LEVELS
from problems.sentences import LANGUAGES


@click.command()
@families_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(as_json: bool) -> None:
    """List the exercise families: key, kind, levels, languages, published examples."""
    rows = [
        {
            "key": key,
            "kind": family(key).kind,
            "levels": list(LEVELS),
            "languages": list(LANGUAGES),
            "examples": list(family(key).examples),
        }
        for key in family_keys()
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    _print(
        [
            (key, chosen.kind, " ".join(LEVELS), " ".join(LANGUAGES), " ".join(chosen.examples))
            for key, chosen in ((key, family(key)) for key in family_keys())
        ]
    )


def _print(rows: list[tuple[str, ...]]) -> None:
    """A table; in a narrow terminal a few lines for each family, so that nothing is cut off."""
    console = console_for_tables()
    head = ("family", "kind", "levels", "languages", "examples")
    table = Table(box=None, pad_edge=False)
    for column in head:
        table.add_column(column, no_wrap=column != "examples")
    for row in rows:
        table.add_row(*row)
    *columns, examples = zip(head, *rows, strict=True)
    words = [word for cell in examples for word in cell.split()]
    needed = [max(map(len, column)) + 2 for column in (*columns, words)]
    if sum(needed) - 2 <= console.width:
        console.print(table)
        return
    for key, *others in rows:
        console.print(key, style="bold", soft_wrap=True)
        console.print(Padding("; ".join(others), (0, 0, 0, 2), expand=False))
