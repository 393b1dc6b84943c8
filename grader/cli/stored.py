"""What the commands that read or write the store of an assignment share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from grader.cli import refuse
from grader.course.assignment import Assignment
from grader.course.counting import Standing, standings
from grader.course.overrides import OverrideError, read_overrides
from grader.course.roster import Student, comparable
from grader.files.whole import readable
from grader.store.opening import StoreError
from grader.store.place import usual_store
from grader.store.reading import StoredBatch, files_of, last_batch, students_of
from grader.store.store import Store

_MOST_TOLD = 8


@contextmanager
def store_of(assignment: Assignment, said: str | None, *, make: bool = False) -> Iterator[Store]:
    """The store of an assignment. What it refuses ends the command, in its own words."""
    try:
        with Store(said or usual_store(assignment.folder), make=make) as store:
            yield store
    except StoreError as error:
        raise refuse(str(error)) from None


def standings_in(
    store: Store, assignment: Assignment, batch: StoredBatch | None = None
) -> list[Standing]:
    """What each student got by a batch, the last one if none is named.

    Results are read one by one when they are looked at.
    """
    found = batch or require_batch(store, assignment)
    try:
        overrides = read_overrides(assignment.folder)
    except OverrideError as error:
        raise refuse(str(error)) from None
    students = students_of(store, found.number)
    return standings(assignment, students, files_of(store, found.number), overrides)


def require_batch(store: Store, assignment: Assignment) -> StoredBatch:
    """The last batch of an assignment that came to its end."""
    batch = last_batch(store, assignment.id)
    if batch is None:
        raise refuse(
            f"{store.name}: nothing was marked for {assignment.id!r} yet, or not to the end; "
            "'grader batch' marks"
        )
    return batch


def changes_told(store: Store, assignment: Assignment, students: Sequence[Student]) -> list[str]:
    """What is odd beside the last batch: students who are gone, and a clock that was put back."""
    before = last_batch(store, assignment.id)
    if before is None:
        return []
    told = []
    now = {comparable(student.id) for student in students}
    gone = [s.id for s in students_of(store, before.number) if comparable(s.id) not in now]
    if gone:
        names = ", ".join(map(readable, gone[:_MOST_TOLD]))
        more = f" and {len(gone) - _MOST_TOLD} more" if len(gone) > _MOST_TOLD else ""
        told.append(
            f"in the roster no more: {names}{more}; what they got by earlier batches stays in the "
            "store"
        )
    if datetime.fromisoformat(before.began) > datetime.now(UTC):
        told.append(
            f"the clock of this machine stands before the last batch ({before.began}); results "
            "are told apart by their numbers, so that nothing is mixed up"
        )
    return told
