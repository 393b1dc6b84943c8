"""What is in the store is read again: results one by one, and the standing of a whole class."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Row, func, select

from grader.course.counting import MarkedFile
from grader.course.handed import Handed
from grader.course.roster import Student, comparable
from grader.files.packed import unpacked, unpacked_json
from grader.store import tables as t
from grader.store.opening import StoreError
from grader.store.rows import in_parts
from grader.store.store import Store
from problems.frozen import frozen


class KeptResult(Mapping[str, Any]):
    """The result of a run as plain data, of which all but the marks is read when it is looked at.

    Of all results of a store that which was looked at last stays in memory, so that there may be
    thousands.
    """

    def __init__(self, store: Store, run: int, marks: Mapping[str, float]) -> None:
        self._store = store
        self._run = run
        self._marks = marks

    def __getitem__(self, key: str) -> Any:
        return self._marks[key] if key in self._marks else self._whole()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def _whole(self) -> Mapping[str, Any]:
        if self._store.seen_last is not None and self._store.seen_last[0] == self._run:
            return self._store.seen_last[1]
        _, data = told_of(self._store, self._run)
        if data is None:
            raise StoreError(f"{self._store.name}: the result {self._run} is without its evidence")
        self._store.seen_last = (self._run, data)
        return data


def told_of(store: Store, run: int) -> tuple[str, dict[str, Any] | None]:
    """Why there is no result of a run, or not all of it, and the result as plain data.

    Raises StoreError.
    """
    of = t.evidence.c
    with store.reading() as connection:
        row = connection.execute(select(of.error, of.data).where(of.run_id == run)).first()
    if row is None:
        raise StoreError(
            f"{store.name}: what was answered in result {run} was erased; its marks are there"
        )
    try:
        return json.loads(row.error), None if row.data is None else unpacked_json(row.data)
    except ValueError as damage:
        raise _damaged(store, f"the result {run}", damage) from None


def _damaged(store: Store, what: str, damage: ValueError) -> StoreError:
    return StoreError(
        f"{store.name}: {what} is damaged ({damage}); 'grader store verify' looks at everything"
    )


def pages_of(store: Store, run: int) -> dict[str, str]:
    """The feedback that was made of a result, by suffix. Raises StoreError."""
    with store.reading() as connection:
        rows = connection.execute(
            select(t.page.c.suffix, t.page.c.data).where(t.page.c.run_id == run)
        )
        try:
            return {row.suffix: unpacked(row.data).decode() for row in rows}
        except ValueError as damage:
            raise _damaged(store, f"the feedback of result {run}", damage) from None


def kept_files(store: Store, files: Iterable[tuple[Handed, int]]) -> Iterator[MarkedFile]:
    """Files whose results are kept, as they count, in the same order. Raises StoreError."""
    of = t.run.c
    every = select(
        *(of.id, of.status, of.score, of.max_score, of.deducted, t.evidence.c.error)
    ).outerjoin(t.evidence, t.evidence.c.run_id == of.id)
    for some in in_parts(files):
        numbers = [number for _, number in some]
        with store.reading() as connection:
            rows = {row.id: row for row in connection.execute(every.where(of.id.in_(numbers)))}
        for handed, number in some:
            row = rows[number]
            yield _file(store, handed, row, "" if row.error is None else json.loads(row.error))


def _file(store: Store, handed: Handed, row: Row[*tuple[Any, ...]], error: str) -> MarkedFile:
    data = None
    if row.score is not None:
        marks = {"score": row.score, "max_score": row.max_score, "deducted": row.deducted}
        data = KeptResult(store, row.id, marks)
    return MarkedFile(handed, data, error, row.status == "grader-fault", row.id)


@frozen
class StoredBatch:
    """A batch that has come to its end."""

    number: int
    kind: str
    began: str
    revision: int
    digest: str
    files: int


def last_batch(store: Store, assignment: str) -> StoredBatch | None:
    """The last batch of an assignment that has come to its end. Raises StoreError."""
    of = t.batch.c
    with store.reading() as connection:
        row = connection.execute(
            select(of.id, of.kind, of.began, of.revision, of.digest, t.batch_end.c.files)
            .join(t.batch_end, t.batch_end.c.batch_id == of.id)
            .where(of.assignment == assignment, of.kind.in_(("batch", "regrade")))
            .order_by(of.id.desc())
            .limit(1)
        ).first()
    return None if row is None else StoredBatch(*row)


def files_of(store: Store, batch: int) -> list[MarkedFile]:
    """What a batch made of the files of students, in their order. Raises StoreError."""
    of = t.handed.c
    run = t.run.c
    with store.reading() as connection:
        rows = connection.execute(
            select(
                *(of.told, of.error, run.id, run.status, run.score, run.max_score, run.deducted),
                t.evidence.c.error.label("why"),
            )
            .outerjoin(t.run, run.id == of.run_id)
            .outerjoin(t.evidence, t.evidence.c.run_id == of.run_id)
            .where(of.batch_id == batch)
            .order_by(of.place)
        )
        return [_of_row(store, row) for row in rows]


@frozen
class StoredFile:
    """A file of a batch that can be marked again: whose it is, and what was in it.

    ``place`` is its number among all files of the batch.
    """

    place: int
    handed: Handed
    run: int
    redrawn: int | None
    name: str
    content: str


def stored_files(store: Store, batch: int) -> list[StoredFile]:
    """The files of a batch that were marked, in their order. Raises StoreError.

    Not those of students who were erased, of which nothing is left.
    """
    of = t.handed.c
    with store.reading() as connection:
        rows = connection.execute(
            select(
                *(of.place, of.told, of.run_id, of.redrawn),
                *(t.submission.c.content, t.submission_name.c.name),
            )
            .join(t.run, t.run.c.id == of.run_id)
            .join(t.submission, t.submission.c.id == t.run.c.submission_id)
            .join(t.submission_name, t.submission_name.c.submission_id == t.submission.c.id)
            .join(t.content, t.content.c.digest == t.submission.c.content)
            .where(of.batch_id == batch)
            .order_by(of.place)
        )
        return [
            StoredFile(
                row.place,
                msgspec.convert(row.told, Handed),
                row.run_id,
                row.redrawn,
                json.loads(row.name),
                row.content,
            )
            for row in rows
        ]


def content_of(store: Store, digest: str) -> bytes:
    """What was handed in, by its digest. Raises StoreError."""
    with store.reading() as connection:
        data = connection.scalar(select(t.content.c.data).where(t.content.c.digest == digest))
    if data is None:
        raise StoreError(f"{store.name}: what was handed in was erased")
    try:
        return unpacked(data)
    except ValueError as damage:
        raise _damaged(store, f"what was handed in ({digest[:16]}…)", damage) from None


_NUMBER = re.compile(r"\d{1,18}", re.ASCII)


def file_of(store: Store, assignment: str, result: str, batch: int | None = None) -> StoredFile:
    """The file of a result by its number, or of the one that counts for a student.

    Of the last batch, or of one that is named. Raises StoreError, and LookupError where there is no
    such result, with a sentence.
    """
    last = last_batch(store, assignment)
    number = batch or (None if last is None else last.number)
    if number is None:
        raise LookupError(f"{store.name}: nothing was marked for {assignment!r} yet")
    of = t.mark.c
    with store.reading() as connection:
        is_there = select(t.batch_end.c.batch_id).where(t.batch_end.c.batch_id == number)
        if connection.scalar(is_there) is None:
            raise LookupError(
                f"{store.name}: there is no batch {number} that came to its end; 'grader store "
                "log' lists them"
            )
        run = connection.scalar(
            select(of.run_id)
            .join(t.person, t.person.c.id == of.person_id)
            .where(
                of.batch_id == number,
                t.person.c.student == comparable(result),
                t.person.c.assignment == assignment,
            )
        )
        if run is None and _NUMBER.fullmatch(result):
            run = int(result)
            number = connection.scalar(
                select(func.max(t.handed.c.batch_id))
                .join(t.batch, t.batch.c.id == t.handed.c.batch_id)
                .where(t.handed.c.run_id == run, t.batch.c.assignment == assignment)
            )
    files = [] if run is None or number is None else stored_files(store, number)
    found = next((each for each in files if each.run == run), None)
    if found is None:
        raise LookupError(
            f"{store.name}: there is no result {result!r}; the id of a student was expected, of "
            "whom something counts, or the number of a result, as 'grader store export' has it"
        )
    return found


@frozen
class LoggedBatch:
    """A batch as it is listed; ``files`` is None where it did not come to its end."""

    number: int
    kind: str
    began: str
    revision: int
    version: str
    files: int | None
    results: int


def batches(store: Store, assignment: str) -> list[LoggedBatch]:
    """All batches of an assignment, in order. Raises StoreError."""
    of = t.batch.c
    results = select(func.count()).where(t.run.c.batch_id == of.id).scalar_subquery()
    with store.reading() as connection:
        rows = connection.execute(
            select(
                *(of.id, of.kind, of.began, of.revision, of.version), t.batch_end.c.files, results
            )
            .outerjoin(t.batch_end, t.batch_end.c.batch_id == of.id)
            .where(of.assignment == assignment)
            .order_by(of.id)
        )
        return [LoggedBatch(*row) for row in rows]


def _of_row(store: Store, row: Row[*tuple[Any, ...]]) -> MarkedFile:
    handed = msgspec.convert(row.told, Handed)
    if row.id is None:
        return MarkedFile(handed, None, json.loads(row.error))
    return _file(store, handed, row, json.loads(row.why or row.error))


def students_of(store: Store, batch: int) -> tuple[Student, ...]:
    """The roster by which a batch marked, without those who were erased. Raises StoreError."""
    of = t.person.c
    with store.reading() as connection:
        rows = connection.execute(
            select(of.roster_id, of.name, of.others)
            .join(t.mark, t.mark.c.person_id == of.id)
            .where(t.mark.c.batch_id == batch, of.student.is_not(None))
            .order_by(t.mark.c.place)
        )
        return tuple(
            Student(row.roster_id, row.name or "", others=row.others or {}) for row in rows
        )
