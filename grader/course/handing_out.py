"""Sheets for a roster: drawn, recorded and written, by several processes, in the roster's order.

What was drawn for a student is on the disk before a file of theirs is. Whoever stops in the middle
has whole files, and the same order goes on where it was.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import ClassVar

from grader.course.assignment import Assignment, read_assignment
from grader.course.drawing import Distinct, first_draw
from grader.course.issue import files_to_hand_out, name_of, sheet_of
from grader.course.key import read_key
from grader.course.record import Drawn, Record, Sitting, sitting_of
from grader.course.roster import Student, folder_name
from grader.course.unchanged import require_unchanged
from grader.files.whole import write_whole
from grader.formats.table import Written
from grader.grading.garbage import begin_to_work
from grader.grading.pool import (
    end_with_the_grader,
    files_here_shadow_nothing,
    leave_stops_to_the_grader,
    no_stop,
)
from grader.sheet.recorded import Recorded

GROUP = 32
"""Students whose sheets are recorded and written at a time: a write to the disk takes long."""
_AHEAD = 4  # groups per process that are begun before the first of them is taken
_MEANWHILE = 2
"""Groups that are made here while the processes start, which takes as long."""

Files = Mapping[str, Written]
Work = tuple[Student, Sitting, tuple[Recorded, ...] | None, int]
"""A student's sheet, its problems if they were drawn before, and how often since then anew."""


@dataclass(frozen=True)
class Order:
    """What is to be handed out: sheets of an assignment at an attempt, in formats, to a folder."""

    path: Path
    attempt: int
    formats: tuple[str, ...]
    out: Path
    force: bool = False


@dataclass
class Account:
    """What came of an order, to be told.

    ``in_the_way`` are files that were there with other contents, and were left alone. ``shared``
    counts by problem those who have somebody else's exercise, since there are no more.
    """

    drawn: int = 0
    found: int = 0
    written: int = 0
    in_the_way: list[Path] = field(default_factory=list)
    shared: Mapping[str, int] = field(default_factory=dict)


class Writer:
    """Makes the files of students, in this process or in those of a pool."""

    own: ClassVar[Writer]

    def __init__(self, order: Order) -> None:
        self.order = order
        self.assignment = read_assignment(order.path)
        self.key = read_key(self.assignment.folder)
        begin_to_work()

    def files(self, work: Work) -> tuple[tuple[Drawn, ...], Files]:
        """What is drawn for a student, nothing if that was done before, and the files."""
        student, sitting, problems, redrawn = work
        drawn: tuple[Drawn, ...] = ()
        if problems is None:
            drawn = first_draw(self.assignment, self.key, sitting)
            problems = tuple(one.problem for one in drawn)
        return drawn, self.written(student, sitting, problems, redrawn)

    def written(
        self, student: Student, sitting: Sitting, problems: Sequence[Recorded], redrawn: int = 0
    ) -> Files:
        """The files of a student's sheet."""
        sheet = sheet_of(self.assignment, self.key, student, sitting, problems, redrawn)
        return files_to_hand_out(sheet, name_of(self.assignment, sitting), self.order.formats)

    @classmethod
    def begin(cls, order: Order) -> None:
        """Sets a process of the pool up."""
        end_with_the_grader()
        leave_stops_to_the_grader()
        cls.own = cls(order)

    @classmethod
    def of_group(cls, group: Sequence[Work]) -> list[tuple[tuple[Drawn, ...], Files]]:
        """The same for several students, in a process of the pool."""
        return [cls.own.files(work) for work in group]


def hand_out(
    order: Order,
    record: Record,
    students: Sequence[Student],
    jobs: int,
    done: Callable[[int], None] = lambda _: None,
) -> Account:
    """Write the sheets of students. ``done`` is told of how many each time some are written.

    Raises ChangedError, RecordError, UnwritableError and what reading an assignment raises.
    """
    writer = Writer(order)
    assignment = writer.assignment
    require_unchanged(assignment, writer.key, record)
    account = Account()
    distinct = Distinct(assignment, writer.key, record)
    for group, made in _made(writer, order, _groups(assignment, order, record, students), jobs):
        settled: list[tuple[Student, Files]] = []
        new: list[Drawn] = []
        for (student, sitting, problems, _), (drawn, files) in zip(group, made, strict=True):
            if problems is None:
                own = distinct.settled(drawn)
                record.note(own)
                new += own
                account.drawn += 1
                as_settled = files
                if own != drawn:
                    as_settled = writer.written(student, sitting, [one.problem for one in own])
                settled.append((student, as_settled))
            else:
                account.found += 1
                settled.append((student, files))
        record.keep(new)
        for student, files in settled:
            _write(order, student, files, account)
        done(len(group))
    account.shared = distinct.shared
    return account


def _groups(
    assignment: Assignment, order: Order, record: Record, students: Sequence[Student]
) -> Iterator[list[Work]]:
    to_come = iter(students)
    while some := [*islice(to_come, GROUP)]:
        group: list[Work] = []
        for student in some:
            sitting = sitting_of(assignment, student, order.attempt)
            problems = record.problems(sitting) if sitting in record else None
            group.append((student, sitting, problems, record.redrawn(sitting)))
        yield group


Made = list[tuple[tuple[Drawn, ...], Files]]


def _made(
    writer: Writer, order: Order, groups: Iterator[list[Work]], jobs: int
) -> Iterator[tuple[list[Work], Made]]:
    """The groups with what is made of them, in order; few are ahead, so that memory is flat."""
    if jobs == 1:
        for group in groups:
            yield group, [writer.files(work) for work in group]
        return
    with _pool(order, jobs) as pool:
        meanwhile = [*islice(groups, _MEANWHILE)]
        ahead: deque[tuple[list[Work], Future[Made]]] = deque()
        for group in groups:
            with files_here_shadow_nothing(), no_stop():  # processes are started at `submit`
                ahead.append((group, pool.submit(Writer.of_group, group)))
            if len(ahead) >= _AHEAD * jobs:
                break
        for group in meanwhile:
            yield group, [writer.files(work) for work in group]
        for group in groups:
            first, future = ahead.popleft()
            yield first, future.result()
            with files_here_shadow_nothing(), no_stop():
                ahead.append((group, pool.submit(Writer.of_group, group)))
        for first, future in ahead:
            yield first, future.result()


@contextmanager
def _pool(order: Order, jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Processes of our own, which share nothing, and end at once where somebody stops."""
    context = multiprocessing.get_context("spawn")
    before = {*multiprocessing.active_children()}
    with files_here_shadow_nothing(), no_stop():
        pool = ProcessPoolExecutor(
            jobs, mp_context=context, initializer=Writer.begin, initargs=(order,)
        )
    with pool:
        try:
            yield pool
        except BaseException:  # nobody waits for what is not ready yet
            pool.shutdown(wait=False, cancel_futures=True)
            for process in {*multiprocessing.active_children()} - before:
                process.kill()
            raise


def _write(order: Order, student: Student, files: Files, account: Account) -> None:
    """Write the files of a student; what is there with other contents may be somebody's work."""
    folder = order.out / folder_name(student)
    is_new = not folder.exists()
    for name, content in files.items():
        path = folder / name
        data = content if isinstance(content, bytes) else content.encode()
        if not is_new and path.is_file():
            if path.read_bytes() == data:
                account.written += 1
                continue
            if not order.force:
                account.in_the_way.append(path)
                continue
        write_whole(path, data, durable=False)
        account.written += 1
