"""When files were handed in, as a table says; the date of a file says when somebody copied it.

A table (CSV) has a row for each file or student: ``file``, a path below the folder or a pattern, or
``student``, an id; and ``time``, such as ``2026-12-15 23:58`` or ``2026-12-15T22:58:00Z``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from datetime import datetime, tzinfo
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from grader.course.roster import comparable
from grader.files.table import Row, TableError, read_table
from grader.files.whole import readable
from problems.frozen import frozen

_LATE_ON_CANVAS = re.compile(r"[^_]+_LATE_\d+_\d+_.+")


class TimesError(ValueError):
    """A table of times that cannot be used: file, line, what was expected, what came."""


@frozen
class Times:
    """What is known of when: by patterns of files, and by students."""

    files: tuple[tuple[str, datetime], ...] = ()
    students: dict[str, datetime] = field(default_factory=dict)

    def of(self, name: str, student: str) -> datetime | None:
        """When the file of a student was handed in; None where nothing is said of it."""
        names = [_plain(each) for each in (name, *PurePosixPath(name).parts)]
        for pattern, moment in self.files:
            if any(fnmatchcase(each, _plain(pattern)) for each in names):
                return moment
        return self.students.get(student)


def _plain(name: str) -> str:
    return normalize("NFC", name).casefold()


def is_late_by_name(name: str) -> bool:
    """Whether Canvas has marked a file as late, which does not say by how much."""
    return any(_LATE_ON_CANVAS.fullmatch(part) for part in PurePosixPath(name).parts)


def read_times(path: Path, zone: tzinfo | None) -> Times:
    """The times in a table; those without a zone are meant in this one. Raises TimesError."""
    name = readable(str(path))
    try:
        table = read_table(path)
    except TableError as error:
        raise TimesError(str(error)) from None
    if "time" not in table.head or not {"file", "student"} & set(table.head):
        raise TimesError(
            f"{name}, line {table.head_line}: columns `time` and `file` or `student` were "
            f"expected, but there are {', '.join(each or '(no name)' for each in table.head)}"
        )
    files: list[tuple[str, datetime]] = []
    students: dict[str, datetime] = {}
    for row in table.rows:
        moment = _moment(row, name, zone)
        file, student = row.cells.get("file", ""), comparable(row.cells.get("student", ""))
        if bool(file) == bool(student):
            raise TimesError(
                f"{name}, line {row.line}: a file or a student was expected, one of both"
            )
        if file:
            files.append((file, moment))
        elif student in students:
            raise TimesError(
                f"{name}, line {row.line}: {row.cells['student']!r} has a time already; where one "
                "student handed in several files, name each file"
            )
        else:
            students[student] = moment
    return Times(tuple(files), students)


def _moment(row: Row, name: str, zone: tzinfo | None) -> datetime:
    text = row.cells["time"]
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise TimesError(
            f"{name}, line {row.line}: a time such as 2026-12-15 23:58 was expected, but {text!r} "
            "came"
        ) from None
    if found.tzinfo is not None:
        return found
    if zone is None:
        raise TimesError(
            f"{name}, line {row.line}: {text!r} has no time zone, and the assignment has none; "
            "write it with one, such as 2026-12-15 23:58+01:00"
        )
    return found.replace(tzinfo=zone)


def latest(moments: Sequence[datetime | None]) -> int | None:
    """The place of the latest moment; None where one of several is not known."""
    if len(moments) == 1:
        return 0
    known = [moment for moment in moments if moment is not None]
    if len(known) < len(moments):
        return None
    return max(range(len(known)), key=lambda place: known[place])
