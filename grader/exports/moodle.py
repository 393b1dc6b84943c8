"""Marks for Moodle: its grading worksheet filled in, and a table for its gradebook.

Moodle passes over what it cannot use without a word: a mark above the maximum, a row of somebody
unknown. So all of that is refused here. A worksheet has the names of its columns in the language
of whoever has downloaded it; what stands where is always the same: first who it is, then the mark,
and behind it the most that there is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from grader.answers.notation import in_print
from grader.course.assignment import Assignment
from grader.course.counting import Standing
from grader.course.issue import languages_of
from grader.course.roster import comparable
from grader.exports.gradebook import (
    Filled,
    GradebookError,
    Mark,
    Missing,
    by_name,
    listed,
    mark_of,
    number_in,
    out_of,
    require_all,
    told_of,
    told_of_table,
)
from grader.files.cells import harmless, lines_of
from grader.files.raw_table import RawTable, raw_table
from grader.files.whole import readable
from grader.marking.marks import written
from grader.messages.say import say
from problems.frozen import frozen

_GRADE = frozenset(
    map(comparable, ("Grade", "Ocjena", "Ocena", "Оценка", "Bewertung", "Note", "Calificación"))
)
_COMMENTS = comparable("Feedback comments")
_CHANGEABLE, _NO = comparable("Grade can be changed"), comparable("No")
_PARTICIPANT = re.compile(r"\D*(\d+)")
_IN_PATH = re.compile(r"_(\d+)_assignsubmission_")
"""Where a download of all submissions has the number of a participant."""


@frozen
class _Layout:
    """Where things stand in a worksheet; ``comments`` and ``changeable`` are not in every one."""

    head: tuple[str, ...]
    grade: int
    comments: int | None
    changeable: int | None


def filled_in_moodle(
    assignment: Assignment,
    standings: Sequence[Standing],
    worksheet: Path,
    *,
    column: str | None = None,
    missing: Missing = "zero",
    only_found: bool = False,
    scale: bool = False,
) -> Filled:
    """The grading worksheet with the marks in it. Raises GradebookError; then nothing is written.

    ``column`` is the name of the column of marks, in a language that is not known here. A comment
    says what each problem has earned, unless somebody has written one already.
    """
    marks = [mark_of(standing, missing) for standing in standings]
    with told_of_table():
        table = raw_table(worksheet)
        layout = _layout(table, column)
        places = _places(table, layout, marks, _participants(standings, marks))
    told = [*told_of(marks)]
    lost = [
        f"{mark.student.id} is not in it" for mark in marks if mark.is_due and mark not in places
    ]
    cells: dict[int, tuple[str, int]] = {}
    for number, mark in enumerate(marks):
        if mark.points is None or mark not in places:
            continue
        row, most, is_open = places[mark]
        if is_open:
            cells[row] = out_of(mark, most, scale=scale), number
        elif mark.is_due:
            lost.append(f"the mark of {mark.student.id} is locked there")
    require_all(lost, only_found=only_found)
    told += [f"not written: {listed(lost)}"] if lost else []
    return Filled(table.written(_rows(table, layout, cells, assignment, standings)), tuple(told))


def _layout(table: RawTable, column: str | None) -> _Layout:
    name = readable(str(table.path))
    head = tuple(next(table.rows(), ()))
    wanted = _GRADE if column is None else frozenset((comparable(column),))
    places = [place for place, text in enumerate(head) if comparable(text) in wanted]
    if len(places) != 1 or places[0] == 0 or places[0] + 1 == len(head):
        raise GradebookError(
            f"{name}: a grading worksheet as Moodle offers it was expected, with one column of "
            "marks and behind it that of the maximum; in a language that is not known here say "
            f"with --column what it is called. There are: {in_print(', '.join(head))[:200]}"
        )
    named = {comparable(text): place for place, text in enumerate(head)}
    return _Layout(head, places[0], named.get(_COMMENTS), named.get(_CHANGEABLE))


def _participants(standings: Sequence[Standing], marks: Sequence[Mark]) -> Mapping[str, list[Mark]]:
    """The marks by the numbers of participants that are in the paths of what was handed in."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for standing, mark in zip(standings, marks, strict=True):
        files = [*standing.others, *([standing.counted] if standing.counted else [])]
        numbers = {number for file in files for number in _IN_PATH.findall(file.handed.name)}
        for number in sorted(numbers):
            found[number].append(mark)
    return found


