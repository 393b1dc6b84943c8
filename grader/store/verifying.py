"""Whether all that the store has fits together: nothing is damaged, missing or written by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from grader.files.packed import unpacked, unpacked_json
from grader.marking.marks import total
from grader.store import tables as t
from grader.store.keeping import evidence_digest, seal_of_files, seal_of_marks, seal_of_start
from grader.store.rows import in_parts
from grader.store.store import Store
from problems.frozen import frozen


@frozen
class Verified:
    """What was looked at, and what is wrong with it, in sentences."""

    batches: int
    results: int
    contents: int
    faults: tuple[str, ...]


def verified(store: Store) -> Verified:
    """Look at everything in a store. Raises StoreError."""
    with store.reading() as connection:
        faults = [
            *_of_database(connection, is_file=store.is_file),
            *_of_contents(connection),
            *_of_results(connection),
            *_of_batches(connection),
        ]
        batches, results, contents = (
            int(connection.scalar(select(func.count()).select_from(table)) or 0)
            for table in (t.batch_end, t.run, t.content)
        )
    return Verified(batches, results, contents, tuple(faults))


def _of_database(connection: Connection, *, is_file: bool) -> Iterator[str]:
    if not is_file:
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"the file of the database is damaged: {said}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of the table {row[0]} refers to one of {row[2]} that is not there"


def _of_contents(connection: Connection) -> Iterator[str]:
    every = connection.execution_options(yield_per=100).execute(select(t.content))
    for row in every:
        try:
            digest = hashlib.sha256(unpacked(row.data)).hexdigest()
        except ValueError:
            digest = ""
        if digest != row.digest:
            yield f"what was handed in with the digest {row.digest[:16]}… is damaged"


def _of_results(connection: Connection) -> Iterator[str]:
    """Evidence is as it was written, and its marks are those of the tables."""
    every = select(
        *(t.run.c.id, t.run.c.submission_id, t.run.c.score, t.run.c.deducted, t.run.c.evidence),
        *(t.evidence.c.error, t.evidence.c.data),
    ).outerjoin(t.evidence, t.evidence.c.run_id == t.run.c.id)
    of = t.outcome.c
    erased = _erased(connection)
    for rows in in_parts(connection.execution_options(yield_per=100).execute(every)):
        numbers = [row.id for row in rows]
        scores: dict[int, list[float]] = {number: [] for number in numbers}
        for outcome in connection.execute(
            select(of.run_id, of.score).where(of.run_id.in_(numbers))
        ):
            scores[outcome.run_id].append(outcome.score)
        for row in rows:
            if row.error is None:
                if row.submission_id not in erased:
                    yield f"the evidence of result {row.id} is missing, and nobody has erased it"
                continue
            if evidence_digest(row.error, row.data) != row.evidence:
                yield f"the evidence of result {row.id} is not what was written"
                continue
            data = None if row.data is None else unpacked_json(row.data)
            if data is not None and not _fits(data, row.score, row.deducted, scores[row.id]):
                yield f"the marks of result {row.id} are not the sum of its fields"


def _erased(connection: Connection) -> set[int]:
    """What was handed in by students who were erased since."""
    rows = connection.execute(
        select(t.run.c.submission_id)
        .join(t.handed, t.handed.c.run_id == t.run.c.id)
        .join(t.erasure, t.erasure.c.person_id == t.handed.c.person_id)
        .distinct()
    )
    return {row.submission_id for row in rows}


def _fits(data: dict[str, object], score: float, deducted: float, fields: list[float]) -> bool:
    problems = data["problems"]
    assert isinstance(problems, list)
    is_set = any(problem["set_by_hand"] is not None for problem in problems)
    return is_set or abs(total(fields) - deducted - score) < _LEAST


_LEAST = 0.01
"""Marks are told to four places."""


def _of_batches(connection: Connection) -> Iterator[str]:
    """What a batch has counted is what it sealed."""
    ended = select(t.batch.c.id, t.batch.c.uid, t.batch_end.c.files, t.batch_end.c.seal).join(
        t.batch_end, t.batch_end.c.batch_id == t.batch.c.id
    )
    for batch in connection.execute(ended).all():
        of = t.handed.c
        files = connection.execute(
            select(of.run_id).where(of.batch_id == batch.id).order_by(of.place)
        )
        seal, count = seal_of_start(batch.uid), 0
        for some in in_parts(files):
            seal = seal_of_files(seal, [row.run_id for row in some])
            count += len(some)
        marks = connection.execute(
            select(t.mark.c.status, t.mark.c.score)
            .where(t.mark.c.batch_id == batch.id)
            .order_by(t.mark.c.place)
        )
        for each in in_parts(marks):
            seal = seal_of_marks(seal, [(row.status, row.score) for row in each])
        if (count, seal) != (batch.files, batch.seal):
            yield f"the files or marks of batch {batch.id} are not those that it ended with"
