"""``grader autograde``."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from grader.cli import OUR_FAULT, nothing_marked_yet, refuse
from grader.cli.cases import course_in
from grader.cli.courses import told
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.cli.running import feedback_level_option, limit_option
from grader.course.case import CaseError, Course, case_of_file
from grader.course.claims import said_by
from grader.course.issue import languages_of
from grader.course.matching import Matching
from grader.course.roster import Student, comparable
from grader.course.times import Times
from grader.exports.gradescope import as_results, results_of_refusal, text_of
from grader.exports.laid_out import (
    RESULTS,
    LaidOutError,
    Metadata,
    NotMarkedError,
    metadata_in,
    one_file_in,
    student_of,
)
from grader.files.whole import UnwritableError, readable, write_whole
from grader.grading.assignment import AssignmentError, NoSheetError, read_assignment
from grader.grading.grade import grade
from grader.grading.limits import LimitChange, LimitChanges
from grader.intake.submission import read_submission
from grader.marking.result import SheetResult
from grader.messages.say import say
from grader.render.title import title
from grader.report.feedback import Feedback, FeedbackError, as_told, parse_feedback
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.sandbox import NoSandboxError, Sandbox
from grader.sheet.set_sheet import SetSheet
from grader.sheet.sheet import Sheet, SheetError
from problems.sentences import Language


@click.command()
@click.argument("root", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--assignment",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Mark by the sheet that was drawn for the student of this assignment, who is known by the "
    "address; in its points, and with its feedback.",
)
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Mark by the practice sheet in this file, and not by what a submission says that it is.",
)
@feedback_level_option
@families_option
@languages_option
@limit_option
def command(
    root: Path,
    assignment: Path | None,
    sheet: Path | None,
    levels: tuple[str, ...],
    limits: tuple[LimitChange, ...],
) -> None:
    """Mark the submission that Gradescope has laid out in ROOT, and write its results.json.

    ROOT is /autograder there: submission has what was handed in, submission_metadata.json says by
    whom and when, and results/results.json is written. 'grader export gradescope' makes the
    archive that calls this.

    What cannot be marked has a results.json too, which says why. Through a fault of the grader
    there is none, so that nobody has lost a mark: Gradescope tells that the autograder failed, and
    it can be run again. Programs are run confined, or not at all.

    Exit status: 0 results.json is written, 2 the command or the folder is unusable, 3 a fault of
    the grader itself.
    """
    if assignment is not None and (sheet is not None or levels or limits):
        raise refuse("--sheet, --feedback-level and --limit are said by an assignment itself")
    target = root / RESULTS
    with told(UnwritableError, LaidOutError, FeedbackError, AssignmentError):
        target.unlink(missing_ok=True)  # of an earlier run
        feedback = parse_feedback(levels)
        with Sandbox() as sandbox, nothing_marked_yet():
            _require(sandbox)
            if assignment is None:
                results = _of_practice(root, sheet, sandbox, feedback, LimitChanges(limits))
            else:
                results = _of_assignment(root, course_in(assignment), sandbox)
        write_whole(target, text_of(results))
    click.echo(f"{readable(str(target))}: {results['score']}")


def _require(sandbox: Sandbox) -> None:
    """Refuses a machine that cannot confine programs."""
    try:
        click.echo(f"programs are confined at level {sandbox.level}")
    except NoSandboxError as error:
        raise refuse(str(error)) from None


def _of_practice(
    root: Path, sheet: Path | None, sandbox: Sandbox, feedback: Feedback, limits: LimitChanges
) -> dict[str, Any]:
    try:
        given = read_assignment([str(sheet)]).sheet_for("") if sheet else None
    except NoSheetError as error:  # a table of students
        raise refuse(str(error)) from None
    language: Language = "en" if given is None else given.language or given.sheet().language
    try:
        return _marked(one_file_in(root), given, sandbox, limits, lambda result: result, feedback)
    except NotMarkedError as error:
        return results_of_refusal(_sentence(error, language))


def _of_assignment(root: Path, course: Course, sandbox: Sandbox) -> dict[str, Any]:
    metadata = metadata_in(root)
    language = course.assignment.languages[0]
    try:
        student = student_of(metadata, course.students)
        language = languages_of(course.assignment, student)[0]
        file = one_file_in(root)
        if (why := _refusal(course, student, file, language)) is not None:
            return results_of_refusal(why)
        case = case_of_file(_at_its_time(course, student, metadata), file, student)
    except NotMarkedError as error:
        return results_of_refusal(_sentence(error, language))
    except CaseError as error:
        click.echo(str(error), err=True)  # for the lecturer
        return results_of_refusal(say(language, "handed.not-yours"))
    assignment = course.assignment
    return _marked(
        file, case.set_sheet, sandbox, assignment.limits, case.finished, assignment.feedback
    )


def _at_its_time(course: Course, student: Student, metadata: Metadata) -> Course:
    """The course as it is known when this student has handed in."""
    if metadata.created is None:
        return course
    times = Times(students={comparable(student.id): metadata.created})
    return replace(course, times=times)


def _refusal(course: Course, student: Student, file: Path, language: Language) -> str | None:
    """Why a file earns nothing, in the words for its student."""
    matching = Matching(course.assignment, course.key, course.record, course.students)
    match = matching.match(file.name, said_by(file), comparable(student.id))
    if match.refusal is None:
        return None
    return say(language, f"handed.{match.refusal.key}", **match.refusal.details)


def _sentence(error: NotMarkedError, language: Language) -> str:
    match error.key:
        case "no-file":
            return say(language, "handed.no-file")
        case "several-files":
            return say(language, "handed.several-files", **error.details)
        case "several-students":
            return say(language, "handed.several-students", **error.details)
        case _:
            return say(language, "handed.not-in-roster")


def _marked(
    file: Path,
    given: SetSheet | None,
    sandbox: Sandbox,
    limits: LimitChanges,
    finished: Any,
    feedback: Feedback,
) -> dict[str, Any]:
    try:
        submission = read_submission(file, given)
        result: SheetResult = finished(grade(submission, limits=limits, sandbox=sandbox))
    except SheetError as error:
        return results_of_refusal(str(error))
    except (MissingModuleError, NoSandboxError) as error:
        raise refuse(str(error)) from None
    if result.has_grader_fault:
        click.echo("a fault of the grader; run the autograder again, and report it", err=True)
        sys.exit(OUR_FAULT)
    sheet: Sheet = submission.sheet
    titles = {problem.key: title(problem, sheet.language) for problem in sheet.problems}
    return as_results(as_told(result, feedback), titles)
