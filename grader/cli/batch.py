"""``grader batch``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from grader.cli import OUR_FAULT, nothing_marked_yet, refuse
from grader.cli.apart import require_apart
from grader.cli.own_families import families_option
from grader.cli.running import limit_option, style_cost_option, unsafe_option
from grader.cli.stopping import Stopped, stops_raised
from grader.files.whole import (
    UnwritableError,
    is_same_file,
    readable,
    require_writable,
    write_whole,
)
from grader.grading.assignment import Assignment, AssignmentError, NoSheetError, read_assignment
from grader.grading.batch import Conditions, content_of, mark_all
from grader.grading.folder import Found, look_through
from grader.grading.journal import Journal, JournalError, edition, key_of, usual_journal
from grader.grading.limits import LimitChange, LimitChanges
from grader.grading.set_aside import SetAside
from grader.grading.style_costs import StyleCost
from grader.report.as_csv import as_csv
from grader.report.batch_as_json import batch_as_json
from grader.report.console import console_for_tables
from grader.report.files import print_files, shown
from grader.report.marked import Marked
from grader.sandbox.outside.sandbox import NoSandboxError, Sandbox, require_linux
from grader.sandbox.wire.level import NONE
from grader.sheet.drawn import AsDrawn
from grader.sheet.set_sheet import SetSheet

SOME_UNUSABLE = 1


@dataclass
class Work:
    """What is to be done in a folder, and what is done of it.

    Args:
        folder: where the submissions are.
        paths: what may be a submission.
        sheets: which sheet each was set, where that is said.
        conditions: how programs are run.
        journal: where results are kept as they come, if anywhere.
        done: what is marked, or cannot be.
    """

    folder: Path
    paths: Sequence[Path]
    sheets: Mapping[Path, SetSheet]
    conditions: Conditions
    journal: Journal | None
    done: SetAside

    def take_up(self) -> list[Path]:
        """Take what the journal has of an earlier run; the files that are left to be marked."""
        if self.journal is None or self.journal.is_empty:
            return [*self.paths]
        left: list[Path] = []
        for path in self.paths:
            try:
                content = content_of(path)
            except OSError:
                content = ""  # it is said of it when it is marked
            key = self._key(path, content)
            kept = self.journal.kept(path, _name(path, self.folder), key) if content else None
            if kept is None:
                left.append(path)
            else:
                self.done.add(kept)
        return left

    def add(self, marked: Marked) -> None:
        """Take a result, and keep it. Says so once, where it can be kept no more."""
        self.done.add(marked)
        if self.journal is None or not marked.content or marked.status == "grader-fault":
            return
        key = self._key(marked.path, marked.content)
        try:
            self.journal.add(marked, _name(marked.path, self.folder), key)
        except JournalError as error:
            click.echo(f"{error}; what is marked from now on is not kept", err=True)
            self.journal.close()
            self.journal = None

    def _key(self, path: Path, content: str) -> str:
        """What the result of a file rests on."""
        sheet = self.sheets.get(path)
        how = [str(self.conditions.level), repr(self.conditions.limits)]
        how += [repr(self.conditions.style_costs)] if self.conditions.style_costs else []
        return key_of(content, edition(), *how, sheet.digest if sheet else "")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="all cores",
    help="How many submissions are marked at a time.",
)
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path), help="Write all results to this file."
)
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(path_type=Path),
    help="Write one line per file to this file.",
)
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    metavar="[PATTERN=]FILE",
    help="Mark by the sheet in this file, and not by what a submission says that it is: all "
    "submissions, or those whose path, folder or name fits the pattern (such as 'group-a/*'). "
    "A FILE.csv is a table of students and seeds, or files and sheets. May be given again.",
)
@click.option("--resume", is_flag=True, help="Go on with a batch that was stopped.")
@click.option(
    "--journal",
    "journal_file",
    type=click.Path(path_type=Path),
    help="Keep results in this file as they come, and not in the usual place.",
)
@families_option
@limit_option
@style_cost_option
@unsafe_option
def command(
    folder: Path,
    jobs: int,
    json_file: Path | None,
    csv_file: Path | None,
    sheets: tuple[str, ...],
    resume: bool,
    journal_file: Path | None,
    limits: tuple[LimitChange, ...],
    style_costs: tuple[StyleCost, ...],
    trusting: bool,
) -> None:
    """Mark every .py and .ipynb file, and every archive of one, in FOLDER and the folders in it.

    Archives are .zip, .tar, .tar.gz (.tgz), .tar.bz2 and .tar.xz; they are read in memory only.

    Results are kept in a journal as they come: with --resume, the same command goes on where it
    was stopped. Files that have changed since are marked anew.

    Exit status: 0 every file was marked, 1 some file is unusable, 2 the folder or command is
    unusable, 3 a fault of the grader itself, 130 or 143 if it was stopped.
    """
    found = _look_through(folder)
    written = [path for path in (json_file, csv_file, journal_file) if path is not None]
    require_apart(written, [*found.submissions, *map(Path, sheets)])
    try:
        for report in filter(None, (json_file, csv_file)):
            require_writable(report)  # said before the work, not after it
    except UnwritableError as error:
        raise refuse(readable(str(error))) from None
    assignment = _assignment(sheets)
    by_path, without = _set_sheets(assignment, found, folder)
    paths = [path for path in found.submissions if path not in without]
    with closing(SetAside()) as done:
        work: Work | None = None
        try:
            with stops_raised():
                with nothing_marked_yet():
                    level = _level(trusting=trusting)
                    conditions = Conditions(level, LimitChanges(limits), style_costs)
                    journal = _journal(journal_file, folder, resume=resume)
                    work = Work(folder, paths, by_path, conditions, journal, done)
                    _mark(work, jobs)
                for each in (*without.values(), *found.closed):
                    done.add(each)
                marked = done.in_order()
                unwritten = _write(
                    marked, folder, json_file, csv_file
                )  # a printed line can be lost
        except Stopped as stop:
            click.echo(_stopped(stop, work), err=True)
            sys.exit(stop.status)
        finally:
            if work is not None and work.journal is not None:
                work.journal.close()
        _print(marked, folder)
        for line in (
            *_left_over(assignment, found, written, folder),
            *_headers_told(assignment, done),
        ):
            click.echo(line, err=True)
        if unwritten:
            kept = "; the results are kept, and --resume writes them" if work.journal else ""
            raise refuse("; ".join(unwritten) + kept)
        kinds = done.statuses
        sys.exit(
            OUR_FAULT if "grader-fault" in kinds else SOME_UNUSABLE if "unusable" in kinds else 0
        )


def _look_through(folder: Path) -> Found:
    name = readable(str(folder))
    if not folder.is_dir():
        raise refuse(f"{name}: a folder of submissions was expected, but there is none")
    try:
        found = look_through(folder)
    except OSError as error:
        raise refuse(f"{name}: the folder cannot be read ({error.strerror})") from None
    if not found.submissions and not found.closed:
        raise refuse(f"{name}: there is no .py or .ipynb file in this folder, and no archive")
    return found


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
                by_path[path] = assignment.sheet_for(_name(path, folder))
            except NoSheetError as error:
                without[path] = Marked(path, error=readable(f"{path.name}: {error}"))
    return by_path, without


def _name(path: Path, folder: Path) -> str:
    """What a file is called below the folder, with every byte of its name."""
    return path.relative_to(folder).as_posix()


def _level(*, trusting: bool) -> str:
    """The best level of confinement that can be had; none for programs that are trusted."""
    with Sandbox() as sandbox:
        try:
            require_linux()
            return NONE if trusting else sandbox.level
        except NoSandboxError as error:
            raise refuse(str(error)) from None


def _journal(told: Path | None, folder: Path, *, resume: bool) -> Journal | None:
    """The journal; none, with a word on it, where nobody asked for one and none can be kept."""
    try:
        journal = Journal(told or usual_journal(folder), resume=resume)
    except JournalError as error:
        if told is not None or resume or error.is_in_use:
            raise refuse(str(error)) from None
        click.echo(f"{error}; if this batch is stopped, it has to begin anew", err=True)
        return None
    if resume and journal.is_empty:
        click.echo(
            f"there is nothing to go on with in {readable(str(journal.path))}: the batch begins "
            "anew",
            err=True,
        )
    return journal


def _mark(work: Work, jobs: int) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    left = work.take_up()
    columns = ("marking", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("marking", total=len(work.paths), completed=len(work.done))
        results = mark_all(left, max(1, min(jobs, len(left))), work.conditions, work.sheets)
        with closing(results):
            for each in results:
                work.add(each)
                progress.advance(task)


def _stopped(stop: Stopped, work: Work | None) -> str:
    if work is None:
        return f"stopped ({stop}): nothing is marked yet"
    said = f"stopped ({stop}): {len(work.done)} of {len(work.paths)} files are marked"
    if work.journal is None:
        return f"{said}, and nothing of it is kept"
    kept = readable(str(work.journal.path))
    return f"{said}, and kept in {kept}; go on with the same command and --resume"


def _write(
    marked: Iterable[Marked], folder: Path, json_file: Path | None, csv_file: Path | None
) -> list[str]:
    """Write every report that can be written; says of the others why not."""
    reports = ((json_file, batch_as_json), (csv_file, as_csv))
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
        names_of_all = [_name(path, folder) for path in found.submissions]
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
