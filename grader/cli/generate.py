"""``grader generate``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from grader.cli import refuse
from grader.cli.banks import (
    bank_files,
    banks_in,
    practice_bank,
    variants_option,
    write_assignment_bank,
)
from grader.cli.marking_options import refuse_given
from grader.cli.options import (
    handing_out_options,
    language_option,
    network_option,
    seed_option,
    solution_option,
)
from grader.cli.own_families import blamed_on_own, families_option
from grader.cli.own_languages import languages_option
from grader.files.whole import UnwritableError, write_whole
from grader.formats.table import FORMATS, USUAL, Manner, Written, written
from grader.sandbox.outside.versions import marking_versions, versions_in_words
from grader.sheet.sheet import DEFAULT_PROBLEMS, Sheet, SheetError, draw_sheet
from problems.sentences import Language


@click.command()
@click.argument("assignment", required=False, type=click.Path(path_type=Path))
@families_option
@languages_option
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
@variants_option
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
    bulk: Path | None,
    bulk_solutions: Path | None,
    jobs: int,
    variants: int,
) -> None:
    """Write a sheet: sheet.md, and submission.py and .ipynb, of which one is filled in.

    With --format other forms of it (sheet.html and so on). With --network every problem of a family
    that can be about a network of your own is about it. With --solution also each form solved.

    With ASSIGNMENT, an assignment.toml or its folder, write the sheets of a roster: in a folder for
    each student, without seeds and solutions. The same command goes on where it was stopped; who
    has joined since gets a sheet, and nobody's changes. --bulk writes them into one PDF as well.

    moodle, canvas and qti have the answers: they are for the lecturer. With --variants they are a
    bank, and of an ASSIGNMENT they are one that is nobody's sheet.
    """
    banks = banks_in(formats, variants)
    if assignment is not None:
        refuse_given(
            ("seed", "problems", "network", "language", *(() if banks else ("solution",))),
            "is for practice sheets; an assignment says itself what it sets, and its roster in "
            "which language (solutions come by 'grader publish')",
        )
        if banks:
            refuse_given(
                ("roster", "only", "attempt", "bulk", "bulk_solutions", "jobs"),
                "is for the sheets of students; a bank is nobody's sheet",
            )
            write_assignment_bank(assignment, formats, variants, folder, solution=solution)
            return
        from grader.cli.handing_out import ToPrint, write_sheets

        to_print = ToPrint(bulk, bulk_solutions)
        write_sheets(
            assignment, roster, only, formats, attempt, folder, jobs, to_print, force=force
        )
        return
    refuse_given(
        ("roster", "only", "attempt", "bulk", "bulk_solutions", "jobs"),
        "goes with an assignment: name its folder, or its assignment.toml",
    )
    families = [re.split("[:@]", request)[0] for request in problems]
    with blamed_on_own(families):
        try:
            requests = problems or DEFAULT_PROBLEMS
            sheet = draw_sheet(str(seed), requests, language, network)
            versions = _versions(sheet)
            others = [each for each in formats if each not in banks]
            files = sheet_files(sheet, solution=solution, formats=others, versions=versions)
            if banks:
                sheets = practice_bank(str(seed), requests, language, variants, network)
                files |= bank_files(sheets, banks, _TO_READ, solution=solution)
            if not force:
                _refuse_to_overwrite(folder, files)
            for name, content in files.items():
                write_whole(folder / name, content)
                click.echo(folder / name)
        except SheetError as error:
            raise refuse(error.said_in(language), language if error.key else "en") from None
        except UnwritableError as error:
            raise refuse(str(error)) from None


def _refuse_to_overwrite(folder: Path, files: Mapping[str, Written]) -> None:
    """Work that is there already is not lost; a file with the very same text is no work."""
    for form in FORMATS.values():
        name = f"{_TO_FILL_IN}.{form.ending}"
        path = folder / name
        if name in files and path.is_file() and path.read_bytes() != _as_bytes(files[name]):
            raise refuse(
                f"{path} is there already, and is not what would be written: somebody may have "
                "filled it in; choose another folder, or overwrite it with --force"
            )


def _as_bytes(content: Written) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _versions(sheet: Sheet) -> str:
    """What marks a sheet, if it is marked where it is made."""
    return versions_in_words(marking_versions(("torch",) if sheet.uses_torch else ()))


_TO_FILL_IN, _TO_READ, _SOLVED = "submission", "sheet", "solution"


def sheet_files(
    sheet: Sheet, *, solution: bool, formats: Iterable[str] = USUAL, versions: str = ""
) -> dict[str, Written]:
    """The files of a sheet, by name; ``versions`` says what marks it, if that is to be told.

    What is read stands before what is filled in, and solutions last.
    """
    chosen = sorted(formats, key=lambda each: FORMATS[each].filled_in)
    blank = Manner(_TO_FILL_IN, versions=versions)
    files = {
        f"{_TO_FILL_IN if form.filled_in else _TO_READ}.{form.ending}": form.write(sheet, blank)
        for form in (FORMATS[each] for each in chosen)
    }
    if solution:
        files |= written(sheet, chosen, Manner(_SOLVED, solution=True, versions=versions))
    return files
