"""``grader check``.

The student's process is started first, so that its imports overlap with ours; hence the imports
inside the functions.
"""

from __future__ import annotations

import errno
import json
import math
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli import OUR_FAULT, nothing_marked_yet, refuse
from grader.cli.actions import Step, github_option
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.cli.running import feedback_level_option, limit_option, style_cost_option, unsafe_option
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.own_file import OwnFile
from grader.sandbox.outside.sandbox import Sandbox
from grader.sandbox.wire.level import NONE

if TYPE_CHECKING:
    from grader.grading.limits import LimitChange
    from grader.grading.style_costs import StyleCost
    from grader.marking.result import SheetResult
    from grader.report.feedback import Feedback
    from grader.sheet.sheet import Sheet
    from problems.sentences import Language

NOT_ENOUGH = 1


@dataclass(frozen=True)
class Score:
    """What counts as enough: marks, or a percentage of the marks that there are."""

    amount: float
    is_percentage: bool

    def needed(self, max_score: float) -> float:
        """The marks that it is, out of those that there are."""
        return max_score * self.amount / 100 if self.is_percentage else self.amount


FULL_MARKS = Score(100.0, is_percentage=True)


def parse_score(text: str) -> Score:
    """``30`` (marks) or ``80%``. Raises BadParameter."""
    try:
        amount = float(text.removesuffix("%"))
    except ValueError:
        amount = math.nan
    if not math.isfinite(amount):
        raise click.BadParameter(
            f"{text!r} is no score; marks (30) or a percentage (80%) were expected"
        )
    is_percentage = text.endswith("%")
    if amount < 0 or (is_percentage and amount > 100):
        raise click.BadParameter(
            f"{text!r} is out of range; 0 or more marks, or 0% to 100%, were expected"
        )
    return Score(amount, is_percentage)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--junit", type=click.Path(path_type=Path), help="Also write JUnit XML to this file.")
