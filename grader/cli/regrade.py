"""``grader regrade``."""

from __future__ import annotations

import difflib
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

import click

from grader.cli import OUR_FAULT, nothing_marked_yet, refuse
from grader.cli.cases import course_in
from grader.cli.clusters import place_of
from grader.cli.courses import problem_of, roster_option
from grader.cli.marking_again import Again
from grader.cli.marking_options import cluster_option, store_option
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.cli.stopping import Stopped, stops_raised
from grader.cli.stored import require_batch, standings_in, store_of
from grader.course.case import Course
from grader.course.counting import Standing
from grader.course.roster import comparable
from grader.files.whole import UnwritableError, readable, require_writable, write_whole
from grader.marking.marks import written
from grader.render.statement import marks_of
from grader.report.console import console_for_tables
from grader.report.wording import marks
from grader.sheet.recorded import problem_of as problem_recorded
from grader.store.giving_out import give_out
from grader.store.moves import Change, Move, moves

_MOST_ROWS = 200
_MOST_CHANGES = 3
_MOST_LOOKED_AT = 50
"""Sheets, for the names of their fields: a few have them all."""


@click.command()
@click.argument("path", metavar="ASSIGNMENT", type=click.Path(path_type=Path))
@click.option("--problem", metavar="P", help="Only what changes in this problem, by its number.")
@click.option(
    "--only", "field", metavar="FIELD", help="Only what changes in this blank, check or rule."
)
@click.option("--dry-run", is_flag=True, help="Change no mark; so it is without --apply.")
@click.option("--apply", "applies", is_flag=True, help="Have the new marks count.")
@click.option(
    "--rerun", is_flag=True, help="Run all programs again, also where their answers are kept."
)
@click.option(
    "--feedback",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="With --apply: write the feedback of all students anew.",
)
@click.option(
    "--json",
    "json_file",
    type=click.Path(path_type=Path),
    help="Write who moves, and why, to this file.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="all cores",
    help="How many submissions are marked at a time.",
)
@roster_option
@store_option
@cluster_option
@families_option
@languages_option
def command(
    path: Path,
    problem: str | None,
    field: str | None,
    dry_run: bool,
    applies: bool,
    rerun: bool,
    feedback: Path | None,
    json_file: Path | None,
    jobs: int,
    roster: Path | None,
    store_said: str | None,
    cluster: str | None,
) -> None:
    """Mark again what ASSIGNMENT has in its store, and show who moves, by how much, and why.

    Nobody's marks change without --apply. What a program answered is kept: it is marked by that,
    and run again only where the grader asks more today, or runs programs otherwise.

    With --problem or --only, students of whom anything else would change too are left as they are,
    and named: a mark is always that of one marking as a whole.

    Exit status: 0, also where somebody moves; 2 the command is unusable; 3 a fault of the grader.
    """
    if dry_run and applies:
        raise refuse("--dry-run or --apply was expected, one of the two")
    if feedback is not None and not applies:
        raise refuse("--feedback goes with --apply")
    try:
        if json_file is not None:
            require_writable(json_file)
    except UnwritableError as error:
        raise refuse(readable(str(error))) from None
    course = course_in(path, roster)
    problem, field = _place(course, problem, field)
    with store_of(course.assignment, store_said) as store:
        store.lock(course.assignment.id)
        batch = require_batch(store, course.assignment)
        before = standings_in(store, course.assignment, batch)
        try:
            with stops_raised(), nothing_marked_yet(), place_of(cluster, jobs) as place:
                again = Again(path, course, store, batch, place, rerun=rerun, applies=applies)
        except Stopped as stop:
            click.echo(f"stopped ({stop}): no mark has changed", err=True)
            sys.exit(stop.status)
        every = [*moves(before, again.standings())]
        asked = [one for one in every if one.touches(problem, field) or (not problem and not field)]
        able = [one for one in asked if one.is_within(problem, field)]
        left_out = [one for one in asked if one not in able]
        _print(able, before)
        elsewhere = len(every) - len(asked)
        for line in (
            *again.told,
            *place.told,
            *_told_of_left_out(left_out, problem, field),
            *_told_of_elsewhere(elsewhere),
        ):
            click.echo(line, err=True)
        if json_file is not None:
            _write_json(json_file, able, left_out)
        if not applies and able:
            click.echo("no mark has changed; --apply has these count", err=True)
        if not applies or not able:
            return
        after = again.apply({comparable(one.after.student.id) for one in able})
        whom = "1 student has" if len(able) == 1 else f"{len(able)} students have"
        click.echo(f"{whom} new marks", err=True)
        if feedback is not None:
            give_out(store, course.assignment, after, feedback)
        if any(each.status == "grader-fault" for each in after):
            sys.exit(OUR_FAULT)


