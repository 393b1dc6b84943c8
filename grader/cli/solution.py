"""``grader solution``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli import nothing_marked_yet, refuse
from grader.cli.apart import require_apart
from grader.cli.marking_options import refuse_given
from grader.cli.own_families import families_option
from grader.cli.own_languages import LanguageName, languages_option
from grader.cli.running import limit_option, unsafe_option
from grader.cli.show import width_of_lines
from grader.files.whole import UnwritableError, readable, write_whole
from grader.grading.grade import grade
from grader.grading.limits import LimitChange, LimitChanges
from grader.intake.submission import Submission, read_submission
from grader.marking.result import SheetResult
from grader.messages.say import say
from grader.render.page import page
from grader.render.statement import issued_in_words, title_of_sheet
from grader.render.text import text
from grader.report.solved import is_blank, solved_sheet
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.sandbox import NoSandboxError, Sandbox
from grader.sandbox.wire.level import NONE
from grader.sheet.sheet import Sheet, SheetError
from problems.sentences import Language

if TYPE_CHECKING:
    from grader.course.case import Case

_FORMS = "FILE, or ASSIGNMENT --student ID [FILE]"


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="[ASSIGNMENT] [FILE]",
    type=click.Path(path_type=Path),
)
@click.option("--student", metavar="ID", help="With ASSIGNMENT: whose sheet.")
@click.option(
    "--attempt",
    type=click.IntRange(min=1),
    help="With ASSIGNMENT: which of their sheets; the one that FILE answers, or the only one.",
)
@click.option("--problem", "only", metavar="N", help="One problem of the sheet, by its number.")
@click.option(
    "--lang",
    "language",
    type=LanguageName(),
    help="Another language than that of the sheet.",
)
@click.option(
    "--html",
    "page_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page of HTML to this file, which needs nothing else.",
)
@click.option(
    "--repeat",
    "check",
    metavar="PROBLEM.CHECK",
    help="Write a script that repeats a check of a program, with all of its inputs.",
)
@click.option(
    "--out",
    "script_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --repeat: the file of the script.",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="With ASSIGNMENT: its students; roster.csv beside it if not given.",
)
@click.option(
    "--times",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="With ASSIGNMENT: when files were handed in, as for 'grader batch'; nothing is late "
    "without it.",
)
@families_option
@languages_option
@limit_option
@unsafe_option
def command(
    paths: tuple[Path, ...],
    student: str | None,
    attempt: int | None,
    only: str | None,
    language: Language | None,
    page_file: Path | None,
    check: str | None,
    script_file: Path | None,
    roster: Path | None,
    times: Path | None,
    limits: tuple[LimitChange, ...],
    trusting: bool,
) -> None:
    """Show the sheet that FILE answers solved, step by step, with its answers beside it.

    FILE is a practice sheet, filled in or blank. What is told of each answer is whether it is
    right, where the answers first depart from the solution, what follows from that, and which
    mistake it is, if it is a known one.

    With ASSIGNMENT (an assignment.toml or its folder) and --student it is the sheet that was drawn
    for a student, in the points of the assignment, with what was set by hand. That is for you: it
    is not written where students are given files.

    With --repeat a script is written that puts a program through one of the checks, with all inputs
    of it, those that are not shown included. It needs NumPy (and PyTorch, where the check does) and
    nothing of the grader: python repeat.py SUBMISSION.
    """
    if (check is None) != (script_file is None):
        raise refuse("--repeat PROBLEM.CHECK and --out FILE go together")
    if check is not None and page_file is not None:
        raise refuse("one output is written at a time: --html or --repeat was expected, not both")
    if len(paths) > 2 or (student is None and len(paths) > 1):
        raise refuse(f"{_FORMS} was expected")
    outputs = [path for path in (page_file, script_file) if path is not None]
    files = paths if student is None else paths[1:]
    require_apart(outputs, [*files, *([times] if times else [])])
    if student is None:
        refuse_given(
            ("attempt", "roster", "times"), "goes with an assignment and --student: " + _FORMS
        )
        if paths[0].is_dir() or paths[0].suffix == ".toml":
            raise refuse("--student ID was expected, whose sheet of the assignment it is")
        case, submission = None, _practice(paths[0], language)
    else:
        refuse_given(("limits",), "is said by an assignment in its assignment.toml")
        case, submission = _of_student(paths, student, attempt, roster, times, outputs, language)
    sheet = submission.sheet
    _require_problem(sheet, only)
    if check is not None and script_file is not None:
        from grader.cli.repeating import write_script

        write_script(sheet, check, script_file)
        return
    result = None
    if case is None or case.handed is not None:
        with Sandbox(NONE if trusting else None) as sandbox, nothing_marked_yet():
            result = _marked(case, submission, LimitChanges(limits), sandbox)
    _show(sheet, result, only, page_file)


def _practice(file: Path, language: Language | None) -> Submission:
    try:
        submission = read_submission(file)
    except SheetError as error:
        raise refuse(str(error), error.language) from None
    sheet = submission.sheet
    if sheet.is_sealed:
        said = say(sheet.language, "appeal.sealed", file=readable(file.name))
        raise refuse(said, sheet.language)
    if language is not None:
        sheet = replace(sheet, language=language)
    return replace(submission, sheet=sheet)


def _of_student(
    paths: Sequence[Path],
    student: str,
    attempt: int | None,
    roster: Path | None,
    times: Path | None,
    outputs: Sequence[Path],
    language: Language | None,
) -> tuple[Case, Submission]:
    """The sheet that was drawn for a student, and what answers it; nothing where no file does."""
    from grader.cli.cases import (
        case_in,
        course_in,
        require_not_handed_out,
        student_in,
        submission_to,
    )

    course = course_in(paths[0], roster, times)
    for path in outputs:
        require_not_handed_out(course, path)
    file = paths[1] if len(paths) > 1 else None
    case = case_in(course, student_in(course, student), attempt, file).in_language(language)
    if file is None:
        return case, Submission(case.set_sheet.sheet(), ())
    return case, submission_to(case, file)


def _require_problem(sheet: Sheet, only: str | None) -> None:
    keys = [problem.key for problem in sheet.problems]
    if only is not None and only not in keys:
        raise refuse(f"there is no problem {only!r} on this sheet; there are {', '.join(keys)}")


def _marked(
    case: Case | None, submission: Submission, limits: LimitChanges, sandbox: Sandbox
) -> SheetResult | None:
    """What is marked of a submission; None where nothing in it was answered."""
    if case is not None:
        from grader.cli.cases import marked_case

        return marked_case(case, submission, sandbox)[0]
    try:
        result = grade(submission, limits=limits, sandbox=sandbox)
    except (NoSandboxError, MissingModuleError) as error:
        raise refuse(str(error)) from None
    return None if all(map(is_blank, result.problems)) else result


def _show(
    sheet: Sheet, result: SheetResult | None, only: str | None, page_file: Path | None
) -> None:
    of = say(sheet.language, "appeal.title", sheet=sheet.name)
    told: list[str] = []
    if sheet.issued is not None:
        of = title_of_sheet(sheet)
        told = [next(issued_in_words(sheet.issued, sheet.language))]
    document = solved_sheet(sheet, result, of=of, told=told, only=only)
    if page_file is None:
        click.echo(text(document, width_of_lines()))
        return
    try:
        write_whole(page_file, page(document, of, sheet.language), make_folder=False)
    except UnwritableError as error:
        raise refuse(str(error)) from None
    click.echo(page_file)
