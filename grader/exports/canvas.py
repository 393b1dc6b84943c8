"""The gradebook of Canvas, as it is exported, with the marks of one assignment filled in.

What Canvas takes back is what this keeps: the columns that say who a student is, the rows above the
students, and the order. A column that is left out stays as it is there, so that what has changed
since the export is not undone; a cell that is empty takes a mark away, so that none is emptied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from grader.answers.notation import in_print
from grader.course.assignment import Assignment
from grader.course.counting import Standing
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
from grader.files.raw_table import RawTable, raw_table
from grader.files.whole import readable
from problems.frozen import frozen

_OF_SCHOOL = ("SIS User ID", "SIS Login ID", "Integration ID")
_OWN_ID = "ID"
_CANVAS_ID = "canvas_id"
"""The column of a roster for the number that Canvas itself gives a student."""
_LAST = "Section"
_WITH_ID = re.compile(r"(?P<title>.*) \((?P<id>\d+)\)", re.DOTALL)
_NO_ASSIGNMENT = re.compile(r"(Current|Final|Override) (Score|Points|Grade|Status)")
_EXCUSED, _NOT_ASSIGNED = "EX", "N/A"


@frozen
class _Layout:
    """Where things stand in the rows of a gradebook."""

    head: tuple[str, ...]
    of_students: int
    """How many columns say who a student is: all up to the section."""
    column: int

    def named(self, row: Sequence[str], name: str) -> str:
        return row[self.head.index(name)].strip() if name in self.head else ""

    def is_student(self, row: Sequence[str]) -> bool:
        """Whether a row is that of a student: it names one, by at least one of the ids."""
        if "Points Possible" in row[0]:
            return False
        return any(self.named(row, name) for name in (_OWN_ID, *_OF_SCHOOL))


def filled_in_canvas(
    assignment: Assignment,
    standings: Sequence[Standing],
    gradebook: Path,
    *,
    column: str | None = None,
    missing: Missing = "zero",
    only_found: bool = False,
    scale: bool = False,
    all_columns: bool = False,
) -> Filled:
    """The gradebook with the marks in it. Raises GradebookError, and then nothing is to be written.

    ``column`` is the title or the number of the assignment in Canvas; the title or the id of ours
    if it is not given. ``only_found`` lets marks be without a place, and ``scale`` marks be out of
    other points than the gradebook has. ``all_columns`` keeps the other assignments too.
    """
    marks = [mark_of(standing, missing) for standing in standings]
    with told_of_table():
        table = raw_table(gradebook)
        layout = _layout(table, column, assignment)
        places = _places(table, layout, marks)
    told = [*told_of(marks)]
    lost = [f"{m.student.id} is not in it" for m in marks if m.is_due and m not in places.of]
    lost += [f"{who} is not set this assignment there" for who in places.not_assigned]
    require_all(lost, only_found=only_found)
    told += [f"not written: {listed(lost)}"] if lost else []
    if places.excused:
        told.append(f"excused in Canvas, and left so: {listed(places.excused)}")
    if places.nobody:
        told.append(
            f"in the gradebook and not in the roster, and left as they are: {places.nobody}"
        )
    most = _points_possible(table, layout)
    cells = {
        row: out_of(mark, most, scale=scale)
        for mark, row in places.of.items()
        if mark.points is not None and row >= 0
    }
    keeps = [*range(layout.of_students), layout.column]
    text = table.written(_rows(table, layout, cells, None if all_columns else keeps))
    return Filled(text, tuple(told))


def _layout(table: RawTable, column: str | None, assignment: Assignment) -> _Layout:
    name = readable(str(table.path))
    head = tuple(next(table.rows(), ()))
    is_one = head[:1] == ("Student",) or head[:2] == ("LastName", "FirstName")
    if not is_one or _OWN_ID not in head or _LAST not in head:
        raise GradebookError(
            f"{name}: a gradebook as Canvas exports it was expected, with the columns Student, ID "
            f"and Section, but the first row is {in_print(', '.join(head)[:120])}"
        )
    of_students = head.index(_LAST) + 1
    found = {
        place: match
        for place, text in enumerate(head)
        if place >= of_students
        and (match := _WITH_ID.fullmatch(text)) is not None
        and not _NO_ASSIGNMENT.search(text)
    }
    wanted = {column} if column else {*assignment.titles.values(), assignment.id}
    names = {comparable(each) for each in wanted}
    own = [
        place
        for place, match in found.items()
        if names & {comparable(match["title"]), match["id"], comparable(match[0])}
    ]
    if len(own) != 1:
        there = ", ".join(in_print(match[0]) for match in found.values()) or "none"
        which = f"named {' or '.join(sorted(wanted))}"
        many = (
            "more than one column of an assignment is" if own else "no column of an assignment is"
        )
        raise GradebookError(
            f"{name}: {many} {which}; say which one with --column, by its title or number. There "
            f"are: {there}"
        )
    return _Layout(head, of_students, own[0])


@frozen(eq=False)
class _Places:
    """In which row each mark goes, -1 where it is not to be written, and what else there is."""

    of: Mapping[Mark, int]
    excused: tuple[str, ...]
    not_assigned: tuple[str, ...]
    nobody: int


def _places(table: RawTable, layout: _Layout, marks: Sequence[Mark]) -> _Places:
    """Raises GradebookError where a row may be of two students, or a student has two rows."""
    by_school, by_canvas = by_name(marks), _by_canvas_id(marks)
    is_known = any(
        _found(layout, row, by_school, _OF_SCHOOL) for _, row in _students(table, layout)
    )
    of: dict[Mark, int] = {}
    excused, not_assigned, nobody = [], [], 0
    for number, row in _students(table, layout):
        found = _found(layout, row, by_school, _OF_SCHOOL) or _found(
            layout, row, by_canvas, (_OWN_ID,)
        )
        if not found and not is_known:  # a roster that was made of Canvas has its numbers as ids
            found = _found(layout, row, by_school, (_OWN_ID,))
        if len(found) > 1:
            who = ", ".join(mark.student.id for mark in found)
            raise GradebookError(
                f"row {number + 1} of the gradebook may be that of {who}: an id of the one is that "
                "of the other; change the roster so that it is not"
            )
        if not found:
            nobody += row[0].strip() != "Student, Test"
            continue
        (mark,) = found
        if mark in of:
            raise GradebookError(
                f"{mark.student.id} has two rows in the gradebook, {of[mark] + 1} and {number + 1}"
            )
        cell = row[layout.column].strip()
        if cell == _NOT_ASSIGNED:
            not_assigned += [mark.student.id] if mark.is_due else []
            of[mark] = -1
        elif cell.upper() == _EXCUSED:
            excused.append(mark.student.id)
            of[mark] = -1
        else:
            of[mark] = number
    return _Places(of, tuple(excused), tuple(not_assigned), nobody)


def _students(table: RawTable, layout: _Layout) -> Iterator[tuple[int, list[str]]]:
    """The rows of students with their numbers. Raises GradebookError for one of another length."""
    for number, row in enumerate(table.rows()):
        if number and len(row) >= layout.of_students and layout.is_student(row):
            if len(row) != len(layout.head):
                raise GradebookError(
                    f"row {number + 1} of the gradebook has {len(row)} cells, but its first row "
                    f"{len(layout.head)}; export it anew"
                )
            yield number, row


def _found(
    layout: _Layout, row: Sequence[str], known: Mapping[str, Sequence[Mark]], names: Sequence[str]
) -> list[Mark]:
    cells = (comparable(layout.named(row, name)) for name in names)
    return [*dict.fromkeys(mark for cell in cells if cell for mark in known.get(cell, ()))]


def _by_canvas_id(marks: Sequence[Mark]) -> Mapping[str, Sequence[Mark]]:
    return {
        comparable(number): [mark]
        for mark in marks
        if (number := mark.student.others.get(_CANVAS_ID, ""))
    }


def _points_possible(table: RawTable, layout: _Layout) -> Fraction | None:
    """How many points there are in Canvas; None where it does not say. Raises GradebookError."""
    for number, row in enumerate(table.rows()):
        if number and len(row) > layout.column and "Points Possible" in row[0]:
            cell = row[layout.column]
            if "read only" in cell:
                raise GradebookError(
                    f"{in_print(layout.head[layout.column])}: this column cannot be changed by an "
                    "import"
                )
            return number_in(cell)
    raise GradebookError(
        f"{readable(str(table.path))}: the row with the points possible was expected above the "
        "students; export the gradebook anew, and keep that row"
    )


def _rows(
    table: RawTable, layout: _Layout, cells: Mapping[int, str], keeps: Sequence[int] | None
) -> Iterator[list[str]]:
    for number, row in enumerate(table.rows()):
        if number in cells:
            row[layout.column] = cells[number]
        kept = row if keeps is None else [row[place] for place in keeps if place < len(row)]
        if any(kept):
            yield kept
