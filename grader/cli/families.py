"""``grader families``."""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.table import Table

from problems.catalogue import family, family_keys
from problems.family import LEVELS
from problems.sentences import LANGUAGES


@click.command()
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
    table = Table(box=None, pad_edge=False)
    for column in ("family", "kind", "levels", "languages", "examples"):
        table.add_column(column)
    for key in family_keys():
        table.add_row(
            key,
            family(key).kind,
            " ".join(LEVELS),
            " ".join(LANGUAGES),
            " ".join(family(key).examples),
        )
    Console(highlight=False).print(table)