def _told_of_elsewhere(count: int) -> list[str]:
    whom = "1 student moves" if count == 1 else f"{count} students move"
    return [f"{whom} elsewhere, and not by what was asked for"] if count else []


def _place(course: Course, problem: str | None, field: str | None) -> tuple[str | None, str | None]:
    """The problem and the field that were asked for; a field may be typed as ``2.dw``."""
    if field is not None and problem is None and "." in field:
        problem, _, field = field.partition(".")
    keys = [each.key for each in course.assignment.problems]
    if problem is not None:
        problem_of(course.assignment, problem)
        keys = [problem]
    if field is None:
        return problem, None
    own = (one for one in course.record.sittings if one.revision == course.assignment.revision)
    known = {
        name: None
        for sitting in islice(own, _MOST_LOOKED_AT)
        for each in course.record.problems(sitting)
        if each.key in keys
        for name in marks_of(problem_recorded(each).variant)
    }
    if field not in known:
        close = difflib.get_close_matches(field, known, n=1)
        meant = f"is {close[0]} meant? " if close else ""
        raise refuse(f"--only: nothing is called {field!r}; {meant}there are {', '.join(known)}")
    return problem, field


def _print(found: Sequence[Move], before: Sequence[Standing]) -> None:
    from rich.table import Table
    from rich.text import Text

    if not found:
        click.echo(f"nobody moves: {len(before)} students have the marks that they had")
        return
    table = Table(box=None, pad_edge=False)
    for column in ("student", "before", "after", "by", "why"):
        is_text = column in ("student", "why")
        table.add_column(column, justify="left" if is_text else "right", overflow="fold")
    for each in found[:_MOST_ROWS]:
        numbers = (_points(*one) for one in zip(each.scores, each.of, strict=True))
        by = f"+{written(each.by)}" if each.by > 0 else written(each.by)
        who = Text(readable(each.after.student.id))
        table.add_row(who, *numbers, by, Text(_why(each)))
    console_for_tables().print(table)
    up = sum(1 for each in found if each.by > 0)
    down = sum(1 for each in found if each.by < 0)
    more = f"; {len(found) - _MOST_ROWS} more are not shown" if len(found) > _MOST_ROWS else ""
    click.echo(f"{up} up, {down} down, {len(found) - up - down} with the same marks{more}")
    for place, count in _counted(found):
        click.echo(f"  {place}: {count}")


def _points(score: float | None, of: float | None) -> str:
    return "–" if score is None or of is None else marks(score, of)


def _why(move: Move) -> str:
    told = [*move.others, *(_change_in_words(one) for one in move.changes[:_MOST_CHANGES])]
    more = len(move.changes) - _MOST_CHANGES
    return "; ".join([*told, *([f"and {more} more"] if more > 0 else [])])


def _change_in_words(change: Change) -> str:
    before, after = (one or "not there" for one in change.outcomes)
    points = " → ".join(marks(*each) for each in zip(change.scores, change.of, strict=True))
    if before == after:
        return f"{change.place} {points}"
    return f"{change.place} {before} → {after} ({points})"


def _counted(found: Sequence[Move]) -> list[tuple[str, int]]:
    """The fields that change, and of how many students, the most first."""
    places = Counter(change.place for each in found for change in each.changes)
    return places.most_common(10)


def _told_of_left_out(
    left_out: Sequence[Move], problem: str | None, field: str | None
) -> list[str]:
    if not left_out:
        return []
    names = ", ".join(readable(one.after.student.id) for one in left_out[:8])
    more = f" and {len(left_out) - 8} more" if len(left_out) > 8 else ""
    asked = " and ".join(
        text
        for text in (
            f"problem {problem}" if problem else "",
            f"{field!r}" if field else "",
        )
        if text
    )
    return [
        f"left as they are, since more than {asked} would change: {names}{more}; without "
        "--problem and --only they are shown"
    ]


def _write_json(path: Path, found: Sequence[Move], left_out: Sequence[Move]) -> None:
    import json

    told = {"moves": [_as_data(one) for one in found], "left_out": [_as_data(o) for o in left_out]}
    try:
        write_whole(path, json.dumps(told, indent=2, ensure_ascii=False) + "\n", make_folder=False)
    except UnwritableError as error:
        raise refuse(readable(str(error))) from None


def _as_data(move: Move) -> Mapping[str, object]:
    return {
        "student": move.after.student.id,
        "before": move.scores[0],
        "after": move.scores[1],
        "status": [move.before.status, move.after.status],
        "others": list(move.others),
        "changes": [
            {
                "problem": one.problem,
                "field": one.field,
                "outcome": list(one.outcomes),
                "score": list(one.scores),
                "message": list(one.messages),
            }
            for one in move.changes
        ],
    }
