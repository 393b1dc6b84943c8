"""``grader schema``."""

from __future__ import annotations

import json

import click

from grader.exports.schemas import DOCUMENTS, schema_of


@click.command()
@click.argument("name", type=click.Choice(list(DOCUMENTS)))
def command(name: str) -> None:
    """Print the JSON Schema (draft 2020-12) of what the grader writes as JSON.

    That is of 'check --json' (result), of 'batch FOLDER --json' (batch), and of 'batch ASSIGNMENT
    FOLDER --json' (class). Each document names its format and its version.
    """
    click.echo(json.dumps(schema_of(name), indent=2, ensure_ascii=False))
