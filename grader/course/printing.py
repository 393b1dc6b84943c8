"""The sheets of many students as PDF files to print at once, or what solves them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from grader.course.assignment import Assignment
from grader.course.issue import name_of, sheet_of
from grader.course.key import Key
from grader.course.record import Record, sitting_of
from grader.course.roster import Student
from grader.files.whole import write_whole
from grader.render.typst.pdf import AT_ONCE, bulk
from grader.sheet.sheet import Sheet


def write_to_print(
    path: Path,
    assignment: Assignment,
    key: Key,
    record: Record,
    students: Sequence[Student],
    attempt: int = 1,
    *,
    solution: bool = False,
    done: Callable[[int], None] = lambda _: None,
) -> tuple[Path, ...]:
    """Write the sheets of those students who have one, in their order, and say to which files.

    It is the file of that path; of more than `AT_ONCE` sheets there are several, with numbers in
    their names. ``done`` is told of how many sheets each time some are written. Raises NoTypstError
    and UnwritableError.
    """
    sittings = [sitting_of(assignment, each, attempt) for each in students]
    count = sum(sitting in record for sitting in sittings)
    paths = _numbered(path, -(-count // AT_ONCE))

    def sheets() -> Iterator[tuple[Sheet, str]]:
        for student, sitting in zip(students, sittings, strict=True):
            if sitting in record:
                problems, redrawn = record.problems(sitting), record.redrawn(sitting)
                sheet = sheet_of(assignment, key, student, sitting, problems, redrawn)
                yield sheet, name_of(assignment, sitting)

    language = assignment.languages[0]
    title = assignment.titles.get(language, assignment.id)
    files = bulk(sheets(), title, language, solution=solution)
    for number, (each, data) in enumerate(zip(paths, files, strict=True), start=1):
        write_whole(each, data, durable=False)
        done(min(AT_ONCE, count - (number - 1) * AT_ONCE))
    return paths


def _numbered(path: Path, count: int) -> tuple[Path, ...]:
    """The path, if it is for one file; else those of files with numbers that sort."""
    if count == 1:
        return (path,)
    digits = len(str(count))
    return tuple(
        path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}")
        for number in range(1, count + 1)
    )
