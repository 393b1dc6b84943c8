"""What ``grader batch`` does with an assignment: the submissions of a roster."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import click

from grader.cli import OUR_FAULT, nothing_marked_yet, refuse
from grader.cli.apart import require_apart
from grader.cli.courses import assignment_in, key_of, require_apart_from_private, roster_of, told
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
from grader.course.assignment import Assignment
from grader.course.claims import Said, Says, said_by
from grader.course.class_table import as_csv, as_json
from grader.course.counting import UNKNOWN_TIME, MarkedFile, Standing, standings
from grader.course.feedback_pages import refusal_pages
from grader.course.finishing import Finisher, page_of
from grader.course.gradescope import exported_in, told_by
from grader.course.handed import Handed
from grader.course.issue import languages_of, set_sheet
from grader.course.key import Key
from grader.course.lateness import Timing, lateness
from grader.course.matching import Matching
from grader.course.overrides import Override, OverrideError, overrides_of, read_overrides
from grader.course.record import PRIVATE, Record, RecordError, read
from grader.course.roster import Student, comparable, folder_name
from grader.course.times import Times, TimesError, is_late_by_name, read_times
from grader.course.unchanged import ChangedError, require_unchanged
from grader.files.whole import UnwritableError, readable, require_writable, write_whole
from grader.grading.batch import Conditions
from grader.grading.folder import Found
from grader.grading.set_aside import SetAside
from grader.messages.say import say
from grader.report.console import console_for_tables
from grader.report.marked import Marked
from grader.report.wording import marks
from grader.sheet.set_sheet import SetSheet

SOME_WITHOUT = 1
PAGES = "feedback"
_SUFFIXES = ("html", "txt")
_MOST_TOLD = 8


def mark_course(
    path: Path,
    folder: Path,
    roster: Path | None,
    feedback: Path | None,
    times_file: Path | None,
    jobs: int,
    json_file: Path | None,
    csv_file: Path | None,
    journal_file: Path | None,
    *,
    resume: bool,
    trusting: bool,
    spreadsheet: bool,
) -> None:
    """Match, mark and report what was handed in. Exits with a status."""
    assignment = assignment_in(path)
    key = key_of(assignment)
    students = roster_of(assignment, roster)
    deadline = assignment.handing_in.deadline
    with told(RecordError, OverrideError, TimesError):
        record = read(assignment.folder, assignment.id)
        overrides = read_overrides(assignment.folder)
        zone = deadline.tzinfo if deadline else None
        times = read_times(times_file, zone) if times_file else Times()
    if not any(each.revision == assignment.revision for each in record.sittings):
        raise refuse(
            f"no sheet of revision {assignment.revision} was drawn yet, so that there is nothing "
            "to mark by; 'grader generate' draws them"
        )
    with told(ChangedError):
        require_unchanged(assignment, key, record)
    found = look_through_folder(folder)
    reports = [each for each in (json_file, csv_file, journal_file) if each is not None]
    _require_room(folder, found, feedback, reports)
    if feedback is not None:
        require_apart_from_private(assignment, feedback, reports, name="feedback")
    handed = _handed(assignment, key, record, students, found, folder, times)
    sheets = _sheets(assignment, key, record, students, handed)
    pages = None if feedback is None else _pages_of(assignment, folder)
    with closing(SetAside()) as done:
        work: Work | None = None
        try:
            with stops_raised():
                with nothing_marked_yet():
                    finisher = Finisher(path, handed, overrides, pages)
                    level = level_of(trusting=trusting)
                    conditions = Conditions(level, assignment.limits, (), finisher)
                    work = Work(
                        *(folder, [*sheets], sheets, conditions),
                        journal_of(journal_file, folder, resume=resume),
                        done,
                        _rests_on(assignment, handed, overrides, sheets, pages),
                        lambda file: pages is None or _has_pages(pages, handed[file].name),
                    )
                    with _kept_where_unwritable(work):
                        mark(work, jobs)
                found_standings = standings(
                    assignment, students, _files(handed, done, found.closed, folder), overrides
                )
                unmatched = _unmatched(handed)
                with _kept_where_unwritable(work):
                    if json_file is not None:
                        text = as_json(assignment, found_standings, unmatched)
                        write_whole(json_file, text, make_folder=False)
                    if csv_file is not None:
                        text = as_csv(assignment, found_standings, for_spreadsheets=spreadsheet)
                        write_whole(csv_file, text, make_folder=False)
                    if feedback is not None and pages is not None:
                        _give_out(assignment, found_standings, pages, feedback)
        except Stopped as stop:
            click.echo(stopped_in_words(stop, work), err=True)
            sys.exit(stop.status)
        finally:
            if work is not None and work.journal is not None:
                work.journal.close()
    _print(assignment, found_standings)
    for line in _told(assignment, found_standings, unmatched, found, students):
        click.echo(line, err=True)
    kinds = {each.status for each in found_standings}
    if "grader-fault" in kinds:
        sys.exit(OUR_FAULT)
    sys.exit(SOME_WITHOUT if kinds - {"marked", "missing"} or unmatched else 0)


def _require_room(
    folder: Path, found: Found, feedback: Path | None, reports: Sequence[Path]
) -> None:
    """Refuses reports that would overwrite submissions, or that cannot be written."""
    require_apart(reports, found.submissions)
    try:
        for report in reports:
            require_writable(report)  # said before the work, not after it
    except UnwritableError as error:
        raise refuse(readable(str(error))) from None
    if feedback is not None:
        inside, outside = feedback.resolve(), folder.resolve()
        if inside == outside or outside in inside.parents or inside in outside.parents:
            raise refuse(
                f"--feedback {readable(str(feedback))}: a folder apart from that of the "
                "submissions was expected"
            )


def _handed(
    assignment: Assignment,
    key: Key,
    record: Record,
    students: Sequence[Student],
    found: Found,
    folder: Path,
    times: Times,
) -> dict[Path, Handed]:
    """Whose each file is, and when it came."""
    matching = Matching(assignment, key, record, students)
    exported = exported_in(folder)
    handed: dict[Path, Handed] = {}
    for path in found.submissions:
        name = name_below(path, folder)
        try:
            said = said_by(path)
        except OSError:
            said = Said(Says.NOTHING)  # why is said when it is marked
        export = told_by(exported, name)
        match = matching.match(name, said, also=export.names if export else ())
        when = None if match.student is None else times.of(name, match.student)
        if when is None and match.student is not None and export is not None:
            when = export.created
        late = None
        if match.sitting is not None:
            late = lateness(assignment, match.sitting.student, when)
            if late.timing is Timing.UNKNOWN and is_late_by_name(name):
                about = (
                    "marked as late by Canvas, which does not say when; give its time by --times"
                )
                both = "; ".join(text for text in (match.about, about) if text)
                match = replace(match, about=both)
        handed[path] = Handed(readable(name), match, when, late)
    return handed


def _sheets(
    assignment: Assignment,
    key: Key,
    record: Record,
    students: Sequence[Student],
    handed: Mapping[Path, Handed],
) -> dict[Path, SetSheet]:
    """The sheet by which each file is marked that is."""
    by_id = {comparable(student.id): student for student in students}
    return {
        path: set_sheet(
            assignment,
            key,
            by_id[each.sitting.student],
            each.sitting,
            record.problems(each.sitting),
            record.redrawn(each.sitting),
        )
        for path, each in handed.items()
        if each.sitting is not None
    }


def _rests_on(
    assignment: Assignment,
    handed: Mapping[Path, Handed],
    overrides: Sequence[Override],
    sheets: Mapping[Path, SetSheet],
    pages: Path | None,
) -> dict[Path, str]:
    """What a result rests on beside its file and sheet: the assignment, overrides, lateness.

    And where its feedback is, so that none is given out that was made of another result.
    """
    found = {}
    for path in sheets:
        each = handed[path]
        assert each.sitting is not None
        sitting = each.sitting
        own = overrides_of(overrides, sitting.student, sitting.revision, sitting.attempt)
        found[path] = repr([assignment.digest, [*own.values()], each.lateness, each.name, pages])
    return found


def _pages_of(assignment: Assignment, folder: Path) -> Path:
    """Where the feedback on what is in a folder waits: others may have files of the same names."""
    of = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    return assignment.folder / PRIVATE / PAGES / of


@contextmanager
def _kept_where_unwritable(work: Work) -> Iterator[None]:
    """Has a full disk end the command, with a word on what is kept."""
    try:
        yield
    except UnwritableError as error:
        kept = "; the results are kept, and --resume goes on" if work.journal else ""
        raise refuse(readable(str(error)) + kept) from None


def _has_pages(pages: Path, name: str) -> bool:
    return all(page_of(pages, name, suffix).is_file() for suffix in _SUFFIXES)


def _files(
    handed: Mapping[Path, Handed], done: SetAside, closed: Sequence[Marked], folder: Path
) -> list[MarkedFile]:
    marked = {each.path: each for each in done.in_order()}
    files = []
    for path, each in handed.items():
        result = marked.get(path)
        if result is None:
            files.append(MarkedFile(each))
            continue
        fault = result.status == "grader-fault"
        files.append(MarkedFile(each, result.data, result.error, fault))
    return files


def _unmatched(handed: Mapping[Path, Handed]) -> list[str]:
    return [f"{each.name}: {each.match.about}" for each in handed.values() if each.student is None]


def _give_out(
    assignment: Assignment, found: Sequence[Standing], pages: Path, feedback: Path
) -> None:
    """Put the feedback on what counts where it is given out; of the rest it is said why not."""
    for each in found:
        target = feedback / folder_name(each.student)
        if each.counted is not None and each.counted.data is not None:
            for suffix in _SUFFIXES:
                text = page_of(pages, each.counted.handed.name, suffix).read_text(encoding="utf-8")
                write_whole(target / f"feedback.{suffix}", text, durable=False)
            continue
        if (sentence := _why_nothing(assignment, each)) is not None:
            language = languages_of(assignment, each.student)[0]
            title = assignment.titles[language]
            made = refusal_pages(title, each.student.name or each.student.id, sentence, language)
            for suffix, text in made.items():
                write_whole(target / f"feedback.{suffix}", text, durable=False)
        elif target.is_dir() and not each.others:
            for suffix in _SUFFIXES:  # of a file that is no longer there
                (target / f"feedback.{suffix}").unlink(missing_ok=True)


def _why_nothing(assignment: Assignment, standing: Standing) -> str | None:
    """Why nothing of what a student handed in counts, in their language; None if nothing came."""
    language = languages_of(assignment, standing.student)[0]
    for file in standing.others:
        refusal = file.handed.match.refusal
        if refusal is not None:
            return say(language, f"handed.{refusal.key}", **refusal.details)
    if any(file.is_our_fault for file in standing.others):
        return say(language, "handed.our-fault")
    return next((file.error for file in standing.others if file.error), None)


def _print(assignment: Assignment, found: Sequence[Standing]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for column in ("student", "points", ""):
        right = column == "points"
        table.add_column(column, justify="right" if right else "left", overflow="fold")
    for each in found:
        data = None if each.counted is None else each.counted.data
        earned = "–" if data is None else marks(data["score"], data["max_score"])
        word = "" if each.status == "marked" else each.status
        # that a time is not known is said once, below
        own = (note for note in each.notes if not note.endswith(f": {UNKNOWN_TIME}"))
        notes = [note for note in (word, *own) if note]
        who = " ".join(text for text in (each.student.id, each.student.name) if text)
        table.add_row(Text(readable(who)), earned, Text("; ".join(notes)))
    console_for_tables().print(table)


def _told(
    assignment: Assignment,
    found: Sequence[Standing],
    unmatched: Sequence[str],
    files: Found,
    students: Sequence[Student],
) -> list[str]:
    lines = [f"whose it is cannot be told: {each}" for each in unmatched[:_MOST_TOLD]]
    if len(unmatched) > _MOST_TOLD:
        lines.append(f"and {len(unmatched) - _MOST_TOLD} more, which the JSON names")
    if missing := [each.student.id for each in found if each.status == "missing"]:
        more = len(missing) - _MOST_TOLD
        rest = f" and {more} more" if more > 0 else ""
        lines.append(f"no file came from: {', '.join(missing[:_MOST_TOLD])}{rest}")
    unknown = sum(1 for each in found if each.counted is not None and each.counted.has_unknown_time)
    if unknown:
        lines.append(
            f"nobody knows when {unknown} files were handed in, so that none of them counts as "
            "late; a table says so with --times"
        )
    if files.others:
        kinds = dict.fromkeys(readable(path.name) for path in files.others)
        names = ", ".join([*kinds][:_MOST_TOLD])
        lines.append(f"left out, since no .py, .ipynb, zip or tar file: {names}")
    lines += [f"{each.error}, so that nothing in it was marked" for each in files.closed]
    for name in assignment.extensions_of_nobody(students):
        lines.append(f"the extension of {name!r} is of nobody in the roster")
    return lines
