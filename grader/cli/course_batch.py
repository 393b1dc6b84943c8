"""What ``grader batch`` does with an assignment: the submissions of a roster."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path, PurePosixPath

import click

from grader.cli import OUR_FAULT, nothing_marked_yet, refuse
from grader.cli.actions import Step
from grader.cli.apart import require_apart
from grader.cli.cases import course_in
from grader.cli.clusters import place_of
from grader.cli.courses import require_apart_from_private, told
from grader.cli.marking import look_through_folder, name_below
from grader.cli.stopping import Stopped, stops_raised
from grader.cli.stored import changes_told, store_of
from grader.course.assignment import Assignment
from grader.course.case import Course
from grader.course.class_table import as_csv, as_json
from grader.course.counting import UNKNOWN_TIME, Standing, standings
from grader.course.download import Download, DownloadError, LeftOut, is_hidden, unpacked
from grader.course.files import SheetsOf, handed_in
from grader.course.finishing import Finisher
from grader.course.handed import Handed
from grader.course.overrides import OverrideError, every_override
from grader.course.roster import Student
from grader.exports.entry import of_class
from grader.exports.junit import as_junit
from grader.files.whole import UnwritableError, readable, require_writable, write_whole
from grader.grading.batch import Conditions
from grader.grading.crew import Crew
from grader.grading.folder import Found
from grader.grading.journal import Journal, JournalError, usual_journal
from grader.report.console import console_for_tables
from grader.report.files import shown
from grader.report.wording import marks
from grader.store.giving_out import give_out
from grader.store.keeping import Keeper
from grader.store.persons import numbers_of
from grader.store.store import Store
from grader.store.taking_in import take_in_overrides, take_in_variants
from grader.store.work import StoredWork

SOME_WITHOUT = 1
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
    junit_file: Path | None,
    journal_file: Path | None,
    store_said: str | None,
    step: Step,
    crew: Crew | None = None,
    *,
    anew: bool,
    trusting: bool,
    spreadsheet: bool,
    cluster: str | None,
) -> None:
    """Match, mark and report what was handed in. Exits with a status."""
    course = course_in(path, roster, times_file)
    assignment = course.assignment
    if not any(each.revision == assignment.revision for each in course.record.sittings):
        raise refuse(
            f"no sheet of revision {assignment.revision} was drawn yet, so that there is nothing "
            "to mark by; 'grader generate' draws them"
        )
    with ExitStack() as open_now:
        with told(DownloadError):
            download = open_now.enter_context(unpacked(folder))
        folder, named = download.folder, folder
        found = look_through_folder(folder, download.name)
        own_store = Path(store_said) if store_said and "://" not in store_said else None
        written = (json_file, csv_file, junit_file, own_store)
        reports = [each for each in written if each is not None]
        _require_room((folder, named), found, feedback, reports)
        if feedback is not None:
            require_apart_from_private(assignment, feedback, reports, name="feedback")
        handed = handed_in(course, folder, found.submissions)
        store = open_now.enter_context(store_of(assignment, store_said, make=True))
        store.lock(assignment.id)
        odd = changes_told(store, assignment, course.students)
        work: StoredWork | None = None
        try:
            with stops_raised():
                with (
                    nothing_marked_yet(),
                    place_of(cluster, jobs, crew, trusting=trusting) as place,
                ):
                    work, keeper = _work(
                        *(path, course, store, download, handed, place.level),
                        wants_pages=feedback is not None,
                        anew=anew,
                    )
                    _take_in_journal(work, named, journal_file)
                    place.mark(work, course, handed, makes_pages=feedback is not None)
                found_standings = standings(
                    assignment, course.students, work.files(), course.overrides
                )
                keeper.end(work.filed(), found_standings)
                unmatched = _unmatched(handed)
                with _told_of_full_disk():
                    if json_file is not None:
                        text = as_json(assignment, found_standings, unmatched)
                        write_whole(json_file, text, make_folder=False)
                    if csv_file is not None:
                        text = as_csv(assignment, found_standings, for_spreadsheets=spreadsheet)
                        write_whole(csv_file, text, make_folder=False)
                    if junit_file is not None:
                        text = as_junit(assignment.id, of_class(found_standings))
                        write_whole(junit_file, text, make_folder=False)
                    if feedback is not None:
                        give_out(store, assignment, found_standings, feedback)
        except Stopped as stop:
            click.echo(_stopped_in_words(stop, work, store), err=True)
            sys.exit(stop.status)
        _print(assignment, found_standings)
        odd += (
            *place.told,
            *_told_of_left_out(download),
            *_told(assignment, found_standings, unmatched, found, course.students, folder),
        )
        for line in (*_told_of_skipped(work), *odd):
            click.echo(line, err=True)
        step.tell_of_many(assignment.id, of_class(found_standings), "student", odd)
        kinds = {each.status for each in found_standings}
        if "grader-fault" in kinds:
            sys.exit(OUR_FAULT)
        sys.exit(SOME_WITHOUT if kinds - {"marked", "missing"} or unmatched else 0)


def _work(
    path: Path,
    course: Course,
    store: Store,
    download: Download,
    handed: Mapping[Path, Handed],
    level: str,
    *,
    wants_pages: bool,
    anew: bool,
) -> tuple[StoredWork, Keeper]:
    """What is to be done, and where it is kept; what was written down elsewhere is taken in."""
    assignment = course.assignment
    persons = numbers_of(store, assignment.id, course.students)
    take_in_variants(store, course.record, persons)
    with told(OverrideError):
        take_in_overrides(store, every_override(assignment.folder), persons)
    finisher = Finisher(path, handed, course.overrides, wants_pages)
    conditions = Conditions(level, assignment.limits, (), finisher, keeps_tapes=True)
    keeper = Keeper(store, assignment, persons, options={"folder": download.name})
    names = {path: name_below(path, download.folder) for path in handed}
    work = StoredWork(
        *(store, keeper, course, handed, names, SheetsOf(course, handed), conditions),
        wants_pages=wants_pages,
        anew=anew,
    )
    return work, keeper


def _take_in_journal(work: StoredWork, folder: Path, said: Path | None) -> None:
    """Take in what a batch from before there was a store has left."""
    path = said or usual_journal(folder)
    if not path.is_file():
        if said is not None:
            raise refuse(f"{readable(str(said))}: there is no journal of an earlier batch")
        return
    try:
        with closing(Journal(path, resume=True)) as journal:
            count = work.take_in(journal)
    except JournalError as error:
        if said is not None:
            raise refuse(str(error)) from None
        return
    if count:
        click.echo(
            f"{count} results were taken in from the journal {readable(str(path))}", err=True
        )


def _stopped_in_words(stop: Stopped, work: StoredWork | None, store: Store) -> str:
    if work is None:
        return f"stopped ({stop}): nothing is marked yet"
    return (
        f"stopped ({stop}): {work.done} of {len(work.paths)} files are marked, and kept in "
        f"{store.name}; go on with the same command"
    )


def _told_of_skipped(work: StoredWork) -> list[str]:
    lines = []
    if work.skipped:
        lines.append(
            f"{work.skipped} files were marked before (same content, assignment and version) and "
            "are not marked again; --anew marks all"
        )
    if work.played:
        lines.append(
            f"{work.played} files were marked by what their programs had answered before, so that "
            "these were not run again"
        )
    return lines


def _require_room(
    folders: Sequence[Path], found: Found, feedback: Path | None, reports: Sequence[Path]
) -> None:
    """Refuses reports that would overwrite submissions, or that cannot be written.

    ``folders`` are that of the submissions, and what the lecturer has named: it, or an archive.
    """
    require_apart(reports, [*found.submissions, *folders])
    try:
        for report in reports:
            require_writable(report)  # said before the work, not after it
    except UnwritableError as error:
        raise refuse(readable(str(error))) from None
    if feedback is not None:
        inside = feedback.resolve()
        for outside in (folder.resolve() for folder in folders):
            if inside == outside or outside in inside.parents or inside in outside.parents:
                raise refuse(
                    f"--feedback {readable(str(feedback))}: a folder apart from that of the "
                    "submissions was expected"
                )


@contextmanager
def _told_of_full_disk() -> Iterator[None]:
    """Has a full disk end the command, with a word on what is kept."""
    try:
        yield
    except UnwritableError as error:
        raise refuse(
            f"{readable(str(error))}; the results are kept, and the same command writes the rest"
        ) from None


def _unmatched(handed: Mapping[Path, Handed]) -> list[str]:
    return [f"{each.name}: {each.match.about}" for each in handed.values() if each.student is None]


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
    counts = Counter(each.status for each in found)
    told = ", ".join(f"{number} {status}" for status, number in counts.most_common())
    click.echo(f"{len(found)} students: {told}")


def _told_of_left_out(download: Download) -> list[str]:
    """What an archive has and nobody looks at, in a line for each reason."""
    lines = []
    for why, names in download.left_out.items():
        places = [_hidden_part(name) if why is LeftOut.HIDDEN else name for name in names]
        told = [*dict.fromkeys(map(shown, places))]
        more = f" and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
        lines.append(
            f"left out of the archive, since {why.value}: {', '.join(told[:_MOST_TOLD])}{more}"
        )
    return lines


def _hidden_part(name: str) -> str:
    """The folder or file that is hidden: a ``.git`` has hundreds of files."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = next(at for at, part in enumerate(parts) if is_hidden(part))
    return "/".join(parts[: hidden + 1])


def _told(
    assignment: Assignment,
    found: Sequence[Standing],
    unmatched: Sequence[str],
    files: Found,
    students: Sequence[Student],
    folder: Path,
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
        kinds = dict.fromkeys(readable(name_below(path, folder)) for path in files.others)
        names = ", ".join([*kinds][:_MOST_TOLD])
        rest = f" and {len(kinds) - _MOST_TOLD} more" if len(kinds) > _MOST_TOLD else ""
        lines.append(f"left out, since no .py, .ipynb, zip or tar file: {names}{rest}")
    lines += [f"{each.error}, so that nothing in it was marked" for each in files.closed]
    for name in assignment.extensions_of_nobody(students):
        lines.append(f"the extension of {name!r} is of nobody in the roster")
    return lines
