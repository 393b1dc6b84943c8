"""``grader generate``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from grader.cli import refuse
from grader.cli.options import (
    handing_out_options,
    language_option,
    network_option,
    refuse_given,
    seed_option,
    solution_option,
)
from grader.cli.own_families import blamed_on_own, families_option
from grader.files.whole import UnwritableError, write_whole
from grader.render.notebook import notebook
from grader.render.script import blank, model, script
from grader.render.sheet_as_markdown import sheet_markdown
from grader.sandbox.outside.versions import marking_versions, versions_in_words
from grader.sheet.sheet import DEFAULT_PROBLEMS, Sheet, SheetError, draw_sheet
from problems.sentences import Language


@click.command()
@click.argument("assignment", required=False, type=click.Path(path_type=Path))
@families_option
@seed_option
@click.option(
    "--problem",
    "problems",
    multiple=True,
    metavar="FAMILY[:LEVEL]",
    help="A problem of the sheet; may be given several times. FAMILY@EXAMPLE is a published "
    f"example. Without it: {', '.join(DEFAULT_PROBLEMS)}.",
)
@network_option
@language_option
@solution_option
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write to; it is made if need be.",
)
@click.option("--force", is_flag=True, help="Overwrite files that somebody has filled in.")
@handing_out_options
def command(
    assignment: Path | None,
    seed: int,
    problems: tuple[str, ...],
    network: Mapping[str, Any] | None,
    language: Language,
    solution: bool,
    folder: Path,
    force: bool,
    roster: Path | None,
    only: tuple[str, ...],
    formats: tuple[str, ...],
    attempt: int,
    jobs: int,
) -> None:
    """Write a sheet: sheet.md, and submission.py and .ipynb, of which one is filled in.

    With --network every problem of a family that can be about a network of your own is about it.
    With --solution also solution.py and solution.ipynb.

    With ASSIGNMENT, an assignment.toml or its folder, write the sheets of a roster: in a folder for
    each student, without seeds and solutions. The same command goes on where it was stopped; who
    has joined since gets a sheet, and nobody's changes.
    """
    if assignment is not None:
        refuse_given(
            ("seed", "problems", "network", "language", "solution"),
            "is for practice sheets; an assignment says itself what it sets, and its roster in "
            "which language (solutions come by 'grader publish')",
        )
        from grader.cli.handing_out import write_sheets

        write_sheets(assignment, roster, only, formats, attempt, folder, jobs, force=force)
        return
    refuse_given(
        ("roster", "only", "formats", "attempt", "jobs"),
        "goes with an assignment: name its folder, or its assignment.toml",
    )
    families = [re.split("[:@]", request)[0] for request in problems]
    with blamed_on_own(families):
        try:
            sheet = draw_sheet(str(seed), problems or DEFAULT_PROBLEMS, language, network)
            files = sheet_files(sheet, solution=solution, versions=_versions(sheet))
            if not force:
                _refuse_to_overwrite(folder, files)
            for name, text in files.items():
                write_whole(folder / name, text)
                click.echo(folder / name)
        except SheetError as error:
            raise refuse(error.said_in(language), language if error.key else "en") from None
        except UnwritableError as error:
            raise refuse(str(error)) from None


def _refuse_to_overwrite(folder: Path, files: dict[str, str]) -> None:
    """Work that is there already is not lost; a file with the very same text is no work."""
    for name in ("submission.py", "submission.ipynb"):
        path = folder / name
        if path.is_file() and path.read_bytes() != files[name].encode():
            raise refuse(
                f"{path} is there already, and is not what would be written: somebody may have "
                "filled it in; choose another folder, or overwrite it with --force"
            )


def _versions(sheet: Sheet) -> str:
    """What marks a sheet, if it is marked where it is made."""
    return versions_in_words(marking_versions(("torch",) if sheet.uses_torch else ()))


def sheet_files(sheet: Sheet, *, solution: bool, versions: str = "") -> dict[str, str]:
    """The files of a sheet, by name; ``versions`` says what marks it, if that is to be told."""
    files = {
        "sheet.md": sheet_markdown(sheet, "submission.py", versions=versions),
        "submission.py": script(sheet, blank),
        "submission.ipynb": notebook(sheet, "submission.ipynb", versions=versions),
    }
    if solution:
        files["solution.py"] = script(sheet, model)
        files["solution.ipynb"] = notebook(
            sheet, "solution.ipynb", solution=True, versions=versions
        )
    return files