def _places(
    table: RawTable,
    layout: _Layout,
    marks: Sequence[Mark],
    participants: Mapping[str, Sequence[Mark]],
) -> dict[Mark, tuple[int, Fraction, bool]]:
    """The row of each mark, the most that there is in it, and whether it may be changed.

    Raises GradebookError where a row may be of two students, or a student has two rows.
    """
    known = by_name(marks)
    places: dict[Mark, tuple[int, Fraction, bool]] = {}
    for number, row in enumerate(table.rows()):
        if number == 0 or not any(row):
            continue
        where = f"row {number + 1} of the worksheet"
        if len(row) != len(layout.head):
            raise GradebookError(
                f"{where} has {len(row)} cells, but its first row {len(layout.head)}; download it "
                "anew"
            )
        participant = _PARTICIPANT.fullmatch(row[0].strip())
        if participant is None:
            raise GradebookError(
                f"{where}: the number of a participant was expected in its first cell, such as "
                f"Participant 123, but {in_print(row[0])[:40]!r} came"
            )
        found = dict.fromkeys(participants.get(participant[1], ()))
        for cell in map(comparable, row[1 : layout.grade]):
            found |= dict.fromkeys(known.get(cell, ()) if cell else ())
        if len(found) > 1:
            who = ", ".join(mark.student.id for mark in found)
            raise GradebookError(
                f"{where} may be that of {who}: a name of the one is that of the other; change the "
                "roster so that it is not"
            )
        for mark in found:
            if mark in places:
                raise GradebookError(
                    f"{mark.student.id} has two rows in the worksheet, {places[mark][0] + 1} and "
                    f"{number + 1}"
                )
            most = number_in(row[layout.grade + 1])
            if most is None:
                raise GradebookError(
                    f"{where}: the maximum was expected behind the mark, but "
                    f"{in_print(row[layout.grade + 1])[:40]!r} came; in Moodle the assignment has "
                    "to be marked in points, and not by a scale"
                )
            is_open = layout.changeable is None or comparable(row[layout.changeable]) != _NO
            places[mark] = number, most, is_open
    return places


def _rows(
    table: RawTable,
    layout: _Layout,
    cells: Mapping[int, tuple[str, int]],
    assignment: Assignment,
    standings: Sequence[Standing],
) -> Iterator[list[str]]:
    for number, row in enumerate(table.rows()):
        if number in cells:
            row[layout.grade], place = cells[number]
            if layout.comments is not None and not row[layout.comments].strip():
                row[layout.comments] = _comment(assignment, standings[place])
        yield row


def _comment(assignment: Assignment, standing: Standing) -> str:
    """What each problem has earned, in one line: ``1: 7.5/10; 2: 5/5``."""
    data = None if standing.counted is None else standing.counted.data
    if data is None:
        return ""
    told = [
        f"{problem['key']}: {written(problem['score'])}/{written(problem['max_score'])}"
        for problem in data["problems"]
    ]
    if data["deducted"]:
        language = languages_of(assignment, standing.student)[0]
        told.append(f"{say(language, 'report.deducted')}: −{written(float(data['deducted']))}")
    return harmless("; ".join(told))


def moodle_table(
    assignment: Assignment, standings: Sequence[Standing], *, missing: Missing = "zero"
) -> Filled:
    """A table for the import of Moodle's gradebook. Raises GradebookError.

    A student of whom there is no mark is left out: an empty cell would take away a mark that is
    there.
    """
    marks = [mark_of(standing, missing) for standing in standings]
    for mark in marks:
        for text in (mark.student.id, mark.student.others.get("email", "")):
            if harmless(text) != text:
                raise GradebookError(
                    f"{text!r}: Moodle knows a student by this, but a spreadsheet takes it for a "
                    "formula; change it in the roster, or use a grading worksheet"
                )
    has_email = any(mark.student.others.get("email") for mark in marks)
    title = harmless(in_print(assignment.titles[assignment.languages[0]]))
    told = [*told_of(marks)]
    if missing == "empty" and (left := [m.student.id for m in marks if _is_left_out(m)]):
        told.append(f"left out, since no file came from them: {listed(left)}")
    return Filled(lines_of(_table(marks, title, has_email=has_email)), tuple(told))


def _is_left_out(mark: Mark) -> bool:
    return mark.points is None and not mark.is_our_fault


def _table(marks: Sequence[Mark], title: str, *, has_email: bool) -> Iterator[list[str]]:
    yield ["ID number", *(["Email address"] if has_email else []), title]
    for mark in marks:
        if mark.points is not None:
            email = [mark.student.others.get("email", "")] if has_email else []
            yield [mark.student.id, *email, written(mark.points)]
