"""``grader check``.

The student's process is started first, so that its imports overlap with ours; hence the imports
inside the functions.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli import OUR_FAULT, refuse
from grader.cli.running import limit_option, unsafe_option
from grader.sandbox.confinement.level import NONE
from grader.sandbox.forkserver import MissingModuleError
from grader.sandbox.sandbox import NoSandboxError, Sandbox

if TYPE_CHECKING:
    from grader.limits import LimitChange
    from grader.marking.result import SheetResult
    from grader.sheet import Sheet

NOT_ENOUGH = 1


class _Score(click.ParamType[str]):
    """Marks, or a percentage of the marks that there are."""

    name = "score"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            amount = float(value.removesuffix("%"))
        except ValueError:
            amount = math.nan
        if not math.isfinite(amount):
            self.fail(
                f"{value!r} is no score; marks (30) or a percentage (80%) were expected",
                param,
                ctx,
            )
        if amount < 0 or (value.endswith("%") and amount > 100):
            self.fail(
                f"{value!r} is out of range; 0 or more marks, or 0% to 100%, were expected",
                param,
                ctx,
            )
        return value


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--junit", type=click.Path(path_type=Path), help="Also write JUnit XML to this file.")
@click.option(
    "--min-score", type=_Score(), help="Marks (or, with %, a percentage) that count as enough."
)
@limit_option
@unsafe_option
def command(
    file: Path,
    as_json: bool,
    junit: Path | None,
    min_score: str | None,
    limits: tuple[LimitChange, ...],
    trusting: bool,
) -> None:
    """Mark FILE, a filled-in submission.py or submission.ipynb, or an archive of one.

    Archives are .zip, .tar, .tar.gz (.tgz), .tar.bz2 and .tar.xz; they are read in memory only.

    Exit status: 0 full marks (or --min-score reached), 1 not, 2 the file or command is unusable,
    3 a fault of the grader itself.
    """
    with Sandbox(NONE if trusting else None) as sandbox:
        sandbox.start_early()
        result, sheet = _marked(file, sandbox, limits, junit)
    if as_json:
        from grader.report.as_json import as_data

        click.echo(json.dumps(as_data(result), indent=2, ensure_ascii=False))
    else:
        _print(result, sheet)
    sys.exit(_status(result, min_score))


def _marked(
    file: Path, sandbox: Sandbox, limits: tuple[LimitChange, ...], junit: Path | None
) -> tuple[SheetResult, Sheet]:
    from grader.files import UnwritableError, write_whole
    from grader.grade import grade
    from grader.limits import LimitChanges
    from grader.report.junit import as_junit
    from grader.sheet import SheetError
    from grader.submission import read_submission

    try:
        submission = read_submission(file)
        result = grade(submission, limits=LimitChanges(limits), sandbox=sandbox)
        if junit is not None:
            write_whole(junit, as_junit(result), make_folder=False)
    except (SheetError, UnwritableError, NoSandboxError, MissingModuleError) as error:
        raise refuse(str(error)) from None
    return result, submission.sheet


def _print(result: SheetResult, sheet: Sheet) -> None:
    from rich.console import Console

    from grader.render.statement import title
    from grader.report.terminal import print_result

    titles = {p.key: title(p, sheet.language) for p in sheet.problems}
    print_result(Console(highlight=False), result, titles)


def _status(result: SheetResult, min_score: str | None) -> int:
    if result.has_grader_fault:
        return OUR_FAULT
    needed = result.max_score
    if min_score is not None:
        amount = float(min_score.removesuffix("%"))
        needed = result.max_score * amount / 100 if min_score.endswith("%") else amount
    return 0 if result.score >= needed - 1e-9 else NOT_ENOUGH
