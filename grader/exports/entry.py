"""What is told of each student of a class, or of each file of a folder, whoever reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from grader.course.counting import UNKNOWN_TIME, Standing, Status
from grader.report.marked import Marked
from problems.frozen import frozen


@frozen(eq=False)
class Entry:
    """A student or a file: the result as plain data, if there is one, and what is to be said.

    ``file`` is the one that counts, empty if none does. That nobody knows when a file was handed in
    is said of all of them at once, and not of each.
    """

    name: str
    status: Status
    data: dict[str, Any] | None = None
    said: str = ""
    file: str = ""


def of_class(standings: Iterable[Standing]) -> Iterator[Entry]:
    """One for each student, as they come: the results of others are not held."""
    for each in standings:
        counted = each.counted
        yield Entry(
            each.student.id,
            each.status,
            None if counted is None or counted.data is None else dict(counted.data),
            "; ".join(note for note in each.notes if not note.endswith(f": {UNKNOWN_TIME}")),
            "" if counted is None else counted.handed.name,
        )


def of_folder(marked: Iterable[Marked], folder: Path) -> Iterator[Entry]:
    """One for each file, as they come."""
    for each in marked:
        data = None if each.data is None else dict(each.data)
        said = each.error or (data["odd_header"] if data else "")
        name = each.name_in(folder)
        yield Entry(name, each.status, data, said, name)
