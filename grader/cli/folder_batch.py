"""What ``grader batch`` does with a folder alone: files that say their sheet, or were set one."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from grader.cli import OUR_FAULT, nothing_marked_yet, refuse
from grader.cli.actions import Step
from grader.cli.apart import require_apart
from grader.cli.marking import (
    Work,
    journal_of,
    level_of,
    look_through_folder,
    mark,
    name_below,
    stopped_in_words,
)
from grader.cli.stopping import Stopped, stops_raised
from grader.files.whole import (
    UnwritableError,
    is_same_file,
    readable,
    require_writable,
    write_whole,
)
from grader.grading.assignment import Assignment, AssignmentError, NoSheetError, read_assignment
from grader.grading.batch import Conditions
from grader.grading.crew import Crew
from grader.grading.folder import Found
from grader.grading.limits import LimitChange, LimitChanges
from grader.grading.set_aside import SetAside
from grader.grading.style_costs import StyleCost
from grader.report.as_csv import as_csv
from grader.report.batch_as_json import batch_as_json
from grader.report.console import console_for_tables
from grader.report.files import print_files, shown
from grader.report.marked import Marked
from grader.sheet.drawn import AsDrawn
from grader.sheet.set_sheet import SetSheet

SOME_UNUSABLE = 1


def mark_folder(
    folder: Path,
    jobs: int,
    json_file: Path | None,
    csv_file: Path | None,
    junit_file: Path | None,
    sheets: tuple[str, ...],
    journal_file: Path | None,
    limits: tuple[LimitChange, ...],
    style_costs: tuple[StyleCost, ...],
    step: Step,
    crew: Crew | None,
    *,
    resume: bool,
    trusting: bool,
) -> None:
    """Mark and report what is in a folder. Exits with a status."""
    found = look_through_folder(folder)
    reports = (json_file, csv_file, junit_file)
    written = [path for path in (*reports, journal_file) if path is not None]
    require_apart(written, [*found.submissions, *map(Path, sheets)])
    try:
        for report in filter(None, reports):
            require_writable(report)  # said before the work, not after it
    except UnwritableError as error:
        raise refuse(readable(str(error))) from None
    assignment = _assignment(sheets)
    by_path, without = _set_sheets(assignment, found, folder)
    able = [path for path in found.submissions if path not in without]
    with closing(SetAside()) as done:
        work: Work | None = None
        try:
            with stops_raised():
                with nothing_marked_yet():
                    level = level_of(trusting=trusting)
                    conditions = Conditions(level, LimitChanges(limits), style_costs)
                    journal = journal_of(journal_file, folder, resume=resume)
                    work = Work(folder, able, by_path, conditions, journal, done)
                    mark(work, jobs, crew=crew)
                for each in (*without.values(), *found.closed):
                    done.add(each)
                marked = done.in_order()
                unwritten = _write(marked, folder, *reports)  # a printed line can be lost
        except Stopped as stop:
            click.echo(stopped_in_words(stop, work), err=True)
            sys.exit(stop.status)
        finally:
            if work is not None and work.journal is not None:
                work.journal.close()
        _print(marked, folder)
        odd = [
            *_left_over(assignment, found, written, folder),
            *_headers_told(assignment, done),
        ]
        for line in odd:
            click.echo(line, err=True)
        if step.is_wanted:
            from grader.exports.entry import of_folder  # which few need

            name = readable(folder.resolve().name)
            step.tell_of_many(name, of_folder(marked, folder), "file", odd)
        if unwritten:
            kept = "; the results are kept, and --resume writes them" if work.journal else ""
            raise refuse("; ".join(unwritten) + kept)
        kinds = done.statuses
        sys.exit(
            OUR_FAULT if "grader-fault" in kinds else SOME_UNUSABLE if "unusable" in kinds else 0
        )


def _assignment(sheets: Sequence[str]) -> Assignment | None:
    if not sheets:
        return None
    try:
        return read_assignment(sheets)
    except AssignmentError as error:
        raise refuse(str(error)) from None


def _set_sheets(
    assignment: Assignment | None, found: Found, folder: Path
) -> tuple[dict[Path, SetSheet], dict[Path, Marked]]:
    """Which sheet each file was set, and what is to be said of those of which nobody can tell."""
    by_path: dict[Path, SetSheet] = {}
    without: dict[Path, Marked] = {}
    if assignment is not None:
        for path in found.submissions:
            try:
                by_path[path] = assignment.sheet_for(name_below(path, folder))
            except NoSheetError as error:
                without[path] = Marked(path, error=readable(f"{path.name}: {error}"))
    return by_path, without


def _junit_of(marked: Iterable[Marked], folder: Path) -> Iterator[str]:
    from grader.exports.entry import of_folder
    from grader.exports.junit import as_junit  # which few need

    return as_junit(readable(folder.resolve().name), of_folder(marked, folder))


def _write(
    marked: Iterable[Marked],
    folder: Path,
    json_file: Path | None,
    csv_file: Path | None,
    junit_file: Path | None,
) -> list[str]:
    """Write every report that can be written; says of the others why not."""
    reports = ((json_file, batch_as_json), (csv_file, as_csv), (junit_file, _junit_of))
    unwritten = []
    for path, report in reports:
        if path is not None:
            try:
                write_whole(path, report(marked, folder), make_folder=False)
            except UnwritableError as error:
                unwritten.append(readable(str(error)))
    return unwritten


def _print(marked: Iterable[Marked], folder: Path) -> None:
    print_files(console_for_tables(), marked, folder)


def _left_over(
    assignment: Assignment | None, found: Found, written: Sequence[Path], folder: Path
) -> Iterator[str]:
    """What somebody may miss in the table: files of other kinds, and students without a file."""
    others = [p for p in found.others if not any(is_same_file(p, each) for each in written)]
    if others:
        names = _listed([path.name for path in others])
        yield f"left out, since no .py, .ipynb, zip or tar file: {names}"
    if assignment is not None:
        names_of_all = [name_below(path, folder) for path in found.submissions]
        if missing := assignment.without_a_file(names_of_all):
            yield f"no file came from: {_listed(missing)}"


def _headers_told(assignment: Assignment | None, done: SetAside) -> Iterator[str]:
    """What to do about headers that do not say what their seeds draw today."""
    if assignment is not None:
        return
    told = [
        f"{count} {word}" for word, count in sorted(done.draws.items()) if word != AsDrawn.YES.value
    ]
    if told:
        yield (
            f"marked by headers that do not say what their seeds draw today: {', '.join(told)}; "
            "with --sheet each file is marked by the sheet that you set"
        )


_MOST_NAMES = 8


def _listed(names: Sequence[str]) -> str:
    told = [shown(name) for name in names[:_MOST_NAMES]]
    more = len(names) - len(told)
    return ", ".join([*told, *([f"and {more} more"] if more else [])])
