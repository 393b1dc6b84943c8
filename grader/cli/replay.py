"""``grader replay``."""

from __future__ import annotations

import difflib
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from grader.cli import refuse
from grader.cli.cases import course_in
from grader.cli.courses import assignment_option, roster_option
from grader.cli.marking import level_of
from grader.cli.marking_options import store_option
from grader.cli.own_families import families_option
from grader.cli.own_languages import languages_option
from grader.cli.stored import store_of
from grader.course.case import Course
from grader.course.files import SheetsOf
from grader.course.finishing import Finisher
from grader.course.roster import comparable
from grader.files.whole import readable
from grader.grading.batch import Conditions, mark_one
from grader.report.marked import Marked
from grader.sandbox.outside.sandbox import Sandbox
from grader.store.reading import StoredFile, content_of, file_of, told_of
from grader.store.store import Store

_ROWS = (
    ("outcome", "outcome"),
    ("score", "points"),
    ("max_score", "of"),
    ("found", "found"),
    ("read", "read as"),
    ("expected", "expected"),
    ("inputs", "inputs"),
    ("message", "message"),
)


@click.command()
@click.argument("result", metavar="RESULT")
@click.argument("place", metavar="[PROBLEM.FIELD]", required=False)
@click.option("--batch", "batch", type=click.IntRange(min=1), help="Of this batch, not the last.")
@assignment_option
@roster_option
@store_option
@families_option
@languages_option
def command(
    result: str,
    place: str | None,
    batch: int | None,
    path: Path,
    roster: Path | None,
    store_said: str | None,
) -> None:
    """Mark RESULT again, of one blank or check or of all, and show it beside what was written.

    RESULT is the id of a student, of whom it is what counts, or the number of any result, as what
    'grader store export' writes has it. The program is run, in the sandbox, by today's version.

    Exit status: 0, also where it comes out otherwise; 2 the command is unusable.
    """
    course = course_in(path, roster)
    with store_of(course.assignment, store_said) as store:
        try:
            stored = file_of(store, course.assignment.id, result, batch)
        except LookupError as unknown:
            raise refuse(str(unknown.args[0])) from None
        _require_sheet(course, stored)
        error, before = told_of(store, stored.run)
        marked = _again(path, course, store, stored)
        after = marked.data
        click.echo(f"result {stored.run}: {readable(stored.handed.name)}")
        for when, why in (("then", error), ("now", marked.error)):
            if why:
                click.echo(f"{when}: {why}")
        if before is None or after is None:
            return
        was, now = _fields(before), _fields(after)
        if place is not None and place not in was and place not in now:
            close = difflib.get_close_matches(place, [*was, *now], n=1)
            meant = f"is {close[0]} meant? " if close else ""
            raise refuse(
                f"the result has nothing called {place!r}; {meant}there are "
                f"{', '.join(dict.fromkeys((*was, *now)))}"
            )
        for each in [place] if place else [*dict.fromkeys((*was, *now))]:
            _print(each, was.get(each, {}), now.get(each, {}), in_full=place is not None)
        versions = [
            ", ".join(f"{name} {number}" for name, number in data["versions"].items())
            for data in (before, after)
        ]
        click.echo(f"marked with {versions[0]}; now with {versions[1]}")


def _require_sheet(course: Course, stored: StoredFile) -> None:
    """Refuses a result whose sheet is not there as it was."""
    name, sitting = readable(stored.handed.name), stored.handed.sitting
    assert sitting is not None  # or there would be no result
    if sitting.revision != course.assignment.revision:
        raise refuse(
            f"{name} answers a sheet of revision {sitting.revision}; a result of revision "
            f"{course.assignment.revision}, which the assignment has now, was expected"
        )
    if sitting.student not in {comparable(student.id) for student in course.students}:
        raise refuse(
            f"{name} is that of {sitting.student!r}, who is not in the roster; --roster names one "
            "with this student"
        )
    if stored.redrawn != course.record.redrawn(sitting):
        raise refuse(f"{name} answers a sheet of which a problem was drawn anew since then")


def _again(path: Path, course: Course, store: Store, stored: StoredFile) -> Marked:
    """What a file is marked as today, by the sheet that was drawn for its student."""
    with tempfile.TemporaryDirectory(prefix="grader-") as folder:
        file = Path(folder) / Path(stored.name).name
        file.write_bytes(content_of(store, stored.content))
        handed = {file: stored.handed}
        sheets = SheetsOf(course, handed)
        finisher = Finisher(path, handed, course.overrides)
        conditions = Conditions(level_of(trusting=False), course.assignment.limits, (), finisher)
        with Sandbox(conditions.level) as sandbox:
            return mark_one(file, sandbox, conditions, sheets[file])


def _fields(data: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {
        f"{problem['key']}.{field['name']}": field
        for problem in data["problems"]
        for field in problem["fields"]
    }


def _print(
    place: str, before: Mapping[str, Any], after: Mapping[str, Any], *, in_full: bool
) -> None:
    """A field as it was marked and as it is marked now; in a line, or with all that is known."""
    if not in_full:
        told = [
            f"{one.get('outcome', 'not there')} {one.get('score', 0):g}" for one in (before, after)
        ]
        click.echo(f"{place}: {told[0]}" + ("" if told[0] == told[1] else f"  → now {told[1]}"))
        return
    click.echo(place)
    for key, name in _ROWS:
        was, now = before.get(key), after.get(key)
        if was is None and now is None:
            continue
        if was == now:
            click.echo(f"  {name}: {_one_line(was)}")
        else:
            click.echo(f"  {name}: {_one_line(was)}  → now {_one_line(now)}")
    click.echo("  as it was" if dict(before) == dict(after) else "  not as it was")


def _one_line(value: object) -> str:
    return readable(" ".join(str(value).split()))