@click.option(
    "--html",
    "page_file",
    type=click.Path(path_type=Path),
    help="Also write a page of HTML to this file, which needs nothing else.",
)
@click.option(
    "--min-score",
    "enough",
    type=parse_score,
    metavar="SCORE",
    help="Marks (or, with %, a percentage) that count as enough; full marks if it is not given.",
)
@feedback_level_option
@click.option("--verbose", is_flag=True, help="Also tell how each answer was read, right or wrong.")
@click.option(
    "--assignment",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Mark by the sheet that was drawn for a student of this assignment (an assignment.toml or "
    "its folder), in its points; for whoever has its key.",
)
@click.option(
    "--student",
    metavar="ID",
    help="With --assignment: whose sheet it is, where neither path nor header of FILE says so.",
)
@click.option(
    "--attempt",
    type=click.IntRange(min=1),
    help="With --assignment: which of their sheets, where the header of FILE does not say so.",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="With --assignment: its students; roster.csv beside it if not given.",
)
@click.option(
    "--times",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="With --assignment: when files were handed in; nothing is late without it.",
)
@click.option(
    "--gradescope",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Also write results.json of Gradescope to this file.",
)
@github_option
@families_option
@languages_option
@limit_option
@style_cost_option
@unsafe_option
def command(
    file: Path,
    as_json: bool,
    junit: Path | None,
    page_file: Path | None,
    gradescope: Path | None,
    step: Step,
    enough: Score | None,
    levels: tuple[str, ...],
    verbose: bool,
    assignment: Path | None,
    student: str | None,
    attempt: int | None,
    roster: Path | None,
    times: Path | None,
    limits: tuple[LimitChange, ...],
    style_costs: tuple[StyleCost, ...],
    trusting: bool,
) -> None:
    """Mark FILE, a filled-in submission.py or submission.ipynb, or an archive of one.

    Archives are .zip, .tar, .tar.gz (.tgz), .tar.bz2 and .tar.xz; they are read in memory only.

    Of a sheet of an assignment it is told how each answer is read, and programs are tried on inputs
    that no marks are given for. Whoever has the assignment names it with --assignment: then all is
    marked as in a batch, and told in full.

    Exit status: 0 full marks (or --min-score reached), 1 not, 2 the file or command is unusable,
    3 a fault of the grader itself.
    """
    reports = [path for path in (junit, page_file, gradescope) if path is not None]
    if reports:
        from grader.cli.apart import require_apart

        require_apart(reports, [file])
    if as_json and step.is_wanted:
        raise refuse("--github prints lines for GitHub beside the marks, which --json is without")
    feedback = _feedback(levels)
    given = (student, attempt, roster, times)
    if assignment is None and any(each is not None for each in given):
        raise refuse("--student, --attempt, --roster and --times go with --assignment PATH")
    if assignment is not None and (limits or style_costs):
        raise refuse("--limit and --style-cost are said by an assignment in its assignment.toml")
    level = NONE if trusting else None
    if assignment is None:
        with OwnFile(Sandbox(level)) as own:
            own.start_early()
            with nothing_marked_yet():
                result, sheet = _marked(file, own, limits)
    else:
        from grader.cli.cases import marked_in

        with Sandbox(level) as sandbox:  # somebody else's file is run confined, or not at all
            sandbox.start_early()
            with nothing_marked_yet():
                result, sheet = marked_in(assignment, file, sandbox, *given)
    if style_costs:
        from grader.grading.style_costs import with_style_costs

        result = with_style_costs(result, style_costs)
    if feedback is not None:
        result = _as_told(result, feedback)
    _write_reports(result, sheet, junit, page_file, gradescope)
    if step.is_wanted:
        step.tell(result, file, _titles(sheet))
    if as_json:
        from grader.report.as_json import as_document

        click.echo(json.dumps(as_document(result), indent=2, ensure_ascii=False))
    else:
        _print(result, sheet, verbose=verbose)
    sys.exit(_status(result, enough or FULL_MARKS))


def _write_reports(
    result: SheetResult,
    sheet: Sheet,
    junit: Path | None,
    page_file: Path | None,
    gradescope: Path | None,
) -> None:
    if junit is not None:
        from grader.report.junit import as_junit

        _write(junit, as_junit(result), sheet.language)
    if page_file is not None:
        from grader.report.as_page import as_page

        _write(page_file, as_page(result, _titles(sheet)), sheet.language)
    if gradescope is not None:
        from grader.exports.gradescope import as_results, text_of

        _write(gradescope, text_of(as_results(result, _titles(sheet))), sheet.language)


def _marked(
    file: Path, sandbox: OwnFile, limits: tuple[LimitChange, ...]
) -> tuple[SheetResult, Sheet]:
    from grader.grading.grade import grade
    from grader.grading.limits import LimitChanges
    from grader.intake.submission import read_submission
    from grader.sheet.sheet import SheetError

    try:
        submission = read_submission(file)
        result = grade(submission, limits=LimitChanges(limits), sandbox=sandbox)
    except (SheetError, MissingModuleError) as error:
        raise refuse(str(error), getattr(error, "language", "en")) from None
    return result, submission.sheet


def _feedback(levels: tuple[str, ...]) -> Feedback | None:
    """How much is told; None where it is all."""
    if not levels:
        return None
    from grader.report.feedback import FeedbackError, parse_feedback

    try:
        return parse_feedback(levels)
    except FeedbackError as error:
        raise click.BadParameter(str(error), param_hint="--feedback-level") from None


def _as_told(result: SheetResult, feedback: Feedback) -> SheetResult:
    from grader.messages.say import say
    from grader.report.feedback import as_told, unused_patterns

    for pattern in unused_patterns(feedback, result):
        names = ", ".join(f"{p.key}.{field.name}" for p in result.problems for field in p.fields)
        said = say(result.language, "report.unused-pattern", pattern=pattern, names=names)
        raise refuse(said, result.language)
    return as_told(result, feedback)


def _write(path: Path, text: str, language: Language) -> None:
    """Writes a report, and says in the language of the sheet why it cannot be written."""
    from grader.files.whole import UnwritableError, readable, write_whole
    from grader.messages.say import say

    try:
        write_whole(path, text, make_folder=False)
    except UnwritableError as error:
        cause = error.__cause__
        number = cause.errno if isinstance(cause, OSError) else None
        reason = _REASONS.get(number or 0)
        why = say(language, f"reason.{reason}") if reason else os.strerror(number or errno.EIO)
        said = say(language, "report.unwritable", path=readable(str(path)), why=why)
        raise refuse(said, language) from None


_REASONS = {
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.EACCES: "no-right",
    errno.EPERM: "no-right",
    errno.EROFS: "no-right",
    errno.EISDIR: "folder",
    errno.EEXIST: "folder",
    errno.ENOSPC: "no-space",
}
"""Why a file cannot be written; what is not here is told as the system puts it."""


def _titles(sheet: Sheet) -> dict[str, str]:
    from grader.render.title import title

    return {p.key: title(p, sheet.language) for p in sheet.problems}


def _print(result: SheetResult, sheet: Sheet, *, verbose: bool) -> None:
    from grader.report.full_marks import is_plain_output, lines_of_full_marks

    titles = _titles(sheet)
    if not verbose and is_plain_output():
        lines = lines_of_full_marks(result, titles)
        if lines is not None:
            click.echo("\n".join(lines))
            return
    from rich.console import Console  # which takes long to load

    from grader.report.terminal import print_result

    print_result(Console(highlight=False), result, titles, verbose=verbose)


def _status(result: SheetResult, enough: Score) -> int:
    if result.has_grader_fault:
        return OUR_FAULT
    if result.is_sealed:
        from grader.answers.outcome import Outcome

        fine = (Outcome.READ, Outcome.CORRECT)
        outcomes = [field.outcome for problem in result.problems for field in problem.fields]
        return 0 if all(outcome in fine for outcome in outcomes) else NOT_ENOUGH
    return 0 if result.score >= enough.needed(result.max_score) - 1e-9 else NOT_ENOUGH
